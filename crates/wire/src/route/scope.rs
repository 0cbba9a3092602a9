//! The service that a request is signed for.

use super::header;
use crate::text::percent_decode;
use http::request::Parts;

/// The service in the credential scope of a signature, from the `Authorization` header or a
/// presigned URL; lower case. Whether the signature is right is not asked here.
pub(super) fn signed_service(head: &Parts) -> Option<String> {
    let from_header = header(head, "authorization").and_then(|value| {
        let scope = value.split_once("Credential=")?.1;
        scope.split([',', ' ']).next().map(str::to_owned)
    });
    let credential = from_header.or_else(|| {
        let pair = head.uri.query()?.split('&').find_map(|it| it.strip_prefix("X-Amz-Credential="));
        percent_decode(pair?)
    })?;
    // AKID/20260131/us-east-1/kinesis/aws4_request; an access key id has no slash.
    let service = credential.rsplit('/').nth(1)?;
    (!service.is_empty()).then(|| service.to_ascii_lowercase())
}
