//! The errors of this service, each named by what happened.

use platform::Error;
use shapes::ErrorShape;
use shapes::kms::errors as declared;
use std::fmt::Display;

static VALIDATION: ErrorShape = ErrorShape::client("ValidationException", 400);

/// A parameter that is not as it must be.
pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&VALIDATION, message)
}

/// Something that AWS has and that is not here.
pub fn unsupported(what: &str) -> Error {
    unsupported_here(platform::unsupported(what))
}

/// Something that cannot be done with such a key.
pub fn unsupported_here(message: impl Into<String>) -> Error {
    Error::new(&declared::UNSUPPORTED_OPERATION_EXCEPTION, message)
}

pub fn not_found(message: impl Into<String>) -> Error {
    Error::new(&declared::NOT_FOUND_EXCEPTION, message)
}

/// A key, by its ARN.
pub fn no_key(arn: impl Display) -> Error {
    not_found(format!("Key '{arn}' does not exist"))
}

/// An alias, by its ARN.
pub fn no_alias(arn: impl Display) -> Error {
    not_found(format!("Alias {arn} is not found."))
}

pub fn strange_arn(text: &str) -> Error {
    Error::new(&declared::INVALID_ARN_EXCEPTION, format!("Invalid arn {text}"))
}

/// Who may not. AWS looks at policies first; these are its own.
pub fn denied(message: impl Into<String>) -> Error {
    static DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 400);
    Error::new(&DENIED, message)
}

pub fn disabled(arn: &str) -> Error {
    Error::new(&declared::DISABLED_EXCEPTION, format!("{arn} is disabled."))
}

/// A key in another state than it must be in.
pub fn state(message: impl Into<String>) -> Error {
    Error::new(&declared::KMS_INVALID_STATE_EXCEPTION, message)
}

pub fn pending_deletion(arn: &str) -> Error {
    state(format!("{arn} is pending deletion."))
}

/// A key of another kind than the operation needs.
pub fn usage(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_KEY_USAGE_EXCEPTION, message)
}

/// AWS gives no reason.
pub fn strange_ciphertext() -> Error {
    Error::new(&declared::INVALID_CIPHERTEXT_EXCEPTION, "")
}

pub fn incorrect_key() -> Error {
    let message = "The key ID in the request does not identify a CMK that can perform this \
                   operation.";
    Error::new(&declared::INCORRECT_KEY_EXCEPTION, message)
}

pub fn wrong_mac() -> Error {
    Error::new(&declared::KMS_INVALID_MAC_EXCEPTION, "")
}

/// The answer to a request that was only to be tried.
pub fn dry_run() -> Error {
    let message = "The request would have succeeded, but the DryRun option is set.";
    Error::new(&declared::DRY_RUN_OPERATION_EXCEPTION, message)
}

pub fn exists(arn: &str) -> Error {
    let message = format!("An alias with the name {arn} already exists");
    Error::new(&declared::ALREADY_EXISTS_EXCEPTION, message)
}

pub fn strange_alias(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_ALIAS_NAME_EXCEPTION, message)
}

/// An alias that is AWS's own. AWS gives no reason.
pub fn not_authorized() -> Error {
    static SHAPE: ErrorShape = ErrorShape::client("NotAuthorizedException", 400);
    Error::new(&SHAPE, "")
}

pub fn bad_marker() -> Error {
    Error::new(&declared::INVALID_MARKER_EXCEPTION, "The marker is invalid.")
}

pub fn bad_grant_id() -> Error {
    Error::new(&declared::INVALID_GRANT_ID_EXCEPTION, "The grant ID is invalid.")
}

pub fn bad_grant_token() -> Error {
    Error::new(&declared::INVALID_GRANT_TOKEN_EXCEPTION, "The grant token is invalid.")
}

pub fn bad_policy(message: impl Into<String>) -> Error {
    Error::new(&declared::MALFORMED_POLICY_DOCUMENT_EXCEPTION, message)
}

pub fn bad_tag(message: impl Into<String>) -> Error {
    Error::new(&declared::TAG_EXCEPTION, message)
}

pub fn limit(message: impl Into<String>) -> Error {
    Error::new(&declared::LIMIT_EXCEEDED_EXCEPTION, message)
}
