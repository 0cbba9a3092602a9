//! The errors of tables and of what belongs to them, each named by what happened.

use platform::Error;
use shapes::ErrorShape;
use shapes::dynamodb::errors as declared;
use shapes::dynamodb::{
    CancellationReason, ConditionalCheckFailedException, TransactionCanceledException,
};
use std::fmt::Write;

/// The code of a condition that does not hold.
pub(crate) const CONDITION_FAILED: &str = "ConditionalCheckFailedException";

/// What DynamoDB says of an input that is not as it must be.
static VALIDATION: ErrorShape = ErrorShape::client("ValidationException", 400);

/// An input that is not as it must be.
pub(crate) fn invalid(message: impl Into<String>) -> Error {
    Error::new(&VALIDATION, message)
}

/// The same, in the words that most of them begin with.
pub(crate) fn bad_parameter(what: impl std::fmt::Display) -> Error {
    invalid(format!("One or more parameter values were invalid: {what}"))
}

/// Something that AWS has and that is not here.
pub(crate) fn unsupported(what: &str) -> Error {
    invalid(platform::unsupported(what))
}

/// A table whose index is not there.
pub(crate) fn no_index(index: &str, table: &str) -> Error {
    let message = format!("Requested resource not found: Index {index} for table {table}");
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// A table, or what belongs to it, that cannot be changed now.
pub(crate) fn in_use(what: impl std::fmt::Display) -> Error {
    let message = format!("Attempt to change a resource which is still in use: {what}");
    Error::new(&declared::RESOURCE_IN_USE_EXCEPTION, message)
}

/// There is a table of this name.
pub(crate) fn table_exists(name: &str) -> Error {
    Error::new(&declared::RESOURCE_IN_USE_EXCEPTION, format!("Table already exists: {name}"))
}

/// More than there may be.
pub(crate) fn limit_exceeded(message: impl Into<String>) -> Error {
    Error::new(&declared::LIMIT_EXCEEDED_EXCEPTION, message)
}

/// A second index, while one is being made or deleted.
pub(crate) fn one_index_at_a_time() -> Error {
    limit_exceeded(
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per \
         table",
    )
}

/// There is no such table, said to who asks for its backups.
pub(crate) fn no_table_to_back_up(name: &str) -> Error {
    Error::new(&declared::TABLE_NOT_FOUND_EXCEPTION, format!("Table not found: {name}"))
}

/// There is no policy on what has this ARN, or not the one that a request is about.
pub(crate) fn no_policy(what: &str) -> Error {
    let message = format!("Resource-based policy not found for the provided ResourceArn: {what}");
    Error::new(&declared::POLICY_NOT_FOUND_EXCEPTION, message)
}

/// There is no such stream.
pub(crate) fn no_stream(arn: &str) -> Error {
    let message = format!("Requested resource not found: Stream: {arn} not found");
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// There is nothing with this ARN that could have tags.
pub(crate) fn no_tagged(arn: &str) -> Error {
    let message = format!("Requested resource not found: ResourceArn: {arn} not found");
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// A table has taken more than is provisioned.
pub(crate) fn throughput_exceeded() -> Error {
    let message = "The level of configured provisioned throughput for the table was exceeded. Consider \
                   increasing your provisioning level with the UpdateTable API.";
    Error::new(&declared::PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION, message)
}

/// An index has taken more than is provisioned.
pub(crate) fn index_throughput_exceeded() -> Error {
    let message = "The level of configured provisioned throughput for one or more global secondary \
                   indexes of the table was exceeded. Consider increasing your provisioning level for the \
                   under-provisioned global secondary indexes with the UpdateTable API";
    Error::new(&declared::PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION, message)
}

/// A table or an index has taken its maximum on demand.
pub(crate) fn maximum_exceeded() -> Error {
    let message = "Throughput exceeds the maximum OnDemandThroughput configured on table or index";
    Error::new(&declared::THROTTLING_EXCEPTION, message)
}

/// A partition key has taken what it can, on demand.
pub(crate) fn hot_key() -> Error {
    let message = "Throughput exceeds the current capacity of your table or index. DynamoDB is \
                   automatically scaling your table or index so please try again shortly. If exceptions \
                   persist, check if you have a hot key: https://docs.aws.amazon.com/amazondynamodb/\
                   latest/developerguide/bp-partition-key-design.html";
    Error::new(&declared::THROTTLING_EXCEPTION, message)
}

/// There is no such table, said to who asks for items.
pub(crate) fn no_items() -> Error {
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, "Requested resource not found")
}

/// There is no such table, said to who asks for the table.
pub(crate) fn no_table(name: &str) -> Error {
    let message = format!("Requested resource not found: Table: {name} not found");
    Error::new(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// A condition does not hold; the item is told if there is one and it was asked for.
pub(crate) fn condition_failed(item: Option<crate::value::Item>) -> Error {
    let shape = &declared::CONDITIONAL_CHECK_FAILED_EXCEPTION;
    let error = Error::new(shape, "The conditional request failed");
    match item {
        Some(_) => error.with_detail(ConditionalCheckFailedException { item, message: None }),
        None => error,
    }
}

/// A transaction that was not made, with a reason for each of its parts.
pub(crate) fn cancelled(reasons: Vec<CancellationReason>) -> Error {
    let mut codes = String::new();
    for reason in &reasons {
        let comma = if codes.is_empty() { "" } else { ", " };
        let _ = write!(codes, "{comma}{}", reason.code.as_deref().unwrap_or("None"));
    }
    let message = format!(
        "Transaction cancelled, please refer cancellation reasons for specific reasons [{codes}]"
    );
    let cancellation_reasons = Some(reasons);
    Error::new(&declared::TRANSACTION_CANCELED_EXCEPTION, message)
        .with_detail(TransactionCanceledException { cancellation_reasons, message: None })
}
