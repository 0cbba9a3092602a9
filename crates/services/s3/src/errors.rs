//! S3's errors, by the codes and messages of its "Error responses" page.

use crate::version::Marker;
use platform::Error;
use shapes::ErrorShape;
use shapes::s3::errors::{
    ACCESS_DENIED, INVALID_REQUEST, NO_SUCH_BUCKET, NO_SUCH_KEY, NO_SUCH_UPLOAD,
};

pub(crate) static BUCKET_NOT_EMPTY: ErrorShape = ErrorShape::client("BucketNotEmpty", 409);
pub(crate) static OPERATION_ABORTED: ErrorShape = ErrorShape::client("OperationAborted", 409);
pub(crate) static INVALID_ARGUMENT: ErrorShape = ErrorShape::client("InvalidArgument", 400);
pub(crate) static INVALID_BUCKET_NAME: ErrorShape = ErrorShape::client("InvalidBucketName", 400);
/// What AWS itself does not do.
pub(crate) static NOT_IMPLEMENTED: ErrorShape = ErrorShape::server("NotImplemented", 501);
/// What is not done here. The status is one that no client tries again at.
static UNSUPPORTED: ErrorShape = ErrorShape::client("NotImplemented", 400);
pub(crate) static PRECONDITION_FAILED: ErrorShape = ErrorShape::client("PreconditionFailed", 412);
pub(crate) static BAD_DIGEST: ErrorShape = ErrorShape::client("BadDigest", 400);
pub(crate) static INVALID_DIGEST: ErrorShape = ErrorShape::client("InvalidDigest", 400);
pub(crate) static INVALID_RANGE: ErrorShape = ErrorShape::client("InvalidRange", 416);
pub(crate) static INVALID_PART: ErrorShape = ErrorShape::client("InvalidPart", 400);
pub(crate) static INVALID_PART_NUMBER: ErrorShape = ErrorShape::client("InvalidPartNumber", 416);
pub(crate) static INVALID_PART_ORDER: ErrorShape = ErrorShape::client("InvalidPartOrder", 400);
pub(crate) static ENTITY_TOO_SMALL: ErrorShape = ErrorShape::client("EntityTooSmall", 400);
pub(crate) static ENTITY_TOO_LARGE: ErrorShape = ErrorShape::client("EntityTooLarge", 400);
pub(crate) static INCOMPLETE_BODY: ErrorShape = ErrorShape::client("IncompleteBody", 400);
pub(crate) static MALFORMED_XML: ErrorShape = ErrorShape::client("MalformedXML", 400);
pub(crate) static METADATA_TOO_LARGE: ErrorShape = ErrorShape::client("MetadataTooLarge", 400);
pub(crate) static KEY_TOO_LONG: ErrorShape = ErrorShape::client("KeyTooLongError", 400);
pub(crate) static INVALID_STORAGE_CLASS: ErrorShape =
    ErrorShape::client("InvalidStorageClass", 400);
pub(crate) static INVALID_LOCATION_CONSTRAINT: ErrorShape =
    ErrorShape::client("InvalidLocationConstraint", 400);
pub(crate) static ILLEGAL_LOCATION_CONSTRAINT: ErrorShape =
    ErrorShape::client("IllegalLocationConstraintException", 400);
pub(crate) static ACL_NOT_SUPPORTED: ErrorShape =
    ErrorShape::client("AccessControlListNotSupported", 400);
pub(crate) static MALFORMED_ACL: ErrorShape = ErrorShape::client("MalformedACLError", 400);
pub(crate) static METHOD_NOT_ALLOWED: ErrorShape = ErrorShape::client("MethodNotAllowed", 405);
pub(crate) static UNEXPECTED_CONTENT: ErrorShape = ErrorShape::client("UnexpectedContent", 400);
pub(crate) static INVALID_LOGGING_TARGET: ErrorShape =
    ErrorShape::client("InvalidTargetBucketForLogging", 400);
pub(crate) static CROSS_LOCATION_LOGGING: ErrorShape =
    ErrorShape::client("CrossLocationLoggingProhibitted", 403);
pub(crate) static BLOCKED_BUCKET_ACL: ErrorShape =
    ErrorShape::client("InvalidBucketAclWithBlockPublicAccessError", 400);
pub(crate) static INVALID_BUCKET_ACL: ErrorShape =
    ErrorShape::client("InvalidBucketAclWithObjectOwnership", 400);
pub(crate) static INVALID_EXPECTED_OWNER: ErrorShape =
    ErrorShape::client("InvalidBucketOwnerAWSAccountID", 400);
pub(crate) static INVALID_REDIRECT_LOCATION: ErrorShape =
    ErrorShape::client("InvalidRedirectLocation", 400);

pub(crate) static BAD_REQUEST: ErrorShape = ErrorShape::client("BadRequest", 400);
pub(crate) static INVALID_TAG: ErrorShape = ErrorShape::client("InvalidTag", 400);
pub(crate) static INVALID_ENCRYPTION_ALGORITHM: ErrorShape =
    ErrorShape::client("InvalidEncryptionAlgorithmError", 400);
pub(crate) static INVALID_BUCKET_STATE: ErrorShape = ErrorShape::client("InvalidBucketState", 409);
pub(crate) static ILLEGAL_VERSIONING: ErrorShape =
    ErrorShape::client("IllegalVersioningConfigurationException", 400);

static CONDITIONAL_CONFLICT: ErrorShape = ErrorShape::client("ConditionalRequestConflict", 409);
static NO_SUCH_VERSION: ErrorShape = ErrorShape::client("NoSuchVersion", 404);

pub(crate) static MISSING_SECURITY_HEADER: ErrorShape =
    ErrorShape::client("MissingSecurityHeader", 400);

pub(crate) static MALFORMED_POLICY: ErrorShape = ErrorShape::client("MalformedPolicy", 400);
pub(crate) static NO_SUCH_BUCKET_POLICY: ErrorShape = ErrorShape::client("NoSuchBucketPolicy", 404);

/// The answer to a read whose condition says that the caller has the object already.
pub(crate) static NOT_MODIFIED: ErrorShape = ErrorShape::client("NotModified", 304);

pub(crate) fn no_such_bucket(bucket: &str) -> Error {
    Error::new(&NO_SUCH_BUCKET, "The specified bucket does not exist").with("BucketName", bucket)
}

pub(crate) fn no_such_key(key: &str) -> Error {
    Error::new(&NO_SUCH_KEY, "The specified key does not exist.").with("Key", key)
}

pub(crate) fn no_such_version(key: &str, id: &str) -> Error {
    let message = "The specified version does not exist.";
    Error::new(&NO_SUCH_VERSION, message).with("Key", key).with("VersionId", id)
}

/// The same without a word of which.
pub(crate) fn version_absent() -> Error {
    Error::new(&NO_SUCH_VERSION, "The specified version does not exist.")
}

/// A version that is a delete marker has nothing that could be read or changed.
pub(crate) fn is_marker(method: &'static str) -> Error {
    let message = "The specified method is not allowed against this resource.";
    Error::new(&METHOD_NOT_ALLOWED, message)
        .with("Method", method)
        .with("ResourceType", "DeleteMarker")
        .header("Allow", "DELETE")
}

/// Adds to an error that a delete marker is its cause.
pub(crate) fn of_marker(error: Error, marker: &Marker) -> Error {
    error.header("x-amz-delete-marker", "true").header("x-amz-version-id", marker.id())
}

pub(crate) fn no_such_upload(upload_id: &str) -> Error {
    let message = "The specified upload does not exist. The upload ID may be invalid, or the \
                   upload may have been aborted or completed.";
    Error::new(&NO_SUCH_UPLOAD, message).with("UploadId", upload_id)
}

/// Others have changed what a request is about as often as it was tried.
pub(crate) fn operation_aborted() -> Error {
    let message = "A conflicting conditional operation is currently in progress against this \
                   resource. Please try again.";
    Error::new(&OPERATION_ABORTED, message)
}

pub(crate) fn access_denied() -> Error {
    Error::new(&ACCESS_DENIED, "Access Denied")
}

pub(crate) fn invalid_request(message: impl Into<String>) -> Error {
    Error::new(&INVALID_REQUEST, message)
}

pub(crate) fn invalid_argument(
    message: impl Into<String>,
    name: &str,
    value: impl Into<String>,
) -> Error {
    Error::new(&INVALID_ARGUMENT, message).with("ArgumentName", name).with("ArgumentValue", value)
}

/// The same of no argument by itself.
pub(crate) fn plain_invalid_argument(message: &str) -> Error {
    Error::new(&INVALID_ARGUMENT, message)
}

pub(crate) fn malformed_xml() -> Error {
    Error::new(
        &MALFORMED_XML,
        "The XML you provided was not well-formed or did not validate against our published schema",
    )
}

pub(crate) fn precondition_failed(condition: &str) -> Error {
    Error::new(
        &PRECONDITION_FAILED,
        "At least one of the pre-conditions you specified did not hold",
    )
    .with("Condition", condition)
}

/// A condition that holds no more as it did when the upload began.
pub(crate) fn conditional_conflict(condition: &str, key: &str) -> Error {
    let message = "The conditional request cannot succeed due to a conflicting operation against \
                   this resource.";
    Error::new(&CONDITIONAL_CONFLICT, message).with("Condition", condition).with("Key", key)
}

/// A header that AWS itself does not act on for buckets such as these.
pub(crate) fn header_not_implemented(header: &str) -> Error {
    let message = "A header you provided implies functionality that is not implemented";
    Error::new(&NOT_IMPLEMENTED, message).with("Header", header)
}

/// A value that AWS takes and that is not acted on here, by its name.
pub(crate) fn unsupported(what: &str) -> Error {
    Error::new(&UNSUPPORTED, platform::unsupported(what))
}

/// A header or element whose meaning is not acted on.
pub(crate) fn not_implemented(name: &str) -> Error {
    let message = format!(
        "A header you provided implies functionality that is not implemented: {name} is not \
         supported by Waterwheel yet."
    );
    Error::new(&UNSUPPORTED, message).with("Header", name)
}

pub(crate) fn entity_too_large(proposed: u64) -> Error {
    Error::new(&ENTITY_TOO_LARGE, "Your proposed upload exceeds the maximum allowed size")
        .with("ProposedSize", proposed.to_string())
        .with("MaxSizeAllowed", crate::intake::MAX_BYTES.to_string())
}
