//! See [`fuzz::items`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::items::run(data));
