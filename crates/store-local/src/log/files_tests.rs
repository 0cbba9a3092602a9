//! Many logs with few open files.

use super::faulty_disk::FaultyDisk;
use super::*;
use bytes::Bytes;
use std::fs;
use tempfile::TempDir;

const ALL: ReadLimit = ReadLimit { records: usize::MAX, bytes: usize::MAX };
const SMALL: LogOptions = LogOptions { segment_bytes: 4096, ahead_bytes: 1024 };
const FEW: Opening = Opening { adopt: false, skip_missing: false, open_files: 4 };

fn open(dir: &TempDir) -> (FaultyDisk, LocalLog) {
    let disk = FaultyDisk::default();
    let opened = LocalLog::open_with(Arc::new(disk.clone()), dir.path(), SMALL, FEW);
    (disk, opened.unwrap().0)
}

fn id(n: usize) -> LogId {
    LogId(format!("stream-{n}"))
}

fn entry(text: impl Into<String>) -> Entry {
    Entry { lane: 0, time_ms: 1, bytes: Bytes::from(text.into()) }
}

async fn texts(log: &LocalLog, n: usize) -> Vec<Bytes> {
    let found = log.read(&id(n), 0, 0, ALL).await.unwrap();
    found.into_iter().map(|record| record.bytes).collect()
}

#[tokio::test]
async fn a_hundred_logs_are_written_and_read_with_few_open_files() {
    let dir = tempfile::tempdir().unwrap();
    let (disk, log) = open(&dir);
    for n in 0..100 {
        log.create(&id(n)).await.unwrap();
    }
    let log = &log;
    for round in 0..5 {
        let all = (0..100).map(|n| async move {
            let place = log.append(&id(n), vec![entry(format!("{round:>900}"))]).await.unwrap();
            assert_eq!(place[0].offset, round);
            assert_eq!(texts(log, n).await.len() as u64, round + 1);
        });
        futures_util::future::join_all(all).await;
    }
    // Four that are written, one that is read, and one by each of the threads that are at work:
    // two that write, and those that read, of which there are as many as readers at most.
    assert!(disk.most_open() < 60, "{}", disk.most_open());
    log.close();
    let (disk, log) = open(&dir);
    assert!(disk.most_open() <= 3, "{} to open", disk.most_open());
    for n in 0..100 {
        assert_eq!(texts(&log, n).await.len(), 5);
        assert_eq!(log.append(&id(n), vec![entry("x")]).await.unwrap()[0].offset, 5);
    }
    assert!(disk.most_open() <= 10, "{} one by one", disk.most_open());
}

#[tokio::test]
async fn without_descriptors_what_needs_one_is_refused_and_nothing_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let (disk, log) = open(&dir);
    for n in 0..6 {
        log.create(&id(n)).await.unwrap();
        log.append(&id(n), vec![entry("first")]).await.unwrap();
    }
    // What is open serves on; what is not is refused, a full segment too, and neither is harmed.
    disk.limit_descriptors(Some(0));
    log.append(&id(5), vec![entry("second")]).await.unwrap();
    let busy = |what: Option<Error>| assert!(matches!(what, Some(Error::Busy(_))), "{what:?}");
    busy(log.append(&id(0), vec![entry("refused")]).await.err());
    busy(log.read(&id(0), 0, 0, ALL).await.err());
    busy(log.append(&id(5), vec![entry("y".repeat(5000))]).await.err());
    busy(log.append(&id(5), vec![entry("refused")]).await.err());
    busy(log.trim(&id(5), 100).await.err());
    busy(log.create(&id(9)).await.err());
    disk.limit_descriptors(None);
    log.append(&id(0), vec![entry("second")]).await.unwrap();
    log.append(&id(5), vec![entry("y".repeat(5000))]).await.unwrap();
    log.create(&id(9)).await.unwrap();
    assert_eq!(texts(&log, 0).await, ["first", "second"]);
    assert_eq!(texts(&log, 5).await.len(), 3);
    std::mem::forget(log);
    let (_, log) = open(&dir);
    assert_eq!(texts(&log, 0).await, ["first", "second"]);
    assert_eq!(texts(&log, 5).await.len(), 3);
    assert_eq!(log.list().await.unwrap().len(), 7);
}

#[tokio::test]
async fn one_descriptor_is_made_free_when_there_is_none() {
    let dir = tempfile::tempdir().unwrap();
    let (disk, log) = open(&dir);
    for n in 0..8 {
        log.create(&id(n)).await.unwrap();
        log.append(&id(n), vec![entry("first")]).await.unwrap();
    }
    disk.limit_descriptors(Some(4));
    for n in 0..8 {
        log.append(&id(n), vec![entry("second")]).await.unwrap();
        assert_eq!(texts(&log, n).await, ["first", "second"]);
    }
}

#[tokio::test]
async fn a_file_that_is_gone_when_it_is_opened_again_is_an_error_and_not_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    let (_, log) = open(&dir);
    for n in 0..10 {
        log.create(&id(n)).await.unwrap();
        log.append(&id(n), vec![entry("first")]).await.unwrap();
    }
    let path = segment::path(&dir.path().join("stream-0"), 1);
    let kept = fs::read(&path).unwrap();
    let refused = async |reason: &str| {
        let append = log.append(&id(0), vec![entry("x")]).await.err();
        let read = log.read(&id(0), 0, 0, ALL).await.err();
        for error in [append, read] {
            match error {
                Some(Error::Damaged { what: file, reason: said, .. }) => {
                    assert_eq!((file, &said[..]), (path.display().to_string(), reason));
                }
                other => panic!("{other:?}"),
            }
        }
    };
    fs::remove_file(&path).unwrap();
    refused("the segment is missing").await;
    assert!(!path.exists());
    fs::write(&path, &kept[..30]).unwrap();
    refused("the segment is shorter than it was").await;
    fs::write(&path, &kept).unwrap();
    log.append(&id(0), vec![entry("second")]).await.unwrap();
    assert_eq!(texts(&log, 0).await, ["first", "second"]);
}

#[tokio::test]
async fn logs_that_are_closed_in_turn_roll_and_trim_and_go() {
    let dir = tempfile::tempdir().unwrap();
    let (_, log) = open(&dir);
    for n in 0..12 {
        log.create(&id(n)).await.unwrap();
    }
    let log = &log;
    let write = |n: usize| async move {
        for round in 0..60 {
            let record = Entry { time_ms: round, ..entry(format!("{round:>300}")) };
            assert_eq!(log.append(&id(n), vec![record]).await.unwrap()[0].offset, round as u64);
            if round % 7 == 0 {
                log.trim(&id(n), round - 20).await.unwrap();
            }
            let found = log.read(&id(n), 0, (round as u64).saturating_sub(3), ALL).await.unwrap();
            assert_eq!(found.last().unwrap().offset, round as u64);
        }
        if n.is_multiple_of(2) {
            log.delete(&id(n)).await.unwrap();
        }
    };
    futures_util::future::join_all((0..12).map(write)).await;
    assert_eq!(log.list().await.unwrap().len(), 6);
    log.close();
    let (_, log) = open(&dir);
    for n in (1..12).step_by(2) {
        assert_eq!(log.bounds(&id(n), 0).await.unwrap().end, 60);
    }
}
