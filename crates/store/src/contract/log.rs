//! What every [`Log`] engine does.

use super::pause;
use crate::{Bounds, Entry, Error, Lane, Log, LogId, ReadLimit, Stored};
use bytes::Bytes;
use futures_util::future::{join, join_all};

const ALL: ReadLimit = ReadLimit { records: usize::MAX, bytes: usize::MAX };

/// Runs the suite over an empty engine.
pub async fn run(log: &dyn Log) {
    a_log_exists_from_create_to_delete(log).await;
    lanes_count_for_themselves(log).await;
    a_read_stops_at_its_limit(log).await;
    times_never_go_back_within_a_lane(log).await;
    seek_finds_the_first_record_of_a_time(log).await;
    large_records_and_empty_ones_come_back(log).await;
    appends_that_race_keep_their_order(log).await;
    trim_forgets_nothing_young_and_no_offset(log).await;
    a_sealed_lane_takes_nothing_more(log).await;
    what_was_acknowledged_lies_below_the_seal(log).await;
    names_that_are_not_allowed_are_refused(log).await;
    a_log_in_place_of_a_lost_one_gives_no_offset_again(log).await;
    assert!(log.list().await.unwrap().is_empty());
}

/// A record whose bytes are its text.
pub fn entry(lane: Lane, time_ms: i64, text: &str) -> Entry {
    Entry { lane, time_ms, bytes: Bytes::copy_from_slice(text.as_bytes()) }
}

fn texts(records: &[Stored]) -> Vec<&str> {
    records.iter().map(text).collect()
}

fn text(record: &Stored) -> &str {
    std::str::from_utf8(&record.bytes).unwrap()
}

async fn fresh(log: &dyn Log, name: &str) -> LogId {
    let id = LogId(name.to_owned());
    log.create(&id).await.unwrap();
    id
}

async fn a_log_exists_from_create_to_delete(log: &dyn Log) {
    let (a, b) = (fresh(log, "a").await, LogId("b".repeat(128)));
    assert!(matches!(log.create(&a).await, Err(Error::Exists(_))));
    log.create(&b).await.unwrap();
    let mut all = log.list().await.unwrap();
    all.sort();
    assert_eq!(all, [a.clone(), b.clone()]);
    log.append(&a, vec![entry(0, 1, "x")]).await.unwrap();
    assert_eq!(log.bounds(&b, 0).await.unwrap(), Bounds::EMPTY);
    log.delete(&a).await.unwrap();
    log.delete(&a).await.unwrap();
    assert_eq!(log.list().await.unwrap(), std::slice::from_ref(&b));
    log.delete(&b).await.unwrap();
    let missing = |answer: Option<Error>| assert!(matches!(answer, Some(Error::NotFound(_))));
    missing(log.append(&a, vec![entry(0, 1, "x")]).await.err());
    missing(log.append(&a, Vec::new()).await.err());
    missing(log.read(&a, 0, 0, ALL).await.err());
    missing(log.seek(&a, 0, 0).await.err());
    missing(log.bounds(&a, 0).await.err());
    missing(log.trim(&a, 0).await.err());
}

async fn lanes_count_for_themselves(log: &dyn Log) {
    let id = fresh(log, "lanes").await;
    assert!(log.append(&id, Vec::new()).await.unwrap().is_empty());
    let batch = vec![entry(7, 1, "a"), entry(u32::MAX, 1, "b"), entry(7, 2, "c"), entry(0, 3, "d")];
    let places = log.append(&id, batch).await.unwrap();
    let last = log.append(&id, vec![entry(7, 2, "e")]).await.unwrap()[0].offset;
    let offsets = [places[0].offset, places[2].offset, last];
    assert!(offsets.is_sorted_by(|a, b| a < b), "{offsets:?}");
    let found = log.read(&id, 7, 0, ALL).await.unwrap();
    assert_eq!(found.iter().map(|record| record.offset).collect::<Vec<_>>(), offsets);
    assert_eq!(texts(&found), ["a", "c", "e"]);
    assert_eq!(texts(&log.read(&id, 7, offsets[0] + 1, ALL).await.unwrap()), ["c", "e"]);
    assert_eq!(texts(&log.read(&id, u32::MAX, 0, ALL).await.unwrap()), ["b"]);
    for (lane, from) in [(7, last + 1), (7, u64::MAX), (0, places[3].offset + 1), (5, 0)] {
        assert!(log.read(&id, lane, from, ALL).await.unwrap().is_empty(), "{lane} {from}");
    }
    let Bounds { start, end, newest_ms, sealed } = log.bounds(&id, 7).await.unwrap();
    assert!(start <= offsets[0] && last < end, "{start} {end}");
    assert_eq!((newest_ms, sealed), (Some(2), false));
    assert_eq!(log.bounds(&id, 5).await.unwrap(), Bounds::EMPTY);
    log.delete(&id).await.unwrap();
}

async fn a_read_stops_at_its_limit(log: &dyn Log) {
    let id = fresh(log, "limit").await;
    let batch = (0..500).map(|n| entry(n % 2, 1, &format!("{:>100}", n / 2))).collect();
    let places = log.append(&id, batch).await.unwrap();
    let offsets: Vec<u64> = places.iter().skip(1).step_by(2).map(|it| it.offset).collect();
    let read = async |from: usize, records, bytes| {
        let limit = ReadLimit { records, bytes };
        let found = log.read(&id, 1, offsets[from], limit).await.unwrap();
        for (record, expected) in found.iter().zip(from..) {
            assert_eq!(record.offset, offsets[expected]);
            assert_eq!(texts(std::slice::from_ref(record))[0].trim(), expected.to_string());
        }
        found.len()
    };
    assert_eq!(read(0, 3, usize::MAX).await, 3);
    assert_eq!(read(248, 3, usize::MAX).await, 2);
    assert_eq!(read(17, usize::MAX, 1000).await, 10);
    assert_eq!(read(17, usize::MAX, 1099).await, 10);
    assert_eq!(read(17, 5, 1099).await, 5);
    assert_eq!(read(17, 5, 0).await, 1, "at least one");
    assert_eq!(read(17, 5, 99).await, 1, "at least one");
    assert_eq!(read(0, usize::MAX, usize::MAX).await, 250);
    assert_eq!(read(0, 0, 10).await, 0);
    log.delete(&id).await.unwrap();
}

async fn times_never_go_back_within_a_lane(log: &dyn Log) {
    let id = fresh(log, "times").await;
    let batch = vec![entry(0, 50, "a"), entry(0, 40, "b"), entry(1, 30, "c")];
    let places = log.append(&id, batch).await.unwrap();
    let times: Vec<i64> = places.iter().map(|place| place.time_ms).collect();
    assert_eq!(times, [50, 50, 30]);
    assert_eq!(log.append(&id, vec![entry(0, 49, "d")]).await.unwrap()[0].time_ms, 50);
    assert_eq!(log.append(&id, vec![entry(2, -5, "e")]).await.unwrap()[0].time_ms, -5);
    assert_eq!(log.append(&id, vec![entry(2, -7, "f")]).await.unwrap()[0].time_ms, -5);
    let stored = log.read(&id, 0, 0, ALL).await.unwrap();
    assert!(stored.iter().all(|record| record.time_ms == 50));
    assert_eq!(log.bounds(&id, 0).await.unwrap().newest_ms, Some(50));
    log.delete(&id).await.unwrap();
}

async fn seek_finds_the_first_record_of_a_time(log: &dyn Log) {
    let id = fresh(log, "seek").await;
    assert_eq!(log.seek(&id, 0, 5).await.unwrap(), 0);
    let mut offsets = Vec::new();
    for time_ms in [10, 20, 20, 30] {
        let batch = vec![entry(0, time_ms, "x"), entry(0, time_ms, "y")];
        offsets.extend(log.append(&id, batch).await.unwrap().iter().map(|it| it.offset));
        log.append(&id, vec![entry(1, 1, "other")]).await.unwrap();
    }
    offsets.push(log.bounds(&id, 0).await.unwrap().end);
    for (time_ms, index) in [(i64::MIN, 0), (10, 0), (11, 2), (20, 2), (21, 6), (30, 6), (31, 8)] {
        assert_eq!(log.seek(&id, 0, time_ms).await.unwrap(), offsets[index], "{time_ms}");
    }
    log.delete(&id).await.unwrap();
}

async fn large_records_and_empty_ones_come_back(log: &dyn Log) {
    let id = fresh(log, "sizes").await;
    let large = |byte| Entry { lane: 0, time_ms: 1, bytes: Bytes::from(vec![byte; 1 << 20]) };
    let batch = vec![large(1), entry(0, 1, ""), large(2), entry(1, 1, ""), large(3)];
    log.append(&id, batch).await.unwrap();
    let found = log.read(&id, 0, 0, ALL).await.unwrap();
    let sizes: Vec<usize> = found.iter().map(|record| record.bytes.len()).collect();
    assert_eq!(sizes, [1 << 20, 0, 1 << 20, 1 << 20]);
    assert!(found[2].bytes.iter().all(|byte| *byte == 2));
    assert_eq!(texts(&log.read(&id, 1, 0, ALL).await.unwrap()), [""]);
    log.delete(&id).await.unwrap();
}

async fn appends_that_race_keep_their_order(log: &dyn Log) {
    let id = &fresh(log, "race").await;
    let writer = async |writer: u32| {
        for n in 0..20 {
            let text = format!("{writer} {n}");
            let batch = vec![entry(0, 1, &text), entry(1 + writer, 1, &text), entry(0, 1, &text)];
            let places = log.append(id, batch).await.unwrap();
            let limit = ReadLimit { records: 2, bytes: usize::MAX };
            let found = log.read(id, 0, places[0].offset, limit).await.unwrap();
            assert_eq!(texts(&found), [&text, &text], "readable once acknowledged");
        }
    };
    join_all((0..10).map(writer)).await;
    let all = log.read(id, 0, 0, ALL).await.unwrap();
    assert_eq!(all.len(), 400);
    assert!(all.is_sorted_by(|a, b| a.offset < b.offset));
    let is_together = |pair: &[Stored]| pair[0].bytes == pair[1].bytes;
    assert!(all.chunks(2).all(is_together), "a batch stays together");
    for writer in 0..10 {
        let own = log.read(id, 1 + writer, 0, ALL).await.unwrap();
        let expected: Vec<String> = (0..20).map(|n| format!("{writer} {n}")).collect();
        assert_eq!(texts(&own), expected);
    }
    log.delete(id).await.unwrap();
}

async fn trim_forgets_nothing_young_and_no_offset(log: &dyn Log) {
    let id = fresh(log, "trim").await;
    let append = async |time_ms: i64| {
        log.append(&id, vec![entry(0, time_ms, "x"), entry(1, 1, "y")]).await.unwrap()[0].offset
    };
    let mut offsets = Vec::new();
    for time_ms in 1..=100 {
        offsets.push(append(time_ms).await);
    }
    let (young, last) = (offsets[49], offsets[99]);
    log.trim(&id, 50).await.unwrap();
    let bounds = log.bounds(&id, 0).await.unwrap();
    assert!(bounds.start <= young && bounds.end > last, "{bounds:?}");
    let found = log.read(&id, 0, 0, ALL).await.unwrap();
    assert!(found.first().is_some_and(|first| (bounds.start..=young).contains(&first.offset)));
    assert_eq!(found.last().map(|record| record.offset), Some(last));
    log.trim(&id, 1000).await.unwrap();
    let after = log.bounds(&id, 0).await.unwrap();
    assert_eq!((after.end, after.newest_ms), (bounds.end, Some(100)));
    let next = append(90).await;
    assert!(next >= bounds.end, "offsets go on");
    let bounds = log.bounds(&id, 0).await.unwrap();
    assert_eq!(bounds.newest_ms, Some(100), "times go on");
    let found = log.read(&id, 0, 0, ALL).await.unwrap();
    assert!(found.first().is_some_and(|first| (bounds.start..=next).contains(&first.offset)));
    assert_eq!(found.last().map(|record| record.offset), Some(next));
    log.delete(&id).await.unwrap();
}

async fn a_log_in_place_of_a_lost_one_gives_no_offset_again(log: &dyn Log) {
    let id = fresh(log, "lost").await;
    assert!(log.lost().is_empty());
    assert!(matches!(log.recreate(&id).await, Err(Error::Exists(_))));
    let mut last = 0;
    for _ in 0..10 {
        last = log.append(&id, vec![entry(0, 1, "x")]).await.unwrap()[0].offset;
    }
    log.delete(&id).await.unwrap();
    log.recreate(&id).await.unwrap();
    for lane in [0, 1] {
        let Bounds { start, end, newest_ms, .. } = log.bounds(&id, lane).await.unwrap();
        assert!(start == end && end > last && newest_ms.is_none(), "{start} {end}");
        assert_eq!(log.seek(&id, lane, 0).await.unwrap(), end);
        assert!(log.read(&id, lane, 0, ALL).await.unwrap().is_empty());
        let offset = log.append(&id, vec![entry(lane, 1, "y")]).await.unwrap()[0].offset;
        let start = log.bounds(&id, lane).await.unwrap().start;
        assert!(end <= start && start <= offset, "{end} {start} {offset}");
        assert_eq!(texts(&log.read(&id, lane, 0, ALL).await.unwrap()), ["y"]);
    }
    log.delete(&id).await.unwrap();
}

async fn a_sealed_lane_takes_nothing_more(log: &dyn Log) {
    let id = fresh(log, "sealed").await;
    log.append(&id, vec![entry(1, 1, "a"), entry(1, 2, "b")]).await.unwrap();
    let end = log.seal(&id, 1).await.unwrap();
    assert_eq!(log.seal(&id, 1).await.unwrap(), end);
    let bounds = log.bounds(&id, 1).await.unwrap();
    assert_eq!((bounds.end, bounds.newest_ms, bounds.sealed), (end, Some(2), true));
    refused(log, &id, entry(1, 3, "c")).await;
    let both = log.append(&id, vec![entry(0, 3, "d"), entry(1, 3, "e")]).await;
    let Err(Error::Sealed(kept)) = both else { panic!("{both:?}") };
    assert_eq!((kept.len(), kept[1]), (2, None));
    log.append(&id, vec![entry(0, 4, "f")]).await.unwrap();
    let expected = if kept[0].is_some() { &["d", "f"][..] } else { &["f"] };
    assert_eq!(texts(&log.read(&id, 0, 0, ALL).await.unwrap()), expected);
    assert_eq!(texts(&log.read(&id, 1, 0, ALL).await.unwrap()), ["a", "b"]);
    let last = log.read(&id, 1, 0, ALL).await.unwrap().pop().unwrap();
    assert!(last.offset < end);
    assert!(log.read(&id, 1, end, ALL).await.unwrap().is_empty());
    assert_eq!(log.seek(&id, 1, 3).await.unwrap(), end);
    let nothing = log.seal(&id, 7).await.unwrap();
    let bounds = log.bounds(&id, 7).await.unwrap();
    assert_eq!((bounds.start, bounds.end, bounds.sealed), (nothing, nothing, true));
    refused(log, &id, entry(7, 5, "g")).await;
    log.trim(&id, 3).await.unwrap();
    refused(log, &id, entry(1, 9, "h")).await;
    log.delete(&id).await.unwrap();
    assert!(matches!(log.seal(&id, 1).await, Err(Error::NotFound(_))));
}

async fn refused(log: &dyn Log, id: &LogId, entry: Entry) {
    let refused = log.append(id, vec![entry]).await;
    assert!(matches!(&refused, Err(Error::Sealed(kept)) if kept[..] == [None]), "{refused:?}");
}

async fn what_was_acknowledged_lies_below_the_seal(log: &dyn Log) {
    let id = fresh(log, "sealing").await;
    for lane in 0..20 {
        let append = async |n: u32| {
            let appended = log.append(&id, vec![entry(lane, 1, &n.to_string())]).await;
            match appended {
                Ok(appended) => Some((appended[0].offset, n.to_string())),
                Err(Error::Sealed(_)) => None,
                Err(error) => panic!("{error}"),
            }
        };
        let appends = join_all((0..10).map(append));
        let sealing = async {
            for _ in 0..lane {
                pause().await;
            }
            log.seal(&id, lane).await.unwrap()
        };
        let (acknowledged, end) = join(appends, sealing).await;
        let mut acknowledged: Vec<_> = acknowledged.into_iter().flatten().collect();
        acknowledged.sort();
        assert!(acknowledged.iter().all(|(offset, _)| *offset < end));
        let found = log.read(&id, lane, 0, ALL).await.unwrap();
        let found: Vec<_> = found.iter().map(|it| (it.offset, text(it).to_owned())).collect();
        assert_eq!(found, acknowledged);
    }
    log.delete(&id).await.unwrap();
}

async fn names_that_are_not_allowed_are_refused(log: &dyn Log) {
    for name in ["", "..", "a/b", "A", "ä", &"a".repeat(129)] {
        let id = LogId(name.to_owned());
        assert!(log.create(&id).await.is_err(), "{name:?}");
        assert!(log.append(&id, vec![entry(0, 1, "x")]).await.is_err(), "{name:?}");
        log.delete(&id).await.unwrap();
    }
}
