//! See [`fuzz::select`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::select::run(data));
