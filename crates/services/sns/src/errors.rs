//! The errors of this service, each named by what happened.

use platform::Error;
use shapes::sns::errors as declared;

pub fn invalid(message: impl Into<String>) -> Error {
    Error::new(&declared::INVALID_PARAMETER_EXCEPTION, message)
}
