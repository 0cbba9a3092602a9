use crate::Kinesis;
use crate::errors::{dry_run, invalid_argument, no_such_shard, shard_not_found};
use crate::iterator::ShardIterator;
use crate::resolve::Target;
use crate::sequence::SequenceNumber;
use crate::shard_map::{ShardId, ShardIndex};
use crate::streams::Stream;
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::kinesis::{GetShardIteratorInput, GetShardIteratorOutput, ops::GetShardIterator};
use std::sync::Arc;

impl Handler<GetShardIterator> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: GetShardIteratorInput,
    ) -> Result<GetShardIteratorOutput> {
        let (stream, shard) = self.find_shard(context, &input).await?;
        let start = Start::read(
            &input.shard_iterator_type,
            input.starting_sequence_number.as_deref(),
            input.timestamp,
            context.now(),
        )?;
        let position = self.position(&stream, shard, start, "GetShardIterator").await?;
        if input.dry_run == Some(true) {
            return Err(dry_run());
        }
        self.pace_iterator(context, &stream, shard)?;
        let iterator = ShardIterator {
            issued_ms: context.now().millis(),
            position,
            shard,
            stream_id: stream.record.id.clone(),
            stream_name: stream.record.name.clone(),
        };
        Ok(GetShardIteratorOutput { shard_iterator: Some(iterator.seal(&self.tokens).await?) })
    }
}

/// Whether a caller's time has not come yet. A caller that rounds now to milliseconds may be one
/// ahead of us, who round down.
fn is_future(time: Timestamp, now: Timestamp) -> bool {
    time.millis().saturating_sub(1) > now.millis()
}

/// Where reading begins, what says so checked against each other.
#[derive(Clone, Copy)]
pub(crate) enum Start<'a> {
    TrimHorizon,
    Latest,
    At(&'a str),
    After(&'a str),
    Time(Timestamp),
}

impl<'a> Start<'a> {
    /// The place of this kind, with what the kind needs.
    ///
    /// # Errors
    /// `InvalidArgumentException`.
    pub fn read(
        kind: &str,
        number: Option<&'a str>,
        time: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<Self> {
        if time.is_some() && kind != "AT_TIMESTAMP" {
            return Err(invalid_argument(format!(
                "Timestamp can only be used with the iterator type AT_TIMESTAMP, not with {kind}."
            )));
        }
        match (kind, number, time) {
            ("TRIM_HORIZON", None, _) => Ok(Start::TrimHorizon),
            ("LATEST", None, _) => Ok(Start::Latest),
            ("AT_SEQUENCE_NUMBER", Some(number), _) => Ok(Start::At(number)),
            ("AFTER_SEQUENCE_NUMBER", Some(number), _) => Ok(Start::After(number)),
            ("AT_TIMESTAMP", None, Some(time)) if is_future(time, now) => {
                Err(invalid_argument(format!(
                    "The timestampInMillis parameter cannot be greater than the \
                 currentTimestampInMillis. timestampInMillis: {}, currentTimestampInMillis: {}",
                    time.millis(),
                    now.millis()
                )))
            }
            ("AT_TIMESTAMP", None, Some(time)) => Ok(Start::Time(time)),
            ("AT_TIMESTAMP", None, None) => Err(invalid_argument(
                "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. \
                 Current request has no timestamp parameter.",
            )),
            (_, number, _) => Err(invalid_argument(format!(
                "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and \
                 StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no \
                 StartingSequenceNumber. Request specified {kind} and {} StartingSequenceNumber.",
                if number.is_some() { "also a" } else { "no" }
            ))),
        }
    }
}

impl Kinesis {
    /// The stream and its shard; AWS answers both with the shard's absence.
    async fn find_shard(
        &self,
        context: &Context,
        input: &GetShardIteratorInput,
    ) -> Result<(Arc<Stream>, ShardIndex)> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let (name, account) = (target.name(context)?, &context.account);
        let Some(ShardId(shard)) = ShardId::parse(&input.shard_id) else {
            return Err(no_such_shard(&input.shard_id, name, account));
        };
        let found = self.streams.find(context, name).await?;
        let stream = found.filter(|stream| stream.is_ready() && stream.map.get(shard).is_some());
        stream.map(|stream| (stream, shard)).ok_or_else(|| shard_not_found(shard, name, account))
    }

    /// The offset at which reading begins. LATEST is the shard's end at this moment. A sequence
    /// number beyond the end, such as one from before a backup was restored, means the end, so that
    /// no later record is passed over. `operation` is whose it is.
    pub(crate) async fn position(
        &self,
        stream: &Stream,
        shard: ShardIndex,
        start: Start<'_>,
        operation: &str,
    ) -> Result<u64> {
        let log = &self.platform.store.log;
        let end = async || log.bounds(&stream.log, shard).await.map(|bounds| bounds.end);
        let found = match start {
            // Reading begins at the oldest record that has not expired by then.
            Start::TrimHorizon => Ok(0),
            Start::Latest => end().await,
            Start::At(text) => {
                let number = sequence_number(stream, shard, text, operation)?;
                end().await.map(|end| number.offset().min(end))
            }
            Start::After(text) => {
                let number = sequence_number(stream, shard, text, operation)?;
                end().await.map(|end| number.offset_after().min(end))
            }
            Start::Time(time) => log.seek(&stream.log, shard, time.millis()).await,
        };
        found.map_err(|error| match error {
            // The stream's removal was quicker.
            store::Error::NotFound(_) => {
                shard_not_found(shard, &stream.record.name, &stream.record.account)
            }
            error => error.into(),
        })
    }
}

/// Reads a sequence number and checks that it came from this shard.
fn sequence_number(
    stream: &Stream,
    shard: ShardIndex,
    text: &str,
    operation: &str,
) -> Result<SequenceNumber> {
    let (id, record) = (ShardId(shard), &stream.record);
    let invalid = |reason: &str| {
        invalid_argument(format!(
            "StartingSequenceNumber {text} used in {operation} on shard {id} in stream {} \
             under account {} is invalid{reason}.",
            record.name, record.account
        ))
    };
    let Some(number) = SequenceNumber::parse(text) else {
        return Err(invalid(""));
    };
    if number.shard != shard {
        return Err(invalid_argument(format!(
            "Invalid StartingSequenceNumber. It encodes {}, while it was used in a call to a shard \
             with {id}",
            ShardId(number.shard)
        )));
    }
    match stream.map.get(shard) {
        Some(known) if number.came_from(shard, known) => Ok(number),
        _ => Err(invalid(" because it did not come from this stream")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use std::time::Duration;

    fn input(kind: &str) -> GetShardIteratorInput {
        GetShardIteratorInput {
            stream_name: Some("s".to_owned()),
            shard_id: "shardId-000000000000".to_owned(),
            shard_iterator_type: kind.to_owned(),
            ..GetShardIteratorInput::default()
        }
    }

    fn at_number(kind: &str, number: &str) -> GetShardIteratorInput {
        GetShardIteratorInput { starting_sequence_number: Some(number.to_owned()), ..input(kind) }
    }

    async fn data(world: &World, input: GetShardIteratorInput) -> Vec<String> {
        let iterator = world.run::<GetShardIterator>(input).await.unwrap().shard_iterator;
        let page = world.get(&iterator.unwrap()).await.unwrap();
        page.records.iter().map(|r| String::from_utf8(r.data.to_vec()).unwrap()).collect()
    }

    #[tokio::test]
    async fn all_five_types_begin_where_they_say() {
        let world = World::new().await;
        world.create("s", 1).await;
        let first = world.put("s", "k", "1").await.sequence_number;
        world.clock.advance(Duration::from_millis(10));
        let between = world.platform.clock.now();
        world.clock.advance(Duration::from_millis(10));
        world.put("s", "k", "2").await;
        let latest = world.run::<GetShardIterator>(input("LATEST")).await.unwrap();
        world.put("s", "k", "3").await;
        assert_eq!(data(&world, input("TRIM_HORIZON")).await, ["1", "2", "3"]);
        assert_eq!(data(&world, at_number("AT_SEQUENCE_NUMBER", &first)).await, ["1", "2", "3"]);
        assert_eq!(data(&world, at_number("AFTER_SEQUENCE_NUMBER", &first)).await, ["2", "3"]);
        let at_time = GetShardIteratorInput { timestamp: Some(between), ..input("AT_TIMESTAMP") };
        assert_eq!(data(&world, at_time).await, ["2", "3"]);
        let page = world.get(&latest.shard_iterator.unwrap()).await.unwrap();
        assert_eq!(page.records.len(), 1, "LATEST is fixed at the moment of the call");
    }

    #[tokio::test]
    async fn the_shards_own_starting_number_is_before_its_first_record() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.put("s", "k", "1").await;
        let start = world.shards("s").await[0].sequence_number_range.clone();
        let start = start.starting_sequence_number;
        assert_eq!(data(&world, at_number("AT_SEQUENCE_NUMBER", &start)).await, ["1"]);
        assert_eq!(data(&world, at_number("AFTER_SEQUENCE_NUMBER", &start)).await, ["1"]);
    }

    #[tokio::test]
    async fn a_number_beyond_the_end_passes_no_record_over() {
        let world = World::new().await;
        world.create("s", 1).await;
        let first = world.put("s", "k", "1").await.sequence_number;
        let ahead = SequenceNumber { index: 50, ..SequenceNumber::parse(&first).unwrap() };
        let after = at_number("AFTER_SEQUENCE_NUMBER", &ahead.to_string());
        let iterator = world.run::<GetShardIterator>(after).await.unwrap().shard_iterator.unwrap();
        world.put("s", "k", "2").await;
        assert_eq!(world.get(&iterator).await.unwrap().records.len(), 1);
    }

    #[tokio::test]
    async fn numbers_of_other_shards_and_streams_are_refused() {
        let world = World::new().await;
        world.create("s", 2).await;
        let shards = world.shards("s").await;
        let other = &shards[1].sequence_number_range.starting_sequence_number;
        let message = |input| {
            let run = world.run::<GetShardIterator>(input);
            async { run.await.unwrap_err().to_string() }
        };
        assert_eq!(
            message(at_number("AT_SEQUENCE_NUMBER", other)).await,
            "InvalidArgumentException: Invalid StartingSequenceNumber. It encodes \
             shardId-000000000001, while it was used in a call to a shard with shardId-000000000000"
        );
        let older = SequenceNumber::start_of(0, 1_000).to_string();
        assert_eq!(
            message(at_number("AT_SEQUENCE_NUMBER", &older)).await,
            format!(
                "InvalidArgumentException: StartingSequenceNumber {older} used in GetShardIterator \
                 on shard shardId-000000000000 in stream s under account 000000000000 is invalid \
                 because it did not come from this stream."
            )
        );
        let refused = message(at_number("AFTER_SEQUENCE_NUMBER", "7")).await;
        assert!(refused.ends_with("under account 000000000000 is invalid."), "{refused}");
    }

    #[tokio::test]
    async fn members_that_contradict_the_type_are_refused_in_awss_words() {
        let world = World::new().await;
        world.create("s", 1).await;
        let future = Timestamp(world.platform.clock.now().millis() + 2);
        let timed = |kind| GetShardIteratorInput { timestamp: Some(future), ..input(kind) };
        let cases = [
            (input("AT_SEQUENCE_NUMBER"), "AT_SEQUENCE_NUMBER and no StartingSequenceNumber."),
            (at_number("LATEST", "5"), "LATEST and also a StartingSequenceNumber."),
            (at_number("AT_TIMESTAMP", "5"), "AT_TIMESTAMP and also a StartingSequenceNumber."),
            (input("AT_TIMESTAMP"), "Current request has no timestamp parameter."),
            (timed("AT_TIMESTAMP"), "currentTimestampInMillis: 1767323045678"),
            (timed("LATEST"), "not with LATEST."),
        ];
        for (input, end) in cases {
            let error = world.run::<GetShardIterator>(input).await.unwrap_err();
            assert_eq!(error.code(), "InvalidArgumentException");
            assert!(error.message.ends_with(end), "{error}");
        }
    }

    #[tokio::test]
    async fn what_is_not_there_is_named_as_aws_names_it() {
        let world = World::new().await;
        world.create("s", 1).await;
        let shard =
            |shard: &str| GetShardIteratorInput { shard_id: shard.to_owned(), ..input("LATEST") };
        let message = |input| {
            let run = world.run::<GetShardIterator>(input);
            async { run.await.unwrap_err().to_string() }
        };
        assert_eq!(
            message(shard("shardId-5")).await,
            "ResourceNotFoundException: Shard shardId-000000000005 in stream s under account \
             000000000000 does not exist"
        );
        assert_eq!(
            message(shard("ABKLFD8")).await,
            "ResourceNotFoundException: Could not find shard ABKLFD8 in stream s under account \
             000000000000."
        );
        let mut elsewhere = input("LATEST");
        elsewhere.stream_name = Some("t".to_owned());
        assert!(message(elsewhere).await.contains("in stream t under account"));
        world.run::<GetShardIterator>(shard("any-0")).await.unwrap();
    }
}
