//! What is known of a log while the process runs.

use super::index::{Index, LaneIndex, Span};
use super::segment::LaneEnd;
use crate::disk::DiskFile;
use crate::lock;
use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use store::{Error, Lane, LogId, Result};

/// A log. Only its committer thread changes it; all else reads it, under the lock, briefly.
#[derive(Debug)]
pub(super) struct LogState {
    pub id: LogId,
    pub dir: PathBuf,
    shared: Mutex<Shared>,
}

/// What the lock guards: only what is durable, so that nothing else can be read.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub deleted: bool,
    /// Why nothing may be written any more.
    pub read_only: Option<String>,
    /// Oldest first.
    pub sealed: VecDeque<Arc<Sealed>>,
    pub active: Option<Active>,
    /// Every lane that ever had a record.
    pub lanes: HashMap<Lane, LaneState>,
}

/// Where a lane begins and ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct LaneState {
    pub start: u64,
    pub end: u64,
    pub newest_ms: i64,
}

/// A segment that is no longer written.
#[derive(Debug)]
pub(super) struct Sealed {
    pub number: u64,
    pub length: u64,
    /// In order of the lanes.
    pub spans: Vec<Span>,
}

impl Sealed {
    /// The lane's part of the segment.
    pub fn span(&self, lane: Lane) -> Option<&Span> {
        let found = self.spans.binary_search_by_key(&lane, |span| span.lane).ok()?;
        self.spans.get(found)
    }

    /// Whether every record is older than this.
    pub fn is_before(&self, before_ms: i64) -> bool {
        self.spans.iter().all(|span| span.newest_ms < before_ms)
    }
}

/// The segment that is written.
#[derive(Debug)]
pub(super) struct Active {
    pub number: u64,
    pub file: Arc<dyn DiskFile>,
    /// How much of it is durable.
    pub length: u64,
    /// How far the file reaches: zeros, written ahead, follow what is durable.
    pub ahead: u64,
    pub index: Index,
    /// How much of it the index file covers.
    pub saved: u64,
}

impl Active {
    /// Ends the file where what is durable ends. If that fails, or a crash comes before it is on
    /// the disk, the next open finds the zeros.
    pub fn give_back(&mut self) {
        if self.ahead > self.length && self.file.set_len(self.length).is_ok() {
            self.ahead = self.length;
        }
    }
}

impl LogState {
    pub fn new(id: LogId, dir: PathBuf, shared: Shared) -> Self {
        Self { id, dir, shared: Mutex::new(shared) }
    }

    /// What is known now.
    ///
    /// # Errors
    /// `NotFound` once the log is deleted.
    pub fn read(&self) -> Result<MutexGuard<'_, Shared>> {
        let shared = lock(&self.shared);
        if shared.deleted { Err(Error::no_log(&self.id)) } else { Ok(shared) }
    }

    /// The same, to write.
    ///
    /// # Errors
    /// `ReadOnly` after a failed sync.
    pub fn write(&self) -> Result<MutexGuard<'_, Shared>> {
        let shared = self.read()?;
        match &shared.read_only {
            Some(why) => Err(Error::ReadOnly(why.clone())),
            None => Ok(shared),
        }
    }

    /// Refuses all further writes, and gives the error that says so.
    pub fn turn_read_only(&self, why: &std::io::Error) -> Error {
        let why = format!("log {}: {why}", self.id.0);
        tracing::error!(log = self.id.0, "storage is read-only from here on: {why}");
        lock(&self.shared).read_only.get_or_insert(why.clone());
        Error::ReadOnly(why)
    }
}

impl Shared {
    /// The active segment's part of a lane.
    pub fn active_lane(&self, lane: Lane) -> Option<(&Active, &LaneIndex)> {
        let active = self.active.as_ref()?;
        Some((active, active.index.lanes.get(&lane)?))
    }

    /// Where all lanes end, in order.
    pub fn lane_ends(&self) -> Vec<LaneEnd> {
        let end = |(lane, state): (&Lane, &LaneState)| LaneEnd {
            lane: *lane,
            end: state.end,
            newest_ms: state.newest_ms,
        };
        let mut ends: Vec<LaneEnd> = self.lanes.iter().map(end).collect();
        ends.sort_unstable_by_key(|end| end.lane);
        ends
    }

    /// The oldest segment, if it is sealed and entirely older than this, taken out.
    pub fn take_older(&mut self, before_ms: i64) -> Option<Arc<Sealed>> {
        let oldest = self.sealed.pop_front_if(|oldest| oldest.is_before(before_ms))?;
        for span in &oldest.spans {
            if let Some(lane) = self.lanes.get_mut(&span.lane) {
                lane.start = span.end;
            }
        }
        Some(oldest)
    }
}
