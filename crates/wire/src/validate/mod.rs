//! The models' constraints, and what AWS says when they are broken.
//!
//! All violations of an input are collected, up to ten, as the services do; what they say was
//! observed on Kinesis, CloudWatch Logs, Lambda and IAM.

mod check;
mod pattern;
mod show;

use crate::WireError;
use check::Checker;
use shapes::{Protocol, Service, Shape};

/// Only so many violations are told.
const MOST_TOLD: usize = 10;

/// Checks an input. `missing` are the paths of required values that were absent.
///
/// # Errors
/// The service's own error, with all violations in its message. S3 has errors of its own for
/// most of what could be wrong, and only asks that what is required be there.
pub(crate) fn validate(
    service: &'static Service,
    input: &dyn Shape,
    missing: Vec<String>,
) -> Result<(), WireError> {
    if service.protocol == Protocol::RestXml {
        return match missing.first() {
            Some(path) => Err(absent_in_s3(path)),
            None => Ok(()),
        };
    }
    let violations = Checker::run(input, missing);
    if violations.told.is_empty() {
        return Ok(());
    }
    if service.id == "iam"
        && let Some(message) = violations.name_rule
    {
        return Err(WireError::client("ValidationError", 400, message));
    }
    let told = &violations.told[..violations.told.len().min(MOST_TOLD)];
    let plural = if told.len() == 1 { "" } else { "s" };
    let message = format!("{} validation error{plural} detected: {}", told.len(), told.join("; "));
    let code = match (service.protocol, service.id) {
        (Protocol::Query, _) => "ValidationError",
        (_, "logs") => "InvalidParameterException",
        _ => "ValidationException",
    };
    Err(WireError::client(code, 400, message))
}

/// S3's answer to what is absent: in a body it breaks the schema, elsewhere it is an argument.
fn absent_in_s3(path: &str) -> WireError {
    if path.contains('.') || path == "delete" {
        return WireError::malformed_xml();
    }
    WireError::client("InvalidRequest", 400, format!("Missing required parameter: {path}"))
}

#[cfg(test)]
mod tests;
