//! Log lines that CloudWatch Logs does not have yet, in files that outlive the process.
//!
//! Functions' lines are committed ten times a second, but an invocation is answered at once. So its
//! lines are handed to the operating system before that, with one write and without a sync: they
//! outlive the process, whatever ends it, but not the machine. Two files take turns: while the
//! lines of one are committed, new ones go to the other. What lies in them at the next start is
//! committed then ([`crate::log_writer`]).
//!
//! ```text
//! entry  length of all that follows (u32), sum of the rest (u64), round (u64), time (i64),
//!        length of the target (u32), target, length of the stream (u32), stream, text
//! ```
//!
//! Numbers are little-endian. A file is an entry after another, all of the round of its first one;
//! it ends where the sum, FNV-1a, does not match, or with another round, of which bytes remain since
//! the file is written over and over. A length of zero begins a file whose lines are committed.

use fnv::FnvHasher;
use std::fs::{self, File};
use std::hash::Hasher as _;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// Up to this length a file stays as long as it is, so that it need not grow again.
const KEPT_BYTES: u64 = 64 << 10;
const LENGTH_BYTES: usize = 4;

/// The files of one server.
pub struct Spool {
    halves: [Half; 2],
    /// Which of the two is written.
    current: usize,
    round: u64,
    /// Entries that are not handed over yet.
    pending: Vec<u8>,
}

struct Half {
    file: File,
    end: u64,
}

/// A line that a process left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where it was to go, as it was given.
    pub target: Vec<u8>,
    /// Its log stream.
    pub stream: String,
    /// When it was written, in milliseconds since the epoch.
    pub time_ms: i64,
    /// The line.
    pub text: String,
}

impl Spool {
    /// Opens the files in a directory, which is made if need be. Gives also what lies in them, in
    /// the order in which it came; it stays there until [`Spool::clear`].
    pub fn open(dir: &Path) -> io::Result<(Self, Vec<Left>)> {
        fs::create_dir_all(dir)?;
        let mut found = Vec::new();
        let mut half = |name: &str| {
            let mut options = File::options();
            let options = options.read(true).write(true).create(true).truncate(false);
            let file = options.open(dir.join(name))?;
            found.push(read(&file)?);
            io::Result::Ok(Half { file, end: 0 })
        };
        let halves = [half("0")?, half("1")?];
        found.sort_by_key(|(round, _)| *round);
        let left: Vec<Left> = found.into_iter().flat_map(|(_, left)| left).collect();
        let spool = Self { halves, current: 0, round: 1, pending: Vec::new() };
        if left.is_empty() {
            // Rounds begin anew: nothing of an earlier one may follow.
            spool.clear();
        }
        Ok((spool, left))
    }

    /// Forgets what an earlier process left.
    pub fn clear(&self) {
        for half in &self.halves {
            if let Err(error) = half.file.set_len(0) {
                tracing::warn!("log lines of the last run may come twice: {error}");
            }
        }
    }

    /// Takes a line.
    pub fn add(&mut self, target: &[u8], stream: &str, time_ms: i64, text: &str) {
        let start = self.pending.len();
        // The parts are shorter than what a function may write at once.
        let length = |bytes: &[u8]| (bytes.len() as u32).to_le_bytes();
        self.pending.extend([0; LENGTH_BYTES + 8]);
        self.pending.extend(self.round.to_le_bytes());
        self.pending.extend(time_ms.to_le_bytes());
        for part in [target, stream.as_bytes()] {
            self.pending.extend(length(part));
            self.pending.extend(part);
        }
        self.pending.extend(text.as_bytes());
        let (head, rest) = self.pending[start..].split_at_mut(LENGTH_BYTES + 8);
        head[LENGTH_BYTES..].copy_from_slice(&sum(rest).to_le_bytes());
        head[..LENGTH_BYTES].copy_from_slice(&(rest.len() as u32 + 8).to_le_bytes());
    }

    /// Hands over what was taken: from now on it outlives the process.
    pub fn hand_over(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let half = &mut self.halves[self.current];
        match half.file.write_all_at(&self.pending, half.end) {
            Ok(()) => half.end += self.pending.len() as u64,
            // They are committed all the same, if the process lives.
            Err(error) => tracing::debug!("log lines are in memory only: {error}"),
        }
        self.pending.clear();
    }

    /// From now on lines go to the other file. Those so far are about to be committed.
    pub fn turn(&mut self) {
        self.hand_over();
        self.current = 1 - self.current;
        self.round += 1;
    }

    /// Forgets the lines before the last turn.
    pub fn committed(&mut self) {
        let half = &mut self.halves[1 - self.current];
        if half.end == 0 {
            return;
        }
        let emptied = match half.end {
            0..=KEPT_BYTES => half.file.write_all_at(&[0; LENGTH_BYTES], 0),
            _ => half.file.set_len(0),
        };
        if let Err(error) = emptied {
            tracing::debug!("log lines may come twice after a crash: {error}");
        }
        half.end = 0;
    }
}

fn sum(bytes: &[u8]) -> u64 {
    let mut sum = FnvHasher::default();
    sum.write(bytes);
    sum.finish()
}

/// The round of a file and its lines.
fn read(file: &File) -> io::Result<(u64, Vec<Left>)> {
    let mut bytes = Vec::new();
    // A reader of its own place in the file.
    io::Read::read_to_end(&mut &*file, &mut bytes)?;
    let (mut rest, mut left, mut first) = (&bytes[..], Vec::new(), None);
    while let Some((round, line)) = take_entry(&mut rest)
        && *first.get_or_insert(round) == round
    {
        left.push(line);
    }
    Ok((first.unwrap_or(0), left))
}

fn take_entry(rest: &mut &[u8]) -> Option<(u64, Left)> {
    let mut entry = take_part(rest)?;
    let stated = u64::from_le_bytes(*entry.split_off(..8)?.first_chunk()?);
    if sum(entry) != stated {
        return None;
    }
    let round = u64::from_le_bytes(*entry.split_off(..8)?.first_chunk()?);
    let time_ms = i64::from_le_bytes(*entry.split_off(..8)?.first_chunk()?);
    let target = take_part(&mut entry)?.to_vec();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    let stream = text(take_part(&mut entry)?)?;
    Some((round, Left { target, stream, time_ms, text: text(entry)? }))
}

/// What follows a length.
fn take_part<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = u32::from_le_bytes(*rest.split_off(..LENGTH_BYTES)?.first_chunk()?);
    rest.split_off(..usize::try_from(length).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(dir: &Path) -> Vec<String> {
        let (_, left) = Spool::open(dir).unwrap();
        left.into_iter().map(|line| line.text).collect()
    }

    fn add(spool: &mut Spool, text: &str) {
        spool.add(b"target", "stream", 7, text);
    }

    #[test]
    fn the_sum_is_that_of_every_release() {
        assert_eq!(sum(b"a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn what_is_handed_over_and_not_committed_is_found_in_order() {
        let dir = tempfile::tempdir().unwrap();
        let (mut spool, left) = Spool::open(dir.path()).unwrap();
        assert_eq!(left, []);
        add(&mut spool, "one");
        assert_eq!(texts(dir.path()), [""; 0], "it is in memory");
        spool.hand_over();
        assert_eq!(texts(dir.path()), ["one"]);
        add(&mut spool, "two");
        spool.turn();
        add(&mut spool, "three");
        spool.hand_over();
        assert_eq!(texts(dir.path()), ["one", "two", "three"]);
        spool.committed();
        assert_eq!(texts(dir.path()), ["three"]);
        // The file of before is written again, over what was longer.
        spool.turn();
        add(&mut spool, "four");
        spool.hand_over();
        assert_eq!(texts(dir.path()), ["three", "four"]);
        let (_, left) = Spool::open(dir.path()).unwrap();
        let line = Left {
            target: b"target".to_vec(),
            stream: "stream".to_owned(),
            time_ms: 7,
            text: "three".to_owned(),
        };
        assert_eq!(left[0], line);
        spool.clear();
        assert_eq!(texts(dir.path()), [""; 0]);
    }

    #[test]
    fn a_torn_or_flipped_entry_ends_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let (mut spool, _) = Spool::open(dir.path()).unwrap();
        for text in ["one", "two", "three"] {
            add(&mut spool, text);
        }
        spool.hand_over();
        let path = dir.path().join("0");
        let whole = fs::read(&path).unwrap();
        for length in 0..whole.len() {
            fs::write(&path, &whole[..length]).unwrap();
            let left = texts(dir.path());
            assert!(left.len() < 3 && ["one", "two", "three"].starts_with(&refs(&left)));
        }
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x41;
            fs::write(&path, bytes).unwrap();
            let left = texts(dir.path());
            assert!(left.len() < 3 && ["one", "two", "three"].starts_with(&refs(&left)));
        }
    }

    fn refs(texts: &[String]) -> Vec<&str> {
        texts.iter().map(String::as_str).collect()
    }
}
