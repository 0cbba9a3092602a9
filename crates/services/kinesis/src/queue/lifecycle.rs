//! How a queue is made, changed and removed. It is counted in its stream's row, in the commits that make
//! it and remove it, so that a stream with queues stays.
//!
//! The process that begins a transition finishes it when its time has come; should it fail or end
//! before, a deadline does, as with streams.

use super::gone::{self, GONE};
use super::live::Broken;
use super::name_record::NAMES;
use super::position_record::{self, POSITIONS};
use super::queues::{Queues, lease_name};
use super::record::{KIND, QUEUES, QueueRecord, QueueStatus, Start, StartKind};
use crate::errors;
use crate::resolve::demand_active;
use crate::shard_map::ShardIndex;
use crate::shard_record;
use crate::stream_record::{Mode, StreamRecord};
use crate::streams::Stream;
use bytes::Bytes;
use platform::{Deadline, Deadlines, Leases, Platform, Result, finish};
use shapes::kinesis::errors::RESOURCE_NOT_FOUND_EXCEPTION;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::Batch;

/// How much longer than it should take a transition is left to the process that began it.
const GRACE_MS: i64 = 5000;

impl Queues {
    /// Makes a queue of a stream that has less than `most` registered consumers, queues among them, and
    /// gives it as it is then.
    ///
    /// # Errors
    /// Why the stream cannot have it.
    pub async fn create(
        self: &Arc<Self>,
        stream: &Arc<Stream>,
        mut queue: QueueRecord,
        most: u32,
    ) -> Result<QueueRecord> {
        queue.settles_by_ms = self.settles_by_ms();
        let (platform, made) = (self.platform.clone(), queue.clone());
        let change = self.streams.update_with(stream, move |record| {
            let (platform, queue) = (platform.clone(), made.clone());
            Box::pin(async move { attach(&platform, record, &queue, most).await })
        });
        change.await?;
        self.begin_transition(&queue).await?;
        let found = QUEUES.get(&*self.platform.store.tables, &queue.key()).await?;
        Ok(found.unwrap_or(queue))
    }

    /// When a transition is taken up again that begins now.
    fn settles_by_ms(&self) -> Option<i64> {
        let takes = self.streams.config.transition.as_millis();
        let takes_ms = i64::try_from(takes).unwrap_or(i64::MAX);
        let now_ms = self.platform.clock.now().millis();
        Some(now_ms.saturating_add(takes_ms).saturating_add(GRACE_MS))
    }

    /// Changes a queue's row, durably, and leads it out of the state that it has then.
    ///
    /// # Errors
    /// What `change` refuses with; that there is no such queue.
    pub async fn update(
        self: &Arc<Self>,
        queue: (QueueRecord, Bytes),
        change: impl Fn(&mut QueueRecord) -> Result<()> + Send,
    ) -> Result<QueueRecord> {
        let changed = self.change(queue, change).await?;
        if changed.status != QueueStatus::Active {
            self.begin_transition(&changed).await?;
        }
        Ok(changed)
    }

    /// Changes a queue's row, durably.
    ///
    /// # Errors
    /// As [`Self::update`].
    pub async fn change(
        &self,
        (mut queue, mut stored): (QueueRecord, Bytes),
        change: impl Fn(&mut QueueRecord) -> Result<()> + Send,
    ) -> Result<QueueRecord> {
        let key = queue.key();
        loop {
            let mut changed = queue.clone();
            change(&mut changed)?;
            if changed.status != queue.status {
                let is_passing = changed.status != QueueStatus::Active;
                changed.settles_by_ms = self.settles_by_ms().filter(|_| is_passing);
            }
            if changed == queue {
                return Ok(queue);
            }
            let batch = Batch::new().equals(QUEUES.table, &key[..], stored);
            let batch = batch.put(QUEUES.table, &key[..], QUEUES.encode(&changed)?);
            let batch = change_deadline(batch, Some(&queue), Some(&changed));
            let is_going = changed.status == QueueStatus::Deleting;
            let batch = if is_going { batch.freeing() } else { batch };
            match self.platform.deadlines.commit(batch).await {
                Ok(()) => {
                    self.renew(&key);
                    return Ok(changed);
                }
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
            let found = QUEUES.get_with_bytes(&*self.platform.store.tables, &key).await?;
            (queue, stored) = found.ok_or_else(|| errors::queue_not_found(&queue.arn()))?;
        }
    }

    /// Lets a queue that is at work here store what has become of its records by now.
    ///
    /// # Errors
    /// The storage's.
    pub async fn bring_up_to_date(&self, queue: &QueueRecord) -> Result<()> {
        let Some(live) = self.at_work(&queue.key()) else { return Ok(()) };
        let now = live.now();
        let advanced = live.change(|state| state.machine.advance(now));
        match advanced.and(live.flush().await) {
            Err(Broken::Failed(error)) => Err(error),
            _ => Ok(()),
        }
    }

    /// Finishes transitions that their process did not.
    pub fn keep_deadlines(self: &Arc<Self>) {
        let queues = Arc::downgrade(self);
        self.platform.deadlines.register(KIND, move |deadline| {
            let queues = queues.upgrade();
            async move {
                match queues {
                    Some(queues) => finish(queues.take_up_transition(deadline)).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn take_up_transition(self: Arc<Self>, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        match QUEUES.get(tables, &deadline.id).await? {
            Some(queue) if queue.deadline().as_ref() == Some(&deadline) => {
                self.settle(&queue).await
            }
            _ => Ok(tables.commit(Deadlines::clear(Batch::new(), &deadline)).await?),
        }
    }

    /// Finishes a queue's transition when its time has come.
    async fn begin_transition(self: &Arc<Self>, queue: &QueueRecord) -> Result<()> {
        let (queues, queue) = (self.clone(), queue.clone());
        if self.streams.config.transition.is_zero() {
            return finish(async move { queues.settle(&queue).await }).await;
        }
        let pause = self.platform.clock.sleep(self.streams.config.transition);
        tokio::spawn(async move {
            pause.await;
            if let Err(error) = queues.settle(&queue).await {
                tracing::warn!(queue = %queue.arn(), %error, "a transition is tried again");
            }
        });
        Ok(())
    }

    /// Leads a queue out of a state that does not last.
    async fn settle(self: &Arc<Self>, queue: &QueueRecord) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let found = QUEUES.get_with_bytes(tables, &queue.key()).await?;
        let Some((now, stored)) = found else { return Ok(()) };
        match now.status {
            QueueStatus::Active => Ok(()),
            QueueStatus::Deleting => self.remove(now).await,
            QueueStatus::Creating | QueueStatus::Updating => {
                let activate = |queue: &mut QueueRecord| {
                    if queue.status != QueueStatus::Deleting {
                        queue.status = QueueStatus::Active;
                    }
                    Ok(())
                };
                self.change((now, stored), activate).await.map(drop)
            }
        }
    }

    /// Removes a queue that is being deleted, and then what it had.
    async fn remove(&self, queue: QueueRecord) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let stream = self.streams.fresh(&queue.stream_key()).await?;
        let removed = match stream.filter(|stream| queue.is_of(&stream.record)) {
            None => Ok(tables.commit(detach(&self.platform, &queue).await?).await?),
            Some(stream) => {
                let (platform, gone) = (self.platform.clone(), queue.clone());
                let change = self.streams.update_with(&stream, move |record| {
                    let (platform, queue) = (platform.clone(), gone.clone());
                    Box::pin(async move {
                        let batch = detach(&platform, &queue).await?;
                        record.attached.queues = record.attached.queues.saturating_sub(1);
                        Ok(batch)
                    })
                });
                change.await.map(drop)
            }
        };
        self.forget(&queue.key()).await;
        match removed {
            // Another was quicker.
            Err(error) if error.is(&RESOURCE_NOT_FOUND_EXCEPTION) => return Ok(()),
            removed => removed?,
        }
        if let Err(error) = gone::sweep(tables, &queue.id).await {
            tracing::warn!(%error, "rows of a queue that was deleted are not removed yet");
        }
        Ok(())
    }
}

/// The key of a queue's name.
fn name_key(queue: &QueueRecord) -> Vec<u8> {
    platform::scoped(&queue.account, &queue.region, &[&queue.name])
}

/// Counts a queue in its stream's record, and gives the rows that it begins with.
async fn attach(
    platform: &Platform,
    record: &mut StreamRecord,
    queue: &QueueRecord,
    most: u32,
) -> Result<Batch> {
    if record.mode != Mode::OnDemand {
        return Err(errors::validation(format!(
            "Queues are supported only on data streams in on-demand capacity mode. Stream {} under \
             account {} is in provisioned mode.",
            record.name, record.account
        )));
    }
    demand_active(record)?;
    if record.attached.consumer_places() >= most {
        return Err(errors::too_many_consumers(record, most));
    }
    let name = name_key(queue);
    if NAMES.get(&*platform.store.tables, &name).await?.is_some() {
        return Err(errors::queue_exists(&queue.name, &queue.account));
    }
    record.attached.queues = record.attached.queues.saturating_add(1);
    let batch = Batch::new().absent(NAMES.table, &name[..]);
    let batch = batch.put(NAMES.table, name, NAMES.encode(&queue.id)?);
    let mut batch = batch.put(QUEUES.table, queue.key(), QUEUES.encode(queue)?);
    for (shard, position) in positions(platform, record, &queue.start).await? {
        let key = position_record::key(&queue.id, shard);
        batch = batch.put(POSITIONS.table, key, POSITIONS.encode(&position)?);
    }
    Ok(change_deadline(batch, None, Some(queue)))
}

/// Where a queue begins: in the shards whose parents have nothing for it. The others follow when those
/// have come to their ends.
async fn positions(
    platform: &Platform,
    record: &StreamRecord,
    start: &Start,
) -> Result<Vec<(ShardIndex, u64)>> {
    let map = shard_record::read(&*platform.store.tables, record).await?;
    let (log, id) = (&platform.store.log, record.log());
    let (mut all, mut over) = (Vec::new(), BTreeSet::new());
    for (index, shard) in map.shards() {
        let mut parents = shard.parent.iter().chain(&shard.adjacent_parent);
        if !parents.all(|parent| over.contains(parent) || map.get(*parent).is_none()) {
            continue;
        }
        let end = log.bounds(&id, index).await?.end;
        let position = match start.kind {
            StartKind::Latest => end,
            _ => log.seek(&id, index, start.time_ms).await?,
        };
        if !shard.is_open() && position >= end {
            over.insert(index);
        }
        all.push((index, position));
    }
    Ok(all)
}

/// What removes a queue's row, as long as it is there.
async fn detach(platform: &Platform, queue: &QueueRecord) -> Result<Batch> {
    let (tables, key) = (&*platform.store.tables, queue.key());
    let found = QUEUES.get_with_bytes(tables, &key).await?;
    let (found, stored) = found.ok_or_else(|| errors::queue_not_found(&queue.arn()))?;
    let batch = Batch::new().equals(QUEUES.table, &key[..], stored);
    let batch = batch.delete(QUEUES.table, key).delete(NAMES.table, name_key(queue));
    let batch = batch.put(GONE, queue.id.clone(), Bytes::new());
    let batch = change_deadline(batch, Some(&found), None);
    Ok(Leases::remove(batch, lease_name(&queue.id).as_bytes()).freeing())
}

/// The batch, which also has the deadline of one record take the place of another's.
fn change_deadline(batch: Batch, from: Option<&QueueRecord>, to: Option<&QueueRecord>) -> Batch {
    let [from, to] = [from, to].map(|record| record.and_then(QueueRecord::deadline));
    if from == to {
        return batch;
    }
    let batch = from.iter().fold(batch, Deadlines::clear);
    to.iter().fold(batch, Deadlines::set)
}
