//! Outputs into answers.

use crate::rest::{HeaderWriter, header_value};
use crate::xml::{Dialect, document, escape, members};
use crate::{Codec, Named, cbor, event_stream, json};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, SERVER};
use http::{HeaderValue, Response, StatusCode};
use shapes::{
    AnyEvents, ByteStream, Items, Kind, Location, Member, OperationSchema, Pairs, Serializer,
    Service, Shape, Timestamp,
};

/// The body of a request or an answer.
#[derive(Debug)]
pub enum Body {
    /// A body in memory.
    Bytes(Bytes),
    /// A body of any length.
    Stream(ByteStream),
    /// The body of an answer that goes on with events as they happen. It has no end of its own, so
    /// whoever sends it may end it between two pieces.
    Events(ByteStream),
}

/// The header of a request's id, except in S3.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
/// The header of a request's id in S3.
pub(crate) const S3_REQUEST_ID: HeaderName = HeaderName::from_static("x-amz-request-id");
/// The header of S3's host id.
pub(crate) const S3_HOST_ID: HeaderName = HeaderName::from_static("x-amz-id-2");

/// The header of the CRC-32 of an answer's body, as DynamoDB has it.
pub(crate) const CRC32: HeaderName = HeaderName::from_static("x-amz-crc32");

/// The CRC-32 of a body, in decimal.
pub(crate) fn crc32(body: &[u8]) -> HeaderValue {
    HeaderValue::from(crc_fast::checksum(crc_fast::CrcAlgorithm::Crc32IsoHdlc, body))
}

/// What stands before an XML document.
pub(crate) const XML_DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// S3's second, opaque id of a request.
pub(crate) fn host_id(request_id: &str) -> String {
    base64_simd::STANDARD.encode_to_string(request_id.as_bytes())
}

/// How many headers an answer has at most beside those of its operation: its map need not grow for them.
const STAMPED: usize = 8;

/// What S3 says it is.
const S3_SERVER: HeaderValue = HeaderValue::from_static("AmazonS3");

/// The header that says that an answer is Smithy RPC v2, and which.
const SMITHY_PROTOCOL: HeaderName = HeaderName::from_static("smithy-protocol");

/// Sets the headers that name the request and, where it has to be said, the protocol.
pub(crate) fn stamp<T>(answer: &mut Response<T>, codec: Codec, request_id: &str) {
    let headers = answer.headers_mut();
    if codec == Codec::RestXml {
        headers.insert(S3_REQUEST_ID, header_value(request_id));
        headers.insert(S3_HOST_ID, header_value(&host_id(request_id)));
        headers.insert(SERVER, S3_SERVER);
    } else {
        headers.insert(REQUEST_ID, header_value(request_id));
    }
    if codec == Codec::RpcV2Cbor {
        headers.insert(SMITHY_PROTOCOL, HeaderValue::from_static("rpc-v2-cbor"));
    }
}

/// The content type of an awsJson body.
pub(crate) fn json_type(version: &str) -> HeaderValue {
    HeaderValue::from_static(match version {
        "1.0" => "application/x-amz-json-1.0",
        "1.1" => "application/x-amz-json-1.1",
        _ => "application/json",
    })
}

/// The content type of a CBOR body.
pub(crate) const CBOR_TYPE: HeaderValue = HeaderValue::from_static("application/x-amz-cbor-1.1");

/// The content type of a CBOR body in Smithy RPC v2.
pub(crate) const RPC_CBOR_TYPE: HeaderValue = HeaderValue::from_static("application/cbor");

/// The answer of a success. Takes the output's stream where it has one.
pub fn encode(
    operation: &'static OperationSchema,
    named: &Named,
    output: &mut dyn Shape,
    request_id: &str,
) -> Response<Body> {
    if let Some(events) = output.take_events() {
        let mut answer = events_answer(operation, named.codec, output, events);
        stamp(&mut answer, named.codec, request_id);
        return answer;
    }
    let mut answer = match named.codec {
        Codec::Json => {
            document_answer(output, json_type(operation.service.json_version), json::write)
        }
        Codec::Cbor => document_answer(output, CBOR_TYPE, cbor::write),
        Codec::RpcV2Cbor => rpc_answer(output),
        Codec::Query => query_answer(operation, output, request_id),
        Codec::RestJson | Codec::RestXml => rest_answer(operation, named.codec, output),
    };
    stamp(&mut answer, named.codec, request_id);
    if operation.service.dialect.crc32
        && let Body::Bytes(body) = answer.body()
    {
        let checksum = crc32(body);
        answer.headers_mut().insert(CRC32, checksum);
    }
    answer
}

fn in_memory(bytes: impl Into<Bytes>) -> Response<Body> {
    Response::new(Body::Bytes(bytes.into()))
}

/// One document; an output without members has no body at all.
fn document_answer(
    output: &dyn Shape,
    content_type: HeaderValue,
    write: fn(&dyn Shape, &mut Vec<u8>),
) -> Response<Body> {
    let mut bytes = Vec::new();
    if !output.schema().members.is_empty() {
        write(output, &mut bytes);
    }
    let mut answer = in_memory(bytes);
    answer.headers_mut().insert(CONTENT_TYPE, content_type);
    answer
}

/// One document; an operation without an output has neither body nor content type ("Smithy RPC v2
/// CBOR protocol", HTTP responses).
fn rpc_answer(output: &dyn Shape) -> Response<Body> {
    if std::ptr::eq(output.schema(), &shapes::UNIT) {
        return in_memory(Bytes::new());
    }
    let mut bytes = Vec::new();
    cbor::write_in_seconds(output, &mut bytes);
    let mut answer = in_memory(bytes);
    answer.headers_mut().insert(CONTENT_TYPE, RPC_CBOR_TYPE);
    answer
}

/// The XML namespace of a service's answers in the query protocol.
pub(crate) fn namespace_of(service: &Service) -> Option<&'static str> {
    service.dialect.forms.map(|forms| forms.namespace).or(service.xml_namespace)
}

fn query_answer(
    operation: &'static OperationSchema,
    output: &dyn Shape,
    request_id: &str,
) -> Response<Body> {
    let mut text = format!("<{}Response", operation.name);
    if let Some(uri) = namespace_of(operation.service) {
        text.push_str(&format!(" xmlns=\"{uri}\""));
    }
    text.push_str(">\n");
    let forms = operation.service.dialect.forms;
    let has_result = forms.is_some() && !operation.output.members.is_empty();
    let own = has_result.then(|| format!("{}Result", operation.name));
    if let Some(wrapper) = operation.result_wrapper.or(own.as_deref()) {
        text.push_str(&format!("<{wrapper}>"));
        members(Dialect::Query, forms, output, &mut text);
        text.push_str(&format!("</{wrapper}>\n"));
    }
    text.push_str("<ResponseMetadata><RequestId>");
    escape(request_id, &mut text);
    text.push_str("</RequestId></ResponseMetadata>\n");
    text.push_str(&format!("</{}Response>\n", operation.name));
    let mut answer = in_memory(text);
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/xml"));
    answer
}

fn rest_answer(
    operation: &'static OperationSchema,
    codec: Codec,
    output: &mut dyn Shape,
) -> Response<Body> {
    let bound = HeaderWriter::write(output);
    let (body, content_type) = rest_body(operation, codec, output);
    let mut answer = Response::new(body);
    answer.headers_mut().reserve(bound.headers.len() + STAMPED);
    if let Some(content_type) = content_type {
        answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    set_bound(&mut answer, bound, operation);
    answer
}

/// Sets what members say in headers and the status.
fn set_bound(
    answer: &mut Response<Body>,
    bound: HeaderWriter,
    operation: &'static OperationSchema,
) {
    // A range is asked for in a header, and what answers it is a 206 (RFC 9110, section 15.3.7).
    let partial = bound.headers.contains_key(http::header::CONTENT_RANGE).then_some(206);
    answer.headers_mut().extend(bound.headers);
    let status = bound.status.or(partial).unwrap_or(operation.status);
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
}

/// An answer that is a stream of events. The protocols that bind members to HTTP say the rest of
/// the answer there, the others in a message before the first event.
fn events_answer(
    operation: &'static OperationSchema,
    codec: Codec,
    output: &dyn Shape,
    events: AnyEvents,
) -> Response<Body> {
    let is_bound = matches!(codec, Codec::RestJson | Codec::RestXml);
    let body = event_stream::body(codec, (!is_bound).then_some(output), events);
    let mut answer = Response::new(Body::Events(body));
    answer.headers_mut().insert(CONTENT_TYPE, event_stream::CONTENT_TYPE);
    if is_bound {
        set_bound(&mut answer, HeaderWriter::write(output), operation);
    }
    answer
}

type Typed = (Body, Option<&'static str>);

fn nothing() -> Typed {
    (Body::Bytes(Bytes::new()), None)
}

fn rest_body(operation: &'static OperationSchema, codec: Codec, output: &mut dyn Shape) -> Typed {
    let schema = output.schema();
    if operation.method == "HEAD" {
        // S3 says the type of a document even where there is none. That of an object stands in a
        // header of its own.
        let content_type = (codec == Codec::RestXml).then_some("application/xml");
        return (Body::Bytes(Bytes::new()), content_type);
    }
    let payload = schema.payload.and_then(|index| Some((index, schema.members.get(index)?)));
    if let Some((index, member)) = payload {
        if member.streaming {
            let stream = output.stream_mut().map(std::mem::take).unwrap_or_default();
            return (Body::Stream(stream), None);
        }
        let mut writer = PayloadWriter { codec, operation, bytes: Vec::new(), content_type: None };
        output.write_member(index, member, &mut writer);
        return (Body::Bytes(writer.bytes.into()), writer.content_type);
    }
    if !schema.members.iter().any(|member| member.location == Location::Body) {
        return nothing();
    }
    if codec == Codec::RestJson {
        let mut bytes = Vec::new();
        json::write(output, &mut bytes);
        return (Body::Bytes(bytes.into()), Some("application/json"));
    }
    (Body::Bytes(xml_body(operation, output).into()), Some("application/xml"))
}

/// An output whose members are the document's.
fn xml_body(operation: &'static OperationSchema, output: &dyn Shape) -> String {
    let namespace = operation.service.xml_namespace;
    let mut text = XML_DECLARATION.to_owned();
    if !operation.xml_unwrapped {
        let root = operation.xml_root.unwrap_or(output.schema().name);
        document(Dialect::S3, root, namespace, output, &mut text);
        return text;
    }
    let name = output.schema().members.first().map_or("", |member| member.wire);
    let mut inner = String::new();
    members(Dialect::S3, None, output, &mut inner);
    // The only member brings its own element, which has to declare the namespace.
    let attributes = namespace.map(|uri| format!(" xmlns=\"{uri}\"")).unwrap_or_default();
    match inner.strip_prefix(&format!("<{name}>")) {
        Some(rest) => text.push_str(&format!("<{name}{attributes}>{rest}")),
        None => text.push_str(&format!("<{name}{attributes}/>")),
    }
    text
}

/// Writes the one member that is the body.
struct PayloadWriter {
    codec: Codec,
    operation: &'static OperationSchema,
    bytes: Vec<u8>,
    content_type: Option<&'static str>,
}

impl Serializer for PayloadWriter {
    fn boolean(&mut self, _: &'static Member, _: bool) {}

    fn integer(&mut self, _: &'static Member, _: i64) {}

    fn float(&mut self, _: &'static Member, _: f64) {}

    fn string(&mut self, at: &'static Member, value: &str) {
        self.blob(at, value.as_bytes());
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        self.bytes.extend_from_slice(value);
        // Lambda says JSON of what functions answer; S3's texts (bucket policies) are JSON too.
        let json = self.codec == Codec::RestJson || matches!(at.kind, Kind::String(_));
        self.content_type = json.then_some("application/json");
    }

    fn timestamp(&mut self, _: &'static Member, _: Timestamp) {}

    fn structure(&mut self, at: &'static Member, value: &dyn Shape) {
        if self.codec == Codec::RestJson {
            json::write(value, &mut self.bytes);
            self.content_type = Some("application/json");
            return;
        }
        let mut text = XML_DECLARATION.to_owned();
        let namespace = at.xml_namespace.or(self.operation.service.xml_namespace);
        let root = self.operation.xml_root.unwrap_or(at.wire);
        document(Dialect::S3, root, namespace, value, &mut text);
        self.bytes = text.into_bytes();
        self.content_type = Some("application/xml");
    }

    fn list(&mut self, _: &'static Member, _: &dyn Items) {}

    fn map(&mut self, _: &'static Member, _: &dyn Pairs) {}
}
