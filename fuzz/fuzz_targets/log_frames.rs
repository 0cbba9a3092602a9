//! See [`fuzz::log_frames`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::log_frames::run(data));
