//! The errors of this service, each named by what happened. Lambda's bodies say whose fault it
//! was in a member `Type`.

use crate::invocation::NotRun;
use platform::{Error, KeyRefusal};
use shapes::ErrorShape;
use shapes::lambda::errors as declared;

static ACCESS_DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 403);
static TOO_LARGE: ErrorShape = ErrorShape::client("RequestEntityTooLargeException", 413);
static VALIDATION: ErrorShape = ErrorShape::client("ValidationException", 400);

fn user(shape: &'static ErrorShape, message: impl Into<String>) -> Error {
    Error::new(shape, message).with("Type", "User")
}

pub fn no_function(arn: &str) -> Error {
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, format!("Function not found: {arn}"))
}

/// As the operations on asynchronous invocation say it.
pub fn function_missing() -> Error {
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, "The function doesn't exist.")
}

pub fn no_event_invoke(arn: &str) -> Error {
    let message = format!("The function {arn} doesn't have an EventInvokeConfig");
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub fn other_region(wanted: &str, here: &str) -> Error {
    let message = format!("Functions from '{wanted}' are not reachable in this region ('{here}')");
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub fn function_exists(name: &str) -> Error {
    user(&declared::RESOURCE_CONFLICT_EXCEPTION, format!("Function already exist: {name}"))
}

pub fn invalid(message: impl Into<String>) -> Error {
    user(&declared::INVALID_PARAMETER_VALUE_EXCEPTION, message)
}

pub fn unsupported(what: &str) -> Error {
    invalid(platform::unsupported(what))
}

/// A model's constraint that only the service knows, worded as the model's own are.
pub fn constraint(value: &str, member: &str, rule: &str) -> Error {
    let message = format!(
        "1 validation error detected: Value '{value}' at '{member}' failed to satisfy \
         constraint: {rule}"
    );
    Error::new(&VALIDATION, message)
}

pub fn revision_differs() -> Error {
    let message = "The Revision Id provided does not match the latest Revision Id. Call the \
                   GetFunction/GetAlias API to retrieve the latest Revision Id";
    user(&declared::PRECONDITION_FAILED_EXCEPTION, message)
}

/// What only the version can have done to it that is not published.
pub fn only_latest(action: &str) -> Error {
    invalid(format!("The operation {action} is only allowed on $LATEST."))
}

pub fn code_differs(wanted: &str, current: &str) -> Error {
    invalid(format!(
        "CodeSHA256 ({wanted}) is different from current CodeSHA256 in $LATEST ({current}). Please try \
         again with the CodeSHA256 in $LATEST."
    ))
}

pub fn version_has_aliases(aliases: &[String]) -> Error {
    let message = format!(
        "Unable to delete version because the following aliases reference it: [{}]",
        aliases.join(", ")
    );
    user(&declared::RESOURCE_CONFLICT_EXCEPTION, message)
}

pub fn alias_exists(arn: &str) -> Error {
    user(&declared::RESOURCE_CONFLICT_EXCEPTION, format!("Alias already exists: {arn}"))
}

pub fn no_alias(arn: &str) -> Error {
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, format!("Cannot find alias arn: {arn}"))
}

pub fn statement_exists(sid: &str) -> Error {
    let message = format!(
        "The statement id ({sid}) provided already exists. Please provide a new statement id, or \
         remove the existing statement."
    );
    user(&declared::RESOURCE_CONFLICT_EXCEPTION, message)
}

pub fn policy_too_long(size: usize, most: usize) -> Error {
    let message = format!("The final policy size ({size}) is bigger than the limit ({most}).");
    user(&declared::POLICY_LENGTH_EXCEEDED_EXCEPTION, message)
}

/// As `RemovePermission` says it.
pub fn no_policy() -> Error {
    let message = "No policy is associated with the given resource.";
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// As `RemovePermission` says it where there is no function.
pub fn no_policy_for(arn: &str) -> Error {
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, format!("No policy found for: {arn}"))
}

/// As `GetPolicy` says it.
pub fn no_resource() -> Error {
    let message = "The resource you requested does not exist.";
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

pub fn no_statement(sid: &str) -> Error {
    let message = format!("Statement {sid} is not found in resource policy.");
    user(&declared::RESOURCE_NOT_FOUND_EXCEPTION, message)
}

/// A function of another account, which no resource policy opens.
pub fn not_allowed(caller: &str, action: &str, arn: &str) -> Error {
    let message = format!(
        "User: {caller} is not authorized to perform: lambda:{action} on resource: {arn} because no \
         resource-based policy allows the lambda:{action} action"
    );
    Error::new(&ACCESS_DENIED, message)
}

pub fn foreign_role() -> Error {
    Error::new(&ACCESS_DENIED, "Cross-account pass role is not allowed.")
}

pub const ROLE_WORDS: &str = "The role defined for the function cannot be assumed by Lambda.";

/// The function's role may not leave letters at a destination.
pub fn role_may_not(action: &str, arn: &str) -> Error {
    invalid(format!(
        "The function's execution role does not have permissions to call {action} on {arn}"
    ))
}

/// The role may not leave dead letters, as the operations on functions say it.
pub fn role_may_not_write(action: &str, service: &str) -> Error {
    invalid(format!(
        "The provided execution role does not have permissions to call {action} on {service}"
    ))
}

pub fn too_large(message: impl Into<String>) -> Error {
    user(&TOO_LARGE, message)
}

pub fn bad_content(message: impl Into<String>) -> Error {
    user(&declared::INVALID_REQUEST_CONTENT_EXCEPTION, message)
}

/// A key of KMS that a function cannot have, as KMS says.
pub fn bad_key(error: Error) -> Error {
    if KeyRefusal::of(&error).is_none() {
        return error;
    }
    invalid(format!(
        "Lambda was unable to configure access to your environment variables because the KMS key is \
         invalid for CreateGrant. Please check your KMS key settings. KMS Exception: {} KMS Message: \
         {}",
        error.code(),
        error.message
    ))
}

/// Variables that cannot be opened, as KMS says.
pub fn cannot_open(error: Error) -> Error {
    let (shape, why) = match KeyRefusal::of(&error) {
        None => return error,
        Some(KeyRefusal::Denied) => {
            (&declared::KMS_ACCESS_DENIED_EXCEPTION, "KMS access was denied")
        }
        Some(KeyRefusal::Disabled) => {
            (&declared::KMS_DISABLED_EXCEPTION, "the KMS key used is disabled")
        }
        Some(KeyRefusal::State | KeyRefusal::Usage) => (
            &declared::KMS_INVALID_STATE_EXCEPTION,
            "the state of the KMS key used is not valid for Decrypt",
        ),
        Some(KeyRefusal::NotFound) => {
            (&declared::KMS_NOT_FOUND_EXCEPTION, "the KMS key was not found")
        }
    };
    let message = format!(
        "Lambda was unable to decrypt the environment variables because {why}. Please check the \
         function's KMS key settings. KMS Exception: {} KMS Message: {}",
        error.code(),
        error.message
    );
    Error::new(shape, message).with("Type", "User")
}

/// Why no environment ran an invocation, as the caller hears it.
pub fn not_run(error: NotRun) -> Error {
    use ::functions::InvokeError;
    let throttled = |reason| {
        user(&declared::TOO_MANY_REQUESTS_EXCEPTION, "Rate Exceeded.").with("Reason", reason)
    };
    let error = match error {
        NotRun::Reserved => {
            return throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
        }
        NotRun::Key(error) => return error,
        NotRun::Runner(error) => error,
    };
    match error {
        InvokeError::Throttled => throttled("ConcurrentInvocationLimitExceeded"),
        InvokeError::Unsupported(why) => {
            Error::new(&declared::INVALID_RUNTIME_EXCEPTION, why).with("Type", "Service")
        }
        InvokeError::Credentials(why) => {
            tracing::warn!(%why, "no credentials for a function");
            user(&ACCESS_DENIED, ROLE_WORDS)
        }
        InvokeError::Stopped | InvokeError::Internal(_) => {
            tracing::error!(%error, "a function could not be run");
            let message = "An internal error occurred while running the function.";
            Error::new(&declared::SERVICE_EXCEPTION, message).with("Type", "Service")
        }
    }
}
