//! The machine's rules, one table or story each.

use super::*;
use crate::machine::rules::Backoff;

const KEY: &str = "k";

fn rules() -> Rules {
    Rules {
        batch_size: 3,
        window_ms: 0,
        payload_bytes: 1000,
        lanes: 1,
        most_retries: None,
        most_age_ms: None,
        bisect: false,
        tumbling_ms: None,
        most_bytes: 10_000,
        read_every_ms: 0,
        backoff: Backoff { first_ms: 100, most_ms: 400 },
    }
}

pub(super) fn record(sequence: u64, key: &str, arrival: i64, event_bytes: usize) -> Record {
    Record {
        sequence: sequence.to_string().into(),
        partition_key: key.to_owned(),
        data: Bytes::from_static(&[0; 10]),
        arrival: Timestamp(arrival),
        event_bytes,
        wanted: true,
    }
}

/// A machine and the time, spoken to in short words.
pub(super) struct Bench {
    rules: Rules,
    machine: Machine,
    now: i64,
    /// As the machine last said it.
    pub(super) memory: Memory,
}

impl Bench {
    pub(super) fn new(change: impl FnOnce(&mut Rules)) -> Self {
        let mut rules = rules();
        change(&mut rules);
        let (machine, memory) = (Machine::new(rules.clone(), Memory::default()), Memory::default());
        Self { rules, machine, now: 0, memory }
    }

    pub(super) fn step(&mut self, event: Event) -> Vec<String> {
        let mut words = Vec::new();
        for action in self.machine.step(Timestamp(self.now), event) {
            match action {
                Action::Remember(memory) => self.memory = memory,
                action => words.push(word(&action)),
            }
        }
        words
    }

    /// Small records of one key that arrive now.
    fn put(&mut self, sequences: std::ops::RangeInclusive<u64>) -> Vec<String> {
        let records = sequences.map(|sequence| record(sequence, KEY, self.now, 10)).collect();
        self.step(Event::Read(Page { records, ..Page::default() }))
    }

    pub(super) fn answer(&mut self, outcome: Outcome) -> Vec<String> {
        self.step(Event::Invoked { lane: 0, outcome, state: None })
    }

    fn disposed(&mut self, done: bool) -> Vec<String> {
        self.step(Event::Disposed { lane: 0, done })
    }

    pub(super) fn at(&mut self, now: i64) -> Vec<String> {
        self.now = now;
        self.step(Event::Timer)
    }

    pub(super) fn deadline(&self) -> Option<i64> {
        self.machine.deadline().map(Timestamp::millis)
    }
}

fn word(action: &Action) -> String {
    let list = |records: &[Arc<Record>]| {
        records.iter().map(|record| &*record.sequence).collect::<Vec<_>>().join(",")
    };
    match action {
        Action::Read { .. } => "read".to_owned(),
        Action::Invoke { lane, batch, window: Some(slice) } => {
            assert_eq!(*lane, 0);
            windowed(&list(batch), slice)
        }
        Action::Invoke { lane: 0, batch, .. } => format!("invoke {}", list(batch)),
        Action::Invoke { lane, batch, .. } => format!("invoke@{lane} {}", list(batch)),
        Action::Checkpoint(sequence) => format!("checkpoint {sequence}"),
        Action::Remember(_) => "remember".to_owned(),
        Action::Dispose { lane: 0, records, reason, .. } => {
            format!("dispose {} {reason:?}", list(records))
        }
        Action::Dispose { lane, records, reason, .. } => {
            format!("dispose@{lane} {} {reason:?}", list(records))
        }
        Action::Finished => "finished".to_owned(),
        Action::Stopped => "stopped".to_owned(),
    }
}

fn windowed(batch: &str, slice: &Slice) -> String {
    let (start, end) = (slice.start.millis(), slice.end.millis());
    let state = match slice.state.as_deref().unwrap_or("{}") {
        large if large.len() > 100 => format!("{} bytes", large.len()),
        state => state.to_owned(),
    };
    let what = match (slice.last, slice.early) {
        (true, true) => "end early".to_owned(),
        (true, false) => "end".to_owned(),
        (false, _) => format!("invoke {batch}"),
    };
    format!("{what} [{start}..{end}] {state}")
}

#[test]
fn records_are_offered_as_they_come_and_checkpointed_when_taken() {
    let mut bench = Bench::new(|_| {});
    assert_eq!(bench.step(Event::Available), ["read"]);
    assert_eq!(bench.put(1..=2), ["invoke 1,2", "read"]);
    assert_eq!(bench.put(3..=7), ["read"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 3,4,5", "checkpoint 2"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 6,7", "checkpoint 5"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 7"]);
    assert_eq!(bench.deadline(), None);
}

#[test]
fn an_empty_read_waits_for_a_wake_up() {
    let mut bench = Bench::new(|_| {});
    assert_eq!(bench.step(Event::Available), ["read"]);
    assert!(bench.step(Event::Available).is_empty(), "one read at a time");
    assert_eq!(bench.step(Event::Read(Page::default())), ["read"], "the wake-up is not lost");
    assert!(bench.step(Event::Read(Page::default())).is_empty());
    assert_eq!(bench.deadline(), None);
    assert_eq!(bench.step(Event::Available), ["read"]);
}

#[test]
fn an_empty_read_that_is_behind_is_done_again_soon() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    let behind = Page { behind: true, ..Page::default() };
    assert!(bench.step(Event::Read(behind)).is_empty());
    assert_eq!(bench.deadline(), Some(200));
    assert!(bench.at(199).is_empty());
    assert_eq!(bench.at(200), ["read"]);
}

#[test]
fn a_window_is_waited_for_unless_the_batch_is_full() {
    let mut bench = Bench::new(|rules| rules.window_ms = 1000);
    bench.step(Event::Available);
    assert_eq!(bench.put(1..=1), ["read"]);
    assert_eq!(bench.deadline(), Some(1000));
    bench.now = 600;
    assert_eq!(bench.put(2..=2), ["read"]);
    assert_eq!(bench.deadline(), Some(1000), "the window began with the first record");
    assert_eq!(bench.at(1000), ["invoke 1,2"]);
    assert!(bench.answer(Outcome::Delivered).contains(&"checkpoint 2".to_owned()));
    bench.now = 1100;
    assert_eq!(bench.put(3..=6), ["invoke 3,4,5", "read"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 5"]);
    assert_eq!(bench.deadline(), Some(2100));
}

#[test]
fn a_batch_is_no_larger_than_an_event_may_be() {
    let mut bench = Bench::new(|rules| rules.window_ms = 1000);
    bench.step(Event::Available);
    let records = vec![
        record(1, KEY, 0, 600),
        record(2, KEY, 0, 400),
        record(3, KEY, 0, 1),
        record(4, KEY, 0, 5000),
    ];
    let page = Page { records, ..Page::default() };
    assert_eq!(bench.step(Event::Read(page)), ["invoke 1,2", "read"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 3", "checkpoint 2"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 3"]);
    assert_eq!(bench.at(1000), ["invoke 4"], "a record that fits nowhere is offered by itself");
}

#[test]
fn a_failed_batch_is_offered_again_after_longer_and_longer_pauses() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    bench.put(1..=4);
    for pause in [100, 200, 400, 400] {
        assert!(bench.answer(Outcome::Failed).is_empty());
        assert_eq!(bench.deadline(), Some(bench.now + pause));
        assert!(bench.at(bench.now + pause - 1).is_empty());
        assert_eq!(bench.at(bench.now + 1), ["invoke 1,2,3"]);
    }
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 4", "checkpoint 3"]);
    bench.answer(Outcome::Failed);
    assert_eq!(bench.deadline(), Some(bench.now + 100), "a success makes the pauses short again");
}

#[test]
fn retries_end_but_throttles_do_not_count() {
    let mut bench = Bench::new(|rules| rules.most_retries = Some(1));
    bench.step(Event::Available);
    bench.put(1..=4);
    for _ in 0..5 {
        assert!(bench.answer(Outcome::NotReached).is_empty());
        assert_eq!(bench.at(bench.now + 400), ["invoke 1,2,3"]);
    }
    assert!(bench.answer(Outcome::Failed).is_empty());
    assert_eq!(bench.at(bench.now + 400), ["invoke 1,2,3"]);
    assert_eq!(bench.answer(Outcome::Failed), ["dispose 1,2,3 RetriesExhausted"]);
    assert_eq!(bench.disposed(true), ["invoke 4", "checkpoint 3"]);
}

#[test]
fn a_changed_function_gets_a_failed_batch_at_once() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    bench.put(1..=2);
    bench.answer(Outcome::Failed);
    bench.at(100);
    bench.answer(Outcome::Failed);
    assert_eq!(bench.deadline(), Some(300));
    assert_eq!(bench.step(Event::FunctionChanged), ["invoke 1,2"]);
    assert!(bench.answer(Outcome::Failed).is_empty());
    assert_eq!(bench.deadline(), Some(200), "the pauses are short again");
    bench.at(200);
    assert!(bench.step(Event::FunctionChanged).is_empty(), "one batch at a time");
    assert_eq!(
        bench.answer(Outcome::Failed),
        ["invoke 1,2"],
        "it was the old function that failed"
    );
    assert!(bench.answer(Outcome::NotReached).is_empty());
    assert_eq!(bench.deadline(), Some(300), "and this one the new");
}

#[test]
fn a_batch_that_is_too_large_is_offered_in_halves_and_a_record_is_not() {
    let mut bench = Bench::new(|rules| rules.most_retries = Some(0));
    bench.step(Event::Available);
    bench.put(1..=3);
    assert_eq!(bench.answer(Outcome::TooLarge), ["invoke 1,2"]);
    assert_eq!(bench.answer(Outcome::TooLarge), ["invoke 1"]);
    assert_eq!(bench.answer(Outcome::TooLarge), ["dispose 1 RetriesExhausted"]);
    assert_eq!(bench.disposed(true), ["invoke 2", "checkpoint 1"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 3", "checkpoint 2"]);
}

#[test]
fn a_bisected_batch_is_offered_in_halves_in_order() {
    let mut bench = Bench::new(|rules| {
        rules.bisect = true;
        rules.most_retries = Some(0);
        rules.batch_size = 5;
    });
    bench.step(Event::Available);
    bench.put(1..=6);
    assert_eq!(bench.answer(Outcome::Failed), ["invoke 1,2,3"]);
    assert_eq!(bench.answer(Outcome::Failed), ["invoke 1,2"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 3", "checkpoint 2"]);
    assert_eq!(bench.answer(Outcome::Failed), ["dispose 3 RetriesExhausted"]);
    assert_eq!(bench.disposed(true), ["invoke 4,5", "checkpoint 3"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 6", "checkpoint 5"]);
}

#[test]
fn a_record_that_an_answer_names_each_time_is_given_up_alone_where_batches_are_bisected() {
    let mut bench = Bench::new(|rules| {
        rules.bisect = true;
        rules.most_retries = Some(1);
        rules.batch_size = 5;
    });
    bench.step(Event::Available);
    bench.put(1..=5);
    assert_eq!(bench.answer(Outcome::FailedFrom(2)), ["invoke 3,4,5", "checkpoint 2"]);
    assert_eq!(bench.answer(Outcome::FailedFrom(0)), ["invoke 3,4"]);
    assert_eq!(bench.answer(Outcome::FailedFrom(0)), ["invoke 3"]);
    assert!(bench.answer(Outcome::FailedFrom(0)).is_empty());
    assert_eq!(bench.at(100), ["invoke 3"]);
    assert_eq!(bench.answer(Outcome::FailedFrom(0)), ["dispose 3 RetriesExhausted"]);
    assert_eq!(bench.disposed(true), ["invoke 4", "checkpoint 3"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 5", "checkpoint 4"]);
}

#[test]
fn an_unreached_batch_is_not_bisected() {
    let mut bench = Bench::new(|rules| rules.bisect = true);
    bench.step(Event::Available);
    bench.put(1..=2);
    assert!(bench.answer(Outcome::NotReached).is_empty());
    assert_eq!(bench.at(100), ["invoke 1,2"]);
}

#[test]
fn a_partial_answer_settles_what_comes_before_the_failure() {
    let mut bench = Bench::new(|rules| rules.most_retries = Some(1));
    bench.step(Event::Available);
    bench.put(1..=3);
    assert_eq!(bench.answer(Outcome::FailedFrom(1)), ["checkpoint 1"]);
    assert_eq!(bench.at(100), ["invoke 2,3"]);
    assert_eq!(
        bench.answer(Outcome::FailedFrom(1)),
        ["dispose 3 RetriesExhausted", "checkpoint 2"],
        "the remainder's second failure ends its retries"
    );
    assert_eq!(bench.disposed(true), ["checkpoint 3"]);
    bench.put(4..=4);
    assert_eq!(bench.answer(Outcome::FailedFrom(9)), ["checkpoint 4"], "past the end is success");
}

#[test]
fn records_that_are_too_old_are_given_up_even_during_a_pause() {
    let mut bench = Bench::new(|rules| {
        rules.most_age_ms = Some(1000);
        rules.backoff = Backoff { first_ms: 5000, most_ms: 5000 };
    });
    bench.step(Event::Available);
    let records = vec![record(1, KEY, 0, 1), record(2, KEY, 500, 1)];
    let page = Page { records, ..Page::default() };
    assert_eq!(bench.step(Event::Read(page)), ["invoke 1,2", "read"]);
    assert!(bench.answer(Outcome::Failed).is_empty());
    assert_eq!(bench.deadline(), Some(1000));
    assert_eq!(bench.at(1000), ["dispose 1 TooOld"]);
    assert_eq!(bench.disposed(true), ["checkpoint 1"]);
    assert_eq!(bench.deadline(), Some(1500));
    assert_eq!(bench.at(1500), ["dispose 2 TooOld"]);
    assert_eq!(bench.disposed(true), ["checkpoint 2"]);
    let page = Page { records: vec![record(3, KEY, 500, 1)], ..Page::default() };
    assert_eq!(bench.step(Event::Read(page)), ["dispose 3 TooOld", "read"]);
    assert_eq!(bench.disposed(true), ["checkpoint 3"]);
}

#[test]
fn a_disposal_that_fails_is_tried_again_and_its_lane_and_checkpoint_wait() {
    let mut bench = Bench::new(|rules| rules.most_retries = Some(0));
    bench.step(Event::Available);
    bench.put(1..=4);
    assert_eq!(
        bench.answer(Outcome::FailedFrom(1)),
        ["dispose 2,3 RetriesExhausted", "checkpoint 1"]
    );
    assert_eq!(bench.deadline(), None, "only its answer is waited for");
    for pause in [100, 200, 400, 400] {
        assert!(bench.disposed(false).is_empty());
        assert!(bench.step(Event::FunctionChanged).is_empty(), "the function has no part in it");
        assert_eq!(bench.deadline(), Some(bench.now + pause));
        assert!(bench.at(bench.now + pause - 1).is_empty());
        assert_eq!(bench.at(bench.now + 1), ["dispose 2,3 RetriesExhausted"]);
        assert!(bench.at(bench.now + 10_000).is_empty(), "one at a time");
    }
    assert_eq!(bench.disposed(true), ["invoke 4", "checkpoint 3"]);
    assert!(bench.disposed(true).is_empty(), "an answer that nobody waits for");
}

#[test]
fn a_disposal_holds_up_no_other_lane_but_the_checkpoint() {
    let mut bench = Bench::new(|rules| {
        rules.lanes = 10;
        rules.most_retries = Some(0);
    });
    let [first, other] = keys_of_lanes_0_and_1();
    bench.step(Event::Available);
    let keys = [&first, &other, &first, &other];
    let records = (1..).zip(keys).map(|(sequence, key)| record(sequence, key, 0, 1)).collect();
    bench.step(Event::Read(Page { records, ..Page::default() }));
    let failed = Event::Invoked { lane: 1, outcome: Outcome::Failed, state: None };
    assert_eq!(bench.step(failed), ["dispose@1 2,4 RetriesExhausted"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 1"]);
    let records = vec![record(5, &first, 0, 1), record(6, &other, 0, 1)];
    let page = Page { records, ..Page::default() };
    assert_eq!(bench.step(Event::Read(page)), ["invoke 5", "read"]);
    assert!(bench.answer(Outcome::Delivered).is_empty());
    let done = Event::Disposed { lane: 1, done: true };
    assert_eq!(bench.step(done), ["invoke@1 6", "checkpoint 5"]);
}

#[test]
fn what_is_not_disposed_of_takes_up_room() {
    let mut bench = Bench::new(|rules| {
        rules.most_bytes = 30;
        rules.most_retries = Some(0);
    });
    bench.step(Event::Available);
    assert_eq!(bench.put(1..=3), ["invoke 1,2,3"], "there is no room to read on");
    assert_eq!(bench.answer(Outcome::Failed), ["dispose 1,2,3 RetriesExhausted"]);
    assert!(bench.disposed(false).is_empty());
    assert!(bench.step(Event::Available).is_empty());
    assert_eq!(bench.at(100), ["dispose 1,2,3 RetriesExhausted"]);
    assert_eq!(bench.disposed(true), ["read", "checkpoint 3"]);
}

#[test]
fn a_stop_waits_for_a_disposal_but_not_for_its_pause() {
    let exhausted = || {
        let mut bench = Bench::new(|rules| rules.most_retries = Some(0));
        bench.step(Event::Available);
        bench.put(1..=4);
        bench
    };
    let mut bench = exhausted();
    bench.answer(Outcome::Failed);
    assert!(bench.step(Event::Stop).is_empty(), "it is under way");
    assert_eq!(bench.disposed(true), ["checkpoint 3", "stopped"]);

    let mut bench = exhausted();
    bench.step(Event::Stop);
    assert_eq!(bench.answer(Outcome::Failed), ["dispose 1,2,3 RetriesExhausted"]);
    assert_eq!(bench.disposed(false), ["stopped"], "it is offered again after the next start");

    let mut bench = exhausted();
    bench.answer(Outcome::Failed);
    bench.disposed(false);
    assert_eq!(bench.step(Event::Stop), ["stopped"]);
    assert_eq!(bench.deadline(), None);
}

#[test]
fn a_closed_shard_finishes_when_the_last_is_disposed_of() {
    let mut bench = Bench::new(|rules| rules.most_retries = Some(0));
    bench.step(Event::Available);
    let page = Page { records: vec![record(1, KEY, 0, 1)], ended: true, behind: false };
    bench.step(Event::Read(page));
    assert_eq!(bench.answer(Outcome::Failed), ["dispose 1 RetriesExhausted"]);
    assert!(bench.disposed(false).is_empty());
    bench.at(100);
    assert_eq!(bench.disposed(true), ["checkpoint 1", "finished"]);
}

/// Two keys whose records go to the first two of ten lanes.
fn keys_of_lanes_0_and_1() -> [String; 2] {
    [0, 1]
        .map(|lane| (0..100).map(|n| n.to_string()).find(|key| lane::of(key, 10) == lane).unwrap())
}

#[test]
fn lanes_go_on_by_themselves_but_the_checkpoint_waits() {
    let mut bench = Bench::new(|rules| rules.lanes = 10);
    let [first, other] = keys_of_lanes_0_and_1();
    bench.step(Event::Available);
    let keys = [&first, &other, &first, &other];
    let records = (1..).zip(keys).map(|(sequence, key)| record(sequence, key, 0, 1)).collect();
    let page = Page { records, ..Page::default() };
    assert_eq!(bench.step(Event::Read(page)), ["invoke 1,3", "invoke@1 2,4", "read"]);
    let taken = Event::Invoked { lane: 1, outcome: Outcome::Delivered, state: None };
    assert!(bench.step(taken).is_empty(), "1 is not delivered yet");
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 4"]);
}

#[test]
fn reading_pauses_when_too_much_waits() {
    let mut bench = Bench::new(|rules| {
        rules.most_bytes = 30;
        rules.window_ms = 60_000;
        rules.batch_size = 100;
    });
    bench.step(Event::Available);
    assert_eq!(bench.put(1..=2), ["read"]);
    assert_eq!(bench.put(3..=3), ["invoke 1,2,3"], "no more can come, so the window is over");
    assert_eq!(bench.answer(Outcome::Delivered), ["read", "checkpoint 3"]);
}

#[test]
fn a_closed_shard_finishes_when_all_is_settled() {
    let mut bench = Bench::new(|rules| rules.window_ms = 60_000);
    bench.step(Event::Available);
    let page = Page { records: vec![record(1, KEY, 0, 1)], ended: true, behind: false };
    assert_eq!(bench.step(Event::Read(page)), ["invoke 1"]);
    assert!(bench.answer(Outcome::Failed).is_empty());
    assert_eq!(bench.at(100), ["invoke 1"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 1", "finished"]);
    assert!(bench.step(Event::Available).is_empty());
    let mut empty = Bench::new(|_| {});
    empty.step(Event::Available);
    assert_eq!(empty.step(Event::Read(Page { ended: true, ..Page::default() })), ["finished"]);
}

#[test]
fn a_stop_lets_what_is_in_flight_finish_and_starts_nothing() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    bench.put(1..=4);
    assert!(bench.step(Event::Stop).is_empty());
    assert_eq!(bench.deadline(), None);
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 3", "stopped"]);
    assert_eq!(Bench::new(|_| {}).step(Event::Stop), ["stopped"]);
}

#[test]
fn failed_reads_are_done_again_after_a_pause() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    assert!(bench.step(Event::ReadFailed).is_empty());
    assert_eq!(bench.deadline(), Some(100));
    assert!(bench.step(Event::Available).is_empty(), "a wake-up does not shorten the pause");
    assert_eq!(bench.at(100), ["read"]);
    bench.step(Event::ReadFailed);
    assert_eq!(bench.deadline(), Some(300));
}

#[test]
fn a_shard_that_others_read_too_is_read_now_and_then() {
    let mut bench = Bench::new(|rules| rules.read_every_ms = 1000);
    assert_eq!(bench.step(Event::Available), ["read"]);
    assert_eq!(bench.put(1..=2), ["invoke 1,2"]);
    assert_eq!(bench.deadline(), Some(1000));
    assert!(bench.at(999).is_empty());
    assert_eq!(bench.at(1000), ["read"]);
    bench.step(Event::Read(Page::default()));
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 2"]);
    assert_eq!(bench.deadline(), None, "nothing is there, and nobody looks");
    assert!(bench.at(2500).is_empty());
    assert_eq!(bench.step(Event::Available), ["read"]);
}

#[test]
fn answers_that_nobody_waits_for_change_nothing() {
    let mut bench = Bench::new(|_| {});
    assert_eq!(bench.answer(Outcome::Delivered), ["read"]);
    assert!(
        bench.step(Event::Invoked { lane: 7, outcome: Outcome::Failed, state: None }).is_empty()
    );
    assert!(bench.step(Event::Disposed { lane: 7, done: true }).is_empty());
}

#[test]
fn what_is_not_wanted_is_passed_over_and_moves_the_checkpoint() {
    let mut bench = Bench::new(|rules| rules.window_ms = 1000);
    let unwanted = |sequence| Record { wanted: false, ..record(sequence, KEY, 0, 10) };
    bench.step(Event::Available);
    let records = vec![unwanted(1), unwanted(2)];
    let page = Page { records, ..Page::default() };
    assert_eq!(bench.step(Event::Read(page)), ["read", "checkpoint 2"]);
    assert_eq!(bench.deadline(), None, "no window has begun");
    let records = vec![unwanted(3), record(4, KEY, 0, 10), unwanted(5)];
    let page = Page { records, ended: true, behind: false };
    assert_eq!(bench.step(Event::Read(page)), ["invoke 4", "checkpoint 3"]);
    assert!(bench.answer(Outcome::Failed).is_empty());
    assert_eq!(bench.at(100), ["invoke 4"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 5", "finished"]);
}

impl Bench {
    /// The machine of the next process, which begins behind the checkpoint.
    fn restart(self, change: impl FnOnce(&mut Rules)) -> Self {
        let mut next = self.begin_again(change);
        assert_eq!(next.step(Event::Available), ["read"]);
        next
    }

    pub(super) fn begin_again(self, change: impl FnOnce(&mut Rules)) -> Self {
        let mut rules = self.rules;
        change(&mut rules);
        let machine = Machine::new(rules.clone(), self.memory.clone());
        Self { rules, machine, now: self.now, memory: self.memory }
    }
}

#[test]
fn attempts_are_remembered_after_a_restart() {
    let mut bench = Bench::new(|rules| rules.most_retries = Some(2));
    bench.step(Event::Available);
    bench.put(1..=3);
    assert!(bench.memory.is_empty(), "nothing has failed");
    bench.answer(Outcome::Failed);
    bench.at(100);
    bench.answer(Outcome::FailedFrom(1));
    let mut bench = bench.restart(|_| {});
    assert_eq!(bench.put(2..=7), ["invoke 2,3", "read"], "the batch is as it was, and due at once");
    assert_eq!(bench.answer(Outcome::Failed), ["dispose 2,3 RetriesExhausted"]);
    let mut bench = bench.restart(|_| {});
    assert_eq!(bench.put(2..=7), ["invoke 2,3", "read"], "once more, since it was not disposed of");
    assert_eq!(bench.answer(Outcome::Failed), ["dispose 2,3 RetriesExhausted"]);
    assert_eq!(bench.disposed(true), ["invoke 4,5,6", "checkpoint 3"]);
    assert!(bench.memory.is_empty(), "{:?}", bench.memory);
}

#[test]
fn halves_stay_halves_after_a_restart() {
    let mut bench = Bench::new(|rules| (rules.bisect, rules.batch_size) = (true, 4));
    bench.step(Event::Available);
    bench.put(1..=6);
    assert_eq!(bench.answer(Outcome::Failed), ["invoke 1,2"]);
    assert_eq!(bench.answer(Outcome::Failed), ["invoke 1"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 2", "checkpoint 1"]);
    let mut bench = bench.restart(|_| {});
    assert_eq!(bench.put(2..=3), ["invoke 2", "read"], "3 waits for 4");
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 2"]);
    let mut bench = bench.restart(|_| {});
    bench.put(3..=3);
    assert_eq!(bench.put(4..=6), ["invoke 3,4", "read"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 5,6", "checkpoint 4"]);
    assert!(bench.memory.is_empty());
}

#[test]
fn what_a_lane_has_settled_behind_the_checkpoint_is_not_offered_again() {
    let several = |rules: &mut Rules| (rules.lanes, rules.batch_size) = (10, 1);
    let mut bench = Bench::new(several);
    let [first, other] = keys_of_lanes_0_and_1();
    let page = |from: u64| {
        let keys = [&first, &other, &first, &other].into_iter().cycle();
        let records = (1..=6).zip(keys).skip_while(move |(sequence, _)| *sequence < from);
        let records = records.map(|(sequence, key)| record(sequence, key, 0, 1)).collect();
        Event::Read(Page { records, ..Page::default() })
    };
    let answer = |outcome| Event::Invoked { lane: 1, outcome, state: None };
    bench.step(Event::Available);
    assert_eq!(bench.step(page(1)), ["invoke 1", "invoke@1 2", "read"]);
    assert_eq!(bench.step(answer(Outcome::Delivered)), ["invoke@1 4"]);
    bench.step(answer(Outcome::Failed));
    let mut bench = bench.restart(|_| {});
    assert_eq!(bench.step(page(1)), ["invoke 1", "invoke@1 4", "read"], "2 is settled");
    assert_eq!(bench.answer(Outcome::Delivered), ["invoke 3", "checkpoint 2"]);
    let mut bench = bench.restart(|rules| rules.lanes = 1);
    assert_eq!(bench.step(page(3)), ["invoke 3", "read"], "other lanes remember nothing");
}

#[test]
fn a_batch_whose_records_have_expired_is_forgotten() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    bench.put(1..=3);
    bench.answer(Outcome::Failed);
    let mut partly = Bench { memory: bench.memory.clone(), ..Bench::new(|_| {}) }.restart(|_| {});
    assert_eq!(partly.put(3..=4), ["invoke 3", "read"]);
    let mut wholly = bench.restart(|_| {});
    assert_eq!(wholly.put(8..=9), ["invoke 8,9", "read"]);
    assert!(wholly.memory.is_empty());
}

#[test]
fn a_batch_of_which_nothing_is_left_is_not_waited_for() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    bench.put(1..=3);
    bench.answer(Outcome::Failed);
    let mut bench = bench.restart(|_| {});
    assert_eq!(bench.put(1..=2), ["read"], "3 is still to come");
    assert_eq!(bench.step(Event::Read(Page::default())), ["invoke 1,2"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 2"]);
    assert!(bench.memory.is_empty());
}

#[test]
fn the_rest_of_a_batch_is_not_waited_for_without_room() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    bench.put(1..=3);
    bench.answer(Outcome::Failed);
    let mut bench = bench.restart(|rules| rules.most_bytes = 20);
    assert_eq!(bench.put(1..=2), ["invoke 1,2"]);
    assert_eq!(bench.answer(Outcome::Delivered), ["read", "checkpoint 2"]);
    assert_eq!(bench.put(3..=4), ["invoke 3"]);
}

#[test]
fn a_batch_ends_with_its_last_record_though_that_is_not_wanted_any_more() {
    let mut bench = Bench::new(|_| {});
    bench.step(Event::Available);
    bench.put(1..=3);
    bench.answer(Outcome::Failed);
    let mut bench = bench.restart(|_| {});
    bench.put(1..=2);
    let records = vec![Record { wanted: false, ..record(3, KEY, 0, 10) }];
    assert_eq!(
        bench.step(Event::Read(Page { records, ..Page::default() })),
        ["invoke 1,2", "read"]
    );
    assert_eq!(bench.answer(Outcome::Delivered), ["checkpoint 3"]);
}
