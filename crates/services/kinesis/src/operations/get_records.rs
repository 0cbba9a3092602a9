use crate::counts::Given;
use crate::encryption::KMS;
use crate::errors::{dry_run, invalid_argument, shard_not_found};
use crate::iterator::ShardIterator;
use crate::read::Page;
use crate::resolve::{Target, stream_of_arn};
use crate::sequence::SequenceNumber;
use crate::shard_map::{Shard, ShardIndex};
use crate::streams::Stream;
use crate::{Kinesis, errors, payload, read, views};
use platform::{Context, Error, Faulted, Handler, Result};
use shapes::Timestamp;
use shapes::kinesis::{GetRecordsInput, GetRecordsOutput, Record, ops::GetRecords};
use std::sync::Arc;
use store::Stored;

const MAX_RECORDS: usize = 10_000;

impl Handler<GetRecords> for Kinesis {
    async fn handle(&self, context: &Context, input: GetRecordsInput) -> Result<GetRecordsOutput> {
        let limit = limit(input.limit)?;
        let iterator =
            ShardIterator::open(&self.tokens, &input.shard_iterator, context.now()).await?;
        if context.faulted().is_some_and(Faulted::expires_iterator) {
            return Err(iterator.expired(context.now()));
        }
        let stream = self.stream_of(context, &input, &iterator).await?;
        let missing = || shard_not_found(iterator.shard, &iterator.stream_name, &context.account);
        let stream = self.with_shard(stream, iterator.shard).await?;
        let shard = stream.map.get(iterator.shard).ok_or_else(missing)?;
        if input.dry_run == Some(true) {
            return Err(dry_run());
        }
        stream.check_get(context).await?;
        let (page, records) = self.give(context, &stream, &iterator, shard, limit).await?;
        let next = ShardIterator {
            issued_ms: context.now().millis(),
            position: page.next,
            ..iterator.clone()
        };
        let child_shards = match page.at_end {
            true => {
                let ended = self.streams.with_children(&stream, iterator.shard).await?;
                Some(views::children(&ended, iterator.shard))
            }
            false => None,
        };
        Ok(GetRecordsOutput {
            records,
            next_shard_iterator: match page.at_end {
                true => None,
                false => Some(next.seal(&self.tokens).await?),
            },
            millis_behind_latest: Some(page.behind_ms),
            child_shards,
        })
    }
}

fn limit(limit: Option<i32>) -> Result<usize> {
    match limit.map(usize::try_from) {
        None => Ok(MAX_RECORDS),
        Some(Ok(limit @ 1..=MAX_RECORDS)) => Ok(limit),
        Some(_) => Err(invalid_argument("Limit must be between 1 and 10000.")),
    }
}

impl Kinesis {
    /// The stream that an iterator is of. One that was made for an earlier stream of the same name
    /// finds nothing.
    async fn stream_of(
        &self,
        context: &Context,
        input: &GetRecordsInput,
        iterator: &ShardIterator,
    ) -> Result<Arc<Stream>> {
        let name = iterator.stream_name.as_str();
        if input.stream_id.is_some() {
            return Err(errors::unsupported("StreamId"));
        }
        if let Some(arn) = &input.stream_arn
            && stream_of_arn(context, arn)? != name
        {
            let message = format!("StreamARN {arn} is not of the stream of the ShardIterator.");
            return Err(invalid_argument(message));
        }
        let target = Target { name: Some(name), arn: None, id: None };
        let mut found = self.find_ready(context, target).await.ok();
        if found.as_ref().is_some_and(|stream| stream.record.id != iterator.stream_id) {
            // Another process may have made the stream anew.
            found = self.find(context, target).await.ok().filter(|stream| stream.is_ready());
        }
        found
            .filter(|stream| stream.record.id == iterator.stream_id)
            .ok_or_else(|| shard_not_found(iterator.shard, name, &context.account))
    }
}

impl Kinesis {
    /// The records at an iterator, which are counted.
    async fn give(
        &self,
        context: &Context,
        stream: &Stream,
        iterator: &ShardIterator,
        shard: &Shard,
        limit: usize,
    ) -> Result<(Page, Vec<Record>)> {
        let begun = context.now();
        let (name, index) = (&*iterator.stream_name, iterator.shard);
        let read = async {
            self.pace_read(context, stream, index)?;
            let page = read::page(&self.platform, stream, index, iterator.position, limit).await?;
            let records = page.records.iter().map(|stored| record(name, index, shard, stored));
            let records = records.collect::<Result<Vec<_>>>()?;
            Ok((page, records))
        };
        let read = read.await;
        if context.is_looking() {
            return read;
        }
        let given =
            read.as_ref().map(|(page, records)| Given { records, behind_ms: page.behind_ms });
        self.streams.count_get(&stream.record, begun, given);
        if let Ok((_, records)) = &read {
            self.streams.count_outgoing(&stream.record, index, records, context.now());
            self.note_read(stream, index, records);
        }
        read
    }

    /// The stream, with a shard that another process may have opened.
    async fn with_shard(&self, stream: Arc<Stream>, shard: ShardIndex) -> Result<Arc<Stream>> {
        match stream.map.get(shard) {
            Some(_) => Ok(stream),
            None => self.streams.current(&stream).await,
        }
    }
}

/// A record of a stream's shard as it is given out.
pub(crate) fn record(
    stream: &str,
    index: ShardIndex,
    shard: &Shard,
    stored: &Stored,
) -> Result<Record> {
    let Some(payload) = payload::decode(&stored.bytes) else {
        return Err(Error::internal(format_args!(
            "record {} of shard {index} of stream {stream} cannot be read",
            stored.offset
        )));
    };
    let (created_ms, time_ms) = (shard.created_ms, stored.time_ms);
    let number = SequenceNumber::of_record(index, created_ms, stored.offset, time_ms);
    Ok(Record {
        sequence_number: number.to_string(),
        approximate_arrival_timestamp: Some(Timestamp(time_ms)),
        data: payload.data,
        // An empty one stands for none.
        partition_key: Some(payload.partition_key).filter(|key| !key.is_empty()),
        encryption_type: payload.encrypted.then(|| KMS.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use platform::FaultKind;
    use std::time::Duration;

    const HOUR: Duration = Duration::from_secs(3600);

    fn data(page: &GetRecordsOutput) -> Vec<&[u8]> {
        page.records.iter().map(|record| &record.data[..]).collect()
    }

    #[tokio::test]
    async fn what_was_put_comes_back() {
        let world = World::new().await;
        world.create("s", 1).await;
        let put = world.put("s", "kéy", "data").await;
        let page = world.get(&world.iterator("s", 0, "TRIM_HORIZON").await).await.unwrap();
        let record = &page.records[0];
        assert_eq!(record.sequence_number, put.sequence_number);
        assert_eq!(record.partition_key.as_deref(), Some("kéy"));
        assert_eq!(&record.data[..], b"data");
        assert_eq!(record.approximate_arrival_timestamp, Some(world.platform.clock.now()));
        assert_eq!(page.millis_behind_latest, Some(0));
        assert_eq!(page.child_shards, None);
    }

    #[tokio::test]
    async fn iterators_follow_each_other_and_tell_how_far_behind_they_are() {
        let world = World::new().await;
        world.create("s", 1).await;
        for number in 0..3 {
            world.put("s", "k", &number.to_string()).await;
            world.clock.advance(Duration::from_millis(500));
        }
        let mut input = GetRecordsInput {
            shard_iterator: world.iterator("s", 0, "TRIM_HORIZON").await,
            limit: Some(1),
            ..GetRecordsInput::default()
        };
        let mut behind = Vec::new();
        for number in ["0", "1", "2"] {
            let page = world.run::<GetRecords>(input.clone()).await.unwrap();
            assert_eq!(data(&page), [number.as_bytes()]);
            behind.push(page.millis_behind_latest.unwrap());
            input.shard_iterator = page.next_shard_iterator.unwrap();
        }
        assert_eq!(behind, [1000, 500, 0]);
        let page = world.run::<GetRecords>(input.clone()).await.unwrap();
        assert_eq!((page.records.len(), page.millis_behind_latest), (0, Some(0)));
        world.put("s", "k", "3").await;
        let page = world.get(&page.next_shard_iterator.unwrap()).await.unwrap();
        assert_eq!(data(&page), [b"3"]);
    }

    #[tokio::test]
    async fn one_answer_has_at_most_ten_mebibytes() {
        let world = World::new().await;
        world.create("s", 1).await;
        let large = "x".repeat(1_000_000);
        for _ in 0..12 {
            world.put("s", "k", &large).await;
        }
        let page = world.get(&world.iterator("s", 0, "TRIM_HORIZON").await).await.unwrap();
        assert_eq!(page.records.len(), 10);
        assert!(page.millis_behind_latest.unwrap() > 0, "the tip is not reached");
        let page = world.get(&page.next_shard_iterator.unwrap()).await.unwrap();
        assert_eq!(page.records.len(), 2);
    }

    #[tokio::test]
    async fn an_iterator_expires_after_five_minutes() {
        let world = World::new().await;
        world.create("s", 1).await;
        let iterator = world.iterator("s", 0, "LATEST").await;
        world.clock.advance(Duration::from_secs(300));
        let next = world.get(&iterator).await.unwrap().next_shard_iterator.unwrap();
        world.clock.advance(Duration::from_millis(1));
        let error = world.get(&iterator).await.unwrap_err();
        assert_eq!(error.code(), "ExpiredIteratorException");
        world.get(&next).await.unwrap();
    }

    #[tokio::test]
    async fn an_iterator_may_be_made_to_expire() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.platform.serve(platform::served(&world.kinesis));
        let iterator = world.iterator("s", 0, "LATEST").await;
        world.fault(FaultKind::ExpiredIterator, 1.0);
        let input = GetRecordsInput { shard_iterator: iterator, ..Default::default() };
        let error = world.context().call::<GetRecords>(input).await.unwrap_err();
        assert_eq!(error.code(), "ExpiredIteratorException");
        assert!(error.message.starts_with("Iterator expired. The iterator was created"), "{error}");
    }

    #[tokio::test]
    async fn expired_records_are_not_given() {
        let world = World::new().await;
        world.create("s", 1).await;
        let first = world.put("s", "k", "old").await;
        world.clock.advance(HOUR);
        world.put("s", "k", "new").await;
        world.clock.advance(23 * HOUR);
        assert_eq!(world.get_all("s", 0).await.len(), 2, "24 hours are not over");
        world.clock.advance(Duration::from_millis(1));
        let left = world.get_all("s", 0).await;
        assert_eq!(&left[0].data[..], b"new");
        assert!(left[0].sequence_number > first.sequence_number);
        world.clock.advance(24 * HOUR);
        let page = world.get(&world.iterator("s", 0, "TRIM_HORIZON").await).await.unwrap();
        assert_eq!((page.records.len(), page.millis_behind_latest), (0, Some(0)));
        world.put("s", "k", "newest").await;
        let page = world.get(&page.next_shard_iterator.unwrap()).await.unwrap();
        assert_eq!(data(&page), [b"newest"]);
    }

    #[tokio::test]
    async fn the_sweep_frees_expired_records() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.put("s", "k", "old").await;
        world.clock.advance(25 * HOUR);
        let stream = world.kinesis.streams.find(&world.context(), "s").await.unwrap().unwrap();
        let bounds = async || world.platform.store.log.bounds(&stream.log, 0).await.unwrap();
        while bounds().await.start < 1 {
            tokio::task::yield_now().await;
        }
        let store::Bounds { start, end, .. } = bounds().await;
        assert_eq!((start, end), (1, 1));
        assert!(world.get_all("s", 0).await.is_empty());
    }

    #[tokio::test]
    async fn a_closed_shard_ends_with_its_children() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.put("s", "k", "last").await;
        world.split("s", 0).await;
        let mut input = GetRecordsInput {
            shard_iterator: world.iterator("s", 0, "TRIM_HORIZON").await,
            ..GetRecordsInput::default()
        };
        let page = world.run::<GetRecords>(input.clone()).await.unwrap();
        assert_eq!(data(&page), [b"last"]);
        assert_eq!(page.next_shard_iterator, None);
        let children = page.child_shards.unwrap();
        let ids: Vec<_> = children.iter().map(|child| &*child.shard_id).collect();
        assert_eq!(ids, ["shardId-000000000001", "shardId-000000000002"]);
        assert_eq!(children[0].parent_shards, ["shardId-000000000000"]);
        input.shard_iterator = world.iterator("s", 0, "LATEST").await;
        let page = world.run::<GetRecords>(input).await.unwrap();
        assert_eq!((page.records.len(), page.next_shard_iterator), (0, None));
    }

    #[tokio::test]
    async fn a_closed_shard_is_read_until_its_records_have_expired() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.put("s", "k", "old").await;
        world.split("s", 0).await;
        world.clock.advance(24 * HOUR);
        assert_eq!(world.get_all("s", 0).await.len(), 1);
        world.kinesis.streams.trim().await;
        let page = world.get(&world.iterator("s", 0, "TRIM_HORIZON").await).await.unwrap();
        assert_eq!(page.child_shards.unwrap().len(), 2);
        world.clock.advance(Duration::from_secs(2));
        world.kinesis.streams.trim().await;
        let input = shapes::kinesis::GetShardIteratorInput {
            stream_name: Some("s".to_owned()),
            shard_id: "shardId-000000000000".to_owned(),
            shard_iterator_type: "TRIM_HORIZON".to_owned(),
            ..Default::default()
        };
        let gone = world.run::<shapes::kinesis::ops::GetShardIterator>(input).await.unwrap_err();
        assert_eq!(gone.code(), "ResourceNotFoundException");
    }

    #[tokio::test]
    async fn an_iterator_of_an_earlier_stream_finds_nothing() {
        let world = World::new().await;
        world.create("s", 1).await;
        let iterator = world.iterator("s", 0, "LATEST").await;
        world.delete("s").await;
        world.create("s", 1).await;
        let error = world.get(&iterator).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
    }

    #[tokio::test]
    async fn members_that_do_not_fit_are_refused() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.create("t", 1).await;
        let good = GetRecordsInput {
            shard_iterator: world.iterator("s", 0, "LATEST").await,
            stream_arn: Some(world.context().arn("kinesis", "stream/s")),
            ..GetRecordsInput::default()
        };
        world.run::<GetRecords>(good.clone()).await.unwrap();
        let other = Some(world.context().arn("kinesis", "stream/t"));
        let cases = [
            GetRecordsInput { stream_arn: other, ..good.clone() },
            GetRecordsInput { stream_id: Some("x".to_owned()), ..good.clone() },
            GetRecordsInput { limit: Some(10_001), ..good.clone() },
            GetRecordsInput { limit: Some(0), ..good.clone() },
            GetRecordsInput { shard_iterator: "AAAAAAAAAAE=".to_owned(), ..good.clone() },
        ];
        for input in cases {
            let error = world.run::<GetRecords>(input).await.unwrap_err();
            assert_eq!(error.code(), "InvalidArgumentException", "{error}");
        }
        let rehearsal = GetRecordsInput { dry_run: Some(true), ..good };
        let error = world.run::<GetRecords>(rehearsal).await.unwrap_err();
        assert_eq!(error.code(), "DryRunOperationException");
    }
}
