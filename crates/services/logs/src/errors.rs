//! The errors of this service, each named by what happened.

use platform::Error;
use shapes::ErrorShape;
use shapes::logs::errors as declared;

pub fn no_group() -> Error {
    let message = "The specified log group does not exist.";
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub fn no_stream() -> Error {
    let message = "The specified log stream does not exist.";
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// Of an ARN that names nothing here.
pub fn no_resource() -> Error {
    let message = "The specified resource does not exist.";
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub fn too_many_tags(arn: &str) -> Error {
    let message = "A resource can have no more than 50 tags.";
    Error::new(&declared::TOO_MANY_TAGS_EXCEPTION, message).with("resourceName", arn)
}

pub fn group_exists() -> Error {
    let message = "The specified log group already exists";
    Error::new(&declared::RESOURCE_ALREADY_EXISTS_EXCEPTION, message)
}

pub fn stream_exists() -> Error {
    let message = "The specified log stream already exists";
    Error::new(&declared::RESOURCE_ALREADY_EXISTS_EXCEPTION, message)
}

pub fn too_many_sessions(limit: usize) -> Error {
    let message = format!("There are {limit} Live Tail sessions already, as many as there may be.");
    Error::new(&declared::LIMIT_EXCEEDED_EXCEPTION, message)
}

/// A key that cannot be used, of the group with this ARN.
pub fn no_key(arn: &str) -> Error {
    static DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 400);
    let message = format!(
        "The specified KMS key does not exist or is not allowed to be used with Arn '{arn}'"
    );
    Error::new(&DENIED, message)
}

pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_PARAMETER_EXCEPTION, message)
}

pub fn unsupported(member: &str) -> Error {
    invalid(platform::unsupported(member))
}
