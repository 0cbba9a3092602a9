//! What only shows when logs are opened again.

use super::*;

#[tokio::test]
async fn keeps_the_contract() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = LocalLog::open(dir.path(), LogOptions::default()).unwrap();
    store::contract::log::run(&log).await;
}

#[tokio::test]
async fn keeps_the_contract_with_small_segments() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = LocalLog::open(dir.path(), LogOptions { segment_bytes: 1000 }).unwrap();
    store::contract::log::run(&log).await;
}
