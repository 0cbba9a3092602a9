//! The errors of this service; its model declares none of them.

use platform::{Context, Error};
use shapes::ErrorShape;

static ACCESS_DENIED: ErrorShape = ErrorShape::client("AccessDenied", 403);
static VALIDATION_ERROR: ErrorShape = ErrorShape::client("ValidationError", 400);

/// AWS says the same whether the role is missing or its trust policy says no.
pub fn denied(cx: &Context, role_arn: &str) -> Error {
    let message = format!(
        "User: {} is not authorized to perform: sts:AssumeRole on resource: {role_arn}",
        cx.caller_arn()
    );
    Error::new(&ACCESS_DENIED, message)
}

pub fn validation(message: impl Into<String>) -> Error {
    Error::new(&VALIDATION_ERROR, message)
}

pub fn unsupported(member: &str) -> Error {
    validation(platform::unsupported(member))
}
