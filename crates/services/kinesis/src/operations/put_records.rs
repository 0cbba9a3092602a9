use crate::Kinesis;
use crate::append::{NewRecord, route};
use crate::errors::{constraint, dry_run, invalid_argument};
use crate::resolve::Target;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    PutRecordsInput, PutRecordsOutput, PutRecordsRequestEntry, PutRecordsResultEntry,
    ops::PutRecords,
};

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
        let routed = (1..).zip(&input.records).map(route_one).collect::<Result<Vec<_>>>()?;
        if input.dry_run == Some(true) {
            return Err(dry_run());
        }
        let puts = self.append(&stream, routed).await?;
        let encryption_type = puts.first().and_then(crate::append::Put::encryption_type);
        let entry = |put: crate::append::Put| PutRecordsResultEntry {
            sequence_number: Some(put.sequence_number),
            shard_id: Some(put.shard_id),
            error_code: None,
            error_message: None,
        };
        Ok(PutRecordsOutput {
            failed_record_count: Some(0),
            records: puts.into_iter().map(entry).collect(),
            encryption_type,
        })
    }
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
}
