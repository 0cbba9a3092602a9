//! Zeros ahead of small commits, as the log has them (`log/`): a sync of a journal whose next blocks were
//! written before has no extents to write beside them.
//!
//! fjall gives a new journal its length and no blocks. Between two groups of the committer, the only
//! thread that writes batches, what of the journal has no blocks yet lies behind all that was written;
//! there, and within its length, zeros are what is there anyway. A journal that fjall has found and
//! appends to has no such place, and stays as it is.

use super::journal;
use rustix::fs::{SeekFrom, seek};
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// The largest group that is small: what is larger would be written twice for little.
const SMALL_BYTES: u64 = 64 * 1024;
/// How many zeros are written at once: as many as the journal has bytes, within these bounds.
const LEAST_BYTES: u64 = 16 * 1024;
const MOST_BYTES: u64 = 1 << 20;

/// How far the blocks of the newest journal reach.
#[derive(Default)]
pub(super) struct Ahead {
    /// How many bytes may be written before it is looked again.
    left: u64,
}

impl Ahead {
    /// Tells that a group of so many bytes was written to the journal of the database in `dir`, and
    /// writes zeros where they are due. Nothing depends on that.
    pub fn wrote(&mut self, database: &Path, bytes: u64) {
        self.left = self.left.saturating_sub(bytes);
        if bytes > SMALL_BYTES || self.left > SMALL_BYTES {
            return;
        }
        let filled = fill(database).unwrap_or_else(|error| {
            tracing::debug!("no zeros are written ahead of commits: {error}");
            0
        });
        self.left = if filled == 0 { MOST_BYTES } else { filled + SMALL_BYTES };
    }
}

/// Writes zeros to the first blocks that the newest journal does not have; gives how many bytes.
fn fill(database: &Path) -> io::Result<u64> {
    let newest = journal::newest_path(database).map_err(io::Error::other)?;
    let Some(path) = newest else { return Ok(0) };
    let file = File::options().write(true).open(path)?;
    let length = file.metadata()?.len();
    let hole = seek(&file, SeekFrom::Hole(0))?;
    let zeros = hole.clamp(LEAST_BYTES, MOST_BYTES).min(length.saturating_sub(hole));
    file.write_all_at(&vec![0; usize::try_from(zeros).unwrap_or(0)], hole)?;
    Ok(zeros)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LocalTables;
    use std::fs;
    use std::os::unix::fs::MetadataExt;
    use store::{Batch, Table, Tables};

    /// Where a file system has no holes there is nothing to see; the commits are there all the same.
    #[tokio::test]
    async fn zeros_lie_behind_what_is_written_and_never_in_it() {
        let dir = tempfile::tempdir().unwrap();
        let tables = LocalTables::open(dir.path(), true).unwrap().0;
        for n in 0..200_u32 {
            let batch = Batch::new().put(Table("t"), n.to_be_bytes(), vec![n as u8; 1000]);
            tables.commit(batch).await.unwrap();
        }
        tables.close();
        let database = dir.path().join("fjall");
        let [journal] = &journal::check(&database, 0, None).unwrap().journals[..] else { panic!() };
        let metadata = fs::metadata(&journal.path).unwrap();
        assert!(journal.end > 200_000 && metadata.blocks() * 512 > journal.end);
        assert!(metadata.blocks() * 512 < journal.end + 2 * MOST_BYTES, "no more than is due");
        let tables = LocalTables::open(dir.path(), true).unwrap().0;
        for n in 0..200_u32 {
            let found = tables.get(Table("t"), &n.to_be_bytes()).await.unwrap().unwrap();
            assert_eq!(found, vec![n as u8; 1000]);
        }
    }

    #[test]
    fn a_journal_that_is_appended_to_keeps_its_length() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("3.jnl"), [1; 5000]).unwrap();
        assert_eq!(fill(dir.path()).unwrap(), 0);
        assert_eq!(fs::metadata(dir.path().join("3.jnl")).unwrap().len(), 5000);
    }
}
