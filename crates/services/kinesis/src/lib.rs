//! services/kinesis: what is true of Amazon Kinesis Data Streams.
//!
//! Knows: streams and their states, shards and the hash ranges that route a partition key to one,
//! sequence numbers, shard iterators, consumers and their subscriptions, queues, retention, tags, and how
//! channels deliver to buckets (`channels`). Must not know: any protocol's bytes, how a log keeps its
//! records or S3 its objects, who else reads a stream and why.
//!
//! A stream is one [`store::Log`] with a lane per shard, a record in the table `kinesis-streams`
//! ([`stream_record`]) and one for each shard in `kinesis-shards`; what was last seen of them is
//! remembered, so that putting and getting records reads no table. Several processes may serve the
//! same streams. Appending wakes those who wait for the shard
//! ([`platform::Topic`]), a change of a stream's state, settings or shards those who wait for it.
//!
//! Queues hand the records of on-demand streams out one by one (`queue`). Shards are split, merged and brought to a number by their owner ([`shard_map`]), and those of on-demand
//! streams by what is written to them.
//!
//! Rates are AWS's where a server is told to keep them ([`Config::limits`]): those of shards are
//! machines of tokens (`pace`), those of operations a list (`quotas`); what is left of them each process
//! counts for itself. The quotas of shards and of on-demand streams per account and region are those
//! that `DescribeLimits` reports ([`Config`]), and always kept.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod account;
mod append;
mod asks;
mod attached;
mod background;
mod channels;
mod consumer_record;
mod consumers;
mod counts;
mod encryption;
mod errors;
#[cfg(test)]
mod histories;
mod iterator;
mod load;
mod lost;
mod meter;
mod metrics;
mod on_demand;
mod operations;
mod pace;
mod payload;
mod plan;
mod policies;
mod queue;
mod quotas;
mod read;
mod reshape;
mod resolve;
mod resource;
mod scaling;
pub mod sequence;
mod settings;
#[cfg(test)]
mod several;
pub mod shard_map;
mod shard_record;
pub mod stream_record;
mod streams;
mod subscriptions;
mod tags;
#[cfg(test)]
mod testing;
mod tokens;
mod transitions;
mod views;
mod warm;

pub use lost::stream_of;
pub use meter::{Rate, WINDOW_S};
pub use metrics::ShardMetrics;
use platform::{Context, Limits, Platform, Result};
pub use queue::{POSITIONS as QUEUE_POSITIONS, RECORDS as QUEUE_RECORDS};
use std::sync::Arc;
use std::time::Duration;
pub use stream_record::TABLE as STREAMS;

/// What an operator may choose.
#[derive(Clone, Debug)]
pub struct Config {
    /// How long a stream stays in `CREATING` or `DELETING`. With zero it does not show these
    /// states: the operation answers when the change is done.
    pub transition: Duration,
    /// How often storage of expired records is given back.
    pub sweep: Duration,
    /// The most shards of provisioned streams per account and region. AWS's default for
    /// us-east-1.
    pub shard_limit: u32,
    /// The most on-demand streams per account and region.
    pub on_demand_stream_limit: u32,
    /// Channels deliver what waits at this age at the latest, if they would let it become older.
    pub channel_freshness: Option<Duration>,
    /// With how many bytes of records an object of a channel is full.
    pub channel_object_bytes: u64,
    /// Whether to go on with streams whose records are all gone, as empty ones.
    pub skip_missing: bool,
    /// Whether streams, shards and callers are held to AWS's rates.
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            transition: Duration::from_millis(100),
            sweep: Duration::from_secs(60),
            shard_limit: 20_000,
            on_demand_stream_limit: 50,
            channel_freshness: None,
            channel_object_bytes: 16 << 20,
            skip_missing: false,
            limits: Limits::None,
        }
    }
}

/// The service.
pub struct Kinesis {
    platform: Arc<Platform>,
    config: Config,
    streams: Arc<streams::Streams>,
    queues: Arc<queue::Queues>,
    tokens: tokens::Tokens,
    subscriptions: Arc<subscriptions::Subscriptions>,
    channels: Arc<channels::Channels>,
    _sweeper: background::Task,
}

impl Kinesis {
    /// The service, with the streams that the store holds. Finishes the transitions that an
    /// earlier process began, and removes logs that no stream owns.
    ///
    /// # Errors
    /// When the store fails, or has lost the records of a stream.
    pub async fn new(platform: Arc<Platform>, config: Config) -> Result<Arc<Self>> {
        let tokens = tokens::Tokens::new(platform.clone());
        let streams = streams::Streams::load(platform.clone(), config.clone()).await?;
        streams.keep_deadlines();
        streams.keep_consumer_deadlines();
        let queues = queue::Queues::new(platform.clone(), streams.clone());
        queues.keep_deadlines();
        let channels = channels::Channels::new(&streams);
        let (sweeper, subscriptions) = (background::sweep(&streams), Arc::default());
        Ok(Arc::new(Self {
            platform,
            config,
            streams,
            queues,
            tokens,
            subscriptions,
            channels,
            _sweeper: sweeper,
        }))
    }

    /// What comes into each shard of a stream of the context's account and region, by the shard's id.
    ///
    /// # Errors
    /// The storage's.
    pub async fn rates(&self, context: &Context, name: &str) -> Result<Vec<(String, Rate)>> {
        let Some(stream) = self.streams.find(context, name).await? else { return Ok(Vec::new()) };
        let now_ms = context.now().millis();
        let rate = |(shard, _): (_, &shard_map::Shard)| {
            let rate = stream.rates().rate(shard, now_ms);
            (shard_map::ShardId(shard).to_string(), rate)
        };
        Ok(stream.map.shards().map(rate).collect())
    }
}
