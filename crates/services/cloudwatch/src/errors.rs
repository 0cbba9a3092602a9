//! The errors of this service, each named by what happened.

use platform::Error;
use shapes::ErrorShape;
use shapes::cloudwatch::errors as declared;
use std::fmt::Display;

static VALIDATION: ErrorShape = ErrorShape::client("ValidationException", 400);

/// An input that is not as it must be.
pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&VALIDATION, message)
}

/// A value that is not one of its parameter's.
pub fn value(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_PARAMETER_VALUE_EXCEPTION, message)
}

/// Parameters that do not go together.
pub fn combination(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_PARAMETER_COMBINATION_EXCEPTION, message)
}

/// Two parameters of which there may be one.
pub fn exclusive(one: impl Display, other: impl Display) -> Error {
    combination(format!(
        "The parameters {one} and {other} are mutually exclusive and you have specified both."
    ))
}

/// A parameter that is not given.
pub fn missing(parameter: impl Display) -> Error {
    let message = format!("The parameter {parameter} is required.");
    Error::new(&declared::MISSING_REQUIRED_PARAMETER_EXCEPTION, message)
}

/// Something that AWS has and that is not here.
pub fn unsupported(what: &str) -> Error {
    invalid(platform::unsupported(what))
}

/// A token that this service did not give.
pub fn bad_token() -> Error {
    Error::new(&declared::INVALID_NEXT_TOKEN, "The specified nextToken is invalid.")
}

/// There is no such alarm.
pub fn no_alarm() -> Error {
    Error::new(&declared::RESOURCE_NOT_FOUND, "")
}

/// There is nothing at an ARN.
pub fn no_resource(arn: &str) -> Error {
    let message = format!("Unknown {arn}");
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// There is no such dashboard.
pub fn no_dashboard(name: &str) -> Error {
    let message = format!("Dashboard {name} does not exist");
    Error::new(&declared::DASHBOARD_NOT_FOUND_ERROR, message)
}

/// A dashboard that is none.
pub fn bad_dashboard(message: impl Into<String>) -> Error {
    Error::new(&declared::DASHBOARD_INVALID_INPUT_ERROR, message)
}
