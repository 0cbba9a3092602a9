//! Signatures that stand in a form's fields and are made of its policy ("Calculating a signature" of
//! "Authenticating requests in browser-based uploads using POST").

use super::keys::{SigningKey, hmac, same};
use super::parse::{ALGORITHM, check_scope, split_credential};
use super::{Mismatch, Scheme, SigError, Signed, basic_date, v2};
use crate::upload::{Fields, Policy};
use shapes::Timestamp;

/// Reads the signature of a form with a policy; `None` where it has neither.
///
/// # Errors
/// A scheme that is not spoken, or a field that is missing or wrong.
pub fn parse_form(fields: &Fields, policy: Option<&Policy>) -> Result<Option<Signed>, SigError> {
    let is_v4 = ["X-Amz-Signature", "X-Amz-Credential", "X-Amz-Algorithm"]
        .iter()
        .any(|name| fields.get(name).is_some());
    let is_v2 = ["AWSAccessKeyId", "Signature"].iter().any(|name| fields.get(name).is_some());
    let need = |name| fields.get(name).ok_or(SigError::FormField { name });
    match policy {
        _ if !is_v4 && !is_v2 => Ok(None),
        None => Err(SigError::FormField { name: "policy" }),
        Some(_) if is_v4 => {
            let algorithm = need("X-Amz-Algorithm")?;
            let (credential, date) = (need("X-Amz-Credential")?, need("X-Amz-Date")?);
            let signature = need("X-Amz-Signature")?;
            if algorithm != ALGORITHM {
                let scheme = algorithm.chars().take(40).collect();
                return Err(SigError::Unsupported { scheme });
            }
            let time = Timestamp::parse_basic(date).ok_or(SigError::QueryDate)?;
            let (key_id, scope) = split_credential(credential)
                .ok_or_else(|| SigError::BadQueryCredential { given: credential.to_owned() })?;
            check_scope(Signed {
                scheme: Scheme::Form,
                key_id,
                scope,
                signed_headers: String::new(),
                signature: signature.to_owned(),
                amz_date: date.to_owned(),
                time,
                session_token: fields.get("x-amz-security-token").map(str::to_owned),
                // Its policy says when it ends.
                expires_s: Some(u32::MAX),
            })
            .map(Some)
        }
        Some(policy) => {
            let date = basic_date(policy.expiration);
            Ok(Some(Signed {
                scheme: Scheme::FormV2,
                key_id: need("AWSAccessKeyId")?.to_owned(),
                scope: v2::scope(date.get(..8).unwrap_or_default()),
                signed_headers: String::new(),
                signature: need("Signature")?.to_owned(),
                amz_date: date,
                time: policy.expiration,
                session_token: fields.get("x-amz-security-token").map(str::to_owned),
                expires_s: Some(u32::MAX),
            }))
        }
    }
}

/// Proves that the policy, as it stands in the form, was signed.
pub(super) fn verify(signed: &Signed, policy: &str, key: &SigningKey) -> Result<(), SigError> {
    match key.verifies(policy.as_bytes(), &signed.signature) {
        true => Ok(()),
        false => Err(mismatch(signed, policy)),
    }
}

/// The same of version 2.
pub(super) fn verify_v2(signed: &Signed, policy: &str, secret: &str) -> Result<(), SigError> {
    let mac = hmac::<hmac::Hmac<sha1::Sha1>>(secret.as_bytes(), policy.as_bytes());
    let right = base64_simd::STANDARD.encode_to_string(mac);
    match same(right.as_bytes(), signed.signature.as_bytes()) {
        true => Ok(()),
        false => Err(mismatch(signed, policy)),
    }
}

fn mismatch(signed: &Signed, policy: &str) -> SigError {
    SigError::Mismatch(Box::new(Mismatch {
        key_id: signed.key_id.clone(),
        signature: signed.signature.clone(),
        canonical: String::new(),
        string_to_sign: policy.to_owned(),
    }))
}
