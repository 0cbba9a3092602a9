//! What a request takes in memory, when something in its body is repeated: the codecs, each with
//! every operation.
//!
//! - No body makes a decoder or the refusal of it hold more than eight times itself, and a list of
//!   the largest structures that is as long as it may be.
//!
//! The first byte chooses the operation, the second the codec where there is a choice, the third
//! and fourth say how much of the rest stands before what is repeated, and how long that is.

use crate::{codecs, memory, operations};
use bytes::Bytes;
use shapes::Protocol;
use wire::Codec;

/// How long a body is made.
const BODY_BYTES: usize = 256 * 1024;
/// What each byte of a body may be worth in memory.
const BYTES_PER_BYTE: usize = 8;
/// What a body may be worth besides.
const MEMORY_BYTES: usize = 2 << 20;

/// Tries one input.
pub fn run(data: &[u8]) {
    let [operation, codec, before, length, rest @ ..] = data else { return };
    let all = operations::all();
    let operation = &all[usize::from(*operation) % all.len()];
    let protocol = operation.schema.service.protocol;
    let codec = match protocol {
        Protocol::AwsJson if codec & 1 == 1 => Codec::Cbor,
        _ => Codec::of(protocol),
    };
    let (before, rest) = rest.split_at(usize::from(*before).min(rest.len()));
    let (again, after) = rest.split_at(usize::from(*length).min(rest.len()));
    if again.is_empty() {
        return;
    }
    let times = BODY_BYTES / again.len();
    let body = Bytes::from([before, &again.repeat(times), after].concat());
    let Some((head, _)) = codecs::plain(b"") else { return };
    let named = codecs::speak(operation, codec);
    let limit = MEMORY_BYTES + BYTES_PER_BYTE * body.len();
    memory::within(operation.schema.name, limit, || {
        let read = codecs::decode(operation, &named, &head, body.clone());
        if let Err(error) = read {
            let service = Some(operation.schema.service);
            wire::encode_error(service, codec, &error, "request", false);
        }
    });
}
