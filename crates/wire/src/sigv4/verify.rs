//! Proves signatures and their time.

use super::{
    KeyCache, Mismatch, Scheme, SigError, Signed, SigningKey, canonical, form, sha256_hex, v2,
};
use http::request::Parts;
use shapes::Timestamp;
use shapes::checksum::hex;

/// How far a request's time may be from ours.
const SKEW_MS: i64 = 15 * 60 * 1000;

/// Proves a request's signature with the secret of its key, and its time.
///
/// `payload` stands for the body in the canonical request: its SHA-256 as hexadecimal digits, or
/// what [`Payload`](super::Payload) says for S3. Of a form it is the policy, as it stands there.
///
/// # Errors
/// A time too far from `now`, a presigned request that has ended, a header that had to be signed,
/// or a signature that does not match.
pub fn verify(
    signed: &Signed,
    head: &Parts,
    payload: &str,
    secret: &str,
    now: Timestamp,
    keys: &KeyCache,
) -> Result<SigningKey, SigError> {
    check_time(signed, now)?;
    let key = keys.get(secret, &signed.scope);
    match signed.scheme {
        Scheme::QueryV2 | Scheme::HeaderV2 => {
            return v2::verify(signed, head, secret).map(|()| key);
        }
        Scheme::Form => return form::verify(signed, payload, &key).map(|()| key),
        Scheme::FormV2 => return form::verify_v2(signed, payload, secret).map(|()| key),
        Scheme::Header | Scheme::Query => {}
    }
    check_headers(signed, head)?;
    let canonical = canonical::request(signed, head, payload);
    let string_to_sign = format!(
        "AWS4-HMAC-SHA256\n{}\n{}\n{}",
        signed.amz_date,
        signed.scope.text(),
        sha256_hex(&canonical)
    );
    if key.verifies(string_to_sign.as_bytes(), &signed.signature) {
        return Ok(key);
    }
    Err(SigError::Mismatch(Box::new(Mismatch {
        key_id: signed.key_id.clone(),
        signature: signed.signature.clone(),
        canonical: String::from_utf8_lossy(&canonical).into_owned(),
        string_to_sign,
    })))
}

/// Checks that a request's time is near `now`, and that a presigned one has not ended.
///
/// # Errors
/// [`SigError::Skewed`], [`SigError::NotYetValid`] or [`SigError::Expired`].
pub fn check_time(signed: &Signed, now: Timestamp) -> Result<(), SigError> {
    let (time, age_ms) = (signed.time, now.millis() - signed.time.millis());
    match signed.expires_s {
        None if age_ms.abs() > SKEW_MS => Err(SigError::Skewed { time, now }),
        None => Ok(()),
        Some(_) if signed.scheme == Scheme::QueryV2 && age_ms > 0 => {
            Err(SigError::V2Expired { end: time, now })
        }
        Some(seconds) if age_ms > i64::from(seconds) * 1000 => {
            Err(SigError::Expired { time, seconds, now })
        }
        Some(_) if age_ms < -SKEW_MS && signed.scheme == Scheme::Query => {
            Err(SigError::NotYetValid { time, now })
        }
        Some(_) => Ok(()),
    }
}

/// The time to hold a request's date against, for a server whose clock shows `now` and is so many
/// milliseconds ahead of its clients', and was `ahead_then_ms` ahead at the request's date.
///
/// A date near `now` is one by this clock. Any other is one by the clients': a request's age
/// then is the time that has passed for them, and a presigned one's the time that has passed here.
pub fn time_to_check(
    signed: &Signed,
    now: Timestamp,
    ahead_ms: i64,
    ahead_then_ms: i64,
) -> Timestamp {
    let clients_now = now.millis().saturating_sub(ahead_ms);
    let by_this_clock = match signed.scheme {
        Scheme::Header | Scheme::HeaderV2 => (now.millis() - signed.time.millis()).abs() <= SKEW_MS,
        Scheme::Query | Scheme::Form => signed.time.millis() > clients_now.saturating_add(SKEW_MS),
        // Its date is its end, which may be as far off as its maker likes.
        Scheme::QueryV2 | Scheme::FormV2 => false,
    };
    match signed.scheme {
        _ if by_this_clock => now,
        Scheme::Header | Scheme::HeaderV2 => Timestamp(clients_now),
        Scheme::Query | Scheme::QueryV2 | Scheme::Form | Scheme::FormV2 => {
            Timestamp(now.millis().saturating_sub(ahead_then_ms))
        }
    }
}

/// The host and, where the service asks for it, every `x-amz-` header must be signed.
fn check_headers(signed: &Signed, head: &Parts) -> Result<(), SigError> {
    let is_signed = |name: &str| signed.signed_headers.split(';').any(|own| own == name);
    if !is_signed("host") && !is_signed(":authority") {
        return Err(SigError::HostNotSigned);
    }
    if !signed.scope.signing().all_headers {
        return Ok(());
    }
    // A presigned URL may say its payload's hash in a header that was not there when it was made.
    let may_be_left = |name: &str| name == "x-amz-content-sha256" && signed.is_presigned();
    let mut unsigned: Vec<String> = head
        .headers
        .keys()
        .map(|name| name.as_str())
        .filter(|name| name.starts_with("x-amz-") && !is_signed(name) && !may_be_left(name))
        .map(str::to_owned)
        .collect();
    unsigned.sort();
    if unsigned.is_empty() { Ok(()) } else { Err(SigError::HeadersNotSigned(unsigned)) }
}

/// The chain of signatures over the chunks of one body; each covers the one before it.
///
/// Follows "Transferring Payload in Multiple Chunks" of the S3 API Reference.
#[derive(Debug)]
pub struct ChunkSignatures {
    key: SigningKey,
    amz_date: String,
    scope: String,
    previous: String,
}

/// The SHA-256 of nothing.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

impl ChunkSignatures {
    /// The chain that begins with a request's own signature.
    pub fn new(signed: &Signed, key: SigningKey) -> Self {
        Self {
            key,
            amz_date: signed.amz_date.clone(),
            scope: signed.scope.text(),
            previous: signed.signature.clone(),
        }
    }

    /// Whether `signature` is that of the next chunk, whose data has this SHA-256.
    pub fn verifies_chunk(&mut self, data_sha256: &[u8], signature: &str) -> bool {
        let text = format!(
            "AWS4-HMAC-SHA256-PAYLOAD\n{}\n{}\n{}\n{EMPTY}\n{}",
            self.amz_date,
            self.scope,
            self.previous,
            hex(data_sha256)
        );
        self.goes_on(&text, signature)
    }

    /// Whether `signature` is that of the trailers, given as `name:value\n` lines.
    pub fn verifies_trailer(&mut self, lines: &[u8], signature: &str) -> bool {
        let text = format!(
            "AWS4-HMAC-SHA256-TRAILER\n{}\n{}\n{}\n{}",
            self.amz_date,
            self.scope,
            self.previous,
            sha256_hex(lines)
        );
        self.goes_on(&text, signature)
    }

    fn goes_on(&mut self, text: &str, signature: &str) -> bool {
        let right = self.key.verifies(text.as_bytes(), signature);
        signature.clone_into(&mut self.previous);
        right
    }
}
