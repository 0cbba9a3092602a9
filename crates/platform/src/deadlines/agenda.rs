//! What to do next about deadlines, decided without a clock, a store or a task.
//!
//! The agenda knows the keys of rows that were seen and are not known to be gone, and from which
//! key on there may be others. It never holds more of what is due than a page, what failed, and what
//! waits for others of its kind.

use super::row;
use bytes::Bytes;
use shapes::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// How many handlers run side by side.
pub const WIDTH: usize = 16;
/// How many of them may be of one kind: those of another find a place though these take their time.
pub const SHARE: usize = 12;
/// How many that are due may wait for others of their kind, while more is read.
const HELD_UP: usize = 4 * PAGE;
/// How many rows are read at once.
pub const PAGE: usize = 64;
/// The first and the longest pause before a handler that failed is tried again.
const FIRST_PAUSE_MS: i64 = 1000;
const LONGEST_PAUSE_MS: i64 = 300_000;

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Read a page of rows from this key on, and tell what was [`seen`](Agenda::seen).
    Look(Bytes),
    /// Run the handler of this row, and tell how it [`ended`](Agenda::ended).
    Run {
        /// The row.
        key: Bytes,
        /// It was tried before, so the row may be gone.
        again: bool,
    },
    /// Nothing until then; without an instant, until something happens.
    Wait(Option<Timestamp>),
}

/// A row that was seen.
#[derive(Debug, Default)]
struct Entry {
    failures: u32,
    /// When it may be tried, in milliseconds; `None` while its handler runs.
    at_ms: Option<i64>,
    /// It was seen while its handler ran, which may have been another row of the same key.
    seen_again: bool,
}

/// What is known of the rows.
#[derive(Debug)]
pub struct Agenda {
    entries: BTreeMap<Bytes, Entry>,
    /// The entries that do not run, by the time at which they may.
    waiting: BTreeSet<(i64, Bytes)>,
    running: usize,
    /// How many of each kind run; of some at least one.
    kinds: BTreeMap<Vec<u8>, usize>,
    /// Rows that have no entry lie from this key on.
    unseen: Option<Bytes>,
}

impl Default for Agenda {
    /// Nothing is known.
    fn default() -> Self {
        Self {
            entries: BTreeMap::new(),
            waiting: BTreeSet::new(),
            running: 0,
            kinds: BTreeMap::new(),
            unseen: Some(Bytes::new()),
        }
    }
}

impl Agenda {
    /// There may be a row that is due then, or one later.
    pub fn added(&mut self, due: Timestamp) {
        let key = row::first_at(due);
        if self.unseen.as_ref().is_none_or(|unseen| key < *unseen) {
            self.unseen = Some(key);
        }
    }

    /// What to do at this instant.
    pub fn next(&mut self, now: Timestamp) -> Next {
        if self.running == WIDTH {
            return Next::Wait(None);
        }
        let is_due = |it: &&(i64, Bytes)| it.0 <= now.millis();
        let mut due = self.waiting.iter().take_while(is_due);
        if let Some((at_ms, key)) = due.find(|(_, key)| self.running_of(key) < SHARE).cloned() {
            self.waiting.remove(&(at_ms, key.clone()));
            *self.kinds.entry(row::kind(&key).to_vec()).or_default() += 1;
            let entry = self.entries.entry(key.clone()).or_default();
            entry.at_ms = None;
            self.running += 1;
            return Next::Run { again: entry.failures > 0, key };
        }
        // What is due by now waits until one of its kind ends.
        let held_up = self.waiting.iter().take_while(is_due).count();
        if held_up >= HELD_UP {
            return Next::Wait(None);
        }
        let first = self.waiting.iter().nth(held_up).map(|(at_ms, _)| *at_ms);
        let unseen = self.unseen.as_ref().map(|key| row::due(key).millis());
        match &self.unseen {
            Some(key) if unseen.is_some_and(|due| due <= now.millis()) => Next::Look(key.clone()),
            _ => Next::Wait(first.into_iter().chain(unseen).min().map(Timestamp)),
        }
    }

    /// How many handlers of the kind of this row run.
    fn running_of(&self, key: &[u8]) -> usize {
        self.kinds.get(row::kind(key)).copied().unwrap_or_default()
    }

    fn stopped(&mut self, key: &[u8]) {
        self.running -= 1;
        let kind = row::kind(key);
        match self.kinds.get_mut(kind) {
            Some(running) if *running > 1 => *running -= 1,
            _ => drop(self.kinds.remove(kind)),
        }
    }

    /// A page of keys was read, from where [`Next::Look`] said. What was added meanwhile is told
    /// after this.
    pub fn seen(&mut self, keys: &[Bytes], now: Timestamp) {
        self.unseen = None;
        for key in keys {
            if row::due(key) > now {
                self.unseen = Some(key.clone());
                return;
            }
            match self.entries.get_mut(key) {
                Some(entry) => entry.seen_again |= entry.at_ms.is_none(),
                None => self.wait(key.clone(), Entry::default(), now.millis()),
            }
        }
        if let Some(last) = keys.last().filter(|_| keys.len() == PAGE) {
            self.unseen = Some(row::after(last));
        }
    }

    /// A handler ended. One that failed, or whose row may have come back, is tried again later.
    pub fn ended(&mut self, key: &Bytes, done: bool, now: Timestamp) {
        let Some(entry) = self.entries.remove(key) else { return };
        self.stopped(key);
        if done && !entry.seen_again {
            return;
        }
        let pause = FIRST_PAUSE_MS << entry.failures.min(16);
        let failures = entry.failures.saturating_add(1);
        let entry = Entry { failures, ..Entry::default() };
        self.wait(key.clone(), entry, now.millis() + pause.min(LONGEST_PAUSE_MS));
    }

    fn wait(&mut self, key: Bytes, entry: Entry, at_ms: i64) {
        self.waiting.insert((at_ms, key.clone()));
        self.entries.insert(key, Entry { at_ms: Some(at_ms), ..entry });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Deadline, Ids, SeededIds};

    fn key(due_ms: i64, id: &str) -> Bytes {
        row::key(&Deadline::new("k", id, Timestamp(due_ms)))
    }

    fn run(key: &Bytes) -> Next {
        Next::Run { key: key.clone(), again: false }
    }

    #[test]
    fn nothing_runs_before_its_time_and_an_earlier_one_overtakes() {
        let mut agenda = Agenda::default();
        let (late, early) = (key(50, "l"), key(30, "e"));
        assert_eq!(agenda.next(Timestamp(10)), Next::Look(Bytes::new()));
        agenda.seen(std::slice::from_ref(&late), Timestamp(10));
        assert_eq!(agenda.next(Timestamp(10)), Next::Wait(Some(Timestamp(50))));
        agenda.added(Timestamp(60));
        assert_eq!(agenda.next(Timestamp(10)), Next::Wait(Some(Timestamp(50))), "no look");
        agenda.added(Timestamp(30));
        assert_eq!(agenda.next(Timestamp(29)), Next::Wait(Some(Timestamp(30))));
        assert_eq!(agenda.next(Timestamp(30)), Next::Look(row::first_at(Timestamp(30))));
        agenda.seen(&[early.clone(), late.clone()], Timestamp(30));
        assert_eq!(agenda.next(Timestamp(30)), run(&early));
        agenda.ended(&early, true, Timestamp(31));
        assert_eq!(agenda.next(Timestamp(31)), Next::Wait(Some(Timestamp(50))));
        assert_eq!(agenda.next(Timestamp(50)), Next::Look(late.clone()));
        agenda.seen(std::slice::from_ref(&late), Timestamp(50));
        assert_eq!(agenda.next(Timestamp(50)), run(&late));
        agenda.ended(&late, true, Timestamp(50));
        assert_eq!(agenda.next(Timestamp(99)), Next::Wait(None), "nothing is there");
    }

    #[test]
    fn what_fails_waits_longer_each_time_and_holds_up_nobody() {
        let mut agenda = Agenda::default();
        let (bad, good) = (key(1, "b"), key(2, "g"));
        agenda.seen(std::slice::from_ref(&bad), Timestamp(1));
        assert_eq!(agenda.next(Timestamp(1)), run(&bad));
        agenda.ended(&bad, false, Timestamp(1));
        assert_eq!(agenda.next(Timestamp(1)), Next::Wait(Some(Timestamp(1001))));
        agenda.added(Timestamp(2));
        assert_eq!(agenda.next(Timestamp(2)), Next::Look(row::first_at(Timestamp(2))));
        agenda.seen(std::slice::from_ref(&good), Timestamp(2));
        assert_eq!(agenda.next(Timestamp(2)), run(&good));
        agenda.ended(&good, true, Timestamp(2));
        let mut at = 1001;
        for pause in [2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000] {
            let again = Next::Run { key: bad.clone(), again: true };
            assert_eq!(agenda.next(Timestamp(at)), again);
            agenda.ended(&bad, false, Timestamp(at));
            assert_eq!(agenda.next(Timestamp(at)), Next::Wait(Some(Timestamp(at + pause))));
            at += pause;
        }
    }

    #[test]
    fn a_row_that_is_seen_while_its_handler_runs_is_looked_at_again() {
        let mut agenda = Agenda::default();
        let one = key(1, "a");
        agenda.seen(std::slice::from_ref(&one), Timestamp(1));
        assert_eq!(agenda.next(Timestamp(1)), run(&one));
        agenda.added(Timestamp(1));
        agenda.seen(std::slice::from_ref(&one), Timestamp(1));
        assert_eq!(agenda.next(Timestamp(1)), Next::Wait(None), "it runs once at a time");
        agenda.ended(&one, true, Timestamp(1));
        assert_eq!(agenda.next(Timestamp(1)), Next::Wait(Some(Timestamp(1001))));
    }

    #[test]
    fn those_of_one_kind_leave_places_to_others_and_are_read_no_further_than_needed() {
        let of = |kind: &str, id: usize| {
            row::key(&Deadline::new(kind, format!("{id:04}"), Timestamp(1)))
        };
        let slow: Vec<_> = (0..2 * HELD_UP).map(|id| of("slow", id)).collect();
        let (mut agenda, mut read, now) = (Agenda::default(), 0, Timestamp(1));
        let mut at_work = Vec::new();
        loop {
            match agenda.next(now) {
                Next::Look(_) => {
                    agenda.seen(&slow[read..read + PAGE], now);
                    read += PAGE;
                }
                Next::Run { key, .. } => at_work.push(key),
                Next::Wait(until) => break assert_eq!(until, None),
            }
        }
        assert_eq!((at_work.len(), read), (SHARE, SHARE.next_multiple_of(PAGE) + HELD_UP));
        // What comes then and is due later finds a place all the same, once it is read.
        at_work.drain(..).for_each(|key| agenda.ended(&key, true, now));
        let mut agenda = Agenda::default();
        agenda.seen(&slow[..PAGE], now);
        (0..SHARE).for_each(|id| assert_eq!(agenda.next(now), run(&slow[id])));
        let other = of("z", 0);
        assert!(matches!(agenda.next(now), Next::Look(_)));
        agenda.seen(std::slice::from_ref(&other), now);
        assert_eq!(agenda.next(now), run(&other));
        assert_eq!(agenda.next(now), Next::Wait(None), "no time is to be waited for");
        agenda.ended(&slow[0], true, now);
        assert_eq!(agenda.next(now), run(&slow[SHARE]));
    }

    /// Rows come, some fail some times; each runs, in the end none is left, and neither the page nor
    /// the width is passed.
    #[test]
    fn thousands_that_are_due_run_page_by_page() {
        for seed in 0..50 {
            let dice = SeededIds::new(seed);
            let below = |bound: u8| {
                let mut byte = [0];
                dice.fill(&mut byte);
                byte[0] % bound
            };
            let mut rows: BTreeMap<Bytes, u8> = (0..1000)
                .map(|it| {
                    let (due, id) = (Timestamp(i64::from(below(100))), it.to_string());
                    let kind = ["k", "l"][usize::from(below(2))];
                    (row::key(&Deadline::new(kind, id, due)), below(20) / 18)
                })
                .collect();
            let (mut agenda, mut now, mut runs) = (Agenda::default(), Timestamp(0), 0);
            let mut at_work: Vec<Bytes> = Vec::new();
            loop {
                assert!(agenda.running <= WIDTH && agenda.running == at_work.len());
                match agenda.next(now) {
                    Next::Look(from) => {
                        let due = agenda.waiting.iter().filter(|(at, _)| *at <= now.millis());
                        assert!(due.count() < HELD_UP);
                        let page: Vec<_> =
                            rows.range(from..).map(|it| it.0.clone()).take(PAGE).collect();
                        agenda.seen(&page, now);
                    }
                    Next::Run { key, again } => {
                        assert!(row::due(&key) <= now && (again || rows.contains_key(&key)));
                        runs += 1;
                        at_work.push(key);
                    }
                    Next::Wait(until) if at_work.is_empty() => match until {
                        Some(until) => now = until,
                        None => break,
                    },
                    Next::Wait(_) => {}
                }
                if !at_work.is_empty() && (at_work.len() == WIDTH || below(3) == 0) {
                    let ended = at_work.swap_remove(usize::from(below(at_work.len() as u8)));
                    let fails = rows.remove(&ended).unwrap_or_default();
                    if fails > 0 {
                        rows.insert(ended.clone(), fails - 1);
                    }
                    agenda.ended(&ended, fails == 0, now);
                }
                if below(200) == 0 && runs < 900 {
                    let due = now.millis() - i64::from(below(9)) + 4;
                    rows.insert(key(due, &format!("n{runs}")), 0);
                    agenda.added(Timestamp(due));
                }
            }
            assert!(rows.is_empty() && agenda.entries.is_empty(), "seed {seed}: {}", rows.len());
        }
    }
}
