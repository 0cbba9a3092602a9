//! Subscriptions to shards: which are open in this process, and which one reads for a consumer.
//!
//! One subscription reads a shard for a consumer. A second within five seconds is refused; a later
//! one takes over, and the one before ends (SubscribeToShard). Which came last is remembered by the
//! process. Another process is told of a new one ([`Topic::Subscription`]), so that those that it has
//! end as well as notices carry; nothing is lost where two go on, both of which read the same.

mod pace;
mod subscription;

pub(crate) use subscription::{Reading, Subscription, in_use};

use crate::shard_map::ShardIndex;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How long nobody may take the place of a new subscription, in milliseconds.
const ALONE_MS: i64 = 5000;
/// How many are too few to look for those that can be forgotten.
const FEW: usize = 64;

/// A consumer's ARN and a shard.
type Key = (Arc<str>, ShardIndex);

/// The newest subscription of each consumer to each shard.
#[derive(Default)]
pub(crate) struct Subscriptions(Mutex<Known>);

#[derive(Default)]
struct Known {
    newest: BTreeMap<Key, Newest>,
    /// How many there were when those that can be forgotten were last taken out.
    swept: usize,
    next_number: u64,
}

struct Newest {
    number: u64,
    began_ms: i64,
    is_open: bool,
}

impl Newest {
    /// Whether it keeps others away.
    fn is_fresh(&self, now_ms: i64) -> bool {
        // A clock may be set back.
        (0..ALONE_MS).contains(&now_ms.saturating_sub(self.began_ms))
    }
}

/// The place of a subscription, until it is dropped.
pub(crate) struct Place {
    all: Arc<Subscriptions>,
    key: Key,
    number: u64,
}

impl Subscriptions {
    /// Whether a consumer may subscribe to a shard now.
    pub fn is_free(&self, consumer_arn: &Arc<str>, shard: ShardIndex, now_ms: i64) -> bool {
        let known = self.lock();
        let newest = known.newest.get(&(consumer_arn.clone(), shard));
        newest.is_none_or(|newest| !newest.is_fresh(now_ms))
    }

    /// A place for a new subscription, where the last one is old enough.
    pub fn enter(
        self: &Arc<Self>,
        consumer_arn: &Arc<str>,
        shard: ShardIndex,
        now_ms: i64,
    ) -> Option<Place> {
        let key = (consumer_arn.clone(), shard);
        let mut known = self.lock();
        if known.newest.get(&key).is_some_and(|newest| newest.is_fresh(now_ms)) {
            return None;
        }
        known.sweep(now_ms);
        let number = known.next_number;
        known.next_number += 1;
        known.newest.insert(key.clone(), Newest { number, began_ms: now_ms, is_open: true });
        Some(Place { all: self.clone(), key, number })
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Forgets those that are closed and keep nobody away, when there may be as many of them as of
    /// the others.
    fn sweep(&mut self, now_ms: i64) {
        if self.newest.len() >= FEW.max(2 * self.swept) {
            self.newest.retain(|_, newest| newest.is_open || newest.is_fresh(now_ms));
            self.swept = self.newest.len();
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut known = self.all.lock();
        // It keeps others away for its five seconds all the same, as AWS does.
        if let Some(newest) = known.newest.get_mut(&self.key)
            && newest.number == self.number
        {
            newest.is_open = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_taken_over_after_five_seconds() {
        let all = Arc::new(Subscriptions::default());
        let arn: Arc<str> = "c".into();
        let first = all.enter(&arn, 0, 1000).unwrap();
        assert!(all.enter(&arn, 0, 5999).is_none() && !all.is_free(&arn, 0, 5999));
        assert!(all.enter(&arn, 1, 1000).is_some(), "another shard is another place");
        assert!(all.is_free(&arn, 0, 6000));
        let second = all.enter(&arn, 0, 6000).unwrap();
        drop(first);
        assert!(all.lock().newest[&(arn.clone(), 0)].is_open);
        drop(second);
        assert!(all.enter(&arn, 0, 10_999).is_none(), "though it is closed");
        assert!(all.enter(&arn, 0, 11_000).is_some());
    }

    #[test]
    fn what_is_closed_is_forgotten() {
        let all = Arc::new(Subscriptions::default());
        let arn: Arc<str> = "c".into();
        let kept = all.enter(&arn, 0, 0).unwrap();
        for shard in 1..10_000 {
            drop(all.enter(&arn, shard, i64::from(shard) * ALONE_MS));
        }
        let known = all.lock();
        assert!(known.newest.len() <= FEW && known.newest.contains_key(&(arn, 0)));
        drop(known);
        drop(kept);
    }
}
