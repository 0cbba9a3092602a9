//! A channel that delivers: what its courier does between two changes of it.

use super::Ground;
use super::content::{Delivered, Draft, compressed};
use super::courier::{Ended, pause, settled, tell_failed};
use super::destination::{Object, as_role, belongs_to_another, put, wrong_owner};
use super::machine::{Look, Machine};
use super::progress::{Counts, PROGRESS, Plan, Progress, Range};
use super::record::{CHANNELS, Channel};
use super::{log, template};
use crate::sequence::SequenceNumber;
use crate::shard_map::{Shard, ShardId, ShardIndex};
use crate::streams::Stream;
use crate::{payload, read};
use platform::{Error, Lease, Refused, Result, Topic, Wakeup};
use serde_json::json;
use shapes::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, ReadLimit, Stored};
use tokio::task::JoinSet;

/// How much is read of a shard at once.
const PAGE: ReadLimit = ReadLimit { records: 10_000, bytes: 1 << 20 };
/// How long nothing more is heard of, once something was, while something waits.
const LOOK_MS: i64 = 1000;

/// A channel that delivers, and what it listens to.
pub(crate) struct Delivery {
    work: Work,
    /// Told when the stream has changed.
    stream_changes: Wakeup,
    /// Each waits for records of a shard.
    waiting: JoinSet<(ShardIndex, Wakeup)>,
    /// Of shards that nobody waits for right now.
    wakeups: BTreeMap<ShardIndex, Wakeup>,
}

/// One channel, its lease held.
struct Work {
    ground: Arc<Ground>,
    lease: Arc<Lease>,
    key: Vec<u8>,
    channel: Channel,
    stream: Arc<Stream>,
    progress: Progress,
    machine: Machine,
    /// From when on it is heard of what comes while something waits.
    look_from_ms: i64,
    /// How often the plan was tried in vain, and when it is tried again.
    failures: u32,
    retry_at_ms: i64,
}

/// What came of an attempt to carry a plan out.
enum Tried {
    Done,
    /// It is tried again later.
    Later,
    Ended(Ended),
}

/// What a delivery waits for.
enum Happened {
    Ended(Ended),
    /// The channel may have changed.
    Told,
    /// The stream has.
    StreamChanged,
    /// A shard may have records.
    Heard(ShardIndex, Wakeup),
    Time,
}

impl Delivery {
    /// A delivery that goes on where the last one has come to.
    ///
    /// # Errors
    /// The storage's.
    pub async fn begin(
        ground: Arc<Ground>,
        lease: Arc<Lease>,
        key: Vec<u8>,
        channel: Channel,
    ) -> Result<Self> {
        let arn = channel.stream_arn().into();
        let stream_changes = ground.platform.wakeups.subscribe(Topic::Stream(arn));
        let tables = &*ground.platform.store.tables;
        let progress = PROGRESS.get(tables, channel.id.as_bytes()).await?.unwrap_or_default();
        let stream = ground.streams.fresh(&channel.stream_key()).await?;
        // A stream that has channels is not deleted.
        let stream = stream.filter(|it| it.record.created_ms == channel.stream_created_ms);
        let missing = || Error::internal(format_args!("{} is missing", channel.stream_arn()));
        let stream = stream.ok_or_else(missing)?;
        let allowed_ms = i64::from(channel.freshness_seconds).saturating_mul(1000);
        let wanted_ms = ground.freshness.and_then(|it| i64::try_from(it.as_millis()).ok());
        let freshness_ms = wanted_ms.map_or(allowed_ms, |wanted| wanted.min(allowed_ms));
        let machine = Machine::new(freshness_ms, ground.full);
        let (look_from_ms, failures, retry_at_ms) = (0, 0, 0);
        let work = Work {
            ground,
            lease,
            key,
            channel,
            stream,
            progress,
            machine,
            look_from_ms,
            failures,
            retry_at_ms,
        };
        let (waiting, wakeups) = (JoinSet::new(), BTreeMap::new());
        let mut delivery = Self { work, stream_changes, waiting, wakeups };
        delivery.take_shards();
        Ok(delivery)
    }

    /// Runs until the channel is to be carried out otherwise, or not any more.
    ///
    /// # Errors
    /// The storage's.
    pub async fn run(mut self, stop: &mut Wakeup, changes: &mut Wakeup) -> Result<Ended> {
        loop {
            let happened = match self.work.step().await? {
                // There may be more to do for as long as more comes than is delivered.
                Tried::Done => self.between(stop, changes).await,
                Tried::Ended(ended) => return Ok(ended),
                Tried::Later => self.wait(stop, changes).await,
            };
            match happened {
                Happened::Ended(ended) => return Ok(ended),
                Happened::Told if self.work.has_changed().await? => return Ok(Ended::Changed),
                Happened::StreamChanged => {
                    self.work.take_stream().await?;
                    self.take_shards();
                }
                Happened::Heard(shard, wakeup) => {
                    self.work.look_from_ms = self.work.now_ms() + LOOK_MS;
                    let others = std::iter::from_fn(|| self.waiting.try_join_next()).flatten();
                    for (shard, wakeup) in std::iter::once((shard, wakeup)).chain(others) {
                        self.work.machine.heard(shard);
                        self.wakeups.insert(shard, wakeup);
                    }
                }
                Happened::Told | Happened::Time => {}
            }
        }
    }

    /// What has happened by now, if it keeps the next step from being done.
    async fn between(&mut self, stop: &mut Wakeup, changes: &mut Wakeup) -> Happened {
        tokio::select! {
            biased;
            () = stop.woken() => Happened::Ended(Ended::Stopped),
            () = self.work.lease.until_lost() => Happened::Ended(Ended::Lost),
            () = changes.told() => Happened::Told,
            () = self.stream_changes.told() => Happened::StreamChanged,
            () = std::future::ready(()) => Happened::Time,
        }
    }

    async fn wait(&mut self, stop: &mut Wakeup, changes: &mut Wakeup) -> Happened {
        let now_ms = self.work.now_ms();
        let hears = !self.work.machine.waits() || now_ms >= self.work.look_from_ms;
        if hears {
            self.listen();
        }
        let due_ms = match self.work.progress.plan {
            Some(_) => Some(self.work.retry_at_ms),
            None => self.work.machine.deadline_ms(),
        };
        let until_ms = match hears {
            true => due_ms,
            false => Some(due_ms.unwrap_or(i64::MAX).min(self.work.look_from_ms)),
        };
        let left = |until: i64| Duration::from_millis((until - now_ms).max(1).unsigned_abs());
        let sleep = self.work.ground.platform.clock.sleep(until_ms.map(left).unwrap_or_default());
        tokio::select! {
            biased;
            () = stop.woken() => Happened::Ended(Ended::Stopped),
            () = self.work.lease.until_lost() => Happened::Ended(Ended::Lost),
            () = changes.woken() => Happened::Told,
            () = self.stream_changes.woken() => Happened::StreamChanged,
            Some(joined) = self.waiting.join_next(), if hears => match joined {
                Ok((shard, wakeup)) => Happened::Heard(shard, wakeup),
                Err(error) => {
                    tracing::error!(%error, "a shard is not heard of");
                    Happened::Ended(Ended::Changed)
                }
            },
            () = sleep, if until_ms.is_some() => Happened::Time,
        }
    }

    /// Waits for all shards that go on.
    fn listen(&mut self) {
        for (shard, mut wakeup) in std::mem::take(&mut self.wakeups) {
            if self.work.machine.goes_on(shard) {
                self.waiting.spawn(async move {
                    wakeup.woken().await;
                    (shard, wakeup)
                });
            }
        }
    }

    /// Knows of the stream's shards as they are now.
    fn take_shards(&mut self) {
        let Work { stream, machine, progress, ground, .. } = &mut self.work;
        let parents = |shard: &Shard| shard.parent.into_iter().chain(shard.adjacent_parent);
        let shards = stream.map.shards();
        let all: Vec<_> = shards.map(|(index, it)| (index, parents(it).collect())).collect();
        for (shard, _) in &all {
            if !machine.knows(*shard) {
                let topic = stream.shard_topic(*shard);
                self.wakeups.insert(*shard, ground.platform.wakeups.subscribe(topic));
            }
        }
        progress.keep_only(|shard| stream.map.get(shard).is_some());
        let expired = machine.set_shards(all, progress);
        self.work.note_expired(expired);
    }
}

impl Work {
    fn now_ms(&self) -> i64 {
        self.ground.platform.clock.now().millis()
    }

    /// Does what is due, if anything is.
    async fn step(&mut self) -> Result<Tried> {
        let now_ms = self.now_ms();
        if self.progress.plan.is_some() && now_ms >= self.retry_at_ms {
            return self.try_plan(None).await;
        }
        self.look().await?;
        match self.progress.plan.is_none() && self.machine.is_due(now_ms) {
            true => self.deliver().await,
            false => Ok(Tried::Later),
        }
    }

    /// Counts records that were gone before they were delivered, and tells of them.
    fn note_expired(&mut self, expired: u64) {
        if expired > 0 {
            self.progress.counts.expired += expired;
            let (name, stream) = (&*self.channel.name, &*self.channel.stream);
            tracing::warn!(
                channel = name,
                stream,
                expired,
                "records expired before their delivery"
            );
        }
    }

    /// Whether the channel is another one than it was.
    async fn has_changed(&self) -> Result<bool> {
        let tables = &*self.ground.platform.store.tables;
        let stored = CHANNELS.get(tables, &self.key).await?;
        Ok(stored.as_ref() != Some(&self.channel))
    }

    async fn take_stream(&mut self) -> Result<()> {
        self.stream = self.ground.streams.current(&self.stream).await?;
        Ok(())
    }

    /// Looks at what may have come.
    async fn look(&mut self) -> Result<()> {
        while let Some((shard, from)) = self.machine.to_look() {
            let page = self.page(shard, from, PAGE).await?;
            let look = Look {
                next: page.next,
                bytes: page.records.iter().map(|it| it.bytes.len() as u64).sum(),
                first_ms: page.records.first().map(|first| first.time_ms),
                more: page.behind_ms > 0,
                ends: page.at_end,
            };
            self.machine.looked(shard, look);
        }
        Ok(())
    }

    async fn page(&self, shard: ShardIndex, from: u64, limit: ReadLimit) -> Result<read::Page> {
        read::page_within(&self.ground.platform, &self.stream, shard, from, limit).await
    }

    /// Delivers an object of what waits.
    async fn deliver(&mut self) -> Result<Tried> {
        let ground = self.ground.clone();
        let _making = ground.making.acquire().await.map_err(Error::internal)?;
        let (draft, ranges) = self.draft().await?;
        let is_filled = |range: &Range| range.from < range.to || range.ends;
        let (filled, empty): (Vec<_>, Vec<_>) = ranges.into_iter().partition(is_filled);
        self.machine.delivered(&empty);
        if filled.is_empty() {
            return Ok(Tried::Done);
        }
        let now = ground.platform.clock.now();
        let unique = ground.platform.ids.uuid();
        let since_ms = filled.iter().filter_map(|range| self.machine.since_ms(range.shard)).min();
        self.progress.plan = Some(Plan {
            key: template::key(&self.channel, now, &unique),
            letters_key: template::letters_key(&self.channel, now, &unique),
            made_ms: now.millis(),
            since_ms,
            ranges: filled,
        });
        match self.keep().await? {
            true => self.try_plan(Some(draft)).await,
            false => Ok(Tried::Ended(Ended::Lost)),
        }
    }

    /// What waits, as much as makes an object, and from where to where it goes in each shard.
    async fn draft(&self) -> Result<(Draft, Vec<Range>)> {
        let (mut draft, mut ranges) = (Draft::default(), Vec::new());
        for (shard, from) in self.machine.order() {
            let mut range = Range { shard, from, to: from, ends: false };
            while draft.bytes() < self.ground.full {
                let left = usize::try_from(self.ground.full - draft.bytes()).unwrap_or(usize::MAX);
                let limit = ReadLimit { bytes: left.min(PAGE.bytes), ..PAGE };
                let page = self.page(shard, range.to, limit).await?;
                let since_ms = self.machine.since_ms(shard);
                let next = match page.records.first() {
                    Some(first) => first.offset,
                    // What was seen there is gone.
                    None => page.next.max(self.machine.known(shard)),
                };
                if self.has_expired(since_ms) || page.records.is_empty() {
                    draft.expired += next.saturating_sub(range.to);
                }
                for stored in &page.records {
                    self.add(&mut draft, shard, stored)?;
                }
                (range.to, range.ends) = (page.next.max(next), page.at_end);
                if page.behind_ms == 0 {
                    break;
                }
            }
            ranges.push(range);
        }
        Ok((draft, ranges))
    }

    /// What a plan says, made anew.
    async fn drafted(&self, plan: &Plan) -> Result<Draft> {
        let mut draft = Draft::default();
        for range in &plan.ranges {
            let mut from = range.from;
            while from < range.to {
                let left = usize::try_from(range.to - from).unwrap_or(usize::MAX);
                let limit = ReadLimit { records: left.min(PAGE.records), ..PAGE };
                let page = self.page(range.shard, from, limit).await?;
                let first = page.records.first().map_or(range.to, |it| it.offset.min(range.to));
                if self.has_expired(plan.since_ms.or(Some(plan.made_ms))) {
                    draft.expired += first - from;
                }
                for stored in page.records.iter().filter(|it| it.offset < range.to) {
                    self.add(&mut draft, range.shard, stored)?;
                }
                from = if page.records.is_empty() { range.to } else { page.next };
            }
        }
        Ok(draft)
    }

    /// Whether what waits since then may have expired.
    fn has_expired(&self, since_ms: Option<i64>) -> bool {
        let horizon_ms = self.stream.record.horizon_ms(self.now_ms());
        since_ms.is_some_and(|since| since < horizon_ms)
    }

    fn add(&self, draft: &mut Draft, index: ShardIndex, stored: &Stored) -> Result<()> {
        let (Some(payload), Some(shard)) =
            (payload::decode(&stored.bytes), self.stream.map.get(index))
        else {
            let what = format_args!("record {} of shard {index} cannot be read", stored.offset);
            return Err(Error::internal(what));
        };
        let (created_ms, time_ms) = (shard.created_ms, stored.time_ms);
        let record = Delivered {
            shard: ShardId(index),
            sequence: SequenceNumber::of_record(index, created_ms, stored.offset, time_ms),
            arrival: Timestamp(time_ms),
            data: &payload.data,
        };
        draft.add(&self.channel, &record)
    }

    /// Keeps how far it has come; whether the lease is still held.
    async fn keep(&self) -> Result<bool> {
        let value = PROGRESS.encode(&self.progress)?;
        let batch = Batch::new().put(PROGRESS.table, self.channel.id.as_bytes(), value);
        match self.lease.commit(batch).await {
            Ok(()) => Ok(true),
            Err(Refused::Lost) => Ok(false),
            Err(Refused::Store(error)) => Err(error.into()),
        }
    }

    /// Carries the plan out. What it says is drafted already, while objects are being made by this
    /// channel, or is drafted anew.
    async fn try_plan(&mut self, drafted: Option<Draft>) -> Result<Tried> {
        let Some(plan) = self.progress.plan.clone() else { return Ok(Tried::Done) };
        let ground = self.ground.clone();
        let (draft, _making) = match drafted {
            Some(draft) => (draft, None),
            None => {
                let making = ground.making.acquire().await.map_err(Error::internal)?;
                (self.drafted(&plan).await?, Some(making))
            }
        };
        let Draft { records, failed, expired, .. } = draft;
        let counts = Counts { objects: u64::from(records > 0), records, failed, expired };
        if let Err(error) = self.put(&plan, draft).await {
            return self.put_off(&error).await;
        }
        (self.failures, self.retry_at_ms) = (0, 0);
        self.progress.done(&plan, Counts { expired: 0, ..counts });
        self.note_expired(expired);
        if !self.keep().await? {
            return Ok(Tried::Ended(Ended::Lost));
        }
        self.machine.delivered(&plan.ranges);
        self.tell_delivered(&plan, counts).await;
        Ok(Tried::Done)
    }

    /// Puts the object, and the letters.
    async fn put(&self, plan: &Plan, draft: Draft) -> Result<()> {
        if draft.is_empty() {
            return Ok(());
        }
        let (channel, cx) = (&self.channel, as_role(&self.ground.platform, &self.channel).await?);
        if draft.records > 0 {
            let content = compressed(channel.compression, draft.content).await?;
            let content_type = "application/octet-stream";
            let object = Object {
                bucket: &channel.bucket,
                key: &plan.key,
                content: content.into(),
                content_type,
                storage_class: &channel.storage_class,
            };
            put(&cx, object).await?;
        }
        if draft.failed > 0 {
            let letters = Object {
                bucket: &channel.dead_letters,
                key: &plan.letters_key,
                content: draft.letters.into(),
                content_type: "application/json",
                storage_class: "STANDARD",
            };
            put(&cx, letters).await?;
        }
        Ok(())
    }

    /// A plan could not be carried out: it is tried again, unless that is in vain.
    async fn put_off(&mut self, error: &Error) -> Result<Tried> {
        self.failures = self.failures.saturating_add(1);
        let pause = pause(self.failures);
        self.retry_at_ms = self.now_ms() + i64::try_from(pause.as_millis()).unwrap_or(i64::MAX);
        let channel = &self.channel;
        let role = as_role(&self.ground.platform, channel).await;
        if let (403, Ok(cx)) = (error.shape.status, &role) {
            for bucket in [&channel.bucket, &channel.dead_letters] {
                if belongs_to_another(cx, bucket).await.unwrap_or(false) {
                    return self.fail(&wrong_owner(bucket)).await;
                }
            }
        }
        let (name, stream, attempt) = (&*channel.name, &*channel.stream, self.failures);
        tracing::warn!(channel = name, stream, %error, attempt, ?pause, "a delivery is tried again");
        if let Ok(cx) = role {
            let more = json!({
                "errorCode": error.code(),
                "errorMessage": error.message,
                "attempt": attempt,
            });
            log::write(&cx, channel, "ERROR", "The delivery failed and is tried again.", more)
                .await;
        }
        Ok(Tried::Later)
    }

    /// The channel will never deliver again.
    async fn fail(&self, reason: &str) -> Result<Tried> {
        let tables = &*self.ground.platform.store.tables;
        let stored = CHANNELS.get_with_bytes(tables, &self.key).await?;
        let Some(stored) = stored.filter(|(channel, _)| *channel == self.channel) else {
            return Ok(Tried::Ended(Ended::Changed));
        };
        let Some(channel) = settled(&self.lease, &self.key, &stored, Some(reason)).await? else {
            return Ok(Tried::Ended(Ended::Changed));
        };
        tell_failed(&self.ground, &channel, reason).await;
        Ok(Tried::Ended(Ended::Over))
    }

    async fn tell_delivered(&self, plan: &Plan, counts: Counts) {
        let Counts { records, failed, expired, .. } = counts;
        let channel = &self.channel;
        if !channel.logging.enabled {
            return;
        }
        let Ok(cx) = as_role(&self.ground.platform, channel).await else { return };
        let mut more = json!({
            "recordCount": records,
            "failedRecordCount": failed,
            "expiredRecordCount": expired,
        });
        if records > 0 {
            more["bucket"] = channel.bucket.name().into();
            more["key"] = (&*plan.key).into();
        }
        if failed > 0 {
            more["deadLetterBucket"] = channel.dead_letters.name().into();
            more["deadLetterKey"] = (&*plan.letters_key).into();
        }
        let level = if failed + expired > 0 { "WARN" } else { "INFO" };
        log::write(&cx, channel, level, "A batch of records was delivered.", more).await;
    }
}
