//! The errors of this service, each named by what happened.

use platform::{Error, KeyRefusal};
use shapes::ErrorShape;
use shapes::ssm::errors as declared;
use std::fmt::Display;

/// What all services of AWS say of an input that is not as it must be.
static VALIDATION: ErrorShape = ErrorShape::client("ValidationException", 400);

/// An input that is not as it must be.
pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&VALIDATION, message)
}

/// Something that AWS has and that is not here.
pub fn unsupported(what: &str) -> Error {
    invalid(platform::unsupported(what))
}

/// What Systems Manager says where KMS refuses.
pub fn as_ssm_says(error: Error) -> Error {
    static DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 400);
    match KeyRefusal::of(&error) {
        None => error,
        Some(KeyRefusal::Denied) => Error::new(&DENIED, error.message),
        Some(_) => Error::new(&declared::INVALID_KEY_ID, error.message),
    }
}

/// AWS says nothing with it, and SDKs show so.
pub fn not_found() -> Error {
    Error::new(&declared::PARAMETER_NOT_FOUND, "")
}

/// A version by its number, or by a label.
pub fn no_version(name: &str, version: impl Display) -> Error {
    let message = format!(
        "Systems Manager could not find version {version} of {name}. Verify the version and try again."
    );
    Error::new(&declared::PARAMETER_VERSION_NOT_FOUND, message)
}

pub fn already_exists() -> Error {
    let message = "The parameter already exists. To overwrite this value, set the overwrite option in \
                   the request to true.";
    Error::new(&declared::PARAMETER_ALREADY_EXISTS, message)
}

/// The oldest version cannot go.
pub fn too_many_versions(name: &str, oldest: i64) -> Error {
    let message = format!(
        "You attempted to create a new version of {name} by calling the PutParameter API with the \
         overwrite flag. Version {oldest}, the oldest version, can't be deleted because it has a \
         label associated with it. Move the label to another version of the parameter, and try again."
    );
    Error::new(&declared::PARAMETER_MAX_VERSION_LIMIT_EXCEEDED, message)
}

pub fn too_many_labels() -> Error {
    let message = "A parameter version can have maximum 10 labels. Move one or more labels to another \
                   version and try again.";
    Error::new(&declared::PARAMETER_VERSION_LABEL_LIMIT_EXCEEDED, message)
}

pub fn too_many_levels() -> Error {
    let message = "A hierarchy can have a maximum of 15 levels. For more information, see \
                   Requirements and constraints for parameter names in the Amazon Web Services \
                   Systems Manager User Guide.";
    Error::new(&declared::HIERARCHY_LEVEL_LIMIT_EXCEEDED_EXCEPTION, message)
}

/// A name that belongs to AWS.
pub fn reserved(name: &str) -> Error {
    static DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 400);
    Error::new(&DENIED, format!("No access to reserved parameter name: {name}."))
}

/// A pattern that is none.
pub fn strange_pattern() -> Error {
    let message = "The request doesn't meet the regular expression requirement.";
    Error::new(&declared::INVALID_ALLOWED_PATTERN_EXCEPTION, message)
}

/// A pattern that AWS would take, of a kind that is not here.
pub fn unsupported_pattern(what: &str) -> Error {
    let message = platform::unsupported(what);
    Error::new(&declared::INVALID_ALLOWED_PATTERN_EXCEPTION, message)
}

pub fn pattern_mismatch(pattern: &str) -> Error {
    let message = format!("Parameter value, cannot be validated against allowedPattern: {pattern}");
    Error::new(&declared::PARAMETER_PATTERN_MISMATCH_EXCEPTION, message)
}

pub fn bad_policy(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_POLICY_ATTRIBUTE_EXCEPTION, message)
}

pub fn bad_policy_type(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_POLICY_TYPE_EXCEPTION, message)
}

pub fn policies_conflict() -> Error {
    let message = "There is a conflict in the policies specified for this parameter. You can't, for \
                   example, specify two Expiration policies for a parameter.";
    Error::new(&declared::INCOMPATIBLE_POLICY_EXCEPTION, message)
}

pub fn too_many_policies() -> Error {
    let message = "You specified more than the maximum number of allowed policies for the parameter. \
                   The maximum is 10.";
    Error::new(&declared::POLICIES_LIMIT_EXCEEDED_EXCEPTION, message)
}

pub fn filter_key(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_FILTER_KEY, message)
}

pub fn filter_option(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_FILTER_OPTION, message)
}

pub fn filter_value(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_FILTER_VALUE, message)
}

pub fn bad_token() -> Error {
    Error::new(&declared::INVALID_NEXT_TOKEN, "The specified token isn't valid.")
}

/// A resource whose tags are asked for is not there.
pub fn no_resource() -> Error {
    let message =
        "The resource ID isn't valid. Verify that you entered the correct ID and try again.";
    Error::new(&declared::INVALID_RESOURCE_ID, message)
}

/// A kind of resources that is not here.
pub fn unsupported_resource(kind: &str) -> Error {
    let message = platform::unsupported(format_args!("ResourceType {kind}"));
    Error::new(&declared::INVALID_RESOURCE_TYPE, message)
}

pub fn too_many_tags() -> Error {
    let message = "The Targets parameter includes too many tags. Remove one or more tags and try the \
                   command again.";
    Error::new(&declared::TOO_MANY_TAGS_ERROR, message)
}
