//! Which events a process works on, decided without a store or a task.
//!
//! The events of a function lie in storage, in a lane. What is kept of a lane in memory is how many
//! work on it, what they took, and where there may be more: nothing for each event that waits.

use bytes::Bytes;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokio::sync::Mutex;

/// Events of one lane that are worked on at a time.
pub const LANE_WIDTH: usize = 32;

/// The lanes that are worked on, by what their keys begin with.
#[derive(Default)]
pub struct Lanes(BTreeMap<Bytes, Lane>);

#[derive(Default)]
struct Lane {
    workers: usize,
    taken: BTreeSet<Bytes>,
    unseen: Option<Unseen>,
    /// Held while a worker looks for its next event.
    turn: Arc<Mutex<()>>,
}

/// Where there may be events that nobody took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unseen {
    /// The first key.
    pub from: Bytes,
    /// The last key; without one, the end of the lane.
    pub to: Option<Bytes>,
}

impl Unseen {
    /// All of a lane.
    fn all(lane: &Bytes) -> Self {
        Self { from: lane.clone(), to: None }
    }

    fn and(self, other: Option<Self>) -> Self {
        let Some(other) = other else { return self };
        let to = self.to.zip(other.to).map(|(a, b)| a.max(b));
        Self { from: self.from.min(other.from), to }
    }

    /// What is left when the first event was this one.
    fn after(self, key: &Bytes) -> Option<Self> {
        let is_left = self.to.as_ref().is_none_or(|to| key < to);
        is_left.then(|| Self { from: [key, &[0][..]].concat().into(), to: self.to })
    }
}

impl Lanes {
    /// An event is about to be put into a lane. Nobody takes it before it is said what became of it.
    pub fn announced(&mut self, lane: &Bytes, key: &Bytes) {
        self.0.entry(lane.clone()).or_default().taken.insert(key.clone());
    }

    /// It is there. Whether a worker more is to begin, with it; if not, another will find it.
    pub fn placed(&mut self, lane: &Bytes, key: &Bytes) -> bool {
        let state = self.0.entry(lane.clone()).or_default();
        if state.workers < LANE_WIDTH {
            state.workers += 1;
            return true;
        }
        self.doubtful(lane, key) > 0
    }

    /// It may be there or not. How many workers more are to begin.
    pub fn doubtful(&mut self, lane: &Bytes, key: &Bytes) -> usize {
        self.done(lane, key);
        self.widen(lane, Unseen { from: key.clone(), to: Some(key.clone()) }, 1)
    }

    /// There may be any number of events. How many workers more are to begin.
    pub fn resumed(&mut self, lane: &Bytes) -> usize {
        self.widen(lane, Unseen::all(lane), LANE_WIDTH)
    }

    fn widen(&mut self, lane: &Bytes, unseen: Unseen, workers: usize) -> usize {
        let lane = self.0.entry(lane.clone()).or_default();
        lane.unseen = Some(unseen.and(lane.unseen.take()));
        let more = workers.min(LANE_WIDTH - lane.workers);
        lane.workers += more;
        more
    }

    /// What a worker holds while it looks for its next event.
    pub fn turn(&self, lane: &Bytes) -> Arc<Mutex<()>> {
        self.0.get(lane).map(|lane| lane.turn.clone()).unwrap_or_default()
    }

    /// Where to look for the next event; nowhere, when the worker is to end.
    pub fn look(&mut self, lane: &Bytes) -> Option<Unseen> {
        let unseen = self.0.get_mut(lane)?.unseen.take();
        if unseen.is_none() {
            self.leave(lane);
        }
        unseen
    }

    /// The first event was found there, or none. Whether it is the worker's now.
    pub fn found(&mut self, lane: &Bytes, looked: Unseen, key: Option<&Bytes>) -> bool {
        let (Some(lane), Some(key)) = (self.0.get_mut(lane), key) else { return false };
        let added = lane.unseen.take();
        lane.unseen = match looked.after(key) {
            Some(left) => Some(left.and(added)),
            None => added,
        };
        lane.taken.insert(key.clone())
    }

    /// It could not be looked there.
    pub fn failed(&mut self, lane: &Bytes, looked: Unseen) {
        if let Some(lane) = self.0.get_mut(lane) {
            lane.unseen = Some(looked.and(lane.unseen.take()));
        }
    }

    /// An event was dealt with.
    pub fn done(&mut self, lane: &Bytes, key: &Bytes) {
        if let Some(lane) = self.0.get_mut(lane) {
            lane.taken.remove(key);
        }
    }

    /// A worker ends.
    pub fn leave(&mut self, lane: &Bytes) {
        let Some(state) = self.0.get_mut(lane) else { return };
        state.workers -= 1;
        if state.workers == 0 && state.taken.is_empty() {
            self.0.remove(lane);
        }
    }

    /// How many workers there are.
    #[cfg(test)]
    pub fn workers(&self) -> usize {
        self.0.values().map(|lane| lane.workers).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::{Ids, SeededIds};

    fn lane() -> Bytes {
        Bytes::from_static(b"l")
    }

    fn key(n: u32) -> Bytes {
        [b"l", &n.to_be_bytes()[..]].concat().into()
    }

    fn put(lanes: &mut Lanes, n: u32) -> bool {
        lanes.announced(&lane(), &key(n));
        lanes.placed(&lane(), &key(n))
    }

    /// A lane with all the workers that it may have, each with an event.
    fn busy() -> Lanes {
        let mut lanes = Lanes::default();
        assert!((0..LANE_WIDTH as u32).all(|n| put(&mut lanes, 100 + n)));
        lanes
    }

    #[test]
    fn an_event_that_a_worker_is_free_for_is_not_looked_for() {
        let mut lanes = Lanes::default();
        assert!(put(&mut lanes, 5));
        lanes.done(&lane(), &key(5));
        assert_eq!(lanes.look(&lane()), None);
        assert_eq!(lanes.workers(), 0);
        assert!(lanes.0.is_empty());
    }

    #[test]
    fn others_are_looked_for_when_a_worker_is_free() {
        let mut lanes = busy();
        assert!(!put(&mut lanes, 5));
        lanes.done(&lane(), &key(100));
        let looked = lanes.look(&lane()).unwrap();
        assert_eq!(looked, Unseen { from: key(5), to: Some(key(5)) });
        assert!(lanes.found(&lane(), looked, Some(&key(5))));
        lanes.done(&lane(), &key(5));
        assert_eq!(lanes.look(&lane()), None);
        assert_eq!(lanes.workers(), LANE_WIDTH - 1);
    }

    #[test]
    fn what_is_added_while_a_worker_looks_is_not_passed_over() {
        let mut lanes = busy();
        put(&mut lanes, 5);
        let looked = lanes.look(&lane()).unwrap();
        put(&mut lanes, 3);
        assert!(lanes.found(&lane(), looked, Some(&key(5))));
        let looked = lanes.look(&lane()).unwrap();
        assert_eq!(looked.from, key(3));
        assert!(lanes.found(&lane(), looked.clone(), Some(&key(3))));
        lanes.announced(&lane(), &key(4));
        assert!(!lanes.found(&lane(), looked, Some(&key(4))), "it is not known to be there");
    }

    #[test]
    fn an_event_that_may_be_there_is_looked_for() {
        let mut lanes = Lanes::default();
        lanes.announced(&lane(), &key(5));
        assert_eq!(lanes.doubtful(&lane(), &key(5)), 1);
        let looked = lanes.look(&lane()).unwrap();
        assert!(!lanes.found(&lane(), looked, None));
        assert_eq!(lanes.look(&lane()), None);
        assert!(lanes.0.is_empty());
    }

    #[test]
    fn a_look_that_failed_is_made_again() {
        let mut lanes = Lanes::default();
        assert_eq!(lanes.resumed(&lane()), LANE_WIDTH);
        assert!(!put(&mut lanes, 1));
        let looked = lanes.look(&lane()).unwrap();
        lanes.failed(&lane(), looked.clone());
        assert_eq!(lanes.look(&lane()), Some(looked));
    }

    /// Events come in any order and workers end in any order: each event is taken once, by no more
    /// workers than there may be, and no worker is left.
    #[test]
    fn each_event_is_taken_once() {
        for seed in 0..100 {
            let dice = SeededIds::new(seed);
            let below = |bound: u8| {
                let mut byte = [0];
                dice.fill(&mut byte);
                byte[0] % bound
            };
            let (mut lanes, mut rows) = (Lanes::default(), BTreeSet::new());
            let (mut idle, mut at_work, mut taken) = (0, Vec::new(), 0);
            let (mut left, mut announced) = (500, Vec::new());
            if below(2) == 0 {
                rows.extend((0..100).map(|n| key(n * 1000)));
                idle += lanes.resumed(&lane());
            }
            let all = left + rows.len();
            while left + idle + at_work.len() + announced.len() > 0 {
                match below(4) {
                    0 if !announced.is_empty() => {
                        let new = announced.swap_remove(0);
                        if below(9) == 0 {
                            idle += lanes.doubtful(&lane(), &new);
                        } else if lanes.placed(&lane(), &new) {
                            at_work.push(new);
                        }
                    }
                    1 if left > 0 => {
                        let new = key(u32::from(below(200)) * 1000 + left as u32);
                        left -= 1;
                        lanes.announced(&lane(), &new);
                        rows.insert(new.clone());
                        announced.push(new);
                    }
                    2 if idle > 0 => {
                        let Some(looked) = lanes.look(&lane()) else {
                            idle -= 1;
                            continue;
                        };
                        let to = looked.to.clone().unwrap_or_else(|| key(u32::MAX));
                        let first = rows.range(looked.from.clone()..=to).next().cloned();
                        if lanes.found(&lane(), looked, first.as_ref()) {
                            idle -= 1;
                            at_work.extend(first);
                        }
                    }
                    _ if !at_work.is_empty() => {
                        let done = at_work.swap_remove(usize::from(below(at_work.len() as u8)));
                        assert!(rows.remove(&done), "seed {seed}: taken twice");
                        lanes.done(&lane(), &done);
                        taken += 1;
                        idle += 1;
                    }
                    _ => {}
                }
                assert!(lanes.workers() <= LANE_WIDTH);
                assert_eq!(lanes.workers(), idle + at_work.len());
            }
            assert_eq!((taken, rows.len(), lanes.workers()), (all, 0, 0), "seed {seed}");
        }
    }
}
