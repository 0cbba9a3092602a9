//! The errors of this service, each named by what happened.

use platform::{Error, KeyRefusal};
use shapes::ErrorShape;
use shapes::sqs::errors as declared;
use std::fmt::Display;

static INVALID_VALUE: ErrorShape = ErrorShape::client("InvalidParameterValueException", 400);
static MISSING: ErrorShape = ErrorShape::client("MissingRequiredParameterException", 400);
static ACCESS_DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 403);
static ELSEWHERE: ErrorShape = ErrorShape::server("ServiceUnavailable", 503);

pub fn no_queue() -> Error {
    Error::new(&declared::QUEUE_DOES_NOT_EXIST, "The specified queue does not exist.")
}

pub fn other_account(url: &str) -> Error {
    Error::new(&ACCESS_DENIED, format!("Access to the resource {url} is denied."))
}

/// It is read anew from what is stored, since a commit was of unknown fate.
pub fn not_now() -> Error {
    Error::new(&ELSEWHERE, "The queue is not served at the moment. Try again.")
}

/// Another process serves the queue and has not ended.
pub fn elsewhere() -> Error {
    Error::new(&ELSEWHERE, "The queue is served by another process at the moment.")
}

pub fn queue_exists(attribute: &str) -> Error {
    let message = format!(
        "A queue already exists with the same name and a different value for attribute {attribute}"
    );
    Error::new(&declared::QUEUE_NAME_EXISTS, message)
}

pub fn missing(parameter: impl Display) -> Error {
    Error::new(&MISSING, format!("The request must contain the parameter {parameter}."))
}

pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&INVALID_VALUE, message)
}

pub fn invalid_value(value: impl Display, parameter: &str, reason: impl Display) -> Error {
    invalid(format!("Value {value} for parameter {parameter} is invalid. Reason: {reason}"))
}

pub fn unknown_attribute(name: &str) -> Error {
    Error::new(&declared::INVALID_ATTRIBUTE_NAME, format!("Unknown Attribute {name}."))
}

pub fn invalid_attribute(name: &str) -> Error {
    let message = format!("Invalid value for the parameter {name}.");
    Error::new(&declared::INVALID_ATTRIBUTE_VALUE, message)
}

pub fn unsupported_operation(message: &str) -> Error {
    Error::new(&declared::UNSUPPORTED_OPERATION, message)
}

const LETTERS: &str = "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 \
                       to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF";

pub fn invalid_letters() -> Error {
    Error::new(&declared::INVALID_MESSAGE_CONTENTS, LETTERS)
}

/// The same of an attribute's value.
pub fn invalid_letters_of_attribute() -> Error {
    invalid(LETTERS)
}

pub fn strange_handle(handle: &str) -> Error {
    let message = format!("The input receipt handle \"{handle}\" is not a valid receipt handle.");
    Error::new(&declared::RECEIPT_HANDLE_IS_INVALID, message)
}

pub fn gone(handle: &str) -> Error {
    let reason = "Message does not exist or is not available for visibility timeout change.";
    invalid_value(handle, "ReceiptHandle", reason)
}

pub fn expired(handle: &str) -> Error {
    invalid_value(handle, "ReceiptHandle", "The receipt handle has expired.")
}

pub fn beyond_limit(seconds: i32) -> Error {
    let reason = "Total VisibilityTimeout for the message is beyond the limit [43200 seconds]";
    invalid_value(seconds, "VisibilityTimeout", reason)
}

pub fn too_many_actions(count: usize) -> Error {
    let message = format!("{count} Actions were found, maximum allowed is 7.");
    Error::new(&declared::OVER_LIMIT, message)
}

pub fn one_encryption() -> Error {
    let message = "You can use one type of server-side encryption (SSE) at one time. You can \
                   either enable KMS SSE or SQS SSE.";
    Error::new(&declared::INVALID_ATTRIBUTE_NAME, message)
}

/// What SQS says where KMS refuses.
pub fn as_sqs_says(error: Error) -> Error {
    let shape = match KeyRefusal::of(&error) {
        None => return error,
        Some(KeyRefusal::Denied) => &declared::KMS_ACCESS_DENIED,
        Some(KeyRefusal::Disabled) => &declared::KMS_DISABLED,
        Some(KeyRefusal::State) => &declared::KMS_INVALID_STATE,
        Some(KeyRefusal::NotFound) => &declared::KMS_NOT_FOUND,
        Some(KeyRefusal::Usage) => &declared::KMS_INVALID_KEY_USAGE,
    };
    Error::new(shape, error.message)
}

pub fn other_kind() -> Error {
    let message =
        "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.";
    Error::new(&declared::INVALID_ATTRIBUTE_VALUE, message)
}

pub fn over_limit() -> Error {
    let message = "The maximum number of in flight messages is reached.";
    Error::new(&declared::OVER_LIMIT, message)
}

pub fn purged_lately(queue: &str) -> Error {
    let message = format!("Only one PurgeQueue operation on {queue} is allowed every 60 seconds.");
    Error::new(&declared::PURGE_QUEUE_IN_PROGRESS, message)
}

pub fn empty_batch(entry: &str) -> Error {
    let message = format!("There should be at least one {entry} in the request.");
    Error::new(&declared::EMPTY_BATCH_REQUEST, message)
}

pub fn too_many_entries(count: usize) -> Error {
    let message = format!("Maximum number of entries per request are 10. You have sent {count}.");
    Error::new(&declared::TOO_MANY_ENTRIES_IN_BATCH_REQUEST, message)
}

pub fn repeated_id(id: &str) -> Error {
    Error::new(&declared::BATCH_ENTRY_IDS_NOT_DISTINCT, format!("Id {id} repeated."))
}

pub fn strange_id() -> Error {
    let message = "A batch entry id can only contain alphanumeric characters, hyphens and \
                   underscores. It can be at most 80 letters long.";
    Error::new(&declared::INVALID_BATCH_ENTRY_ID, message)
}

pub fn batch_too_long(most: usize, bytes: usize) -> Error {
    let message =
        format!("Batch requests cannot be longer than {most} bytes. You have sent {bytes} bytes.");
    Error::new(&declared::BATCH_REQUEST_TOO_LONG, message)
}

pub fn no_resource(message: impl Into<String>) -> Error {
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}
