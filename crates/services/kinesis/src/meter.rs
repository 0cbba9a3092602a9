//! What comes into each shard: how many records and bytes in the last seconds, for who watches.
//!
//! It is what this process has appended, counted in memory: it is shown to people, and nothing is
//! decided by it.

use crate::shard_map::ShardIndex;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Over how many seconds rates are told.
pub const WINDOW_S: i64 = 10;

/// What comes in, each second on average over the last [`WINDOW_S`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rate {
    /// Records.
    pub records: f64,
    /// Bytes of their data and partition keys.
    pub bytes: f64,
}

/// The meters of those shards of a stream into which something has come of late.
#[derive(Default)]
pub(crate) struct Rates(Mutex<BTreeMap<ShardIndex, Meter>>);

/// What has come in, by the second, the oldest first.
#[derive(Default)]
struct Meter(VecDeque<Second>);

struct Second {
    second: i64,
    records: u64,
    bytes: u64,
}

impl Meter {
    fn add(&mut self, second: i64, bytes: u64) {
        // A clock that was set back counts on in its newest second.
        match self.0.back_mut().filter(|last| last.second >= second) {
            Some(last) => {
                last.records += 1;
                last.bytes += bytes;
            }
            None => self.0.push_back(Second { second, records: 1, bytes }),
        }
        self.forget(second);
    }

    fn forget(&mut self, second: i64) {
        while self.0.front().is_some_and(|first| first.second <= second - WINDOW_S) {
            self.0.pop_front();
        }
    }

    /// The second that is not over counts, too, so that what has just come is seen.
    fn rate(&self, second: i64) -> Rate {
        let counted = self.0.iter().filter(|it| it.second > second - WINDOW_S);
        let (records, bytes) =
            counted.fold((0, 0), |(records, bytes), it| (records + it.records, bytes + it.bytes));
        Rate { records: records as f64 / WINDOW_S as f64, bytes: bytes as f64 / WINDOW_S as f64 }
    }
}

impl Rates {
    /// Counts records that were appended: to which shards, and how long each is.
    pub fn count(&self, now_ms: i64, records: impl Iterator<Item = (ShardIndex, usize)>) {
        let second = now_ms.div_euclid(1000);
        let mut meters = self.lock();
        for (shard, bytes) in records {
            if let Some(meter) = meters.get_mut(&shard) {
                meter.add(second, bytes as u64);
                continue;
            }
            meters.retain(|_, meter| {
                meter.forget(second);
                !meter.0.is_empty()
            });
            meters.entry(shard).or_default().add(second, bytes as u64);
        }
    }

    /// What comes into a shard.
    pub fn rate(&self, shard: ShardIndex, now_ms: i64) -> Rate {
        let meters = self.lock();
        meters.get(&shard).map_or(Rate::default(), |meter| meter.rate(now_ms.div_euclid(1000)))
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<ShardIndex, Meter>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_the_average_of_the_last_seconds() {
        let meters = Rates::default();
        meters.count(1_000, [(0, 100), (1, 7), (0, 100)].into_iter());
        meters.count(5_999, [(0, 300)].into_iter());
        let rate = |shard, now_ms| meters.rate(shard, now_ms);
        assert_eq!(rate(0, 6_000), Rate { records: 0.3, bytes: 50.0 });
        assert_eq!(rate(1, 6_000), Rate { records: 0.1, bytes: 0.7 });
        assert_eq!(rate(0, 11_000), Rate { records: 0.1, bytes: 30.0 }, "the first second is over");
        assert_eq!(rate(0, 15_000), Rate::default());
        assert_eq!(meters.rate(7, 6_000), Rate::default());
    }

    #[test]
    fn shards_into_which_nothing_comes_are_forgotten() {
        let meters = Rates::default();
        for second in 0..100 {
            meters.count(second * 1000, [(second as ShardIndex, 1)].into_iter());
        }
        assert_eq!(meters.lock().len(), WINDOW_S as usize);
    }

    #[test]
    fn a_clock_that_goes_back_loses_no_count() {
        let meters = Rates::default();
        meters.count(20_000, [(0, 1)].into_iter());
        meters.count(15_000, [(0, 1)].into_iter());
        assert_eq!(meters.rate(0, 20_000).records, 0.2);
    }
}
