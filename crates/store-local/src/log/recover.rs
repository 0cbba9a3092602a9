//! Opening a log: how far its segments are whole, and where its lanes stand.

use super::Opening;
use super::index::{self, Index, Span, Summary};
use super::inventory::{self, Inventory, gone, records_in};
use super::progress::{Reached, Slot};
use super::scan::{Scanned, scan};
use super::segment::{self, LaneEnd};
use super::state::{Active, LaneState, LogState, Sealed, Shared};
use crate::Cut;
use crate::disk::{Disk, DiskFile};
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Error, LogId, Lost, Result};

/// An open log.
pub(super) struct Opened {
    pub log: LogState,
    /// What was cut from its end, since nobody was told of it.
    pub cut: Option<Cut>,
    /// What is gone that somebody was told of.
    pub lost: Vec<Lost>,
}

/// A log whose segments are open.
struct Segments {
    sealed: Vec<Sealed>,
    active: Option<Active>,
    lanes: Lanes,
    cut: Option<Cut>,
    /// Whether a sealed one is shorter than it was.
    short: bool,
    /// How many records at most are lost of a lane at the end.
    lost_at_end: Option<u64>,
}

/// Opens the log in this directory; `None` if it was never made to its end.
pub(super) fn open(
    disk: &dyn Disk,
    opening: Opening,
    dir: PathBuf,
    id: LogId,
    (slot, reached): (Slot, Option<Reached>),
) -> Result<Option<Opened>> {
    let Some(inventory) = inventory::take(disk, opening, &dir, reached)? else { return Ok(None) };
    let mut segments = open_segments(disk, opening, &dir, &inventory, reached)?;
    let has_lost =
        !inventory.missing.is_empty() || segments.short || segments.lost_at_end.is_some();
    let lost = match has_lost {
        true => lost_records(&id, &segments, &inventory),
        false => Vec::new(),
    };
    let mut floor = inventory.manifest.floor;
    if let Some(records) = segments.lost_at_end {
        floor += records;
        go_on_behind(disk, &dir, &mut segments, records, inventory.last + 1)?;
    }
    let Segments { sealed, active, lanes, cut, .. } = segments;
    let shared = Shared {
        deleted: false,
        read_only: None,
        oldest: inventory.manifest.oldest,
        floor,
        lossy: inventory.manifest.lossy || has_lost,
        sealed: sealed.into_iter().map(Arc::new).collect(),
        active,
        lanes,
        sealed_lanes: inventory.manifest.sealed.clone(),
    };
    if inventory.is_news || has_lost {
        shared.manifest(None).save(disk, &dir)?;
    }
    Ok(Some(Opened { log: LogState::new(id, dir, slot, shared), cut, lost }))
}

/// Opens the segments that are there, one at a time.
fn open_segments(
    disk: &dyn Disk,
    opening: Opening,
    dir: &Path,
    inventory: &Inventory,
    reached: Option<Reached>,
) -> Result<Segments> {
    let mut numbers = inventory.found.clone();
    let is_whole = inventory.lost_at_end.is_none();
    let last = if is_whole { numbers.pop() } else { None };
    let lost_at_end = inventory.lost_at_end;
    let mut all = Segments {
        sealed: Vec::new(),
        active: None,
        lanes: Lanes::new(),
        cut: None,
        short: false,
        lost_at_end,
    };
    let listed = |number| inventory.manifest.segments.iter().find(|it| it.number == number);
    for number in numbers {
        let length = listed(number).and_then(|it| it.length).unwrap_or(0);
        let (sealed, short) = open_sealed(disk, opening, dir, number, length)?;
        all.sealed.push(sealed);
        all.short |= short;
    }
    if let Some(number) = last {
        let reached = reached.filter(|reached| reached.segment == number);
        let least = listed(number).and_then(|it| it.length).unwrap_or(0);
        let least = least.max(reached.map_or(0, |reached| reached.position));
        let opened = open_active(disk, opening, dir, number, least)?;
        all.cut = opened.cut;
        all.lost_at_end = (opened.lost_bytes > 0).then(|| records_in(opened.lost_bytes));
        begin_lanes(&mut all.lanes, &opened.ends);
        all.active = Some(opened.active);
    } else if let Some(last) = all.sealed.last() {
        let path = segment::path(dir, last.number);
        let (ends, _) = segment::read_header(&*disk.open(&path)?, &path, last.number)?;
        begin_lanes(&mut all.lanes, &ends);
    }
    let active = all.active.iter().flat_map(|active| active.index.lanes.values());
    apply_spans(&mut all.lanes, active.map(|lane| &lane.span));
    for segment in all.sealed.iter().rev() {
        apply_spans(&mut all.lanes, segment.spans.iter());
    }
    let was_whole = is_whole && all.lost_at_end.is_none() && inventory.missing.is_empty();
    let ends_early =
        |end: &&LaneEnd| all.lanes.get(&end.lane).is_none_or(|lane| lane.end < end.end);
    if was_whole
        && !inventory.manifest.lossy
        && let Some(end) = inventory.manifest.lanes.iter().find(ends_early)
    {
        if !opening.skip_missing {
            let what = format!("records of lane {} before {} are missing", end.lane, end.end);
            return Err(gone(&segment::path(dir, inventory.last), 0, &what));
        }
        all.short = true;
    }
    begin_lanes(&mut all.lanes, &inventory.manifest.lanes);
    Ok(all)
}

/// Seals what is there, and begins a segment whose lanes go on behind all that may have been given
/// out: no offset is given twice.
fn go_on_behind(
    disk: &dyn Disk,
    dir: &Path,
    segments: &mut Segments,
    records: u64,
    number: u64,
) -> Result<()> {
    for lane in segments.lanes.values_mut() {
        let is_empty = lane.start == lane.end;
        lane.end = lane.end.saturating_add(records);
        if is_empty {
            lane.start = lane.end;
        }
    }
    if let Some(active) = segments.active.take() {
        let (number, length) = (active.number, active.length);
        segments.sealed.push(Sealed { number, length, spans: active.index.spans() });
    }
    let shared = Shared { lanes: segments.lanes.clone(), ..Shared::default() };
    let (_, length) = segment::create(disk, dir, number, &shared.lane_ends())?;
    segments.active = Some(Active::new(number, None, length));
    Ok(())
}

/// What is lost of each lane: whatever lies between two segments' parts of it, before the first
/// part if segments are missing there, and at the end.
fn lost_records(id: &LogId, segments: &Segments, inventory: &Inventory) -> Vec<Lost> {
    let spans: Vec<&[Span]> = segments.sealed.iter().map(|sealed| &sealed.spans[..]).collect();
    let active = segments.active.as_ref().map(|active| active.index.spans()).unwrap_or_default();
    let first_found = inventory.found.first().copied().unwrap_or(u64::MAX);
    let at_front = inventory.missing.first().is_some_and(|missing| *missing < first_found);
    let behind = segments.lost_at_end.unwrap_or(0);
    let mut lost = Vec::new();
    let mut tell = |lane: Option<store::Lane>, from: u64, to: u64| {
        if from < to {
            lost.push(Lost { log: id.clone(), lane, from, to });
        }
    };
    let mut lanes: Vec<_> = segments.lanes.iter().collect();
    lanes.sort_unstable_by_key(|(lane, _)| **lane);
    for (lane, state) in lanes {
        let mut next = at_front.then_some(0);
        for span in spans.iter().copied().chain([&active[..]]).flatten() {
            if span.lane == *lane {
                tell(Some(*lane), next.unwrap_or(span.first), span.first);
                next = Some(span.end);
            }
        }
        tell(Some(*lane), next.unwrap_or(state.end), state.end.saturating_add(behind));
    }
    tell(None, inventory.manifest.floor, inventory.manifest.floor + behind);
    lost
}

fn open_sealed(
    disk: &dyn Disk,
    opening: Opening,
    dir: &Path,
    number: u64,
    listed: u64,
) -> Result<(Sealed, bool)> {
    let path = segment::path(dir, number);
    let length = disk.open(&path)?.len()?;
    if length < listed && !opening.skip_missing {
        return Err(gone(&path, length, "the segment is shorter than it was"));
    }
    let saved = saved_summary(disk, dir, number)?.filter(|(_, summary)| summary.covered == length);
    let (spans, length) = match saved {
        Some((_, summary)) => (summary.spans, length),
        None => {
            let (index, length) = build_index(disk, dir, number, opening.skip_missing)?;
            (index.spans(), length)
        }
    };
    if length < listed && !opening.skip_missing {
        return Err(gone(&path, length, "acknowledged records are missing"));
    }
    Ok((Sealed { number, length, spans }, length < listed))
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
    build_index(disk, dir, sealed.number, false).map(|(index, _)| index)
}

/// Reads a sealed segment, all of which was durable, saves its index, and gives that and its
/// length. One that is cut off is an error, unless that is accepted.
fn build_index(disk: &dyn Disk, dir: &Path, number: u64, accept_cut: bool) -> Result<(Index, u64)> {
    let path = segment::path(dir, number);
    let file = disk.open(&path)?;
    let (_, from) = segment::read_header(&*file, &path, number)?;
    let mut length = file.len()?;
    let mut index = Index::default();
    let scanned = scan(&*file, &path, number, (from, length), &mut |noted| index.note(noted))?;
    if scanned.is_torn() && !accept_cut {
        return Err(gone(&path, scanned.end, "the segment is full but ends too early"));
    }
    if scanned.end < length {
        // A crash came before what was written ahead was given back for good.
        file.set_len(scanned.end)?;
        length = scanned.end;
    }
    if let Err(error) = index.save(disk, &segment::index_path(dir, number), number, length) {
        tracing::warn!(segment = %path.display(), "its index is not saved: {error}");
    }
    Ok((index, length))
}

type Lanes = HashMap<store::Lane, LaneState>;

/// The last segment, opened.
struct OpenedActive {
    active: Active,
    /// The lanes of its header.
    ends: Vec<LaneEnd>,
    cut: Option<Cut>,
    /// How many bytes are missing that were acknowledged.
    lost_bytes: u64,
}

/// Opens the last segment, of which at least so many bytes were acknowledged.
fn open_active(
    disk: &dyn Disk,
    opening: Opening,
    dir: &Path,
    number: u64,
    least: u64,
) -> Result<OpenedActive> {
    let path = segment::path(dir, number);
    let file = disk.open(&path)?;
    let (ends, first) = segment::read_header(&*file, &path, number)?;
    let whole = file.len()?;
    let summary = saved_summary(disk, dir, number)?;
    let covered = summary.as_ref().map_or(0, |(_, summary)| summary.covered);
    if covered > whole && !opening.skip_missing {
        return Err(gone(&path, whole, "the segment is shorter than it was"));
    }
    let (mut index, saved) = match summary.filter(|_| covered <= whole) {
        Some((file, summary)) => match index::read_index(&*file, &summary)? {
            Some(index) => (index, covered),
            None => (Index::default(), first),
        },
        None => (Index::default(), first),
    };
    let note = &mut |noted: &_| index.note(noted);
    let scanned = scan(&*file, &path, number, (saved, whole), note)?;
    let lost_bytes = least.max(covered).saturating_sub(scanned.end);
    // What is torn was of the last sync alone: as long as the file has its length, the records
    // before it are whole, and it goes on as after a crash, but behind the lost ones' offsets.
    let is_cut_short = least.max(covered) > whole || !scanned.is_torn();
    if lost_bytes > 0 && is_cut_short && !opening.skip_missing {
        let what = format!("{lost_bytes} bytes are missing that were acknowledged");
        return Err(gone(&path, scanned.end, &what));
    }
    let cut = cut_torn(&*file, &path, whole, &scanned)?;
    let length = scanned.end;
    if whole > saved {
        // What a crash left may be in the system's memory only; it is about to be readable.
        file.sync()?;
    }
    let active = Active { index, saved, ..Active::new(number, None, length) };
    Ok(OpenedActive { active, ends, cut, lost_bytes })
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

/// Lets each lane begin where a header or a manifest says, unless it is farther already.
fn begin_lanes(lanes: &mut Lanes, ends: &[LaneEnd]) {
    for end in ends {
        let fresh = LaneState { start: end.end, end: end.end, newest_ms: end.newest_ms };
        let lane = lanes.entry(end.lane).or_insert(fresh);
        if end.end > lane.end {
            if lane.start == lane.end {
                lane.start = end.end;
            }
            (lane.end, lane.newest_ms) = (end.end, end.newest_ms);
        }
    }
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
