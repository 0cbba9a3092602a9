//! Requests written as text, so that dictionaries and people can write them too.
//!
//! ```text
//! PUT /bucket/key?partNumber=1
//! host: localhost:4566
//! x-amz-date: 20130524T000000Z
//!
//! the body
//! ```

use http::request::Parts;

/// The head of a request and its body; `None` for what HTTP itself would refuse.
pub fn parse(text: &[u8]) -> Option<(Parts, &[u8])> {
    let (head, body) = split(text, b"\n\n");
    let (first, headers) = split(head, b"\n");
    let (method, uri) = split(first, b" ");
    let mut request = http::Request::builder().method(method).uri(uri);
    for line in headers.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let (name, value) = split(line, b":");
        request = request.header(name, value.trim_ascii());
    }
    Some((request.body(()).ok()?.into_parts().0, body))
}

/// What stands before the first `mark` and after it.
fn split<'a>(text: &'a [u8], mark: &[u8]) -> (&'a [u8], &'a [u8]) {
    match text.windows(mark.len()).position(|window| window == mark) {
        Some(at) => (&text[..at], &text[at + mark.len()..]),
        None => (text, b""),
    }
}
