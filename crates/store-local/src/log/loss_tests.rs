//! Files that somebody has removed or cut: refused by name, or passed over, and no offset twice.

use super::*;
use bytes::Bytes;
use std::fs;
use tempfile::TempDir;

const ALL: ReadLimit = ReadLimit { records: usize::MAX, bytes: usize::MAX };
const SMALL: LogOptions = LogOptions { segment_bytes: 4096, ahead_bytes: 1024 };
const STRICT: Opening = Opening { adopt: false, skip_missing: false, open_files: 4 };
const SKIP: Opening = Opening { skip_missing: true, ..STRICT };

fn id() -> LogId {
    LogId("stream".to_owned())
}

fn try_open(dir: &TempDir, opening: Opening) -> Result<LocalLog> {
    LocalLog::open_with(Arc::new(OsDisk), dir.path(), SMALL, opening).map(|(log, _)| log)
}

fn open(dir: &TempDir, opening: Opening) -> LocalLog {
    try_open(dir, opening).unwrap()
}

async fn append(log: &LocalLog, lane: Lane, text: String) -> u64 {
    let entry = Entry { lane, time_ms: 1, bytes: Bytes::from(text) };
    log.append(&id(), vec![entry]).await.unwrap()[0].offset
}

/// Some records in two lanes and several segments. Gives each lane's end.
async fn fill(log: &LocalLog, count: u64) -> [u64; 2] {
    log.create(&id()).await.unwrap();
    for n in 0..count {
        for lane in 0..2 {
            assert_eq!(append(log, lane, format!("{n:>100}")).await, n);
        }
    }
    // What is noted behind the answers comes before this.
    log.trim(&id(), 0).await.unwrap();
    [count; 2]
}

fn stop(log: LocalLog, orderly: bool) {
    if orderly { log.close() } else { std::mem::forget(log) }
}

fn folder(dir: &TempDir) -> PathBuf {
    dir.path().join("stream")
}

fn segments(dir: &TempDir) -> Vec<u64> {
    let names = fs::read_dir(folder(dir)).unwrap().map(|entry| entry.unwrap().file_name());
    let mut numbers: Vec<u64> = names
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".seg")?.parse().unwrap()))
        .collect();
    numbers.sort_unstable();
    numbers
}

fn refusal(dir: &TempDir) -> String {
    match try_open(dir, STRICT).err().unwrap() {
        Error::Damaged { what, reason, .. } => format!("{what}: {reason}"),
        other => panic!("{other}"),
    }
}

/// Opens what is left with the losses passed over, and expects that every offset from `ends` on is
/// new, that `lost` of the first lane is told, and that all holds at the next open too.
async fn expect_new_offsets(dir: &TempDir, ends: [u64; 2], what: &str) -> Vec<Lost> {
    let log = open(dir, SKIP);
    let lost = log.lost();
    assert!(!lost.is_empty(), "{what}");
    let mut new = Vec::new();
    for (lane, end) in (0..).zip(ends) {
        let before: Vec<u64> = offsets(&log, lane).await;
        assert!(before.iter().all(|offset| *offset < end), "{what}: {before:?}");
        let bounds = log.bounds(&id(), lane).await.unwrap();
        assert!(bounds.end >= end, "{what}: {bounds:?}");
        assert_eq!(
            log.read(&id(), lane, bounds.end - 1, ALL).await.unwrap().len(),
            before.iter().filter(|offset| **offset >= bounds.end - 1).count(),
            "{what}"
        );
        let offset = append(&log, lane, "new".to_owned()).await;
        assert!(offset >= end, "{what}: {offset}");
        new.push((lane, offset, before));
    }
    // A lane that is new has no number that a lost one may have had.
    let other = append(&log, 9, "new".to_owned()).await;
    stop(log, what.len().is_multiple_of(2));
    for (lane, offset, mut all) in new {
        let log = open(dir, STRICT);
        assert!(log.lost().is_empty());
        all.push(offset);
        assert_eq!(offsets(&log, lane).await, all, "{what}");
        assert_eq!(append(&log, lane, "later".to_owned()).await, offset + 1, "{what}");
        assert_eq!(
            append(&log, 9, "later".to_owned()).await,
            other + 1 + u64::from(lane),
            "{what}"
        );
        stop(log, lane == 0);
    }
    lost
}

async fn offsets(log: &LocalLog, lane: Lane) -> Vec<u64> {
    let found = log.read(&id(), lane, 0, ALL).await.unwrap();
    found.iter().map(|record| record.offset).collect()
}

#[tokio::test]
async fn a_segment_that_is_gone_is_refused_by_name_or_passed_over() {
    for orderly in [true, false] {
        for (back, gone) in [(0, 1), (0, 2), (1, 1), (2, 1), (0, usize::MAX), (9, 2)] {
            let dir = tempfile::tempdir().unwrap();
            let log = open(&dir, STRICT);
            let ends = fill(&log, 80).await;
            stop(log, orderly);
            let all = segments(&dir);
            assert!(all.len() > 4, "{all:?}");
            // Counted from the end; more than there are is from the beginning.
            let last = all.len().saturating_sub(back);
            let from = if back == 9 { 0 } else { last.saturating_sub(gone) };
            let to = if back == 9 { gone } else { last };
            for number in &all[from..to] {
                fs::remove_file(segment::path(&folder(&dir), *number)).unwrap();
            }
            let what = format!("{:?} of {all:?} gone, {orderly}", &all[from..to]);
            let said = refusal(&dir);
            let path = segment::path(&folder(&dir), all[from]);
            assert!(said.starts_with(&path.display().to_string()), "{what}: {said}");
            assert!(said.contains("missing") && said.contains("--skip-missing-segments"), "{said}");
            assert_eq!(segments(&dir), [&all[..from], &all[to..]].concat(), "it is left as it is");
            let lost = expect_new_offsets(&dir, ends, &what).await;
            assert!(lost.iter().any(|lost| lost.lane == Some(0)), "{what}: {lost:?}");
        }
    }
}

#[tokio::test]
async fn the_only_segment_that_is_gone_is_missed() {
    for orderly in [true, false] {
        let dir = tempfile::tempdir().unwrap();
        let log = open(&dir, STRICT);
        let ends = fill(&log, 5).await;
        stop(log, orderly);
        fs::remove_file(segment::path(&folder(&dir), 1)).unwrap();
        assert!(refusal(&dir).contains("00000000000000000001.seg: the segment is missing"));
        let lost = expect_new_offsets(&dir, ends, "the only one").await;
        assert_eq!((lost[0].lane, lost[0].from), (None, 0));
        assert!((10..1000).contains(&lost[0].to), "{lost:?}");
    }
}

#[tokio::test]
async fn a_folder_that_is_gone_is_missed() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(&dir, STRICT);
    let ends = fill(&log, 80).await;
    stop(log, false);
    fs::remove_dir_all(folder(&dir)).unwrap();
    assert!(refusal(&dir).starts_with(&format!("{}: the log's folder", folder(&dir).display())));
    assert!(!folder(&dir).exists());
    expect_new_offsets(&dir, ends, "the folder").await;
}

#[tokio::test]
async fn a_manifest_that_is_gone_or_damaged_is_missed() {
    for (orderly, all_gone) in [(true, false), (false, false), (true, true), (false, true)] {
        let dir = tempfile::tempdir().unwrap();
        let log = open(&dir, STRICT);
        let ends = fill(&log, 80).await;
        stop(log, orderly);
        let manifest = manifest::path(&folder(&dir));
        fs::write(&manifest, b"WWMAN").unwrap();
        assert!(refusal(&dir).contains("does not match its checksum"));
        fs::remove_file(&manifest).unwrap();
        if all_gone {
            fs::remove_file(dir.path().join("acknowledged.ends")).unwrap();
            fs::remove_file(segment::path(&folder(&dir), segments(&dir).pop().unwrap())).unwrap();
        }
        assert!(refusal(&dir).contains("stream.manifest: the log's manifest is missing"));
        if all_gone {
            expect_new_offsets(&dir, ends, &format!("manifest and end, {orderly}")).await;
        } else {
            // The end is known otherwise, and all is there.
            let log = open(&dir, SKIP);
            assert_eq!(offsets(&log, 1).await.len(), 80);
            stop(log, orderly);
            open(&dir, STRICT);
        }
    }
}

#[tokio::test]
async fn a_segment_that_is_cut_short_is_refused_or_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(&dir, STRICT);
    let ends = fill(&log, 10).await;
    stop(log, false);
    let path = segment::path(&folder(&dir), 1);
    let whole = fs::read(&path).unwrap();
    let end = whole.iter().rposition(|byte| *byte != 0).unwrap() + 1;
    for length in (0..end).step_by(37).chain([end - 1]) {
        for zeros in [false, true] {
            let other = tempfile::tempdir().unwrap();
            for name in ["stream.manifest", "acknowledged.ends"] {
                fs::copy(dir.path().join(name), other.path().join(name)).unwrap();
            }
            fs::create_dir(folder(&other)).unwrap();
            let mut bytes = whole[..length].to_vec();
            // A whole append that is zeros is one that was never written, as far as one can see.
            if zeros {
                bytes.resize(whole.len(), 0);
            }
            let path = segment::path(&folder(&other), 1);
            fs::write(&path, &bytes).unwrap();
            let what = format!("{length} of {end}, {zeros}");
            match try_open(&other, STRICT) {
                Err(Error::Damaged { what: file, .. }) => {
                    assert_eq!(file, path.display().to_string(), "{what}");
                    assert_eq!(fs::read(&path).unwrap(), bytes, "{what}: it is left as it is");
                }
                Err(error) => panic!("{what}: {error}"),
                // Of the last sync alone something is torn; that is told, and not given again.
                Ok(log) => {
                    assert!(zeros && !log.lost().is_empty(), "{what}");
                    let offset = append(&log, 1, "new".to_owned()).await;
                    assert!(offset >= ends[1], "{what}: {offset}");
                    continue;
                }
            }
            if length > 24 || !zeros {
                expect_new_offsets(&other, ends, &what).await;
            }
        }
    }
    // What was written ahead is not missed.
    fs::write(&path, &whole[..end]).unwrap();
    assert_eq!(offsets(&open(&dir, STRICT), 1).await.len(), 10);
}

#[tokio::test]
async fn a_full_segment_that_is_cut_between_two_appends_is_missed() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(&dir, STRICT);
    let ends = fill(&log, 80).await;
    stop(log, true);
    let path = segment::path(&folder(&dir), 2);
    let bytes = fs::read(&path).unwrap();
    // All frames are of one length.
    let frame = 36 + 12 + 100;
    fs::write(&path, &bytes[..bytes.len() - frame]).unwrap();
    assert!(refusal(&dir).contains("2.seg: the segment is shorter than it was"));
    let lost = expect_new_offsets(&dir, ends, "a full one").await;
    let one: Vec<u64> = lost.iter().map(|lost| lost.to - lost.from).collect();
    assert_eq!(one, [1], "{lost:?}");
}

#[tokio::test]
async fn a_segment_that_is_put_back_is_read_again() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(&dir, STRICT);
    fill(&log, 80).await;
    stop(log, true);
    let last = segments(&dir).pop().unwrap();
    let away = dir.path().join("away.seg");
    for number in [1, 3, last] {
        let path = segment::path(&folder(&dir), number);
        fs::rename(&path, &away).unwrap();
        let log = open(&dir, SKIP);
        append(&log, 0, "new".to_owned()).await;
        assert!(offsets(&log, 1).await.len() < 80);
        stop(log, true);
        fs::rename(&away, &path).unwrap();
        let log = open(&dir, STRICT);
        assert_eq!(offsets(&log, 1).await.len(), 80, "{number}");
        stop(log, true);
    }
}

#[tokio::test]
async fn a_log_of_a_version_without_manifests_gets_one() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(&dir, STRICT);
    let [_, end] = fill(&log, 80).await;
    log.trim(&id(), 0).await.unwrap();
    stop(log, false);
    fs::remove_file(dir.path().join("acknowledged.ends")).unwrap();
    fs::remove_file(manifest::path(&folder(&dir))).unwrap();
    // Trimmed, as far as an old log can tell.
    fs::remove_file(segment::path(&folder(&dir), 1)).unwrap();
    let log = open(&dir, Opening { adopt: true, ..STRICT });
    assert!(log.lost().is_empty());
    assert_eq!(append(&log, 1, "new".to_owned()).await, end);
    stop(log, false);
    fs::remove_file(segment::path(&folder(&dir), 2)).unwrap();
    assert!(refusal(&dir).contains("2.seg: the segment is missing"));
}

#[tokio::test]
async fn a_crash_between_a_segment_and_its_listing_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(&dir, STRICT);
    let [_, end] = fill(&log, 80).await;
    stop(log, false);
    let last = segments(&dir).pop().unwrap();
    // The next one was begun and not listed, or listed and the old one written on.
    for listed in [false, true] {
        segment::create(&OsDisk, &folder(&dir), last + 1, &[]).unwrap();
        if listed {
            let mut manifest = manifest::Manifest::read(&OsDisk, &folder(&dir)).unwrap().unwrap();
            let old = manifest.segments.last_mut().unwrap();
            old.length = Some(24);
            manifest.segments.push(manifest::Listed { number: last + 1, length: None });
            manifest.save(&OsDisk, &folder(&dir)).unwrap();
        }
        let log = open(&dir, STRICT);
        assert_eq!(segments(&dir).pop(), Some(last), "{listed}");
        assert_eq!(offsets(&log, 1).await.len() as u64, end + u64::from(listed));
        assert_eq!(append(&log, 1, "new".to_owned()).await, end + u64::from(listed));
        log.trim(&id(), 0).await.unwrap();
        stop(log, false);
    }
}

#[tokio::test]
async fn what_a_crash_left_of_making_and_removing_a_log_goes() {
    let dir = tempfile::tempdir().unwrap();
    let log = open(&dir, STRICT);
    fill(&log, 2).await;
    stop(log, true);
    fs::create_dir(dir.path().join("begun")).unwrap();
    fs::write(dir.path().join("begun.manifest.new"), "x").unwrap();
    fs::rename(folder(&dir), dir.path().join("stream.deleted")).unwrap();
    let log = open(&dir, STRICT);
    assert!(log.list().await.unwrap().is_empty());
    log.create(&id()).await.unwrap();
    assert_eq!(append(&log, 0, "x".to_owned()).await, 0);
    log.delete(&id()).await.unwrap();
    stop(log, true);
    let left: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left, ["acknowledged.ends"]);
    // An empty log whose folder is gone has lost nothing.
    let log = open(&dir, STRICT);
    log.create(&id()).await.unwrap();
    stop(log, true);
    fs::remove_dir(folder(&dir)).unwrap();
    assert_eq!(append(&open(&dir, STRICT), 0, "x".to_owned()).await, 0);
}
