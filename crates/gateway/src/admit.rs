//! From a request's head and body to a caller and what the codec reads.

use crate::caller::{Caller, Claim, Desk};
use crate::config::Auth;
use crate::{Gateway, errors, s3_body};
use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::request::Parts;
use shapes::{ByteStream, OperationSchema, Service};
use wire::sigv4::{Payload, Signed, sha256_hex};
use wire::{Body, Codec, Named, WireError, takes_stream};

const MIB: usize = 1 << 20;

/// The longest body that is read into memory, in bytes. PutRecords takes 10 MiB, a third more in
/// base64; CreateFunction's own limit is the figure of Lambda's error message; a list of a
/// thousand keys or ten thousand parts fits S3's.
fn limit(service: &Service) -> usize {
    match service.id {
        "kinesis" => 16 * MIB,
        "lambda" => 69_905_067,
        "logs" => 10 * MIB,
        "s3" => 8 * MIB,
        _ => MIB,
    }
}

/// The longest form, which is read before its service is known.
pub(crate) const FORM_LIMIT: usize = 2 * MIB;

/// Finds out who asks and reads the body as far as the operation wants it read.
pub(crate) async fn admit(
    gateway: &Gateway,
    named: &Named,
    operation: &'static OperationSchema,
    signed: Option<Signed>,
    head: &mut Parts,
    body: Body,
) -> Result<(Caller, Body), WireError> {
    let desk = Desk {
        config: &gateway.config,
        credentials: &gateway.platform.credentials,
        keys: &gateway.keys,
        now: gateway.platform.clock.now(),
    };
    let stream = match body {
        Body::Stream(stream) => stream,
        Body::Bytes(bytes) => ByteStream::from(bytes),
    };
    if named.codec == Codec::RestXml {
        return admit_s3(&desk, operation, signed, head, stream).await;
    }
    let claim = desk.claim(signed, named.service)?;
    let bytes = collect(stream, limit(named.service), Some(named.service), named.codec).await?;
    let hash = match claim {
        Claim::Signed(..) => sha256_hex(&bytes),
        Claim::Believed(_) => String::new(),
    };
    Ok((desk.prove(claim, head, named.service, &hash)?, Body::Bytes(bytes)))
}

/// S3 proves the head before anything of the body is read.
async fn admit_s3(
    desk: &Desk<'_>,
    operation: &'static OperationSchema,
    signed: Option<Signed>,
    head: &mut Parts,
    stream: ByteStream,
) -> Result<(Caller, Body), WireError> {
    let service = operation.service;
    let payload = Payload::of(head)?;
    let must_say = desk.config.auth == Auth::Verify && head.headers.contains_key(AUTHORIZATION);
    if must_say && payload == Payload::Absent {
        let message = "Missing required header for this request: x-amz-content-sha256";
        return Err(WireError::client("InvalidRequest", 400, message));
    }
    let claim = desk.claim(signed, service)?;
    let mut caller = desk.prove(claim, head, service, payload.canonical())?;
    if takes_stream(operation) {
        s3_body::check_length(head)?;
        let stream = s3_body::unwrap(head, stream, payload, &mut caller)?;
        return Ok((caller, Body::Stream(stream)));
    }
    let stream = s3_body::unwrap(head, stream, payload, &mut caller)?;
    let document = collect(stream, limit(service), Some(service), Codec::RestXml).await?;
    s3_body::check_document(head, operation.name, &document)?;
    Ok((caller, Body::Bytes(document)))
}

/// The whole body in memory.
pub(crate) async fn collect(
    mut stream: ByteStream,
    limit: usize,
    service: Option<&'static Service>,
    codec: Codec,
) -> Result<Bytes, WireError> {
    let too_large = || errors::too_large(service, codec, limit);
    let length = usize::try_from(stream.length().unwrap_or(0)).unwrap_or(usize::MAX);
    if length > limit {
        return Err(too_large());
    }
    let mut whole = Vec::new();
    while let Some(piece) = stream.next().await {
        let piece = piece.map_err(|error| errors::of_body(error, service))?;
        if whole.is_empty() && piece.len() == length {
            // All at once, as small bodies come; the stream's end is still to be heard, since it
            // may be an error.
            return match stream.next().await {
                None => Ok(piece),
                Some(Err(error)) => Err(errors::of_body(error, service)),
                Some(Ok(_)) => Err(too_large()),
            };
        }
        if piece.len() > limit - whole.len() {
            return Err(too_large());
        }
        whole.reserve(length.saturating_sub(whole.len()));
        whole.extend_from_slice(&piece);
    }
    Ok(whole.into())
}
