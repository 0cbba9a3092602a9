//! The one table of how errors look, per protocol.

use crate::encode::{
    CBOR_TYPE, CRC32, RPC_CBOR_TYPE, XML_DECLARATION, crc32, host_id, json_type, namespace_of,
    stamp,
};
use crate::rest::header_value;
use crate::xml::escape;
use crate::{Codec, WireError, cbor, json, xml};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderValue, Response, StatusCode};
use shapes::{Codes, Service};

/// The header in which the REST-JSON services say an error's code.
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// The answer of a failure. `service` is absent when the request named none; the answer to a HEAD
/// request has no body.
pub fn encode_error(
    service: Option<&'static Service>,
    codec: Codec,
    error: &WireError,
    request_id: &str,
    is_head: bool,
) -> Response<Bytes> {
    let version = service.map_or("1.1", |service| service.json_version);
    let codes = service.and_then(|service| service.dialect.codes);
    let worded = codes.map(|codes| in_words_of(codes, codec, error));
    let error = worded.as_ref().unwrap_or(error);
    let namespace = service.and_then(|service| service.dialect.namespace);
    let prefix = namespace.map_or("", |namespace| namespace(&error.code));
    let (body, content_type) = match codec {
        Codec::Json => (json_body(error, Some(prefix)), json_type(version)),
        Codec::Cbor => (cbor_body(error), CBOR_TYPE),
        Codec::RpcV2Cbor => (cbor_body(error), RPC_CBOR_TYPE),
        Codec::RestJson => (rest_json_body(service, error), json_type("")),
        Codec::RestXml => {
            let wraps = service.is_some_and(|service| service.dialect.wraps_errors);
            let body = s3_body(error, request_id);
            let body = if wraps { wrapped(&body) } else { body };
            (body.into_bytes(), HeaderValue::from_static("application/xml"))
        }
        Codec::Query => {
            let body = query_body(service, error, request_id);
            (body.into_bytes(), HeaderValue::from_static("text/xml"))
        }
    };
    // 304 and answers to HEAD have no body (RFC 9110, sections 9.3.2 and 15.4.5).
    let silent = is_head || error.status == 304;
    let mut answer = Response::new(if silent { Bytes::new() } else { body.into() });
    *answer.status_mut() =
        StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    stamp(&mut answer, codec, request_id);
    let headers = answer.headers_mut();
    // S3 says of what it does not send what it would be.
    if !silent || (codec == Codec::RestXml && error.status != 304) {
        headers.insert(CONTENT_TYPE, content_type);
    }
    if codec == Codec::RestJson {
        headers.insert(ERROR_TYPE, header_value(&error.code));
    }
    for (name, value) in &error.headers {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            headers.insert(name, header_value(value));
        }
    }
    if service.is_some_and(|service| service.dialect.crc32) {
        let checksum = crc32(answer.body());
        answer.headers_mut().insert(CRC32, checksum);
    }
    answer
}

/// An answer with the headers that name its request in this protocol.
pub fn stamped<T>(mut answer: Response<T>, codec: Codec, request_id: &str) -> Response<T> {
    stamp(&mut answer, codec, request_id);
    answer
}

/// A text as it stands in XML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// S3's second, opaque id of a request.
pub fn host_id_of(request_id: &str) -> String {
    host_id(request_id)
}

/// The error of a service that has spoken another protocol before: its code of then in the query
/// protocol, and beside today's in those that came after.
fn in_words_of(codes: &Codes, codec: Codec, error: &WireError) -> WireError {
    let (name, status) = codes.error(&error.code, error.status);
    if codec == Codec::Query {
        let mut worded = WireError { code: name.to_owned().into(), status, ..error.clone() };
        if let Some(sentence) = codes.sentence(&error.code) {
            worded.message = sentence.into();
        }
        return worded;
    }
    let whose = if error.sender_fault { "Sender" } else { "Receiver" };
    let code = format!("{}{}", codes.prefix, error.code).into();
    let error = WireError { code, ..error.clone() };
    error.with_header("x-amzn-query-error", format!("{name};{whose}"))
}

fn message_member(error: &WireError) -> &'static str {
    if error.capital_message { "Message" } else { "message" }
}

/// The message and the further texts of an error.
fn members(error: &WireError) -> impl Iterator<Item = (&str, &str)> {
    let message = (!error.message.is_empty()).then_some((message_member(error), &*error.message));
    message.into_iter().chain(error.fields.iter().map(|(name, value)| (*name, value.as_str())))
}

/// A body that begins with the error's code, and with what stands before it, where there is a `prefix`.
fn json_body(error: &WireError, prefix: Option<&str>) -> Vec<u8> {
    let mut out = b"{".to_vec();
    let code = prefix.map(|prefix| format!("{prefix}{}", error.code));
    let code = code.as_deref().map(|code| ("__type", code));
    for (name, value) in code.into_iter().chain(members(error)) {
        if out.len() > 1 {
            out.push(b',');
        }
        json::write_text(name, &mut out);
        out.push(b':');
        json::write_text(value, &mut out);
    }
    if let Some(detail) = &error.detail {
        json::write_members(&**detail, &mut out);
    }
    out.push(b'}');
    out
}

fn cbor_body(error: &WireError) -> Vec<u8> {
    let texts = std::iter::once(("__type", &*error.code)).chain(members(error));
    cbor::write_texts(texts, error.detail.as_deref())
}

/// Some services' own errors say whose fault they are in `Type`.
fn rest_json_body(service: Option<&'static Service>, error: &WireError) -> Vec<u8> {
    let tells_fault = service.is_some_and(|service| service.dialect.tells_fault);
    let has_type = error.fields.iter().any(|(name, _)| *name == "Type");
    let declared = !matches!(
        &*error.code,
        "ValidationException" | "SerializationException" | "UnknownOperationException"
    );
    if !tells_fault || has_type || !declared {
        return json_body(error, None);
    }
    let whose = if error.sender_fault { "User" } else { "Service" };
    json_body(&error.clone().with_field("Type", whose), None)
}

fn element(name: &str, value: &str, out: &mut String) {
    out.push_str(&format!("<{name}>"));
    escape(value, out);
    out.push_str(&format!("</{name}>"));
}

fn s3_body(error: &WireError, request_id: &str) -> String {
    let mut text = format!("{XML_DECLARATION}<Error>");
    element("Code", &error.code, &mut text);
    element("Message", &error.message, &mut text);
    for (name, value) in &error.fields {
        element(name, value, &mut text);
    }
    element("RequestId", request_id, &mut text);
    element("HostId", &host_id(request_id), &mut text);
    text.push_str("</Error>");
    text
}

/// The same within an element of its own.
fn wrapped(body: &str) -> String {
    let inner = body.strip_prefix(XML_DECLARATION).unwrap_or(body);
    format!("{XML_DECLARATION}<ErrorResponse>{inner}</ErrorResponse>")
}

fn query_body(service: Option<&'static Service>, error: &WireError, request_id: &str) -> String {
    let namespace =
        service.and_then(namespace_of).map(|uri| format!(" xmlns=\"{uri}\"")).unwrap_or_default();
    let mut text = format!("<ErrorResponse{namespace}>\n<Error>");
    element("Type", if error.sender_fault { "Sender" } else { "Receiver" }, &mut text);
    element("Code", &error.code, &mut text);
    element("Message", &error.message, &mut text);
    for (name, value) in &error.fields {
        element(name, value, &mut text);
    }
    if let Some(detail) = &error.detail {
        xml::members(xml::Dialect::Query, None, &**detail, &mut text);
    }
    text.push_str("</Error>\n");
    element("RequestId", request_id, &mut text);
    text.push_str("\n</ErrorResponse>\n");
    text
}
