//! What only shows when tables are opened again.

use super::*;
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
    assert_eq!(open(&dir).get(T, b"k").unwrap().unwrap(), "x");
}

#[tokio::test]
async fn new_tables_are_read_and_written_before_they_are_made() {
    let dir = tempfile::tempdir().unwrap();
    let tables = open(&dir);
    assert_eq!(tables.get(T, b"k").unwrap(), None);
    assert_eq!(tables.scan(T, store::Scan::prefix(b"")).unwrap(), []);
    let absent = Batch::new().absent(T, "k").put(T, "k", "1");
    tables.commit(absent.clone()).await.unwrap();
    assert_eq!(tables.get(T, b"k").unwrap().unwrap(), "1");
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
    assert_eq!(tables.get(T, b"k").unwrap(), None);
    fs::remove_dir(&in_the_way).unwrap();
    tables.commit(batch).await.unwrap();
    assert_eq!(tables.get(T, b"k").unwrap().unwrap(), "1");
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

/// Commits nine values of 1,000 bytes; gives the journal's path and bytes.
async fn nine_commits(dir: &TempDir) -> (std::path::PathBuf, Vec<u8>) {
    let tables = open(dir);
    for n in 0..9 {
        tables.commit(Batch::new().put(T, [n], vec![b'a' + n; 1000])).await.unwrap();
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
            Error::Damaged { file, offset, .. } => {
                assert_eq!(file, journal.display().to_string());
                assert!(offset.abs_diff(at as u64) < 1100, "{offset} for {at}");
            }
            other => panic!("{other}"),
        }
        assert_eq!(fs::read(&journal).unwrap(), bytes, "it is left as it is");
    }
    fs::write(&journal, good).unwrap();
    assert_eq!(open(&dir).get(T, &[8]).unwrap().unwrap(), vec![b'i'; 1000]);
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
fn read_all(tables: &LocalTables) -> usize {
    let mut damaged = 0;
    for (n, m) in (0..30_u8).flat_map(|n| (0..100).map(move |m| (n, m))) {
        match tables.get(T, &[n, m]) {
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
                noticed += usize::from(read_all(&tables) > 0);
            }
        }
        eprintln!("{what}: {noticed}");
    }
    assert!(noticed > 50, "{noticed}");
    fs::write(&file, good).unwrap();
    assert_eq!(read_all(&open(&dir)), 0);
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
    let last = bytes.windows(1000).position(|part| part == [b'i'; 1000]).unwrap();
    let start = bytes[..last].iter().rposition(|byte| *byte == b'h').unwrap();
    let steps = (start + 60..last).chain(last..last + 1000).step_by(23);
    for torn in steps.chain(last + 1000..bytes.len()) {
        // Later pages may reach the disk before earlier ones.
        let mut hole = bytes.clone();
        hole[torn.min(last + 999)..last + 1000].fill(0);
        let mut zeros = bytes.clone();
        zeros[torn..].fill(0);
        for (what, bytes) in [("cut", &bytes[..torn]), ("zeros", &zeros), ("hole", &hole)] {
            fs::write(&journal, bytes).unwrap();
            let tables = open(&dir);
            assert_eq!(tables.get(T, &[7]).unwrap().unwrap(), vec![b'h'; 1000], "{what} {torn}");
            assert_eq!(tables.get(T, &[8]).unwrap(), None, "{what} {torn}");
        }
    }
}

#[tokio::test]
async fn after_a_refused_write_the_database_is_opened_again() {
    let dir = tempfile::tempdir().unwrap();
    let (current, _) = open_checked(dir.path()).unwrap();
    let shared = Shared::of(Some(&current.open));
    let mut committer = Committer {
        dir: dir.path().to_owned(),
        durable: true,
        shared: shared.clone(),
        current: Some(current),
        read_only: None,
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
