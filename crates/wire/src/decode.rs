//! Requests into inputs.

use crate::query::{self, Form};
use crate::rest::{PayloadReader, Query, Refused, bind};
use crate::route::query_of;
use crate::text::{self, form_pairs};
use crate::trace::{Seen, Trace};
use crate::validate::validate;
use crate::{Body, Codec, Named, WireError, cbor, json, xml};
use bytes::Bytes;
use http::request::Parts;
use shapes::{
    ByteStream, DecodeError, Deserializer, Kind, Location, Member, OperationSchema, Shape,
    Structure, Timestamp,
};

/// True when the operation takes its body as a stream: hand [`decode`] a [`Body::Stream`] then,
/// and the whole body in memory otherwise.
pub fn takes_stream(operation: &'static OperationSchema) -> bool {
    let payload = operation.input.payload.and_then(|index| operation.input.members.get(index));
    payload.is_some_and(|member| member.streaming)
}

/// Fills an input from a request and checks the model's constraints.
///
/// # Errors
/// AWS's own error for a body that cannot be read or a value that the model refuses.
pub fn decode(
    operation: &'static OperationSchema,
    named: &Named,
    head: &Parts,
    body: Body,
    into: &mut dyn Shape,
) -> Result<(), WireError> {
    let mut seen = Seen::default();
    let mut trace = Trace::default();
    match named.codec {
        Codec::Json => {
            json::read(&whole(body)?, into, &mut seen, &mut trace).map_err(unreadable)?
        }
        Codec::Cbor => {
            let body = whole(body)?;
            cbor::read(&body, cbor::Unit::Milliseconds, into, &mut seen, &mut trace)
                .map_err(unreadable)?;
        }
        Codec::RpcV2Cbor => {
            let body = whole(body)?;
            cbor::read(&body, cbor::Unit::Seconds, into, &mut seen, &mut trace)
                .map_err(unreadable)?;
        }
        Codec::Query => {
            let forms = operation.service.dialect.forms;
            let mut form = form(&query_of(head)?, &whole(body)?)?;
            if let Some(forms) = forms {
                address(&mut form, forms.path_member, operation.input, head.uri.path());
            }
            query::read(&form, forms, into, &mut seen, &mut trace)
                .map_err(|error| WireError::client("MalformedInput", 400, error.0))?;
        }
        Codec::RestJson | Codec::RestXml => {
            let query = query_of(head)?;
            bind(&named.labels, &query, &head.headers, into, &mut seen)
                .map_err(|refused| unbound(named.codec, &refused, &query))?;
            rest_body(operation, named.codec, body, into, &mut seen, &mut trace)?;
        }
    }
    trace.close(operation.input, seen);
    validate(operation.service, into, trace.missing)
}

fn unreadable(error: DecodeError) -> WireError {
    WireError::serialization(error.0)
}

/// A body in memory. Only streaming operations are handed streams.
fn whole(body: Body) -> Result<Bytes, WireError> {
    match body {
        Body::Bytes(bytes) => Ok(bytes),
        Body::Stream(_) | Body::Events(_) => {
            Err(WireError::internal("The body was not collected."))
        }
    }
}

fn form(query: &Query, body: &[u8]) -> Result<Form, WireError> {
    let malformed = || WireError::client("MalformedInput", 400, "The form is not UTF-8.");
    let text = std::str::from_utf8(body).map_err(|_| malformed())?;
    let pairs = form_pairs(text).ok_or_else(malformed)?;
    Ok(query.iter().cloned().chain(pairs).collect())
}

/// Where a form does not say what it is about, the address does.
fn address(form: &mut Form, member: &str, input: &'static Structure, path: &str) {
    if path.len() > 1 && input.index_of(member).is_some() {
        form.entry(member.to_owned()).or_insert_with(|| path.to_owned());
    }
}

/// A value in the path, query string or headers that is not of its kind.
fn unbound(codec: Codec, refused: &Refused, query: &Query) -> WireError {
    if codec != Codec::RestXml {
        return WireError::serialization(refused.error.0.clone());
    }
    let member = refused.member;
    if member.wire.eq_ignore_ascii_case("x-amz-mp-object-size") {
        let header = member.wire.to_ascii_lowercase();
        let message = format!("Value for {header} header is invalid: '{}'", refused.value);
        return WireError::client("InvalidRequest", 400, message);
    }
    let message = match (&member.kind, member.location) {
        (Kind::Integer(_), Location::Query) => {
            format!("Provided {} not an integer or within integer range", member.wire)
        }
        (Kind::Timestamp(_), _) if member.wire == text::RETAIN_UNTIL => {
            "The retain until date must be provided in ISO 8601 format".to_owned()
        }
        (Kind::Timestamp(_), _) => format!("Invalid date in {}", member.wire),
        _ => refused.error.0.clone(),
    };
    let name = query.iter().find(|(key, _)| key == member.wire).map_or(member.wire, |(key, _)| key);
    WireError::client("InvalidArgument", 400, message)
        .with_field("ArgumentName", name)
        .with_field("ArgumentValue", refused.value.as_str())
}

/// Fills the members that stand in the body, or the one that is the body.
fn rest_body(
    operation: &'static OperationSchema,
    codec: Codec,
    body: Body,
    into: &mut dyn Shape,
    seen: &mut Seen,
    trace: &mut Trace,
) -> Result<(), WireError> {
    let input = operation.input;
    let Some((index, member)) =
        input.payload.and_then(|index| Some((index, input.members.get(index)?)))
    else {
        return rest_members(input, codec, body, into, seen, trace);
    };
    if member.streaming {
        seen.note(index);
        if let Some(stream) = into.stream_mut() {
            *stream = match body {
                Body::Bytes(bytes) => ByteStream::from(bytes),
                Body::Stream(stream) | Body::Events(stream) => stream,
            };
        }
        return Ok(());
    }
    let bytes = whole(body)?;
    if bytes.is_empty() && !is_text(codec, member) {
        return absent_payload(codec, member);
    }
    seen.note(index);
    let taken = match member.kind {
        Kind::Structure(_) => {
            let mut reader = DocumentReader { bytes, codec, trace: std::mem::take(trace) };
            let taken = into.read_member(index, member, &mut reader);
            *trace = reader.trace;
            taken
        }
        _ => into.read_member(index, member, &mut PayloadReader(bytes)),
    };
    taken.map_err(|error| malformed(codec, error))
}

/// Whether a body is S3's text, such as a policy, of which there may be none: that is for S3 to judge.
fn is_text(codec: Codec, member: &'static Member) -> bool {
    codec == Codec::RestXml && member.required && matches!(member.kind, Kind::String(_))
}

/// S3 tells apart a body that is absent from one that is wrong.
fn absent_payload(codec: Codec, member: &'static Member) -> Result<(), WireError> {
    if codec == Codec::RestXml && member.required {
        return Err(WireError::client("MissingRequestBodyError", 400, "Request Body is empty"));
    }
    Ok(())
}

fn malformed(codec: Codec, error: DecodeError) -> WireError {
    match codec {
        Codec::RestXml => WireError::malformed_xml(),
        _ => unreadable(error),
    }
}

/// A body whose members are the input's own.
fn rest_members(
    input: &'static Structure,
    codec: Codec,
    body: Body,
    into: &mut dyn Shape,
    seen: &mut Seen,
    trace: &mut Trace,
) -> Result<(), WireError> {
    if !input.members.iter().any(|member| member.location == Location::Body) {
        return Ok(());
    }
    let bytes = whole(body)?;
    if codec == Codec::RestXml {
        return xml::read(&bytes, input.name, into, seen, trace)
            .map_err(|error| malformed(codec, error));
    }
    json::read(&bytes, into, seen, trace).map_err(unreadable)
}

/// Stands at a whole body that is a structure.
struct DocumentReader {
    bytes: Bytes,
    codec: Codec,
    trace: Trace,
}

fn only_structures<T>(at: &'static Member) -> Result<T, DecodeError> {
    Err(DecodeError::new(format!("'{}' cannot be a whole body", at.name)))
}

impl Deserializer for DocumentReader {
    fn boolean(&mut self, at: &'static Member) -> Result<bool, DecodeError> {
        only_structures(at)
    }

    fn integer(&mut self, at: &'static Member) -> Result<i64, DecodeError> {
        only_structures(at)
    }

    fn float(&mut self, at: &'static Member) -> Result<f64, DecodeError> {
        only_structures(at)
    }

    fn string(&mut self, at: &'static Member) -> Result<String, DecodeError> {
        only_structures(at)
    }

    fn blob(&mut self, at: &'static Member) -> Result<Bytes, DecodeError> {
        only_structures(at)
    }

    fn timestamp(&mut self, at: &'static Member) -> Result<Timestamp, DecodeError> {
        only_structures(at)
    }

    fn structure(&mut self, at: &'static Member, into: &mut dyn Shape) -> Result<(), DecodeError> {
        self.trace.enter(crate::trace::Step::Member(at.name))?;
        let mut seen = Seen::default();
        if self.codec == Codec::RestXml {
            xml::read(&self.bytes, at.wire, into, &mut seen, &mut self.trace)?;
        } else {
            json::read(&self.bytes, into, &mut seen, &mut self.trace)?;
        }
        self.trace.close(into.schema(), seen);
        self.trace.leave();
        Ok(())
    }

    fn list(
        &mut self,
        at: &'static Member,
        _: &mut dyn FnMut(&mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        only_structures(at)
    }

    fn map(
        &mut self,
        at: &'static Member,
        _: &mut dyn FnMut(String, &mut dyn Deserializer) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        only_structures(at)
    }

    fn pass_over(&mut self, at: &'static Member) -> Result<(), DecodeError> {
        only_structures(at)
    }
}
