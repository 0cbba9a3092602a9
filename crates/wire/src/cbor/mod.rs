//! `application/x-amz-cbor-1.1`, in which the Java SDK (and so KCL) speaks to Kinesis: RFC 8949
//! with byte strings as they are, and instants as tag 1 with *milliseconds* since the epoch. Smithy
//! RPC v2's is the same with seconds.

mod read;
mod token;
mod write;

pub(crate) use read::{Unit, read};
pub(crate) use write::{texts as write_texts, write, write_in_seconds};
