//! What an S3 request says of its body: `x-amz-content-sha256`.

use crate::WireError;
use bytes::Bytes;
use futures_core::Stream;
use http::request::Parts;
use sha2::{Digest, Sha256};
use shapes::checksum::hex;
use shapes::{ByteStream, StreamError};
use std::pin::Pin;
use std::task::{Context, Poll};

/// How a body is covered by the request's signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Nothing was said.
    Absent,
    /// `UNSIGNED-PAYLOAD`.
    Unsigned,
    /// The SHA-256 of the body, as hexadecimal digits.
    Hash(String),
    /// aws-chunked: the body comes in chunks with their own framing.
    Chunked {
        /// Each chunk is signed.
        signed: bool,
        /// Headers follow the last chunk.
        trailer: bool,
    },
}

const HEADER: &str = "x-amz-content-sha256";
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";
const CHUNKED: [(&str, bool, bool); 3] = [
    ("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", true, false),
    ("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", true, true),
    ("STREAMING-UNSIGNED-PAYLOAD-TRAILER", false, true),
];

impl Payload {
    /// Reads the header, or the parameter of a presigned URL.
    ///
    /// # Errors
    /// `InvalidArgument` for a value that is none of those that S3 names, `NotImplemented` for
    /// chunks signed with version 4A.
    pub fn of(head: &Parts) -> Result<Self, WireError> {
        let query = super::parse::Query::of(head);
        let header = head.headers.get(HEADER).map(|value| value.to_str().unwrap_or_default());
        let Some(value) = header.or_else(|| query.get("X-Amz-Content-Sha256")) else {
            return Ok(Payload::Absent);
        };
        if value == UNSIGNED {
            return Ok(Payload::Unsigned);
        }
        if let Some(&(_, signed, trailer)) = CHUNKED.iter().find(|(name, ..)| *name == value) {
            return Ok(Payload::Chunked { signed, trailer });
        }
        if value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Payload::Hash(value.to_ascii_lowercase()));
        }
        if value.starts_with("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD") {
            let message = "Signature Version 4A (AWS4-ECDSA-P256-SHA256) is not implemented by \
                           Waterwheel. Please use AWS4-HMAC-SHA256.";
            return Err(WireError::not_here(message));
        }
        Err(invalid(value))
    }

    /// What stands for the body in the canonical request.
    pub fn canonical(&self) -> &str {
        match self {
            Payload::Absent | Payload::Unsigned => UNSIGNED,
            Payload::Hash(hash) => hash,
            Payload::Chunked { signed, trailer } => CHUNKED
                .iter()
                .find(|(_, own_signed, own_trailer)| (own_signed, own_trailer) == (signed, trailer))
                .map_or(UNSIGNED, |(name, ..)| name),
        }
    }
}

fn invalid(value: &str) -> WireError {
    let message = "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, \
                   STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, \
                   STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, \
                   STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, \
                   STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.";
    WireError::client("InvalidArgument", 400, message)
        .with_field("ArgumentName", HEADER)
        .with_field("ArgumentValue", value)
}

/// The SHA-256 of bytes, as lower-case hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The same body, which ends in `XAmzContentSHA256Mismatch` unless its SHA-256 is `expected`,
/// lower-case hexadecimal digits.
pub fn check_hash(body: ByteStream, expected: String) -> ByteStream {
    let length = body.length();
    ByteStream::new(Hashed { body, hash: Some((Sha256::new(), expected)) }, length)
}

struct Hashed {
    body: ByteStream,
    /// Absent once the end was reached.
    hash: Option<(Sha256, String)>,
}

impl Stream for Hashed {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = std::task::ready!(Pin::new(&mut self.body).poll_next(context));
        if let Some(Ok(piece)) = &next {
            if let Some((hash, _)) = &mut self.hash {
                hash.update(piece);
            }
            return Poll::Ready(next);
        }
        let ended = self.hash.take();
        if next.is_none()
            && let Some((hash, expected)) = ended
            && hex(&hash.finalize()) != expected
        {
            let message =
                "The provided 'x-amz-content-sha256' header does not match what was computed.";
            return Poll::Ready(Some(Err(StreamError::new("XAmzContentSHA256Mismatch", message))));
        }
        Poll::Ready(next)
    }
}
