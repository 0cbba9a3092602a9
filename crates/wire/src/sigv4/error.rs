//! What can be wrong with a signature, and how each service words it.

use super::basic_date;
use crate::{Codec, WireError};
use shapes::Timestamp;

/// What was signed, where it was not what the client signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The access key id.
    pub key_id: String,
    /// The signature that the client gave.
    pub signature: String,
    /// The canonical request as computed here.
    pub canonical: String,
    /// The string-to-sign as computed here.
    pub string_to_sign: String,
}

/// What is wrong with a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SigError {
    /// A scheme that is not spoken here, such as version 4A.
    Unsupported {
        /// The scheme's name as given.
        scheme: String,
    },
    /// Both the header and the query string sign.
    TwoSchemes,
    /// Parts of the header are missing.
    Incomplete {
        /// Their names.
        missing: Vec<&'static str>,
        /// The header.
        header: String,
    },
    /// The header's `Credential` is not `ID/date/region/service/aws4_request`.
    BadCredential {
        /// As given.
        given: String,
    },
    /// A presigned URL's `X-Amz-Credential` is not of that form.
    BadQueryCredential {
        /// As given.
        given: String,
    },
    /// A presigned URL lacks one of its parameters.
    QueryParts,
    /// A presigned URL's `X-Amz-Date` is no date.
    QueryDate,
    /// `X-Amz-Expires` is no number.
    ExpiresNotANumber,
    /// `X-Amz-Expires` is negative.
    ExpiresNegative,
    /// `X-Amz-Expires` is more than a week.
    ExpiresTooLong,
    /// A version 2 URL's `Expires` is no time.
    V2Expires,
    /// A version 2 URL lacks one of its parameters.
    V2QueryParts,
    /// A version 2 header is not `AWS id:signature`.
    V2Header {
        /// As given.
        given: String,
    },
    /// A version 2 URL has ended.
    V2Expired {
        /// When it ended.
        end: Timestamp,
        /// Ours.
        now: Timestamp,
    },
    /// A form lacks a field that belongs to its signature.
    FormField {
        /// Its name.
        name: &'static str,
    },
    /// The scope's day is not that of the request.
    ScopeDate {
        /// The scope's.
        scope: String,
        /// The request's date and time.
        amz_date: String,
        /// Whether the URL says so, and not a header.
        is_query: bool,
    },
    /// The scope's region cannot be one.
    Region {
        /// As given.
        given: String,
    },
    /// The scope's service is another.
    ScopeService {
        /// As given.
        given: String,
        /// The signing name of the service that was asked.
        expected: &'static str,
    },
    /// The request's time is more than 15 minutes away.
    Skewed {
        /// The request's.
        time: Timestamp,
        /// Ours.
        now: Timestamp,
    },
    /// A presigned URL's time lies more than 15 minutes ahead.
    NotYetValid {
        /// When it begins.
        time: Timestamp,
        /// Ours.
        now: Timestamp,
    },
    /// A presigned URL has ended.
    Expired {
        /// When it began.
        time: Timestamp,
        /// How long it lasted, in seconds.
        seconds: u32,
        /// Ours.
        now: Timestamp,
    },
    /// The host is not signed.
    HostNotSigned,
    /// Headers that had to be signed.
    HeadersNotSigned(Vec<String>),
    /// The signature is not the one that the secret gives.
    Mismatch(Box<Mismatch>),
}

impl SigError {
    /// The error in a protocol's words.
    pub fn to_wire(&self, codec: Codec) -> WireError {
        match codec {
            Codec::RestXml => self.for_s3(),
            Codec::Query => {
                let (code, message) = self.elsewhere();
                let status = if code == "IncompleteSignature" { 400 } else { 403 };
                WireError::client(code, status, message)
            }
            Codec::Json | Codec::Cbor | Codec::RpcV2Cbor | Codec::RestJson => {
                let (code, message) = self.elsewhere();
                let code = match code {
                    "SignatureDoesNotMatch" => "InvalidSignatureException",
                    _ => "IncompleteSignatureException",
                };
                let status = if codec == Codec::RestJson { 403 } else { 400 };
                WireError::client(code, status, message)
            }
        }
    }

    /// The code and message of the query protocol; the JSON protocols have the same messages.
    fn elsewhere(&self) -> (&'static str, String) {
        let incomplete = |message: String| ("IncompleteSignature", message);
        let mismatch = |message: String| ("SignatureDoesNotMatch", message);
        match self {
            SigError::Unsupported { scheme } => incomplete(unsupported(scheme)),
            SigError::TwoSchemes => incomplete(TWO_SCHEMES.to_owned()),
            SigError::Incomplete { missing, header } => incomplete(missing_parts(missing, header)),
            SigError::BadCredential { given } | SigError::BadQueryCredential { given } => {
                incomplete(format!(
                    "Credential must have exactly 5 slash-delimited elements, e.g. \
                     keyid/date/region/service/term, got '{given}'"
                ))
            }
            SigError::V2Header { .. } | SigError::FormField { .. } => {
                incomplete(unsupported("AWS"))
            }
            SigError::V2Expired { end, now } => mismatch(expired(*end, 0, *now)),
            SigError::QueryParts | SigError::QueryDate | SigError::V2QueryParts => incomplete(
                "AWS query-string parameters must include 'X-Amz-Algorithm', \
                 'X-Amz-Credential', 'X-Amz-Signature', 'X-Amz-SignedHeaders' and 'X-Amz-Date'."
                    .to_owned(),
            ),
            SigError::ExpiresNotANumber
            | SigError::ExpiresNegative
            | SigError::ExpiresTooLong
            | SigError::V2Expires => incomplete(self.expires_message().to_owned()),
            SigError::ScopeDate { scope, amz_date, .. } => mismatch(format!(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date \
                 from HTTP: '{scope}' != '{}', from '{amz_date}'.",
                amz_date.get(..8).unwrap_or(amz_date)
            )),
            SigError::Region { .. } => {
                mismatch("Credential should be scoped to a valid region. ".to_owned())
            }
            SigError::ScopeService { expected, .. } => {
                mismatch(format!("Credential should be scoped to correct service: '{expected}'. "))
            }
            SigError::Skewed { time, now } | SigError::NotYetValid { time, now } => {
                mismatch(skewed(*time, *now))
            }
            SigError::Expired { time, seconds, now } => mismatch(expired(*time, *seconds, *now)),
            SigError::HostNotSigned | SigError::HeadersNotSigned(_) => mismatch(
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
                    .to_owned(),
            ),
            SigError::Mismatch(mismatched) => mismatch(mismatch_message(mismatched)),
        }
    }

    fn for_s3(&self) -> WireError {
        let malformed = |message: String| {
            let message = format!("The authorization header is malformed; {message}");
            WireError::client("AuthorizationHeaderMalformed", 400, message)
        };
        let query = |message: &str| {
            WireError::client("AuthorizationQueryParametersError", 400, message.to_owned())
        };
        match self {
            SigError::Unsupported { scheme } => {
                WireError::client("InvalidRequest", 400, unsupported(scheme))
            }
            SigError::TwoSchemes => WireError::client("InvalidArgument", 400, TWO_SCHEMES)
                .with_field("ArgumentName", "Authorization"),
            SigError::Incomplete { missing, .. } if missing == &["Date"] => WireError::client(
                "AccessDenied",
                403,
                "AWS authentication requires a valid Date or x-amz-date header",
            ),
            SigError::Incomplete { .. } => malformed(
                "the authorization header requires three components: Credential, SignedHeaders, \
                 and Signature."
                    .to_owned(),
            ),
            SigError::BadCredential { given } => malformed(format!(
                "the Credential is mal-formed; expecting \
                 \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\", got '{given}'."
            )),
            SigError::BadQueryCredential { .. } => query(
                "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; \
                 expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
            ),
            SigError::QueryParts => query(
                "Query-string authentication version 4 requires the X-Amz-Algorithm, \
                 X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and \
                 X-Amz-Expires parameters.",
            ),
            SigError::QueryDate => {
                query("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
            }
            SigError::ExpiresNotANumber | SigError::ExpiresNegative | SigError::ExpiresTooLong => {
                query(self.expires_message())
            }
            SigError::V2Expires => WireError::client("AccessDenied", 403, self.expires_message()),
            SigError::V2Header { given } => WireError::client(
                "InvalidArgument",
                400,
                "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature",
            )
            .with_field("ArgumentName", "Authorization")
            .with_field("ArgumentValue", given.as_str()),
            SigError::FormField { name } => missing_field(name),
            SigError::ScopeDate { scope, amz_date, is_query } => {
                let day = amz_date.get(..8).unwrap_or(amz_date);
                let message = format!(
                    "Invalid credential date \"{scope}\". This date is not the same as \
                     X-Amz-Date: \"{day}\"."
                );
                if *is_query { query(&message) } else { malformed(message) }
            }
            SigError::Region { given } => {
                malformed(format!("the region '{given}' is wrong; expecting 'us-east-1'"))
                    .with_field("Region", "us-east-1")
            }
            SigError::ScopeService { given, .. } => malformed(format!(
                "incorrect service \"{given}\". This endpoint belongs to \"s3\"."
            )),
            other => other.s3_denial(),
        }
    }

    /// S3's answers of status 403.
    fn s3_denial(&self) -> WireError {
        let denied = |message: &str| WireError::client("AccessDenied", 403, message.to_owned());
        match self {
            SigError::Skewed { time, now } => WireError::client(
                "RequestTimeTooSkewed",
                403,
                "The difference between the request time and the current time is too large.",
            )
            .with_field("RequestTime", basic_date(*time))
            .with_field("ServerTime", now.iso8601())
            .with_field("MaxAllowedSkewMilliseconds", "900000"),
            SigError::NotYetValid { time, now } => denied("Request is not yet valid")
                .with_field("X-Amz-Date", basic_date(*time))
                .with_field("ServerTime", now.iso8601()),
            SigError::V2QueryParts => denied(
                "Query-string authentication requires the Signature, Expires and AWSAccessKeyId \
                 parameters",
            ),
            SigError::V2Expired { end, now } => denied("Request has expired")
                .with_field("Expires", end.iso8601())
                .with_field("ServerTime", now.iso8601()),
            SigError::Expired { time, seconds, now } => {
                let end = Timestamp(time.millis() + i64::from(*seconds) * 1000);
                denied("Request has expired")
                    .with_field("X-Amz-Expires", seconds.to_string())
                    .with_field("Expires", end.iso8601())
                    .with_field("ServerTime", now.iso8601())
            }
            SigError::HeadersNotSigned(names) => {
                denied("There were headers present in the request which were not signed")
                    .with_field("HeadersNotSigned", names.join(", "))
            }
            SigError::Mismatch(mismatch) => s3_mismatch(mismatch),
            _ => denied("The host header must be signed"),
        }
    }

    fn expires_message(&self) -> &'static str {
        match self {
            SigError::ExpiresNotANumber => "X-Amz-Expires should be a number",
            SigError::ExpiresNegative => "X-Amz-Expires must be non-negative",
            SigError::V2Expires => "Invalid date (should be seconds since epoch)",
            _ => {
                "X-Amz-Expires must be less than a week (in seconds); that is, the given \
                 X-Amz-Expires must be less than 604800 seconds"
            }
        }
    }
}

/// A form without a field that it must have.
pub fn missing_field(name: &str) -> WireError {
    let message = format!(
        "Bucket POST must contain a field named '{name}'.  If it is specified, please check the \
         order of the fields."
    );
    WireError::client("InvalidArgument", 400, message)
        .with_field("ArgumentName", name)
        .with_field("ArgumentValue", "")
}

const TWO_SCHEMES: &str = "Only one auth mechanism allowed; only the X-Amz-Algorithm query \
                           parameter, Signature query string parameter or the Authorization \
                           header should be specified";

fn unsupported(scheme: &str) -> String {
    let name = match scheme {
        "AWS" => "Signature Version 2 (AWS)",
        "AWS4-ECDSA-P256-SHA256" => "Signature Version 4A (AWS4-ECDSA-P256-SHA256)",
        other => other,
    };
    format!(
        "The authorization mechanism you have provided is not supported. Please use \
         AWS4-HMAC-SHA256. ({name} was given.)"
    )
}

fn missing_parts(missing: &[&str], header: &str) -> String {
    let mut text = String::new();
    for name in missing {
        text.push_str(&match *name {
            "Date" => "Authorization header requires existence of either a 'X-Amz-Date' or a \
                       'Date' header. "
                .to_owned(),
            name => format!("Authorization header requires '{name}' parameter. "),
        });
    }
    // The header's secret part is its signature, which is worthless without the rest.
    format!("{text}Authorization={header}")
}

fn skewed(time: Timestamp, now: Timestamp) -> String {
    let (given, here) = (basic_date(time), basic_date(now));
    let minutes = |count: i64| Timestamp(now.millis() + count * 60_000);
    if time < now {
        let earliest = basic_date(minutes(-15));
        format!("Signature expired: {given} is now earlier than {earliest} ({here} - 15 min.)")
    } else {
        let latest = basic_date(minutes(15));
        format!(
            "Signature not yet current: {given} is still later than {latest} ({here} + 15 min.)"
        )
    }
}

fn expired(time: Timestamp, seconds: u32, now: Timestamp) -> String {
    let end = basic_date(Timestamp(time.millis() + i64::from(seconds) * 1000));
    format!("Signature expired: {end} is now earlier than {}", basic_date(now))
}

const CHECK_YOUR_KEY: &str =
    "The request signature we calculated does not match the signature you provided. Check your";

fn mismatch_message(mismatch: &Mismatch) -> String {
    format!(
        "{CHECK_YOUR_KEY} AWS Secret Access Key and signing method. Consult the service \
         documentation for details.\n\nThe Canonical String for this request should have \
         been\n'{}'\n\nThe String-to-Sign should have been\n'{}'\n",
        mismatch.canonical, mismatch.string_to_sign
    )
}

fn s3_mismatch(mismatch: &Mismatch) -> WireError {
    let bytes = |text: &str| {
        let bytes: Vec<_> = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        bytes.join(" ")
    };
    let message = format!("{CHECK_YOUR_KEY} key and signing method.");
    let error = WireError::client("SignatureDoesNotMatch", 403, message)
        .with_field("AWSAccessKeyId", &*mismatch.key_id)
        .with_field("StringToSign", &*mismatch.string_to_sign)
        .with_field("SignatureProvided", &*mismatch.signature)
        .with_field("StringToSignBytes", bytes(&mismatch.string_to_sign));
    if mismatch.canonical.is_empty() {
        return error;
    }
    error
        .with_field("CanonicalRequest", &*mismatch.canonical)
        .with_field("CanonicalRequestBytes", bytes(&mismatch.canonical))
}
