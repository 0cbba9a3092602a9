//! What an S3 request tells of itself beyond its input, for conditions of policies and access logs.

use http::header::{CONTENT_LENGTH, HOST, HeaderName, REFERER, USER_AGENT};
use http::request::Parts;
use http::{HeaderMap, Response};
use platform::{Entrance, Signature, Visit, VisitEnd};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use wire::sigv4::{Scheme, Signed};
use wire::{Body, Codec};

/// The visit of a request to a service that asks for it.
pub(crate) fn of(
    head: &Parts,
    codec: Codec,
    address: Option<IpAddr>,
    signed: Option<&Signed>,
    entrance: Entrance,
) -> Option<Arc<Visit>> {
    if codec != Codec::RestXml {
        return None;
    }
    let header = |name| text(&head.headers, name);
    let signature = |signed: &Signed| Signature {
        in_query: matches!(signed.scheme, Scheme::Query | Scheme::QueryV2),
        is_version_2: matches!(signed.scheme, Scheme::QueryV2 | Scheme::HeaderV2 | Scheme::FormV2),
        time: signed.time,
    };
    let decoded = head.headers.get("x-amz-decoded-content-length");
    let length = decoded.or_else(|| head.headers.get(CONTENT_LENGTH));
    Some(Arc::new(Visit {
        address,
        line: format!("{} {} {:?}", head.method, target(head), head.version),
        host: header(HOST),
        referer: header(REFERER),
        user_agent: header(USER_AGENT),
        length: length.and_then(|it| it.to_str().ok()?.parse().ok()),
        signature: signed.map(signature),
        entrance,
        copies: head.headers.contains_key("x-amz-copy-source"),
        ..Visit::default()
    }))
}

fn target(head: &Parts) -> &str {
    head.uri.path_and_query().map_or("/", |target| target.as_str())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Adds to an answer what the visit has for it, and tells who wants to hear it that it has ended.
pub(crate) fn end(visit: &Visit, answer: &mut Response<Body>, error: Option<&str>, took: Duration) {
    if answer.status().as_u16() < 400 {
        for (name, value) in visit.headers() {
            if let Ok(value) = value.parse() {
                answer.headers_mut().insert(name, value);
            }
        }
    }
    let header = |name: &str| {
        let value = answer.headers().get(name)?;
        value.to_str().ok().map(str::to_owned)
    };
    let bytes = match answer.body() {
        Body::Bytes(bytes) => Some(bytes.len() as u64),
        Body::Stream(_) | Body::Events(_) => {
            header(CONTENT_LENGTH.as_str()).and_then(|it| it.parse().ok())
        }
    };
    let (status, error) = (answer.status().as_u16(), error.and_then(|it| it.split(':').next()));
    visit.end(&VisitEnd { status, error, bytes, header: &header, took });
}
