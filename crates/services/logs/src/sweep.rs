//! Freeing the rows of what was deleted, behind the callers' backs: there may be millions.

use crate::Logs;
use crate::records::event::EVENTS;
use crate::records::gone::GONE;
use crate::records::stream::STREAMS;
use platform::Result;
use store::{Batch, KeyRange, Scan, Tables};

/// Rows per commit: enough to share its cost, few enough to hold no other writer up.
const ROWS: usize = 1000;

impl Logs {
    /// Frees everything that an earlier process knew to be gone.
    pub(crate) async fn sweep_all(&self) -> Result<()> {
        let gone = self.tables().scan(GONE, Scan::prefix(b"")).await?;
        self.sweep(gone.into_iter().map(|(prefix, _)| prefix.into()).collect());
        Ok(())
    }

    /// Frees the rows whose keys begin with the ids of a group, or of a group and a stream. What
    /// is left when the process ends, the next one frees.
    pub(crate) fn sweep(&self, prefixes: Vec<Vec<u8>>) {
        let platform = self.platform.clone();
        tokio::spawn(async move {
            for prefix in prefixes {
                match free(&*platform.store.tables, &prefix).await {
                    Ok(()) => {}
                    Err(store::Error::Closed) => return,
                    Err(error) => tracing::warn!(%error, "deleted logs wait for the next start"),
                }
            }
        });
    }
}

async fn free(tables: &dyn Tables, prefix: &[u8]) -> store::Result<()> {
    // Millions of events lie in files of their own; a row's delete would be written for each.
    let forgotten = tables.forget(EVENTS, KeyRange::prefix(prefix)).await?;
    for table in [STREAMS.table, EVENTS] {
        // Each look begins behind the rows that are gone: an engine may have to step over them.
        let mut range = KeyRange::prefix(prefix);
        loop {
            let rows = tables
                .scan(table, Scan { range: range.clone(), limit: ROWS, reverse: false })
                .await?;
            let Some((last, _)) = rows.last() else { break };
            range = range.after(last);
            let batch =
                rows.iter().fold(Batch::new(), |batch, (key, _)| batch.delete(table, &key[..]));
            let bytes = rows.iter().map(|(key, value)| (key.len() + value.len()) as u64).sum();
            tables.commit(batch.removing(bytes)).await?;
        }
    }
    tables.commit(Batch::new().delete(GONE, prefix).removing(forgotten)).await
}
