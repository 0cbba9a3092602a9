//! See [`fuzz::proportion`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::proportion::run(data));
