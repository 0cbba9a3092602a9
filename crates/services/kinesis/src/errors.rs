//! The service's errors, in AWS's words where they are known.

use crate::consumer_record::ConsumerRecord;
use crate::shard_map::{ShardId, ShardIndex};
use crate::stream_record::StreamRecord;
use platform::{Error, KeyRefusal};
use shapes::kinesis::errors::{
    DRY_RUN_OPERATION_EXCEPTION, INTERNAL_FAILURE_EXCEPTION, INVALID_ARGUMENT_EXCEPTION,
    KMS_ACCESS_DENIED_EXCEPTION, KMS_DISABLED_EXCEPTION, KMS_INVALID_STATE_EXCEPTION,
    KMS_NOT_FOUND_EXCEPTION, LIMIT_EXCEEDED_EXCEPTION, PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION,
    RESOURCE_IN_USE_EXCEPTION, RESOURCE_NOT_FOUND_EXCEPTION, THROTTLING_EXCEPTION,
    VALIDATION_EXCEPTION,
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

/// What Kinesis says where KMS refuses.
pub(crate) fn as_kinesis_says(error: Error) -> Error {
    let shape = match KeyRefusal::of(&error) {
        None => return error,
        Some(KeyRefusal::Denied) => &KMS_ACCESS_DENIED_EXCEPTION,
        Some(KeyRefusal::Disabled) => &KMS_DISABLED_EXCEPTION,
        Some(KeyRefusal::State) => &KMS_INVALID_STATE_EXCEPTION,
        Some(KeyRefusal::NotFound) => &KMS_NOT_FOUND_EXCEPTION,
        Some(KeyRefusal::Usage) => &INVALID_ARGUMENT_EXCEPTION,
    };
    Error::new(shape, error.message)
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

pub(crate) fn consumer_not_found(consumer: &str, account: &str) -> Error {
    let message = format!("Consumer {consumer}, account {account} not found.");
    Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub(crate) fn consumer_exists(stream: &StreamRecord, consumer: &str) -> Error {
    let StreamRecord { name, account, .. } = stream;
    let message =
        format!("Consumer {consumer} under stream {name} already exists for account {account}.");
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

pub(crate) fn consumer_not_active(stream: &StreamRecord, consumer: &ConsumerRecord) -> Error {
    let message = format!(
        "Consumer {} with creation timestamp {} under stream: {}, account {} is not in ACTIVE \
         status.",
        consumer.name,
        consumer.created_s(),
        stream.name,
        stream.account
    );
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

pub(crate) fn too_many_consumers(stream: &StreamRecord, limit: u32) -> Error {
    limit_exceeded(format!(
        "Stream {} under account {} has as many registered consumers as it can have: {limit}.",
        stream.name, stream.account
    ))
}

pub(crate) fn too_many_creating(stream: &StreamRecord, limit: usize) -> Error {
    limit_exceeded(format!(
        "Stream {} under account {} has as many consumers in CREATING status as it can have at \
         once: {limit}.",
        stream.name, stream.account
    ))
}

/// A stream that is not deleted because of its consumers.
pub(crate) fn has_consumers(stream: &StreamRecord) -> Error {
    let StreamRecord { name, account, .. } = stream;
    let message = format!(
        "DeleteStream can't delete {account}:{name} because there are consumers associated with \
         this data stream. To delete {name} anyway, set the EnforceConsumerDeletion parameter to \
         true to force the deletion of all the consumers that are associated with it."
    );
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

pub(crate) fn no_policy(arn: &str) -> Error {
    let message = format!("No resource policy found for resource ARN {arn}.");
    Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message)
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

/// A stream was changed too often. AWS says why in a second sentence.
pub(crate) fn rate_exceeded(record: &StreamRecord, why: &str) -> Error {
    let StreamRecord { name, account, .. } = record;
    limit_exceeded(format!("Rate exceeded for stream {name} under account {account}. {why}"))
}

pub(crate) fn in_use(message: impl Into<String>) -> Error {
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
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

pub(crate) fn queue_not_found(arn: &str) -> Error {
    Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, format!("Queue {arn} not found."))
}

pub(crate) fn queue_exists(name: &str, account: &str) -> Error {
    let message = format!("Queue {name} under account {account} already exists.");
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

/// A queue whose settings cannot be changed now.
pub(crate) fn queue_in_use(arn: &str, status: &str) -> Error {
    let message = format!("Queue {arn} not ACTIVE, instead in state {status}");
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

/// A queue that gives no records now. The operations on records know no error of a queue's state.
pub(crate) fn queue_at_rest(arn: &str, status: &str) -> Error {
    let message = format!("Queue {arn} not ACTIVE, instead in state {status}");
    Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub(crate) fn queue_is_full(arn: &str, most: usize) -> Error {
    let message = format!("Queue {arn} has {most} records in flight, and cannot have more.");
    Error::new(&THROTTLING_EXCEPTION, message)
}

/// Clients try again, and meet the process that serves the queue, or find it free.
pub(crate) fn queue_elsewhere(arn: &str) -> Error {
    let message = format!("Another process serves the queue {arn} now.");
    Error::new(&INTERNAL_FAILURE_EXCEPTION, message)
}

/// A stream that has queues, which are to be deleted first.
pub(crate) fn has_queues(name: &str, account: &str, queues: u32) -> Error {
    let message = format!(
        "Stream {name} under account {account} has {queues} queues. Delete all of them with \
         DeleteQueue first."
    );
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

pub(crate) fn stream_has_channels(name: &str, account: &str) -> Error {
    let message = format!(
        "Stream {name} under account {account} cannot be deleted while it has active channels. \
         Delete its channels first."
    );
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

/// A shard has no room for a record, or was read too often or too much.
pub(crate) fn throughput_exceeded(shard: ShardIndex, stream: &str, account: &str) -> Error {
    let shard = ShardId(shard);
    let message =
        format!("Rate exceeded for shard {shard} in stream {stream} under account {account}.");
    Error::new(&PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION, message)
}

/// Whether a shard had no room, or nothing left to give.
pub(crate) fn is_throughput_exceeded(error: &Error) -> bool {
    error.is(&PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION)
}

pub(crate) fn channel_exists(name: &str, account: &str) -> Error {
    let message = format!("Channel {name} under account {account} already exists.");
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}

pub(crate) fn channel_not_active(name: &str, status: &str) -> Error {
    let message = format!("Channel {name} not ACTIVE, instead in state {status}");
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}
