//! The streams of all accounts and regions: what the table holds, mirrored in memory.
//!
//! A stream in memory is a snapshot that is never changed; a change is committed to the table, and
//! then a new snapshot takes the old one's place. Changes of one stream take turns at its gate.

use crate::shard_map::{ShardId, ShardIndex, ShardMap};
use crate::stream_record::{LOG_PREFIX, Mode, STREAMS, Status, StreamRecord};
use crate::{Config, errors, lost};
use bytes::Bytes;
use platform::{Context, Error, Platform, Result, finish};
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use store::{Batch, KeyRange, LogId, Scan};
use tokio::sync::Mutex;

/// A stream at one moment.
pub(crate) struct Stream {
    pub record: StreamRecord,
    pub map: ShardMap,
    pub arn: String,
    /// Where those wait who watch the stream.
    pub topic: String,
    pub log: LogId,
    /// The bytes in the table.
    stored: Bytes,
    gate: Arc<Mutex<()>>,
}

impl Stream {
    fn new(record: StreamRecord, stored: Bytes, gate: Arc<Mutex<()>>) -> Arc<Self> {
        let map = ShardMap::from_shards(record.shards.clone());
        let (arn, log) = (record.arn(), record.log());
        let topic = format!("kinesis/{arn}");
        Arc::new(Self { map, arn, topic, log, record, stored, gate })
    }

    /// Whether records can be put and got.
    pub fn is_ready(&self) -> bool {
        matches!(self.record.status, Status::Active | Status::Updating)
    }
}

/// All streams.
pub(crate) struct Streams {
    pub platform: Arc<Platform>,
    pub config: Config,
    by_key: RwLock<BTreeMap<Vec<u8>, Arc<Stream>>>,
    /// Taken while a stream is made, so that quotas are exact.
    making: Mutex<()>,
}

type ByKey = BTreeMap<Vec<u8>, Arc<Stream>>;

impl Streams {
    /// The streams of the store, all transitions finished and all orphaned logs removed.
    pub async fn load(platform: Arc<Platform>, config: Config) -> Result<Arc<Self>> {
        let by_key = RwLock::default();
        let streams = Arc::new(Self { platform, config, by_key, making: Mutex::default() });
        let tables = &streams.platform.store.tables;
        for (key, stored) in tables.scan(STREAMS.table, Scan::prefix(b"")).await? {
            let record = STREAMS.decode(&key, &stored)?;
            streams.write().insert(key.to_vec(), Stream::new(record, stored, Arc::default()));
        }
        streams.remove_orphans().await?;
        let all: Vec<_> = streams.read().values().cloned().collect();
        for stream in all {
            streams.settle(&stream).await?;
        }
        Ok(streams)
    }

    /// Removes the logs of streams whose creation or removal a crash cut short. A stream without a
    /// log has lost it, since the log is made first and removed last.
    async fn remove_orphans(&self) -> Result<()> {
        let owned: HashSet<_> = self.read().values().map(|stream| stream.log.clone()).collect();
        let log = &self.platform.store.log;
        let kept: HashSet<LogId> = log.list().await?.into_iter().collect();
        for id in kept.iter().filter(|id| id.0.starts_with(LOG_PREFIX) && !owned.contains(id)) {
            log.delete(id).await?;
        }
        let all: Vec<_> = self.read().values().cloned().collect();
        for stream in all.iter().filter(|stream| !kept.contains(&stream.log)) {
            if stream.record.status != Status::Deleting {
                lost::replace(&self.platform, stream, self.config.skip_missing).await?;
            }
        }
        lost::tell(&self.platform, &all);
        Ok(())
    }

    fn read(&self) -> RwLockReadGuard<'_, ByKey> {
        self.by_key.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, ByKey> {
        self.by_key.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// A stream by name, in whatever state.
    pub fn find(&self, context: &Context, name: &str) -> Option<Arc<Stream>> {
        let key = platform::scoped(&context.account, &context.region, &[name]);
        self.read().get(&key).cloned()
    }

    /// At most `limit` streams of an account and region by name, those after `after`.
    pub fn list(
        &self,
        account: &str,
        region: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Vec<Arc<Stream>> {
        let mut range = KeyRange::prefix(&platform::scoped(account, region, &[""]));
        if let Some(after) = after {
            range = range.after(&platform::scoped(account, region, &[after]));
        }
        let in_range = |key: &&Vec<u8>| range.end.as_ref().is_none_or(|end| *key < end);
        let streams = self.read();
        let found = streams.range(range.start.clone()..).take_while(|(key, _)| in_range(key));
        found.take(limit).map(|(_, stream)| stream.clone()).collect()
    }

    /// Makes a stream. With a transition that takes time it is in `CREATING` when this returns.
    ///
    /// # Errors
    /// `ResourceInUseException` where the name is taken, `LimitExceededException` where a quota
    /// would be exceeded.
    pub async fn create(self: &Arc<Self>, record: StreamRecord) -> Result<()> {
        let streams = self.clone();
        finish(async move {
            let turn = streams.making.lock().await;
            streams.admit(&record)?;
            let stream = streams.commit_new(record).await?;
            drop(turn);
            streams.begin_transition(stream).await
        })
        .await
    }

    fn admit(&self, record: &StreamRecord) -> Result<()> {
        if self.read().contains_key(&record.key()) {
            return Err(errors::stream_exists(&record.name, &record.account));
        }
        let used = self.usage(&record.account, &record.region);
        let (account, region, wanted) = (&record.account, &record.region, record.shards.len());
        let shards = record.mode == Mode::Provisioned;
        if shards && used.provisioned_shards + wanted > self.config.shard_limit as usize {
            return Err(self.shard_limit_exceeded(account, region, wanted));
        }
        let limit = self.config.on_demand_stream_limit as usize;
        if !shards && used.on_demand_streams >= limit {
            return Err(errors::limit_exceeded(format!(
                "This request would exceed the on-demand stream limit for the account {account} \
                 in {region}. Current on-demand stream count for the account: {}. Limit: {limit}.",
                used.on_demand_streams
            )));
        }
        Ok(())
    }

    /// The error of a request for so many shards more.
    pub fn shard_limit_exceeded(&self, account: &str, region: &str, wanted: usize) -> Error {
        let used = self.usage(account, region).provisioned_shards;
        errors::limit_exceeded(format!(
            "This request would exceed the shard limit for the account {account} in {region}. \
             Current shard count for the account: {used}. Limit: {}. Number of additional shards \
             that would have resulted from this request: {wanted}. Refer to the AWS Service Limits \
             page (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for \
             current limits and how to request higher limits.",
            self.config.shard_limit
        ))
    }

    /// The log comes first: a log without a stream is removed at the next start, a stream without
    /// a log would be lost.
    async fn commit_new(&self, record: StreamRecord) -> Result<Arc<Stream>> {
        let store = &self.platform.store;
        let (key, log, stored) = (record.key(), record.log(), STREAMS.encode(&record)?);
        store.log.create(&log).await?;
        let table = STREAMS.table;
        let batch = Batch::new().absent(table, &key[..]).put(table, &key[..], stored.clone());
        store.tables.commit(batch).await?;
        let stream = Stream::new(record, stored, Arc::default());
        self.write().insert(key, stream.clone());
        self.platform.wakeups.notify(&stream.topic);
        Ok(stream)
    }

    /// Changes a stream, durably, and gives it as it is then.
    ///
    /// # Errors
    /// What `change` refuses with; `ResourceNotFoundException` where the stream is gone.
    pub async fn update<F>(self: &Arc<Self>, stream: &Arc<Stream>, change: F) -> Result<Arc<Stream>>
    where
        F: FnOnce(&mut StreamRecord) -> Result<()> + Send + 'static,
    {
        let (streams, stream) = (self.clone(), stream.clone());
        finish(async move {
            let _turn = stream.gate.lock().await;
            let current = streams.current(&stream)?;
            let mut record = current.record.clone();
            change(&mut record)?;
            streams.replace(&current, record).await
        })
        .await
    }

    /// The newest snapshot of the same stream.
    fn current(&self, stream: &Stream) -> Result<Arc<Stream>> {
        let record = &stream.record;
        let found = self.read().get(&record.key()).cloned();
        found
            .filter(|found| found.record.id == record.id)
            .ok_or_else(|| errors::stream_not_found(&record.name, &record.account))
    }

    async fn replace(&self, current: &Arc<Stream>, record: StreamRecord) -> Result<Arc<Stream>> {
        if record == current.record {
            return Ok(current.clone());
        }
        let (key, stored, table) = (record.key(), STREAMS.encode(&record)?, STREAMS.table);
        let batch = Batch::new().equals(table, &key[..], current.stored.clone()).put(
            table,
            &key[..],
            stored.clone(),
        );
        let batch = if record.status == Status::Deleting { batch.freeing() } else { batch };
        self.platform.store.tables.commit(batch).await?;
        let next = Stream::new(record, stored, current.gate.clone());
        self.write().insert(key, next.clone());
        self.wake_readers(current, |shard| next.map.get(shard).is_none_or(|it| !it.is_open()));
        self.platform.wakeups.notify(&next.topic);
        Ok(next)
    }

    /// Wakes those who wait for records at a shard that was open and gets no more of them.
    fn wake_readers(&self, before: &Stream, has_ended: impl Fn(ShardIndex) -> bool) {
        for (index, shard) in (0..).zip(before.map.shards()) {
            if shard.is_open() && has_ended(index) {
                self.platform.wakeups.notify(&format!("{}/{}", before.topic, ShardId(index)));
            }
        }
    }

    /// Begins to remove a stream. With a transition that takes time it is in `DELETING` when this
    /// returns.
    ///
    /// # Errors
    /// `ResourceInUseException` where it is not active.
    pub async fn delete(self: &Arc<Self>, stream: &Arc<Stream>) -> Result<()> {
        let deleting = self.update(stream, |record| {
            crate::resolve::demand_active(record)?;
            record.status = Status::Deleting;
            Ok(())
        });
        let (streams, stream) = (self.clone(), deleting.await?);
        finish(async move { streams.begin_transition(stream).await }).await
    }

    /// Finishes a stream's transition when its time has come.
    async fn begin_transition(self: Arc<Self>, stream: Arc<Stream>) -> Result<()> {
        if self.config.transition.is_zero() {
            return self.settle(&stream).await;
        }
        let pause = self.platform.clock.sleep(self.config.transition);
        tokio::spawn(async move {
            pause.await;
            if let Err(error) = self.settle(&stream).await {
                tracing::error!(stream = %stream.arn, %error, "a transition failed");
            }
        });
        Ok(())
    }

    /// Leads a stream out of a state that does not last.
    async fn settle(self: &Arc<Self>, stream: &Arc<Stream>) -> Result<()> {
        match stream.record.status {
            Status::Active => Ok(()),
            Status::Creating | Status::Updating => {
                let activate = |record: &mut StreamRecord| {
                    record.status = Status::Active;
                    Ok(())
                };
                self.update(stream, activate).await.map(drop)
            }
            Status::Deleting => self.remove(stream).await,
        }
    }

    async fn remove(&self, stream: &Stream) -> Result<()> {
        let _turn = stream.gate.lock().await;
        let current = self.current(stream)?;
        let (key, store) = (current.record.key(), &self.platform.store);
        let batch = Batch::new()
            .equals(STREAMS.table, &key[..], current.stored.clone())
            .delete(STREAMS.table, &key[..]);
        store.tables.commit(batch).await?;
        self.write().remove(&key);
        self.wake_readers(&current, |_| true);
        self.platform.wakeups.notify(&current.topic);
        Ok(store.log.delete(&current.log).await?)
    }

    /// Lets every log forget its expired records.
    pub async fn trim(&self) {
        let now_ms = self.platform.clock.now().millis();
        let all: Vec<_> = self.read().values().cloned().collect();
        for stream in all {
            let before_ms = stream.record.horizon_ms(now_ms);
            match self.platform.store.log.trim(&stream.log, before_ms).await {
                Ok(()) | Err(store::Error::NotFound(_)) => {}
                Err(error) => tracing::warn!(stream = %stream.arn, %error, "cannot trim"),
            }
        }
    }

    /// What an account uses of its quotas in a region.
    pub fn usage(&self, account: &str, region: &str) -> Usage {
        let mut usage = Usage::default();
        for stream in self.list(account, region, None, usize::MAX) {
            usage.open_shards += stream.map.open_count();
            match stream.record.mode {
                Mode::Provisioned => usage.provisioned_shards += stream.map.open_count(),
                Mode::OnDemand => usage.on_demand_streams += 1,
            }
        }
        usage
    }
}

/// What an account uses of its quotas in a region.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Usage {
    pub open_shards: usize,
    pub provisioned_shards: usize,
    pub on_demand_streams: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, record};

    async fn load(world: &World) -> Arc<Streams> {
        Streams::load(world.platform.clone(), Config::default()).await.unwrap()
    }

    /// Puts a stream into the store as a process would have left it that died in this state.
    async fn leave_behind(world: &World, name: &str, status: Status) -> StreamRecord {
        let mut left = record(&world.context(), name, 1);
        left.status = status;
        let store = &world.platform.store;
        store.log.create(&left.log()).await.unwrap();
        let batch = Batch::new().put(STREAMS.table, left.key(), STREAMS.encode(&left).unwrap());
        store.tables.commit(batch).await.unwrap();
        left
    }

    #[tokio::test]
    async fn a_start_finishes_what_a_crash_interrupted() {
        let world = World::new().await;
        let creating = leave_behind(&world, "creating", Status::Creating).await;
        leave_behind(&world, "deleting", Status::Deleting).await;
        let orphan = LogId(format!("{LOG_PREFIX}orphan"));
        let foreign = LogId("other".to_owned());
        let log = &world.platform.store.log;
        log.create(&orphan).await.unwrap();
        log.create(&foreign).await.unwrap();
        let streams = load(&world).await;
        let found = streams.find(&world.context(), "creating").unwrap();
        assert_eq!(found.record.status, Status::Active);
        assert!(streams.find(&world.context(), "deleting").is_none());
        assert_eq!(log.list().await.unwrap(), [creating.log(), foreign]);
        // The table agrees with memory.
        let again = load(&world).await;
        assert_eq!(again.find(&world.context(), "creating").unwrap().record, found.record);
        assert!(again.find(&world.context(), "deleting").is_none());
    }

    #[tokio::test]
    async fn changes_of_one_stream_take_turns() {
        let world = World::new().await;
        let streams = load(&world).await;
        streams.create(record(&world.context(), "s", 1)).await.unwrap();
        let stream = streams.find(&world.context(), "s").unwrap();
        let changes = (0..20).map(|number| {
            let (streams, stream) = (streams.clone(), stream.clone());
            tokio::spawn(async move {
                let change = move |record: &mut StreamRecord| {
                    record.tags.insert(number.to_string(), String::new());
                    Ok(())
                };
                streams.update(&stream, change).await.map(drop)
            })
        });
        for change in changes.collect::<Vec<_>>() {
            change.await.unwrap().unwrap();
        }
        assert_eq!(streams.current(&stream).unwrap().record.tags.len(), 20);
    }

    #[tokio::test]
    async fn a_change_never_reaches_a_namesake() {
        let world = World::new().await;
        let streams = load(&world).await;
        let config = Config { transition: std::time::Duration::ZERO, ..Config::default() };
        drop(streams);
        let streams = Streams::load(world.platform.clone(), config).await.unwrap();
        streams.create(record(&world.context(), "s", 1)).await.unwrap();
        let old = streams.find(&world.context(), "s").unwrap();
        streams.delete(&old).await.unwrap();
        streams.create(record(&world.context(), "s", 1)).await.unwrap();
        let refused = streams.update(&old, |_| Ok(())).await.err().unwrap();
        assert_eq!(refused.code(), "ResourceNotFoundException");
    }

    /// A reader that has read everything of a shard learns at once that there will be no more.
    #[tokio::test]
    async fn the_end_of_a_shard_wakes_those_who_wait_at_it() {
        let world = World::new().await;
        world.create("s", 2).await;
        let arn = world.context().arn("kinesis", "stream/s");
        let wait_at =
            |place: &str| world.platform.wakeups.subscribe(&format!("kinesis/{arn}{place}"));
        let woken = async |wakeup: &mut platform::Wakeup| {
            tokio::select! { biased; () = wakeup.woken() => true, () = async {} => false }
        };
        let mut places =
            ["", "/shardId-000000000000", "/shardId-000000000001", "/shardId-000000000002"]
                .map(wait_at);
        world.split("s", 0).await;
        for (place, expected) in places.iter_mut().zip([true, true, false, false]) {
            assert_eq!(woken(place).await, expected);
        }
        world.delete("s").await;
        for (place, expected) in places.iter_mut().zip([true, false, true, true]) {
            assert_eq!(woken(place).await, expected);
        }
    }
}
