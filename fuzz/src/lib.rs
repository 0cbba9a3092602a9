//! What the fuzzers ask of every parser that stands between a stranger's bytes and the server.
//!
//! Each module is one target and says at its head which properties must hold, whatever the bytes;
//! `fuzz_targets/` only hands libFuzzer's bytes over.
//!
//! Knows: the public surface of the rooms that it tests, and the formats they document.
//! Must not know: anything that a user of those rooms could not reach.

pub mod aws_chunked;
pub mod codecs;
pub mod expressions;
pub mod form;
pub mod hostile;
pub mod items;
pub mod log_frames;
pub mod memory;
pub mod operations;
pub mod partiql;
pub mod proportion;
pub mod request;
pub mod routes;
pub mod select;
pub mod sigv4;
pub mod streams;
pub mod zip;
