//! The errors of this service, each named by what happened.

use platform::Error;
use shapes::ErrorShape;
use shapes::secretsmanager::errors as declared;
use std::fmt::Display;

/// A name that cannot be one.
pub fn strange_name() -> Error {
    static VALIDATION: ErrorShape = ErrorShape::client("ValidationException", 400);
    let message = "Invalid name. Must be a valid name containing alphanumeric characters, or any of \
                   the following: -/_+=.@!";
    Error::new(&VALIDATION, message)
}

/// A parameter that is not as it must be.
pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_PARAMETER_EXCEPTION, message)
}

/// A request that cannot be done as things stand.
pub fn cannot(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_REQUEST_EXCEPTION, message)
}

/// Something that AWS has and that is not here.
pub fn unsupported(what: &str) -> Error {
    invalid(platform::unsupported(what))
}

pub fn no_secret() -> Error {
    let message = "Secrets Manager can't find the specified secret.";
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// A version, by what it was looked for: `staging label: X` or `VersionId: X`.
pub fn no_value(of: impl Display) -> Error {
    let message = format!("Secrets Manager can't find the specified secret value for {of}");
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub fn deleted() -> Error {
    cannot("You can't perform this operation on the secret because it was marked for deletion.")
}

pub fn exists(name: &str) -> Error {
    let message = format!("The operation failed because the secret {name} already exists.");
    Error::new(&declared::RESOURCE_EXISTS_EXCEPTION, message)
}

/// A token that stands for another value.
pub fn token_in_use(token: &str, arn: &str) -> Error {
    let message = format!(
        "You can't use ClientRequestToken {token} because that value is already in use for a version \
         of secret {arn}."
    );
    Error::new(&declared::RESOURCE_EXISTS_EXCEPTION, message)
}

/// What a request without a token is told; SDKs make one.
pub const NO_TOKEN: &str =
    "You must provide a ClientRequestToken value. We recommend a UUID-type value.";

pub fn limit(what: impl Display) -> Error {
    let message = format!(
        "The request failed because it would exceed one of the Secrets Manager quotas: {what}."
    );
    Error::new(&declared::LIMIT_EXCEEDED_EXCEPTION, message)
}

pub fn bad_token() -> Error {
    Error::new(&declared::INVALID_NEXT_TOKEN_EXCEPTION, "The NextToken value is invalid.")
}

pub fn bad_policy(message: impl Into<String>) -> Error {
    Error::new(&declared::MALFORMED_POLICY_DOCUMENT_EXCEPTION, message)
}

pub fn public_policy() -> Error {
    let message =
        "You can't attach a resource-based policy that allows broad access to the secret.";
    Error::new(&declared::PUBLIC_POLICY_EXCEPTION, message)
}

/// The caller may not use a secret's key.
pub fn kms_denied() -> Error {
    static DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 400);
    Error::new(&DENIED, "Access to KMS is not allowed")
}

/// A value cannot be kept under a secret's key, as it is.
pub fn cannot_encrypt() -> Error {
    let message = "Secrets Manager can't encrypt the protected secret text using the provided KMS key. \
                   Check that the KMS key is available, enabled, and not in an invalid state.";
    Error::new(&declared::ENCRYPTION_FAILURE, message)
}

/// A value cannot be read by a secret's key, as it is.
pub fn cannot_decrypt() -> Error {
    let message =
        "Secrets Manager can't decrypt the protected secret text using the provided KMS key.";
    Error::new(&declared::DECRYPTION_FAILURE, message)
}

/// The function that is to rotate a secret cannot be called.
pub fn cannot_invoke() -> Error {
    static DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 400);
    let message = "Secrets Manager cannot invoke the specified Lambda function. Ensure that the \
                   function policy grants access to the principal secretsmanager.amazonaws.com.";
    Error::new(&DENIED, message)
}
