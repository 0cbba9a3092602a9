//! Opening a log: which segments there are, how far the last one is whole, where its lanes stand.

use super::index::{self, Index, Span, Summary};
use super::scan::{Scanned, scan};
use super::segment::{self, damaged};
use super::state::{Active, LaneState, LogState, Sealed, Shared};
use crate::Cut;
use crate::disk::{Disk, DiskFile};
use std::collections::{HashMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Error, LogId, Result};

/// Opens the log in this directory; says what was cut from its end.
pub(super) fn open(disk: &dyn Disk, dir: PathBuf, id: LogId) -> Result<(LogState, Option<Cut>)> {
    let mut numbers = tidy(disk, &dir)?;
    let Some(last) = numbers.pop() else {
        return Ok((LogState::new(id, dir, Shared::default()), None));
    };
    let sealed = numbers.into_iter().map(|number| open_sealed(disk, &dir, number).map(Arc::new));
    let sealed: VecDeque<Arc<Sealed>> = sealed.collect::<Result<_>>()?;
    let (active, mut lanes, cut) = open_active(disk, &dir, last)?;
    apply_spans(&mut lanes, active.index.spans().iter());
    for segment in sealed.iter().rev() {
        apply_spans(&mut lanes, segment.spans.iter());
    }
    let shared = Shared { deleted: false, read_only: None, sealed, active: Some(active), lanes };
    Ok((LogState::new(id, dir, shared), cut))
}

/// Removes what a crash left unfinished, and gives the segments' numbers in order.
fn tidy(disk: &dyn Disk, dir: &Path) -> Result<Vec<u64>> {
    let names = disk.names(dir)?;
    let numbered = names.iter().filter_map(|name| Some((name, segment::parse_name(name)?)));
    let mut numbers = Vec::new();
    let mut indexes = Vec::new();
    for (name, (number, ending)) in numbered {
        match ending {
            "seg" => numbers.push(number),
            "idx" => indexes.push(number),
            "new" | "idx.new" => disk.remove(&dir.join(name))?,
            _ => {}
        }
    }
    numbers.sort_unstable();
    for pair in numbers.windows(2) {
        if pair[0] + 1 != pair[1] {
            let path = segment::path(dir, pair[0] + 1);
            return Err(damaged(&path, 0, "the segment is missing"));
        }
    }
    for orphan in indexes.into_iter().filter(|index| !numbers.contains(index)) {
        disk.remove(&segment::index_path(dir, orphan))?;
    }
    Ok(numbers)
}

fn open_sealed(disk: &dyn Disk, dir: &Path, number: u64) -> Result<Sealed> {
    let file = disk.open(&segment::path(dir, number))?;
    let length = file.len()?;
    let saved = saved_summary(disk, dir, number)?.filter(|(_, summary)| summary.covered == length);
    let spans = match saved {
        Some((_, summary)) => summary.spans,
        None => build_index(disk, dir, number)?.spans(),
    };
    // It may have been cut just now.
    Ok(Sealed { number, length: file.len()?, spans })
}

/// The index file and its first part, if the file is there and checks out.
fn saved_summary(
    disk: &dyn Disk,
    dir: &Path,
    number: u64,
) -> Result<Option<(Arc<dyn DiskFile>, Summary)>> {
    match disk.open(&segment::index_path(dir, number)) {
        Ok(file) => Ok(index::read_summary(&*file, number)?.map(|summary| (file, summary))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The index of a sealed segment, from its file or made again.
pub(super) fn load_index(disk: &dyn Disk, dir: &Path, sealed: &Sealed) -> Result<Index> {
    if let Some((file, summary)) = saved_summary(disk, dir, sealed.number)?
        && summary.covered == sealed.length
        && let Some(index) = index::read_index(&*file, &summary)?
    {
        return Ok(index);
    }
    build_index(disk, dir, sealed.number)
}

/// Reads a sealed segment, all of which was durable, and saves its index.
fn build_index(disk: &dyn Disk, dir: &Path, number: u64) -> Result<Index> {
    let path = segment::path(dir, number);
    let file = disk.open(&path)?;
    let (_, from) = segment::read_header(&*file, &path, number)?;
    let mut length = file.len()?;
    let mut index = Index::default();
    let scanned = scan(&*file, &path, number, (from, length), &mut |noted| index.note(noted))?;
    if scanned.is_torn() {
        return Err(damaged(&path, scanned.end, "the segment is full but ends too early"));
    }
    if scanned.end < length {
        // A crash came before what was written ahead was given back for good.
        file.set_len(scanned.end)?;
        length = scanned.end;
    }
    if let Err(error) = index.save(disk, &segment::index_path(dir, number), number, length) {
        tracing::warn!(segment = %path.display(), "its index is not saved: {error}");
    }
    Ok(index)
}

type Lanes = HashMap<store::Lane, LaneState>;

fn open_active(disk: &dyn Disk, dir: &Path, number: u64) -> Result<(Active, Lanes, Option<Cut>)> {
    let path = segment::path(dir, number);
    let file = disk.open(&path)?;
    let (ends, first) = segment::read_header(&*file, &path, number)?;
    let whole = file.len()?;
    let (mut index, saved) = match saved_summary(disk, dir, number)? {
        Some((_, summary)) if summary.covered > whole => {
            return Err(damaged(&path, whole, "the segment is shorter than it was"));
        }
        Some((file, summary)) => match index::read_index(&*file, &summary)? {
            Some(index) => (index, summary.covered),
            None => (Index::default(), first),
        },
        None => (Index::default(), first),
    };
    let note = &mut |noted: &_| index.note(noted);
    let scanned = scan(&*file, &path, number, (saved, whole), note)?;
    let cut = cut_torn(&*file, &path, whole, &scanned)?;
    let (length, ahead) = (scanned.end, scanned.end);
    if whole > saved {
        // What a crash left may be in the system's memory only; it is about to be readable.
        file.sync()?;
    }
    let lane = |end: segment::LaneEnd| {
        (end.lane, LaneState { start: end.end, end: end.end, newest_ms: end.newest_ms })
    };
    let lanes = ends.into_iter().map(lane).collect();
    Ok((Active { number, file, length, ahead, index, saved }, lanes, cut))
}

fn cut_torn(
    file: &dyn DiskFile,
    path: &Path,
    whole: u64,
    scanned: &Scanned,
) -> Result<Option<Cut>> {
    if scanned.end < whole {
        file.set_len(scanned.end).map_err(Error::from)?;
    }
    let (offset, bytes) = (scanned.end, scanned.written - scanned.end);
    Ok(scanned.is_torn().then(|| Cut { file: path.to_owned(), offset, bytes }))
}

/// Applies a segment's part of each lane; called from the newest segment to the oldest.
fn apply_spans<'a>(lanes: &mut Lanes, spans: impl Iterator<Item = &'a Span>) {
    for span in spans {
        let fresh = LaneState { start: span.first, end: span.end, newest_ms: span.newest_ms };
        let lane = lanes.entry(span.lane).or_insert(fresh);
        lane.start = span.first;
        if span.end > lane.end {
            (lane.end, lane.newest_ms) = (span.end, span.newest_ms);
        }
    }
}
