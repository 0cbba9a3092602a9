//! A browser's form that uploads a file into a bucket (S3, "Browser-based uploads using POST"): its
//! parts, and the policy that says what it may hold.

mod disposition;
mod fields;
mod multipart;
mod policy;
mod tagging;

pub use fields::Fields;
pub use multipart::{Multipart, Step};
pub use policy::Policy;
pub use tagging::tagging;

use crate::WireError;

/// The most bytes that may stand before the file.
pub const MAX_FIELD_BYTES: usize = 20 * 1024;

/// A form that is none.
pub fn malformed() -> WireError {
    let message = "The body of your POST request is not well-formed multipart/form-data.";
    WireError::client("MalformedPOSTRequest", 400, message)
}

fn too_long() -> WireError {
    let message = "Your POST request fields preceding the upload file were too large.";
    WireError::client("MaxPostPreDataLengthExceeded", 400, message)
        .with_field("MaxPostPreDataLengthBytes", MAX_FIELD_BYTES.to_string())
}
