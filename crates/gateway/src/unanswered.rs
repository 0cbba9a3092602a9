//! Requests that were carried out and get no answer, since somebody wants to see that (`platform::Faults`).

use http::{Response, StatusCode};
use std::fmt;
use wire::Body;

/// In the place of an answer, that there is none: the connection ends, or on HTTP/2 the request's stream.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unanswered;

impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer was dropped by a fault")
    }
}

impl std::error::Error for Unanswered {}

/// An answer that is never sent.
pub(crate) fn mark() -> Response<Body> {
    let mut answer = Response::new(Body::Bytes(bytes::Bytes::new()));
    *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    answer.extensions_mut().insert(Unanswered);
    answer
}

/// Whether an answer is never sent.
pub(crate) fn is_marked<B>(answer: &Response<B>) -> bool {
    answer.extensions().get::<Unanswered>().is_some()
}

/// What the log says of it.
pub(crate) fn why(answer: &Response<Body>) -> Option<String> {
    is_marked(answer).then(|| Unanswered.to_string())
}
