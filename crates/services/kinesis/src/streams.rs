//! The streams of all accounts and regions: rows of a table, and what this process remembers of them.
//!
//! A stream in memory is a snapshot that is never changed. Operations that show or change a stream
//! read its row; putting and getting records goes by the newest snapshot of this process, and what
//! another process has changed meanwhile shows where it matters: a shard that was closed is sealed
//! in the log, and a stream that was removed has no log. A change is a commit on the condition that
//! the row is as it was read; changes of this process take turns at the stream's gate, which only
//! saves them from meeting.

use crate::attached::demand_detached;
use crate::load::Meters;
use crate::meter::Rates;
use crate::metrics::Metrics;
use crate::pace::Pace;
use crate::shard_map::{ShardIndex, ShardMap};
use crate::stream_record::{LOG_PREFIX, Mode, STREAMS, Status, StreamRecord};
use crate::transitions::change_deadline;
use crate::{Config, consumers, encryption::Ciphers, errors, lost, policies, quotas, shard_record};
use bytes::Bytes;
use platform::{BoxFuture, Context, Error, Limits, Platform, Result, Topic, finish};
use policies::Hung;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use store::{Batch, KeyRange, LogId, Scan, Stored};
use tokio::sync::{Mutex, MutexGuard};

/// A stream at one moment.
pub(crate) struct Stream {
    pub record: StreamRecord,
    pub map: ShardMap,
    pub arn: Arc<str>,
    pub log: LogId,
    /// Its policies, read.
    pub policies: Hung,
    /// The bytes in the table.
    stored: Bytes,
    /// When they were last seen there, in milliseconds since the epoch.
    seen_ms: AtomicI64,
    gate: Arc<Gate>,
    ciphers: Arc<Ciphers>,
}

/// What all snapshots of a stream have in common in this process.
#[derive(Default)]
struct Gate {
    turn: Mutex<()>,
    pace: Pace,
    rates: Rates,
}

impl Gate {
    async fn lock(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().await
    }
}

/// How old a snapshot may be by which records are put and got where other processes change streams too:
/// as long as AWS may take until all records are encrypted (StartStreamEncryption).
const TRUSTED_MS: i64 = 5_000;

impl Stream {
    /// Whether records that are put into it are encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.record.settings.encryption.key_id.is_some()
    }

    /// Opens records of its log that are sealed.
    pub async fn open(&self, records: &mut [Stored]) -> Result<()> {
        self.ciphers.open(self, records).await
    }

    /// Where those wait who watch the stream.
    fn topic(&self) -> Topic {
        Topic::Stream(self.arn.clone())
    }

    /// Where those wait who read a shard of it.
    pub fn shard_topic(&self, shard: ShardIndex) -> Topic {
        Topic::Shard(self.arn.clone(), shard)
    }

    /// What its shards have left.
    pub fn pace(&self) -> &Pace {
        &self.gate.pace
    }

    /// What comes into its shards, as far as this process takes it in.
    pub fn rates(&self) -> &Rates {
        &self.gate.rates
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
    pub ciphers: Arc<Ciphers>,
    pub metrics: Metrics,
    pub meters: Meters,
    known: RwLock<BTreeMap<Vec<u8>, Arc<Stream>>>,
    /// Whether a policy has hung on any of them since the process began.
    policies_seen: AtomicBool,
    /// Taken while a stream is made, so that this process's requests keep to quotas exactly.
    making: Mutex<()>,
}

/// Rows of others that are committed with a stream's, as soon as they are known.
pub(crate) type Rows<'a> = BoxFuture<'a, Result<Batch>>;

type Known = BTreeMap<Vec<u8>, Arc<Stream>>;

impl Streams {
    /// The streams of the store, all transitions finished and all orphaned logs removed.
    pub async fn load(platform: Arc<Platform>, config: Config) -> Result<Arc<Self>> {
        let (known, policies_seen, making, metrics, meters) = Default::default();
        let ciphers = Ciphers::new(&platform);
        let streams = Arc::new(Self {
            platform,
            config,
            ciphers,
            metrics,
            meters,
            known,
            policies_seen,
            making,
        });
        // Before the rows: a stream has its row before its log, and keeps it longer.
        let logs: BTreeSet<LogId> = streams.platform.store.log.list().await?.into_iter().collect();
        let mut all = Vec::new();
        for record in streams.records(Scan::prefix(b"")).await? {
            all.extend(streams.take_up(&record).await?);
        }
        let log = &streams.platform.store.log;
        let owned: BTreeSet<_> = all.iter().map(|stream| &stream.log).collect();
        for id in logs.iter().filter(|id| id.0.starts_with(LOG_PREFIX) && !owned.contains(id)) {
            log.delete(id).await?;
        }
        for stream in all.iter().filter(|it| it.is_ready() && !logs.contains(&it.log)) {
            lost::replace(&streams.platform, stream, streams.config.skip_missing).await?;
        }
        lost::tell(&streams.platform, &all);
        for stream in all {
            if !stream.record.reshaping.is_empty() {
                tracing::info!(stream = %stream.arn, "a change of its shards was cut short, and goes on");
            }
            match streams.settle(&stream).await {
                // An earlier version began it, and set no deadline.
                Err(error) if stream.record.settles_by_ms.is_none() => return Err(error),
                Err(error) => {
                    tracing::warn!(stream = %stream.arn, %error, "a transition is tried again");
                }
                Ok(()) => {}
            }
        }
        Ok(streams)
    }

    /// A stream that was there before, its shards as rows of their own.
    async fn take_up(&self, record: &StreamRecord) -> Result<Option<Arc<Stream>>> {
        loop {
            let Some(stream) = self.fresh(&record.key()).await? else { return Ok(None) };
            if stream.record.shards.is_empty() {
                return Ok(Some(stream));
            }
            let mut record = stream.record.clone();
            let map = ShardMap::from_shards((0..).zip(std::mem::take(&mut record.shards)), 0);
            if let Some(next) = self.replace(&stream, record, map).await? {
                return Ok(Some(next));
            }
        }
    }

    async fn records(&self, scan: Scan) -> Result<Vec<StreamRecord>> {
        let found = STREAMS.scan(&*self.platform.store.tables, scan).await?;
        Ok(found.into_iter().map(|(_, record)| record).collect())
    }

    /// A stream as it is at this moment, with this row.
    fn snapshot(
        &self,
        record: StreamRecord,
        map: ShardMap,
        stored: Bytes,
        gate: Arc<Gate>,
    ) -> Arc<Stream> {
        let policies = policies::read(&record);
        if !policies.is_empty() {
            self.policies_seen.store(true, Ordering::Release);
        }
        Arc::new(Stream {
            arn: record.arn().into(),
            log: record.log(),
            policies,
            seen_ms: AtomicI64::new(self.platform.clock.now().millis()),
            ciphers: self.ciphers.clone(),
            record,
            map,
            stored,
            gate,
        })
    }

    fn known(&self) -> RwLockReadGuard<'_, Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn known_mut(&self) -> RwLockWriteGuard<'_, Known> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// A stream by name, in whatever state, as it is now.
    pub async fn find(&self, context: &Context, name: &str) -> Result<Option<Arc<Stream>>> {
        self.fresh(&platform::scoped(&context.account, &context.region, &[name])).await
    }

    /// A stream by name into which records can be put, as this process last saw it.
    pub async fn find_ready(&self, context: &Context, name: &str) -> Result<Option<Arc<Stream>>> {
        let key = platform::scoped(&context.account, &context.region, &[name]);
        match self.trusted(&key).filter(|stream| stream.is_ready()) {
            Some(stream) => Ok(Some(stream)),
            None => Ok(self.fresh(&key).await?.filter(|stream| stream.is_ready())),
        }
    }

    /// A stream by name, in whatever state, as this process last saw it.
    pub async fn find_seen(&self, context: &Context, name: &str) -> Result<Option<Arc<Stream>>> {
        let key = platform::scoped(&context.account, &context.region, &[name]);
        match self.trusted(&key) {
            Some(stream) => Ok(Some(stream)),
            None => self.fresh(&key).await,
        }
    }

    /// The newest snapshot of this process. Where others change streams too, it is looked at anew
    /// when it is too old.
    fn trusted(&self, key: &[u8]) -> Option<Arc<Stream>> {
        let known = self.known().get(key).cloned()?;
        let is_shared = self.platform.store.notices.is_some();
        let now_ms = || self.platform.clock.now().millis();
        let is_old = is_shared && now_ms() - known.seen_ms.load(Ordering::Relaxed) > TRUSTED_MS;
        (!is_old).then_some(known)
    }

    /// Whether a policy may hang on a stream, as far as that is known without a look. Where others
    /// change streams too, it may.
    pub fn may_have_policies(&self) -> bool {
        self.policies_seen.load(Ordering::Acquire) || self.platform.store.notices.is_some()
    }

    /// Sees to it that what this process knows of a stream is not too old.
    pub async fn look(&self, stream: &Stream) -> Result<()> {
        let key = stream.record.key();
        match self.trusted(&key) {
            Some(_) => Ok(()),
            None => self.fresh(&key).await.map(drop),
        }
    }

    /// The stream with this key as it is now.
    pub async fn fresh(&self, key: &[u8]) -> Result<Option<Arc<Stream>>> {
        let tables = &*self.platform.store.tables;
        loop {
            let stored = tables.get(STREAMS.table, key).await?;
            let known = self.known().get(key).cloned();
            let Some(stored) = stored else {
                if known.is_some() {
                    self.known_mut().remove(key);
                }
                return Ok(None);
            };
            if let Some(known) = known.as_ref().filter(|known| known.stored == stored) {
                known.seen_ms.store(self.platform.clock.now().millis(), Ordering::Relaxed);
                return Ok(Some(known.clone()));
            }
            let record = STREAMS.decode(key, &stored)?;
            let map = shard_record::read(tables, &record).await?;
            // The shards are those of this record only if it still stands.
            if tables.get(STREAMS.table, key).await?.as_ref() == Some(&stored) {
                let known = known.filter(|known| known.record.id == record.id);
                let gate = known.map(|known| known.gate.clone()).unwrap_or_default();
                let stream = self.snapshot(record, map, stored, gate);
                self.remember(key, &stream);
                return Ok(Some(stream));
            }
        }
    }

    /// Remembers a snapshot, unless a newer one of the stream is known.
    fn remember(&self, key: &[u8], stream: &Arc<Stream>) {
        let mut known = self.known_mut();
        let is_older = known.get(key).is_some_and(|known| {
            let (known, new) = (&known.record, &stream.record);
            known.id == new.id && known.revision > new.revision
        });
        if !is_older {
            known.insert(key.to_vec(), stream.clone());
        }
    }

    /// At most `limit` streams of an account and region by name, those after `after`.
    pub async fn list(
        &self,
        account: &str,
        region: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<StreamRecord>> {
        let mut range = KeyRange::prefix(&platform::scoped(account, region, &[""]));
        if let Some(after) = after {
            range = range.after(&platform::scoped(account, region, &[after]));
        }
        self.records(Scan { range, limit, reverse: false }).await
    }

    /// Makes a stream of so many shards. With a transition that takes time it is in `CREATING` when
    /// this returns.
    ///
    /// # Errors
    /// `ResourceInUseException` where the name is taken, `LimitExceededException` where a quota
    /// would be exceeded.
    pub async fn create(self: &Arc<Self>, record: StreamRecord, shards: u32) -> Result<()> {
        let streams = self.clone();
        finish(async move {
            let turn = streams.making.lock().await;
            streams.admit(&record, shards as usize).await?;
            let stream = streams.commit_new(record, shards).await?;
            drop(turn);
            streams.begin_transition(stream).await
        })
        .await
    }

    async fn admit(&self, record: &StreamRecord, wanted: usize) -> Result<()> {
        if self.fresh(&record.key()).await?.is_some() {
            return Err(errors::stream_exists(&record.name, &record.account));
        }
        let (account, region) = (&record.account, &record.region);
        let used = self.usage(account, region).await?;
        self.demand_few_in_transition(used)?;
        let shards = record.mode == Mode::Provisioned;
        if shards && used.provisioned_shards + wanted > self.config.shard_limit as usize {
            return Err(self.shard_limit_exceeded(account, region, wanted, used));
        }
        if !shards {
            self.admit_on_demand(account, region, used)?;
        }
        Ok(())
    }

    /// Refuses an on-demand stream more than the account may have.
    pub fn admit_on_demand(&self, account: &str, region: &str, used: Usage) -> Result<()> {
        let (count, limit) = (used.on_demand_streams, self.config.on_demand_stream_limit);
        if count < limit as usize {
            return Ok(());
        }
        Err(errors::limit_exceeded(format!(
            "This request would exceed the limit on the number of On-Demand streams for the account \
             {account} in {region}. Current On-Demand streams count: {count}. Limit: {limit}."
        )))
    }

    /// Refuses to bring one more stream into a state that does not last, where limits are kept.
    pub fn demand_few_in_transition(&self, used: Usage) -> Result<()> {
        let keeps = self.config.limits == Limits::Aws;
        match keeps && used.in_transition >= quotas::MOST_IN_TRANSITION {
            true => Err(quotas::too_many_in_transition()),
            false => Ok(()),
        }
    }

    /// The error of a request for so many shards more.
    pub fn shard_limit_exceeded(
        &self,
        account: &str,
        region: &str,
        wanted: usize,
        used: Usage,
    ) -> Error {
        let used = used.provisioned_shards;
        errors::limit_exceeded(format!(
            "This request would exceed the shard limit for the account {account} in {region}. \
             Current shard count for the account: {used}. Limit: {}. Number of additional shards \
             that would have resulted from this request: {wanted}. Refer to the AWS Service Limits \
             page (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for \
             current limits and how to request higher limits.",
            self.config.shard_limit
        ))
    }

    /// The row comes before the log, so that a log without a stream is nobody's. If the log cannot
    /// be made, the row goes again, or its making is finished later.
    async fn commit_new(&self, record: StreamRecord, shards: u32) -> Result<Arc<Stream>> {
        let map = ShardMap::even(shards, record.created_ms);
        let settles_by_ms = self.settles_by_ms(record.status);
        let (next_shard, open_shards) = (map.next(), shards);
        let record = StreamRecord { next_shard, open_shards, settles_by_ms, ..record };
        let (key, stored) = (record.key(), STREAMS.encode(&record)?);
        let table = STREAMS.table;
        let batch = Batch::new().absent(table, &key[..]).put(table, &key[..], stored.clone());
        let batch = shard_record::change(batch, &record.id, None, &map)?;
        let batch = change_deadline(batch, None, Some(&record));
        match self.platform.deadlines.commit(batch).await {
            Err(store::Error::Conflict(_)) => {
                return Err(errors::stream_exists(&record.name, &record.account));
            }
            committed => committed?,
        }
        let stream = self.snapshot(record, map, stored, Arc::default());
        if let Err(error) = self.make_log(&stream).await {
            self.take_back(&key, &stream).await;
            return Err(error);
        }
        self.remember(&key, &stream);
        self.platform.wakeups.notify(&stream.topic());
        Ok(stream)
    }

    async fn take_back(&self, key: &[u8], stream: &Stream) {
        let batch = Batch::new().equals(STREAMS.table, key, stream.stored.clone());
        let batch = batch.delete(STREAMS.table, key);
        let batch = shard_record::remove_all(batch, &stream.record.id, &stream.map);
        let batch = change_deadline(batch, Some(&stream.record), None);
        if let Err(error) = self.platform.store.tables.commit(batch).await {
            tracing::warn!(stream = %stream.arn, %error, "it is created all the same");
        }
    }

    /// Changes a stream, durably, and gives it as it is then.
    ///
    /// # Errors
    /// What `change` refuses with; `ResourceNotFoundException` where the stream is gone.
    pub async fn update<F>(self: &Arc<Self>, stream: &Arc<Stream>, change: F) -> Result<Arc<Stream>>
    where
        F: Fn(&mut StreamRecord) -> Result<()> + Send + 'static,
    {
        let change = move |record: &mut StreamRecord| change(record).map(|()| Batch::new());
        self.update_with(stream, move |record| Box::pin(std::future::ready(change(record)))).await
    }

    /// As [`Self::update`], with rows of others in the same commit: `change` reads them, refuses, or
    /// gives the conditions and the writes. It is asked anew when a condition did not hold.
    ///
    /// # Errors
    /// As [`Self::update`].
    pub async fn update_with<F>(
        self: &Arc<Self>,
        stream: &Arc<Stream>,
        change: F,
    ) -> Result<Arc<Stream>>
    where
        F: for<'a> Fn(&'a mut StreamRecord) -> Rows<'a> + Send + 'static,
    {
        let (streams, stream) = (self.clone(), stream.clone());
        finish(async move {
            let _turn = stream.gate.lock().await;
            loop {
                let current = streams.current(&stream).await?;
                let mut record = current.record.clone();
                let rows = change(&mut record).await?;
                let map = current.map.clone();
                if let Some(next) = streams.replace_with(&current, record, map, rows).await? {
                    return Ok(next);
                }
            }
        })
        .await
    }

    /// The same stream as this process last saw it, without a look at the tables.
    pub fn newest(&self, stream: &Arc<Stream>) -> Arc<Stream> {
        let known = self.known().get(&stream.record.key()).cloned();
        known.filter(|known| known.record.id == stream.record.id).unwrap_or_else(|| stream.clone())
    }

    /// The same stream as it is now.
    pub async fn current(&self, stream: &Stream) -> Result<Arc<Stream>> {
        let record = &stream.record;
        let found = self.fresh(&record.key()).await?;
        found
            .filter(|found| found.record.id == record.id)
            .ok_or_else(|| errors::stream_not_found(&record.name, &record.account))
    }

    /// The stream that has this one's name now.
    pub async fn renewed(&self, stream: &Stream) -> Result<Arc<Stream>> {
        let record = &stream.record;
        let found = self.fresh(&record.key()).await?;
        found.ok_or_else(|| errors::stream_not_found(&record.name, &record.account))
    }

    /// Commits a change of the row and its shards; `None` where the row has changed meanwhile.
    pub async fn replace(
        &self,
        current: &Arc<Stream>,
        record: StreamRecord,
        map: ShardMap,
    ) -> Result<Option<Arc<Stream>>> {
        self.replace_with(current, record, map, Batch::new()).await
    }

    /// As [`Self::replace`], with rows of others in the same commit.
    async fn replace_with(
        &self,
        current: &Arc<Stream>,
        mut record: StreamRecord,
        map: ShardMap,
        rows: Batch,
    ) -> Result<Option<Arc<Stream>>> {
        if record == current.record && map == current.map && rows.writes.is_empty() {
            return Ok(Some(current.clone()));
        }
        if record.status != current.record.status {
            record.settles_by_ms = self.settles_by_ms(record.status);
        }
        record.revision += 1;
        record.next_shard = map.next();
        record.open_shards = map.open_count().try_into().unwrap_or(u32::MAX);
        let (key, stored, table) = (record.key(), STREAMS.encode(&record)?, STREAMS.table);
        let batch = rows.equals(table, &key[..], current.stored.clone());
        let batch = batch.put(table, &key[..], stored.clone());
        let batch = shard_record::change(batch, &record.id, Some(&current.map), &map)?;
        let batch = change_deadline(batch, Some(&current.record), Some(&record));
        let batch = if record.status == Status::Deleting { batch.freeing() } else { batch };
        match self.platform.deadlines.commit(batch).await {
            Err(store::Error::Conflict(_)) => return Ok(None),
            committed => committed?,
        }
        let next = self.snapshot(record, map, stored, current.gate.clone());
        self.remember(&key, &next);
        self.wake_readers(current, |shard| next.map.get(shard).is_none_or(|it| !it.is_open()));
        self.platform.wakeups.notify(&next.topic());
        Ok(Some(next))
    }

    /// Wakes those who wait for records at a shard that was open and gets no more of them.
    fn wake_readers(&self, before: &Stream, has_ended: impl Fn(ShardIndex) -> bool) {
        for (index, shard) in before.map.shards() {
            if shard.is_open() && has_ended(index) {
                self.platform.wakeups.notify(&before.shard_topic(index));
            }
        }
    }

    /// Begins to remove a stream. With a transition that takes time it is in `DELETING` when this
    /// returns. Consumers go with it `with_consumers` only.
    ///
    /// # Errors
    /// `ResourceInUseException` where it is not active, has queues, or consumers that it may not take
    /// along.
    pub async fn delete(
        self: &Arc<Self>,
        stream: &Arc<Stream>,
        with_consumers: bool,
    ) -> Result<()> {
        let deleting = self.change_slowly(stream, move |record| {
            crate::resolve::demand_active(record)?;
            demand_detached(record, with_consumers)?;
            record.status = Status::Deleting;
            Ok(())
        });
        deleting.await
    }

    /// The log goes first: a row without a log is still one that is being removed.
    pub async fn remove(&self, stream: &Stream) -> Result<()> {
        let _turn = stream.gate.lock().await;
        let (key, store) = (stream.record.key(), &self.platform.store);
        loop {
            let current = self.current(stream).await?;
            store.log.delete(&current.log).await?;
            let batch = Batch::new()
                .equals(STREAMS.table, &key[..], current.stored.clone())
                .delete(STREAMS.table, &key[..]);
            let batch = shard_record::remove_all(batch, &current.record.id, &current.map);
            let batch = change_deadline(batch, Some(&current.record), None);
            let batch = consumers::remove_all(&*store.tables, batch, &current.record).await?;
            match store.tables.commit(batch).await {
                Err(store::Error::Conflict(_)) => continue,
                committed => committed?,
            }
            self.known_mut().remove(&key);
            self.metrics.forget(&current.record.id);
            self.meters.forget(&current.record.id);
            self.wake_readers(&current, |_| true);
            self.platform.wakeups.notify(&current.topic());
            return Ok(());
        }
    }

    /// Lets every log forget its expired records, and every stream the shards that had them.
    pub async fn trim(self: &Arc<Self>) {
        let all = match self.records(Scan::prefix(b"")).await {
            Ok(all) => all,
            Err(error) => return tracing::warn!(%error, "cannot trim"),
        };
        for record in all {
            if let Err(error) = self.trim_one(&record).await {
                tracing::warn!(stream = %record.arn(), %error, "cannot trim");
            }
        }
    }

    async fn trim_one(&self, record: &StreamRecord) -> Result<()> {
        let before_ms = record.horizon_ms(self.platform.clock.now().millis());
        match self.platform.store.log.trim(&record.log(), before_ms).await {
            Ok(()) | Err(store::Error::NotFound(_)) => {}
            Err(error) => return Err(error.into()),
        }
        if record.open_shards == record.next_shard {
            return Ok(()); // None was ever closed.
        }
        let Some(stream) = self.fresh(&record.key()).await? else { return Ok(()) };
        let mut map = stream.map.clone();
        if stream.record.id == record.id && !map.prune(before_ms).is_empty() {
            // Where the row has changed meanwhile, the next time will do.
            self.replace(&stream, stream.record.clone(), map).await?;
        }
        Ok(())
    }

    /// What an account uses of its quotas in a region.
    pub async fn usage(&self, account: &str, region: &str) -> Result<Usage> {
        let mut usage = Usage::default();
        for record in self.list(account, region, None, usize::MAX).await? {
            let open = record.open_shards as usize;
            usage.open_shards += open;
            let is_passing = matches!(record.status, Status::Creating | Status::Deleting);
            usage.in_transition += usize::from(is_passing);
            usage.channels += record.attached.channels as usize;
            match record.mode {
                Mode::Provisioned => usage.provisioned_shards += open.max(record.target()),
                Mode::OnDemand => usage.on_demand_streams += 1,
            }
        }
        Ok(usage)
    }
}

/// What an account uses of its quotas in a region.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Usage {
    pub open_shards: usize,
    pub provisioned_shards: usize,
    pub on_demand_streams: usize,
    /// Streams in `CREATING` and `DELETING`.
    pub in_transition: usize,
    pub channels: usize,
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
        let mut left = record(&world.context(), name);
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
        let found = streams.find(&world.context(), "creating").await.unwrap().unwrap();
        assert_eq!(found.record.status, Status::Active);
        assert!(streams.find(&world.context(), "deleting").await.unwrap().is_none());
        assert_eq!(log.list().await.unwrap(), [creating.log(), foreign]);
        // The table agrees with memory.
        let again = load(&world).await;
        assert_eq!(
            again.find(&world.context(), "creating").await.unwrap().unwrap().record,
            found.record
        );
        assert!(again.find(&world.context(), "deleting").await.unwrap().is_none());
    }

    #[tokio::test]
    async fn changes_of_one_stream_take_turns() {
        let world = World::new().await;
        let streams = load(&world).await;
        streams.create(record(&world.context(), "s"), 1).await.unwrap();
        let stream = streams.find(&world.context(), "s").await.unwrap().unwrap();
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
        assert_eq!(streams.current(&stream).await.unwrap().record.tags.len(), 20);
    }

    #[tokio::test]
    async fn a_change_never_reaches_a_namesake() {
        let world = World::new().await;
        let streams = load(&world).await;
        let config = Config { transition: std::time::Duration::ZERO, ..Config::default() };
        drop(streams);
        let streams = Streams::load(world.platform.clone(), config).await.unwrap();
        streams.create(record(&world.context(), "s"), 1).await.unwrap();
        let old = streams.find(&world.context(), "s").await.unwrap().unwrap();
        streams.delete(&old, false).await.unwrap();
        streams.create(record(&world.context(), "s"), 1).await.unwrap();
        let refused = streams.update(&old, |_| Ok(())).await.err().unwrap();
        assert_eq!(refused.code(), "ResourceNotFoundException");
    }

    /// A reader that has read everything of a shard learns at once that there will be no more.
    #[tokio::test]
    async fn the_end_of_a_shard_wakes_those_who_wait_at_it() {
        let world = World::new().await;
        world.create("s", 2).await;
        let arn: Arc<str> = world.context().arn("kinesis", "stream/s").into();
        let shard = |number| Topic::Shard(arn.clone(), number);
        let topics = [Topic::Stream(arn.clone()), shard(0), shard(1), shard(2)];
        let woken = async |wakeup: &mut platform::Wakeup| {
            tokio::select! { biased; () = wakeup.woken() => true, () = async {} => false }
        };
        let mut places = topics.map(|topic| world.platform.wakeups.subscribe(topic));
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
