//! Freeing the rows of what was deleted.

use crate::Logs;
use crate::records::event::EVENTS;
use crate::records::gone::GONE;
use crate::records::stream::STREAMS;
use platform::Result;
use store::{Batch, KeyRange, Scan};

/// Rows per commit: enough to share its cost, few enough to hold no other writer up.
const ROWS: usize = 1000;

impl Logs {
    /// Frees everything that is known to be gone.
    pub(crate) async fn sweep_all(&self) -> Result<()> {
        let gone = self.tables().scan(GONE, Scan::prefix(b""))?;
        for (prefix, _) in gone {
            self.sweep(&prefix).await?;
        }
        Ok(())
    }

    /// Frees the rows whose keys begin with the ids of a group, or of a group and a stream.
    pub(crate) async fn sweep(&self, prefix: &[u8]) -> Result<()> {
        for table in [STREAMS.table, EVENTS] {
            loop {
                let scan = Scan { range: KeyRange::prefix(prefix), limit: ROWS, reverse: false };
                let rows = self.tables().scan(table, scan)?;
                if rows.is_empty() {
                    break;
                }
                let batch =
                    rows.iter().fold(Batch::new(), |batch, (key, _)| batch.delete(table, &key[..]));
                self.tables().commit(batch).await?;
            }
        }
        Ok(self.tables().commit(Batch::new().delete(GONE, prefix)).await?)
    }
}
