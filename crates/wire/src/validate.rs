//! The models' constraints, as a request breaks them.

use crate::WireError;
use shapes::{Protocol, Service, Shape, constraints};

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
    constraints::validate(service, input, missing)
        .map_err(|violation| WireError::declared(violation.shape, violation.message))
}

/// S3's answer to what is absent: in a body it breaks the schema, elsewhere it is an argument.
fn absent_in_s3(path: &str) -> WireError {
    if path.contains('.') || path == "delete" {
        return WireError::malformed_xml();
    }
    let message = match path {
        "objectAttributes" => "The x-amz-object-attributes header specifying the attributes to be \
                               retrieved is either missing or empty"
            .to_owned(),
        _ => format!("Missing required parameter: {path}"),
    };
    WireError::client("InvalidRequest", 400, message)
}
