//! Tumbling windows, one story each.

use super::tests::{Bench, record};
use super::*;

const KEY: &str = "k";

impl Bench {
    fn tumbling() -> Self {
        let mut bench = Self::new(|rules| rules.tumbling_ms = Some(1000));
        assert_eq!(bench.step(Event::Available), ["read"]);
        bench
    }

    /// Records that arrived at these instants.
    fn arrive(&mut self, records: &[(u64, i64)]) -> Vec<String> {
        let records = records.iter().map(|(sequence, at)| record(*sequence, KEY, *at, 10));
        self.step(Event::Read(Page { records: records.collect(), ..Page::default() }))
    }

    fn give(&mut self, state: &str) -> Vec<String> {
        let (outcome, state) = (Outcome::Delivered, Some(state.into()));
        self.step(Event::Invoked { lane: 0, outcome, state })
    }
}

#[test]
fn a_batch_is_of_one_window_and_the_next_window_ends_it() {
    let mut bench = Bench::tumbling();
    let batch = bench.arrive(&[(1, 100), (2, 999), (3, 1000)]);
    assert_eq!(batch, ["invoke 1,2 [0..1000] {}", "read"]);
    assert_eq!(bench.give("1"), ["end [0..1000] 1", "checkpoint 2"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 3 [1000..2000] {}"]);
    assert_eq!(bench.give("2"), ["checkpoint 3"]);
    assert_eq!(bench.arrive(&[(4, 1500)]), ["invoke 4 [1000..2000] 2", "read"]);
}

#[test]
fn without_records_a_window_ends_when_a_read_after_its_end_finds_nothing() {
    let mut bench = Bench::tumbling();
    bench.arrive(&[(1, 100)]);
    assert_eq!(bench.give("1"), ["checkpoint 1"]);
    assert_eq!(bench.deadline(), Some(1000));
    assert!(bench.at(1000).is_empty(), "the read that is under way began before");
    assert_eq!(bench.arrive(&[]), ["read"]);
    assert_eq!(bench.deadline(), None);
    assert_eq!(bench.arrive(&[]), ["end [0..1000] 1"]);
    assert!(bench.answer(Outcome::Delivered).is_empty());
    assert_eq!(bench.deadline(), None);
    assert!(bench.memory.is_empty());
}

#[test]
fn a_failed_end_is_tried_again_and_given_up_like_a_batch() {
    let mut bench = Bench::new(|rules| {
        rules.tumbling_ms = Some(1000);
        rules.most_retries = Some(1);
    });
    bench.step(Event::Available);
    bench.arrive(&[(1, 0), (2, 1000)]);
    bench.give("1");
    assert!(bench.answer(Outcome::Failed).is_empty());
    assert_eq!(bench.deadline(), Some(100));
    assert_eq!(bench.at(100), ["end [0..1000] 1"]);
    assert_eq!(bench.answer(Outcome::Failed), ["invoke 2 [1000..2000] {}"]);
}

#[test]
fn a_failed_batch_and_its_halves_get_the_state_before_them() {
    let mut bench = Bench::new(|rules| (rules.tumbling_ms, rules.bisect) = (Some(1000), true));
    bench.step(Event::Available);
    bench.arrive(&[(1, 0)]);
    bench.give("1");
    assert_eq!(bench.arrive(&[(2, 1), (3, 2)]), ["invoke 2,3 [0..1000] 1", "read"]);
    assert_eq!(bench.answer(Outcome::Failed), ["invoke 2 [0..1000] 1"]);
    assert_eq!(bench.give("2"), ["invoke 3 [0..1000] 2", "checkpoint 2"]);
}

#[test]
fn a_state_that_is_too_large_ends_its_window_early() {
    let mut bench = Bench::tumbling();
    bench.arrive(&[(1, 0), (2, 1), (3, 2), (4, 3)]);
    let large = "x".repeat((1 << 20) + 1);
    assert_eq!(bench.give(&large[1..]), ["invoke 4 [0..1000] 1048576 bytes", "checkpoint 3"]);
    assert_eq!(bench.give(&large), ["end early [0..1000] 1048577 bytes", "checkpoint 4"]);
    assert!(bench.answer(Outcome::Delivered).is_empty());
    assert_eq!(bench.arrive(&[(5, 4)]), ["invoke 5 [0..1000] {}", "read"], "a new state begins");
}

#[test]
fn a_closed_shard_ends_its_window_before_it_finishes() {
    let mut bench = Bench::tumbling();
    let page = Page { records: vec![record(1, KEY, 0, 1)], ended: true, behind: false };
    bench.step(Event::Read(page));
    assert_eq!(bench.give("1"), ["end [0..1000] 1", "checkpoint 1"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["finished"]);
}

#[test]
fn a_state_outlives_its_machine_and_ends_with_another_length() {
    let mut bench = Bench::tumbling();
    bench.arrive(&[(1, 0)]);
    bench.give("1");
    let kept = serde_json::to_string(&bench.memory).unwrap();
    assert_eq!(
        kept,
        r#"{"lanes":0,"retrying":[],"window":{"start_ms":0,"end_ms":1000,"state":"1","early":false,"failures":0}}"#
    );
    let memory: Memory = serde_json::from_str(&kept).unwrap();
    assert_eq!(memory, bench.memory);
    let next = |change: fn(&mut Rules)| {
        let mut next = Bench::tumbling();
        next.memory = memory.clone();
        let mut next = next.begin_again(change);
        [next.step(Event::Available), next.arrive(&[(2, 1)])].concat()
    };
    assert_eq!(next(|_| {}), ["read", "invoke 2 [0..1000] 1", "read"]);
    assert_eq!(next(|rules| rules.tumbling_ms = Some(500)), ["end [0..1000] 1", "read", "read"]);
    assert_eq!(next(|rules| rules.tumbling_ms = None), ["read", "invoke 2", "read"]);
}

#[test]
fn a_window_ends_though_a_batch_of_it_has_expired() {
    let mut bench = Bench::tumbling();
    bench.arrive(&[(1, 0)]);
    bench.give("1");
    bench.arrive(&[(2, 1)]);
    bench.answer(Outcome::Failed);
    let mut next = bench.begin_again(|_| {});
    assert_eq!(next.step(Event::Available), ["read"]);
    let ended = next.step(Event::Read(Page { ended: true, ..Page::default() }));
    assert_eq!(ended, ["end [0..1000] 1"]);
    assert_eq!(next.answer(Outcome::Delivered), ["finished"]);
}
