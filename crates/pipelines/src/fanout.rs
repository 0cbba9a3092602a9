//! How a shard is read for a registered consumer: by subscriptions, one after the other.

use crate::records::checkpoint::Position;
use platform::{Context, Error, Result};
use shapes::kinesis::ops::{DescribeStreamConsumer, GetRecords, SubscribeToShard};
use shapes::kinesis::{
    DescribeStreamConsumerInput, GetRecordsInput, Record, StartingPosition, SubscribeToShardEvent,
    SubscribeToShardEventStream as Event, SubscribeToShardInput, errors,
};
use shapes::{EventStream, Timestamp};
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// How long an iterator that says where LATEST was is good for, and a bit less.
const ITERATOR_MS: i64 = 290_000;
/// How often it is looked whether a subscription can be had that was refused, and for how long: five
/// seconds after the last one.
const AGAIN: Duration = Duration::from_millis(500);
const REFUSALS: usize = 11;
/// GetRecords gives at most this many.
const MOST_RECORDS: i32 = 10_000;

/// Looks whether the consumer is there.
///
/// # Errors
/// The stream's own, such as that it is not.
pub(crate) async fn check(cx: &Context, consumer_arn: &str) -> Result<()> {
    let consumer_arn = Some(consumer_arn.to_owned());
    let input = DescribeStreamConsumerInput { consumer_arn, ..Default::default() };
    cx.call::<DescribeStreamConsumer>(input).await.map(drop)
}

/// What a read gave.
pub(crate) struct Given {
    pub records: Vec<Record>,
    /// How far the last of them was from the shard's end, in milliseconds.
    pub behind_ms: i64,
    /// Nothing will come after them.
    pub ended: bool,
}

/// Reads a shard for a consumer.
pub(crate) struct Subscriber {
    cx: Context,
    consumer_arn: String,
    shard_id: Arc<str>,
    events: Option<EventStream<Event>>,
    /// Records that have come and were not given yet.
    held: VecDeque<Record>,
    /// Where the next subscription begins, once one has said so.
    resume: Option<String>,
    /// Up to where records were read that the subscription may give again.
    seen: Option<String>,
    behind_ms: i64,
    ended: bool,
    /// The last event said that nothing was left, which is still to be told.
    caught_up: bool,
}

impl Subscriber {
    /// A reader that has no subscription yet.
    pub fn new(cx: Context, consumer_arn: &str, shard_id: &Arc<str>) -> Self {
        Self {
            cx,
            consumer_arn: consumer_arn.to_owned(),
            shard_id: shard_id.clone(),
            events: None,
            held: VecDeque::new(),
            resume: None,
            seen: None,
            behind_ms: 0,
            ended: false,
            caught_up: false,
        }
    }

    /// The next records, at most `limit`; without any, at the latest when the subscription says that
    /// there are none. `position` is where everything before was given. After an error the same are
    /// read again.
    ///
    /// # Errors
    /// The stream's own.
    pub async fn read(&mut self, position: &Position, limit: usize) -> Result<Given> {
        loop {
            if !self.held.is_empty() || self.ended {
                return Ok(self.give(limit));
            }
            if std::mem::take(&mut self.caught_up) {
                return Ok(self.give(limit));
            }
            let Some(events) = &mut self.events else {
                self.open(position).await?;
                continue;
            };
            match events.next().await {
                Some(Event::SubscribeToShardEvent(event)) => {
                    let is_empty = event.records.is_empty();
                    self.take(event);
                    if is_empty {
                        self.caught_up = false;
                        return Ok(self.give(limit));
                    }
                }
                // It has lasted its five minutes.
                None => self.events = None,
                Some(failure) => {
                    self.events = None;
                    return Err(error(failure));
                }
            }
        }
    }

    fn give(&mut self, limit: usize) -> Given {
        let records: Vec<_> = self.held.drain(..limit.min(self.held.len())).collect();
        let is_all = self.held.is_empty();
        // Some that are held are behind, however near the end the last of them is.
        let behind_ms = if is_all { self.behind_ms } else { self.behind_ms.max(1) };
        Given { records, behind_ms, ended: self.ended && is_all }
    }

    fn take(&mut self, event: SubscribeToShardEvent) {
        self.behind_ms = event.millis_behind_latest;
        self.ended = event.continuation_sequence_number.is_none();
        self.resume = event.continuation_sequence_number;
        let seen = self.seen.take();
        let is_new = |record: &Record| {
            seen.as_ref().is_none_or(|seen| order(seen) < order(&record.sequence_number))
        };
        self.held.extend(event.records.into_iter().filter(is_new));
        // Until a record has come that is new, some may come that are not.
        if self.held.is_empty() {
            self.seen = seen;
        }
        // Records that are given say it themselves. Told once more when the machine reads again, it
        // would go to sleep over what has come since.
        self.caught_up = self.behind_ms == 0 && self.held.is_empty();
    }

    async fn open(&mut self, position: &Position) -> Result<()> {
        let from = |kind: &str| StartingPosition { r#type: kind.to_owned(), ..Default::default() };
        let after = |number: &str| StartingPosition {
            sequence_number: Some(number.to_owned()),
            ..from("AFTER_SEQUENCE_NUMBER")
        };
        let at =
            |ms: i64| StartingPosition { timestamp: Some(Timestamp(ms)), ..from("AT_TIMESTAMP") };
        let start = match (&self.resume, position) {
            (Some(number), _) => after(number),
            (None, Position::After(number)) => after(number),
            (None, Position::TrimHorizon | Position::End) => from("TRIM_HORIZON"),
            (None, Position::Timestamp(ms)) => at(*ms),
            (None, Position::Latest { iterator, made_ms }) => {
                if self.cx.now().millis() - made_ms < ITERATOR_MS {
                    self.subscribe(from("LATEST")).await?;
                    return self.catch_up(iterator).await;
                }
                at(*made_ms)
            }
        };
        self.subscribe(start).await
    }

    /// Subscribes as soon as the last subscription lets it.
    async fn subscribe(&mut self, start: StartingPosition) -> Result<()> {
        let input = SubscribeToShardInput {
            consumer_arn: self.consumer_arn.clone(),
            shard_id: self.shard_id.to_string(),
            starting_position: start,
            ..Default::default()
        };
        let mut refusals = 0;
        loop {
            match self.cx.call::<SubscribeToShard>(input.clone()).await {
                Err(error)
                    if error.is(&errors::RESOURCE_IN_USE_EXCEPTION) && refusals < REFUSALS =>
                {
                    refusals += 1;
                    self.cx.platform().clock.sleep(AGAIN).await;
                }
                answer => {
                    self.events = Some(answer?.event_stream);
                    return Ok(());
                }
            }
        }
    }

    /// Reads what came between the place where LATEST was, when the mapping was made, and the
    /// beginning of the subscription.
    async fn catch_up(&mut self, iterator: &str) -> Result<()> {
        let input = GetRecordsInput {
            shard_iterator: iterator.to_owned(),
            limit: Some(MOST_RECORDS),
            ..Default::default()
        };
        let page = match self.cx.call::<GetRecords>(input).await {
            Ok(page) => page,
            Err(error) => {
                self.events = None;
                return Err(error);
            }
        };
        let behind_ms = page.millis_behind_latest.unwrap_or(0);
        let Some(last) = page.records.last().map(|last| last.sequence_number.clone()) else {
            return Ok(());
        };
        if behind_ms > 0 {
            // The next ones may lie before it begins.
            self.events = None;
            self.resume = Some(last.clone());
        }
        self.behind_ms = behind_ms;
        self.seen = Some(last);
        self.held.extend(page.records);
        Ok(())
    }
}

/// Numbers without leading zeros in their order.
fn order(number: &str) -> (usize, &str) {
    (number.len(), number)
}

/// What ended a subscription.
fn error(event: Event) -> Error {
    let (shape, message) = match event {
        Event::ResourceNotFoundException(it) => (&errors::RESOURCE_NOT_FOUND_EXCEPTION, it.message),
        Event::ResourceInUseException(it) => (&errors::RESOURCE_IN_USE_EXCEPTION, it.message),
        other => {
            let what = shapes::Event::name(&other);
            return Error::internal(format_args!("a subscription ended with {what}"));
        }
    };
    Error::new(shape, message.unwrap_or_default())
}
