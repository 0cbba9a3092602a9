//! A process that is killed while it writes: everything it was told is kept must be there.
//!
//! The test runs itself again as a child, which writes and prints what was acknowledged, reads
//! that, and kills the child at some point; then it opens the directory and compares.
#![allow(clippy::unwrap_used)]

use bytes::Bytes;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use store::{Batch, BlobId, Entry, Lane, LogId, ReadLimit, Scan, Store, Table};
use store_local::{LogOptions, Options};

const DIR: &str = "STORE_LOCAL_CRASH_DIR";
const ROUND: &str = "STORE_LOCAL_CRASH_ROUND";
const ROUNDS: u64 = 12;
const WRITERS: u64 = 4;
const SHARED_LANE: Lane = 100;
const T: Table = Table("t");
const ALL: ReadLimit = ReadLimit { records: usize::MAX, bytes: usize::MAX };
const BLOB_BYTES: usize = 700_000;

fn options() -> Options {
    let log = LogOptions { segment_bytes: 64 * 1024, ..LogOptions::default() };
    Options { log, ..Options::default() }
}

fn id() -> LogId {
    LogId("stream".to_owned())
}

fn acknowledge(line: &str) {
    // A parent that is gone needs no answer.
    let _ = writeln!(std::io::stdout().lock(), "ok {line}");
}

/// What the child does; does nothing when the tests run as usual.
#[test]
fn child() {
    let (Ok(dir), Ok(round)) = (std::env::var(DIR), std::env::var(ROUND)) else { return };
    let opened = store_local::open(Path::new(&dir), options()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        if opened.store.log.list().await.unwrap().is_empty() {
            opened.store.log.create(&id()).await.unwrap();
        }
        let writers = (0..WRITERS).map(|writer| write(&opened.store, writer, &round));
        futures_util::future::join_all(writers).await;
    });
}

async fn write(store: &Store, writer: u64, round: &str) {
    for n in 0_u64.. {
        let name = format!("{writer}/{round}/{n:06}");
        let record = Bytes::from(format!("{name} {}", "x".repeat((n % 7 * 100) as usize)));
        let own = Entry { lane: writer as Lane, time_ms: 1, bytes: record.clone() };
        let shared = Entry { lane: SHARED_LANE, ..own.clone() };
        store.log.append(&id(), vec![own.clone(), shared, own]).await.unwrap();
        acknowledge(&format!("L {name}"));
        let value = name.clone();
        let batch = Batch::new().put(T, format!("key/{name}"), value.clone());
        store.tables.commit(batch.put(T, format!("last/{writer}"), value)).await.unwrap();
        acknowledge(&format!("T {name}"));
        if n % 8 == 0 {
            let blob = BlobId(format!("{:032x}", (writer << 40) + (n << 8)) + round);
            let blob = BlobId(blob.0[blob.0.len() - 32..].to_owned());
            let mut written = store.blobs.create(&blob).await.unwrap();
            written.write(Bytes::from(vec![n as u8; BLOB_BYTES])).await.unwrap();
            written.finish().await.unwrap();
            acknowledge(&format!("B {}", blob.0));
        }
    }
}

#[test]
fn what_was_acknowledged_outlives_a_kill_at_any_moment() {
    if std::env::var(DIR).is_ok() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let mut acknowledged = BTreeSet::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for round in 0..ROUNDS {
        // Any spread of moments will do; this one repeats itself.
        let lines = (round * round * 37 + round * 11) % 400;
        acknowledged.extend(run_and_kill(dir.path(), round, lines as usize));
        let opened = store_local::open(dir.path(), options()).unwrap();
        runtime.block_on(check(&opened.store, &acknowledged));
    }
    assert!(acknowledged.len() > 500, "{} acknowledged", acknowledged.len());
}

/// Runs a child until it has acknowledged so much, kills it, and gives all that it acknowledged.
fn run_and_kill(dir: &Path, round: u64, lines: usize) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(DIR, dir)
        .env(ROUND, format!("{round:02}"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut acknowledged = Vec::new();
    let output = BufReader::new(child.stdout.take().unwrap());
    for line in output.lines().map_while(Result::ok) {
        // A line that the kill cut short was not heard.
        let heard = line.split_once("ok ").map(|(_, heard)| heard);
        acknowledged.extend(heard.filter(|heard| heard.len() > 10).map(str::to_owned));
        if acknowledged.len() == lines + 1 {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(acknowledged.len() > lines, "the child ended by itself");
    acknowledged.retain(|line| is_whole(line));
    acknowledged
}

fn is_whole(line: &str) -> bool {
    match line.split_at(2) {
        ("B ", blob) => blob.len() == 32,
        (_, name) => name.len() == "0/00/000000".len(),
    }
}

async fn check(store: &Store, acknowledged: &BTreeSet<String>) {
    if store.log.list().await.unwrap().is_empty() {
        assert!(acknowledged.is_empty());
        return;
    }
    let records = check_records(store).await;
    check_tables(store).await;
    let blobs: BTreeSet<String> =
        store.blobs.list().await.unwrap().into_iter().map(|blob| blob.0).collect();
    for line in acknowledged {
        let (kind, name) = line.split_at(2);
        let kept = match kind {
            "L " => records.contains(name),
            "T " => store.tables.get(T, format!("key/{name}").as_bytes()).await.unwrap().is_some(),
            _ => blobs.contains(name),
        };
        assert!(kept, "{line} was acknowledged and is gone");
    }
    for blob in blobs {
        let mut reader = store.blobs.read(&BlobId(blob), 0..u64::MAX).await.unwrap();
        let mut length = 0;
        while let Some(piece) = reader.next().await.unwrap() {
            length += piece.len();
        }
        assert_eq!(length, BLOB_BYTES, "a blob is whole or not there");
    }
}

/// Checks that appends are whole or not there; gives the names of those that are.
async fn check_records(store: &Store) -> BTreeSet<String> {
    let name = |bytes: &Bytes| {
        let text = std::str::from_utf8(bytes).unwrap();
        text.split(' ').next().unwrap().to_owned()
    };
    let mut own = BTreeSet::new();
    for writer in 0..WRITERS {
        let records = store.log.read(&id(), writer as Lane, 0, ALL).await.unwrap();
        for (pair, n) in records.chunks(2).zip(0_u64..) {
            assert_eq!(pair[0].offset, 2 * n);
            assert_eq!(pair[0].bytes, pair[1].bytes, "an append is whole");
            assert!(own.insert(name(&pair[0].bytes)));
        }
    }
    let shared = store.log.read(&id(), SHARED_LANE, 0, ALL).await.unwrap();
    let shared: Vec<String> = shared.iter().map(|record| name(&record.bytes)).collect();
    assert_eq!(shared.len(), own.len());
    assert_eq!(shared.into_iter().collect::<BTreeSet<_>>(), own, "an append is whole");
    own
}

/// Checks that a batch is whole or not there: the last name of a writer is that of its last key.
async fn check_tables(store: &Store) {
    let mut last = BTreeMap::new();
    for (_, name) in store.tables.scan(T, Scan::prefix(b"key/")).await.unwrap() {
        last.insert(name[0], name);
    }
    for (key, name) in store.tables.scan(T, Scan::prefix(b"last/")).await.unwrap() {
        assert_eq!(last.remove(&key[5]), Some(name));
    }
    assert!(last.is_empty(), "{last:?}");
}
