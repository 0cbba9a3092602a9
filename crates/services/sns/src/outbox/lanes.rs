//! Who is to get what next: a pure machine.
//!
//! What is still to be delivered to one subscription lies in a lane, in the order in which it was
//! published; of a FIFO topic, what belongs to one group. A lane has at most as many workers as are
//! wanted for it, each of which takes what is first. A message is done with when all of its
//! deliveries are settled.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// A lane's name: a subscription and, where the order is kept, a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaneKey {
    /// The subscription's id.
    pub subscription: Arc<str>,
    /// The group of a FIFO topic.
    pub group: Option<Arc<str>>,
}

/// The lanes of a shelf.
#[derive(Debug, Default)]
pub struct Lanes {
    lanes: BTreeMap<LaneKey, Lane>,
    /// The deliveries of each message that are not settled, and the subscriptions of those that are
    /// known by a mark to be.
    left: BTreeMap<u64, Left>,
}

/// How a lane is worked on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// By how many workers, at most.
    pub workers: usize,
    /// How many messages each takes at once.
    pub at_once: usize,
}

#[derive(Debug, Default)]
struct Lane {
    waiting: VecDeque<u64>,
    workers: usize,
    pace: Pace,
}

#[derive(Debug, Default)]
struct Left {
    open: usize,
    marks: Vec<Arc<str>>,
}

/// What becomes of the row of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// It goes, with these marks.
    Done(Vec<Arc<str>>),
    /// It stays, and these deliveries of it are marked as settled.
    Marked(Vec<Arc<str>>),
}

impl Lanes {
    /// A message has been accepted that has as many deliveries as lanes. `marks` are those that were
    /// settled before. Gives the lanes in which one worker more is to begin.
    pub fn add(
        &mut self,
        number: u64,
        marks: Vec<Arc<str>>,
        lanes: impl IntoIterator<Item = (LaneKey, Pace)>,
    ) -> Vec<LaneKey> {
        let mut begin = Vec::new();
        let mut open = 0;
        for (key, pace) in lanes {
            open += 1;
            let lane = self.lanes.entry(key.clone()).or_default();
            lane.waiting.push_back(number);
            lane.pace = pace;
            if lane.workers < pace.workers {
                lane.workers += 1;
                begin.push(key);
            }
        }
        self.left.insert(number, Left { open, marks });
        begin
    }

    /// What a worker is to do next. Where there is nothing, it has left.
    pub fn take(&mut self, key: &LaneKey) -> Vec<u64> {
        let Some(lane) = self.lanes.get_mut(key) else { return Vec::new() };
        let taken: Vec<_> =
            lane.waiting.drain(..lane.pace.at_once.min(lane.waiting.len())).collect();
        if taken.is_empty() {
            self.leave(key);
        }
        taken
    }

    /// A worker has left.
    pub fn leave(&mut self, key: &LaneKey) {
        let Some(lane) = self.lanes.get_mut(key) else { return };
        lane.workers = lane.workers.saturating_sub(1);
        if lane.workers == 0 && lane.waiting.is_empty() {
            self.lanes.remove(key);
        }
    }

    /// These deliveries are settled. Gives what becomes of each message that they are of.
    pub fn settle(&mut self, settled: &[(u64, Arc<str>)]) -> Vec<(u64, After)> {
        let mut by_message: BTreeMap<u64, Vec<Arc<str>>> = BTreeMap::new();
        for (number, subscription) in settled {
            by_message.entry(*number).or_default().push(subscription.clone());
        }
        let each = by_message.into_iter();
        each.filter_map(|(number, now)| {
            let left = self.left.get_mut(&number)?;
            left.open = left.open.saturating_sub(now.len());
            if left.open > 0 {
                left.marks.extend(now.iter().cloned());
                return Some((number, After::Marked(now)));
            }
            self.left.remove(&number).map(|left| (number, After::Done(left.marks)))
        })
        .collect()
    }

    /// How many messages are not done with.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.left.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PACE: Pace = Pace { workers: 1, at_once: 3 };

    fn key(subscription: &str, group: Option<&str>) -> LaneKey {
        LaneKey { subscription: subscription.into(), group: group.map(Into::into) }
    }

    #[test]
    fn a_message_is_done_with_when_all_have_it() {
        let mut lanes = Lanes::default();
        let (a, b) = (key("a", None), key("b", None));
        let begun = lanes.add(1, Vec::new(), [(a.clone(), PACE), (b.clone(), PACE)]);
        assert_eq!(begun, [a.clone(), b.clone()]);
        assert_eq!(lanes.add(2, Vec::new(), [(a.clone(), PACE)]), []);
        assert_eq!(lanes.take(&a), [1, 2]);
        let settled = |number, of: &LaneKey| (number, of.subscription.clone());
        let after = lanes.settle(&[settled(1, &a), settled(2, &a)]);
        let marked = After::Marked(vec!["a".into()]);
        assert_eq!(after, [(1, marked), (2, After::Done(Vec::new()))]);
        assert_eq!(lanes.take(&b), [1]);
        assert_eq!(lanes.settle(&[settled(1, &b)]), [(1, After::Done(vec!["a".into()]))]);
        assert!(lanes.take(&a).is_empty());
        assert!(lanes.take(&b).is_empty());
        assert!(lanes.lanes.is_empty() && lanes.left.is_empty());
    }

    proptest! {
        /// Each delivery is taken once, in order within its lane, whenever; and at the
        /// end nothing is left.
        #[test]
        fn nothing_is_lost_or_taken_twice(
            messages in proptest::collection::vec((0..3_usize, 0..2_usize), 1..30),
            takes in proptest::collection::vec(0..6_usize, 0..60),
        ) {
            let mut lanes = Lanes::default();
            let all: Vec<_> = (0..6)
                .map(|n| key(&(n / 2).to_string(), Some(&(n % 2).to_string())))
                .collect();
            let mut expected: BTreeMap<LaneKey, Vec<u64>> = BTreeMap::new();
            let mut taken: BTreeMap<LaneKey, Vec<u64>> = BTreeMap::new();
            let mut workers: BTreeMap<LaneKey, usize> = BTreeMap::new();
            let mut plan = takes.into_iter();
            for (number, (subscriptions, group)) in messages.iter().enumerate() {
                let keys: Vec<_> = (0..=*subscriptions).map(|n| all[n * 2 + group].clone()).collect();
                for key in &keys {
                    expected.entry(key.clone()).or_default().push(number as u64);
                }
                for begun in lanes.add(number as u64, Vec::new(), keys.into_iter().map(|it| (it, PACE))) {
                    *workers.entry(begun).or_default() += 1;
                }
                if let Some(lane) = plan.next() && workers.get(&all[lane]) == Some(&1) {
                    let numbers = lanes.take(&all[lane]);
                    if numbers.is_empty() {
                        workers.remove(&all[lane]);
                    }
                    let of = all[lane].subscription.clone();
                    let settled: Vec<_> = numbers.iter().map(|n| (*n, of.clone())).collect();
                    lanes.settle(&settled);
                    taken.entry(all[lane].clone()).or_default().extend(numbers);
                }
            }
            for (key, count) in workers {
                prop_assert_eq!(count, 1);
                loop {
                    let numbers = lanes.take(&key);
                    if numbers.is_empty() { break; }
                    let of = key.subscription.clone();
                    let settled: Vec<_> = numbers.iter().map(|n| (*n, of.clone())).collect();
                    lanes.settle(&settled);
                    taken.entry(key.clone()).or_default().extend(numbers);
                }
            }
            prop_assert_eq!(taken, expected);
            prop_assert_eq!(lanes.len(), 0);
        }
    }
}
