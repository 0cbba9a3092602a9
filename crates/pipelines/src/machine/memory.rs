//! What a machine knows of its shard beyond the checkpoint, so that another goes on where it was:
//! which batches are to be offered again, how they were cut, and how often the function has failed
//! with each.
//!
//! It is written as it stands beside the checkpoint. A lane without such a batch is not in it. It is
//! good only for as many lanes as there were: with another number keys have other lanes, and what
//! is behind the checkpoint is offered as if for the first time.

use crate::machine::Rules;
use crate::machine::lane::{Batch, Item, Lane};
use crate::machine::window::Window;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::VecDeque;
use std::sync::Arc;

/// Of one shard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Memory {
    /// How many lanes there are.
    lanes: usize,
    retrying: Vec<Retrying>,
    /// The tumbling window that is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    window: Option<Window>,
}

/// A lane with batches to be offered again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Retrying {
    lane: usize,
    /// The last of its records that is delivered or disposed of.
    settled: Option<String>,
    /// Its batches, one behind the other: each holds the lane's records up to its last.
    batches: VecDeque<Cut>,
}

/// A batch of a lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cut {
    last: String,
    failures: u32,
}

/// How a lane finds its batches again while their records are read.
#[derive(Debug)]
pub(super) struct Resume {
    settled: Option<String>,
    cuts: VecDeque<Cut>,
    /// Records of the first of them.
    gathered: Vec<Item>,
}

impl Memory {
    /// What the lanes of a machine have to remember.
    pub(super) fn of(lanes: &[Lane]) -> Self {
        let retrying: Vec<_> = lanes.iter().enumerate().filter_map(Retrying::of).collect();
        let window = lanes.iter().find_map(Lane::window_to_remember);
        let lanes = if retrying.is_empty() { 0 } else { lanes.len() };
        Self { lanes, retrying, window }
    }

    /// Whether there is nothing to remember.
    pub fn is_empty(&self) -> bool {
        self.retrying.is_empty() && self.window.is_none()
    }

    /// Whether a record behind the checkpoint is known to be settled.
    #[cfg(test)]
    pub(super) fn has_settled(&self, lane: usize, sequence: &str) -> bool {
        let settled = |it: &Retrying| it.settled.as_deref().map(|last| order(sequence, last));
        let found = self.retrying.iter().find(|it| it.lane == lane).and_then(settled);
        found.is_some_and(|order| order != Ordering::Greater)
    }

    /// Lanes that go on where those that it was made of were.
    pub(super) fn lanes(&self, rules: &Rules) -> Vec<Lane> {
        let mut lanes: Vec<_> = (0..rules.lanes.max(1)).map(|_| Lane::default()).collect();
        if let Some(first) = lanes.first_mut().filter(|_| rules.tumbling_ms.is_some()) {
            first.window.clone_from(&self.window);
        }
        if self.lanes == lanes.len() {
            for Retrying { lane, settled, batches } in &self.retrying {
                if let Some(lane) = lanes.get_mut(*lane) {
                    let (settled, cuts) = (settled.clone(), batches.clone());
                    lane.settled = settled.as_deref().map(Arc::from);
                    lane.resume = Some(Resume { settled, cuts, gathered: Vec::new() });
                }
            }
        }
        lanes
    }
}

impl Retrying {
    fn of((number, lane): (usize, &Lane)) -> Option<Self> {
        if !lane.has_to_remember() {
            return None;
        }
        let cut = |items: &[Item], failures| {
            Some(Cut { last: items.last()?.record.sequence.to_string(), failures })
        };
        let given_up = lane.disposal.as_ref().and_then(|it| cut(it.items(), it.attempts()));
        let batches = lane.in_flight.iter().chain(&lane.again);
        let offered = batches.filter_map(|batch| cut(&batch.items, batch.failures));
        let to_come = lane.resume.iter().flat_map(|resume| resume.cuts.iter().cloned());
        let batches = given_up.into_iter().chain(offered).chain(to_come).collect();
        Some(Self { lane: number, settled: lane.settled.as_deref().map(str::to_owned), batches })
    }
}

impl Resume {
    /// The batch of the first cut, as far as it was read. What was given up and not disposed of is
    /// offered once more, so that there is an answer to tell of.
    fn part(&mut self, rules: &Rules) -> Option<Batch> {
        let failures = self.cuts.front()?.failures;
        let failures = rules.most_retries.map_or(failures, |most| failures.min(most));
        let items = std::mem::take(&mut self.gathered);
        (!items.is_empty()).then_some(Batch { items, failures, split: true, ends_window: false })
    }

    /// Whether all batches were found again, or have expired.
    pub fn is_over(&self) -> bool {
        self.cuts.is_empty()
    }

    fn close(&mut self, rules: &Rules) -> Option<Batch> {
        let batch = self.part(rules);
        self.cuts.pop_front();
        batch
    }
}

impl Lane {
    /// Takes a record that was read. Gives it back if it is done: settled before, or not wanted.
    pub fn take_in(&mut self, item: Item, rules: &Rules) -> Option<Item> {
        let is_wanted = item.record.wanted;
        let Some(resume) = &mut self.resume else { return self.line_up(item) };
        let sequence = item.record.sequence.clone();
        let is_up_to = |last: &str| order(&sequence, last) != Ordering::Greater;
        if resume.settled.as_deref().is_some_and(is_up_to) {
            return Some(item);
        }
        while let Some(cut) = resume.cuts.front() {
            if !is_up_to(&cut.last) {
                // The last of its records has expired.
                self.again.extend(resume.close(rules));
                continue;
            }
            let is_last = *cut.last == *sequence;
            let done = if is_wanted {
                resume.gathered.push(item);
                None
            } else {
                Some(item)
            };
            if is_last {
                self.again.extend(resume.close(rules));
            }
            return done;
        }
        self.resume = None;
        self.line_up(item)
    }

    /// All that there is was read: of what is missing of the batches the records have expired.
    pub fn found_all(&mut self, rules: &Rules) {
        if let Some(mut resume) = self.resume.take() {
            while !resume.is_over() {
                self.again.extend(resume.close(rules));
            }
        }
    }

    fn line_up(&mut self, item: Item) -> Option<Item> {
        if !item.record.wanted {
            return Some(item);
        }
        self.queue.push_back(item);
        None
    }

    /// Offers what was read of a batch whose other records cannot be read now.
    pub fn go_without_the_rest(&mut self, rules: &Rules) {
        if self.again.is_empty()
            && let Some(resume) = &mut self.resume
        {
            self.again.extend(resume.part(rules));
        }
    }

    /// These were delivered or disposed of. What comes before the last of them is settled too, if
    /// no record of the lane is left there.
    pub(super) fn note_settled(&mut self, items: &[Item]) {
        let Some(last) = items.last() else { return };
        let waiting = self.in_flight.iter().chain(&self.again).flat_map(|batch| &batch.items);
        let disposed = self.disposal.iter().flat_map(|it| it.items());
        let first = waiting.chain(disposed).chain(self.queue.front()).map(|item| item.number).min();
        if first.is_none_or(|first| last.number < first) {
            self.settled = Some(last.record.sequence.clone());
        }
    }

    fn has_to_remember(&self) -> bool {
        let retried = |batch: &Batch| batch.failures > 0 || batch.split;
        !self.again.is_empty()
            || self.in_flight.as_ref().is_some_and(retried)
            || self.disposal.as_ref().is_some_and(|it| it.attempts() > 0)
            || self.resume.as_ref().is_some_and(|it| !it.cuts.is_empty())
    }
}

/// Which of two records of a shard comes first: sequence numbers are numbers.
fn order(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequence_numbers_are_compared_as_numbers() {
        assert_eq!(order("9", "10"), Ordering::Less);
        assert_eq!(order("10", "9"), Ordering::Greater);
        assert_eq!(order("10", "10"), Ordering::Equal);
    }
}
