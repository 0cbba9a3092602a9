//! `application/vnd.amazon.eventstream`: events as messages with headers and checksums, after
//! Smithy's "Amazon Event Stream Specification".

use crate::encode::XML_DECLARATION;
use crate::xml::{Dialect, document};
use crate::{Codec, cbor, json};
use bytes::Bytes;
use crc_fast::CrcAlgorithm;
use futures_core::Stream;
use http::HeaderValue;
use shapes::{
    AnyEvents, ByteStream, Event, Items, Location, Member, Pairs, Serializer, Shape, StreamError,
    Timestamp,
};
use std::pin::Pin;
use std::task::{Context, Poll};

/// The content type of such an answer.
pub(crate) const CONTENT_TYPE: HeaderValue =
    HeaderValue::from_static("application/vnd.amazon.eventstream");

/// What a message may hold.
const MAX_HEADERS: usize = 128 * 1024;
const MAX_PAYLOAD: usize = 24 * 1024 * 1024;
const MAX_HEADER_VALUE: usize = 32 * 1024 - 1;

/// The body of an answer. In protocols that do not bind members to HTTP, what the answer says
/// besides the events is `initial`, the first message.
pub(crate) fn body(codec: Codec, initial: Option<&dyn Shape>, events: AnyEvents) -> ByteStream {
    let first = initial.map(|output| {
        let mut message = Message::new(codec, "event", ":event-type", "initial-response");
        message.document(output);
        message.finish()
    });
    ByteStream::new(Messages { codec, first, events: Some(events) }, None)
}

/// Events as they come, each as one piece.
struct Messages {
    codec: Codec,
    first: Option<Result<Bytes, StreamError>>,
    /// Absent at the end.
    events: Option<AnyEvents>,
}

impl Stream for Messages {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(first));
        }
        let Some(events) = &mut self.events else { return Poll::Ready(None) };
        let polled = events.as_mut().poll_next(context);
        let polled = polled.map(|event| {
            Some(match event? {
                Ok(event) => encode(self.codec, &*event),
                Err(error) => failure(self.codec, &error),
            })
        });
        if matches!(polled, Poll::Ready(None | Some(Err(_)))) {
            self.events = None;
        }
        polled
    }
}

/// The message of an event: members that are headers, and the payload, which is one member or a
/// document of all others.
fn encode(codec: Codec, event: &dyn Event) -> Result<Bytes, StreamError> {
    let value = event.value();
    let schema = value.schema();
    let (kind, header) = match event.is_exception() {
        true => ("exception", ":exception-type"),
        false => ("event", ":event-type"),
    };
    let mut message = Message::new(codec, kind, header, event.name());
    for (index, member) in schema.members.iter().enumerate() {
        if member.location == Location::EventHeader || schema.payload == Some(index) {
            value.write_member(index, member, &mut message);
        }
    }
    let in_body = |member: &Member| member.location == Location::Body;
    if schema.payload.is_none() && schema.members.iter().any(in_body) {
        message.document(value);
    }
    message.finish()
}

/// The message of an error that is no event of the model: its code and sentence, as headers.
fn failure(codec: Codec, error: &StreamError) -> Result<Bytes, StreamError> {
    let mut message = Message::new(codec, "error", ":error-code", error.code);
    message.text(":error-message", &error.message);
    message.finish()
}

/// A message that is being written.
struct Message {
    codec: Codec,
    headers: Vec<u8>,
    payload: Vec<u8>,
    /// It has a header that is too long for the format.
    is_too_long: bool,
}

impl Message {
    fn new(codec: Codec, kind: &str, header: &'static str, name: &str) -> Self {
        let mut message =
            Self { codec, headers: Vec::new(), payload: Vec::new(), is_too_long: false };
        message.text(":message-type", kind);
        message.text(header, name);
        message
    }

    /// A header's name and the number of its type.
    fn header(&mut self, name: &'static str, kind: u8) {
        let Ok(length) = u8::try_from(name.len()) else {
            self.is_too_long = true;
            return;
        };
        self.headers.push(length);
        self.headers.extend_from_slice(name.as_bytes());
        self.headers.push(kind);
    }

    fn text(&mut self, name: &'static str, value: &str) {
        self.header(name, 7);
        self.counted(value.as_bytes());
    }

    /// A header's value with its length before it.
    fn counted(&mut self, value: &[u8]) {
        match u16::try_from(value.len()) {
            Ok(length) if value.len() <= MAX_HEADER_VALUE => {
                self.headers.extend_from_slice(&length.to_be_bytes());
                self.headers.extend_from_slice(value);
            }
            _ => self.is_too_long = true,
        }
    }

    fn set_payload(&mut self, content_type: &str, payload: Vec<u8>) {
        self.text(":content-type", content_type);
        self.payload = payload;
    }

    /// The members of `value` that stand in the body, as its protocol writes them.
    fn document(&mut self, value: &dyn Shape) {
        let mut bytes = Vec::new();
        let content_type = match self.codec {
            Codec::Json | Codec::RestJson => {
                json::write(value, &mut bytes);
                "application/json"
            }
            Codec::Cbor => {
                cbor::write(value, &mut bytes);
                "application/cbor"
            }
            Codec::RpcV2Cbor => {
                cbor::write_in_seconds(value, &mut bytes);
                "application/cbor"
            }
            Codec::RestXml | Codec::Query => {
                let mut text = XML_DECLARATION.to_owned();
                document(Dialect::S3, value.schema().name, None, value, &mut text);
                bytes = text.into_bytes();
                "text/xml"
            }
        };
        self.set_payload(content_type, bytes);
    }

    fn finish(self) -> Result<Bytes, StreamError> {
        let Self { headers, payload, is_too_long, .. } = self;
        if is_too_long || headers.len() > MAX_HEADERS || payload.len() > MAX_PAYLOAD {
            return Err(StreamError::new("InternalError", "An event is too long for a message."));
        }
        // Both are bounded above, far below 4 GiB.
        let total = (headers.len() + payload.len() + 16) as u32;
        let mut out = Vec::with_capacity(headers.len() + payload.len() + 16);
        out.extend_from_slice(&total.to_be_bytes());
        out.extend_from_slice(&(headers.len() as u32).to_be_bytes());
        out.extend_from_slice(&crc(&out));
        out.extend_from_slice(&headers);
        out.extend_from_slice(&payload);
        out.extend_from_slice(&crc(&out));
        Ok(out.into())
    }
}

/// The checksum of everything before it.
fn crc(bytes: &[u8]) -> [u8; 4] {
    // An algorithm of 32 bits.
    (crc_fast::checksum(CrcAlgorithm::Crc32IsoHdlc, bytes) as u32).to_be_bytes()
}

/// Takes the members that are headers, and the one that is the payload. Headers are of no other
/// types than these, or the generator refuses them.
impl Serializer for Message {
    fn boolean(&mut self, at: &'static Member, value: bool) {
        self.header(at.wire, if value { 0 } else { 1 });
    }

    fn integer(&mut self, _: &'static Member, _: i64) {}

    fn float(&mut self, _: &'static Member, _: f64) {}

    fn string(&mut self, at: &'static Member, value: &str) {
        match at.location {
            Location::EventHeader => self.text(at.wire, value),
            _ => self.set_payload("text/plain", value.as_bytes().to_vec()),
        }
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        if at.location == Location::EventHeader {
            self.header(at.wire, 6);
            self.counted(value);
        } else {
            self.set_payload("application/octet-stream", value.to_vec());
        }
    }

    fn timestamp(&mut self, at: &'static Member, value: Timestamp) {
        self.header(at.wire, 8);
        self.headers.extend_from_slice(&value.millis().to_be_bytes());
    }

    fn structure(&mut self, _: &'static Member, value: &dyn Shape) {
        self.document(value);
    }

    fn list(&mut self, _: &'static Member, _: &dyn Items) {}

    fn map(&mut self, _: &'static Member, _: &dyn Pairs) {}
}

#[cfg(test)]
mod tests;
