//! Reading a segment from one frame to the next.

use super::frame::{self, HEADER_BYTES, Header, checksum};
use super::index::Noted;
use crate::damaged;
use crate::disk::DiskFile;
use std::io;
use std::path::Path;
use store::Result;

/// How much a scan reads at a time.
const SCAN_BYTES: usize = 1 << 20;
/// How much a read fetches first, and at most when it goes on from there.
const READ_BYTES: usize = 8 * 1024;
const READ_AHEAD_BYTES: usize = 256 * 1024;

/// The part of a file that is at hand.
pub(super) struct Window<'a> {
    file: &'a dyn DiskFile,
    /// Nothing is read at or past this position.
    limit: u64,
    start: u64,
    bytes: Vec<u8>,
    ahead: usize,
    ahead_most: usize,
}

impl<'a> Window<'a> {
    /// For reading some records: reads little at first, more while the reader goes straight on.
    pub fn for_read(file: &'a dyn DiskFile, limit: u64) -> Self {
        let (ahead, ahead_most) = (READ_BYTES, READ_AHEAD_BYTES);
        Self { file, limit, start: 0, bytes: Vec::new(), ahead, ahead_most }
    }

    /// For reading everything.
    pub fn for_scan(file: &'a dyn DiskFile, limit: u64) -> Self {
        let (ahead, ahead_most) = (SCAN_BYTES, SCAN_BYTES);
        Self { file, limit, start: 0, bytes: Vec::new(), ahead, ahead_most }
    }

    /// The bytes at this place; `None` when the limit or the end of the file comes first.
    pub fn get(&mut self, at: u64, length: usize) -> io::Result<Option<&[u8]>> {
        if at.saturating_add(length as u64) > self.limit {
            return Ok(None);
        }
        let end = self.start + self.bytes.len() as u64;
        if at < self.start || at + length as u64 > end {
            let straight_on = (self.start..=end).contains(&at) && !self.bytes.is_empty();
            self.fill(at, length, straight_on)?;
        }
        // What lies in the window fits into memory.
        let from = (at - self.start) as usize;
        Ok(self.bytes.get(from..from + length))
    }

    fn fill(&mut self, at: u64, length: usize, straight_on: bool) -> io::Result<()> {
        self.ahead = if straight_on {
            (self.ahead * 2).min(self.ahead_most)
        } else {
            READ_BYTES.max(self.ahead_most.min(self.ahead / 4))
        };
        let want = (length.max(self.ahead) as u64).min(self.limit - at);
        self.bytes.resize(want as usize, 0);
        self.start = at;
        let read = self.file.read_at(&mut self.bytes, at)?;
        self.bytes.truncate(read);
        Ok(())
    }
}

/// How far a segment is whole.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Scanned {
    /// The position after the last whole append.
    pub end: u64,
    /// The position after the last byte that is not zero, or `end`: what a crash tore lies between
    /// the two. Zeros behind it were written ahead.
    pub written: u64,
}

impl Scanned {
    /// Whether a crash tore something.
    pub fn is_torn(&self) -> bool {
        self.written > self.end
    }
}

/// Reads the frames from `from` to `length` and notes those of whole appends.
///
/// # Errors
/// `Damaged` when a frame does not check out that was durable once.
pub(super) fn scan(
    file: &dyn DiskFile,
    path: &Path,
    number: u64,
    (from, length): (u64, u64),
    note: &mut dyn FnMut(&Noted),
) -> Result<Scanned> {
    let mut window = Window::for_scan(file, length);
    let (mut at, mut end) = (from, from);
    let mut append: Vec<Noted> = Vec::new();
    let mut more_expected: Option<u32> = None;
    while at < length {
        let Some((header, noted)) = frame_at(&mut window, number, at)? else { break };
        if more_expected.is_some_and(|more| more != header.more) {
            break;
        }
        append.push(noted);
        at += header.frame_bytes();
        more_expected = header.more.checked_sub(1);
        if more_expected.is_none() {
            append.drain(..).for_each(|noted| note(&noted));
            end = at;
        }
    }
    let written = last_written(file, (end, length))?;
    if at < written && was_durable(&mut window, number, at, written)? {
        return Err(damaged(path, at, "a record does not match its checksum"));
    }
    Ok(Scanned { end, written })
}

/// The position after the last byte between two positions that is not zero, or the first position.
fn last_written(file: &dyn DiskFile, (from, to): (u64, u64)) -> io::Result<u64> {
    let mut block = [0; 16 * 1024];
    let mut end = to;
    while end > from {
        let start = from.max(end.saturating_sub(block.len() as u64));
        // At most a block.
        let bytes = &mut block[..(end - start) as usize];
        let read = file.read_at(bytes, start)?;
        if let Some(last) = bytes[..read].iter().rposition(|byte| *byte != 0) {
            return Ok(start + last as u64 + 1);
        }
        end = start;
    }
    Ok(from)
}

/// The frame at this position, if one that checks out is there.
fn frame_at(window: &mut Window, number: u64, at: u64) -> Result<Option<(Header, Noted)>> {
    let Some(bytes) = window.get(at, HEADER_BYTES)? else { return Ok(None) };
    let Some(header) = Header::decode(bytes, number, at) else { return Ok(None) };
    let Some(body) = window.get(at + HEADER_BYTES as u64, header.body_bytes as usize)? else {
        return Ok(None);
    };
    let mut records = frame::records(body);
    let Some(first) = records.next() else { return Ok(None) };
    if checksum(body) != header.body_crc {
        return Ok(None);
    }
    let newest_ms = records.last().map_or(first.time_ms, |last| last.time_ms);
    let noted = Noted {
        lane: header.lane,
        position: at,
        first: header.first,
        records: header.records,
        first_ms: first.time_ms,
        newest_ms,
    };
    Ok(Some((header, noted)))
}

/// Whether any later frame says that what is at `bad` was durable before it.
fn was_durable(window: &mut Window, number: u64, bad: u64, length: u64) -> Result<bool> {
    let last = length.saturating_sub(HEADER_BYTES as u64);
    for at in bad + 1..=last {
        let Some(bytes) = window.get(at, HEADER_BYTES)? else { break };
        if frame::claims_durable(bytes, number, at, bad) {
            return Ok(true);
        }
    }
    Ok(false)
}
