//! How a stream is asked: its shards, and the records of one of them. What is of tables' streams only is in
//! `changes`.

use crate::fanout::{Given, Subscriber};
use crate::filter::Origin;
use crate::machine::{Page, Record};
use crate::records::checkpoint::Position;
use crate::records::mapping::Mapping;
use crate::source::Source;
use crate::{changes, encryption, event};
use platform::{Context, Error, Result, Topic};
use shapes::Timestamp;
use shapes::dynamodbstreams::errors::TRIMMED_DATA_ACCESS_EXCEPTION;
use shapes::kinesis::ops::{DescribeStreamSummary, GetRecords, GetShardIterator, ListShards};
use shapes::kinesis::{
    DescribeStreamSummaryInput, GetRecordsInput, GetRecordsOutput, GetShardIteratorInput,
    ListShardsInput, errors,
};
use std::sync::Arc;

/// A shard, as far as its order among the others goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shard {
    /// Its id.
    pub id: String,
    /// The shards whose records come before its own.
    pub parents: Vec<String>,
    /// Whether nothing is added to it any more.
    pub is_closed: bool,
}

/// What wakes who waits for the records of a shard.
pub(crate) fn topic(mapping: &Mapping, shard_id: &str) -> Topic {
    match mapping.source() {
        Source::Changes => changes::topic(mapping.stream_arn(), shard_id),
        _ => Topic::shard(mapping.stream_arn(), shard_id),
    }
}

/// When the stream was created.
///
/// # Errors
/// The stream's own, such as that it is not there.
pub(crate) async fn created(cx: &Context, stream_arn: &str) -> Result<Timestamp> {
    if Source::of_kept(stream_arn) == Source::Changes {
        return changes::created(cx, stream_arn).await;
    }
    let input = DescribeStreamSummaryInput {
        stream_arn: Some(stream_arn.to_owned()),
        ..Default::default()
    };
    let output = cx.call::<DescribeStreamSummary>(input).await?;
    Ok(output.stream_description_summary.stream_creation_timestamp)
}

/// All shards of the stream, open and closed.
///
/// # Errors
/// The stream's own.
pub(crate) async fn shards(cx: &Context, stream_arn: &str) -> Result<Vec<Shard>> {
    if Source::of_kept(stream_arn) == Source::Changes {
        return changes::shards(cx, stream_arn).await;
    }
    let mut shards = Vec::new();
    let stream_arn = Some(stream_arn.to_owned());
    let mut input = ListShardsInput { stream_arn, ..Default::default() };
    loop {
        let output = cx.call::<ListShards>(input).await?;
        shards.extend(output.shards.unwrap_or_default().into_iter().map(|shard| Shard {
            id: shard.shard_id,
            parents:
                shard.parent_shard_id.into_iter().chain(shard.adjacent_parent_shard_id).collect(),
            is_closed: shard.sequence_number_range.ending_sequence_number.is_some(),
        }));
        let Some(token) = output.next_token else { return Ok(shards) };
        input = ListShardsInput { next_token: Some(token), ..Default::default() };
    }
}

/// An iterator at the end of a shard as it is now.
///
/// # Errors
/// The stream's own.
pub(crate) async fn latest(cx: &Context, stream_arn: &str, shard_id: &str) -> Result<Position> {
    let made_ms = cx.now().millis();
    let iterator = iterator(cx, stream_arn, shard_id, "LATEST", None, None).await?;
    Ok(Position::Latest { iterator, made_ms })
}

async fn iterator(
    cx: &Context,
    stream_arn: &str,
    shard_id: &str,
    kind: &str,
    sequence: Option<String>,
    timestamp: Option<Timestamp>,
) -> Result<String> {
    if Source::of_kept(stream_arn) == Source::Changes {
        return changes::iterator(cx, stream_arn, shard_id, kind, sequence).await;
    }
    let input = GetShardIteratorInput {
        stream_arn: Some(stream_arn.to_owned()),
        shard_id: shard_id.to_owned(),
        shard_iterator_type: kind.to_owned(),
        starting_sequence_number: sequence,
        timestamp,
        ..Default::default()
    };
    let output = cx.call::<GetShardIterator>(input).await?;
    output.shard_iterator.ok_or_else(|| Error::internal("GetShardIterator gave no iterator"))
}

/// Reads one shard from a position on.
pub(crate) struct Reader {
    cx: Context,
    mapping: Arc<Mapping>,
    shard_id: Arc<str>,
    /// Where to go on without an iterator.
    position: Position,
    iterator: Option<String>,
    /// Where the mapping reads for a consumer.
    subscriber: Option<Box<Subscriber>>,
}

/// What one read gave.
pub(crate) struct Pages {
    /// For the machine.
    pub page: Page,
    /// How far the read was from the shard's end, in milliseconds.
    pub behind_ms: i64,
}

impl Reader {
    /// A reader of a shard of the mapping's stream that begins at `position`.
    pub fn new(
        cx: Context,
        mapping: &Arc<Mapping>,
        shard_id: &Arc<str>,
        position: Position,
    ) -> Self {
        let consumer = mapping.consumer_arn();
        let subscriber = consumer.map(|arn| Box::new(Subscriber::new(cx.clone(), arn, shard_id)));
        let (mapping, shard_id) = (mapping.clone(), shard_id.clone());
        Self { cx, mapping, shard_id, position, iterator: None, subscriber }
    }

    /// The next records, at most `limit`. After an error the same ones are read again.
    ///
    /// # Errors
    /// The stream's own.
    pub async fn read(&mut self, limit: usize) -> Result<Pages> {
        encryption::check_filter(&self.cx, &self.mapping).await?;
        if let Some(subscriber) = &mut self.subscriber {
            let given = match subscriber.read(&self.position, limit).await {
                Err(error) if self.can_begin_anew(&error) => self.read_anew(limit).await?,
                given => given?,
            };
            return Ok(self.take(given));
        }
        if self.mapping.source() == Source::Changes {
            return self.read_changes(limit).await;
        }
        let iterator = match self.iterator.take() {
            Some(iterator) => iterator,
            None => self.start().await?,
        };
        let output = match self.get(iterator, limit).await {
            Err(error) if self.can_begin_anew(&error) => {
                let iterator = self.start().await?;
                self.get(iterator, limit).await?
            }
            other => other?,
        };
        self.iterator = output.next_shard_iterator;
        Ok(self.take(Given {
            records: output.records,
            behind_ms: output.millis_behind_latest.unwrap_or(0),
            ended: self.iterator.is_none(),
        }))
    }

    /// The next records of a table's stream.
    async fn read_changes(&mut self, limit: usize) -> Result<Pages> {
        let iterator = match self.iterator.take() {
            Some(iterator) => Ok(iterator),
            None => self.start().await,
        };
        let given = match iterator {
            Ok(iterator) => changes::get(&self.cx, iterator, limit).await,
            Err(error) => Err(error),
        };
        let (records, next) = match given {
            Err(error) if self.can_begin_anew(&error) => {
                let iterator = self.start().await?;
                changes::get(&self.cx, iterator, limit).await?
            }
            given => given?,
        };
        let ended = next.is_none();
        self.iterator = next;
        let records: Vec<_> =
            records.into_iter().map(|record| changes::record(&self.mapping, record)).collect();
        let Some(last) = records.last() else {
            return Ok(Pages { page: Page { records, ended, behind: false }, behind_ms: 0 });
        };
        let behind_ms = (self.cx.now().millis() - last.arrival.millis()).max(1);
        let since = self.skipped_before();
        self.position = Position::After(last.sequence.to_string());
        let records = records.into_iter().filter(|it| it.arrival >= since).collect();
        // There may be more, as long as there are some.
        Ok(Pages { page: Page { records, ended, behind: !ended }, behind_ms })
    }

    /// Before when records do not count, where the iterator that knew it better has expired: a table's stream
    /// has none that begin at an instant, and tells times by the second.
    fn skipped_before(&self) -> Timestamp {
        match self.position {
            Position::Timestamp(ms) => Timestamp(ms.div_euclid(1000) * 1000),
            _ => Timestamp(i64::MIN),
        }
    }

    /// Reads for a consumer from the position as it is now.
    async fn read_anew(&mut self, limit: usize) -> Result<Given> {
        let (cx, shard_id) = (self.cx.clone(), &self.shard_id);
        let arn = &self.mapping.source_arn;
        let subscriber = self.subscriber.insert(Box::new(Subscriber::new(cx, arn, shard_id)));
        subscriber.read(&self.position, limit).await
    }

    async fn get(&self, iterator: String, limit: usize) -> Result<GetRecordsOutput> {
        let input = GetRecordsInput {
            shard_iterator: iterator,
            limit: Some(i32::try_from(limit).unwrap_or(i32::MAX)),
            stream_arn: Some(self.mapping.stream_arn().to_owned()),
            ..Default::default()
        };
        self.cx.call::<GetRecords>(input).await
    }

    /// Whether only the iterator was bad. Iterators are good for five minutes, which a machine that
    /// was asleep outlives, and so does one that was kept with the mapping; then its instant stands
    /// in for it.
    fn can_begin_anew(&mut self, error: &Error) -> bool {
        if error.is(&errors::EXPIRED_ITERATOR_EXCEPTION) {
            self.give_up_latest();
            return true;
        }
        if error.is(&TRIMMED_DATA_ACCESS_EXCEPTION) {
            // What was not read in time is gone.
            self.position = Position::TrimHorizon;
            return true;
        }
        error.is(&errors::INVALID_ARGUMENT_EXCEPTION) && self.give_up_latest()
    }

    fn give_up_latest(&mut self) -> bool {
        let Position::Latest { made_ms, .. } = self.position else { return false };
        self.position = Position::Timestamp(made_ms);
        true
    }

    async fn start(&self) -> Result<String> {
        let (kind, sequence, timestamp) = match &self.position {
            Position::Latest { iterator, .. } => return Ok(iterator.clone()),
            Position::TrimHorizon | Position::End => ("TRIM_HORIZON", None, None),
            Position::Timestamp(_) if self.mapping.source() == Source::Changes => {
                ("TRIM_HORIZON", None, None)
            }
            Position::Timestamp(ms) => ("AT_TIMESTAMP", None, Some(Timestamp(*ms))),
            Position::After(sequence) => ("AFTER_SEQUENCE_NUMBER", Some(sequence.clone()), None),
        };
        iterator(&self.cx, self.mapping.stream_arn(), &self.shard_id, kind, sequence, timestamp)
            .await
    }

    fn take(&mut self, given: Given) -> Pages {
        if let Some(last) = given.records.last() {
            self.position = Position::After(last.sequence_number.clone());
        }
        let Given { records, behind_ms, ended } = given;
        let records = records.into_iter().map(|record| self.record(record)).collect();
        Pages { page: Page { records, ended, behind: behind_ms > 0 }, behind_ms }
    }

    fn record(&self, record: shapes::kinesis::Record) -> Record {
        let partition_key = record.partition_key.unwrap_or_default();
        let event_bytes = event::size(
            record.data.len(),
            &partition_key,
            &record.sequence_number,
            &self.mapping.source_arn,
        );
        let mut record = Record {
            sequence: record.sequence_number.into(),
            partition_key,
            data: record.data,
            arrival: record.approximate_arrival_timestamp.unwrap_or_else(|| self.cx.now()),
            event_bytes,
            wanted: true,
        };
        let Mapping { region, source_arn, settings, .. } = &*self.mapping;
        let origin = Origin { shard_id: &self.shard_id, region, stream_arn: source_arn };
        record.wanted = settings.filters.want(origin, &record);
        record
    }
}
