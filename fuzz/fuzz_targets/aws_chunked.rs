//! See [`fuzz::aws_chunked`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::aws_chunked::run(data));
