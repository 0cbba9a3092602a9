//! The packages that no function has, or not yet ([`platform::Ledger`]).
//!
//! Table `lambda-unowned`: the blob's id → JSON of [`Entry`]; nothing, as the first version kept
//! them.

use platform::ledger::{Entry, Kind};
use platform::{BoxFuture, Ledger, Platform, Records, Result};
use std::sync::Arc;
use store::Table;

/// The table.
pub static UNOWNED: Records<Entry> = Records::new(Table("lambda-unowned"));

/// The ledger of functions' packages.
pub fn ledger(platform: &Arc<Platform>) -> Arc<Ledger> {
    let first = |_| -> BoxFuture<'static, Result<()>> { Box::pin(async { Ok(()) }) };
    Ledger::new(platform.clone(), Kind { records: &UNOWNED, name: "lambda", first })
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::until;
    use store::{Batch, Scan};

    #[tokio::test]
    async fn version_1_is_read() {
        let (platform, _) = platform::testing::platform();
        let store = &platform.store;
        let blob = store::BlobId(format!("{:0>32}", "a"));
        store.blobs.create(&blob).await.unwrap().finish().await.unwrap();
        let batch = Batch::new().put(UNOWNED.table, blob.0.as_bytes(), "");
        store.tables.commit(batch).await.unwrap();
        ledger(&platform).begin().await;
        let rows = async || store.tables.scan(UNOWNED.table, Scan::prefix(b"")).await.unwrap();
        until(async || rows().await.is_empty()).await;
        assert_eq!(store.blobs.list().await.unwrap(), []);
    }
}
