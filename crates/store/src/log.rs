//! Append-only records: one log per stream, one lane per shard.
//!
//! A log is the unit of storage, group commit and retention; a lane is the unit of order. All
//! lanes of a log share its segments, so that a stream of 4,000 shards costs one sync per commit.

use crate::{BoxFuture, Error, Reading, Result};
use bytes::Bytes;

/// The name of a log: 1 to 128 characters of `[a-z0-9-]`, chosen by the caller, never used again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LogId(pub String);

impl LogId {
    /// Refuses a name that is not of the allowed form, so that no engine has to.
    ///
    /// # Errors
    /// [`Error::Io`] of the kind `InvalidInput`.
    pub fn check(&self) -> Result<()> {
        let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if (1..=128).contains(&self.0.len()) && self.0.bytes().all(allowed) {
            return Ok(());
        }
        Err(Error::invalid(format!("{:?} is no name for a log", self.0)))
    }
}

/// A number that names one order of records within a log.
pub type Lane = u32;

/// A record to append.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The lane that it goes to.
    pub lane: Lane,
    /// When it arrived, in milliseconds since the epoch. The log raises it to the lane's newest
    /// time, so that times never go back within a lane.
    pub time_ms: i64,
    /// The record.
    pub bytes: Bytes,
}

/// Where an appended record went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Its position in the lane: above that of every record before it. Numbers may be skipped, but
    /// none is given twice.
    pub offset: u64,
    /// Its time, as kept.
    pub time_ms: i64,
}

/// A record that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its position in the lane.
    pub offset: u64,
    /// Its time.
    pub time_ms: i64,
    /// The record.
    pub bytes: Bytes,
}

/// When a read stops: at whichever comes first. A read that finds a record returns at least one.
#[derive(Clone, Copy, Debug)]
pub struct ReadLimit {
    /// The most records.
    pub records: usize,
    /// The most bytes of records.
    pub bytes: usize,
}

/// What can be read of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// No record that can be read lies below it; equals `end` when the lane is empty.
    pub start: u64,
    /// Every record that will be appended gets this offset or a higher one, and every one that was
    /// lies below it. Not every offset below it is a record's: some were skipped, or are lost.
    pub end: u64,
    /// The newest record's time in milliseconds; `None` when nothing was ever appended.
    pub newest_ms: Option<i64>,
    /// Whether the lane is sealed: no record will ever have an offset from `end` on.
    pub sealed: bool,
}

impl Bounds {
    /// The bounds of a lane that nothing was ever appended to.
    pub const EMPTY: Bounds = Bounds { start: 0, end: 0, newest_ms: None, sealed: false };
}

/// Records that were acknowledged and are gone: not by this engine's doing, and not silently. Their
/// offsets are given to no other record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The log that had them.
    pub log: LogId,
    /// Their lane; `None` for any lane that nothing is known of any more.
    pub lane: Option<Lane>,
    /// The first offset that may be lost.
    pub from: u64,
    /// The offset after the last that may be lost.
    pub to: u64,
}

/// An engine for append-only records. Where a log is named that does not exist, every call but
/// `create` and `delete` fails with [`Error::NotFound`].
pub trait Log: Send + Sync {
    /// Makes a log, durably.
    ///
    /// # Errors
    /// [`Error::Exists`].
    fn create<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>>;

    /// Makes a log in place of one of the same name that is gone, durably: it gives no offset that
    /// the other may have given.
    ///
    /// # Errors
    /// [`Error::Exists`].
    fn recreate<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>>;

    /// What was found to be lost when the engine was opened, and was to be passed over.
    fn lost(&self) -> Vec<Lost> {
        Vec::new()
    }

    /// Removes a log and its records, durably; nothing happens when it is not there.
    fn delete<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>>;

    /// The logs that exist.
    fn list(&self) -> Reading<'_, Vec<LogId>>;

    /// Appends records in the given order and resolves when all are durable. Either all of them
    /// are kept or none, unless a lane of theirs is sealed. Appends that arrive together share one sync. A record becomes readable
    /// only when it is durable. Appending nothing succeeds at once.
    ///
    /// # Errors
    /// [`Error::Sealed`] when one of the lanes is sealed: of such a lane nothing is kept, and of the
    /// others what the error says.
    fn append<'a>(
        &'a self,
        log: &'a LogId,
        entries: Vec<Entry>,
    ) -> BoxFuture<'a, Result<Vec<Appended>>>;

    /// Ends a lane for good, durably, and gives its end: every record that was or will be
    /// acknowledged lies below it. A lane that is sealed already has the end that it was given.
    fn seal<'a>(&'a self, log: &'a LogId, lane: Lane) -> BoxFuture<'a, Result<u64>>;

    /// Records of a lane from `from` on, in order. An offset below the lane's start reads from
    /// its start; one at or past its end reads nothing.
    ///
    /// # Errors
    /// [`Error::Damaged`] rather than a record that fails its checksum.
    fn read<'a>(
        &'a self,
        log: &'a LogId,
        lane: Lane,
        from: u64,
        limit: ReadLimit,
    ) -> BoxFuture<'a, Result<Vec<Stored>>>;

    /// The offset of the lane's first record whose time is at or after `time_ms`; the lane's end
    /// when there is none.
    fn seek<'a>(&'a self, log: &'a LogId, lane: Lane, time_ms: i64) -> BoxFuture<'a, Result<u64>>;

    /// What can be read of a lane. A lane that nothing was appended to is empty at 0, or, in a log
    /// that lost records, at an offset that none of them had.
    fn bounds<'a>(&'a self, log: &'a LogId, lane: Lane) -> Reading<'a, Bounds>;

    /// Allows the log to forget records older than `before_ms`. Storage is freed by whole
    /// segments, so that some older records may stay readable. Offsets go on where they were.
    fn trim<'a>(&'a self, log: &'a LogId, before_ms: i64) -> BoxFuture<'a, Result<()>>;
}
