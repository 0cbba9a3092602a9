//! Splitting and merging shards, so that no record is lost between the old and the new.
//!
//! It goes in three steps: a commit says what is to be done; the shards that it closes are sealed
//! in the log; a commit closes them and opens their children, which begin after the newest record
//! below the seals. What takes many splits and merges takes the last two in turn, some of them at a
//! time. Whoever finds a stream between these steps, such as an append that a seal has refused,
//! takes those that are next.

use crate::Kinesis;
use crate::errors::{invalid_argument, no_such_shard, validation};
use crate::plan::{Plan, Step};
use crate::resolve::{Target, demand_active};
use crate::shard_map::{Refused, Shard, ShardId, ShardIndex, ShardMap};
use crate::stream_record::{Mode, Status, StreamRecord};
use crate::streams::{Stream, Streams};
use platform::{Context, Error, Result, finish};
use std::sync::Arc;

/// How many splits and merges are committed together: what is put meanwhile waits for no more.
const STEPS_OF_A_COMMIT: usize = 128;

impl Kinesis {
    /// The stream, where its owner may split and merge its shards.
    pub(crate) async fn find_provisioned(
        &self,
        context: &Context,
        target: Target<'_>,
    ) -> Result<Arc<Stream>> {
        let stream = self.find(context, target).await?;
        demand_provisioned(&stream.record)?;
        Ok(stream)
    }

    /// Gives an on-demand stream another number of shards: the open shard at this place, by hash keys,
    /// becomes two, or where there are `most` of them, one with the shard above it.
    ///
    /// # Errors
    /// There is no such stream or shard, or the stream is not active.
    pub async fn scale(
        &self,
        context: &Context,
        stream: &str,
        at: usize,
        most: usize,
    ) -> Result<()> {
        let target = Target { name: Some(stream), arn: None, id: None };
        let stream = self.find_active(context, target).await?;
        let mut open: Vec<_> = stream.map.shards().filter(|(_, shard)| shard.is_open()).collect();
        open.sort_unstable_by_key(|(_, shard)| shard.start);
        let step = match (open.get(at), open.get(at + 1)) {
            (Some((shard, _)), Some((adjacent, _))) if open.len() >= most => {
                Step::Merge { shard: *shard, adjacent: *adjacent }
            }
            (Some((shard, range)), _) if open.len() < most => {
                let at = range.start + (range.end - range.start) / 2;
                Step::Split { shard: *shard, at }
            }
            _ => return Err(invalid_argument("There is no such shard.")),
        };
        self.take(&stream, step).await
    }

    /// Splits or merges shards of a stream that is active, of whatever mode.
    pub(crate) async fn take(&self, stream: &Arc<Stream>, step: Step) -> Result<()> {
        let prepare = move |record: &mut StreamRecord, map: &ShardMap| {
            demand_active(record)?;
            let applied = step.apply(&mut map.clone(), record.created_ms);
            applied.map_err(|refused| refusal(record, step, refused))?;
            record.reshaping.push(step.into());
            Ok(())
        };
        self.carry_out(stream, prepare).await
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

    /// Refuses so many shards more than the account may have.
    pub(crate) async fn admit_shards(&self, context: &Context, wanted: usize) -> Result<()> {
        let (account, region) = (&context.account, &context.region);
        let used = self.streams.usage(account, region).await?;
        if used.provisioned_shards.saturating_add(wanted) <= self.config.shard_limit as usize {
            return Ok(());
        }
        Err(self.streams.shard_limit_exceeded(account, region, wanted, used))
    }

    /// Splits or merges shards of a stream that is active.
    pub(crate) async fn reshape(&self, stream: &Arc<Stream>, step: Step) -> Result<()> {
        let prepare = move |record: &mut StreamRecord, map: &ShardMap| {
            demand_provisioned(record)?;
            match step.apply(&mut map.clone(), record.created_ms) {
                Ok(()) if is_in_order(map, step) => demand_active(record)?,
                Ok(()) => return Err(refusal(record, step, Refused::NotAdjacent)),
                Err(refused) => return Err(refusal(record, step, refused)),
            }
            record.reshaping.push(step.into());
            Ok(())
        };
        self.carry_out(stream, prepare).await
    }

    /// Does at once what `prepare` says in the row of a stream.
    async fn carry_out(
        &self,
        stream: &Arc<Stream>,
        prepare: impl Fn(&mut StreamRecord, &ShardMap) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        let (streams, stream) = (self.streams.clone(), stream.clone());
        finish(async move {
            let (_, begun) = streams.begin(&stream, prepare).await?;
            let done = streams.reshaped(&begun).await?;
            streams.begin_transition(done).await
        })
        .await
    }

    /// Changes what `prepare` does with the row of a stream, which is `UPDATING` until its
    /// transition is over; changes of its shards are done in the course of that. Gives the stream as
    /// it was before.
    ///
    /// # Errors
    /// What `prepare` refuses with; `ResourceNotFoundException` where the stream is gone.
    pub(crate) async fn transform(
        &self,
        stream: &Arc<Stream>,
        prepare: impl Fn(&mut StreamRecord, &ShardMap) -> Result<()> + Send + 'static,
    ) -> Result<Arc<Stream>> {
        let (streams, stream) = (self.streams.clone(), stream.clone());
        finish(async move {
            let (before, begun) = streams.begin(&stream, prepare).await?;
            streams.begin_transition(begun).await?;
            Ok(before)
        })
        .await
    }
}

/// Refuses what is the service's own business in an on-demand stream.
pub(crate) fn demand_provisioned(record: &StreamRecord) -> Result<()> {
    if record.mode == Mode::Provisioned {
        return Ok(());
    }
    Err(validation(format!(
        "Request is invalid. Stream {} under account {} is in On-Demand mode.",
        record.name, record.account
    )))
}

/// AWS merges a shard with the one above it, not with the one below.
fn is_in_order(map: &ShardMap, step: Step) -> bool {
    let start = |shard| map.get(shard).map(|shard| shard.start);
    match step {
        Step::Split { .. } => true,
        Step::Merge { shard, adjacent } => start(shard) < start(adjacent),
    }
}

fn refusal(record: &StreamRecord, step: Step, refused: Refused) -> Error {
    let (name, account) = (&record.name, &record.account);
    match (refused, step) {
        (Refused::Missing(shard), _) => no_such_shard(&ShardId(shard).to_string(), name, account),
        (Refused::NotAdjacent, Step::Merge { shard, adjacent }) => invalid_argument(format!(
            "Shards {} and {} in stream {name} under account {account} are not an adjacent pair \
             of shards eligible for merging",
            ShardId(shard),
            ShardId(adjacent)
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
    /// Writes into the row of a stream what is to be done with it, and that it is `UPDATING`. Gives
    /// the stream as it was, and as it is with that.
    pub async fn begin(
        &self,
        stream: &Stream,
        prepare: impl Fn(&mut StreamRecord, &ShardMap) -> Result<()>,
    ) -> Result<(Arc<Stream>, Arc<Stream>)> {
        loop {
            let current = self.current(stream).await?;
            let mut record = current.record.clone();
            prepare(&mut record, &current.map)?;
            record.status = Status::Updating;
            if let Some(begun) = self.replace(&current, record, current.map.clone()).await? {
                return Ok((current, begun));
            }
        }
    }

    /// The stream as it is now, when changes of its shards that are under way are done.
    pub async fn reshaped(&self, stream: &Stream) -> Result<Arc<Stream>> {
        loop {
            let current = self.current(stream).await?;
            if current.record.reshaping.is_empty() {
                return Ok(current);
            }
            self.advance(&current).await?;
        }
    }

    /// A newer snapshot of a stream than this one, by a commit if it takes that: what a seal has
    /// refused finds another shard in it, now or with the next.
    pub async fn advanced(&self, stream: &Stream) -> Result<Arc<Stream>> {
        loop {
            let current = self.current(stream).await?;
            let is_newer = current.record.revision > stream.record.revision;
            if is_newer || current.record.reshaping.is_empty() {
                return Ok(current);
            }
            if let Some(next) = self.advance(&current).await? {
                return Ok(next);
            }
        }
    }

    /// The stream as it is now, with the children of a shard that is sealed.
    pub async fn with_children(&self, stream: &Stream, of: ShardIndex) -> Result<Arc<Stream>> {
        loop {
            let current = self.current(stream).await?;
            let is_open = current.map.get(of).is_some_and(Shard::is_open);
            if !is_open || current.record.reshaping.is_empty() {
                return Ok(current);
            }
            self.advance(&current).await?;
        }
    }

    /// Takes the next steps of changes that are under way, as many as one commit has; `None` where
    /// the row has changed meanwhile.
    async fn advance(&self, current: &Arc<Stream>) -> Result<Option<Arc<Stream>>> {
        let (mut record, mut map) = (current.record.clone(), current.map.clone());
        let mut plan = Plan::new(std::mem::take(&mut record.reshaping));
        let steps = next_steps(&mut plan, &map);
        record.reshaping = plan.rest();
        let begins_ms = self.seal(current, steps.iter().flat_map(|step| step.closes())).await?;
        for step in steps {
            if let Err(refused) = step.apply(&mut map, begins_ms) {
                tracing::error!(stream = %current.arn, ?refused, "its shards stay as they are");
                record.reshaping.clear();
            }
        }
        if !record.reshaping.is_empty() {
            // As long as it goes on, nobody else has to take it up.
            record.settles_by_ms = self.settles_by_ms(record.status);
        }
        self.replace(current, record, map).await
    }

    /// Seals shards, all at once. Gives the time after which all their records came, or now.
    async fn seal(&self, stream: &Stream, shards: impl Iterator<Item = ShardIndex>) -> Result<i64> {
        let seal = |shard| {
            let (log, id) = (self.platform.store.log.clone(), stream.log.clone());
            tokio::spawn(async move {
                log.seal(&id, shard).await?;
                log.bounds(&id, shard).await
            })
        };
        let mut newest_ms = self.platform.clock.now().millis();
        for sealing in shards.map(seal).collect::<Vec<_>>() {
            let bounds = sealing.await.map_err(Error::internal)??;
            newest_ms = newest_ms.max(bounds.newest_ms.unwrap_or(newest_ms));
        }
        Ok(newest_ms)
    }
}

/// The steps that one commit has. What they do does not depend on when they are done.
fn next_steps(plan: &mut Plan, map: &ShardMap) -> Vec<Step> {
    let (mut map, mut steps) = (map.clone(), Vec::new());
    while steps.len() < STEPS_OF_A_COMMIT
        && let Some(step) = plan.next(&map)
    {
        let refused = step.apply(&mut map, 0).is_err();
        steps.push(step);
        if refused {
            break;
        }
    }
    steps
}
