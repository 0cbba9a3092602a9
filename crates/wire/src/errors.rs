//! The one table of how errors look, per protocol.

use crate::{Codec, WireError};
use bytes::Bytes;
use shapes::Service;

/// The answer of a failure. `service` is absent when the request named none; `resource` is what
/// S3 writes as `<Resource>`; the answer to a HEAD request has no body.
pub fn encode_error(
    service: Option<&'static Service>,
    codec: Codec,
    error: &WireError,
    request_id: &str,
    resource: Option<&str>,
    is_head: bool,
) -> http::Response<Bytes> {
    let _ = (service, codec, error, request_id, resource, is_head);
    http::Response::new(Bytes::new())
}
