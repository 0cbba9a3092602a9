//! The bodies of S3's requests: chunked framing taken off, promised hashes and lengths compared.

use crate::caller::Caller;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::request::Parts;
use http::{HeaderMap, HeaderValue};
use shapes::ByteStream;
use shapes::checksum::{Algorithm, Checksum};
use wire::sigv4::{Payload, check_hash};
use wire::{WireError, chunked};

const CONTENT_MD5: &str = "content-md5";
const DECODED_LENGTH: &str = "x-amz-decoded-content-length";

/// The body as the service shall see it. The head's headers are set to what that body is.
pub(crate) fn unwrap(
    head: &mut Parts,
    body: ByteStream,
    payload: Payload,
    caller: &mut Caller,
) -> Result<ByteStream, WireError> {
    match payload {
        Payload::Chunked { signed, trailer } => {
            let chunks = caller.chunks.take().filter(|_| signed);
            let framing = chunked::Framing {
                decoded_length: decoded_length(&head.headers)?,
                signatures: chunks,
                signed_trailer: signed && trailer,
                trailers: if trailer { trailers(&head.headers)? } else { Vec::new() },
            };
            tell_service(&mut head.headers, &framing);
            Ok(chunked::decode(body, framing))
        }
        Payload::Hash(hash) => Ok(check_hash(body, hash)),
        Payload::Absent | Payload::Unsigned => Ok(body),
    }
}

fn decoded_length(headers: &HeaderMap) -> Result<u64, WireError> {
    let value = headers.get(DECODED_LENGTH).ok_or_else(missing_length)?;
    let text = value.to_str().unwrap_or_default();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number).ok_or_else(missing_length)
}

/// The checksums that `x-amz-trailer` announces.
fn trailers(headers: &HeaderMap) -> Result<Vec<Algorithm>, WireError> {
    let values = headers.get_all("x-amz-trailer").iter();
    let names = values.flat_map(|value| value.to_str().unwrap_or("\u{fffd}").split(','));
    let names = names.map(str::trim).filter(|name| !name.is_empty());
    names
        .map(|name| {
            Algorithm::of_header(name).ok_or_else(|| {
                let message = "The value specified in the x-amz-trailer header is not supported";
                WireError::client("InvalidRequest", 400, message)
            })
        })
        .collect()
}

/// The service sees the object's own encoding and length.
fn tell_service(headers: &mut HeaderMap, framing: &chunked::Framing) {
    headers.insert(CONTENT_LENGTH, HeaderValue::from(framing.decoded_length));
    let all = headers.get_all(CONTENT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let encodings: Vec<_> = all.flat_map(|value| value.split(',')).map(str::trim).collect();
    let own: Vec<_> = encodings
        .iter()
        .filter(|name| !name.eq_ignore_ascii_case("aws-chunked"))
        .copied()
        .collect();
    let own = HeaderValue::from_str(&own.join(", ")).ok().filter(|value| !value.is_empty());
    headers.remove(CONTENT_ENCODING);
    if let Some(own) = own {
        headers.insert(CONTENT_ENCODING, own);
    }
}

/// An object must say its length ("PUT Object", `Content-Length`).
pub(crate) fn check_length(head: &Parts) -> Result<(), WireError> {
    if head.headers.contains_key(CONTENT_LENGTH) || head.headers.contains_key(DECODED_LENGTH) {
        return Ok(());
    }
    if head.headers.contains_key(TRANSFER_ENCODING) {
        let message = "A header you provided implies functionality that is not implemented";
        return Err(WireError::client("NotImplemented", 501, message)
            .with_field("Header", "Transfer-Encoding"));
    }
    Err(missing_length())
}

fn missing_length() -> WireError {
    let message = "You must provide the Content-Length HTTP header.";
    WireError::client("MissingContentLength", 411, message)
}

/// Compares a document with the checksums in its request's headers. Those of
/// CompleteMultipartUpload are the object's, not the document's.
pub(crate) fn check_document(
    head: &Parts,
    operation: &str,
    document: &[u8],
) -> Result<(), WireError> {
    let header =
        |name: &str| head.headers.get(name).map(|value| value.to_str().unwrap_or_default().trim());
    let md5 = header(CONTENT_MD5);
    if let Some(given) = md5 {
        if !Algorithm::Md5.accepts(given) {
            let message = "The Content-MD5 you specified was invalid.";
            return Err(
                WireError::client("InvalidDigest", 400, message).with_field("Content-MD5", given)
            );
        }
        let calculated = Checksum::of(Algorithm::Md5, document);
        if calculated != given {
            let message = "The Content-MD5 you specified did not match what we received.";
            return Err(WireError::client("BadDigest", 400, message)
                .with_field("ExpectedDigest", given)
                .with_field("CalculatedDigest", calculated));
        }
    }
    if operation == "CompleteMultipartUpload" {
        return Ok(());
    }
    let mut checked = md5.is_some() || head.headers.contains_key("x-amz-trailer");
    // Most requests have no checksum, and a look at their few headers is quicker than one for each algorithm.
    let mut names = head.headers.keys().map(http::HeaderName::as_str);
    let has_any = names.any(|name| name.starts_with("x-amz-checksum-"));
    for algorithm in Algorithm::ALL.into_iter().filter(|_| has_any) {
        let Some(given) = header(algorithm.header()) else { continue };
        checked = true;
        if !algorithm.accepts(given) {
            let message = format!("Value for {} header is invalid.", algorithm.header());
            return Err(WireError::client("InvalidRequest", 400, message));
        }
        if Checksum::of(algorithm, document) != given {
            let name = algorithm.name();
            let message =
                format!("The {name} you specified did not match the calculated checksum.");
            return Err(WireError::client("BadDigest", 400, message));
        }
    }
    if checked {
        return Ok(());
    }
    // "Missing required header" is what AWS was seen to answer to these, and to no other.
    let wanted = match operation {
        "DeleteObjects"
        | "PutBucketCors"
        | "PutBucketTagging"
        | "PutObjectLegalHold"
        | "PutObjectLockConfiguration"
        | "PutObjectRetention" => "Content-MD5 OR x-amz-checksum-*",
        // It takes the others, too.
        "PutBucketLifecycleConfiguration" => "Content-MD5",
        _ => return Ok(()),
    };
    let message = format!("Missing required header for this request: {wanted}");
    Err(WireError::client("InvalidRequest", 400, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(headers: &[(&str, &str)]) -> Parts {
        let builder = http::Request::builder().uri("/b/k");
        let builder = headers.iter().fold(builder, |b, (name, value)| b.header(*name, *value));
        builder.body(()).unwrap().into_parts().0
    }

    #[test]
    fn an_object_without_length_is_refused() {
        assert_eq!(check_length(&head(&[])).unwrap_err().status, 411);
        let chunked = check_length(&head(&[("transfer-encoding", "chunked")])).unwrap_err();
        assert_eq!(chunked.status, 501);
        assert!(check_length(&head(&[("content-length", "0")])).is_ok());
    }

    #[test]
    fn a_document_is_compared_with_its_checksums() {
        let check = |operation, headers: &[(&str, &str)]| {
            let result = check_document(&head(headers), operation, b"hello");
            result.map_err(|error| error.code.into_owned())
        };
        let refused = |code: &str| Err(code.to_owned());
        assert_eq!(check("DeleteObjects", &[]), refused("InvalidRequest"));
        assert_eq!(check("PutObjectRetention", &[]), refused("InvalidRequest"));
        assert_eq!(check("PutBucketVersioning", &[]), Ok(()));
        let crc32 = "x-amz-checksum-crc32";
        assert_eq!(check("DeleteObjects", &[(crc32, "NhCmhg==")]), Ok(()));
        assert_eq!(check("DeleteObjects", &[(crc32, "AAAAAA==")]), refused("BadDigest"));
        assert_eq!(check("DeleteObjects", &[(crc32, "x")]), refused("InvalidRequest"));
        assert_eq!(check("CompleteMultipartUpload", &[(crc32, "AAAAAA==")]), Ok(()));
        assert_eq!(check("DeleteObjects", &[("content-md5", "XUFAKrxLKna5cZ2REBfFkg==")]), Ok(()));
        assert_eq!(check("CreateBucket", &[("content-md5", "no")]), refused("InvalidDigest"));
    }

    #[test]
    fn the_service_sees_the_objects_own_headers() {
        let mut head = head(&[
            ("content-encoding", "aws-chunked, gzip"),
            ("content-length", "300"),
            (DECODED_LENGTH, "200"),
            ("x-amz-trailer", "x-amz-checksum-crc32c"),
        ]);
        let payload = Payload::Chunked { signed: false, trailer: true };
        let mut caller = Caller::anyone();
        let body = unwrap(&mut head, ByteStream::default(), payload, &mut caller).unwrap();
        assert_eq!(body.length(), Some(200));
        assert_eq!(head.headers["content-encoding"], "gzip");
        assert_eq!(head.headers["content-length"], "200");
        assert_eq!(body.trailing().unwrap().algorithm, Algorithm::Crc32c);
    }
}
