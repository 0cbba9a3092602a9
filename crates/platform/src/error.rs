//! An operation's error, before any protocol words it.

use crate::peers::Owner;
use shapes::constraints::Violation;
use shapes::{ErrorShape, Fault, Service, Shape, StreamError};
use std::fmt;
use std::sync::Arc;

/// The result of an operation.
pub type Result<T> = std::result::Result<T, Error>;

/// What an operation answers when it fails: one of its service's errors and a message.
#[derive(Clone, Debug)]
pub struct Error {
    /// The code and HTTP status.
    pub shape: ErrorKind,
    /// What happened, for the caller.
    pub message: String,
    /// Further members of the error's body, such as S3's `BucketName`.
    pub fields: Vec<(&'static str, String)>,
    /// A structure whose members stand in the body too: one that the models declare for the error, its
    /// message left out.
    pub detail: Option<Arc<dyn Shape>>,
    /// Further HTTP headers of the answer.
    pub headers: Vec<(&'static str, String)>,
    /// Who holds what the call is about, where that is another process.
    pub owner: Option<Owner>,
}

/// A reference to a declared error.
pub type ErrorKind = &'static ErrorShape;

/// What AWS answers when the service itself failed.
static INTERNAL_FAILURE: ErrorShape = ErrorShape::server("InternalFailure", 500);
static SERVICE_UNAVAILABLE: ErrorShape = ErrorShape::server("ServiceUnavailable", 503);

impl Error {
    /// An error with a message.
    pub fn new(shape: ErrorKind, message: impl Into<String>) -> Self {
        let message = message.into();
        let (fields, headers) = Default::default();
        Self { shape, message, fields, detail: None, headers, owner: None }
    }

    /// The service failed. The cause goes to the log, not to the caller.
    pub fn internal(cause: impl fmt::Display) -> Self {
        tracing::error!(%cause, "internal failure");
        Self::made_internal()
    }

    /// The same, where nothing has failed and somebody wants to see it.
    pub(crate) fn made_internal() -> Self {
        Self::new(
            &INTERNAL_FAILURE,
            "The request processing has failed because of an unknown error, exception or failure.",
        )
    }

    /// A service is asked too often, about this or, with `*`, about nothing.
    pub(crate) fn throttled(service: &Service, resource: &str, account: &str) -> Self {
        let throttled = &service.dialect.throttled;
        let fields = throttled.fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
        let error = Self::new(&throttled.shape, (throttled.words)(resource, account));
        Self { fields: fields.collect(), ..error }
    }

    /// The same error with one more member in its body.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// The same error with the members of a structure in its body, such as
    /// `TransactionCanceledException` with its reasons. Its own message stays unset.
    pub fn with_detail(mut self, detail: impl Shape) -> Self {
        self.detail = Some(Arc::new(detail));
        self
    }

    /// The structure that [`Error::with_detail`] has set, where it is of this type.
    pub fn detail<T: Shape>(&self) -> Option<&T> {
        let detail: &dyn std::any::Any = self.detail.as_deref()?;
        detail.downcast_ref()
    }

    /// The same error with one more HTTP header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same error, where another process holds what the call is about.
    pub fn held_by(self, owner: Owner) -> Self {
        Self { owner: Some(owner), ..self }
    }

    /// The error's code on the wire.
    pub fn code(&self) -> &'static str {
        self.shape.code
    }

    /// Whether it is this declared error.
    pub fn is(&self, shape: ErrorKind) -> bool {
        self.shape.code == shape.code
    }

    /// Whether the service is at fault, so that the same request may succeed later.
    pub fn is_server_fault(&self) -> bool {
        self.shape.fault == Fault::Server
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.shape.code, self.message)
    }
}

impl std::error::Error for Error {}

/// A storage error is the service's fault; storage that takes no writes, or cannot open a file, says
/// so, since waiting may help. A full disk is told to the log each time; what else the engine refuses
/// it has told already.
impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Full(_) | store::Error::ReadOnly(_) => {
                match &error {
                    store::Error::Full(_) => tracing::error!(%error, "storage cannot take writes"),
                    _ => tracing::debug!(%error, "storage takes no writes"),
                }
                Self::new(&SERVICE_UNAVAILABLE, "Service is unable to store data at the moment.")
            }
            store::Error::Busy(_) => {
                tracing::warn!(%error, "storage cannot be used at the moment");
                let message = "Service is unable to handle the request at the moment.";
                Self::new(&SERVICE_UNAVAILABLE, message)
            }
            other => Self::internal(other),
        }
    }
}

/// An input that breaks its model's constraints.
impl From<Violation> for Error {
    fn from(violation: Violation) -> Self {
        Self::new(violation.shape, violation.message)
    }
}

/// A body that ended in an error keeps the reader's code.
impl From<StreamError> for Error {
    fn from(error: StreamError) -> Self {
        let shape = BODY_ERRORS.iter().find(|shape| shape.code == error.code);
        Self::new(shape.unwrap_or(&INCOMPLETE_BODY), error.message)
    }
}

/// What a reader of a body may find wrong with it; the codes of S3's "Error responses" page.
static BODY_ERRORS: [ErrorShape; 10] = [
    ErrorShape::client("BadDigest", 400),
    ErrorShape::client("EntityTooLarge", 400),
    ErrorShape::client("EntityTooSmall", 400),
    ErrorShape::client("InvalidChunkSizeError", 403),
    ErrorShape::client("InvalidRequest", 400),
    ErrorShape::client("MalformedPOSTRequest", 400),
    ErrorShape::client("MalformedTrailerError", 400),
    ErrorShape::client("RequestTimeout", 400),
    ErrorShape::client("SignatureDoesNotMatch", 403),
    ErrorShape::client("XAmzContentSHA256Mismatch", 400),
];
static INCOMPLETE_BODY: ErrorShape = ErrorShape::client("IncompleteBody", 400);
