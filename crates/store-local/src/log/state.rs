//! What is known of a log while the process runs.

use super::index::{Index, LaneIndex, Span};
use super::manifest::{Listed, Manifest};
use super::progress::Slot;
use super::segment::LaneEnd;
use crate::disk::DiskFile;
use crate::lock;
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard};
use store::{Bounds, Entry, Error, Lane, LogId, Result};

/// A log. Only its committer thread changes it; all else reads it, under the lock, briefly.
#[derive(Debug)]
pub(super) struct LogState {
    pub id: LogId,
    pub dir: PathBuf,
    /// Where its end is noted.
    pub slot: Slot,
    shared: Mutex<Shared>,
}

/// What the lock guards: only what is durable, so that nothing else can be read.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub deleted: bool,
    /// Why nothing may be written any more.
    pub read_only: Option<String>,
    /// What has a lower number was trimmed.
    pub oldest: u64,
    /// Where a lane begins that never had a record.
    pub floor: u64,
    /// Whether records were lost, and their offsets are given to no other.
    pub lossy: bool,
    /// Oldest first.
    pub sealed: VecDeque<Arc<Sealed>>,
    pub active: Option<Active>,
    /// Every lane that ever had a record.
    pub lanes: HashMap<Lane, LaneState>,
    /// Lanes that take nothing more.
    pub sealed_lanes: BTreeSet<Lane>,
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
    /// `None` while it is closed, so that others can be open.
    pub file: Option<Arc<dyn DiskFile>>,
    /// Whether the file was used since it was last looked at.
    pub used: bool,
    /// How much of it is durable.
    pub length: u64,
    /// How far the file reaches: zeros, written ahead, follow what is durable.
    pub ahead: u64,
    pub index: Index,
    /// How much of it the index file covers.
    pub saved: u64,
    /// Whether something that was not acknowledged may follow what is durable.
    pub is_torn: bool,
    /// When it was last looked whether the file has its name.
    pub looked_ms: AtomicU64,
}

impl Active {
    /// A segment of which so much is durable, and nothing follows.
    pub fn new(number: u64, file: Option<Arc<dyn DiskFile>>, length: u64) -> Self {
        Self {
            number,
            used: file.is_some(),
            file,
            length,
            ahead: length,
            index: Index::default(),
            saved: 0,
            is_torn: false,
            looked_ms: AtomicU64::new(0),
        }
    }

    /// Ends the file where what is durable ends. If that fails, or a crash comes before it is on
    /// the disk, the next open finds the zeros.
    pub fn give_back(&mut self) {
        let Some(file) = &self.file else { return };
        if self.ahead > self.length && file.set_len(self.length).is_ok() {
            self.ahead = self.length;
        }
    }
}

impl LogState {
    pub fn new(id: LogId, dir: PathBuf, slot: Slot, shared: Shared) -> Self {
        Self { id, dir, slot, shared: Mutex::new(shared) }
    }

    /// Lets go of the file of the segment that is written, if it was not used since this was last
    /// asked; says whether it is closed. Whoever is reading or syncing it keeps it until that is
    /// done.
    pub fn close_unused(&self) -> bool {
        let mut shared = lock(&self.shared);
        let Some(active) = &mut shared.active else { return true };
        if !std::mem::take(&mut active.used) {
            active.file = None;
        }
        active.file.is_none()
    }

    /// Lets go of the file of the segment that is written.
    pub fn close_file(&self) {
        if let Some(active) = &mut lock(&self.shared).active {
            active.file = None;
        }
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
    /// What can be read of a lane.
    pub fn bounds(&self, lane: Lane) -> Bounds {
        let sealed = self.sealed_lanes.contains(&lane);
        match self.lanes.get(&lane) {
            Some(LaneState { start, end, newest_ms }) => {
                Bounds { start: *start, end: *end, newest_ms: Some(*newest_ms), sealed }
            }
            None => Bounds { start: self.floor, end: self.floor, newest_ms: None, sealed },
        }
    }

    /// Refuses entries for a lane that takes nothing more.
    pub fn check_seals(&self, entries: &[Entry]) -> Result<()> {
        if self.sealed_lanes.is_empty() {
            return Ok(());
        }
        if entries.iter().any(|entry| self.sealed_lanes.contains(&entry.lane)) {
            return Err(Error::Sealed(vec![None; entries.len()]));
        }
        Ok(())
    }

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

    /// What has to be there, when `next` is written from now on, if one is given.
    pub fn manifest(&self, next: Option<u64>) -> Manifest {
        let sealed =
            |sealed: &Arc<Sealed>| Listed { number: sealed.number, length: Some(sealed.length) };
        let active = self
            .active
            .as_ref()
            .map(|active| Listed { number: active.number, length: next.map(|_| active.length) });
        let next = next.map(|number| Listed { number, length: None });
        Manifest {
            oldest: self.oldest,
            floor: self.floor,
            lossy: self.lossy,
            segments: self.sealed.iter().map(sealed).chain(active).chain(next).collect(),
            lanes: self.lane_ends(),
            sealed: self.sealed_lanes.clone(),
        }
    }

    /// How many of the oldest segments are sealed and entirely older than this.
    pub fn count_older(&self, before_ms: i64) -> usize {
        self.sealed.iter().take_while(|sealed| sealed.is_before(before_ms)).count()
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
