//! Building requests and reading answers.

use bytes::Bytes;
use http::request::Parts;
use shapes::{Operation, Shape};
use wire::{Body, Hosts, Identified, Named, WireError};

/// A request's head. Headers as `name: value`.
pub fn head(method: &str, uri: &str, headers: &[&str]) -> Parts {
    let mut request = http::Request::builder().method(method).uri(uri);
    for line in headers {
        let (name, value) = line.split_once(": ").unwrap();
        request = request.header(name, value);
    }
    request.body(()).unwrap().into_parts().0
}

/// The operation that a head names.
pub fn named(head: &Parts) -> Named {
    match wire::identify(head, &Hosts::default()).unwrap() {
        Identified::Operation(named) => named,
        Identified::Form => panic!("the operation stands in a form"),
        Identified::Upload(named) => named,
    }
}

/// The error of a head that names nothing.
pub fn unnamed(head: &Parts) -> WireError {
    wire::identify(head, &Hosts::default()).unwrap_err()
}

/// Decodes a request that must name `O`.
pub fn decode<O: Operation>(head: &Parts, body: impl Into<Bytes>) -> Result<O::Input, WireError> {
    let body = body.into();
    let named = match wire::identify(head, &Hosts::default())? {
        Identified::Operation(named) => named,
        Identified::Form => wire::identify_form(head, &body)?,
        Identified::Upload(named) => named,
    };
    assert_eq!(named.operation, O::SCHEMA.name);
    let mut input = O::Input::default();
    wire::decode(O::SCHEMA, &named, head, Body::Bytes(body), &mut input)?;
    Ok(input)
}

/// The answer of `O` with its body as text.
pub fn answer<O: Operation>(named: &Named, mut output: O::Output) -> http::Response<Vec<u8>> {
    let shape: &mut dyn Shape = &mut output;
    let answer = wire::encode(O::SCHEMA, named, shape, "req-1");
    answer.map(|body| match body {
        Body::Bytes(bytes) => bytes.to_vec(),
        Body::Stream(_) | Body::Events(_) => b"<stream>".to_vec(),
    })
}

/// The head of an awsJson call.
pub fn json_call(target: &str) -> Parts {
    let target = format!("x-amz-target: {target}");
    head("POST", "/", &["content-type: application/x-amz-json-1.1", &target])
}

/// A body as text.
pub fn text(answer: &http::Response<Vec<u8>>) -> &str {
    std::str::from_utf8(answer.body()).unwrap()
}
