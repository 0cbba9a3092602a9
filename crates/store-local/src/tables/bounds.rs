//! Tests of what the tables take in memory and on the disk.

use super::*;
use store::Table;

const T: Table = Table("t");

fn keyspace(tables: &LocalTables) -> Keyspace {
    match &*tables.shared.stage() {
        Stage::Open(open) => open.keyspace.clone(),
        _ => panic!("the database is not open"),
    }
}

fn value(n: u32) -> Bytes {
    vec![n as u8; 4000].into()
}

async fn put(tables: &LocalTables, rows: std::ops::Range<u32>) {
    let rows: Vec<_> = rows.collect();
    for some in rows.chunks(500) {
        let put = |batch: Batch, n: &u32| batch.put(T, n.to_be_bytes(), value(*n));
        tables.commit(some.iter().fold(Batch::new(), put)).await.unwrap();
    }
}

/// fjall rotates the memory table in the thread that compacts, and so not while it compacts.
#[tokio::test]
async fn memory_tables_stay_small_whatever_fjall_compacts() {
    let dir = tempfile::tempdir().unwrap();
    let tables = LocalTables::open(dir.path(), false).unwrap().0;
    put(&tables, 0..1).await;
    let keyspace = keyspace(&tables);
    let mut most = 0;
    for round in 0..60 {
        put(&tables, round * 500..(round + 1) * 500).await;
        let sealed = keyspace.tree.sealed_memtable_count() as u64;
        most = most.max(keyspace.tree.active_memtable().size() + sealed * MEMTABLE_BYTES);
    }
    assert!(most < 7 * MEMTABLE_BYTES, "{most}");
}

#[tokio::test]
async fn removed_values_leave_the_disk_without_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let tables = LocalTables::open(dir.path(), false).unwrap().0;
    put(&tables, 0..10_000).await;
    let keyspace = keyspace(&tables);
    let files = dir.path().join("fjall");
    assert!(journal::table_bytes(&files).unwrap() > 24 << 20);
    for start in (0..9_900).step_by(100) {
        let delete = |batch: Batch, n: u32| batch.delete(T, n.to_be_bytes());
        tables.commit((start..start + 100).fold(Batch::new(), delete)).await.unwrap();
    }
    while journal::table_bytes(&files).unwrap() > 20 << 20 || keyspace.tree.disk_space() > 20 << 20
    {
        tokio::task::yield_now().await;
    }
    drop(keyspace);
    let rest = tables.scan(T, Scan::prefix(b"")).await.unwrap();
    assert_eq!(rest.len(), 100);
    for (key, found) in rest {
        assert_eq!(found, value(u32::from_be_bytes(key[..].try_into().unwrap())));
    }
}

/// What somebody reads while a cleaning goes on stays; it is not forgotten that it is to go.
#[tokio::test]
async fn what_a_reader_keeps_from_going_is_left_to_the_next_cleaning() {
    let dir = tempfile::tempdir().unwrap();
    let tables = LocalTables::open(dir.path(), false).unwrap().0;
    put(&tables, 5000..5001).await;
    // Whoever reads from before something was written keeps it, though it would not find it.
    let reader = crate::lock(&tables.shared.durable).clone();
    // Less than a cleaning begins for by itself.
    put(&tables, 0..3000).await;
    let delete = |batch: Batch, n: u32| batch.delete(T, n.to_be_bytes());
    tables.commit((0..3000).fold(Batch::new(), delete)).await.unwrap();
    let clean = async || {
        // As the committer does before it.
        put(&tables, 5000..5001).await;
        let keyspace = keyspace(&tables);
        let open = match &*tables.shared.stage() {
            Stage::Open(open) => open.clone(),
            _ => panic!("the database is not open"),
        };
        let cleaning = cleaning::Cleaning::begin(&open, 12_000_000).unwrap();
        while !cleaning.is_over() {
            tokio::task::yield_now().await;
        }
        (cleaning.end(), keyspace.tree.disk_space())
    };
    let (left_over, bytes) = clean().await;
    assert_eq!(left_over, 12_000_000);
    assert!(bytes > 11 << 20, "it is still read: {bytes}");
    drop(reader);
    let (left_over, bytes) = clean().await;
    assert_eq!(left_over, 0);
    assert!(bytes < 1 << 20, "{bytes}");
}

#[tokio::test]
async fn a_forgotten_range_goes_with_its_files_and_nothing_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    let tables = LocalTables::open(dir.path(), false).unwrap().0;
    put(&tables, 0..20_000).await;
    let range = |from: u32, to: u32| {
        let (start, end) = (from.to_be_bytes().to_vec(), Some(to.to_be_bytes().to_vec()));
        KeyRange { start, end }
    };
    keyspace(&tables).tree.major_compact(TABLE_BYTES, 0).unwrap();
    let bytes = tables.forget(T, range(1000, 19_000)).await.unwrap();
    let left = async |tables: &LocalTables, range| {
        let scan = Scan { range, limit: usize::MAX, reverse: false };
        tables.scan(T, scan).await.unwrap()
    };
    let check = async |tables: &LocalTables, within: usize| {
        assert_eq!(left(tables, range(0, 1000)).await.len(), 1000);
        assert_eq!(left(tables, range(19_000, 20_000)).await.len(), 1000);
        assert_eq!(left(tables, range(1000, 19_000)).await.len(), within);
    };
    let rest = left(&tables, range(1000, 19_000)).await;
    assert!(bytes > 30 << 20, "{bytes}");
    assert!(rest.len() < 9000, "{}", rest.len());
    let delete = |batch: Batch, (key, _): &Pair| batch.delete(T, &key[..]);
    tables.commit(rest.iter().fold(Batch::new(), delete).removing(bytes)).await.unwrap();
    check(&tables, 0).await;
    tables.close();
    let tables = LocalTables::open(dir.path(), false).unwrap().0;
    check(&tables, 0).await;
    assert_eq!(tables.forget(Table("u"), KeyRange::all()).await.unwrap(), 0);
}

/// As fjall leaves it when it is killed after it made a new journal.
#[tokio::test]
async fn a_sealed_journal_is_read_and_then_removed() {
    let dir = tempfile::tempdir().unwrap();
    let tables = LocalTables::open(dir.path(), true).unwrap().0;
    put(&tables, 0..1000).await;
    tables.close();
    let files = dir.path().join("fjall");
    journal::seal(&files).unwrap();
    let tables = LocalTables::open(dir.path(), true).unwrap().0;
    assert_eq!(tables.get(T, &7_u32.to_be_bytes()).await.unwrap().unwrap(), value(7));
    put(&tables, 1000..4000).await;
    while files.join("0.jnl").exists() {
        tokio::task::yield_now().await;
    }
    tables.close();
    let tables = LocalTables::open(dir.path(), true).unwrap().0;
    assert_eq!(tables.scan(T, Scan::prefix(b"")).await.unwrap().len(), 4000);
}
