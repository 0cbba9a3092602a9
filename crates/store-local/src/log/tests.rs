//! Opening again, tearing, flipping, failing: what the contract suite cannot ask for.

use super::faulty_disk::FaultyDisk;
use super::*;
use bytes::Bytes;
use std::fs;
use tempfile::TempDir;

const ALL: ReadLimit = ReadLimit { records: usize::MAX, bytes: usize::MAX };
const SMALL: LogOptions = LogOptions { segment_bytes: 4096, ahead_bytes: 1024 };
/// Nothing is written ahead, so that a file holds what a test thinks it holds.
const EXACT: LogOptions = LogOptions { segment_bytes: 64 << 20, ahead_bytes: 0 };

fn id() -> LogId {
    LogId("stream".to_owned())
}

fn entry(lane: Lane, time_ms: i64, text: impl Into<String>) -> Entry {
    Entry { lane, time_ms, bytes: Bytes::from(text.into()) }
}

fn open(dir: &TempDir, options: LogOptions) -> (LocalLog, Vec<Cut>) {
    LocalLog::open(dir.path(), options).unwrap()
}

fn open_error(dir: &TempDir) -> Error {
    LocalLog::open(dir.path(), SMALL).err().unwrap()
}

/// Ends the process as far as the log can tell: nothing is saved, the threads stay as they are.
fn crash(log: LocalLog) {
    std::mem::forget(log);
}

async fn texts(log: &LocalLog, lane: Lane) -> Vec<String> {
    let records = log.read(&id(), lane, 0, ALL).await.unwrap();
    let first = log.bounds(&id(), lane).await.unwrap().start;
    assert!(records.iter().zip(first..).all(|(record, offset)| record.offset == offset));
    records.iter().map(|record| String::from_utf8(record.bytes.to_vec()).unwrap()).collect()
}

fn segment_path(dir: &TempDir, number: u64) -> PathBuf {
    segment::path(&dir.path().join("stream"), number)
}

fn index_path(dir: &TempDir, number: u64) -> PathBuf {
    segment::index_path(&dir.path().join("stream"), number)
}

#[tokio::test]
async fn keeps_the_contract() {
    let dir = tempfile::tempdir().unwrap();
    store::contract::log::run(&open(&dir, LogOptions::default()).0).await;
}

#[tokio::test]
async fn keeps_the_contract_with_small_segments() {
    let dir = tempfile::tempdir().unwrap();
    store::contract::log::run(&open(&dir, LogOptions { segment_bytes: 300, ahead_bytes: 200 }).0)
        .await;
}

#[tokio::test]
async fn records_are_there_after_a_close_and_after_a_crash() {
    let dir = tempfile::tempdir().unwrap();
    let mut expected = vec![Vec::new(); 3];
    for round in 0..12 {
        let (log, cuts) = open(&dir, SMALL);
        assert!(cuts.is_empty());
        if round == 0 {
            log.create(&id()).await.unwrap();
        }
        for n in 0..20 {
            let entries: Vec<Entry> =
                (0..3).map(|lane| entry(lane, round, format!("{round} {n} {lane:>50}"))).collect();
            let places = log.append(&id(), entries.clone()).await.unwrap();
            for (entry, place) in entries.iter().zip(places) {
                let lane: &mut Vec<String> = &mut expected[entry.lane as usize];
                assert_eq!(place.offset, lane.len() as u64);
                lane.push(String::from_utf8(entry.bytes.to_vec()).unwrap());
            }
        }
        match round % 3 {
            0 => log.close(),
            1 => crash(log),
            _ => {
                // An index is only a help.
                log.close();
                for name in fs::read_dir(dir.path().join("stream")).unwrap() {
                    let path = name.unwrap().path();
                    if path.extension().is_some_and(|ending| ending == "idx") {
                        fs::remove_file(path).unwrap();
                    }
                }
            }
        }
    }
    let (log, _) = open(&dir, SMALL);
    for (lane, expected) in expected.iter().enumerate() {
        let lane = lane as Lane;
        assert_eq!(&texts(&log, lane).await, expected);
        for round in 0..12 {
            assert_eq!(log.seek(&id(), lane, round).await.unwrap(), round as u64 * 20);
        }
        let limit = ReadLimit { records: 1, bytes: 0 };
        for offset in (0..expected.len()).step_by(7) {
            let found = log.read(&id(), lane, offset as u64, limit).await.unwrap();
            assert_eq!(found[0].bytes, expected[offset]);
        }
    }
}

#[tokio::test]
async fn offsets_and_times_go_on_when_all_segments_are_gone() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = open(&dir, SMALL);
    log.create(&id()).await.unwrap();
    for n in 0..100 {
        log.append(&id(), vec![entry(n % 2, 50, "x".repeat(100))]).await.unwrap();
    }
    log.trim(&id(), 51).await.unwrap();
    assert_eq!(fs::read_dir(dir.path().join("stream")).unwrap().count(), 1);
    for crashes in [true, false, true] {
        let (log, _) = open(&dir, SMALL);
        let bounds = Bounds { start: 50, end: 50, newest_ms: Some(50), sealed: false };
        assert_eq!(log.bounds(&id(), 1).await.unwrap(), bounds);
        assert!(texts(&log, 1).await.is_empty());
        assert_eq!(log.seek(&id(), 1, 0).await.unwrap(), 50);
        if crashes { crash(log) } else { log.close() }
    }
    let (log, _) = open(&dir, SMALL);
    let place = log.append(&id(), vec![entry(1, 3, "x")]).await.unwrap()[0];
    assert_eq!(place, Appended { offset: 50, time_ms: 50 });
}

#[tokio::test]
async fn a_seal_outlives_crashes_and_its_segments() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = open(&dir, SMALL);
    log.create(&id()).await.unwrap();
    for n in 0..100 {
        log.append(&id(), vec![entry(n % 2, 50, "x".repeat(100))]).await.unwrap();
    }
    assert_eq!(log.seal(&id(), 1).await.unwrap(), 50);
    assert_eq!(log.seal(&id(), 2).await.unwrap(), 0);
    crash(log);
    for round in 0..3_u64 {
        let (log, _) = open(&dir, SMALL);
        for (lane, end) in [(1, 50), (2, 0)] {
            let refused = log.append(&id(), vec![entry(lane, 60, "y".to_owned())]).await;
            assert!(matches!(refused, Err(Error::Sealed(kept)) if kept == [None]));
            let bounds = log.bounds(&id(), lane).await.unwrap();
            assert_eq!((bounds.end, bounds.sealed), (end, true));
        }
        let place = log.append(&id(), vec![entry(0, 60, "y".repeat(300))]).await.unwrap()[0];
        assert_eq!(place.offset, 50 + round);
        log.trim(&id(), 51).await.unwrap();
        if round == 1 { crash(log) } else { log.close() }
    }
}

#[tokio::test]
async fn lanes_that_are_sealed_together_end_each_where_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = open(&dir, SMALL);
    log.create(&id()).await.unwrap();
    let entries = (0..20).flat_map(|lane| (0..lane).map(move |_| entry(lane, 50, "x".to_owned())));
    log.append(&id(), entries.collect()).await.unwrap();
    let log = std::sync::Arc::new(log);
    let sealing = (0..20).map(|lane| {
        let log = log.clone();
        tokio::spawn(async move { log.seal(&id(), lane).await.unwrap() })
    });
    for (lane, sealing) in sealing.collect::<Vec<_>>().into_iter().enumerate() {
        assert_eq!(sealing.await.unwrap(), lane as u64);
    }
    assert_eq!(log.seal(&id(), 7).await.unwrap(), 7);
    crash(std::sync::Arc::into_inner(log).unwrap());
    let (log, _) = open(&dir, SMALL);
    for lane in 0..20 {
        let bounds = log.bounds(&id(), lane).await.unwrap();
        assert_eq!((bounds.end, bounds.sealed), (u64::from(lane), true));
    }
    assert!(!log.bounds(&id(), 20).await.unwrap().sealed);
}

#[tokio::test]
async fn a_lane_whose_seal_is_not_durable_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = open(&dir, SMALL);
    log.create(&id()).await.unwrap();
    log.append(&id(), vec![entry(1, 50, "x".to_owned())]).await.unwrap();
    // The manifest cannot be written under its other name.
    let in_the_way = dir.path().join("stream.manifest.new");
    fs::create_dir(&in_the_way).unwrap();
    log.seal(&id(), 1).await.unwrap_err();
    fs::remove_dir(&in_the_way).unwrap();
    assert_eq!(log.append(&id(), vec![entry(1, 50, "x".to_owned())]).await.unwrap()[0].offset, 1);
    assert_eq!(log.seal(&id(), 1).await.unwrap(), 2);
}

#[tokio::test]
async fn trim_removes_whole_old_segments_only() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = open(&dir, SMALL);
    log.create(&id()).await.unwrap();
    for time_ms in 0..200 {
        log.append(&id(), vec![entry(0, time_ms, "x".repeat(100))]).await.unwrap();
    }
    let files = || fs::read_dir(dir.path().join("stream")).unwrap().count();
    let before = files();
    log.trim(&id(), 100).await.unwrap();
    assert!(files() < before);
    let start = log.bounds(&id(), 0).await.unwrap().start;
    assert!((60..=100).contains(&start), "{start}");
    crash(log);
    let (log, _) = open(&dir, SMALL);
    assert_eq!(log.bounds(&id(), 0).await.unwrap().start, start);
    assert_eq!(texts(&log, 0).await.len() as u64, 200 - start);
    assert_eq!(log.seek(&id(), 0, 120).await.unwrap(), 120);
}

/// A log whose last append, over three lanes, is in its file but was not acknowledged. Gives the
/// file's contents and its length before that append.
async fn log_with_a_last_append(dir: &TempDir) -> (Vec<u8>, usize) {
    let (log, _) = open(dir, EXACT);
    log.create(&id()).await.unwrap();
    for n in 0..3 {
        log.append(&id(), vec![entry(0, 1, format!("kept {n}"))]).await.unwrap();
    }
    let before = fs::read(segment_path(dir, 1)).unwrap().len();
    // It comes after what is noted behind the append's answer.
    log.trim(&id(), 0).await.unwrap();
    fs::copy(dir.path().join("acknowledged.ends"), dir.path().join("before.ends")).unwrap();
    let last = (0..3).map(|lane| entry(lane, 2, format!("last {lane}"))).collect();
    log.append(&id(), last).await.unwrap();
    crash(log);
    (fs::read(segment_path(dir, 1)).unwrap(), before)
}

/// Opens the log with this file and expects the last append to be cut off whole.
async fn expect_cut(dir: &TempDir, bytes: &[u8], before: usize, what: &str) {
    fs::write(segment_path(dir, 1), bytes).unwrap();
    fs::copy(dir.path().join("before.ends"), dir.path().join("acknowledged.ends")).unwrap();
    let (log, cuts) = open(dir, EXACT);
    // Zeros at the end may have been written ahead, and are nobody's loss.
    let written = bytes.iter().rposition(|byte| *byte != 0).unwrap() + 1;
    let cut = (written > before).then(|| Cut {
        file: segment_path(dir, 1),
        offset: before as u64,
        bytes: (written - before) as u64,
    });
    assert_eq!(cuts, Vec::from_iter(cut), "{what}");
    assert_eq!(texts(&log, 0).await, ["kept 0", "kept 1", "kept 2"], "{what}");
    assert!(texts(&log, 1).await.is_empty() && texts(&log, 2).await.is_empty(), "{what}");
    let place = log.append(&id(), vec![entry(0, 1, "new")]).await.unwrap()[0];
    assert_eq!(place.offset, 3, "{what}");
    // It comes after what is noted behind the append's answer, which nobody is to write later.
    log.trim(&id(), 0).await.unwrap();
    crash(log);
    let (log, cuts) = open(dir, EXACT);
    assert!(cuts.is_empty(), "{what}");
    assert_eq!(texts(&log, 0).await, ["kept 0", "kept 1", "kept 2", "new"], "{what}");
    log.close();
    fs::remove_file(index_path(dir, 1)).unwrap();
}

#[tokio::test]
async fn an_append_torn_at_any_byte_is_cut_off_whole() {
    let dir = tempfile::tempdir().unwrap();
    let (bytes, before) = log_with_a_last_append(&dir).await;
    for length in before + 1..bytes.len() {
        expect_cut(&dir, &bytes[..length], before, &format!("cut at {length}")).await;
        let mut zeros = bytes.clone();
        zeros[length..].fill(0);
        if zeros != bytes {
            expect_cut(&dir, &zeros, before, &format!("zeros from {length}")).await;
        }
        // Later pages may reach the disk before earlier ones.
        let mut hole = bytes.clone();
        hole[before..length].fill(0);
        expect_cut(&dir, &hole, before, &format!("a hole up to {length}")).await;
    }
}

#[tokio::test]
async fn a_last_append_with_a_flipped_bit_is_cut_off_whole() {
    let dir = tempfile::tempdir().unwrap();
    let (bytes, before) = log_with_a_last_append(&dir).await;
    for at in before..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            expect_cut(&dir, &flipped, before, &format!("bit {bit} of {at}")).await;
        }
    }
}

#[tokio::test]
async fn a_flipped_bit_in_what_was_durable_is_an_error_that_names_the_place() {
    let dir = tempfile::tempdir().unwrap();
    let (bytes, before) = log_with_a_last_append(&dir).await;
    for at in 0..before {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x10;
        fs::write(segment_path(&dir, 1), &flipped).unwrap();
        match open_error(&dir) {
            Error::Damaged { what, place, .. } => {
                assert_eq!(what, segment_path(&dir, 1).display().to_string());
                let offset = crate::byte_of(&place);
                assert!(offset <= at as u64 && at as u64 - offset < 64, "{offset} for {at}");
            }
            other => panic!("{other}"),
        }
        assert_eq!(fs::read(segment_path(&dir, 1)).unwrap(), flipped, "it is left as it is");
    }
}

#[tokio::test]
async fn what_was_written_ahead_is_no_loss_and_no_room_for_torn_appends() {
    let dir = tempfile::tempdir().unwrap();
    let (bytes, before) = log_with_a_last_append(&dir).await;
    let mut zeros = bytes[..before].to_vec();
    zeros.resize(before + 50_000, 0);
    for length in before..bytes.len() {
        let mut torn = zeros.clone();
        torn[before..length].copy_from_slice(&bytes[before..length]);
        expect_cut(&dir, &torn, before, &format!("torn at {length}")).await;
        // A later page of the append alone reached the disk.
        let mut hole = zeros.clone();
        hole[length..bytes.len()].copy_from_slice(&bytes[length..]);
        if length > before {
            expect_cut(&dir, &hole, before, &format!("a hole up to {length}")).await;
        }
    }
}

#[tokio::test]
async fn small_appends_go_to_blocks_that_are_there() {
    let dir = tempfile::tempdir().unwrap();
    let options = LogOptions { segment_bytes: 1 << 20, ahead_bytes: 64 << 10 };
    let (log, _) = open(&dir, options);
    log.create(&id()).await.unwrap();
    let length = |number| fs::metadata(segment_path(&dir, number)).unwrap().len();
    log.append(&id(), vec![entry(0, 1, "x")]).await.unwrap();
    let ahead = length(1);
    assert!((16 << 10..17 << 10).contains(&ahead), "{ahead}");
    for _ in 0..100 {
        log.append(&id(), vec![entry(0, 1, "x".repeat(100))]).await.unwrap();
    }
    assert_eq!(length(1), ahead);
    // Large ones need none, and a full segment gives its own back.
    log.append(&id(), vec![entry(0, 1, "y".repeat(500 << 10))]).await.unwrap();
    assert!((510 << 10..520 << 10).contains(&length(1)), "{}", length(1));
    log.append(&id(), vec![entry(0, 1, "z")]).await.unwrap();
    assert!(length(1) > 570 << 10, "{}", length(1));
    log.append(&id(), vec![entry(0, 1, "y".repeat(600 << 10))]).await.unwrap();
    assert!(length(1) < 520 << 10, "{}", length(1));
    crash(log);
    // A crash may come before that is on the disk.
    let sealed = fs::read(segment_path(&dir, 1)).unwrap();
    let mut longer = sealed.clone();
    longer.resize(sealed.len() + 4096, 0);
    fs::write(segment_path(&dir, 1), &longer).unwrap();
    let (log, cuts) = open(&dir, options);
    assert!(cuts.is_empty());
    assert_eq!(fs::read(segment_path(&dir, 1)).unwrap(), sealed);
    assert_eq!(texts(&log, 0).await.len(), 104);
    log.append(&id(), vec![entry(0, 1, "x")]).await.unwrap();
    let open_length = length(2);
    log.close();
    assert!(length(2) < open_length);
}

#[tokio::test]
async fn damage_after_an_orderly_close_is_an_error_wherever_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = open(&dir, SMALL);
    log.create(&id()).await.unwrap();
    for n in 0..100 {
        log.append(&id(), vec![entry(0, 1, format!("{n:>100}"))]).await.unwrap();
    }
    log.close();
    for number in [1, 2] {
        let path = segment_path(&dir, number);
        let good = fs::read(&path).unwrap();
        let mut bytes = good.clone();
        *bytes.last_mut().unwrap() ^= 1;
        fs::write(&path, &bytes).unwrap();
        let (log, _) = open(&dir, SMALL);
        let found = log.read(&id(), 0, 0, ALL).await;
        assert!(matches!(found, Err(Error::Damaged { .. })), "{found:?}");
        log.close();
        fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
        assert!(matches!(open_error(&dir), Error::Damaged { .. }));
        fs::write(&path, &good).unwrap();
    }
    fs::remove_file(segment_path(&dir, 2)).unwrap();
    assert!(matches!(open_error(&dir), Error::Damaged { .. }));
}

#[tokio::test]
async fn leftovers_of_a_crash_are_removed() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = open(&dir, SMALL);
    log.create(&id()).await.unwrap();
    log.append(&id(), vec![entry(0, 1, "x")]).await.unwrap();
    log.close();
    let stream = dir.path().join("stream");
    fs::write(stream.join("00000000000000000002.new"), "half a header").unwrap();
    fs::write(stream.join("00000000000000000001.idx.new"), "half an index").unwrap();
    fs::write(index_path(&dir, 9), "no segment").unwrap();
    fs::create_dir(dir.path().join("gone.deleted")).unwrap();
    fs::write(dir.path().join("gone.deleted/x"), "x").unwrap();
    let (log, _) = open(&dir, SMALL);
    assert_eq!(log.list().await.unwrap(), [id()]);
    assert_eq!(texts(&log, 0).await, ["x"]);
    assert_eq!(fs::read_dir(&stream).unwrap().count(), 2);
    // The folder, its manifest, and how far it was acknowledged.
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 3);
}

async fn on_faulty_disk(dir: &TempDir, options: LogOptions) -> (FaultyDisk, LocalLog) {
    let disk = FaultyDisk::default();
    let (log, _) = LocalLog::open_on(Arc::new(disk.clone()), dir.path(), options).unwrap();
    log.create(&id()).await.unwrap();
    log.append(&id(), vec![entry(0, 1, "first")]).await.unwrap();
    (disk, log)
}

#[tokio::test]
async fn a_full_disk_refuses_appends_until_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let (disk, log) = on_faulty_disk(&dir, SMALL).await;
    for room in [0, 1, 40, 100] {
        disk.set_room(Some(room));
        let batch = vec![entry(0, 1, "x".repeat(100)), entry(1, 1, "y")];
        let refused = log.append(&id(), batch).await;
        assert!(matches!(refused, Err(Error::Full(_))), "{refused:?}");
        assert_eq!(texts(&log, 0).await, ["first"]);
    }
    disk.set_room(None);
    assert_eq!(log.append(&id(), vec![entry(0, 1, "second")]).await.unwrap()[0].offset, 1);
    // No room for the next segment's header either.
    disk.set_room(Some(10));
    let large = "z".repeat(5000);
    assert!(matches!(log.append(&id(), vec![entry(0, 1, &large)]).await, Err(Error::Full(_))));
    disk.set_room(None);
    log.append(&id(), vec![entry(0, 1, &large)]).await.unwrap();
    crash(log);
    let (log, cuts) = open(&dir, SMALL);
    assert!(cuts.is_empty());
    assert_eq!(texts(&log, 0).await, ["first", "second", &large]);
}

#[tokio::test]
async fn after_a_failed_sync_a_log_is_only_read() {
    let dir = tempfile::tempdir().unwrap();
    let (disk, log) = on_faulty_disk(&dir, SMALL).await;
    let other = LogId("other".to_owned());
    log.create(&other).await.unwrap();
    disk.fail_syncs(true);
    let refused = log.append(&id(), vec![entry(0, 1, "lost")]).await;
    assert!(matches!(refused, Err(Error::ReadOnly(_))), "{refused:?}");
    disk.fail_syncs(false);
    let refused = log.append(&id(), vec![entry(0, 1, "later")]).await;
    assert!(matches!(&refused, Err(Error::ReadOnly(why)) if why.contains("made to fail")));
    assert!(matches!(log.trim(&id(), 100).await, Err(Error::ReadOnly(_))));
    assert_eq!(texts(&log, 0).await, ["first"]);
    log.append(&other, vec![entry(0, 1, "fine")]).await.unwrap();
    log.close();
    let (log, _) = open(&dir, SMALL);
    assert_eq!(texts(&log, 0).await[0], "first");
    log.append(&id(), vec![entry(0, 1, "again")]).await.unwrap();
}

#[tokio::test]
async fn a_partial_write_that_cannot_be_taken_back_turns_the_log_read_only() {
    let dir = tempfile::tempdir().unwrap();
    let (disk, log) = on_faulty_disk(&dir, EXACT).await;
    disk.set_room(Some(20));
    disk.fail_set_len(true);
    let refused = log.append(&id(), vec![entry(0, 1, "lost")]).await;
    assert!(matches!(refused, Err(Error::ReadOnly(_))), "{refused:?}");
    assert_eq!(texts(&log, 0).await, ["first"]);
    crash(log);
    let (log, cuts) = open(&dir, SMALL);
    assert!((1..=20).contains(&cuts[0].bytes), "{cuts:?}");
    assert_eq!(texts(&log, 0).await, ["first"]);
}

#[tokio::test]
async fn a_lone_append_costs_one_sync_and_an_orderly_open_none() {
    let dir = tempfile::tempdir().unwrap();
    let (disk, log) = on_faulty_disk(&dir, LogOptions::default()).await;
    let before = disk.syncs();
    log.append(&id(), vec![entry(0, 1, "x"), entry(1, 1, "y"), entry(2, 1, "z")]).await.unwrap();
    assert_eq!(disk.syncs(), before + 1);
    let stream = id();
    let appends = (0..100).map(|n| log.append(&stream, vec![entry(n, 1, "x")]));
    for done in futures_util::future::join_all(appends).await {
        done.unwrap();
    }
    assert!(disk.syncs() < before + 60, "{} syncs for 100 appends", disk.syncs() - before - 1);
    log.close();
    let disk = FaultyDisk::default();
    let (log, _) =
        LocalLog::open_on(Arc::new(disk.clone()), dir.path(), LogOptions::default()).unwrap();
    assert_eq!(disk.syncs(), 0);
    assert!(disk.read_bytes() < 10_000, "an orderly open reads {} bytes", disk.read_bytes());
    assert_eq!(texts(&log, 0).await, ["first", "x", "x"]);
}

#[tokio::test]
async fn one_lane_among_thousands_is_read_without_the_others() {
    let dir = tempfile::tempdir().unwrap();
    let options = LogOptions { segment_bytes: 8 << 20, ..LogOptions::default() };
    let (disk, log) = on_faulty_disk(&dir, options).await;
    let record = "x".repeat(1000);
    for _ in 0..12 {
        let batch = (0..2000).map(|lane| entry(lane, 1, &record)).collect();
        log.append(&id(), batch).await.unwrap();
    }
    let before = disk.read_bytes();
    assert_eq!(texts(&log, 1234).await.len(), 12);
    let read = disk.read_bytes() - before;
    // The indexes of the sealed segments are part of it, once.
    assert!(read < 1 << 20, "{read} bytes for 12 records among 24 MB");
    let before = disk.read_bytes();
    assert_eq!(texts(&log, 77).await.len(), 12);
    let read = disk.read_bytes() - before;
    assert!(read < 12 * 10_000, "{read} bytes for 12 records");
}

#[tokio::test]
async fn readers_go_on_while_segments_are_removed() {
    let dir = tempfile::tempdir().unwrap();
    let (log, _) = open(&dir, SMALL);
    log.create(&id()).await.unwrap();
    let write = async {
        for time_ms in 0..300 {
            log.append(&id(), vec![entry(0, time_ms, "x".repeat(200))]).await.unwrap();
            log.trim(&id(), time_ms - 20).await.unwrap();
        }
    };
    let read = async {
        let mut next = 0;
        while next < 300 {
            for record in log.read(&id(), 0, next, ALL).await.unwrap() {
                assert!(record.offset >= next);
                next = record.offset + 1;
            }
            tokio::task::yield_now().await;
        }
    };
    futures_util::future::join(write, read).await;
    assert!(fs::read_dir(dir.path().join("stream")).unwrap().count() < 10);
}
