//! The errors of tables and of what belongs to them, each named by what happened.

use platform::Error;
use shapes::ErrorShape;
use shapes::dynamodb::errors as declared;

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
