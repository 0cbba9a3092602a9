//! The errors of this service, each named by what happened.

use platform::{Context, Error, unsupported as not_here};
use shapes::ErrorShape;
use shapes::iam::errors as declared;
use std::fmt::Display;

/// IAM's `ValidationError`, which its model does not declare.
static VALIDATION_ERROR: ErrorShape = ErrorShape::client("ValidationError", 400);
/// What nobody may, whatever their policies say.
static ACCESS_DENIED: ErrorShape = ErrorShape::client("AccessDenied", 403);

/// That there is no such thing, which `what` names as AWS does.
pub fn missing(what: impl Display) -> Error {
    no_such(format!("{what} cannot be found."))
}

/// That there is one of this name already.
pub fn taken(kind: &str, name: &str) -> Error {
    let message = match kind {
        "policy" => {
            format!("A policy called {name} already exists. Duplicate names are not allowed.")
        }
        "instance-profile" => format!("Instance Profile {name} already exists."),
        "user" => format!("User with name {name} already exists."),
        "group" => format!("Group with name {name} already exists."),
        _ => format!("Role with name {name} already exists."),
    };
    Error::new(&declared::ENTITY_ALREADY_EXISTS_EXCEPTION, message)
}

pub fn alias_taken(alias: &str) -> Error {
    let message = format!("The account alias {alias} already exists.");
    Error::new(&declared::ENTITY_ALREADY_EXISTS_EXCEPTION, message)
}

pub fn no_such(message: impl Into<String>) -> Error {
    Error::new(&declared::NO_SUCH_ENTITY_EXCEPTION, message)
}

pub fn not_attachable(arn: &str) -> Error {
    no_such(format!("Policy {arn} does not exist or is not attachable."))
}

pub fn no_boundary(arn: &str) -> Error {
    no_such(format!("Scope ARN: {arn} does not exist or is not attachable."))
}

pub fn no_policy(arn: &str) -> Error {
    no_such(format!("Policy {arn} was not found."))
}

pub fn no_version(arn: &str, version: &str) -> Error {
    no_such(format!("Policy {arn} version {version} does not exist or is not attachable."))
}

pub fn conflict(message: &str) -> Error {
    Error::new(&declared::DELETE_CONFLICT_EXCEPTION, message)
}

/// That something must go before a user, a group or a role does.
pub fn still_has(what: &str) -> Error {
    conflict(&format!("Cannot delete entity, must {what} first."))
}

pub fn malformed(message: impl Into<String>) -> Error {
    Error::new(&declared::MALFORMED_POLICY_DOCUMENT_EXCEPTION, message)
}

pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_INPUT_EXCEPTION, message)
}

pub fn unsupported(what: impl Display) -> Error {
    invalid(not_here(what))
}

pub fn limit(message: impl Into<String>) -> Error {
    Error::new(&declared::LIMIT_EXCEEDED_EXCEPTION, message)
}

pub fn over_quota(quota: &str, most: usize) -> Error {
    limit(format!("Cannot exceed quota for {quota}: {most}"))
}

pub fn validation(message: impl Into<String>) -> Error {
    Error::new(&VALIDATION_ERROR, message)
}

/// That a role is changed by its service only.
pub fn protected(role: &str) -> Error {
    let message = format!(
        "Cannot perform the operation on the protected role '{role}' - this role is only \
         modifiable by AWS"
    );
    Error::new(&declared::UNMODIFIABLE_ENTITY_EXCEPTION, message)
}

/// That the caller may not, in the words of IAM's own operations.
pub fn denied(cx: &Context, action: &str, resource: impl Display) -> Error {
    let caller = cx.caller_arn();
    let message =
        format!("User: {caller} is not authorized to perform iam:{action} on resource: {resource}");
    Error::new(&ACCESS_DENIED, message)
}
