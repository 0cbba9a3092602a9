//! Warm throughput: how much an on-demand stream is ready to take before anybody writes it.
//!
//! A stream takes one MiB/s with each of its shards, so that warming it means to have as many.

use crate::Kinesis;
use crate::errors::{invalid_argument, limit_exceeded, validation};
use crate::scaling::{MOST_WARM_MIBPS, shards_for};
use crate::stream_record::{Mode, Reshape, StreamRecord};
use crate::streams::Stream;
use crate::views;
use platform::{Context, Result};
use shapes::kinesis::WarmThroughputObject;

/// Refuses what only on-demand streams have.
pub(crate) fn demand_on_demand(record: &StreamRecord, what: &str) -> Result<()> {
    if record.mode == Mode::OnDemand {
        return Ok(());
    }
    Err(invalid_argument(format!(
        "{what} is only supported for data streams in On-Demand mode. Stream {} under account {} is \
         in Provisioned mode.",
        record.name, record.account
    )))
}

/// Writes into a stream's row what it is to be ready for.
pub(crate) fn warm(record: &mut StreamRecord, mibps: u32) {
    record.scaling.warm_mibps = Some(mibps);
    record.reshaping.extend(phases(record.open_shards, shards_for(mibps)));
}

/// What leads from one number of shards to another: each at most double the one before, and at least
/// half of it. Brought there at once, each shard would descend from as many others as were made of its
/// parent, each a second younger, and who reads in order would pass through all of them.
fn phases(from: u32, to: u32) -> Vec<Reshape> {
    let (mut at, mut phases) = (from.max(1), Vec::new());
    loop {
        at = to.clamp(at.div_ceil(2), at.saturating_mul(2));
        phases.push(Reshape::Uniform { target: at });
        if at == to {
            return phases;
        }
    }
}

/// A throughput as answers tell it.
pub(crate) fn target(mibps: u32) -> i32 {
    mibps.try_into().unwrap_or(i32::MAX)
}

impl Kinesis {
    /// Whether the caller's account may warm streams (UpdateAccountSettings).
    async fn has_commitment(&self, context: &Context) -> Result<bool> {
        Ok(self.commitment(context).await?.is_on(context.now().millis()))
    }

    /// The throughput that a request wants a stream to be warm for, where the account may.
    pub(crate) async fn warm_throughput(&self, context: &Context, mibps: i32) -> Result<u32> {
        if !self.has_commitment(context).await? {
            return Err(validation(format!(
                "WarmThroughputMiBps is only supported in accounts that have \
                 MinimumThroughputBillingCommitment enabled; account {} has not.",
                context.account
            )));
        }
        let mibps = u32::try_from(mibps)
            .map_err(|_| validation("WarmThroughputMiBps must be greater than or equal to 0"))?;
        if mibps > MOST_WARM_MIBPS {
            return Err(limit_exceeded(format!(
                "WarmThroughputMiBps {mibps} exceeds the limit of {MOST_WARM_MIBPS} MiBps for an \
                 on-demand stream."
            )));
        }
        Ok(mibps)
    }

    /// What an on-demand stream is ready for, and is to be ready for. AWS tells it to accounts that
    /// may warm streams.
    pub(crate) async fn shown_throughput(
        &self,
        context: &Context,
        stream: &Stream,
    ) -> Result<Option<WarmThroughputObject>> {
        let record = &stream.record;
        if record.mode != Mode::OnDemand || !self.has_commitment(context).await? {
            return Ok(None);
        }
        let current = views::open_shard_count(stream);
        Ok(Some(WarmThroughputObject {
            target_mi_bps: Some(record.scaling.warm_mibps.map_or(current, target)),
            current_mi_bps: Some(current),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::shard_map::ShardMap;

    /// How many generations lie before the youngest shard.
    fn depth(map: &ShardMap) -> usize {
        let mut depths = std::collections::BTreeMap::new();
        for (index, shard) in map.shards() {
            let parents = shard.parent.iter().chain(&shard.adjacent_parent);
            let before = parents.filter_map(|parent| depths.get(parent)).max();
            depths.insert(index, before.map_or(0, |before: &usize| before + 1));
        }
        depths.into_values().max().unwrap_or(0)
    }

    #[test]
    fn many_shards_are_few_generations_away() {
        for (from, to) in [(4, 512), (512, 4), (1, 300), (7, 7)] {
            let mut map = ShardMap::even(from, 0);
            let mut plan = Plan::new(phases(from, to));
            while let Some(step) = plan.next(&map) {
                step.apply(&mut map, 1_000).unwrap();
            }
            assert_eq!(map.open_count(), to as usize);
            // Doubling is one, and evening out what does not double a few more.
            assert!(depth(&map) <= 60, "{from} to {to}: {}", depth(&map));
        }
        let targets = |from, to| {
            let of = |it: Reshape| match it {
                Reshape::Uniform { target } => target,
                _ => 0,
            };
            phases(from, to).into_iter().map(of).collect::<Vec<_>>()
        };
        assert_eq!(targets(4, 20), [8, 16, 20]);
        assert_eq!(targets(20, 4), [10, 5, 4]);
        assert_eq!(targets(0, 1), [1]);
    }
}
