//! See [`fuzz::partiql`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::partiql::run(data));
