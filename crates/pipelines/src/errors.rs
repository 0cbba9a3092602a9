//! The errors of the mapping operations, in the words that AWS uses.

use crate::records::mapping::Mapping;
use crate::source::Source;
use platform::{Error, KeyRefusal, unsupported};
use shapes::ErrorShape;
use shapes::lambda::errors;

/// A parameter is wrong.
pub(crate) fn invalid(message: impl Into<String>) -> Error {
    user(&errors::INVALID_PARAMETER_VALUE_EXCEPTION, message)
}

/// AWS has it, we do not.
pub(crate) fn not_yet(what: &str) -> Error {
    invalid(unsupported(what))
}

/// AWS does not have it for this kind of source.
pub(crate) fn not_for_source(parameter: &str) -> Error {
    invalid(format!("Unsupported {parameter} parameter for given event source mapping type."))
}

/// No mapping has this UUID.
pub(crate) fn no_mapping() -> Error {
    user(&errors::RESOURCE_NOT_FOUND_EXCEPTION, "The resource you requested does not exist.")
}

/// A key of KMS that filters cannot be encrypted by, as KMS says.
pub(crate) fn bad_key(error: Error) -> Error {
    if KeyRefusal::of(&error).is_none() {
        return error;
    }
    invalid(format!(
        "Lambda was unable to encrypt or decrypt the filter criteria of the event source mapping. Please \
         check the KMS key permissions. KMS Exception: {} KMS Message: {}",
        error.code(),
        error.message
    ))
}

/// The function that a mapping names does not exist.
pub(crate) fn no_function() -> Error {
    invalid("Function does not exist")
}

/// The source and the function have a mapping already.
pub(crate) fn exists(mapping: &Mapping, uuid: &str) -> Error {
    let Mapping { source_arn, function, .. } = mapping;
    let message = match mapping.source() {
        Source::Stream | Source::Changes => format!(
            "The event source arn (\" {source_arn} \") and function (\" {function} \") provided \
             mapping already exists. Please update or delete the existing mapping with UUID {uuid}"
        ),
        Source::Queue { .. } => format!(
            "An event source mapping with SQS arn (\" {source_arn} \") and function (\" {function} \") \
             already exists. Please update or delete the existing mapping with UUID {uuid}"
        ),
    };
    user(&errors::RESOURCE_CONFLICT_EXCEPTION, message)
}

/// The mapping is being deleted.
pub(crate) fn in_use(verb: &str) -> Error {
    let message = format!("Cannot {verb} the event source mapping because it is in use.");
    user(&errors::RESOURCE_IN_USE_EXCEPTION, message)
}

/// Lambda's errors say whose fault they are in a member of their own.
fn user(shape: &'static ErrorShape, message: impl Into<String>) -> Error {
    Error::new(shape, message).with("Type", "User")
}
