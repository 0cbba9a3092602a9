//! The errors of this service, each named by what happened.

use platform::{Error, KeyRefusal};
use shapes::ErrorShape;
use shapes::sns::errors as declared;
use std::fmt::Display;

/// What AWS's own calls say while a topic is served by another process.
static ELSEWHERE: ErrorShape = ErrorShape::server("ServiceUnavailable", 503);

/// A parameter, or what is wrong with one.
pub fn invalid(what: impl Display) -> Error {
    Error::new(&declared::INVALID_PARAMETER_EXCEPTION, format!("Invalid parameter: {what}"))
}

/// A parameter, and what is wrong with it.
pub fn invalid_because(parameter: &str, reason: impl Display) -> Error {
    invalid(format_args!("{parameter} Reason: {reason}"))
}

/// A sentence of its own about a parameter.
pub fn invalid_says(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_PARAMETER_EXCEPTION, message)
}

/// An attribute of a message.
pub fn invalid_value(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_PARAMETER_VALUE_EXCEPTION, message)
}

/// Something that AWS has and that is not here.
pub fn unsupported(what: &str) -> Error {
    invalid(platform::unsupported(what))
}

pub fn no_topic() -> Error {
    Error::new(&declared::NOT_FOUND_EXCEPTION, "Topic does not exist")
}

/// A topic that is to be deleted keeps messages.
pub fn archives() -> Error {
    let message = "Invalid state: Cannot delete a topic with an ArchivePolicy";
    Error::new(&declared::INVALID_STATE_EXCEPTION, message)
}

pub fn no_subscription() -> Error {
    Error::new(&declared::NOT_FOUND_EXCEPTION, "Subscription does not exist")
}

/// A resource that has tags.
pub fn no_resource() -> Error {
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, "Resource does not exist")
}

pub fn too_many_tags() -> Error {
    let message = "Could not complete request: tag quota of per resource exceeded";
    Error::new(&declared::TAG_LIMIT_EXCEEDED_EXCEPTION, message)
}

pub fn denied(message: impl Into<String>) -> Error {
    Error::new(&declared::AUTHORIZATION_ERROR_EXCEPTION, message)
}

/// What SNS says where KMS refuses.
pub fn as_sns_says(error: Error) -> Error {
    let shape = match KeyRefusal::of(&error) {
        None => return error,
        Some(KeyRefusal::Denied) => &declared::KMS_ACCESS_DENIED_EXCEPTION,
        Some(KeyRefusal::Disabled) => &declared::KMS_DISABLED_EXCEPTION,
        Some(KeyRefusal::State | KeyRefusal::Usage) => &declared::KMS_INVALID_STATE_EXCEPTION,
        Some(KeyRefusal::NotFound) => &declared::KMS_NOT_FOUND_EXCEPTION,
    };
    Error::new(shape, error.message)
}

/// Another process serves the topic and has not ended.
pub fn elsewhere() -> Error {
    Error::new(&ELSEWHERE, "The topic is served by another process at the moment.")
}
