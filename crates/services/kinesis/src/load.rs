//! What is written to on-demand streams, minute by minute, and which of their shards are to be split
//! for it. Pure but for a lock: whoever takes records in says how many and when.

use crate::plan::Step;
use crate::shard_map::{ShardIndex, ShardMap};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

const MINUTE_MS: i64 = 60_000;
/// What of a minute makes a shard be split: half of what a shard takes in a second, which AWS names
/// as 500 KB ("Choose the right mode to stream in"), or of the 1,000 records.
const HOT: Written = Written { bytes: 500_000 * 60, records: 500 * 60 };
/// Less than this part of it is not worth telling other processes.
const TOLD_FROM: u64 = 16;

/// How much was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    bytes: u64,
    records: u64,
}

impl Written {
    fn add(&mut self, other: Written) {
        self.bytes = self.bytes.saturating_add(other.bytes);
        self.records = self.records.saturating_add(other.records);
    }

    fn is_over(self, part: u64) -> bool {
        self.bytes > HOT.bytes / part || self.records > HOT.records / part
    }
}

/// What was written to the shards of a stream in one minute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minute {
    /// Counted from the epoch.
    number: i64,
    shards: BTreeMap<ShardIndex, Written>,
}

impl Minute {
    /// Whether it is worth telling other processes, who may have taken in the rest.
    pub fn is_worth_telling(&self) -> bool {
        self.shards.values().any(|written| written.is_over(TOLD_FROM))
    }

    /// What is known of the newest minute, given what another process has told.
    pub fn with(mut self, told: Option<Minute>) -> Minute {
        match told {
            Some(told) if told.number > self.number => told,
            Some(told) if told.number == self.number => {
                for (shard, written) in told.shards {
                    self.shards.entry(shard).or_default().add(written);
                }
                self
            }
            _ => self,
        }
    }

    /// Whether a shard is to be split for it.
    pub fn is_hot(&self) -> bool {
        self.shards.values().any(|written| written.is_over(1))
    }

    /// The splits that leave no shard with more than half of what it takes: each in the middle, so
    /// that a stream at most doubles. AWS sees no more than double either, since it takes no more.
    pub(crate) fn splits(&self, map: &ShardMap, most_shards: usize) -> Vec<Step> {
        let room = most_shards.saturating_sub(map.open_count());
        let hot = self.shards.iter().filter(|(_, written)| written.is_over(1));
        let split = |(index, _): (&ShardIndex, &Written)| {
            let shard = map.get(*index).filter(|shard| shard.is_open())?;
            let at = shard.start + (shard.end - shard.start) / 2 + 1;
            (at <= shard.end).then_some(Step::Split { shard: *index, at })
        };
        hot.filter_map(split).take(room).collect()
    }
}

/// What this process takes in of one stream.
#[derive(Default)]
pub(crate) struct Meter {
    minute: Mutex<Minute>,
    turn: AtomicU64,
}

impl Meter {
    /// Counts what was written now; gives the minute that is over, where this begins another.
    pub fn count(
        &self,
        now_ms: i64,
        written: impl Iterator<Item = (ShardIndex, usize)>,
    ) -> Option<Minute> {
        let number = now_ms.div_euclid(MINUTE_MS);
        let mut minute = self.minute.lock().unwrap_or_else(PoisonError::into_inner);
        let over = (number > minute.number)
            .then(|| std::mem::replace(&mut *minute, Minute { number, ..Minute::default() }));
        for (shard, bytes) in written {
            let one = Written { bytes: bytes as u64, records: 1 };
            minute.shards.entry(shard).or_default().add(one);
        }
        over.filter(|over| !over.shards.is_empty())
    }

    /// A number that counts up: whose turn it is among the shards.
    pub fn turn(&self) -> u64 {
        self.turn.fetch_add(1, Ordering::Relaxed)
    }
}

/// What this process takes in of on-demand streams, by their ids.
#[derive(Default)]
pub(crate) struct Meters(RwLock<BTreeMap<String, Arc<Meter>>>);

impl Meters {
    /// The one of a stream.
    pub fn of(&self, stream_id: &str) -> Arc<Meter> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(stream_id).cloned();
        known.unwrap_or_else(|| {
            let mut meters = self.0.write().unwrap_or_else(PoisonError::into_inner);
            meters.entry(stream_id.to_owned()).or_default().clone()
        })
    }

    /// A stream is gone.
    pub fn forget(&self, stream_id: &str) {
        let is_known =
            self.0.read().unwrap_or_else(PoisonError::into_inner).contains_key(stream_id);
        if is_known {
            self.0.write().unwrap_or_else(PoisonError::into_inner).remove(stream_id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(number: i64, shards: &[(ShardIndex, u64)]) -> Minute {
        let written =
            |(shard, bytes): &(ShardIndex, u64)| (*shard, Written { bytes: *bytes, records: 1 });
        Minute { number, shards: shards.iter().map(written).collect() }
    }

    #[test]
    fn a_minute_is_given_by_the_first_put_of_a_later_one() {
        let meter = Meter::default();
        let put = |now_ms, shard, bytes| meter.count(now_ms, [(shard, bytes)].into_iter());
        assert_eq!(put(60_000, 0, 5), None);
        assert_eq!(put(119_999, 0, 6), None);
        assert_eq!(put(50_000, 1, 7), None, "a clock that is set back ends nothing");
        let over = put(600_000, 2, 1).unwrap();
        let shards =
            [(0, Written { bytes: 11, records: 2 }), (1, Written { bytes: 7, records: 1 })];
        assert_eq!(over, Minute { number: 1, shards: shards.into() });
        assert_eq!(put(660_000, 2, 1).unwrap(), minute(10, &[(2, 1)]));
    }

    #[test]
    fn several_processes_add_up_their_minute_and_only_that() {
        let (mine, told) = (minute(3, &[(0, 1), (1, 2)]), minute(3, &[(1, 5), (2, 1)]));
        let both = mine.clone().with(Some(told));
        assert_eq!(both.shards[&1], Written { bytes: 7, records: 2 });
        assert_eq!(both.shards.len(), 3);
        assert_eq!(mine.clone().with(Some(minute(2, &[(0, 9)]))), mine);
        assert_eq!(mine.clone().with(Some(minute(4, &[(0, 9)]))), minute(4, &[(0, 9)]));
        assert_eq!(mine.clone().with(None), mine);
    }

    #[test]
    fn shards_that_take_more_than_half_of_what_they_can_are_split_in_the_middle() {
        let map = ShardMap::even(4, 0);
        let busy = minute(1, &[(0, HOT.bytes), (1, HOT.bytes + 1), (3, 90 << 20), (9, 90 << 20)]);
        assert!(busy.is_hot());
        let (second, last) = (3 << 125, 7 << 125);
        let expected = [Step::Split { shard: 1, at: second }, Step::Split { shard: 3, at: last }];
        assert_eq!(busy.splits(&map, 100), expected);
        assert_eq!(busy.splits(&map, 5), expected[..1]);
        assert_eq!(busy.splits(&map, 4), []);
        let mut split = map.clone();
        expected[0].apply(&mut split, 0).unwrap();
        let halves = [split.get(4).unwrap(), split.get(5).unwrap()].map(|it| it.end - it.start);
        assert_eq!(halves[0], halves[1]);
    }

    #[test]
    fn many_small_records_are_as_hot_as_a_few_large_ones() {
        let meter = Meter::default();
        let records = |many: u64| (0..many).map(|_| (0, 10));
        meter.count(60_000, records(HOT.records));
        let calm = meter.count(120_000, records(HOT.records + 1)).unwrap();
        let hot = meter.count(180_000, records(1)).unwrap();
        assert!(!calm.is_hot() && calm.is_worth_telling() && hot.is_hot());
        assert!(!meter.count(240_000, records(1)).unwrap().is_worth_telling());
    }

    #[test]
    fn a_shard_of_one_key_stays_as_it_is() {
        let mut map = ShardMap::even(1, 0);
        map.split(0, 1, 0).unwrap();
        assert_eq!(minute(1, &[(1, 90 << 20)]).splits(&map, 100), []);
    }

    #[test]
    fn meters_are_told_apart_and_forgotten() {
        let meters = Meters::default();
        assert_eq!(
            [meters.of("a").turn(), meters.of("a").turn(), meters.of("b").turn()],
            [0, 1, 0]
        );
        meters.forget("a");
        assert_eq!((meters.of("a").turn(), meters.of("b").turn()), (0, 1));
    }
}
