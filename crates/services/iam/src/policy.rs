//! How IAM takes policy documents, and how it answers with them.

use crate::errors::malformed;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use platform::Result;
use platform::policy::{Document, Kind};
use shapes::iam::AttachedPermissionsBoundary;

/// "IAM and AWS STS quotas": the longest trust policy, in characters without white space.
const MAX_TRUST: usize = 2048;
/// The same: the longest document of a managed policy, counted so, too.
const MAX_MANAGED: usize = 6144;

/// RFC 3986's unreserved characters stay.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A document as IAM answers with it: percent-encoded.
pub fn encoded(document: &str) -> String {
    utf8_percent_encode(document, RESERVED).to_string()
}

/// Refuses a document that is not one of its kind.
///
/// # Errors
/// `MalformedPolicyDocument`.
pub fn check(document: &str, kind: Kind) -> Result<()> {
    Document::accept(document, kind).map(drop).map_err(malformed)
}

/// How large IAM takes a document to be: its characters without white space.
pub fn size(document: &str) -> usize {
    document.chars().filter(|c| !c.is_whitespace()).count()
}

/// Refuses a document that cannot be a role's trust policy.
///
/// # Errors
/// `MalformedPolicyDocument`, `LimitExceeded`.
pub fn check_trust(document: &str) -> Result<()> {
    check(document, Kind::Trust)?;
    if size(document) > MAX_TRUST {
        return Err(crate::errors::over_quota("ACLSizePerRole", MAX_TRUST));
    }
    Ok(())
}

/// Refuses a managed policy's document that is too large.
///
/// # Errors
/// `LimitExceeded`.
pub fn check_size(document: &str) -> Result<()> {
    if size(document) > MAX_MANAGED {
        return Err(crate::errors::over_quota("PolicySize", MAX_MANAGED));
    }
    Ok(())
}

/// A boundary as IAM shows it.
pub fn boundary(arn: Option<&str>) -> Option<AttachedPermissionsBoundary> {
    arn.map(|arn| AttachedPermissionsBoundary {
        permissions_boundary_type: Some("Policy".to_owned()),
        permissions_boundary_arn: Some(arn.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_answered_percent_encoded() {
        assert_eq!(encoded("{\"a\": \"~\"}"), "%7B%22a%22%3A%20%22~%22%7D");
    }

    #[test]
    fn a_document_that_is_none_is_malformed() {
        assert_eq!(
            check("{", Kind::Trust).unwrap_err().to_string(),
            "MalformedPolicyDocument: This policy contains invalid Json"
        );
    }
}
