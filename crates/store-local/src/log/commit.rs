//! Writing: a thread takes what is waiting, writes it, syncs each log once, acknowledges, and
//! starts over at once. There is no timer: a lone append costs one sync, and appends that arrive
//! during a sync share the next one.

use super::Inner;
use super::frame::{self, HEADER_BYTES, Header, Placed};
use super::index::Noted;
use super::progress::Reached;
use super::segment;
use super::state::{Active, LaneState, LogState, Sealed, Shared};
use crate::disk::DiskFile;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use store::{Appended, Entry, Error, Lane, LogId, Result};
use tokio::sync::oneshot;

/// The most that is written before a sync, in bytes.
const CHUNK_BYTES: usize = 8 << 20;
/// The most that is taken from the queue at once, in bytes.
const TAKE_BYTES: u64 = 32 << 20;
/// Up to this much at once, appends are small enough to be worth writing ahead for, in bytes.
const SMALL_BYTES: u64 = 64 << 10;
/// The fewest zeros that are written ahead, in bytes, so that a thousand quiet logs stay small.
const AHEAD_LEAST_BYTES: u64 = 16 << 10;
/// The largest append, in bytes: positions in a segment have 32 bits.
const APPEND_BYTES: u64 = 1 << 30;

pub(super) type Reply<T> = oneshot::Sender<Result<T>>;

/// Something to do, in the order of arrival.
pub(super) enum Request {
    Append(Arc<LogState>, Append),
    Create(LogId, Reply<()>),
    Recreate(LogId, Reply<()>),
    Delete(LogId, Reply<()>),
    Trim(Arc<LogState>, i64, Reply<()>),
    Seal(Arc<LogState>, Lane, Reply<u64>),
}

/// An append that waits.
pub(super) struct Append {
    pub entries: Vec<Entry>,
    pub reply: Reply<Vec<Appended>>,
}

/// A lane that is to be sealed.
type Sealing = (Lane, Reply<u64>);

/// Answers; the caller may have left.
fn answer<T>(reply: Reply<T>, result: Result<T>) {
    let _ = reply.send(result);
}

/// A committer thread's life, until the queue is closed and empty.
pub(super) fn run(inner: &Inner, queue: &Receiver<Request>) {
    while let Ok(first) = queue.recv() {
        let mut appends: Vec<(Arc<LogState>, Vec<Append>)> = Vec::new();
        let mut seals: Vec<(Arc<LogState>, Vec<Sealing>)> = Vec::new();
        let mut bytes = 0;
        let mut next = Some(first);
        while let Some(request) = next {
            match request {
                Request::Append(log, append) => {
                    inner.seal_all(seals.drain(..));
                    bytes += frame::append_bytes(&append.entries);
                    add(&mut appends, log, append);
                }
                Request::Seal(log, lane, reply) => {
                    inner.append_all(appends.drain(..));
                    add(&mut seals, log, (lane, reply));
                }
                other => {
                    inner.append_all(appends.drain(..));
                    inner.seal_all(seals.drain(..));
                    inner.control(other);
                }
            }
            next = if bytes < TAKE_BYTES { queue.try_recv().ok() } else { None };
        }
        inner.append_all(appends.drain(..));
        inner.seal_all(seals.drain(..));
    }
}

/// Adds to what waits for the same log.
fn add<T>(all: &mut Vec<(Arc<LogState>, Vec<T>)>, log: Arc<LogState>, one: T) {
    match all.iter_mut().find(|(other, _)| Arc::ptr_eq(other, &log)) {
        Some((_, waiting)) => waiting.push(one),
        None => all.push((log, vec![one])),
    }
}

/// Frames that are written and synced together.
#[derive(Default)]
struct Chunk {
    bytes: Vec<u8>,
    noted: Vec<Noted>,
    /// Where the chunk's lanes stand: the next offset, and the newest time.
    lanes: HashMap<Lane, (u64, Option<i64>)>,
    answers: Vec<(Reply<Vec<Appended>>, Vec<Appended>)>,
}

impl Chunk {
    /// Adds an append, to be written to this segment from `base` on.
    fn add(&mut self, log: &LogState, (segment, base): (u64, u64), append: Append) -> Result<()> {
        let entries = &append.entries;
        let mut places = vec![Appended { offset: 0, time_ms: 0 }; entries.len()];
        let runs = frame::runs(entries);
        for (run, more) in runs.iter().zip((0..runs.len() as u32).rev()) {
            let lane = entries[run[0]].lane;
            let (next, newest) = match self.lanes.get(&lane) {
                Some(known) => *known,
                None => {
                    let shared = log.read()?;
                    let known = |state: &LaneState| (state.end, Some(state.newest_ms));
                    shared.lanes.get(&lane).map_or((shared.floor, None), known)
                }
            };
            let placed = place(entries, run, next, newest, &mut places);
            let newest_ms = placed.last().map_or(0, |last| last.time_ms);
            self.lanes.insert(lane, (next + run.len() as u64, Some(newest_ms)));
            let start = self.bytes.len();
            let position = base + start as u64;
            let (body_bytes, body_crc) = frame::write_body(&mut self.bytes, entries, &placed);
            let records = run.len() as u32;
            let durable = base as u32;
            let header = Header { body_crc, body_bytes, lane, records, first: next, more, durable };
            let header = header.encode(segment, position);
            self.bytes[start..start + HEADER_BYTES].copy_from_slice(&header);
            let first_ms = placed.first().map_or(0, |first| first.time_ms);
            self.noted.push(Noted { lane, position, first: next, records, first_ms, newest_ms });
        }
        self.answers.push((append.reply, places));
        Ok(())
    }

    /// Tells all that it failed.
    fn fail(&mut self, error: &Error) {
        self.answers.drain(..).for_each(|(reply, _)| answer(reply, Err(error.clone())));
        self.clear();
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.noted.clear();
        self.lanes.clear();
    }
}

/// Gives a run's records their offsets and times.
fn place(
    entries: &[Entry],
    run: &[usize],
    next: u64,
    mut newest: Option<i64>,
    places: &mut [Appended],
) -> Vec<Placed> {
    let mut placed = Vec::with_capacity(run.len());
    for (index, offset) in run.iter().zip(next..) {
        let time_ms = entries[*index].time_ms;
        let time_ms = newest.map_or(time_ms, |newest| newest.max(time_ms));
        newest = Some(time_ms);
        places[*index] = Appended { offset, time_ms };
        placed.push(Placed { index: *index, time_ms });
    }
    placed
}

impl Inner {
    fn append_all(&self, appends: impl Iterator<Item = (Arc<LogState>, Vec<Append>)>) {
        for (log, waiting) in appends {
            self.append(&log, waiting);
        }
    }

    fn append(&self, log: &Arc<LogState>, waiting: Vec<Append>) {
        let mut chunk = Chunk::default();
        for append in waiting {
            match self.make_room(log, &mut chunk, &append.entries) {
                Ok(Some(place)) => {
                    if let Err(error) = chunk.add(log, place, append) {
                        chunk.fail(&error);
                    }
                }
                Ok(None) => answer(append.reply, Ok(Vec::new())),
                Err(error) => answer(append.reply, Err(error)),
            }
            if chunk.bytes.len() >= CHUNK_BYTES {
                self.flush(log, &mut chunk);
            }
        }
        self.flush(log, &mut chunk);
    }

    /// The segment that the entries go to, and where the chunk begins in it; `None` when there
    /// are no entries.
    fn make_room(
        &self,
        log: &Arc<LogState>,
        chunk: &mut Chunk,
        entries: &[Entry],
    ) -> Result<Option<(u64, u64)>> {
        let bytes = frame::append_bytes(entries);
        if bytes > APPEND_BYTES {
            return Err(Error::invalid(format!("an append of {bytes} bytes is too large")));
        }
        let fits = |active: &Active| {
            let end = active.length + chunk.bytes.len() as u64 + bytes;
            let is_new = active.index.lanes.is_empty() && chunk.bytes.is_empty();
            end <= self.options.segment_bytes || is_new
        };
        let place = |active: &Active| (active.number, active.length);
        {
            let shared = log.write()?;
            shared.check_seals(entries)?;
            if let Some(active) = &shared.active
                && (entries.is_empty() || fits(active))
            {
                return Ok((!entries.is_empty()).then(|| place(active)));
            }
        }
        if entries.is_empty() {
            return Ok(None);
        }
        self.flush(log, chunk);
        self.roll(log)?;
        Ok(log.write()?.active.as_ref().map(place))
    }

    /// Writes, syncs, publishes and acknowledges a chunk.
    fn flush(&self, log: &Arc<LogState>, chunk: &mut Chunk) {
        if chunk.answers.is_empty() {
            return;
        }
        let ahead = match self.write_chunk(log, chunk) {
            Ok(ahead) => ahead,
            Err(error) => return chunk.fail(&error),
        };
        let reached = match log.write() {
            Ok(mut shared) => publish(&mut shared, chunk, ahead),
            Err(error) => return chunk.fail(&error),
        };
        chunk.answers.drain(..).for_each(|(reply, places)| answer(reply, Ok(places)));
        chunk.clear();
        // Nobody waits for this.
        if let Some(reached) = reached {
            self.progress.note(log.slot, reached);
        }
    }

    /// Begins the next segment; the one before, if any, is sealed. The new one is listed before
    /// anything can be acknowledged in it.
    fn roll(&self, log: &Arc<LogState>) -> Result<()> {
        self.give_back(log);
        let (manifest, old) = {
            let shared = log.write()?;
            let old = shared.active.as_ref().map(|a| (a.number, a.length, a.index.clone()));
            (shared.manifest(Some(old.as_ref().map_or(1, |old| old.0 + 1))), old)
        };
        self.watch.check()?;
        // It ends with the segment that was just given to it.
        let number = manifest.last().unwrap_or(1);
        let made = self.with_descriptor(|| {
            let made = segment::create(&*self.disk, &log.dir, number, &manifest.lanes)?;
            manifest.save(&*self.disk, &log.dir)?;
            Ok(made)
        });
        let (file, length) = made.map_err(|error| match error.kind() {
            // The old one is written on, and the new one made again; if a crash comes first, the
            // next open finds nothing in the new one and removes it.
            _ if Error::is_out_of_descriptors(&error) => error.into(),
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::ReadOnlyFilesystem => self.watch.refused(error),
            io::ErrorKind::NotFound => self.watch.lose(&log.dir),
            _ => self.turn_read_only(log, &error),
        })?;
        let sealed = old.map(|(number, length, index)| {
            let path = segment::index_path(&log.dir, number);
            if let Err(error) = index.save(&*self.disk, &path, number, length) {
                tracing::warn!(index = %path.display(), "it is not saved: {error}");
            }
            Arc::new(Sealed { number, length, spans: index.spans() })
        });
        let was_open = {
            let mut shared = log.write()?;
            shared.sealed.extend(sealed);
            let was_open = shared.active.as_ref().is_some_and(|old| old.file.is_some());
            shared.active = Some(Active::new(number, Some(file), length));
            was_open
        };
        if !was_open {
            self.files.opened(log);
        }
        Ok(())
    }

    /// Makes the chunk durable where it can be found again, or leaves the segment as it was. Gives
    /// how far the file reaches.
    fn write_chunk(&self, log: &Arc<LogState>, chunk: &Chunk) -> Result<u64> {
        self.watch.check()?;
        let (file, number, length, ahead, is_torn, is_due) = {
            let mut shared = log.write()?;
            let Some(active) = &mut shared.active else { return Err(Error::no_log(&log.id)) };
            active.used = true;
            let Active { number, length, ahead, is_torn, .. } = *active;
            let is_due = self.watch.is_due(&active.looked_ms);
            (active.file.clone(), number, length, ahead, is_torn, is_due)
        };
        let file = match file {
            Some(file) => file,
            // Only this thread begins another segment.
            None => self.active_file(log, number)?.ok_or_else(|| Error::no_log(&log.id))?,
        };
        let mut end = (length, ahead);
        if is_torn {
            file.set_len(length).map_err(|error| self.watch.refused(error))?;
            set_ahead(log, length, false);
            end = (length, length);
        }
        let ahead = self.write_and_sync(log, &*file, chunk, end)?;
        if is_due && !file.has_name()? {
            return Err(self.watch.lose(&segment::path(&log.dir, number)));
        }
        self.watch.confirm()?;
        Ok(ahead)
    }

    /// Writes the chunk behind what is durable and syncs it. Gives how far the file reaches.
    fn write_and_sync(
        &self,
        log: &LogState,
        file: &dyn DiskFile,
        chunk: &Chunk,
        (length, ahead): (u64, u64),
    ) -> Result<u64> {
        file.write_at(&chunk.bytes, length)
            .map_err(|error| self.take_back(log, file, length, error))?;
        let added = chunk.bytes.len() as u64;
        let mut ahead = ahead.max(length + added);
        if added <= SMALL_BYTES && ahead == length + added {
            ahead += write_ahead(file, ahead, self.options.ahead_bytes);
        }
        // After a failed sync nobody knows what is on the disk, and a second sync would lie.
        file.sync().map_err(|error| self.turn_read_only(log, &error))?;
        Ok(ahead)
    }

    /// Ends the segment where it ended before a write that failed, of which nothing is synced.
    fn take_back(&self, log: &LogState, file: &dyn DiskFile, length: u64, why: io::Error) -> Error {
        match file.set_len(length) {
            Ok(()) => set_ahead(log, length, false),
            // The next write does it first.
            Err(error) if error.kind() == io::ErrorKind::ReadOnlyFilesystem => {
                set_ahead(log, length, true);
            }
            Err(_) => return self.turn_read_only(log, &why),
        }
        self.watch.refused(why)
    }

    /// Refuses all further writes to a log, and gives the error that says so.
    fn turn_read_only(&self, log: &LogState, why: &io::Error) -> Error {
        let refused = log.turn_read_only(why);
        if let Error::ReadOnly(why) = &refused {
            self.watch.failed(why);
        }
        refused
    }

    /// Does what is not an append.
    fn control(&self, request: Request) {
        match request {
            Request::Append(log, append) => self.append(&log, vec![append]),
            Request::Create(id, reply) => answer(reply, self.create_log(&id, 0)),
            Request::Recreate(id, reply) => answer(reply, self.recreate_log(&id)),
            Request::Delete(id, reply) => answer(reply, self.delete_log(&id)),
            Request::Trim(log, before_ms, reply) => answer(reply, self.trim(&log, before_ms)),
            Request::Seal(log, lane, reply) => self.seal_all([(log, vec![(lane, reply)])]),
        }
    }

    fn seal_all(&self, seals: impl IntoIterator<Item = (Arc<LogState>, Vec<Sealing>)>) {
        for (log, waiting) in seals {
            let lanes: Vec<_> = waiting.iter().map(|(lane, _)| *lane).collect();
            let ends = self.seal(&log, &lanes);
            for (index, (_, reply)) in waiting.into_iter().enumerate() {
                answer(reply, ends.clone().map(|ends| ends[index]));
            }
        }
    }

    /// Seals lanes behind what this thread has acknowledged: they take nothing more once the manifest
    /// says so, which is written once for all of them. Gives the end of each.
    fn seal(&self, log: &Arc<LogState>, lanes: &[Lane]) -> Result<Vec<u64>> {
        self.watch.check()?;
        let (ends, manifest) = {
            let shared = log.write()?;
            let bounds: Vec<_> = lanes.iter().map(|lane| shared.bounds(*lane)).collect();
            let ends = bounds.iter().map(|bounds| bounds.end).collect();
            if bounds.iter().all(|bounds| bounds.sealed) {
                return Ok(ends);
            }
            let mut manifest = shared.manifest(None);
            manifest.sealed.extend(lanes);
            (ends, manifest)
        };
        self.with_descriptor(|| manifest.save(&*self.disk, &log.dir))
            .map_err(|error| self.watch.refused(error))?;
        self.watch.confirm()?;
        log.write()?.sealed_lanes.extend(lanes);
        Ok(ends)
    }

    fn trim(&self, log: &Arc<LogState>, before_ms: i64) -> Result<()> {
        self.watch.check()?;
        let all_old = {
            let shared = log.write()?;
            let old = |active: &Active| {
                let mut lanes = active.index.lanes.values().peekable();
                lanes.peek().is_some() && lanes.all(|lane| lane.span.newest_ms < before_ms)
            };
            let sealed_old = shared.sealed.iter().all(|sealed| sealed.is_before(before_ms));
            sealed_old && shared.active.as_ref().is_some_and(old)
        };
        if all_old {
            self.roll(log)?;
        }
        // A segment that is no longer listed is removed at the next open, if not now.
        let (count, manifest) = {
            let shared = log.write()?;
            let count = shared.count_older(before_ms);
            let mut manifest = shared.manifest(None);
            manifest.segments.drain(..count);
            manifest.oldest = manifest.segments.first().map_or(0, |listed| listed.number);
            (count, manifest)
        };
        if count == 0 {
            return Ok(());
        }
        self.with_descriptor(|| manifest.save(&*self.disk, &log.dir))?;
        log.write()?.oldest = manifest.oldest;
        for _ in 0..count {
            let Some(oldest) = log.write()?.take_older(before_ms) else { break };
            self.cache.forget(&oldest);
            self.disk.remove(&segment::path(&log.dir, oldest.number))?;
            let _ = self.disk.remove(&segment::index_path(&log.dir, oldest.number));
        }
        Ok(())
    }
}

/// Notes that nothing follows what is durable in the active segment's file, or that something may.
fn set_ahead(log: &LogState, ahead: u64, is_torn: bool) {
    if let Ok(mut shared) = log.write()
        && let Some(active) = &mut shared.active
    {
        (active.ahead, active.is_torn) = (ahead, is_torn);
    }
}

/// Writes zeros to the end of a file, as many as it has bytes within limits, and gives how many.
/// They are a help only: where they find no room, there are none.
fn write_ahead(file: &dyn DiskFile, end: u64, most: u64) -> u64 {
    let bytes = end.max(AHEAD_LEAST_BYTES).min(most);
    // The limit is far below what a vector takes.
    let zeros = vec![0; bytes as usize];
    if file.write_at(&zeros, end).is_ok() { bytes } else { 0 }
}

/// Makes a durable chunk readable. Gives how far the log is durable.
fn publish(shared: &mut Shared, chunk: &Chunk, ahead: u64) -> Option<Reached> {
    let floor = shared.floor;
    let active = shared.active.as_mut()?;
    for noted in &chunk.noted {
        active.index.note(noted);
    }
    active.length += chunk.bytes.len() as u64;
    active.ahead = ahead;
    let reached = Reached { segment: active.number, position: active.length };
    for (lane, (end, newest_ms)) in &chunk.lanes {
        let newest_ms = newest_ms.unwrap_or(i64::MIN);
        let fresh = LaneState { start: floor, end: *end, newest_ms };
        let state = shared.lanes.entry(*lane).or_insert(fresh);
        (state.end, state.newest_ms) = (*end, newest_ms);
    }
    Some(reached)
}
