//! What an error of the server means.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::time::Duration;
use store::Error;
use tokio_postgres::error::{Severity, SqlState};

/// Why something that the server was asked for was not answered.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It says so, or the connection broke.
    Told(tokio_postgres::Error),
    /// It said nothing for so long.
    Silent(Duration),
}

impl Failure {
    /// Whether what the transaction did is surely undone, after it was asked to commit.
    pub fn is_undone(&self) -> bool {
        match self {
            Failure::Told(error) => is_undone(error),
            Failure::Silent(_) => false,
        }
    }

    /// Whether the same may succeed over a new connection, soon.
    pub fn may_pass(&self) -> bool {
        match self {
            Failure::Told(error) => may_pass(error),
            Failure::Silent(_) => true,
        }
    }

    /// The store's name for it where nothing was written.
    pub fn into_error(self) -> Error {
        match self {
            Failure::Told(error) => from_postgres(&error),
            Failure::Silent(_) => Error::Busy(self.to_string()),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Told(error) => f.write_str(&told(error)),
            Failure::Silent(limit) => write!(f, "PostgreSQL did not answer for {limit:?}"),
        }
    }
}

/// What the server answers within a time.
pub(crate) async fn in_time<T>(
    limit: Duration,
    asking: impl Future<Output = std::result::Result<T, tokio_postgres::Error>>,
) -> std::result::Result<T, Failure> {
    match tokio::time::timeout(limit, asking).await {
        Ok(answer) => answer.map_err(Failure::Told),
        Err(_) => Err(Failure::Silent(limit)),
    }
}

/// Whether the server said that what the transaction did is undone: it refused a statement and
/// goes on, or was not asked to commit in time.
fn is_undone(error: &tokio_postgres::Error) -> bool {
    let unresolved =
        [SqlState::T_R_STATEMENT_COMPLETION_UNKNOWN, SqlState::TRANSACTION_RESOLUTION_UNKNOWN];
    error.as_db_error().is_some_and(|error| {
        // Other servers than PostgreSQL itself say so, or poolers.
        if unresolved.contains(error.code()) {
            return false;
        }
        *error.code() == SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
            || !matches!(error.parsed_severity(), Some(Severity::Fatal | Severity::Panic))
    })
}

/// Whether the same may succeed over a new connection, soon: this one broke, the server starts or
/// stops or has no connection free, or transactions waited for each other in a circle.
fn may_pass(error: &tokio_postgres::Error) -> bool {
    match error.code() {
        Some(code) => is_passing(code),
        None if is_distrusted(error) => false,
        None => error.is_closed() || error.source().is_some_and(|source| source.is::<io::Error>()),
    }
}

/// Whether the server showed a certificate that says nothing to us.
fn is_distrusted(error: &tokio_postgres::Error) -> bool {
    let inner = error.source().and_then(|source| source.downcast_ref::<io::Error>()?.get_ref());
    let inner = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>());
    matches!(inner, Some(rustls::Error::InvalidCertificate(_)))
}

fn is_passing(code: &SqlState) -> bool {
    [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::ADMIN_SHUTDOWN,
        SqlState::CRASH_SHUTDOWN,
        SqlState::CANNOT_CONNECT_NOW,
        SqlState::TOO_MANY_CONNECTIONS,
        SqlState::OUT_OF_MEMORY,
        SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
        // An operator's, or a setting of the server's.
        SqlState::QUERY_CANCELED,
        SqlState::LOCK_NOT_AVAILABLE,
    ]
    .contains(code)
}

/// Whether the server does not know what it was asked for.
pub(crate) fn is_unheard_of(error: &tokio_postgres::Error) -> bool {
    let unheard_of =
        [SqlState::FEATURE_NOT_SUPPORTED, SqlState::SYNTAX_ERROR, SqlState::UNDEFINED_FUNCTION];
    error.code().is_some_and(|code| unheard_of.contains(code))
}

/// The store's name for an error by which nothing was written.
pub(crate) fn from_postgres(error: &tokio_postgres::Error) -> Error {
    let why = told(error);
    match error.code() {
        Some(code) if *code == SqlState::DISK_FULL => Error::Full(why),
        Some(code) if *code == SqlState::READ_ONLY_SQL_TRANSACTION => Error::ReadOnly(why),
        Some(code) if [SqlState::DATA_CORRUPTED, SqlState::INDEX_CORRUPTED].contains(code) => {
            let (what, place) = ("PostgreSQL's data".to_owned(), "rows that were read".to_owned());
            Error::Damaged { what, place, reason: why }
        }
        None if is_distrusted(error) => Error::invalid(why),
        _ if may_pass(error) => Error::Busy(why),
        _ => io::Error::other(why).into(),
    }
}

/// The error with what lies behind it.
pub(crate) fn told(error: &tokio_postgres::Error) -> String {
    match (error.as_db_error(), error.source()) {
        (Some(error), _) => {
            format!(
                "PostgreSQL: {}: {} ({})",
                error.severity(),
                error.message(),
                error.code().code()
            )
        }
        (None, Some(source)) => format!("PostgreSQL: {error}: {source}"),
        (None, None) => format!("PostgreSQL: {error}"),
    }
}
