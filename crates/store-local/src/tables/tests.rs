//! What only shows when tables are opened again.

use super::journal::Mark;
use super::*;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use store::Table;
use tempfile::TempDir;

const T: Table = Table("t");

fn open(dir: &TempDir) -> LocalTables {
    LocalTables::open(dir.path(), true).unwrap().0
}

#[tokio::test]
async fn keeps_the_contract() {
    let dir = tempfile::tempdir().unwrap();
    store::contract::tables::run(&open(&dir)).await;
}

#[tokio::test]
async fn commits_are_there_after_opening_again() {
    let dir = tempfile::tempdir().unwrap();
    for round in 0..3_u32 {
        let tables = open(&dir);
        for before in 0..round {
            let value = tables.get(T, &before.to_be_bytes()).await.unwrap().unwrap();
            assert_eq!(value, "x");
        }
        tables.commit(Batch::new().put(T, round.to_be_bytes(), "x")).await.unwrap();
        tables.close();
        assert!(matches!(tables.get(T, b"x").await, Err(Error::Closed)));
        assert!(matches!(tables.commit(Batch::new()).await, Err(Error::Closed)));
    }
}

#[test]
fn a_first_open_that_was_interrupted_is_repeated() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(&dir));
    fs::remove_file(dir.path().join("progress")).unwrap();
    fs::remove_file(dir.path().join("fjall/version")).unwrap();
    open(&dir);
}

/// Cutting the file of progress off made an empty database of a full one.
#[tokio::test]
async fn a_database_without_its_file_of_progress_is_an_error_and_stays() {
    let dir = tempfile::tempdir().unwrap();
    let tables = open(&dir);
    tables.commit(Batch::new().put(T, "k", "x")).await.unwrap();
    tables.close();
    let (progress, aside) = (dir.path().join("progress"), dir.path().join("aside"));
    fs::rename(&progress, &aside).unwrap();
    let error = LocalTables::open(dir.path(), true).err().unwrap();
    assert!(error.to_string().contains("progress"), "{error}");
    fs::rename(&aside, &progress).unwrap();
    assert_eq!(open(&dir).get(T, b"k").await.unwrap().unwrap(), "x");
}

#[tokio::test]
async fn new_tables_are_read_and_written_before_they_are_made() {
    let dir = tempfile::tempdir().unwrap();
    let tables = open(&dir);
    assert_eq!(tables.get(T, b"k").await.unwrap(), None);
    assert_eq!(tables.scan(T, store::Scan::prefix(b"")).await.unwrap(), []);
    let absent = Batch::new().absent(T, "k").put(T, "k", "1");
    tables.commit(absent.clone()).await.unwrap();
    assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "1");
    assert!(matches!(tables.commit(absent).await, Err(Error::Conflict(0))));
}

#[tokio::test]
async fn new_tables_that_cannot_be_made_refuse_commits_until_they_can() {
    let dir = tempfile::tempdir().unwrap();
    let in_the_way = dir.path().join("progress.new");
    fs::create_dir(&in_the_way).unwrap();
    let tables = open(&dir);
    let batch = Batch::new().put(T, "k", "1");
    tables.commit(batch.clone()).await.unwrap_err();
    assert_eq!(tables.get(T, b"k").await.unwrap(), None);
    fs::remove_dir(&in_the_way).unwrap();
    tables.commit(batch).await.unwrap();
    assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "1");
}

#[tokio::test]
async fn a_database_that_is_gone_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let tables = open(&dir);
    tables.commit(Batch::new().put(T, "k", "x")).await.unwrap();
    tables.close();
    fs::remove_dir_all(dir.path().join("fjall")).unwrap();
    assert!(matches!(LocalTables::open(dir.path(), true), Err(Error::Damaged { .. })));
}

#[tokio::test]
async fn after_a_failed_sync_nothing_is_written_and_what_was_durable_is_read() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(&dir));
    let fails = Arc::new(AtomicBool::new(false));
    let failing = fails.clone();
    let sync = move |database: &Database| match failing.load(Ordering::Relaxed) {
        true => Err(fjall::Error::Io(io::Error::other("a device that was made to fail"))),
        false => database.persist(PersistMode::SyncData),
    };
    let tables = LocalTables::open_with(dir.path(), true, Box::new(sync)).unwrap().0;
    tables.commit(Batch::new().put(T, "k", "before")).await.unwrap();
    fails.store(true, Ordering::Relaxed);
    let refused = |result: Result<()>| match result {
        Err(Error::ReadOnly(why)) => assert!(why.contains("made to fail"), "{why}"),
        other => panic!("{other:?}"),
    };
    refused(tables.commit(Batch::new().put(T, "k", "after").put(T, "new", "x")).await);
    // The device has recovered, but nobody knows what became of what it was given.
    fails.store(false, Ordering::Relaxed);
    refused(tables.commit(Batch::new().put(T, "k", "later")).await);
    assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "before");
    assert_eq!(tables.get(T, b"new").await.unwrap(), None);
    tables.close();
    let tables = open(&dir);
    let k = tables.get(T, b"k").await.unwrap().unwrap();
    assert!(k == "before" || k == "after", "{k:?}");
    assert_eq!(tables.get(T, b"new").await.unwrap().is_some(), k == "after", "a commit is whole");
    tables.commit(Batch::new().put(T, "k", "again")).await.unwrap();
}

/// Commits eight values of 1,000 bytes and one of a hundred; gives the journal's path and bytes.
async fn nine_commits(dir: &TempDir) -> (std::path::PathBuf, Vec<u8>) {
    let tables = open(dir);
    for n in 0..9 {
        let length = if n == 8 { 100 } else { 1000 };
        tables.commit(Batch::new().put(T, [n], vec![b'a' + n; length])).await.unwrap();
    }
    tables.close();
    let journal = dir.path().join("fjall/0.jnl");
    let mut bytes = fs::read(&journal).unwrap();
    let end = bytes.iter().rposition(|byte| *byte != 0).unwrap();
    bytes.truncate(end + 1);
    (journal, bytes)
}

/// fjall itself would take this for the journal's end, or refuse it without a word of where.
#[tokio::test]
async fn damage_in_the_middle_of_the_journal_is_an_error_that_names_the_place() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, good) = nine_commits(&dir).await;
    let middle = good.windows(1000).position(|part| part == [b'e'; 1000]).unwrap();
    for at in [middle - 30, middle - 22, middle - 12, middle - 3, middle, middle + 1050] {
        let mut bytes = good.clone();
        bytes[at] ^= 0x40;
        fs::write(&journal, &bytes).unwrap();
        match LocalTables::open(dir.path(), true).err().unwrap() {
            Error::Damaged { what, place, .. } => {
                assert_eq!(what, journal.display().to_string());
                let offset = crate::byte_of(&place);
                assert!(offset.abs_diff(at as u64) < 1100, "{offset} for {at}");
            }
            other => panic!("{other}"),
        }
        assert_eq!(fs::read(&journal).unwrap(), bytes, "it is left as it is");
    }
    fs::write(&journal, good).unwrap();
    assert_eq!(open(&dir).get(T, &[8]).await.unwrap().unwrap(), vec![b'i'; 100]);
}

/// Commits enough that most of it lies in a table file; gives that file's path.
async fn flushed(dir: &TempDir) -> std::path::PathBuf {
    let tables = open(dir);
    for n in 0..30_u8 {
        let put = |batch: Batch, m: u8| batch.put(T, [n, m], vec![n ^ m; 2000]);
        tables.commit((0..100).fold(Batch::new(), put)).await.unwrap();
    }
    let files = dir.path().join("fjall/keyspaces/1/tables");
    let first = || fs::read_dir(&files).unwrap().next().map(|file| file.unwrap().path());
    while first().is_none() {
        tokio::task::yield_now().await;
    }
    tables.close();
    first().unwrap()
}

/// Reads everything; gives how many values are told to be damaged.
async fn read_all(tables: &LocalTables) -> usize {
    let mut damaged = 0;
    for (n, m) in (0..30_u8).flat_map(|n| (0..100).map(move |m| (n, m))) {
        match tables.get(T, &[n, m]).await {
            Ok(Some(value)) => assert_eq!(value, vec![n ^ m; 2000], "{n} {m}"),
            Ok(None) => panic!("{n} {m} is silently gone"),
            Err(_) => damaged += 1,
        }
    }
    damaged
}

#[tokio::test]
async fn damage_in_a_table_file_is_an_error_and_never_a_wrong_or_missing_value() {
    let dir = tempfile::tempdir().unwrap();
    let file = flushed(&dir).await;
    let good = fs::read(&file).unwrap();
    let end = good.len() - 20_000;
    let flips = (0..end).step_by(101_009).chain((end..good.len()).step_by(499));
    let flipped = flips.map(|at| {
        let mut bytes = good.clone();
        bytes[at] ^= 1 << (at % 8);
        (format!("bit flipped at {at}"), bytes)
    });
    let cuts = (0..good.len()).step_by(500_009).chain([good.len() - 1]);
    let cut = cuts.map(|at| (format!("cut at {at}"), good[..at].to_vec()));
    let mut noticed = 0;
    for (what, bytes) in flipped.chain(cut) {
        fs::write(&file, bytes).unwrap();
        match LocalTables::open(dir.path(), true) {
            Err(_) => noticed += 1,
            Ok((tables, _)) => {
                // A block that holds no values, such as a filter, may be wrong unnoticed.
                noticed += usize::from(read_all(&tables).await > 0);
            }
        }
        eprintln!("{what}: {noticed}");
    }
    assert!(noticed > 50, "{noticed}");
    fs::write(&file, good).unwrap();
    assert_eq!(read_all(&open(&dir)).await, 0);
}

#[tokio::test]
async fn an_acknowledged_commit_missing_at_the_end_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, bytes) = nine_commits(&dir).await;
    fs::write(&journal, &bytes[..bytes.len() - 1]).unwrap();
    for _ in 0..2 {
        let error = LocalTables::open(dir.path(), true).err().unwrap();
        assert!(error.to_string().contains("commits 9 to 9 were acknowledged"), "{error}");
    }
}

#[tokio::test]
async fn a_commit_torn_at_any_byte_is_cut_off_whole() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, bytes) = nine_commits(&dir).await;
    // As if the power had gone before the ninth was acknowledged.
    Progress::open(&dir.path().join("progress")).unwrap().record(7);
    Progress::open(&dir.path().join("progress")).unwrap().record(8);
    fs::write(&journal, &bytes).unwrap();
    let before = end_of_the_eighth(&dir, &journal, &bytes);
    for torn in before + 1..bytes.len() {
        // Later pages may reach the disk before earlier ones.
        let mut hole = bytes.clone();
        hole[before..torn].fill(0);
        let mut zeros = bytes.clone();
        zeros[torn..].fill(0);
        let mut flipped = bytes.clone();
        flipped[torn] ^= 1 << (torn % 8);
        let ways =
            [("cut", &bytes[..torn]), ("zeros", &zeros), ("hole", &hole), ("flip", &flipped)];
        for (what, bytes) in ways {
            fs::write(&journal, bytes).unwrap();
            let (tables, cut) = LocalTables::open(dir.path(), true).unwrap();
            // No checksum of fjall's covers a batch's sequence number, which decides nothing here.
            let whole = what == "flip" && (before + 5..before + 13).contains(&torn);
            let cut = cut.map(|cut| (cut.file, cut.offset));
            let expected = (journal.clone(), before as u64);
            assert_eq!(cut, Some(expected).filter(|_| !whole), "{what} {torn}");
            assert_eq!(
                tables.get(T, &[7]).await.unwrap().unwrap(),
                vec![b'h'; 1000],
                "{what} {torn}"
            );
            let last = tables.get(T, &[8]).await.unwrap();
            assert_eq!(last, whole.then(|| vec![b'i'; 100].into()), "{what} {torn}");
        }
    }
}

/// Where a journal is cut that ends within its last commit.
fn end_of_the_eighth(dir: &TempDir, journal: &Path, bytes: &[u8]) -> usize {
    fs::write(journal, &bytes[..bytes.len() - 1]).unwrap();
    let cut = LocalTables::open(dir.path(), true).unwrap().1.unwrap();
    let before = usize::try_from(cut.offset).unwrap();
    let eighth = bytes.windows(1000).position(|part| part == [b'h'; 1000]).unwrap();
    let ninth = bytes.windows(100).position(|part| part == [b'i'; 100]).unwrap();
    assert!((eighth + 1000..ninth).contains(&before));
    before
}

#[tokio::test]
async fn after_a_refused_write_the_database_is_opened_again() {
    let dir = tempfile::tempdir().unwrap();
    let (current, _) = open_checked(dir.path()).unwrap();
    let shared = Shared::of(Some(&current.open));
    let mut committer = Committer {
        dir: dir.path().to_owned(),
        durable: true,
        sync: Box::new(|database| database.persist(PersistMode::SyncData)),
        shared: shared.clone(),
        current: Some(current),
        read_only: None,
        room: None,
        removed: 0,
        cleaning: None,
        released: false,
        opened: None,
        watched: Watched::by(Watch::none(dir.path())),
        ahead: Ahead::default(),
        filed_away: false,
    };
    let (queue, receiver) = mpsc::channel();
    let ask = |batch| {
        let (reply, answer) = oneshot::channel();
        queue.send(Request { batch, reply }).unwrap();
        answer
    };
    let first = ask(Batch::new().put(T, "k", "1"));
    let second = ask(Batch::new().equals(T, "k", "1".into()).put(T, "k", "2"));
    // What the committer does when fjall refuses a write.
    committer.current = None;
    drop(queue);
    committer.run(&receiver);
    first.await.unwrap().unwrap();
    second.await.unwrap().unwrap();
    assert!(matches!(&*shared.stage(), Stage::Open(_)));
}

/// A full disk ends fjall's own thread, and the first that fjall says of it may be in place of a sync.
#[tokio::test]
async fn what_was_written_when_the_thread_of_fjall_had_failed_is_written_again() {
    let dir = tempfile::tempdir().unwrap();
    drop(open(&dir));
    let syncs = Arc::new(AtomicU32::new(0));
    let counted = syncs.clone();
    let sync = move |database: &Database| match counted.fetch_add(1, Ordering::Relaxed) {
        0 => Err(fjall::Error::Poisoned),
        _ => database.persist(PersistMode::SyncData),
    };
    let tables = LocalTables::open_with(dir.path(), true, Box::new(sync)).unwrap().0;
    tables.commit(Batch::new().absent(T, "k").put(T, "k", "1")).await.unwrap();
    assert_eq!(syncs.load(Ordering::Relaxed), 2);
    assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "1");
    tables.close();
    let tables = open(&dir);
    assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "1");
    tables.commit(Batch::new().put(T, "k", "2")).await.unwrap();
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

#[tokio::test]
async fn what_may_have_to_wait_for_the_disk_is_read_elsewhere_and_reads_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let tables = open(&dir);
    assert!(tables.get(T, b"k").is_now());
    tables.shared.resident.look(u64::MAX);
    assert!(!tables.get(T, b"k").is_now());
    store::contract::tables::run(&tables).await;
    tables.shared.resident.look(0);
    assert!(tables.get(T, b"k").is_now());
}

#[tokio::test]
async fn a_reader_does_not_hold_its_thread_up_while_the_database_is_closed_for_a_change() {
    let dir = tempfile::tempdir().unwrap();
    let tables = open(&dir);
    tables.commit(Batch::new().put(T, "k", "1")).await.unwrap();
    let change = tables.shared.stage.write().unwrap();
    let reading = tables.get(T, b"k");
    assert!(!reading.is_now());
    drop(change);
    assert_eq!(reading.await.unwrap().unwrap(), "1");
}

#[test]
fn a_journal_that_cannot_be_looked_for_is_not_one_that_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(journal::newest(&dir.path().join("none")).unwrap(), None);
    std::fs::write(dir.path().join("7.jnl"), "").unwrap();
    assert_eq!(journal::newest(dir.path()).unwrap().unwrap().0, 7);
    assert!(journal::newest(&dir.path().join("7.jnl")).is_err());
}

/// What is in table files is read from there, and no journal need tell it again.
#[tokio::test]
async fn a_start_leaves_out_of_the_journals_what_is_in_table_files() {
    let dir = tempfile::tempdir().unwrap();
    let journals = |at_least: u64| {
        let found = journal::check(&dir.path().join("fjall"), at_least, None).unwrap().journals;
        found.iter().map(|journal| journal.end).sum::<u64>()
    };
    let in_tables = || Progress::open(&dir.path().join("progress")).unwrap().in_tables();
    let value = |n: u32| vec![n as u8; 500_000];
    let tables = open(&dir);
    for n in 0..40_u32 {
        tables.commit(Batch::new().put(T, n.to_be_bytes(), value(n))).await.unwrap();
    }
    while in_tables() == 0 {
        tokio::task::yield_now().await;
    }
    tables.close();
    let (before, known) = (journals(0), in_tables());
    assert!(before > 20_000_000, "{before} bytes in journals");
    drop(open(&dir));
    assert_eq!(journals(0), 0, "all was put into table files when they were closed");
    let tables = open(&dir);
    assert!(in_tables() >= known);
    tables.commit(Batch::new().put(T, "last", "x")).await.unwrap();
    tables.close();
    let tables = open(&dir);
    assert_eq!(tables.get(T, b"last").await.unwrap().unwrap(), "x");
    for n in 0..40_u32 {
        assert_eq!(tables.get(T, &n.to_be_bytes()).await.unwrap().unwrap(), value(n), "{n}");
    }
}

/// So that who is killed while it has nothing to do starts as if it had been stopped.
#[tokio::test]
async fn what_memory_holds_becomes_a_table_file_when_nothing_more_is_committed() {
    let dir = tempfile::tempdir().unwrap();
    let in_tables = || Progress::open(&dir.path().join("progress")).unwrap().in_tables();
    let tables = open(&dir);
    for n in 0..3_u32 {
        tables.commit(Batch::new().put(T, n.to_be_bytes(), vec![n as u8; 500_000])).await.unwrap();
    }
    assert_eq!(in_tables(), 0, "no memory table is full");
    while in_tables() == 0 {
        tokio::task::yield_now().await;
    }
    let checked = journal::check(&dir.path().join("fjall"), in_tables(), None).unwrap();
    assert!(checked.journals.iter().all(|journal| journal.live == journal.end), "{checked:?}");
    for n in 0..3_u32 {
        assert_eq!(tables.get(T, &n.to_be_bytes()).await.unwrap().unwrap(), vec![n as u8; 500_000]);
    }
}

/// A torn batch behind what is in table files is still told of, and nothing before it is lost.
#[tokio::test]
async fn a_torn_journal_is_cut_and_then_trimmed() {
    let dir = tempfile::tempdir().unwrap();
    let tables = open(&dir);
    for n in 0..20_u32 {
        tables.commit(Batch::new().put(T, n.to_be_bytes(), vec![1; 500_000])).await.unwrap();
    }
    while Progress::open(&dir.path().join("progress")).unwrap().in_tables() == 0 {
        tokio::task::yield_now().await;
    }
    tables.close();
    let database = dir.path().join("fjall");
    let last = journal::check(&database, 0, None).unwrap().journals.pop().unwrap();
    let mut bytes = fs::read(&last.path).unwrap();
    bytes.truncate(last.end as usize);
    // The first bytes of a batch, which claims an item that is not there.
    bytes.extend([1, 1, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 2, 0, 0]);
    fs::write(&last.path, bytes).unwrap();
    let (tables, cut) = LocalTables::open(dir.path(), true).unwrap();
    assert_eq!(cut.unwrap().offset, last.end);
    for n in 0..20_u32 {
        assert_eq!(tables.get(T, &n.to_be_bytes()).await.unwrap().unwrap().len(), 500_000);
    }
}

/// With a mark a start finds what it finds without one, and reads only what is behind it.
#[tokio::test]
async fn a_mark_saves_reading_and_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let tables = open(&dir);
    for n in 0..40_u32 {
        tables.commit(Batch::new().put(T, n.to_be_bytes(), vec![1; 500_000])).await.unwrap();
    }
    drop(tables);
    let database = dir.path().join("fjall");
    let progress = Progress::open(&dir.path().join("progress")).unwrap();
    let (known, mark) = (progress.in_tables(), progress.mark().unwrap());
    let whole = journal::check(&database, known, None).unwrap();
    let check = |mark| journal::check(&database, known, Some(mark));
    assert!(mark.offset > 1_000_000, "{mark:?}");
    assert_eq!(check(mark).unwrap(), whole);
    let others = [
        Mark { sequence: mark.sequence + 1, ..mark },
        Mark { offset: mark.offset + 1, ..mark },
        Mark { offset: 63 << 20, ..mark },
        Mark { offset: u64::MAX >> 1, ..mark },
        Mark { journal: mark.journal + 1, ..mark },
    ];
    for other in others {
        assert_eq!(check(other).unwrap(), whole, "{other:?} holds nowhere");
    }
    let path = database.join(format!("{}.jnl", mark.journal));
    let flip = |at: u64| {
        let mut bytes = fs::read(&path).unwrap();
        bytes[at as usize] ^= 1;
        fs::write(&path, bytes).unwrap();
    };
    flip(1000);
    assert!(check(Mark { offset: 0, ..mark }).is_err());
    assert_eq!(check(mark).unwrap(), whole);
    flip(mark.offset + 1000);
    assert!(check(mark).is_err(), "a mark at what is damaged holds nothing back");
    flip(mark.offset + 1000);
    let (tables, cut) = LocalTables::open(dir.path(), true).unwrap();
    assert_eq!(cut, None);
    for n in 0..40_u32 {
        assert_eq!(tables.get(T, &n.to_be_bytes()).await.unwrap().unwrap().len(), 500_000);
    }
}
