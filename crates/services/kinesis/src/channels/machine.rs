//! When a channel delivers, and from which shards. Pure: no clock, no log.
//!
//! Nothing is held: what waits lies in the stream, and what is known of it is when the oldest of it
//! arrived and about how much it is. A shard is read once its parents are delivered, so that what has
//! one partition key is delivered in its order across splits and merges.

use super::progress::{Place, Progress, Range};
use crate::shard_map::ShardIndex;
use std::collections::BTreeMap;

/// What is known of a channel's shards.
#[derive(Debug)]
pub(crate) struct Machine {
    /// How old what waits may become.
    freshness_ms: i64,
    /// With how many bytes an object is full.
    full: u64,
    shards: BTreeMap<ShardIndex, Waiting>,
}

/// What waits in a shard.
#[derive(Debug)]
struct Waiting {
    parents: Vec<ShardIndex>,
    place: Place,
    /// Up to where it was looked at for what waits.
    seen: u64,
    /// Up to where there were records, as was seen at any time.
    known: u64,
    /// When the oldest record that waits arrived, or one before it.
    since_ms: Option<i64>,
    /// How many bytes of records were seen that wait.
    bytes: u64,
    /// Whether there may be records that were not seen.
    heard: bool,
}

/// What a look at a shard found beyond what was seen.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Look {
    /// The offset after the last record.
    pub next: u64,
    /// How many bytes of records.
    pub bytes: u64,
    /// When the first arrived.
    pub first_ms: Option<i64>,
    /// Whether there is more to look at.
    pub more: bool,
    /// Whether the shard ends there.
    pub ends: bool,
}

impl Machine {
    /// A machine that knows of no shard.
    pub fn new(freshness_ms: i64, full: u64) -> Self {
        Self { freshness_ms, full, shards: BTreeMap::new() }
    }

    /// The stream's shards with their parents, as they are now. Gives how many offsets were known to
    /// wait in shards that the stream has no more.
    pub fn set_shards(
        &mut self,
        all: Vec<(ShardIndex, Vec<ShardIndex>)>,
        progress: &Progress,
    ) -> u64 {
        let mut before = std::mem::take(&mut self.shards);
        for (shard, parents) in all {
            let place = progress.place(shard);
            let seen = if let Place::At(offset) = place { offset } else { 0 };
            let new = || {
                let (since_ms, bytes, heard) = (None, 0, true);
                Waiting { parents, place, seen, known: seen, since_ms, bytes, heard }
            };
            self.shards.insert(shard, before.remove(&shard).unwrap_or_else(new));
        }
        let waited = |it: &Waiting| match (it.place, it.since_ms) {
            (Place::At(from), Some(_)) => it.known.saturating_sub(from),
            _ => 0,
        };
        before.values().map(waited).sum()
    }

    /// There may be records in a shard that were not seen.
    pub fn heard(&mut self, shard: ShardIndex) {
        if let Some(waiting) = self.shards.get_mut(&shard) {
            waiting.heard = true;
        }
    }

    /// Whether a shard is one of the stream's.
    pub fn knows(&self, shard: ShardIndex) -> bool {
        self.shards.contains_key(&shard)
    }

    /// Up to where there were records in a shard.
    pub fn known(&self, shard: ShardIndex) -> u64 {
        self.shards.get(&shard).map_or(0, |it| it.known)
    }

    /// Whether more can come from a shard, or is there.
    pub fn goes_on(&self, shard: ShardIndex) -> bool {
        self.shards.get(&shard).is_some_and(|it| it.place != Place::End)
    }

    /// Where to look, unless there is enough for an object.
    pub fn to_look(&self) -> Option<(ShardIndex, u64)> {
        if self.is_full() {
            return None;
        }
        let mut all = self.shards.iter();
        let (shard, waiting) = all.find(|(shard, it)| it.heard && self.is_readable(**shard))?;
        Some((*shard, waiting.seen))
    }

    /// What a look found.
    pub fn looked(&mut self, shard: ShardIndex, look: Look) {
        let Some(waiting) = self.shards.get_mut(&shard) else { return };
        waiting.heard = look.more;
        waiting.seen = waiting.seen.max(look.next);
        waiting.known = waiting.known.max(waiting.seen);
        waiting.bytes = waiting.bytes.saturating_add(look.bytes);
        waiting.since_ms = waiting.since_ms.or(look.first_ms);
        if look.ends && waiting.since_ms.is_none() {
            waiting.place = Place::End;
        }
    }

    /// Whether anything waits.
    pub fn waits(&self) -> bool {
        self.shards.values().any(|it| it.since_ms.is_some())
    }

    /// When what waits is to be delivered, in milliseconds since the epoch.
    pub fn deadline_ms(&self) -> Option<i64> {
        let since = self.shards.values().filter_map(|it| it.since_ms).min();
        since.map(|since| since.saturating_add(self.freshness_ms))
    }

    /// Whether it is time to deliver.
    pub fn is_due(&self, now_ms: i64) -> bool {
        self.is_full() || self.deadline_ms().is_some_and(|deadline| deadline <= now_ms)
    }

    /// When the oldest record arrived that waits in a shard.
    pub fn since_ms(&self, shard: ShardIndex) -> Option<i64> {
        self.shards.get(&shard)?.since_ms
    }

    /// The shards to deliver from, and from where, those first that have waited longest.
    pub fn order(&self) -> Vec<(ShardIndex, u64)> {
        let mut all: Vec<_> = Vec::new();
        for (shard, waiting) in self.shards.iter().filter(|(shard, _)| self.is_readable(**shard)) {
            if let Place::At(from) = waiting.place {
                all.push((waiting.since_ms.unwrap_or(i64::MAX), *shard, from));
            }
        }
        all.sort_unstable();
        all.into_iter().map(|(_, shard, from)| (shard, from)).collect()
    }

    /// Parts of shards are delivered, or there was nothing in them.
    pub fn delivered(&mut self, ranges: &[Range]) {
        for range in ranges {
            let Some(waiting) = self.shards.get_mut(&range.shard) else { continue };
            waiting.place = if range.ends { Place::End } else { Place::At(range.to) };
            if range.to >= waiting.seen {
                waiting.since_ms = None;
            } else {
                // What is left is looked at anew; it came after what was delivered.
                waiting.heard = true;
            }
            (waiting.seen, waiting.bytes) = (range.to, 0);
        }
    }

    fn is_full(&self) -> bool {
        self.shards.values().map(|it| it.bytes).fold(0, u64::saturating_add) >= self.full
    }

    /// Whether a shard is not delivered, and its parents are, or are no more.
    fn is_readable(&self, shard: ShardIndex) -> bool {
        self.shards.get(&shard).is_some_and(|waiting| {
            waiting.place != Place::End && !waiting.parents.iter().any(|it| self.goes_on(*it))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRESH_MS: i64 = 300_000;
    const FULL: u64 = 1000;

    fn machine(shards: &[(ShardIndex, &[ShardIndex])]) -> Machine {
        let mut machine = Machine::new(FRESH_MS, FULL);
        let all = shards.iter().map(|(shard, parents)| (*shard, parents.to_vec())).collect();
        assert_eq!(machine.set_shards(all, &Progress::default()), 0);
        machine
    }

    fn found(next: u64, bytes: u64, first_ms: i64) -> Look {
        Look { next, bytes, first_ms: Some(first_ms), more: false, ends: false }
    }

    #[test]
    fn nothing_is_due_where_nothing_waits() {
        let mut machine = machine(&[(0, &[])]);
        assert_eq!(machine.to_look(), Some((0, 0)));
        machine.looked(0, Look::default());
        assert_eq!((machine.to_look(), machine.deadline_ms()), (None, None));
        assert!(!machine.is_due(i64::MAX) && !machine.waits());
    }

    #[test]
    fn what_waits_is_due_when_it_is_old_or_much() {
        let mut machine = machine(&[(0, &[]), (1, &[])]);
        machine.looked(0, found(3, 10, 50));
        machine.looked(1, found(1, 10, 20));
        assert_eq!(machine.deadline_ms(), Some(20 + FRESH_MS));
        assert!(!machine.is_due(FRESH_MS + 19) && machine.is_due(FRESH_MS + 20));
        assert_eq!(machine.order(), [(1, 0), (0, 0)], "the oldest first");
        machine.heard(0);
        machine.looked(0, found(9, FULL - 20, 60));
        assert!(machine.is_due(60));
        machine.heard(1);
        assert_eq!(machine.to_look(), None, "there is enough");
    }

    #[test]
    fn children_come_after_their_parents() {
        let mut machine = machine(&[(0, &[]), (1, &[0]), (2, &[7])]);
        machine.looked(0, found(3, 10, 50));
        machine.looked(2, Look::default());
        assert_eq!(machine.to_look(), None, "its parent waits; that of 2 is no more");
        assert_eq!(machine.order(), [(0, 0), (2, 0)]);
        machine.delivered(&[Range { shard: 0, from: 0, to: 3, ends: true }]);
        assert_eq!(machine.to_look(), Some((1, 0)));
        assert!(!machine.goes_on(0) && !machine.waits());
    }

    #[test]
    fn what_waits_in_a_shard_that_goes_is_counted() {
        let mut machine = machine(&[(0, &[]), (1, &[])]);
        machine.looked(0, found(3, 10, 50));
        let left = vec![(1, Vec::new())];
        assert_eq!(machine.set_shards(left, &Progress::default()), 3);
        assert!(!machine.knows(0) && machine.knows(1) && !machine.waits());
    }

    #[test]
    fn a_shard_that_ends_with_nothing_left_is_delivered() {
        let mut machine = machine(&[(0, &[]), (1, &[0])]);
        machine.looked(0, Look { ends: true, ..Look::default() });
        assert_eq!(machine.order(), [(1, 0)]);
    }

    #[test]
    fn what_did_not_fit_waits_on() {
        let mut machine = machine(&[(0, &[])]);
        machine.looked(0, found(9, FULL, 50));
        machine.delivered(&[Range { shard: 0, from: 0, to: 4, ends: false }]);
        assert_eq!(machine.to_look(), Some((0, 4)));
        assert_eq!(machine.deadline_ms(), Some(50 + FRESH_MS));
        machine.looked(0, found(9, 500, 80));
        machine.delivered(&[Range { shard: 0, from: 4, to: 9, ends: false }]);
        assert_eq!(machine.deadline_ms(), None);
    }

    /// A lane of a made-up stream: when each record arrived, and whether it is closed.
    #[derive(Default)]
    struct Lane {
        arrivals: Vec<i64>,
        closed: bool,
    }

    proptest! {
        /// Whatever arrives when: nothing waits longer than it may, nothing is delivered twice, left out
        /// or before what its shard descends from.
        #[test]
        fn everything_is_delivered_once_and_in_time(
            steps in proptest::collection::vec((0u32..3, 1i64..100_000, 1u64..400), 1..60),
        ) {
            // Shard 1 descends from 0, which is closed in the middle.
            let mut machine = machine(&[(0, &[]), (1, &[0]), (2, &[])]);
            let mut lanes: [Lane; 3] = Default::default();
            let mut delivered = [0u64; 3];
            let mut now = 0;
            let half = steps.len() / 2;
            for (number, (shard, wait, size)) in steps.iter().enumerate() {
                // Until the next record comes, the machine's deadlines are kept.
                let until = now + wait;
                while let Some(due) = machine.deadline_ms().filter(|due| *due <= until) {
                    now = now.max(due);
                    deliver(&mut machine, &lanes, &mut delivered, now)?;
                }
                now = until;
                lanes[0].closed |= number >= half;
                // A child has records only once its parent is closed.
                let shard = match (*shard, lanes[0].closed) {
                    (0, true) => 1,
                    (1, false) => 0,
                    (shard, _) => shard,
                };
                lanes[shard as usize].arrivals.push(now);
                machine.heard(shard);
                machine.heard(0);
                while let Some((shard, from)) = machine.to_look() {
                    machine.looked(shard, look(&lanes[shard as usize], from, *size));
                }
                if machine.is_due(now) {
                    deliver(&mut machine, &lanes, &mut delivered, now)?;
                }
            }
            lanes[0].closed = true;
            machine.heard(0);
            for _ in 0..4 {
                while let Some((shard, from)) = machine.to_look() {
                    machine.looked(shard, look(&lanes[shard as usize], from, 1));
                }
                if let Some(due) = machine.deadline_ms() {
                    now = now.max(due);
                    deliver(&mut machine, &lanes, &mut delivered, now)?;
                }
            }
            for (lane, delivered) in lanes.iter().zip(delivered) {
                prop_assert_eq!(lane.arrivals.len() as u64, delivered);
            }
        }
    }

    fn look(lane: &Lane, from: u64, size: u64) -> Look {
        let left = lane.arrivals.len() as u64 - from;
        Look {
            next: lane.arrivals.len() as u64,
            bytes: left * size,
            first_ms: lane.arrivals.get(from as usize).copied(),
            more: false,
            ends: lane.closed,
        }
    }

    /// Delivers all that the machine says, two records of a shard at a time.
    fn deliver(
        machine: &mut Machine,
        lanes: &[Lane; 3],
        delivered: &mut [u64; 3],
        now: i64,
    ) -> Result<(), TestCaseError> {
        loop {
            let mut ranges = Vec::new();
            for (shard, from) in machine.order() {
                let lane = &lanes[shard as usize];
                prop_assert_eq!(from, delivered[shard as usize]);
                prop_assert!(shard != 1 || delivered[0] == lanes[0].arrivals.len() as u64);
                let to = (from + 2).min(lane.arrivals.len() as u64);
                if let Some(first) = lane.arrivals.get(from as usize).filter(|_| from < to) {
                    prop_assert!(now - first <= FRESH_MS, "it has waited {}", now - first);
                }
                delivered[shard as usize] = to;
                let ends = lane.closed && to == lane.arrivals.len() as u64;
                ranges.push(Range { shard, from, to, ends });
            }
            let any = ranges.iter().any(|it| it.from < it.to);
            machine.delivered(&ranges);
            if !any {
                return Ok(());
            }
        }
    }
}
