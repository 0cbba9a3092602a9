use crate::Kinesis;
use crate::append::{NewRecord, route};
use crate::errors::{dry_run, invalid_argument};
use crate::resolve::Target;
use crate::scaling::Distribution;
use crate::sequence::SequenceNumber;
use crate::stream_record::StreamRecord;
use crate::streams::Stream;
use platform::{Context, Error, Handler, Result};
use shapes::kinesis::{PutRecordInput, PutRecordOutput, ops::PutRecord};

impl Handler<PutRecord> for Kinesis {
    async fn handle(&self, context: &Context, input: PutRecordInput) -> Result<PutRecordOutput> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find_ready(context, target).await?;
        let record = NewRecord {
            data: &input.data,
            partition_key: input.partition_key.as_deref(),
            explicit_hash_key: input.explicit_hash_key.as_deref(),
        };
        let routed = route(&stream, "", &record)?;
        if let Some(earlier) = &input.sequence_number_for_ordering {
            demand_order(&stream.record)?;
            self.check_ordering(context, &stream, earlier).await?;
        }
        if input.dry_run == Some(true) {
            return Err(dry_run());
        }
        stream.check_put(context).await?;
        let (begun, size) = (context.now(), routed.size);
        let put = match self.pace_put(context, &stream, &routed) {
            Ok(()) => self.append(&stream, vec![routed]).await,
            Err(refused) => Err(refused),
        };
        self.streams.count_put(&stream.record, begun, size, &put);
        let put = put?.pop();
        let put = put.ok_or_else(|| Error::internal("an append of one record gave no place"))?;
        Ok(PutRecordOutput {
            encryption_type: put.encryption_type(),
            shard_id: put.shard_id,
            sequence_number: put.sequence_number,
        })
    }
}

/// Refuses `SequenceNumberForOrdering` where records have no order ("Producer API behavior with
/// service-managed distribution").
fn demand_order(record: &StreamRecord) -> Result<()> {
    match record.scaling.distribution {
        Distribution::UserPartitionKey => Ok(()),
        Distribution::Auto => Err(invalid_argument(format!(
            "SequenceNumberForOrdering must not be provided for stream {} under account {}, whose \
             RecordDistributionStrategy is AUTO.",
            record.name, record.account
        ))),
    }
}

impl Kinesis {
    /// `SequenceNumberForOrdering` asks for a number above an earlier one. Numbers of a shard always
    /// rise, so that it remains to refuse what no earlier put can have answered.
    async fn check_ordering(
        &self,
        context: &Context,
        stream: &Stream,
        earlier: &str,
    ) -> Result<()> {
        let plausible = match SequenceNumber::parse(earlier) {
            Some(number) => {
                let bounds = self.platform.store.log.bounds(&stream.log, number.shard).await;
                let newest_ms = bounds.ok().and_then(|bounds| bounds.newest_ms).unwrap_or(0);
                let newest_s = context.now().millis().max(newest_ms) / 1000;
                i64::try_from(number.time_s).is_ok_and(|time_s| time_s <= newest_s)
            }
            None => false,
        };
        if plausible {
            return Ok(());
        }
        Err(invalid_argument(format!(
            "ExclusiveMinimumSequenceNumber {earlier} used in PutRecord on stream {} under \
             account {} is invalid.",
            stream.record.name, stream.record.account
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, put_input};
    use bytes::Bytes;
    use platform::Topic;

    #[tokio::test]
    async fn a_record_goes_to_the_shard_of_its_key() {
        let world = World::new().await;
        world.create("s", 3).await;
        // MD5 of "a" begins with 0c, in the first third; of "b" with 92, in the second.
        let a = world.put("s", "a", "x").await;
        let b = world.put("s", "b", "x").await;
        assert_eq!(a.shard_id, "shardId-000000000000");
        assert_eq!(b.shard_id, "shardId-000000000001");
        let explicit = |key: &str| PutRecordInput {
            explicit_hash_key: Some(key.to_owned()),
            ..put_input("s", "a", "x")
        };
        let last = "340282366920938463463374607431768211455";
        let put = world.run::<PutRecord>(explicit(last)).await.unwrap();
        assert_eq!(put.shard_id, "shardId-000000000002");
        let over = "340282366920938463463374607431768211456";
        let error = world.run::<PutRecord>(explicit(over)).await.unwrap_err();
        assert_eq!(
            error.message,
            format!(
                "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. \
                 Specified value was {over}"
            )
        );
    }

    #[tokio::test]
    async fn sequence_numbers_rise_and_wake_the_waiting() {
        let world = World::new().await;
        world.create("s", 1).await;
        let topic = Topic::Shard(world.context().arn("kinesis", "stream/s").into(), 0);
        let mut wakeup = world.platform.wakeups.subscribe(topic);
        let first = world.put("s", "a", "1").await.sequence_number;
        platform::testing::soon(wakeup.woken()).await;
        world.clock.advance(std::time::Duration::from_secs(3));
        let second = world.put("s", "a", "2").await.sequence_number;
        assert!(first.len() == 56 && first < second);
        assert!(world.summary("s").await.unwrap().open_shard_count == 1);
    }

    #[tokio::test]
    async fn what_cannot_be_put_is_refused_and_not_kept() {
        let world = World::new().await;
        world.create("s", 1).await;
        let mut large = put_input("s", "key", "");
        large.data = Bytes::from(vec![0; (1 << 20) - 2]);
        let error = world.run::<PutRecord>(large.clone()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ValidationException: 1 validation error detected: Value at 'data' failed to satisfy \
             constraint: Member must have length less than or equal to 1048576."
        );
        let mut keyless = put_input("s", "", "");
        keyless.partition_key = None;
        let error = world.run::<PutRecord>(keyless).await.unwrap_err();
        assert!(error.message.contains("Value null at 'partitionKey'"), "{error}");
        let mut rehearsal = put_input("s", "a", "x");
        rehearsal.dry_run = Some(true);
        let error = world.run::<PutRecord>(rehearsal).await.unwrap_err();
        assert_eq!(error.code(), "DryRunOperationException");
        assert!(world.get_all("s", 0).await.is_empty());
        large.data.truncate((1 << 20) - 3);
        world.run::<PutRecord>(large).await.unwrap();
    }

    #[tokio::test]
    async fn a_stream_of_large_records_takes_ten_mebibytes() {
        let world = World::new().await;
        let create = shapes::kinesis::CreateStreamInput {
            stream_name: "s".to_owned(),
            shard_count: Some(1),
            max_record_size_in_ki_b: Some(10_240),
            ..Default::default()
        };
        world.run::<shapes::kinesis::ops::CreateStream>(create).await.unwrap();
        let mut large = put_input("s", "key", "");
        large.data = Bytes::from(vec![7; (10 << 20) - 3]);
        world.run::<PutRecord>(large.clone()).await.unwrap();
        assert_eq!(world.get_all("s", 0).await[0].data, large.data);
        large.partition_key = Some("keys".to_owned());
        let error = world.run::<PutRecord>(large).await.unwrap_err();
        assert!(error.message.ends_with("less than or equal to 10485760."), "{error}");
    }

    #[tokio::test]
    async fn an_ordering_number_must_be_one_that_was_given() {
        let world = World::new().await;
        world.create("s", 1).await;
        let ordered = |number: &str| PutRecordInput {
            sequence_number_for_ordering: Some(number.to_owned()),
            ..put_input("s", "a", "x")
        };
        let first = world.put("s", "a", "x").await.sequence_number;
        let second = world.run::<PutRecord>(ordered(&first)).await.unwrap().sequence_number;
        assert!(first < second);
        let future = SequenceNumber { time_s: 1 << 34, ..SequenceNumber::parse(&first).unwrap() };
        for number in ["5", &future.to_string()] {
            let error = world.run::<PutRecord>(ordered(number)).await.unwrap_err();
            assert_eq!(
                error.message,
                format!(
                    "ExclusiveMinimumSequenceNumber {number} used in PutRecord on stream s under \
                     account 000000000000 is invalid."
                )
            );
        }
    }
}
