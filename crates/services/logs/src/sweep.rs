//! Freeing the rows of what was deleted, behind the callers' backs: there may be millions.

use crate::Logs;
use crate::records::event::EVENTS;
use crate::records::gone::GONE;
use crate::records::stream::STREAMS;
use platform::Result;
use store::{Batch, Scan, Tables};

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
    let forgotten = store::remove_all(tables, &[STREAMS.table, EVENTS], prefix).await?;
    tables.commit(Batch::new().delete(GONE, prefix).removing(forgotten)).await
}
