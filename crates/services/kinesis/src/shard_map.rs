//! Which shard a record goes to, and how shards descend from each other. Pure: no clock, no disk.
//!
//! The open shards of a map always cover the hash keys from 0 to 2^128 − 1 without gap or overlap.
//! A shard's index never changes and is never given again; `shardId-` and twelve digits of the
//! index are its id. Splitting and merging close shards and open children, which begin at least a
//! second later, so that a child's sequence numbers are above all of its parents'.

use serde::{Deserialize, Serialize};
pub use shapes::ShardId;
use std::collections::BTreeMap;
use std::ops::Bound;

/// A shard's number within its stream; also its lane in the stream's log.
pub type ShardIndex = u32;

/// One shard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// The first hash key of its range.
    #[serde(with = "decimal")]
    pub start: u128,
    /// The last hash key of its range.
    #[serde(with = "decimal")]
    pub end: u128,
    /// When it was opened, in milliseconds since the epoch; part of its sequence numbers.
    pub created_ms: i64,
    /// The shard that it was split from, or one of the two that it was merged from.
    pub parent: Option<ShardIndex>,
    /// The other shard that it was merged from.
    pub adjacent_parent: Option<ShardIndex>,
    /// When it was closed, in milliseconds since the epoch.
    pub closed_ms: Option<i64>,
}

impl Shard {
    /// Whether records can be put into it.
    pub fn is_open(&self) -> bool {
        self.closed_ms.is_none()
    }

    /// Whether its records may be younger than `time_ms`.
    fn lasts_until(&self, time_ms: i64) -> bool {
        self.closed_ms.is_none_or(|closed| closed >= time_ms)
    }

    fn child(start: u128, end: u128, created_ms: i64, parent: ShardIndex) -> Self {
        Self {
            start,
            end,
            created_ms,
            parent: Some(parent),
            adjacent_parent: None,
            closed_ms: None,
        }
    }
}

/// Which shards a listing shows (ListShards, `ShardFilter`). Times in milliseconds since the epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filter {
    /// Those that were not closed before this time, the trim horizon.
    From(i64),
    /// Those that were open at this time.
    At(i64),
    /// Those that are open.
    Open,
}

impl Filter {
    fn shows(self, shard: &Shard) -> bool {
        match self {
            Filter::From(time) => shard.lasts_until(time),
            Filter::At(time) => shard.created_ms <= time && shard.lasts_until(time),
            Filter::Open => shard.is_open(),
        }
    }
}

/// Why shards cannot be split or merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such shard.
    Missing(ShardIndex),
    /// The shard is closed.
    Closed(ShardIndex),
    /// The hash key would leave a child without a key.
    HashKey,
    /// The two shards' ranges do not touch.
    NotAdjacent,
}

/// The shards of a stream whose records can still be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShardMap {
    shards: BTreeMap<ShardIndex, Shard>,
    /// The index of the next shard.
    next: ShardIndex,
    /// The open shards by the start of their range.
    open: Vec<(u128, ShardIndex)>,
}

impl ShardMap {
    /// A map of `count` shards (at least one) that divide the hash keys evenly.
    pub fn even(count: u32, created_ms: i64) -> Self {
        let shard = |index: u32| {
            let (start, end) = even_range(count, index);
            Shard { start, end, created_ms, parent: None, adjacent_parent: None, closed_ms: None }
        };
        Self::from_shards((0..count.max(1)).map(|index| (index, shard(index))), 0)
    }

    /// The map of these shards, where indexes below `next` were given before.
    pub fn from_shards(
        shards: impl IntoIterator<Item = (ShardIndex, Shard)>,
        next: ShardIndex,
    ) -> Self {
        let shards: BTreeMap<_, _> = shards.into_iter().collect();
        let next = shards.last_key_value().map_or(0, |(last, _)| last + 1).max(next);
        let open = shards.iter().filter(|(_, shard)| shard.is_open());
        let mut open: Vec<_> = open.map(|(index, shard)| (shard.start, *index)).collect();
        open.sort_unstable();
        Self { shards, next, open }
    }

    /// All shards, open and closed, in the order of their indexes.
    pub fn shards(&self) -> impl Iterator<Item = (ShardIndex, &Shard)> {
        self.shards.iter().map(|(index, shard)| (*index, shard))
    }

    /// The index of the next shard.
    pub fn next(&self) -> ShardIndex {
        self.next
    }

    /// One shard.
    pub fn get(&self, index: ShardIndex) -> Option<&Shard> {
        self.shards.get(&index)
    }

    /// How many shards are open.
    pub fn open_count(&self) -> usize {
        self.open.len()
    }

    /// The first hash key of an open shard, which comes as often as any other when `turn` counts up.
    pub fn in_turn(&self, turn: u64) -> Option<u128> {
        let at = turn.checked_rem(self.open.len() as u64)?;
        self.open.get(usize::try_from(at).ok()?).map(|(start, _)| *start)
    }

    /// The open shard that a hash key belongs to. `None` only where no shard is open.
    pub fn route(&self, hash_key: u128) -> Option<ShardIndex> {
        let after = self.open.partition_point(|(start, _)| *start <= hash_key);
        self.open.get(after.checked_sub(1)?).map(|(_, index)| *index)
    }

    /// The shards that descend directly from one.
    pub fn children(&self, of: ShardIndex) -> impl Iterator<Item = (ShardIndex, &Shard)> {
        let descends =
            move |shard: &Shard| shard.parent == Some(of) || shard.adjacent_parent == Some(of);
        self.shards().filter(move |(_, shard)| descends(shard))
    }

    /// The shards that a filter shows, after the given index, in order.
    pub fn listed(
        &self,
        filter: Filter,
        after: Option<ShardIndex>,
    ) -> impl Iterator<Item = (ShardIndex, &Shard)> {
        let start = after.map_or(Bound::Unbounded, Bound::Excluded);
        let rest = self.shards.range((start, Bound::Unbounded));
        rest.map(|(index, shard)| (*index, shard)).filter(move |(_, shard)| filter.shows(shard))
    }

    /// Closes a shard and opens two in its place, the second from `at` on.
    ///
    /// # Errors
    /// [`Refused`]; the map is then unchanged.
    pub fn split(
        &mut self,
        index: ShardIndex,
        at: u128,
        now_ms: i64,
    ) -> Result<[ShardIndex; 2], Refused> {
        let shard = self.open_shard(index)?;
        let (start, end) = (shard.start, shard.end);
        if at <= start || at > end {
            return Err(Refused::HashKey);
        }
        let created_ms = next_second(now_ms, [shard, shard]);
        self.close(index, created_ms);
        let below = self.add(Shard::child(start, at - 1, created_ms, index));
        Ok([below, self.add(Shard::child(at, end, created_ms, index))])
    }

    /// Closes two shards with touching ranges and opens one in their place.
    ///
    /// # Errors
    /// [`Refused`]; the map is then unchanged.
    pub fn merge(
        &mut self,
        index: ShardIndex,
        adjacent: ShardIndex,
        now_ms: i64,
    ) -> Result<ShardIndex, Refused> {
        let (a, b) = (self.open_shard(index)?, self.open_shard(adjacent)?);
        let touch = |low: &Shard, high: &Shard| low.end.checked_add(1) == Some(high.start);
        if !touch(a, b) && !touch(b, a) {
            return Err(Refused::NotAdjacent);
        }
        let created_ms = next_second(now_ms, [a, b]);
        let mut child = Shard::child(a.start.min(b.start), a.end.max(b.end), created_ms, index);
        child.adjacent_parent = Some(adjacent);
        self.close(index, created_ms);
        self.close(adjacent, created_ms);
        Ok(self.add(child))
    }

    /// Forgets the shards that were closed before this time; gives their indexes.
    pub fn prune(&mut self, before_ms: i64) -> Vec<ShardIndex> {
        let gone = self.shards().filter(|(_, shard)| !shard.lasts_until(before_ms));
        let gone: Vec<_> = gone.map(|(index, _)| index).collect();
        self.shards.retain(|_, shard| shard.lasts_until(before_ms));
        gone
    }

    fn open_shard(&self, index: ShardIndex) -> Result<&Shard, Refused> {
        let shard = self.get(index).ok_or(Refused::Missing(index))?;
        if shard.is_open() { Ok(shard) } else { Err(Refused::Closed(index)) }
    }

    fn close(&mut self, index: ShardIndex, now_ms: i64) {
        if let Some(shard) = self.shards.get_mut(&index) {
            shard.closed_ms = Some(now_ms);
        }
        self.open.retain(|(_, open)| *open != index);
    }

    fn add(&mut self, shard: Shard) -> ShardIndex {
        let index = self.next;
        self.next += 1;
        let at = self.open.partition_point(|(start, _)| *start < shard.start);
        self.open.insert(at, (shard.start, index));
        self.shards.insert(index, shard);
        index
    }
}

/// The first and the last hash key of one of `count` ranges (at least one) that divide all evenly.
pub(crate) fn even_range(count: u32, index: u32) -> (u128, u128) {
    let (count, index) = (u128::from(count.max(1)), u128::from(index));
    // 2^128 / count, rounded down, without needing a 129th bit.
    let width = u128::MAX / count + u128::from(u128::MAX % count == count - 1 && count > 1);
    let end = if index + 1 >= count { u128::MAX } else { (index + 1) * width - 1 };
    (index.min(count - 1) * width, end)
}

/// The first full second after now and after the parents' own.
fn next_second(now_ms: i64, parents: [&Shard; 2]) -> i64 {
    let newest = parents.iter().map(|shard| shard.created_ms).fold(now_ms, i64::max);
    (newest.div_euclid(1000) + 1) * 1000
}

/// Hash keys as text, since JSON readers disagree about numbers of 128 bits.
pub(crate) mod decimal {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(value: &u128, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(value)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u128, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Checks that the open shards cover all hash keys exactly once.
    fn covers(map: &ShardMap) {
        let mut next = Some(0);
        for (start, index) in &map.open {
            let shard = map.get(*index).unwrap();
            assert!(shard.is_open());
            assert_eq!((Some(*start), shard.start), (next, *start));
            next = shard.end.checked_add(1);
        }
        assert_eq!(next, None, "the last range ends at 2^128 - 1");
    }

    #[test]
    fn three_shards_divide_the_keys_as_aws_does() {
        let map = ShardMap::even(3, 0);
        let starts: Vec<_> = map.shards().map(|(_, shard)| shard.start.to_string()).collect();
        let third = "113427455640312821154458202477256070485";
        assert_eq!(starts, ["0", third, "226854911280625642308916404954512140970"]);
        assert_eq!(map.get(2).unwrap().end, u128::MAX);
    }

    #[test]
    fn a_split_leaves_both_children_a_key() {
        let mut map = ShardMap::even(1, 5_000);
        assert_eq!(map.split(0, 0, 6_000), Err(Refused::HashKey));
        assert_eq!(map.split(1, 9, 6_000), Err(Refused::Missing(1)));
        assert_eq!(map.split(0, 2, 6_500), Ok([1, 2]));
        assert_eq!(map.split(0, 2, 6_500), Err(Refused::Closed(0)));
        assert_eq!(map.get(1).map(|shard| (shard.start, shard.end)), Some((0, 1)));
        assert_eq!(map.get(2).map(|shard| shard.created_ms), Some(7_000));
        assert_eq!(map.children(0).map(|(index, _)| index).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(map.split(1, 1, 8_500), Ok([3, 4]));
        assert_eq!(map.split(4, 2, 9_500), Err(Refused::HashKey));
    }

    #[test]
    fn only_neighbours_merge() {
        let mut map = ShardMap::even(3, 0);
        assert_eq!(map.merge(0, 2, 10), Err(Refused::NotAdjacent));
        assert_eq!(map.merge(1, 1, 10), Err(Refused::NotAdjacent));
        assert_eq!(map.merge(2, 1, 10), Ok(3));
        assert_eq!(map.get(3).map(|shard| shard.adjacent_parent), Some(Some(1)));
        assert_eq!(map.children(1).map(|(index, _)| index).collect::<Vec<_>>(), [3]);
        covers(&map);
    }

    #[test]
    fn filters_follow_the_life_of_a_shard() {
        let mut map = ShardMap::even(1, 1_000);
        map.split(0, 1 << 100, 5_500).unwrap();
        let shown =
            |filter| map.listed(filter, None).map(|(index, _)| index).collect::<Vec<ShardIndex>>();
        assert!(shown(Filter::At(500)).is_empty());
        assert_eq!(shown(Filter::At(2_000)), [0]);
        assert_eq!(shown(Filter::At(6_000)), [0, 1, 2]);
        assert_eq!(shown(Filter::At(6_001)), [1, 2]);
        assert_eq!(shown(Filter::From(6_000)), [0, 1, 2]);
        assert_eq!(shown(Filter::From(6_001)), [1, 2]);
        assert_eq!(shown(Filter::Open), [1, 2]);
        assert_eq!(map.listed(Filter::Open, Some(1)).count(), 1);
    }

    #[test]
    fn a_pruned_shard_gives_its_index_to_no_other() {
        let mut map = ShardMap::even(1, 0);
        map.split(0, 1 << 100, 5_500).unwrap();
        assert!(map.prune(6_000).is_empty());
        assert_eq!(map.prune(6_001), [0]);
        assert!(map.get(0).is_none());
        assert_eq!(map.merge(1, 2, 7_000), Ok(3));
        map.prune(9_000);
        let last = map.get(3).cloned().unwrap();
        assert_eq!(ShardMap::from_shards([(3, last.clone())], 4), map);
        assert_eq!(ShardMap::from_shards([(3, last)], 9).next(), 9);
    }

    proptest! {
        #[test]
        fn every_hash_key_has_one_shard(count in 1u32..600, key: u128) {
            let map = ShardMap::even(count, 0);
            covers(&map);
            let shard = map.get(map.route(key).unwrap()).unwrap();
            prop_assert!(shard.start <= key && key <= shard.end);
            let sizes: Vec<u128> = map.shards().map(|(_, s)| s.end - s.start).collect();
            let spread = sizes.iter().max().unwrap() - sizes.iter().min().unwrap();
            prop_assert!(spread < u128::from(count));
        }

        #[test]
        fn splits_and_merges_keep_the_cover(steps in prop::collection::vec((any::<bool>(), any::<u32>(), any::<u128>()), 1..40)) {
            let mut map = ShardMap::even(2, 0);
            for (now, (split, pick, key)) in (1i64..).zip(steps) {
                let (start, index) = map.open[pick as usize % map.open.len()];
                if split {
                    let end = map.get(index).unwrap().end;
                    let _ = map.split(index, start + key % (end - start).max(1), now * 10);
                } else {
                    let adjacent = map.route(map.get(index).unwrap().end.wrapping_add(1)).unwrap();
                    let _ = map.merge(index, adjacent, now * 10);
                }
                covers(&map);
                prop_assert_eq!(&ShardMap::from_shards(map.shards.clone(), 0), &map);
            }
            for (_, shard) in map.shards() {
                for parent in shard.parent.iter().chain(&shard.adjacent_parent) {
                    let parent = map.get(*parent).unwrap();
                    prop_assert!(parent.created_ms / 1000 < shard.created_ms / 1000);
                    prop_assert_eq!(parent.closed_ms, Some(shard.created_ms));
                }
            }
        }
    }
}
