//! What became of a commit that the server was asked for and did not answer.
//!
//! Each committer has a line of commits: a random name, and a row of that name with the number of
//! the last commit. A transaction sets the number with what else it writes, so that the row tells
//! which transaction was the last that was committed; and it locks the line before it is asked to commit.
//! Who wants to know its fate takes that lock over another connection, which waits until the old
//! transaction has ended in whatever way, and then reads the row. Unlike a transaction's number of
//! the server's own, which after a failover may be given to another, ours names one of one process.
//!
//! Lines of processes that are no more are removed by those that come later, an hour after their
//! last commit. A line that is used again after some minutes' rest tells first that it still is.
//! Should a row be gone all the same, as of a process that slept that long in the midst of a
//! commit, or hold what it cannot, then the fate stays unknown.

use crate::failure::{Failure, in_time};
use crate::layout::{NUMBER, line_id};
use crate::server::{PAUSES, Server, Session};
use std::time::Duration;
use store::{Error, Result};
use tokio::time::Instant;
use tokio_postgres::types::ToSql;

/// How long a line may rest before it says that it is still there.
const REST: Duration = Duration::from_secs(600);

const NAME: &str = "SELECT uuid_send(gen_random_uuid())";
const WAIT: &str = "SELECT pg_advisory_xact_lock($1)";
const READ: &str = "SELECT number FROM waterwheel_commits WHERE line = $1";
const REMOVE: &str = "DELETE FROM waterwheel_commits WHERE line = $1";
const REMOVE_OLD: &str = "
DELETE FROM waterwheel_commits WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM waterwheel_commits WHERE at < now() - interval '1 hour'
    FOR UPDATE SKIP LOCKED))";

/// The commits of one committer, which makes one after the other.
pub(crate) struct Line {
    name: Vec<u8>,
    lock: i64,
    /// The last number that was given out. A lower one in the row says that it was not committed.
    last: i64,
    /// When the row was written last.
    written: Instant,
}

/// What a transaction became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is on stable storage.
    Committed,
    /// It never was, and never will be.
    Undone,
    /// Nobody can tell.
    Unknown,
}

impl Line {
    /// Begins a line with a row of its own, and removes those that nobody uses any more.
    pub async fn begin(session: &Session, limit: Duration) -> Result<Self> {
        let naming = async {
            let row = session.client.query_one(NAME, &[]).await?;
            row.try_get::<_, Vec<u8>>(0)
        };
        let name = in_time(limit, naming).await.map_err(Failure::into_error)?;
        let lock = line_id(&name);
        let mut line = Self { name, lock, last: 0, written: Instant::now() };
        line.write(session, limit).await.map_err(Failure::into_error)?;
        Ok(line)
    }

    /// What a transaction of this line locks.
    pub fn lock(&self) -> i64 {
        self.lock
    }

    /// Numbers the next transaction.
    pub fn next(&mut self) {
        self.last += 1;
    }

    /// What the last statement of the transaction tells the server: the line and the number.
    pub fn told(&self) -> [&(dyn ToSql + Sync); 2] {
        [&self.name, &self.last]
    }

    /// The transaction is committed.
    pub fn is_committed(&mut self) {
        self.written = Instant::now();
    }

    /// Makes sure that the row is there before it is needed.
    pub async fn ready(
        &mut self,
        session: &Session,
        limit: Duration,
    ) -> std::result::Result<(), Failure> {
        if self.written.elapsed() < REST { Ok(()) } else { self.write(session, limit).await }
    }

    async fn write(
        &mut self,
        session: &Session,
        limit: Duration,
    ) -> std::result::Result<(), Failure> {
        let now = Instant::now();
        let client = &session.client;
        in_time(limit, client.execute(&session.number, &[&self.name, &self.last])).await?;
        in_time(limit, client.execute(REMOVE_OLD, &[])).await?;
        self.written = now;
        Ok(())
    }

    /// Finds out what the last transaction became, for as long as a server that is not to be had
    /// is waited for twice over; and the connection over which it was found out.
    pub async fn fate(&mut self, server: &Server) -> (Fate, Option<Session>) {
        let finding = async {
            loop {
                match self.ask(server).await {
                    Ok((fate, session)) => return (fate, Some(session)),
                    Err(error) => tracing::debug!("a commit's fate is not known yet: {error}"),
                }
                tokio::time::sleep(PAUSES.0).await;
            }
        };
        let found = tokio::time::timeout(2 * server.patience, finding).await;
        let (fate, session) = found.unwrap_or((Fate::Unknown, None));
        if fate == Fate::Committed {
            self.is_committed();
        }
        (fate, session)
    }

    async fn ask(&self, server: &Server) -> Result<(Fate, Session)> {
        let session = server.session().await?;
        let asking = in_time(server.patience, self.find(&session));
        let fate = asking.await.map_err(|failure| Error::Busy(failure.to_string()))?;
        Ok((fate, session))
    }

    async fn find(&self, session: &Session) -> std::result::Result<Fate, tokio_postgres::Error> {
        let client = &session.client;
        client.execute(WAIT, &[&self.lock]).await?;
        let row = client.query_opt(READ, &[&self.name]).await?;
        let number = row.map(|row| row.try_get::<_, i64>(0)).transpose()?;
        match number {
            Some(number) if number == self.last => {
                // What can be seen need not have reached the replicas, if its connection was ended
                // while it waited for them. They have it when they have what comes after it.
                client.execute(NUMBER, &[&self.name, &self.last]).await?;
                Ok(Fate::Committed)
            }
            Some(number) if number < self.last => Ok(Fate::Undone),
            _ => Ok(Fate::Unknown),
        }
    }

    /// Removes the row. It goes by itself where that fails.
    pub async fn end(self, session: &Session, limit: Duration) {
        let removed = in_time(limit, session.client.execute(REMOVE, &[&self.name])).await;
        if let Err(failure) = removed {
            tracing::debug!("the row of a committer stays a while: {failure}");
        }
    }
}
