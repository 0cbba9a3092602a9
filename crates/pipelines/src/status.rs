//! What an operator sees of the mappings.

use crate::counts::EventCounts;
use serde::Serialize;
use std::sync::{Arc, Mutex, PoisonError};

/// One mapping as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MappingStatus {
    /// Its name.
    pub uuid: String,
    /// The ARN of its function.
    pub function: String,
    /// The ARN of its stream or queue.
    pub source: String,
    /// `Creating`, `Enabled`, `Disabled` and so on.
    pub state: String,
    /// `LastProcessingResult`.
    pub last_result: String,
    /// The shards that are being read, by id.
    pub shards: Vec<ShardStatus>,
    /// Of a queue: batches that the function has, or is to get again.
    pub in_flight: usize,
    /// What was counted, where `MetricsConfig` says so.
    pub event_counts: Option<EventCounts>,
    /// What was counted in any case.
    pub tally: Tally,
}

/// What a mapping has done since this process began to carry it out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How often the function was invoked.
    pub invocations: u64,
    /// How often it failed.
    pub errors: u64,
    /// Records or messages that it took.
    pub records: u64,
    /// Records that were given up.
    pub discarded: u64,
    /// Why something failed last: one line.
    pub reason: Option<String>,
}

/// One shard of a mapping as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ShardStatus {
    /// The shard.
    pub shard_id: String,
    /// Up to where everything is delivered or disposed of: a sequence number, or the name of a
    /// starting position.
    pub position: String,
    /// How long the oldest record that is not delivered has waited, in milliseconds; without one,
    /// how far the last read was from the shard's end.
    pub lag_ms: i64,
    /// How old the last record of the last batch was when the batch was offered, in milliseconds.
    pub iterator_age_ms: Option<i64>,
    /// What became of the last batch.
    pub last_result: Option<String>,
    /// Batches that the function has not answered for.
    pub in_flight: usize,
}

/// A shard's status as its poller keeps it.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    /// All but the lag.
    pub status: ShardStatus,
    /// The arrival of the oldest record that is not delivered, in milliseconds since the epoch.
    pub oldest_arrival_ms: Option<i64>,
    /// How far the last read was from the shard's end, in milliseconds.
    pub behind_ms: i64,
}

/// Shared between a poller and whoever asks.
pub(crate) type SharedProgress = Arc<Mutex<Progress>>;

/// The status at `now_ms`.
pub(crate) fn shard(progress: &SharedProgress, now_ms: i64) -> ShardStatus {
    let progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
    let waited = progress.oldest_arrival_ms.map(|arrival| (now_ms - arrival).max(0));
    ShardStatus { lag_ms: waited.unwrap_or(progress.behind_ms), ..progress.status.clone() }
}
