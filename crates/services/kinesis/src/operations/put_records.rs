use crate::Kinesis;
use crate::append::{NewRecord, Put, Routed, route};
use crate::counts::Batch;
use crate::errors::{constraint, dry_run, invalid_argument};
use crate::resolve::Target;
use crate::streams::Stream;
use platform::{Context, Error, Handler, Result};
use shapes::kinesis::{
    PutRecordsInput, PutRecordsOutput, PutRecordsRequestEntry, PutRecordsResultEntry,
    ops::PutRecords,
};
use std::collections::BTreeMap;

/// The most records of one request (PutRecords).
const MAX_RECORDS: usize = 500;
/// The most bytes of one request, partition keys included: 10 MiB.
const MAX_BYTES: usize = 10 << 20;

impl Handler<PutRecords> for Kinesis {
    async fn handle(&self, context: &Context, input: PutRecordsInput) -> Result<PutRecordsOutput> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find_ready(context, target).await?;
        check_size(&input.records)?;
        let route_one = |(number, entry): (usize, &PutRecordsRequestEntry)| {
            let record = NewRecord {
                data: &entry.data,
                partition_key: entry.partition_key.as_deref(),
                explicit_hash_key: entry.explicit_hash_key.as_deref(),
            };
            route(&stream, &format!("records.{number}.member."), &record)
        };
        let mut routed = (1..).zip(&input.records).map(route_one).collect::<Result<Vec<_>>>()?;
        if input.dry_run == Some(true) {
            return Err(dry_run());
        }
        stream.check_put(context).await?;
        let begun = context.now();
        let refused = self.take_out_refused(context, &stream, &mut routed);
        let (throttled, bytes) = (refused.len(), routed.iter().map(|it| it.size).sum());
        let puts = match routed.is_empty() {
            true => Ok(Vec::new()),
            false => self.append(&stream, routed).await,
        };
        let batch = Batch { records: input.records.len(), throttled, bytes };
        self.streams.count_puts(&stream.record, begun, batch, &puts);
        let puts = puts?;
        Ok(PutRecordsOutput {
            encryption_type: puts.first().and_then(Put::encryption_type),
            failed_record_count: Some(i32::try_from(refused.len()).unwrap_or(i32::MAX)),
            records: results(input.records.len(), puts, &refused),
        })
    }
}

/// The records of a request that are not taken, by their place in it, and why.
type Refused = BTreeMap<usize, Error>;

impl Kinesis {
    /// Takes out what shards have no room for: of one request some records may be taken, others not.
    fn take_out_refused(
        &self,
        context: &Context,
        stream: &Stream,
        routed: &mut Vec<Routed>,
    ) -> Refused {
        let mut refused = Refused::new();
        let mut at = 0;
        routed.retain(|record| {
            let outcome = self.pace_put(context, stream, record);
            let is_taken = outcome.is_ok();
            refused.extend(outcome.err().map(|error| (at, error)));
            at += 1;
            is_taken
        });
        refused
    }
}

/// What became of each record, in the order of the request.
fn results(count: usize, puts: Vec<Put>, refused: &Refused) -> Vec<PutRecordsResultEntry> {
    let mut puts = puts.into_iter();
    let result = |at| match refused.get(&at) {
        Some(error) => Some(PutRecordsResultEntry {
            error_code: Some(error.code().to_owned()),
            error_message: Some(error.message.clone()),
            ..Default::default()
        }),
        None => puts.next().map(|put| PutRecordsResultEntry {
            sequence_number: Some(put.sequence_number),
            shard_id: Some(put.shard_id),
            ..Default::default()
        }),
    };
    (0..count).filter_map(result).collect()
}

fn check_size(records: &[PutRecordsRequestEntry]) -> Result<()> {
    let range = match records.len() {
        0 => Some("greater than or equal to 1"),
        1..=MAX_RECORDS => None,
        _ => Some("less than or equal to 500"),
    };
    if let Some(range) = range {
        let rule = format!("Member must have length {range}");
        return Err(constraint("", "records", rule));
    }
    let key = |entry: &PutRecordsRequestEntry| entry.partition_key.as_ref().map_or(0, String::len);
    let bytes: usize = records.iter().map(|entry| entry.data.len() + key(entry)).sum();
    if bytes > MAX_BYTES {
        return Err(invalid_argument("Records size exceeds 10 MB limit"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use bytes::Bytes;

    fn input(records: Vec<(&str, Bytes)>) -> PutRecordsInput {
        let entry = |(key, data): (&str, Bytes)| PutRecordsRequestEntry {
            data,
            explicit_hash_key: None,
            partition_key: Some(key.to_owned()),
        };
        PutRecordsInput {
            records: records.into_iter().map(entry).collect(),
            stream_name: Some("s".to_owned()),
            ..PutRecordsInput::default()
        }
    }

    #[tokio::test]
    async fn answers_come_in_the_order_of_the_records() {
        let world = World::new().await;
        world.create("s", 3).await;
        let keys = ["a", "b", "a", "c", "b"];
        let records = keys.iter().map(|key| (*key, Bytes::from(key.to_string()))).collect();
        let answer = world.run::<PutRecords>(input(records)).await.unwrap();
        assert_eq!(answer.failed_record_count, Some(0));
        for (key, result) in keys.iter().zip(&answer.records) {
            let single = world.put("s", key, "x").await;
            assert_eq!(result.shard_id.as_ref(), Some(&single.shard_id));
            assert!(*result.sequence_number.as_ref().unwrap() < single.sequence_number);
        }
        let [first, third] = [&answer.records[0], &answer.records[2]];
        assert!(first.sequence_number < third.sequence_number);
        let data: Vec<_> = world.get_all("s", 0).await.into_iter().map(|r| r.data).collect();
        assert_eq!(data[..2], [Bytes::from("a"), Bytes::from("a")]);
    }

    #[tokio::test]
    async fn a_request_that_breaks_a_limit_puts_nothing() {
        let world = World::new().await;
        world.create("s", 1).await;
        let large = Bytes::from(vec![0; 1 << 20]);
        let error = |records| world.run::<PutRecords>(input(records));
        let too_large = error(vec![("a", Bytes::new()), ("a", large.clone())]).await.unwrap_err();
        assert!(too_large.message.contains("'records.2.member.data'"), "{too_large}");
        let sum = error(vec![("a", large.slice(1..)); 11]).await.unwrap_err();
        assert_eq!(sum.to_string(), "InvalidArgumentException: Records size exceeds 10 MB limit");
        assert!(error(vec![]).await.is_err());
        assert!(error(vec![("a", Bytes::new()); 501]).await.is_err());
        assert!(world.get_all("s", 0).await.is_empty());
        world.run::<PutRecords>(input(vec![("a", Bytes::new()); 500])).await.unwrap();
        assert_eq!(world.get_all("s", 0).await.len(), 500);
    }

    #[tokio::test]
    async fn records_may_be_made_to_fail_one_by_one() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.platform.serve(platform::served(&world.kinesis));
        world.fault(platform::FaultKind::Throttle, 0.5);
        let texts: Vec<_> = (0..200).map(|number| Bytes::from(number.to_string())).collect();
        let records = texts.iter().map(|text| ("a", text.clone())).collect();
        let answer = world.context().call::<PutRecords>(input(records)).await.unwrap();
        let is_failed = |it: &PutRecordsResultEntry| {
            it.error_code.as_deref() == Some("ProvisionedThroughputExceededException")
        };
        let failed = answer.records.iter().filter(|it| is_failed(it)).count();
        assert!((50..150).contains(&failed), "{failed}");
        assert_eq!(answer.failed_record_count, Some(failed as i32));
        // What is there is what was not refused, in order.
        let stored: Vec<_> = world.get_all("s", 0).await.into_iter().map(|it| it.data).collect();
        let taken = texts.iter().zip(&answer.records).filter(|(_, it)| !is_failed(it));
        assert!(stored.iter().eq(taken.map(|(text, _)| text)));
    }
}
