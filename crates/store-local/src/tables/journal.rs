//! Reading fjall's journals before fjall does, only to check them.
//!
//! fjall takes whatever does not check out for the end of a journal and cuts it off, or refuses to
//! open. Neither is right: what a power loss tore was never acknowledged and may go; what was
//! durable once must be an error, and stay there to be looked at. One batch is written per sync,
//! so a batch that does not check out was durable exactly if a good one follows.
//!
//! A journal (fjall 3, format version 3, little-endian) is a row of batches, then zeros:
//!
//! ```text
//! start  1, items (u32), sequence number (u64)
//! item   2, kind (u8), compression (u8), keyspace (u64), key length (u16), value length (u32),
//!        stored length (u32), key, value; or 4, keyspace (u64)
//! end    3, xxh3 of the items (u64), "FJL\x03"
//! ```

use super::NUMBER_KEY;
use crate::damaged;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use store::{Error, Result};
use xxhash_rust::xxh3::Xxh3;

/// How far behind a bad batch a good one is looked for: farther than the largest group.
const LOOK_BYTES: u64 = 16 << 20;
/// How many zeros are a journal's end: later pages of a batch may be on the disk without its first.
const END_BYTES: u64 = 64 * 1024;
/// The length that fjall gives a new journal.
const NEW_BYTES: u64 = 64 << 20;
/// How much of a journal is read at once.
const PIECE_BYTES: usize = 256 * 1024;
/// The longest key or value that is looked at: those of the number's row have fewer bytes.
const FIRST_BYTES: u64 = 16;
/// What a batch ends with.
const END: &[u8] = b"FJL\x03";
/// From what size on it is worth to take away what is in table files already: fjall, which reads all of a
/// journal, gets through some 150 MB in a second.
pub(super) const WORTH_BYTES: u64 = 1 << 20;

/// What the journals hold.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Checked {
    /// The number of the last group; `None` when the journals have none.
    pub last: Option<u64>,
    /// Where the last journal was torn.
    pub torn: Option<(PathBuf, u64)>,
    /// The journals, oldest first.
    pub journals: Vec<Extent>,
}

/// What a journal holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub path: PathBuf,
    /// Where the first batch begins that is not in a table file; the end, where there is none.
    pub live: u64,
    /// Where its batches end.
    pub end: u64,
}

/// A batch before which table files hold all. Whoever finds a batch of this sequence number in this place
/// knows that it is so, whatever has become of the journals since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The journal's number, and where in it the batch begins.
    pub journal: u64,
    pub offset: u64,
    pub sequence: u64,
}

impl Mark {
    /// Where to begin with a journal; `None` if table files hold all of it.
    fn start(mark: Option<Self>, journal: u64) -> Option<u64> {
        match mark {
            Some(mark) if journal < mark.journal => None,
            Some(mark) if journal == mark.journal => Some(mark.offset),
            _ => Some(0),
        }
    }

    /// Whether its batch is there.
    fn holds(&self, journals: &[(u64, PathBuf)]) -> Result<bool> {
        let path = journals.iter().find(|(number, _)| *number == self.journal);
        let Some((_, path)) = path else { return Ok(false) };
        let file = File::open(path)?;
        if self.offset >= file.metadata()?.len() {
            return Ok(false);
        }
        let mut reader = BufReader::with_capacity(PIECE_BYTES, file);
        reader.seek(SeekFrom::Start(self.offset))?;
        let batch = read_batch(&mut reader)?;
        Ok(batch.is_some_and(|batch| batch.sequence == self.sequence))
    }
}

/// Moves a mark to the first batch that is newer than what table files hold, or else to the last. What
/// it passes is not checked: the next start does not need it.
pub(super) fn advance(
    database: &Path,
    mut mark: Option<Mark>,
    in_tables: u64,
) -> Result<Option<Mark>> {
    for (number, path) in numbered(database)? {
        let Some(start) = Mark::start(mark, number) else { continue };
        let mut reader = BufReader::with_capacity(PIECE_BYTES, File::open(path)?);
        reader.seek(SeekFrom::Start(start))?;
        let mut offset = start;
        while let Some((bytes, sequence)) = passed(pass_batch(&mut reader))? {
            mark = Some(Mark { journal: number, offset, sequence });
            if sequence > in_tables {
                return Ok(mark);
            }
            offset += bytes;
        }
        // Only behind a journal's end is the next journal's turn.
        if !ends(&mut reader, offset)? {
            return Ok(mark);
        }
    }
    Ok(mark)
}

/// What was passed; nothing at a journal's end.
fn passed<T>(read: io::Result<Option<T>>) -> io::Result<Option<T>> {
    match read {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        read => read,
    }
}

/// Whether a journal has nothing but zeros from here on, as far as one has to look.
fn ends(reader: &mut BufReader<File>, at: u64) -> io::Result<bool> {
    reader.seek(SeekFrom::Start(at))?;
    let mut next = Vec::new();
    reader.by_ref().take(END_BYTES).read_to_end(&mut next)?;
    Ok(next.iter().all(|byte| *byte == 0))
}

/// Passes a batch; gives its length and sequence number, or `None` when no batch is here.
fn pass_batch(reader: &mut BufReader<File>) -> io::Result<Option<(u64, u64)>> {
    let Some((items, sequence)) = read_start(reader)? else { return Ok(None) };
    let mut bytes = 13;
    for _ in 0..items {
        let [tag] = read(reader)?;
        if tag == 4 {
            reader.seek_relative(8)?;
            bytes += 9;
            continue;
        }
        let fixed: [u8; 20] = read(reader)?;
        if tag != 2 {
            return Ok(None);
        }
        let (key_bytes, value_bytes) = lengths(&fixed);
        reader.seek_relative((key_bytes + value_bytes).cast_signed())?;
        bytes += 21 + key_bytes + value_bytes;
    }
    let end: [u8; 13] = read(reader)?;
    Ok((end[0] == 3 && &end[9..] == END).then_some((bytes + 13, sequence)))
}

/// Checks the journals of the database in this directory, whose table files hold all batches up to
/// this sequence number, and those before the mark if it holds: what lies before it is not looked at
/// where it is to be trimmed.
///
/// # Errors
/// `Damaged` when a batch is gone or does not check out that was durable once.
pub(super) fn check(database: &Path, in_tables: u64, mark: Option<Mark>) -> Result<Checked> {
    let mut checked = Checked::default();
    let journals = numbered(database)?;
    let holds = mark.map_or(Ok(false), |mark| mark.holds(&journals))?;
    for (n, (number, path)) in journals.iter().enumerate() {
        let end = path.metadata()?.len();
        let start = match Mark::start(mark.filter(|_| holds), *number) {
            // What is not worth being taken out is read by fjall.
            start if start.unwrap_or(end) < WORTH_BYTES => 0,
            Some(start) => start,
            None => {
                checked.journals.push(Extent { path: path.clone(), live: end, end });
                continue;
            }
        };
        check_one(path, n + 1 == journals.len(), in_tables, start, &mut checked)?;
    }
    Ok(checked)
}

/// Takes out of the journals of a closed database what its table files hold, where it is much, so that
/// fjall need not read it. The last journal stays, if only its name: without one fjall would count
/// its sequence numbers from the beginning.
pub(super) fn trim(database: &Path, checked: &Checked) -> Result<()> {
    let last = checked.journals.last().map(|journal| &journal.path);
    let mut is_trimmed = false;
    for journal in checked.journals.iter().filter(|journal| journal.live >= WORTH_BYTES) {
        is_trimmed = true;
        let file = File::open(&journal.path)?;
        if journal.live < journal.end || Some(&journal.path) == last {
            cut_before(journal, &file)?;
        } else {
            fs::remove_file(&journal.path)?;
        }
        // With its last name and the last who has it open a file's pages go, which takes 20 ms for 64 MiB.
        drop(std::thread::Builder::new().spawn(move || drop(file)));
    }
    if is_trimmed {
        File::open(database)?.sync_all()?;
    }
    Ok(())
}

/// Puts what is live of a journal in its place, durably.
fn cut_before(journal: &Extent, mut from: &File) -> Result<()> {
    let rest = journal.path.with_file_name("rest-of-journal");
    from.seek(SeekFrom::Start(journal.live))?;
    let mut to = File::create(&rest)?;
    io::copy(&mut from.by_ref().take(journal.end - journal.live), &mut to)?;
    to.sync_all()?;
    Ok(fs::rename(rest, &journal.path)?)
}

/// Whether a database without a file of progress holds any commit: in a journal, or in a file of
/// the keyspace, which fjall calls by its number.
pub(super) fn any_commit(database: &Path) -> Result<bool> {
    let mut checked = Checked::default();
    for path in journals(database)? {
        check_one(&path, false, 0, 0, &mut checked)?;
    }
    let tables = database.join("keyspaces/1/tables");
    Ok(checked.last.is_some() || (tables.is_dir() && fs::read_dir(tables)?.next().is_some()))
}

/// Begins a new journal in a database that is closed, as fjall does when one has become large, so
/// that what is in the others goes to table files and they are removed.
pub(super) fn seal(database: &Path) -> Result<()> {
    let journals = journals(database)?;
    let last = journals.last().and_then(|path| path.file_stem()?.to_str()?.parse::<u64>().ok());
    let Some(last) = last else { return Ok(()) };
    let next = File::create_new(database.join(format!("{}.jnl", last + 1)))?;
    next.set_len(NEW_BYTES)?;
    next.sync_all()?;
    Ok(File::open(database)?.sync_all()?)
}

/// How many bytes the journals take on the disk.
pub(super) fn allocated_bytes(database: &Path) -> Result<u64> {
    let files = journals(database)?.into_iter().filter_map(|path| path.metadata().ok());
    Ok(files.map(|file| file.blocks() * 512).sum())
}

/// Where the keyspace's files are.
pub(super) fn tables(database: &Path) -> PathBuf {
    database.join("keyspaces/1/tables")
}

/// How many bytes the keyspace's files take.
pub(super) fn table_bytes(database: &Path) -> Result<u64> {
    let files = fs::read_dir(tables(database))?;
    // One may go between the two calls.
    Ok(files.filter_map(|file| file.ok()?.metadata().ok()).map(|file| file.len()).sum())
}

/// A journal: its number in its name, and the number of its file.
pub(super) type Journal = (u64, u64);

/// The newest journal of the database in this directory; `None` if there is none.
///
/// # Errors
/// It cannot be looked for now, such as when this process has no file left to open.
pub(super) fn newest(database: &Path) -> Result<Option<Journal>> {
    let look = || -> Result<_> {
        let Some(path) = newest_path(database)? else { return Ok(None) };
        let number = path.file_stem().and_then(|stem| stem.to_str()?.parse().ok());
        let file = fs::metadata(&path)?.ino();
        Ok(number.map(|number| (number, file)))
    };
    match look() {
        Err(Error::NotFound(_)) => Ok(None),
        found => found,
    }
}

/// Where the newest journal is, if there is one.
pub(super) fn newest_path(database: &Path) -> Result<Option<PathBuf>> {
    Ok(journals(database)?.pop())
}

/// Whether `newest` can be the newest journal where `before` was: the one that is written stays
/// until there is a newer one.
pub(super) fn follows(before: &Option<Journal>, newest: &Option<Journal>) -> bool {
    match (before, newest) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(before), Some(newest)) => newest.0 > before.0 || newest == before,
    }
}

/// The journals' paths, oldest first.
fn journals(database: &Path) -> Result<Vec<PathBuf>> {
    Ok(numbered(database)?.into_iter().map(|(_, path)| path).collect())
}

/// The journals with their numbers, oldest first.
fn numbered(database: &Path) -> Result<Vec<(u64, PathBuf)>> {
    let mut numbered = Vec::new();
    for entry in fs::read_dir(database)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "jnl") {
            let number = path.file_stem().and_then(|stem| stem.to_str()?.parse::<u64>().ok());
            numbered.extend(number.map(|number| (number, path)));
        }
    }
    numbered.sort();
    Ok(numbered)
}

/// Checks a journal from this place on.
fn check_one(
    path: &Path,
    is_last: bool,
    in_tables: u64,
    start: u64,
    checked: &mut Checked,
) -> Result<()> {
    let mut reader = BufReader::with_capacity(PIECE_BYTES, File::open(path)?);
    reader.seek(SeekFrom::Start(start))?;
    let (mut at, mut live, mut sequence) = (start, None, 0);
    while let Some(batch) = read_batch(&mut reader)? {
        // It is not part of the checksum.
        if batch.sequence <= sequence && at > start {
            return Err(damaged(path, at, "sequence numbers go back"));
        }
        if let Some(number) = batch.number {
            let expected = checked.last.map_or(number, |last| last + 1);
            if number != expected {
                return Err(damaged(path, at, &format!("commit {expected} is missing")));
            }
            checked.last = Some(number);
        }
        if batch.sequence > in_tables {
            live.get_or_insert(at);
        }
        at += batch.bytes;
        sequence = batch.sequence;
    }
    checked.journals.push(Extent { path: path.to_owned(), live: live.unwrap_or(at), end: at });
    if ends(&mut reader, at)? {
        return Ok(());
    }
    reader.seek(SeekFrom::Start(at + 1))?;
    if !is_last || good_batch_follows(&mut reader, sequence)? {
        return Err(damaged(path, at, "a commit does not match its checksum"));
    }
    checked.torn = Some((path.to_owned(), at));
    Ok(())
}

/// Whether any batch from here on checks out that is newer than `sequence`, but not by far.
fn good_batch_follows(reader: &mut impl BufRead, sequence: u64) -> Result<bool> {
    let mut bytes = Vec::new();
    reader.take(LOOK_BYTES).read_to_end(&mut bytes)?;
    for at in 0..bytes.len() {
        let is_start = bytes[at] == 1 && matches!(bytes.get(at + 13), Some(2 | 4));
        if is_start
            && let Some(batch) = read_batch(&mut &bytes[at..])?
            && (sequence..sequence + (1 << 20)).contains(&batch.sequence)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A batch that checks out.
struct Batch {
    bytes: u64,
    sequence: u64,
    number: Option<u64>,
}

/// The batch that begins here; `None` when none does, or it does not check out.
fn read_batch(reader: &mut impl BufRead) -> Result<Option<Batch>> {
    Ok(passed(try_read_batch(reader))?)
}

fn try_read_batch(reader: &mut impl BufRead) -> io::Result<Option<Batch>> {
    let Some((items, sequence)) = read_start(reader)? else { return Ok(None) };
    let mut batch = Batch { bytes: 13, sequence, number: None };
    let mut hash = Xxh3::new();
    for _ in 0..items {
        if !read_item(reader, &mut hash, &mut batch)? {
            return Ok(None);
        }
    }
    let end: [u8; 13] = read(reader)?;
    batch.bytes += 13;
    let right = end[0] == 3 && end[1..9] == hash.digest().to_le_bytes() && &end[9..] == END;
    Ok(right.then_some(batch))
}

/// How many items a batch has, and its sequence number; `None` when none begins here.
fn read_start(reader: &mut impl Read) -> io::Result<Option<(u32, u64)>> {
    let start: [u8; 13] = read(reader)?;
    let items = u32::from_le_bytes([start[1], start[2], start[3], start[4]]);
    let sequence = start[5..].iter().rev().fold(0, |n, byte| n << 8 | u64::from(*byte));
    Ok((start[0] == 1).then_some((items, sequence)))
}

/// The lengths of an item's key and value, by what stands before them.
fn lengths(fixed: &[u8; 20]) -> (u64, u64) {
    let key = u64::from(u16::from_le_bytes([fixed[10], fixed[11]]));
    (key, u64::from(u32::from_le_bytes([fixed[16], fixed[17], fixed[18], fixed[19]])))
}

/// Reads an item into the hash; `false` when none is here.
fn read_item(reader: &mut impl BufRead, hash: &mut Xxh3, batch: &mut Batch) -> io::Result<bool> {
    let [tag] = read(reader)?;
    hash.update(&[tag]);
    if tag == 4 {
        hash.update(&read::<8>(reader)?);
        batch.bytes += 9;
        return Ok(true);
    }
    let fixed: [u8; 20] = read(reader)?;
    if tag != 2 {
        return Ok(false);
    }
    hash.update(&fixed);
    let (key_bytes, value_bytes) = lengths(&fixed);
    let is_number = read_hashed(reader, key_bytes, hash)? == NUMBER_KEY;
    let value = read_hashed(reader, value_bytes, hash)?;
    batch.bytes += 21 + key_bytes + value_bytes;
    if is_number {
        batch.number = value.try_into().ok().map(u64::from_be_bytes);
    }
    Ok(true)
}

/// Reads so many bytes into the hash; gives them where they are as few as those of the number's row.
fn read_hashed(reader: &mut impl BufRead, bytes: u64, hash: &mut Xxh3) -> io::Result<Vec<u8>> {
    let (mut first, mut rest) = (Vec::new(), bytes);
    while rest > 0 {
        let piece = reader.fill_buf()?;
        let taken = piece.len().min(usize::try_from(rest).unwrap_or(usize::MAX));
        let Some(piece) = piece.get(..taken).filter(|it| !it.is_empty()) else {
            return Err(io::ErrorKind::UnexpectedEof.into());
        };
        hash.update(piece);
        if bytes <= FIRST_BYTES {
            first.extend_from_slice(piece);
        }
        reader.consume(taken);
        rest -= taken as u64;
    }
    Ok(first)
}

fn read<const N: usize>(reader: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    reader.read_exact(&mut bytes)?;
    Ok(bytes)
}
