//! What only shows when tables are opened again.

use super::*;
use store::Table;

const T: Table = Table("t");

#[tokio::test]
async fn keeps_the_contract() {
    let dir = tempfile::tempdir().unwrap();
    store::contract::tables::run(&LocalTables::open(dir.path()).unwrap()).await;
}

#[tokio::test]
async fn commits_are_there_after_opening_again() {
    let dir = tempfile::tempdir().unwrap();
    for round in 0..3_u32 {
        let tables = LocalTables::open(dir.path()).unwrap();
        for before in 0..round {
            let value = tables.get(T, &before.to_be_bytes()).unwrap().unwrap();
            assert_eq!(value, "x");
        }
        tables.commit(Batch::new().put(T, round.to_be_bytes(), "x")).await.unwrap();
        tables.close();
        assert!(matches!(tables.get(T, b"x"), Err(Error::Closed)));
        assert!(matches!(tables.commit(Batch::new()).await, Err(Error::Closed)));
    }
}

#[test]
fn a_first_open_that_was_interrupted_is_repeated() {
    let dir = tempfile::tempdir().unwrap();
    drop(LocalTables::open(dir.path()).unwrap());
    fs::remove_file(dir.path().join("progress")).unwrap();
    fs::remove_file(dir.path().join("fjall/version")).unwrap();
    LocalTables::open(dir.path()).unwrap();
}

/// The journal as it is with the batch in its middle damaged; fjall itself would open it, and
/// forget what follows.
#[tokio::test]
async fn a_commit_lost_from_the_middle_of_the_journal_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let tables = LocalTables::open(dir.path()).unwrap();
    for n in 0..9_u8 {
        tables.commit(Batch::new().put(T, [n], vec![b'a' + n; 100])).await.unwrap();
    }
    tables.close();
    let journal = dir.path().join("fjall/0.jnl");
    let mut bytes = fs::read(&journal).unwrap();
    let middle = bytes.windows(100).position(|part| part == [b'e'; 100]).unwrap();
    // Not a value, but what tells the journal's entries apart, well before it.
    bytes[middle - 30..middle].fill(0xff);
    fs::write(&journal, &bytes).unwrap();
    let error = LocalTables::open(dir.path()).err().unwrap();
    assert!(matches!(error, Error::Damaged { .. }), "{error}");
    let error = LocalTables::open(dir.path()).err().unwrap();
    assert!(matches!(error, Error::Damaged { .. }), "and stays one: {error}");
}

#[test]
fn progress_outlives_a_torn_slot_but_not_two() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("progress");
    let mut progress = Progress::create(dir.path()).unwrap();
    assert_eq!(Progress::open(&path).unwrap().number(), 0);
    progress.record(1);
    progress.record(2);
    assert_eq!(Progress::open(&path).unwrap().number(), 2);
    let mut bytes = fs::read(&path).unwrap();
    bytes[3] ^= 1;
    fs::write(&path, &bytes).unwrap();
    assert_eq!(Progress::open(&path).unwrap().number(), 1);
    bytes[14] ^= 1;
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(Progress::open(&path), Err(Error::Damaged { .. })));
}
