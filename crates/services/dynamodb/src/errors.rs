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
