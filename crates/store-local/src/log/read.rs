//! Reading a lane's records.

use super::Inner;
use super::cache::Loaded;
use super::frame::{self, HEADER_BYTES, Header, checksum};
use super::index::{GAP_BYTES, LaneIndex, Point};
use super::recover;
use super::scan::Window;
use super::segment;
use super::state::{LogState, Sealed};
use crate::damaged;
use crate::disk::DiskFile;
use bytes::Bytes;
use std::path::PathBuf;
use std::sync::Arc;
use store::{Error, Lane, ReadLimit, Result, Stored};

/// The most points that are taken from an index at once.
const POINTS: usize = 256;
/// Up to here a read of the active segment is done at once: it was written lately, so that the
/// system has it in memory.
const QUICK_BYTES: u64 = 1 << 20;
/// How many records a seek looks at at a time.
const SEEK: ReadLimit = ReadLimit { records: 256, bytes: 1 << 20 };

/// Where the next records of a lane are.
enum Place {
    Nowhere,
    Active(Source),
    /// In the segment that is written, whose file is closed.
    Closed(u64),
    Sealed(Arc<Sealed>),
}

/// A part of a segment.
struct Source {
    file: Arc<dyn DiskFile>,
    path: PathBuf,
    number: u64,
    /// Where the durable part ends.
    limit: u64,
    points: Vec<Point>,
}

/// What a read has found so far.
struct Found {
    lane: Lane,
    next: u64,
    room: ReadLimit,
    records: Vec<Stored>,
}

impl Found {
    /// Takes a record; `false` when it does not fit any more.
    fn push(&mut self, offset: u64, record: &frame::Record) -> bool {
        let bytes = record.bytes.len();
        if self.room.records == 0 || (bytes > self.room.bytes && !self.records.is_empty()) {
            return false;
        }
        self.room.records -= 1;
        self.room.bytes = self.room.bytes.saturating_sub(bytes);
        self.next = offset + 1;
        let bytes = Bytes::copy_from_slice(record.bytes);
        self.records.push(Stored { offset, time_ms: record.time_ms, bytes });
        true
    }
}

impl Inner {
    /// Records of a lane from `from` on. Blocks on the disk.
    pub fn read(
        &self,
        log: &Arc<LogState>,
        lane: Lane,
        from: u64,
        limit: ReadLimit,
    ) -> Result<Vec<Stored>> {
        let mut opened = None;
        let mut found = Found { lane, next: from, room: limit, records: Vec::new() };
        while found.room.records > 0 {
            let source = match place(log, lane, &mut found.next, opened.as_ref())? {
                Place::Nowhere => break,
                Place::Active(source) => source,
                Place::Closed(number) => {
                    opened = self.active_file(log, number)?.map(|file| (number, file));
                    continue;
                }
                Place::Sealed(sealed) => match self.source(log, lane, found.next, &sealed)? {
                    Some(source) => source,
                    // It was removed meanwhile; the lane starts later now.
                    None => continue,
                },
            };
            let before = found.next;
            if !collect(&source, &mut found)? {
                break;
            }
            if found.next == before {
                return Err(damaged(&source.path, 0, &format!("record {before} is missing")));
            }
        }
        Ok(found.records)
    }

    /// Whether a read can be done without waiting for the disk.
    pub fn is_quick(&self, log: &LogState, lane: Lane, from: u64) -> Result<bool> {
        Ok(match place(log, lane, &mut from.clone(), None)? {
            Place::Nowhere => true,
            Place::Active(source) => source
                .points
                .first()
                .is_none_or(|point| source.limit - u64::from(point.position) <= QUICK_BYTES),
            Place::Sealed(_) | Place::Closed(_) => false,
        })
    }

    /// The offset of the first record at or after a time. Blocks on the disk.
    pub fn seek(&self, log: &Arc<LogState>, lane: Lane, time_ms: i64) -> Result<u64> {
        let mut next = self.seek_near(log, lane, time_ms)?;
        loop {
            let records = self.read(log, lane, next, SEEK)?;
            let after = records.partition_point(|record| record.time_ms < time_ms);
            if let Some(record) = records.get(after) {
                return Ok(record.offset);
            }
            match records.last() {
                Some(last) => next = last.offset + 1,
                None => return end(log, lane),
            }
        }
    }

    /// An offset from which the first record of a time is not far.
    fn seek_near(&self, log: &LogState, lane: Lane, time_ms: i64) -> Result<u64> {
        let sealed = {
            let shared = log.read()?;
            let Some(state) = shared.lanes.get(&lane) else { return Ok(shared.floor) };
            if state.newest_ms < time_ms {
                return Ok(state.end);
            }
            let reaches =
                |sealed: &&Arc<Sealed>| sealed.span(lane).is_some_and(|s| s.newest_ms >= time_ms);
            match shared.sealed.iter().find(reaches) {
                Some(sealed) => sealed.clone(),
                None => {
                    let near = |(_, index): (_, &LaneIndex)| index.before_time(time_ms);
                    return Ok(shared.active_lane(lane).map_or(state.end, near));
                }
            }
        };
        let loaded = self.load(log, &sealed)?;
        let index = loaded.as_ref().and_then(|loaded| loaded.index.lanes.get(&lane));
        Ok(index.map_or(0, |index| index.before_time(time_ms)))
    }

    /// The part of a sealed segment that has this record; `None` if the segment was removed.
    fn source(
        &self,
        log: &LogState,
        lane: Lane,
        from: u64,
        sealed: &Arc<Sealed>,
    ) -> Result<Option<Source>> {
        let Some(loaded) = self.load(log, sealed)? else { return Ok(None) };
        let points = loaded.index.lanes.get(&lane).map_or(&[][..], |lane| lane.starting_at(from));
        Ok(Some(Source {
            file: loaded.file.clone(),
            path: segment::path(&log.dir, sealed.number),
            number: sealed.number,
            limit: sealed.length,
            points: points.iter().take(POINTS).copied().collect(),
        }))
    }

    /// Makes a sealed segment ready; `None` if it was removed meanwhile.
    fn load(&self, log: &LogState, sealed: &Arc<Sealed>) -> Result<Option<Arc<Loaded>>> {
        if let Some(loaded) = self.cache.get(sealed) {
            return Ok(Some(loaded));
        }
        let open = || -> Result<Loaded> {
            let path = segment::path(&log.dir, sealed.number);
            let file = self.with_descriptor(|| self.disk.open(&path))?;
            let index = recover::load_index(&*self.disk, &log.dir, sealed)?;
            Ok(Loaded { file, index })
        };
        match open() {
            Ok(loaded) => {
                let loaded = Arc::new(loaded);
                self.cache.put(sealed, &loaded);
                Ok(Some(loaded))
            }
            Err(Error::NotFound(_)) => {
                let still_there = |kept: &Arc<Sealed>| Arc::ptr_eq(kept, sealed);
                if log.read()?.sealed.iter().any(still_there) {
                    let path = segment::path(&log.dir, sealed.number);
                    return Err(damaged(&path, 0, "the segment is missing"));
                }
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

fn end(log: &LogState, lane: Lane) -> Result<u64> {
    let shared = log.read()?;
    Ok(shared.lanes.get(&lane).map_or(shared.floor, |state| state.end))
}

/// Where the lane's records from `next` on are; raises `next` to the lane's start. Where the file
/// that is written is closed, the one that the caller has opened serves, if it is the same.
fn place(
    log: &LogState,
    lane: Lane,
    next: &mut u64,
    opened: Option<&(u64, Arc<dyn DiskFile>)>,
) -> Result<Place> {
    let mut shared = log.read()?;
    let Some(state) = shared.lanes.get(&lane) else { return Ok(Place::Nowhere) };
    *next = state.start.max(*next);
    if *next >= state.end {
        return Ok(Place::Nowhere);
    }
    let lossy = shared.lossy;
    let has_next = |sealed: &&Arc<Sealed>| sealed.span(lane).is_some_and(|span| *next < span.end);
    let in_active = shared.active_lane(lane).map(|(_, index)| index.span.first);
    if in_active.is_none_or(|first| *next < first) {
        if let Some(sealed) = shared.sealed.iter().find(has_next) {
            return Ok(Place::Sealed(sealed.clone()));
        }
        if !lossy {
            let missing = format!("record {next} of lane {lane} is missing");
            return Err(damaged(&log.dir, 0, &missing));
        }
    }
    // Where records were lost, the next one is the first behind them, if there is one yet.
    let Some(active) = &mut shared.active else { return Ok(Place::Nowhere) };
    let Some(index) = active.index.lanes.get(&lane) else { return Ok(Place::Nowhere) };
    active.used = true;
    let same = opened.filter(|(number, _)| *number == active.number);
    let Some(file) = active.file.as_ref().or(same.map(|(_, file)| file)) else {
        return Ok(Place::Closed(active.number));
    };
    Ok(Place::Active(Source {
        file: file.clone(),
        path: segment::path(&log.dir, active.number),
        number: active.number,
        limit: active.length,
        points: index.starting_at(*next).iter().take(POINTS).copied().collect(),
    }))
}

/// Takes the records of one part of a segment; `false` when the limit is reached.
fn collect(source: &Source, found: &mut Found) -> Result<bool> {
    let mut window = Window::for_read(&*source.file, source.limit);
    for (point, following) in source.points.iter().zip(1..) {
        let mut at = u64::from(point.position);
        let gap_end = source.limit.min(at + GAP_BYTES + 1);
        let next_point = source.points.get(following);
        let end = next_point.map_or(gap_end, |next| gap_end.min(u64::from(next.position)));
        while at < end {
            let header = header_at(source, &mut window, at)?;
            let after = header.first + u64::from(header.records);
            if header.lane == found.lane
                && after > found.next
                && !take_frame(source, &mut window, at, &header, found)?
            {
                return Ok(false);
            }
            at += header.frame_bytes();
        }
    }
    Ok(true)
}

fn header_at(source: &Source, window: &mut Window, at: u64) -> Result<Header> {
    let bytes = window.get(at, HEADER_BYTES)?;
    bytes
        .and_then(|bytes| Header::decode(bytes, source.number, at))
        .ok_or_else(|| damaged(&source.path, at, "a record does not match its checksum"))
}

/// Takes a frame's records from the one that is wanted next on; `false` at the limit.
fn take_frame(
    source: &Source,
    window: &mut Window,
    at: u64,
    header: &Header,
    found: &mut Found,
) -> Result<bool> {
    let body = window.get(at + HEADER_BYTES as u64, header.body_bytes as usize)?;
    let Some(body) = body.filter(|body| checksum(body) == header.body_crc) else {
        return Err(damaged(&source.path, at, "a record does not match its checksum"));
    };
    for (record, offset) in frame::records(body).zip(header.first..) {
        if offset >= found.next && !found.push(offset, &record) {
            return Ok(false);
        }
    }
    Ok(true)
}
