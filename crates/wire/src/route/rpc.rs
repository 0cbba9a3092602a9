//! Smithy RPC v2: `POST /service/{Service}/operation/{Operation}` with the header `smithy-protocol`.

use super::{Named, header, operation_of};
use crate::{Codec, WireError};
use http::Method;
use http::request::Parts;
use shapes::{Protocol, SERVICES, Service};

/// The service and operation of the path, which may have something before them.
fn path(head: &Parts) -> Option<(&str, &str)> {
    let (_, rest) = head.uri.path().split_once("/service/")?;
    let (service, operation) = rest.split_once("/operation/")?;
    (!operation.contains('/')).then_some((service, operation))
}

/// The service that the path names, by the name that stands in `X-Amz-Target` otherwise.
pub(super) fn service(head: &Parts) -> Option<&'static Service> {
    let (prefix, _) = path(head)?;
    let speaks = |it: &&Service| it.speaks(Protocol::RpcV2Cbor) && it.target_prefix == prefix;
    SERVICES.iter().copied().find(speaks)
}

/// Names the operation of a request that has Smithy's header.
pub(super) fn identify(head: &Parts) -> Result<Named, WireError> {
    let is_cbor = header(head, "smithy-protocol") == Some("rpc-v2-cbor");
    let named = service(head).filter(|_| is_cbor && head.method == Method::POST).and_then(|it| {
        let (_, name) = path(head)?;
        Some(Named::plain(it, operation_of(it, name)?, Codec::RpcV2Cbor))
    });
    named.ok_or_else(|| WireError::unknown_operation(404))
}
