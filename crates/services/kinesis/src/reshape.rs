//! Splitting and merging shards, so that no record is lost between the old and the new.
//!
//! It goes in three steps: a commit says what is to be done; the shards that it closes are sealed
//! in the log; a commit closes them and opens their children, which begin after the newest record
//! below the seals. Whoever finds a stream between these steps, such as an append that a seal has
//! refused, takes those that are left.

use crate::Kinesis;
use crate::errors::{invalid_argument, no_such_shard, validation};
use crate::resolve::{Target, demand_active};
use crate::shard_map::{Refused, ShardId, ShardIndex, ShardMap};
use crate::stream_record::{Mode, Reshape, Status, StreamRecord};
use crate::streams::{Stream, Streams};
use platform::{Context, Error, Result, finish};
use std::sync::Arc;

impl Kinesis {
    /// The stream, where its owner may split and merge its shards.
    pub(crate) async fn find_provisioned(
        &self,
        context: &Context,
        target: Target<'_>,
    ) -> Result<Arc<Stream>> {
        let stream = self.find(context, target).await?;
        let record = &stream.record;
        if record.mode == Mode::OnDemand {
            return Err(validation(format!(
                "Request is invalid. Stream {} under account {} is in On-Demand mode.",
                record.name, record.account
            )));
        }
        Ok(stream)
    }

    /// A shard of a stream, open or closed.
    pub(crate) fn known_shard(&self, stream: &Stream, text: &str) -> Result<ShardId> {
        let (name, account) = (&stream.record.name, &stream.record.account);
        let id = ShardId::parse(text).ok_or_else(|| no_such_shard(text, name, account))?;
        match stream.map.get(id.0) {
            Some(_) => Ok(id),
            None => Err(no_such_shard(&id.to_string(), name, account)),
        }
    }

    /// Refuses one shard more than the account may have.
    pub(crate) async fn admit_shard(&self, context: &Context) -> Result<()> {
        let (account, region) = (&context.account, &context.region);
        let used = self.streams.usage(account, region).await?;
        if used.provisioned_shards < self.config.shard_limit as usize {
            return Ok(());
        }
        Err(self.streams.shard_limit_exceeded(account, region, 1, used))
    }

    /// Splits or merges shards of a stream that is active.
    pub(crate) async fn reshape(&self, stream: &Arc<Stream>, change: Reshape) -> Result<()> {
        let allow = |record: &StreamRecord, map: &ShardMap, change: &Reshape| match change
            .apply(&mut map.clone(), record.created_ms)
        {
            Ok(()) if is_in_order(map, change) => demand_active(record),
            Ok(()) => Err(refusal(record, change, Refused::NotAdjacent)),
            Err(refused) => Err(refusal(record, change, refused)),
        };
        self.streams.reshape(stream, change, allow).await.map(drop)
    }
}

/// AWS merges a shard with the one above it, not with the one below.
fn is_in_order(map: &ShardMap, change: &Reshape) -> bool {
    let start = |shard| map.get(shard).map(|shard| shard.start);
    match change {
        Reshape::Split { .. } => true,
        Reshape::Merge { shard, adjacent } => start(*shard) < start(*adjacent),
    }
}

fn refusal(record: &StreamRecord, change: &Reshape, refused: Refused) -> Error {
    let (name, account) = (&record.name, &record.account);
    match (refused, change) {
        (Refused::Missing(shard), _) => no_such_shard(&ShardId(shard).to_string(), name, account),
        (Refused::NotAdjacent, Reshape::Merge { shard, adjacent }) => invalid_argument(format!(
            "Shards {} and {} in stream {name} under account {account} are not an adjacent pair \
             of shards eligible for merging",
            ShardId(*shard),
            ShardId(*adjacent)
        )),
        (Refused::Closed(shard), _) => invalid_argument(format!(
            "Shard {} in stream {name} under account {account} has already been merged or split, \
             and thus is not eligible for merging or splitting.",
            ShardId(shard)
        )),
        // Looked at before, with the shard's range in the answer.
        (Refused::HashKey | Refused::NotAdjacent, _) => {
            invalid_argument("NewStartingHashKey is not within the shard's range.")
        }
    }
}

impl Streams {
    /// Splits or merges shards of a stream. The stream is `UPDATING` until its transition is over.
    ///
    /// # Errors
    /// What `allow` refuses with; `ResourceNotFoundException` where the stream is gone.
    async fn reshape(
        self: &Arc<Self>,
        stream: &Arc<Stream>,
        change: Reshape,
        allow: impl Fn(&StreamRecord, &ShardMap, &Reshape) -> Result<()> + Send + 'static,
    ) -> Result<Arc<Stream>> {
        let (streams, stream) = (self.clone(), stream.clone());
        finish(async move {
            let begun = loop {
                let current = streams.reshaped(&stream).await?;
                allow(&current.record, &current.map, &change)?;
                let mut record = current.record.clone();
                record.reshaping.push(change.clone());
                record.status = Status::Updating;
                if let Some(begun) = streams.replace(&current, record, current.map.clone()).await? {
                    break begun;
                }
            };
            let done = streams.reshaped(&begun).await?;
            streams.clone().begin_transition(done.clone()).await?;
            Ok(done)
        })
        .await
    }

    /// The stream as it is now, when changes of its shards that are under way are done.
    pub async fn reshaped(&self, stream: &Stream) -> Result<Arc<Stream>> {
        loop {
            let current = self.current(stream).await?;
            if current.record.reshaping.is_empty() {
                return Ok(current);
            }
            let mut record = current.record.clone();
            let mut map = current.map.clone();
            for change in std::mem::take(&mut record.reshaping) {
                let begins_ms = self.seal(&current, change.closes()).await?;
                if let Err(refused) = change.apply(&mut map, begins_ms) {
                    tracing::error!(stream = %current.arn, ?refused, "its shards stay as they are");
                }
            }
            if let Some(next) = self.replace(&current, record, map).await? {
                return Ok(next);
            }
        }
    }

    /// Seals shards. Gives the time after which all their records came, or now.
    async fn seal(&self, stream: &Stream, shards: impl Iterator<Item = ShardIndex>) -> Result<i64> {
        let log = &self.platform.store.log;
        let mut newest_ms = self.platform.clock.now().millis();
        for shard in shards {
            log.seal(&stream.log, shard).await?;
            let bounds = log.bounds(&stream.log, shard).await?;
            newest_ms = newest_ms.max(bounds.newest_ms.unwrap_or(newest_ms));
        }
        Ok(newest_ms)
    }
}
