//! Signatures of requests: AWS Signature Version 4 in the header, the query string or a form, and S3's
//! of version 2 in the same three places, which some SDKs still make by default.
//!
//! Follows the pages "Create a signed AWS API request" (IAM User Guide) and "Authenticating
//! Requests (AWS Signature Version 4)" (S3 API Reference). Time and secrets are arguments.

mod canonical;
mod error;
mod form;
mod keys;
mod parse;
mod payload;
mod v2;
mod verify;

pub use error::{Mismatch, SigError, missing_field};
pub use form::parse_form;
pub use keys::{KeyCache, SigningKey, same};
pub use parse::parse;
pub use payload::{Payload, check_hash, sha256_hex};
pub use verify::{ChunkSignatures, check_time, time_to_check, verify};

use shapes::{SERVICES, Service, Signing, Timestamp};

/// How a request is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// The `Authorization` header, AWS4-HMAC-SHA256.
    Header,
    /// The query string, AWS4-HMAC-SHA256: a presigned URL.
    Query,
    /// The query string as version 2 had it, for S3 alone.
    QueryV2,
    /// The `Authorization` header as version 2 had it, for S3 alone.
    HeaderV2,
    /// The fields of a form, AWS4-HMAC-SHA256: what is signed is its policy.
    Form,
    /// The fields of a form as version 2 had them.
    FormV2,
}

/// What a signature was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The day, `YYYYMMDD`.
    pub date: String,
    /// The region.
    pub region: String,
    /// The service's signing name.
    pub service: String,
}

impl Scope {
    /// What its service asks of signatures.
    pub(crate) fn signing(&self) -> Signing {
        service_of(&self.service).map_or(Signing::COMMON, |service| service.dialect.signing)
    }

    /// As string-to-sign has it.
    pub fn text(&self) -> String {
        format!("{}/{}/{}/aws4_request", self.date, self.region, self.service)
    }
}

/// The service whose signing name this is.
fn service_of(signing_name: &str) -> Option<&'static Service> {
    SERVICES.iter().copied().find(|service| service.signing_name == signing_name)
}

/// What a signed request says of its signature. Nothing of it is proven before [`verify`].
#[derive(Clone, Debug)]
pub struct Signed {
    /// How it is signed.
    pub scheme: Scheme,
    /// The access key id.
    pub key_id: String,
    /// What it was signed for.
    pub scope: Scope,
    /// The names of the signed headers, lower case, with semicolons between them.
    pub signed_headers: String,
    /// The signature as given: 64 hexadecimal digits, or base64 in version 2.
    pub signature: String,
    /// When it was signed, `YYYYMMDDTHHMMSSZ`. Version 2 has only its end, which stands here.
    pub amz_date: String,
    /// The same as an instant.
    pub time: Timestamp,
    /// The session token of temporary credentials.
    pub session_token: Option<String>,
    /// How long a presigned request lasts, in seconds; 0 in version 2, whose `time` is its end.
    pub expires_s: Option<u32>,
}

impl Signed {
    /// Whether the request is a presigned URL.
    pub fn is_presigned(&self) -> bool {
        !matches!(self.scheme, Scheme::Header | Scheme::HeaderV2)
    }
}

/// An instant as `YYYYMMDDTHHMMSSZ`.
pub(crate) fn basic_date(time: Timestamp) -> String {
    time.iso8601().chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

#[cfg(test)]
mod tests;
