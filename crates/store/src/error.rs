//! How an engine says that it could not keep its promise.

use crate::{Appended, BlobId, LogId};
use std::fmt;
use std::io;
use std::sync::Arc;

/// The result of a storage call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a storage call failed. Cloneable, since one failed sync answers every write in its group.
#[derive(Clone, Debug)]
pub enum Error {
    /// A [`Condition`](crate::Condition) of the batch did not hold; nothing was written.
    /// Carries the index of the first condition that failed.
    Conflict(usize),
    /// The log, lane position or blob that was asked for does not exist.
    NotFound(String),
    /// A log of this name exists already.
    Exists(String),
    /// Of an append: one of its lanes is sealed. Carries for each entry where it went, or `None`
    /// where it was not kept.
    Sealed(Vec<Option<Appended>>),
    /// What is stored is not what was written, or is gone. Says which and where in the engine's own
    /// words, so that an operator finds it.
    Damaged {
        /// What holds the damage, such as a file's path.
        what: String,
        /// Where in it, such as `byte 17`.
        place: String,
        /// What was wrong with it.
        reason: String,
    },
    /// There is no room for the write; reading goes on.
    Full(String),
    /// What the engine needs is not to be had at the moment: a file more than the process may have
    /// open, a server that does not answer. Nothing was written; it may be otherwise soon.
    Busy(String),
    /// The engine cannot tell whether the write happened, since what it was entrusted to did not
    /// answer any more. It is whole on stable storage, or will be, or never was; a later commit to
    /// the same keys comes after it.
    Unknown(String),
    /// The engine refuses writes: since an earlier sync failed, or since what it would write could
    /// not be kept. Says why; reading goes on.
    ReadOnly(String),
    /// The operating system refused.
    Io(Arc<io::Error>),
    /// The engine was shut down.
    Closed,
}

impl Error {
    /// The caller asked for something that no engine can do.
    pub fn invalid(why: String) -> Self {
        Error::Io(Arc::new(io::Error::new(io::ErrorKind::InvalidInput, why)))
    }

    /// Whether the process, or the machine, has as many files open as it may: `EMFILE`, `ENFILE`.
    pub fn is_out_of_descriptors(error: &io::Error) -> bool {
        matches!(error.raw_os_error(), Some(23 | 24))
    }

    /// There is no such log.
    pub fn no_log(log: &LogId) -> Self {
        Error::NotFound(format!("log {}", log.0))
    }

    /// There is no such blob.
    pub fn no_blob(blob: &BlobId) -> Self {
        Error::NotFound(format!("blob {}", blob.0))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Conflict(index) => write!(f, "condition {index} of the batch does not hold"),
            Error::NotFound(what) => write!(f, "{what} does not exist"),
            Error::Exists(what) => write!(f, "{what} exists already"),
            Error::Sealed(_) => write!(f, "the lane is sealed"),
            Error::Damaged { what, place, reason } => {
                write!(f, "{what} is damaged at {place}: {reason}")
            }
            Error::Full(what) => write!(f, "no room: {what}"),
            Error::Busy(what) => write!(f, "not at the moment: {what}"),
            Error::Unknown(why) => write!(f, "it may or may not have been written: {why}"),
            Error::ReadOnly(why) => write!(f, "storage takes no writes: {why}"),
            Error::Io(error) => write!(f, "{error}"),
            Error::Closed => write!(f, "storage is closed"),
        }
    }
}

impl std::error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Error::Full(error.to_string())
            }
            io::ErrorKind::NotFound => Error::NotFound(error.to_string()),
            _ if Self::is_out_of_descriptors(&error) => Error::Busy(error.to_string()),
            _ => Error::Io(Arc::new(error)),
        }
    }
}
