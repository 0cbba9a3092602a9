//! Messages against a reader of its own, and against bytes that botocore reads.

use super::*;
use shapes::{DecodeError, Deserializer, EventStream, Kind, Length, Structure, Write};
use std::collections::{BTreeMap, VecDeque};
use std::task::Waker;

/// A header's value as it is read.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Boolean(bool),
    Bytes(Vec<u8>),
    Text(String),
    Instant(i64),
}

/// Headers and payload.
type Read = (BTreeMap<String, Value>, Vec<u8>);

fn split<'a>(bytes: &mut &'a [u8], length: usize) -> &'a [u8] {
    let (taken, rest) = bytes.split_at(length);
    *bytes = rest;
    taken
}

fn number(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// Reads one message, which must be all there is.
fn read(message: &[u8]) -> Read {
    assert_eq!(number(&message[..4]), message.len());
    let headers_length = number(&message[4..8]);
    assert_eq!(message[8..12], crc(&message[..8]));
    let (body, checksum) = message.split_last_chunk::<4>().unwrap();
    assert_eq!(*checksum, crc(body));
    let (mut headers, payload) = body[12..].split_at(headers_length);
    let mut found = BTreeMap::new();
    while !headers.is_empty() {
        let length = number(split(&mut headers, 1));
        let name = String::from_utf8(split(&mut headers, length).to_vec()).unwrap();
        let kind = split(&mut headers, 1)[0];
        let value = match kind {
            0 | 1 => Value::Boolean(kind == 0),
            6 | 7 => {
                let length = number(split(&mut headers, 2));
                let bytes = split(&mut headers, length).to_vec();
                match kind {
                    6 => Value::Bytes(bytes),
                    _ => Value::Text(String::from_utf8(bytes).unwrap()),
                }
            }
            8 => Value::Instant(number(split(&mut headers, 8)) as i64),
            other => panic!("a header of type {other}"),
        };
        assert!(found.insert(name, value).is_none(), "a header stands there twice");
    }
    (found, payload.to_vec())
}

fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, Value> {
    let pair = |(name, value): &(&str, &str)| ((*name).into(), Value::Text((*value).into()));
    pairs.iter().map(pair).collect()
}

/// An event, or an exception.
#[derive(Clone, Debug)]
enum Told {
    Event(Words),
    Failed(Words),
}

#[derive(Clone, Debug)]
struct Words(&'static Structure, String);

macro_rules! structure {
    ($structure:ident, $name:literal, $payload:expr, $($member:expr),*) => {
        static $structure: Structure = Structure {
            name: $name,
            members: &[$($member),*],
            payload: $payload,
            xml_namespace: None,
        };
    };
}

const ANY: Length = Length::new(None, None);
const WORDS: Kind = Kind::text(ANY, None, &[]);

structure!(DOCUMENT, "Document", None, Member::new("words", WORDS));
structure!(RAW, "Raw", Some(0), Member::new("words", Kind::Blob(ANY)));
structure!(TEXT, "Text", Some(0), Member::new("words", WORDS));
structure!(INNER, "Inner", Some(0), Member::new("inside", Kind::Structure(&DOCUMENT)));
structure!(NOTHING, "Nothing", None,);
structure!(
    HEADERS,
    "Headers",
    None,
    Member::new("words", WORDS).at(Location::EventHeader),
    Member::new("raw", Kind::Blob(ANY)).at(Location::EventHeader),
    Member::new("yes", Kind::Boolean).at(Location::EventHeader),
    Member::new("no", Kind::Boolean).at(Location::EventHeader),
    Member::new("when", Kind::Timestamp(None)).at(Location::EventHeader)
);

impl Shape for Words {
    fn schema(&self) -> &'static Structure {
        self.0
    }

    fn write_member(&self, _: usize, at: &'static Member, to: &mut dyn Serializer) {
        match (&at.kind, at.name) {
            (Kind::Blob(_), _) => to.blob(at, self.1.as_bytes()),
            (Kind::Structure(_), _) => Words(&DOCUMENT, self.1.clone()).write(at, to),
            (Kind::Boolean, name) => to.boolean(at, name == "yes"),
            (Kind::Timestamp(_), _) => to.timestamp(at, Timestamp(258)),
            _ => to.string(at, &self.1),
        }
    }

    fn read_member(
        &mut self,
        _: usize,
        _: &'static Member,
        _: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        Ok(())
    }
}

impl Event for Told {
    fn name(&self) -> &'static str {
        match self {
            Told::Event(_) => "told",
            Told::Failed(_) => "Failed",
        }
    }

    fn is_exception(&self) -> bool {
        matches!(self, Told::Failed(_))
    }

    fn value(&self) -> &dyn Shape {
        match self {
            Told::Event(words) | Told::Failed(words) => words,
        }
    }
}

fn words(structure: &'static Structure) -> Words {
    Words(structure, "a".to_owned())
}

fn message(codec: Codec, event: Told) -> Read {
    read(&encode(codec, &event).unwrap())
}

#[test]
fn a_message_is_what_botocore_reads() {
    let event = Told::Event(words(&DOCUMENT));
    let bytes = encode(Codec::Json, &event).unwrap();
    let told: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        told,
        "000000670000004ad839dcba0d3a6d6573736167652d747970650700056576656e740b3a6576656e742d747970\
         65070004746f6c640d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e7b2277\
         6f726473223a2261227de77c5d40"
    );
    // The empty message of AWS's test vectors.
    let empty =
        Message { codec: Codec::Json, headers: vec![], payload: vec![], is_too_long: false };
    assert_eq!(
        &empty.finish().unwrap()[..],
        b"\x00\x00\x00\x10\x00\x00\x00\x00\x05\xc2\x48\xeb\x7d\x98\xc8\xff"
    );
}

#[test]
fn a_payload_is_written_as_the_protocol_does() {
    for (codec, event, content_type, payload) in [
        (Codec::Json, Told::Event(words(&DOCUMENT)), "application/json", "{\"words\":\"a\"}"),
        (Codec::RestJson, Told::Event(words(&RAW)), "application/octet-stream", "a"),
        (Codec::RestJson, Told::Event(words(&TEXT)), "text/plain", "a"),
        (Codec::RestJson, Told::Event(words(&INNER)), "application/json", "{\"words\":\"a\"}"),
        (Codec::Cbor, Told::Event(words(&DOCUMENT)), "application/cbor", "\u{0}ewordsaa\u{0}"),
        (
            Codec::RestXml,
            Told::Event(words(&INNER)),
            "text/xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document><words>a</words></Document>",
        ),
    ] {
        let (headers, got) = message(codec, event);
        let wanted = [(":message-type", "event"), (":event-type", "told")];
        let wanted = [&wanted[..], &[(":content-type", content_type)]].concat();
        assert_eq!(headers, texts(&wanted));
        // The marks of CBOR's open map are no text.
        let got: Vec<u8> =
            got.into_iter().map(|byte| if byte >= 0x80 { 0 } else { byte }).collect();
        assert_eq!(String::from_utf8(got).unwrap(), payload);
    }
}

#[test]
fn members_may_be_headers_of_every_type_that_is_generated() {
    let (mut headers, payload) = message(Codec::Json, Told::Event(words(&HEADERS)));
    assert!(payload.is_empty());
    assert_eq!(headers.remove("raw"), Some(Value::Bytes(b"a".to_vec())));
    assert_eq!(headers.remove("yes"), Some(Value::Boolean(true)));
    assert_eq!(headers.remove("no"), Some(Value::Boolean(false)));
    assert_eq!(headers.remove("when"), Some(Value::Instant(258)));
    let rest = [(":message-type", "event"), (":event-type", "told"), ("words", "a")];
    assert_eq!(headers, texts(&rest));
}

#[test]
fn an_event_without_members_has_no_payload() {
    let (headers, payload) = message(Codec::RestXml, Told::Event(words(&NOTHING)));
    assert_eq!(headers, texts(&[(":message-type", "event"), (":event-type", "told")]));
    assert!(payload.is_empty());
}

#[test]
fn an_exception_says_so() {
    let (headers, payload) = message(Codec::Json, Told::Failed(words(&DOCUMENT)));
    let wanted = [
        (":message-type", "exception"),
        (":exception-type", "Failed"),
        (":content-type", "application/json"),
    ];
    assert_eq!(headers, texts(&wanted));
    assert_eq!(payload, b"{\"words\":\"a\"}");
}

#[test]
fn what_no_message_can_hold_is_an_error() {
    for (structure, length) in [(&RAW, MAX_PAYLOAD + 1), (&HEADERS, MAX_HEADER_VALUE + 1)] {
        let event = Told::Event(Words(structure, "a".repeat(length)));
        assert_eq!(encode(Codec::Json, &event).unwrap_err().code, "InternalError");
        let event = Told::Event(Words(structure, "a".repeat(length - 1)));
        read(&encode(Codec::Json, &event).unwrap());
    }
}

#[test]
fn an_error_of_no_model_is_a_message_of_its_own() {
    let error = StreamError::new("CastFailed", "It is no number.");
    let (headers, payload) = read(&failure(Codec::RestXml, &error).unwrap());
    let wanted = [
        (":message-type", "error"),
        (":error-code", "CastFailed"),
        (":error-message", "It is no number."),
    ];
    assert_eq!(headers, texts(&wanted));
    assert!(payload.is_empty());
}

/// Events that are there, then none for now.
struct Queue(VecDeque<Told>);

impl Stream for Queue {
    type Item = Told;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Told>> {
        self.0.pop_front().map_or(Poll::Pending, |event| Poll::Ready(Some(event)))
    }
}

fn next(body: &mut ByteStream) -> Poll<Option<Read>> {
    let polled = Pin::new(body).poll_next(&mut Context::from_waker(Waker::noop()));
    polled.map(|piece| piece.map(|piece| read(&piece.unwrap())))
}

#[test]
fn the_first_message_is_the_rest_of_the_answer_and_each_event_a_piece() {
    let queue = Queue([Told::Event(words(&RAW)), Told::Failed(words(&DOCUMENT))].into());
    let mut events = EventStream::new(queue);
    let mut body = body(Codec::Json, Some(&words(&DOCUMENT)), events.take());
    let Poll::Ready(Some((headers, payload))) = next(&mut body) else { panic!("no first message") };
    assert_eq!(headers[":event-type"], Value::Text("initial-response".into()));
    assert_eq!(payload, b"{\"words\":\"a\"}");
    assert!(matches!(next(&mut body), Poll::Ready(Some((_, payload))) if payload == b"a"));
    assert!(matches!(next(&mut body), Poll::Ready(Some(_))));
    assert_eq!(next(&mut body), Poll::Ready(None));
    let mut waiting = EventStream::new(Queue(VecDeque::new()));
    let mut body = super::body(Codec::RestJson, None, waiting.take());
    assert_eq!(next(&mut body), Poll::Pending);
}

/// An answer that says something and then tells.
#[derive(Debug)]
struct Answer(EventStream<Told>);

structure!(
    ANSWER,
    "Answer",
    Some(1),
    Member::new("words", WORDS).wire("x-words").at(Location::Header),
    Member::new("events", Kind::Structure(&NOTHING)).streaming()
);

impl Shape for Answer {
    fn schema(&self) -> &'static Structure {
        &ANSWER
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        if index == 0 {
            to.string(at, "a");
        }
    }

    fn read_member(
        &mut self,
        _: usize,
        _: &'static Member,
        _: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        Ok(())
    }

    fn take_events(&mut self) -> Option<AnyEvents> {
        Some(self.0.take())
    }
}

/// The status, headers and messages of an answer that tells of one event.
fn answer(codec: Codec) -> (http::Response<()>, Vec<Read>) {
    let call = <shapes::logs::ops::StartLiveTail as shapes::Operation>::SCHEMA;
    let named = crate::Named {
        service: call.service,
        operation: call.name,
        codec,
        bucket: None,
        key: None,
        labels: Vec::new(),
    };
    let events = Queue([Told::Failed(words(&DOCUMENT))].into());
    let mut output = Answer(EventStream::new(events));
    let (head, body) = crate::encode(call, &named, &mut output, "req-1").into_parts();
    let crate::Body::Events(mut body) = body else { panic!("not events") };
    let mut messages = Vec::new();
    while let Poll::Ready(Some(message)) = next(&mut body) {
        messages.push(message);
    }
    (http::Response::from_parts(head, ()), messages)
}

#[test]
fn only_protocols_without_bound_members_have_a_first_message() {
    let kind = ":event-type";
    let initial = Some(Value::Text("initial-response".into()));
    for (codec, payload) in [(Codec::Json, &b"{}"[..]), (Codec::Cbor, b"\xbf\xff")] {
        let (head, mut messages) = answer(codec);
        assert_eq!(head.headers()["content-type"], "application/vnd.amazon.eventstream");
        assert_eq!(head.headers()["x-amzn-requestid"], "req-1");
        assert!(!head.headers().contains_key("x-words"));
        assert_eq!(messages.len(), 2);
        let (mut headers, got) = messages.remove(0);
        assert_eq!((headers.remove(kind), &got[..]), (initial.clone(), payload));
    }
    for codec in [Codec::RestJson, Codec::RestXml] {
        let (head, messages) = answer(codec);
        assert_eq!(head.headers()["content-type"], "application/vnd.amazon.eventstream");
        assert_eq!(head.headers()["x-words"], "a");
        assert_eq!(messages.len(), 1);
        assert!(!messages[0].0.contains_key(kind), "{messages:?}");
    }
}
