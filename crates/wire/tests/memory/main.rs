//! What a request takes in memory stays in proportion to what it is on the wire, for every
//! operation, in each of its protocols, and for everything in it that can be repeated.
//!
//! The allocator counts here and in the fuzz targets only, which share the table of operations.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../../../../fuzz/src/hostile.rs"]
mod hostile;
#[path = "../../../../fuzz/src/memory.rs"]
mod memory;
#[path = "../../../../fuzz/src/operations.rs"]
#[allow(dead_code)]
mod operations;

use hostile::Attack;
use operations::Operation;
use shapes::{ByteStream, Location, Protocol};
use wire::{Body, Codec, Named};

/// How long each body is: long enough that what is out of proportion stands out.
const BODY_BYTES: usize = 128 << 10;
/// What each byte of a request may be worth in memory.
const BYTES_PER_BYTE: usize = 8;
/// What a request may be worth besides: lists as long as they may be, of the largest structures.
const MEMORY_BYTES: usize = 2 << 20;

fn speak(operation: &Operation, codec: Codec) -> Named {
    let members = operation.schema.input.members.iter();
    let labels = members.filter(|member| member.location == Location::Uri);
    Named {
        service: operation.schema.service,
        operation: operation.schema.name,
        codec,
        bucket: None,
        key: None,
        labels: labels.map(|member| (member.wire, "0abc".to_owned())).collect(),
    }
}

/// Decodes the request and, where it is refused, writes the refusal.
fn answer(operation: &Operation, named: &Named, attack: &Attack) {
    let body = match wire::takes_stream(operation.schema) {
        true => Body::Stream(ByteStream::default()),
        false => Body::Bytes(attack.body.clone()),
    };
    let mut input = (operation.input)();
    let read = wire::decode(operation.schema, named, &attack.head, body, &mut *input);
    if let Err(error) = read {
        let service = Some(operation.schema.service);
        wire::encode_error(service, named.codec, &error, "request", false);
    }
}

/// Tries everything on the operations of one protocol.
fn try_all(protocol: Protocol, codec: Codec) {
    let mut tried = 0;
    for operation in operations::all() {
        if operation.schema.service.protocol != protocol {
            continue;
        }
        let named = speak(operation, codec);
        hostile::each(operation.schema, codec, BODY_BYTES, &mut |attack| {
            tried += 1;
            let limit = MEMORY_BYTES + BYTES_PER_BYTE * attack.length();
            memory::within(&attack.name, limit, || answer(operation, &named, &attack));
        });
    }
    assert!(tried > 20, "only {tried} requests were tried");
}

#[test]
fn json_takes_no_more_than_it_is_worth() {
    try_all(Protocol::AwsJson, Codec::Json);
}

#[test]
fn cbor_takes_no_more_than_it_is_worth() {
    try_all(Protocol::AwsJson, Codec::Cbor);
}

#[test]
fn rest_json_takes_no_more_than_it_is_worth() {
    try_all(Protocol::RestJson, Codec::RestJson);
}

#[test]
fn rest_xml_takes_no_more_than_it_is_worth() {
    try_all(Protocol::RestXml, Codec::RestXml);
}

#[test]
fn forms_take_no_more_than_they_are_worth() {
    try_all(Protocol::Query, Codec::Query);
}
