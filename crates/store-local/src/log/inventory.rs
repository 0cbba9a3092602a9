//! Which segments of a log there are, which there have to be, and what that makes of it.

use super::Opening;
use super::manifest::{self, Manifest};
use super::progress::Reached;
use super::segment;
use crate::damaged;
use crate::disk::Disk;
use std::io;
use std::path::Path;
use store::{Error, Result};

/// No segment has so many records: their positions have 32 bits, and each takes twelve bytes.
const SEGMENT_RECORDS: u64 = 1 << 29;
/// More than a log has in a lane, where nothing tells how many there were.
pub(super) const UNKNOWN_RECORDS: u64 = 1 << 40;
/// The fewest bytes that a record takes.
const RECORD_BYTES: u64 = 12;

const HINT: &str = "put it back, or start with --skip-missing-segments to go on without";

/// An error for acknowledged records that are gone.
pub(super) fn gone(path: &Path, offset: u64, what: &str) -> Error {
    damaged(path, offset, &format!("{what}; {HINT}"))
}

/// How many records at most were in so many bytes.
pub(super) fn records_in(bytes: u64) -> u64 {
    bytes / RECORD_BYTES + 1
}

/// What there is of a log.
pub(super) struct Inventory {
    pub manifest: Manifest,
    /// The segments that are there, in order.
    pub found: Vec<u64>,
    /// Those that should be and are not, in order.
    pub missing: Vec<u64>,
    /// How many records at most are lost of a lane with the segments at the end.
    pub lost_at_end: Option<u64>,
    /// The highest number of a segment, there or not; 0 when there never was one.
    pub last: u64,
    /// Whether the manifest says something else, or is not there.
    pub is_news: bool,
}

/// Looks through a log's folder, and removes what a crash left unfinished. `None` when the log's
/// making was, so that there is no log.
pub(super) fn take(
    disk: &dyn Disk,
    opening: Opening,
    dir: &Path,
    reached: Option<Reached>,
) -> Result<Option<Inventory>> {
    let manifest = match Manifest::read(disk, dir) {
        Err(Error::Damaged { .. }) if opening.skip_missing => None,
        read => read?,
    };
    let oldest = manifest.as_ref().map_or(0, |manifest| manifest.oldest);
    let (mut found, is_there) = match tidy(disk, dir, oldest) {
        Err(Error::NotFound(_)) => (Vec::new(), false),
        found => (found?, true),
    };
    let had_some = manifest.as_ref().is_some_and(|manifest| !manifest.segments.is_empty());
    if !is_there {
        if (had_some || reached.is_some()) && !opening.skip_missing {
            return Err(gone(dir, 0, "the log's folder is missing"));
        }
        disk.create_dir(dir)?;
        disk.sync_dir(dir.parent().unwrap_or(dir))?;
    }
    if opening.skip_missing {
        set_aside(disk, dir, &mut found)?;
    }
    let Some(mut manifest) = manifest else {
        return without_manifest(disk, opening, dir, found, reached);
    };
    let was_vain = drop_vain(disk, dir, &mut manifest, &mut found, reached)?;
    let inventory = compare(manifest, found, reached, was_vain);
    check(&inventory, opening, dir)?;
    Ok(Some(inventory))
}

fn check(inventory: &Inventory, opening: Opening, dir: &Path) -> Result<()> {
    match inventory.missing.first() {
        Some(first) if !opening.skip_missing => {
            Err(gone(&segment::path(dir, *first), 0, "the segment is missing"))
        }
        _ => Ok(()),
    }
}

/// Holds what is there against what the manifest and the note of what was acknowledged say.
fn compare(
    manifest: Manifest,
    found: Vec<u64>,
    reached: Option<Reached>,
    was_vain: bool,
) -> Inventory {
    let listed: Vec<u64> = manifest.segments.iter().map(|listed| listed.number).collect();
    let last_listed = manifest.last().unwrap_or(0);
    let last_found = found.last().copied().unwrap_or(0);
    let last = last_listed.max(last_found).max(reached.map_or(0, |reached| reached.segment));
    let expected = listed.iter().copied().chain(last_listed + 1..=last);
    let missing: Vec<u64> = expected.filter(|number| !found.contains(number)).collect();
    // The manifest's lanes are those with which the last segment began that it lists.
    let between = (last - last_listed.min(last)) * SEGMENT_RECORDS;
    let in_last = match reached {
        Some(reached) if reached.segment == last => records_in(reached.position),
        _ => SEGMENT_RECORDS,
    };
    Inventory {
        lost_at_end: (last > last_found).then_some(between + in_last),
        is_news: was_vain || listed != found,
        manifest,
        found,
        missing,
        last,
    }
}

/// A log of a version that wrote no manifests, or one that has lost its own.
fn without_manifest(
    disk: &dyn Disk,
    opening: Opening,
    dir: &Path,
    found: Vec<u64>,
    reached: Option<Reached>,
) -> Result<Option<Inventory>> {
    if !opening.adopt {
        if found.is_empty() && reached.is_none() {
            disk.remove_dir(dir)?;
            return Ok(None);
        }
        if !opening.skip_missing {
            return Err(gone(&manifest::path(dir), 0, "the log's manifest is missing"));
        }
    }
    let first = found.first().copied().unwrap_or(1);
    let manifest = Manifest { lossy: !opening.adopt, ..Manifest::default() };
    let mut inventory = compare(manifest, found, reached, false);
    inventory.missing.retain(|number| *number >= first);
    inventory.is_news = true;
    // With the manifest it is gone what else there was, unless the end is known.
    let known = reached.is_some_and(|reached| inventory.found.contains(&reached.segment));
    if !opening.adopt && !known {
        inventory.last += 1;
        inventory.lost_at_end = Some(UNKNOWN_RECORDS);
    }
    check(&inventory, opening, dir)?;
    Ok(Some(inventory))
}

/// Removes what a crash left unfinished, and gives the segments' numbers in order.
fn tidy(disk: &dyn Disk, dir: &Path, oldest: u64) -> Result<Vec<u64>> {
    let names = disk.names(dir)?;
    let numbered = names.iter().filter_map(|name| Some((name, segment::parse_name(name)?)));
    let mut numbers = Vec::new();
    let mut indexes = Vec::new();
    for (name, (number, ending)) in numbered {
        match ending {
            // It was trimmed.
            "seg" if number < oldest => disk.remove(&dir.join(name))?,
            "seg" => numbers.push(number),
            "idx" => indexes.push(number),
            "new" | "idx.new" => disk.remove(&dir.join(name))?,
            _ => {}
        }
    }
    numbers.sort_unstable();
    for orphan in indexes.into_iter().filter(|index| !numbers.contains(index)) {
        disk.remove(&segment::index_path(dir, orphan))?;
    }
    Ok(numbers)
}

/// Takes segments out whose header is cut off, as if they were missing: there is nothing in them.
fn set_aside(disk: &dyn Disk, dir: &Path, found: &mut Vec<u64>) -> Result<()> {
    for number in found.clone() {
        let path = segment::path(dir, number);
        if segment::is_beheaded(&*disk.open(&path)?)? {
            disk.rename(&path, &path.with_extension("seg.broken"))?;
            found.retain(|other| *other != number);
        }
    }
    Ok(())
}

/// Removes the last segment if it was begun in vain: there is nothing in it, it was not listed yet
/// when the process ended, or records came into the one before it again, for want of room.
fn drop_vain(
    disk: &dyn Disk,
    dir: &Path,
    manifest: &mut Manifest,
    found: &mut Vec<u64>,
    reached: Option<Reached>,
) -> Result<bool> {
    let Some(last) = found.last().copied() else { return Ok(false) };
    let listed = manifest.segments.iter().any(|listed| listed.number == last);
    let next = manifest.last().unwrap_or(0) + 1;
    if reached.is_some_and(|reached| reached.segment >= last) || (!listed && last != next) {
        return Ok(false);
    }
    if listed && !outgrown(disk, dir, manifest, last)? {
        return Ok(false);
    }
    let file = disk.open(&segment::path(dir, last))?;
    let mut lanes = [0; 4];
    file.read_at(&mut lanes, 16)?;
    if file.len()? > segment::header_bytes(u32::from_le_bytes(lanes) as usize) {
        return Ok(false);
    }
    disk.remove(&segment::path(dir, last))?;
    found.pop();
    manifest.segments.retain(|listed| listed.number != last);
    Ok(true)
}

/// Whether the segment before the last is there and longer than the manifest says.
fn outgrown(disk: &dyn Disk, dir: &Path, manifest: &Manifest, last: u64) -> io::Result<bool> {
    let before = manifest.segments.iter().rev().find(|listed| listed.number < last);
    let Some((number, length)) = before.and_then(|it| Some((it.number, it.length?))) else {
        return Ok(false);
    };
    match disk.open(&segment::path(dir, number)) {
        Ok(file) => Ok(file.len()? > length),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
