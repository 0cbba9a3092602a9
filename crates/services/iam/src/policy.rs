//! How IAM takes policy documents, and how it answers with them.

use crate::errors::malformed;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use platform::Result;
use platform::policy::{Document, Kind};

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
