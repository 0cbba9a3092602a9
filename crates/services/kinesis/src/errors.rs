//! The service's errors, in AWS's words where they are known.

use crate::shard_map::{ShardId, ShardIndex};
use platform::Error;
use shapes::kinesis::errors::{
    DRY_RUN_OPERATION_EXCEPTION, INVALID_ARGUMENT_EXCEPTION, LIMIT_EXCEEDED_EXCEPTION,
    RESOURCE_IN_USE_EXCEPTION, RESOURCE_NOT_FOUND_EXCEPTION, VALIDATION_EXCEPTION,
};
use std::fmt::Display;

pub(crate) fn invalid_argument(message: impl Into<String>) -> Error {
    Error::new(&INVALID_ARGUMENT_EXCEPTION, message)
}

pub(crate) fn validation(message: impl Into<String>) -> Error {
    Error::new(&VALIDATION_EXCEPTION, message)
}

pub(crate) fn limit_exceeded(message: impl Into<String>) -> Error {
    Error::new(&LIMIT_EXCEEDED_EXCEPTION, message)
}

/// One member breaks one constraint, worded as for the constraints that the models declare.
pub(crate) fn constraint(value: &str, path: &str, constraint: impl Display) -> Error {
    let problem = format!("Value{value} at '{path}' failed to satisfy constraint: {constraint}");
    validation(format!("1 validation error detected: {problem}"))
}

/// A member that we do not act on.
pub(crate) fn unsupported(what: impl Display) -> Error {
    invalid_argument(platform::unsupported(what))
}

/// The request was right, and asked not to be carried out.
pub(crate) fn dry_run() -> Error {
    let message = "Request would have succeeded, but DryRun flag is set.";
    Error::new(&DRY_RUN_OPERATION_EXCEPTION, message)
}

pub(crate) fn stream_not_found(name: &str, account: &str) -> Error {
    let message = format!("Stream {name} under account {account} not found.");
    Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub(crate) fn resource_not_found(arn: &str) -> Error {
    Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, format!("Resource {arn} not found."))
}

pub(crate) fn shard_not_found(shard: ShardIndex, stream: &str, account: &str) -> Error {
    let shard = ShardId(shard);
    let message =
        format!("Shard {shard} in stream {stream} under account {account} does not exist");
    Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub(crate) fn no_such_shard(shard: &str, stream: &str, account: &str) -> Error {
    let message =
        format!("Could not find shard {shard} in stream {stream} under account {account}.");
    Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub(crate) fn stream_exists(name: &str, account: &str) -> Error {
    let message = format!("Stream {name} under account {account} already exists.");
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

pub(crate) fn not_active(name: &str, account: &str, status: &str) -> Error {
    let message =
        format!("Stream {name} under account {account} not ACTIVE, instead in state {status}");
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}
