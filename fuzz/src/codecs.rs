//! The codecs: JSON, CBOR, query forms, REST-JSON and REST-XML, each with every operation.
//!
//! - No body makes a decoder panic, nor hold memory out of proportion to it.
//! - What was decoded is written and read again, and is the same: in its own codec, and for
//!   awsJson in the other one (JSON against CBOR).
//! - Every refusal, and every input as an answer, can be written in every codec.
//!
//! The first byte chooses the operation, the second the codec where there is a choice. The rest is
//! the body; for the REST codecs it is a request's text ([`crate::request`]) whose path does not
//! matter.

use crate::operations::{self, Operation};
use crate::{form, memory, request};
use bytes::Bytes;
use http::request::Parts;
use shapes::{
    ByteStream, Items, Kind, Location, Member, Pairs, Protocol, Serializer, Shape, Timestamp,
};
use wire::{Body, Codec, Named, WireError};

/// What a decoder may hold besides what its body is worth: a form's keys, an error's text.
const MEMORY_BYTES: usize = 256 * 1024;
/// What each byte of a body may be worth in memory. A CBOR `a0` is a whole structure, and a vector
/// that grows holds itself three times over.
const BYTES_PER_BYTE: usize = 2048;

/// Tries one input.
pub fn run(data: &[u8]) {
    let [operation, codec, body @ ..] = data else { return };
    let all = operations::all();
    let operation = &all[usize::from(*operation) % all.len()];
    let protocol = operation.schema.service.protocol;
    let codec = match protocol {
        Protocol::AwsJson if codec & 1 == 1 => Codec::Cbor,
        _ => Codec::of(protocol),
    };
    let is_rest = matches!(codec, Codec::RestJson | Codec::RestXml);
    let Some((head, body)) = (if is_rest { request::parse(body) } else { plain(body) }) else {
        return;
    };
    let named = speak(operation, codec);
    let limit = MEMORY_BYTES + BYTES_PER_BYTE * data.len();
    let body = Bytes::copy_from_slice(body);
    let read = memory::within("the body", limit, || decode(operation, &named, &head, body.clone()));
    match read {
        Ok(input) => again(operation, &named, &head, input),
        Err(error) => refuse(operation, &error),
    }
}

/// The head of a request with nothing in it, and its body.
pub(crate) fn plain(body: &[u8]) -> Option<(Parts, &[u8])> {
    request::parse(b"POST /").map(|(head, _)| (head, body))
}

/// A call of the operation with something in each of its path's labels.
pub(crate) fn speak(operation: &Operation, codec: Codec) -> Named {
    let in_path = |member: &&'static Member| member.location == Location::Uri;
    let members = operation.schema.input.members.iter().filter(in_path);
    Named {
        service: operation.schema.service,
        operation: operation.schema.name,
        codec,
        bucket: None,
        key: None,
        labels: members.map(|member| (member.wire, "0abc".to_owned())).collect(),
    }
}

/// The input that a request holds.
pub(crate) fn decode(
    operation: &Operation,
    named: &Named,
    head: &Parts,
    body: Bytes,
) -> Result<Box<dyn Shape>, WireError> {
    let mut input = (operation.input)();
    let body = if wire::takes_stream(operation.schema) {
        Body::Stream(ByteStream::default())
    } else {
        Body::Bytes(body)
    };
    wire::decode(operation.schema, named, head, body, &mut *input)?;
    Ok(input)
}

/// Writes what was read, reads it again, and compares.
fn again(operation: &Operation, named: &Named, head: &Parts, mut input: Box<dyn Shape>) {
    if wire::takes_stream(operation.schema) || is_beyond(&*input) {
        return;
    }
    // What is no attribute value is written as an empty one.
    if format!("{input:?}").contains("Wrong(") {
        return;
    }
    let codecs: &[Codec] = match named.codec {
        Codec::Json => &[Codec::Json, Codec::Cbor],
        Codec::Cbor => &[Codec::Cbor, Codec::Json],
        Codec::RestJson => &[Codec::RestJson],
        Codec::RestXml => &[Codec::RestXml],
        Codec::Query => &[Codec::Query],
        Codec::RpcV2Cbor => &[Codec::RpcV2Cbor, Codec::Json],
    };
    for codec in codecs {
        let named = Named { codec: *codec, ..named.clone() };
        let written = match codec {
            Codec::Query => form::write(&*input).into(),
            _ => write(operation, &named, &mut *input),
        };
        let back = decode(operation, &named, head, written.clone());
        let shown = String::from_utf8_lossy(&written);
        let back = back.unwrap_or_else(|error| panic!("{error:?} of {codec:?} {shown}"));
        assert_eq!(format!("{back:?}"), format!("{input:?}"), "{codec:?} {shown}");
    }
    // As an answer, in the one protocol whose inputs are not written like outputs.
    let query = Named { codec: Codec::Query, ..named.clone() };
    write(operation, &query, &mut *input);
}

fn write(operation: &Operation, named: &Named, input: &mut dyn Shape) -> Bytes {
    match wire::encode(operation.echo, named, input, "request").into_body() {
        Body::Bytes(bytes) => bytes,
        Body::Stream(_) | Body::Events(_) => Bytes::new(),
    }
}

fn refuse(operation: &Operation, error: &WireError) {
    assert!((400..600).contains(&error.status), "{error:?}");
    assert!(!error.code.is_empty(), "{error:?}");
    let service = Some(operation.schema.service);
    for codec in [Codec::Json, Codec::Cbor, Codec::RestJson, Codec::RestXml, Codec::Query] {
        for is_head in [false, true] {
            let answer = wire::encode_error(service, codec, error, "request", is_head);
            assert_eq!(answer.status().as_u16(), error.status);
        }
    }
}

/// Whether an instant lies where a double of seconds no longer tells milliseconds apart, or where
/// a year has no four digits: it is read as near as can be, and cannot be read back exactly.
fn is_beyond(input: &dyn Shape) -> bool {
    let mut found = Instants(false);
    members(input, &mut found);
    found.0
}

fn members(value: &dyn Shape, to: &mut Instants) {
    for (index, member) in value.schema().members.iter().enumerate() {
        value.write_member(index, member, to);
    }
}

struct Instants(bool);

impl Serializer for Instants {
    fn boolean(&mut self, _: &'static Member, _: bool) {}

    fn integer(&mut self, _: &'static Member, _: i64) {}

    fn float(&mut self, _: &'static Member, _: f64) {}

    fn string(&mut self, _: &'static Member, _: &str) {}

    fn blob(&mut self, _: &'static Member, _: &[u8]) {}

    fn timestamp(&mut self, _: &'static Member, value: Timestamp) {
        // The years 0 to 9999.
        self.0 |= !(-62_167_219_200_000..253_402_300_800_000).contains(&value.millis());
    }

    fn structure(&mut self, _: &'static Member, value: &dyn Shape) {
        members(value, self);
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        value.each(&mut |item| item.write(&list.item, self));
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let Kind::Map(map) = &at.kind else { return };
        value.each(&mut |_, item| item.write(&map.value, self));
    }
}
