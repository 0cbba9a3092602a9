//! Which splits and merges a change of a stream's shards takes. Pure: no clock, no disk.
//!
//! UpdateShardCount makes ranges even as AWS was seen to make them: from the lowest hash key on, what
//! a range lacks is split off the shard above it and merged to what is there, before it goes on to
//! the next range. Each step follows from the open shards alone, so that whoever goes on in the
//! middle does what the one before would have done.

use crate::shard_map::{Refused, ShardIndex, ShardMap, even_range};
use crate::stream_record::Reshape;
use std::collections::VecDeque;

/// One split or merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Split { shard: ShardIndex, at: u128 },
    Merge { shard: ShardIndex, adjacent: ShardIndex },
}

impl From<Step> for Reshape {
    fn from(step: Step) -> Self {
        match step {
            Step::Split { shard, at } => Reshape::Split { shard, at },
            Step::Merge { shard, adjacent } => Reshape::Merge { shard, adjacent },
        }
    }
}

impl Step {
    /// The shards that it closes.
    pub fn closes(self) -> impl Iterator<Item = ShardIndex> {
        let (first, second) = match self {
            Step::Split { shard, .. } => (shard, None),
            Step::Merge { shard, adjacent } => (shard, Some(adjacent)),
        };
        std::iter::once(first).chain(second)
    }

    /// Does it to a map.
    ///
    /// # Errors
    /// [`Refused`]; the map is then unchanged.
    pub fn apply(self, map: &mut ShardMap, now_ms: i64) -> Result<(), Refused> {
        match self {
            Step::Split { shard, at } => map.split(shard, at, now_ms).map(drop),
            Step::Merge { shard, adjacent } => map.merge(shard, adjacent, now_ms).map(drop),
        }
    }
}

/// Changes that are under way, step by step.
pub(crate) struct Plan {
    left: VecDeque<Reshape>,
    /// How many even ranges from the lowest on are known to be shards,
    even: u32,
    /// and where the next of them begins.
    from: u128,
}

/// The part of a range by which a shard may miss it: the same hash keys divided by another number
/// round to other ones, and nobody shall have a shard of a few keys for that.
const SLACK: u128 = 1 << 20;

impl Plan {
    pub fn new(changes: Vec<Reshape>) -> Self {
        Self { left: changes.into(), even: 0, from: 0 }
    }

    /// The next step for a map to which all steps before have been done.
    pub fn next(&mut self, map: &ShardMap) -> Option<Step> {
        loop {
            let step = match *self.left.front()? {
                Reshape::Uniform { target } => match self.towards(target, map) {
                    Some(step) => return Some(step),
                    None => None,
                },
                Reshape::Split { shard, at } => Some(Step::Split { shard, at }),
                Reshape::Merge { shard, adjacent } => Some(Step::Merge { shard, adjacent }),
            };
            self.left.pop_front();
            (self.even, self.from) = (0, 0);
            if step.is_some() {
                return step;
            }
        }
    }

    /// What is left to be done.
    pub fn rest(self) -> Vec<Reshape> {
        self.left.into()
    }

    fn towards(&mut self, target: u32, map: &ShardMap) -> Option<Step> {
        while self.even < target {
            let (start, end) = even_range(target, self.even);
            let slack = (end - start) / SLACK;
            let shard = map.route(self.from)?;
            let reached = map.get(shard)?.end;
            if reached.abs_diff(end) <= slack {
                self.even += 1;
                self.from = reached.wrapping_add(1);
                continue;
            }
            if reached > end {
                return Some(Step::Split { shard, at: end + 1 });
            }
            let adjacent = map.route(reached + 1)?;
            let is_too_much = map.get(adjacent)?.end.saturating_sub(end) > slack;
            return Some(match is_too_much {
                true => Step::Split { shard: adjacent, at: end + 1 },
                false => Step::Merge { shard, adjacent },
            });
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Does what is left, at most `most` steps of it, and says how many those were.
    fn go_on(map: &mut ShardMap, plan: &mut Plan, most: usize) -> usize {
        for number in 0..most {
            let Some(step) = plan.next(map) else { return number };
            step.apply(map, 1_000).unwrap();
        }
        most
    }

    fn scaled(from: u32, target: u32) -> ShardMap {
        let mut map = ShardMap::even(from, 0);
        let mut plan = Plan::new(vec![Reshape::Uniform { target }]);
        go_on(&mut map, &mut plan, usize::MAX);
        assert!(plan.rest().is_empty());
        map
    }

    fn open(map: &ShardMap) -> Vec<ShardIndex> {
        let mut open: Vec<_> = map.shards().filter(|(_, shard)| shard.is_open()).collect();
        open.sort_by_key(|(_, shard)| shard.start);
        open.into_iter().map(|(index, _)| index).collect()
    }

    /// What somebody drew of AWS, for the stream of RisingWave's issue 9961.
    #[test]
    fn four_shards_become_three_as_aws_was_seen_to_do_it() {
        let map = scaled(4, 3);
        assert_eq!(open(&map), [6, 9, 10]);
        let parents = |index| map.get(index).map(|shard| (shard.parent, shard.adjacent_parent));
        assert_eq!([4, 5].map(parents), [Some((Some(1), None)); 2]);
        assert_eq!(parents(6), Some((Some(0), Some(4))));
        assert_eq!([7, 8].map(parents), [Some((Some(2), None)); 2]);
        assert_eq!(parents(9), Some((Some(5), Some(7))));
        assert_eq!(parents(10), Some((Some(8), Some(3))));
    }

    #[test]
    fn doubling_splits_each_shard_and_halving_merges_each_pair() {
        assert_eq!(open(&scaled(2, 4)), [2, 3, 4, 5]);
        assert_eq!(open(&scaled(4, 2)), [4, 5]);
        assert_eq!(open(&scaled(3, 3)), [0, 1, 2]);
        for count in (1..50).chain([200, 1_000]) {
            assert_eq!(scaled(count, 2 * count).next(), 3 * count, "{count} doubled");
            assert_eq!(scaled(2 * count, count).next(), 3 * count, "{count} halved");
        }
    }

    #[test]
    fn changes_follow_each_other_in_their_order() {
        let mut map = ShardMap::even(1, 0);
        let split = Reshape::Split { shard: 0, at: 99 };
        let merge = Reshape::Merge { shard: 1, adjacent: 2 };
        let uniform = Reshape::Uniform { target: 2 };
        let mut plan = Plan::new(vec![uniform, merge.clone(), split.clone()]);
        assert_eq!(plan.next(&map), Some(Step::Split { shard: 0, at: 1 << 127 }));
        map.split(0, 1 << 127, 5).unwrap();
        assert_eq!(plan.next(&map), Some(Step::Merge { shard: 1, adjacent: 2 }));
        assert_eq!(plan.rest(), [split]);
    }

    proptest! {
        #[test]
        fn any_shards_become_even_however_often_somebody_else_goes_on(
            cuts in prop::collection::vec(any::<u128>(), 0..30),
            target in 1u32..60,
            most in 1usize..9,
        ) {
            let mut map = ShardMap::even(1, 0);
            for cut in cuts {
                let _ = map.split(map.route(cut).unwrap(), cut, 0);
            }
            let (mut at_once, uniform) = (map.clone(), vec![Reshape::Uniform { target }]);
            go_on(&mut at_once, &mut Plan::new(uniform.clone()), usize::MAX);
            let mut left = uniform;
            while !left.is_empty() {
                let mut plan = Plan::new(left);
                go_on(&mut map, &mut plan, most);
                left = plan.rest();
            }
            prop_assert_eq!(&map, &at_once);
            let open = open(&map);
            prop_assert_eq!(open.len(), target as usize);
            for (index, shard) in (0..).zip(open) {
                let ((start, end), shard) = (even_range(target, index), map.get(shard).unwrap());
                let missed = shard.start.abs_diff(start).max(shard.end.abs_diff(end));
                prop_assert!(missed <= (end - start) / SLACK);
            }
            for (_, shard) in map.shards() {
                for parent in shard.parent.iter().chain(&shard.adjacent_parent) {
                    prop_assert!(map.get(*parent).unwrap().created_ms < shard.created_ms);
                }
            }
        }
    }
}
