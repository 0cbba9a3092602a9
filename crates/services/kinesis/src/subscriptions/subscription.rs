//! One subscription: where it stands in its shard, and what its caller is told next.
//!
//! It does nothing until it is asked for the next event, and holds no records between two. So a
//! caller that does not read costs no more than its place, and one that reads slowly sets the pace.

use super::Place;
use super::pace::Pace;
use crate::consumer_record::{CONSUMERS, key};
use crate::operations::get_records::record;
use crate::read::{Page, page_within};
use crate::sequence::SequenceNumber;
use crate::shard_map::{ShardId, ShardIndex};
use crate::streams::{Stream, Streams};
use crate::{errors, views};
use futures_util::FutureExt as _;
use platform::{Error, Result, Topic, Wakeup};
use shapes::Timestamp;
use shapes::kinesis::errors::{RESOURCE_IN_USE_EXCEPTION, RESOURCE_NOT_FOUND_EXCEPTION};
use shapes::kinesis::{
    InternalFailureException, ResourceInUseException, ResourceNotFoundException,
    SubscribeToShardEvent, SubscribeToShardEventStream as Event,
};
use std::sync::Arc;
use std::time::Duration;
use store::ReadLimit;

/// How long a subscription lasts (SubscribeToShard).
const LIFETIME_MS: i64 = 300_000;
/// How long its caller is told nothing at most. AWS lets about five seconds pass; the Java SDK takes
/// a connection for dead after ten, and KCL a subscription after thirty-five.
const SILENCE_MS: i64 = 5000;
/// The most that one event holds, unless a record is larger. A caller that does not read has one
/// in memory.
const EVENT: ReadLimit = ReadLimit { records: 10_000, bytes: 256 << 10 };

/// What a subscription reads.
pub(crate) struct Reading {
    pub stream: Arc<Stream>,
    /// The consumer's name.
    pub consumer: String,
    pub consumer_arn: Arc<str>,
    pub shard: ShardIndex,
    /// When the shard was created, which its sequence numbers say.
    pub created_ms: i64,
    /// The offset of the next record.
    pub position: u64,
}

/// A subscription that is open.
pub(crate) struct Subscription {
    streams: Arc<Streams>,
    reading: Reading,
    _place: Place,
    /// There are records, or no more will come.
    records: Wakeup,
    /// Another has taken its place, or the consumer goes.
    ended: Wakeup,
    is_told: bool,
    pace: Pace,
    ends: Timestamp,
    /// When its caller has to be told something.
    speaks: Timestamp,
    /// Whether there may be something to read.
    looks: bool,
    behind_ms: i64,
    is_over: bool,
}

impl Subscription {
    /// A subscription in its place. Whoever was there before is told.
    pub fn new(streams: &Arc<Streams>, reading: Reading, place: Place) -> Self {
        let (wakeups, now) = (&streams.platform.wakeups, streams.platform.clock.now());
        let topic = Topic::Subscription(reading.consumer_arn.clone(), reading.shard);
        wakeups.notify(&topic);
        Self {
            records: wakeups.subscribe(reading.stream.shard_topic(reading.shard)),
            ended: wakeups.subscribe(topic),
            is_told: false,
            pace: Pace::new(streams.config.limits, now),
            streams: streams.clone(),
            reading,
            _place: place,
            ends: Timestamp(now.millis().saturating_add(LIFETIME_MS)),
            speaks: Timestamp(now.millis().saturating_add(SILENCE_MS)),
            looks: true,
            behind_ms: 0,
            is_over: false,
        }
    }

    /// What to tell next, when there is something; `None` at the end.
    pub async fn next(&mut self) -> Option<Event> {
        while !self.is_over {
            let now = self.now();
            if now >= self.ends {
                break;
            }
            if self.is_told || self.ended.told().now_or_never().is_some() {
                let why = self.why_it_ends().await;
                return Some(self.fail(why));
            }
            // What came while nobody asked goes before the news that nothing came.
            self.looks |= self.records.woken().now_or_never().is_some();
            let pause = self.pace.wait(now);
            if self.looks && pause.is_zero() {
                self.looks = false;
                match self.read(now).await {
                    Ok(None) => {}
                    Ok(Some(event)) => return Some(self.tell(now, event)),
                    Err(error) => return Some(self.fail(error)),
                }
            } else if now >= self.speaks {
                let mut event = self.event(Vec::new(), now);
                if self.looks {
                    event.millis_behind_latest = event.millis_behind_latest.max(1);
                }
                return Some(self.tell(now, event));
            } else {
                self.wait(now, pause).await;
            }
        }
        self.is_over = true;
        None
    }

    fn now(&self) -> Timestamp {
        self.streams.platform.clock.now()
    }

    async fn wait(&mut self, now: Timestamp, pause: Duration) {
        let until = self.ends.min(self.speaks).millis().saturating_sub(now.millis()).max(0);
        let mut until = Duration::from_millis(until.unsigned_abs());
        if self.looks {
            until = until.min(pause);
        }
        let sleep = self.streams.platform.clock.sleep(until);
        tokio::select! {
            biased;
            () = self.records.woken(), if !self.looks => self.looks = true,
            () = self.ended.told() => self.is_told = true,
            () = sleep => {}
        }
    }

    /// The records that are there, or the shard's end.
    async fn read(&mut self, now: Timestamp) -> Result<Option<SubscribeToShardEvent>> {
        let Reading { shard, position, .. } = self.reading;
        let stream = self.streams.newest(&self.reading.stream);
        let platform = &self.streams.platform;
        let page = page_within(platform, &stream, shard, position, EVENT).await?;
        self.reading.stream = stream;
        self.reading.position = page.next;
        self.behind_ms = page.behind_ms;
        self.looks = page.behind_ms > 0;
        if page.records.is_empty() && !page.at_end {
            return Ok(None);
        }
        self.records_of(page, now).await.map(Some)
    }

    async fn records_of(&mut self, page: Page, now: Timestamp) -> Result<SubscribeToShardEvent> {
        let Reading { stream, shard, .. } = &self.reading;
        let name = &stream.record.name;
        let known = stream
            .map
            .get(*shard)
            .ok_or_else(|| errors::shard_not_found(*shard, name, &stream.record.account))?;
        let records = page.records.iter().map(|stored| record(name, *shard, known, stored));
        let records = records.collect::<Result<Vec<_>>>()?;
        let children = match page.at_end {
            true => Some(views::children(&*self.streams.reshaped(stream).await?, *shard)),
            false => None,
        };
        let bytes = page.records.iter().map(|stored| stored.bytes.len()).sum();
        self.pace.gave(now, bytes);
        let mut event = self.event(records, now);
        if children.is_some() {
            event.continuation_sequence_number = None;
            event.child_shards = children;
            self.is_over = true;
        }
        Ok(event)
    }

    fn event(
        &self,
        records: Vec<shapes::kinesis::Record>,
        now: Timestamp,
    ) -> SubscribeToShardEvent {
        let Reading { shard, created_ms, position, .. } = self.reading;
        let next = SequenceNumber::before(shard, created_ms, position, now.millis());
        SubscribeToShardEvent {
            records,
            continuation_sequence_number: Some(next.to_string()),
            millis_behind_latest: self.behind_ms,
            child_shards: None,
        }
    }

    fn tell(&mut self, now: Timestamp, event: SubscribeToShardEvent) -> Event {
        self.speaks = Timestamp(now.millis().saturating_add(SILENCE_MS));
        let Reading { stream, consumer, .. } = &self.reading;
        self.streams.count_event(&stream.record, consumer, &event);
        Event::SubscribeToShardEvent(event)
    }

    /// Why it was told to end.
    async fn why_it_ends(&mut self) -> Error {
        let Reading { stream, consumer, shard, .. } = &self.reading;
        let record = &stream.record;
        let key = key(&record.id, consumer);
        let found = CONSUMERS.get(&*self.streams.platform.store.tables, &key).await;
        match found {
            Err(error) => error,
            Ok(Some(found)) if found.gone_ms.is_none() => in_use(stream, *shard, consumer),
            Ok(_) => errors::consumer_not_found(consumer, &record.account),
        }
    }

    /// The last event, which says what went wrong.
    fn fail(&mut self, error: Error) -> Event {
        self.is_over = true;
        let message = Some(error.message.clone());
        if error.is(&RESOURCE_NOT_FOUND_EXCEPTION) {
            Event::ResourceNotFoundException(ResourceNotFoundException { message })
        } else if error.is(&RESOURCE_IN_USE_EXCEPTION) {
            Event::ResourceInUseException(ResourceInUseException { message })
        } else {
            Event::InternalFailureException(InternalFailureException { message })
        }
    }
}

/// The refusal of a second subscription, and what ends the first.
pub(crate) fn in_use(stream: &Stream, shard: ShardIndex, consumer: &str) -> Error {
    let (name, account) = (&stream.record.name, &stream.record.account);
    let shard = ShardId(shard);
    let message = format!(
        "Another active subscription exists for this consumer: {account}:{name}:{shard}:{consumer}"
    );
    Error::new(&RESOURCE_IN_USE_EXCEPTION, message)
}
