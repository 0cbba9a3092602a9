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
    record.reshaping.push(Reshape::Uniform { target: shards_for(mibps) });
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
