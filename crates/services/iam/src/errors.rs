//! The errors of this service, each named by what happened.

use platform::Error;
use shapes::ErrorShape;
use shapes::iam::errors as declared;

/// IAM's `ValidationError`, which its model does not declare.
static VALIDATION_ERROR: ErrorShape = ErrorShape::client("ValidationError", 400);

pub fn no_role(name: &str) -> Error {
    let message = format!("The role with name {name} cannot be found.");
    Error::new(&declared::NO_SUCH_ENTITY_EXCEPTION, message)
}

pub fn role_exists(name: &str) -> Error {
    let message = format!("Role with name {name} already exists.");
    Error::new(&declared::ENTITY_ALREADY_EXISTS_EXCEPTION, message)
}

pub fn no_inline_policy(name: &str) -> Error {
    let message = format!("The role policy with name {name} cannot be found.");
    Error::new(&declared::NO_SUCH_ENTITY_EXCEPTION, message)
}

pub fn not_attachable(arn: &str) -> Error {
    let message = format!("Policy {arn} does not exist or is not attachable.");
    Error::new(&declared::NO_SUCH_ENTITY_EXCEPTION, message)
}

pub fn not_attached(arn: &str) -> Error {
    let message = format!("Policy {arn} was not found.");
    Error::new(&declared::NO_SUCH_ENTITY_EXCEPTION, message)
}

pub fn conflict(message: &str) -> Error {
    Error::new(&declared::DELETE_CONFLICT_EXCEPTION, message)
}

pub fn malformed(message: impl Into<String>) -> Error {
    Error::new(&declared::MALFORMED_POLICY_DOCUMENT_EXCEPTION, message)
}

pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_INPUT_EXCEPTION, message)
}

pub fn limit(message: impl Into<String>) -> Error {
    Error::new(&declared::LIMIT_EXCEEDED_EXCEPTION, message)
}

pub fn validation(message: impl Into<String>) -> Error {
    Error::new(&VALIDATION_ERROR, message)
}
