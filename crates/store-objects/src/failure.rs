//! What an error of the library means.

use object_store::client::HttpError;
use std::error::Error as _;
use std::fmt;
use std::io;
use store::Error;

/// What http.rs tells by way of the library.
#[derive(Debug)]
pub(crate) enum Said {
    /// The connection broke, or nothing came over it.
    Broken(String),
    /// The object ends before the range begins.
    Beyond,
    /// The store has no room.
    Full(String),
    /// The store, or this machine, will not do it.
    Refused(String),
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Beyond => write!(f, "the range begins behind the object's end"),
            Self::Broken(why) | Self::Full(why) | Self::Refused(why) => write!(f, "{why}"),
        }
    }
}

impl std::error::Error for Said {}

/// The error and its causes.
fn chain(error: &object_store::Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
    std::iter::from_fn(move || {
        let now = next?;
        next = now.source();
        Some(now)
    })
}

/// What http.rs said, where it did.
fn said(error: &object_store::Error) -> Option<&Said> {
    chain(error).find_map(|error| error.downcast_ref::<HttpError>()?.source()?.downcast_ref())
}

/// Whether the object ends before the range that was asked for.
pub(crate) fn is_beyond(error: &object_store::Error) -> bool {
    matches!(said(error), Some(Said::Beyond))
}

/// Whether the store says that there is no such object.
pub(crate) fn is_absent(error: &object_store::Error) -> bool {
    let absent = |error: &(dyn std::error::Error + 'static)| {
        matches!(error.downcast_ref(), Some(object_store::Error::NotFound { .. }))
    };
    chain(error).any(absent)
}

/// Whether the object that was being read is another one now.
pub(crate) fn is_another(error: &object_store::Error) -> bool {
    matches!(error, object_store::Error::Precondition { .. })
}

/// Whether the store answered, and what was asked is not done.
pub(crate) fn is_refused(error: &object_store::Error) -> bool {
    match error {
        object_store::Error::Generic { .. } => !matches!(said(error), Some(Said::Broken(_))),
        object_store::Error::JoinError { .. } => false,
        _ => true,
    }
}

/// The store's name for an error by which nothing was written.
pub(crate) fn from_library(error: &object_store::Error) -> Error {
    let why = error.to_string();
    match error {
        _ if is_absent(error) => Error::NotFound(why),
        object_store::Error::AlreadyExists { .. } => Error::Exists(why),
        object_store::Error::PermissionDenied { .. }
        | object_store::Error::Unauthenticated { .. } => {
            io::Error::new(io::ErrorKind::PermissionDenied, why).into()
        }
        object_store::Error::Generic { .. } | object_store::Error::JoinError { .. } => {
            match said(error) {
                Some(Said::Full(_)) => Error::Full(why),
                Some(Said::Beyond | Said::Refused(_)) => io::Error::other(why).into(),
                // What the store said for as long as it was asked: that it cannot at the moment.
                Some(Said::Broken(_)) | None => Error::Busy(why),
            }
        }
        _ => io::Error::other(why).into(),
    }
}
