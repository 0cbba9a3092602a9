use crate::Kinesis;
use crate::errors::no_such_shard;
use crate::resolve::Target;
use crate::shard_map::{Filter, ShardId};
use crate::stream_record::Status;
use crate::views;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    DescribeStreamInput, DescribeStreamOutput, StreamDescription, ops::DescribeStream,
};

/// The most shards of one answer, whatever the limit asks for.
const PAGE: usize = 100;

impl Handler<DescribeStream> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: DescribeStreamInput,
    ) -> Result<DescribeStreamOutput> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let record = &stream.record;
        let after = match &input.exclusive_start_shard_id {
            None => None,
            Some(text) => match ShardId::parse(text) {
                Some(id) => Some(id.0),
                None => return Err(no_such_shard(text, &record.name, &record.account)),
            },
        };
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(PAGE);
        let filter = Filter::From(record.horizon_ms(context.now().millis()));
        let mut shards: Vec<_> = match record.status {
            Status::Creating => Vec::new(),
            _ => stream.map.listed(filter, after).take(limit.clamp(1, PAGE) + 1).collect(),
        };
        let has_more_shards = shards.len() > limit.clamp(1, PAGE);
        shards.truncate(limit.clamp(1, PAGE));
        let description = StreamDescription {
            stream_name: record.name.clone(),
            stream_arn: stream.arn.to_string(),
            stream_status: record.status.as_str().to_owned(),
            stream_mode_details: Some(views::mode(record)),
            shards: shards.into_iter().map(views::shard).collect(),
            has_more_shards,
            retention_period_hours: record.retention_hours,
            stream_creation_timestamp: views::created(record),
            enhanced_monitoring: views::enhanced_monitoring(record),
            encryption_type: views::encryption_type(record),
            key_id: record.settings.encryption.key_id.clone(),
        };
        Ok(DescribeStreamOutput { stream_description: description })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn shards_come_in_pages() {
        let world = World::new().await;
        world.create("s", 5).await;
        let mut seen = Vec::new();
        let mut input = DescribeStreamInput {
            stream_name: Some("s".to_owned()),
            limit: Some(2),
            ..Default::default()
        };
        loop {
            let answer = world.run::<DescribeStream>(input.clone()).await.unwrap();
            let description = answer.stream_description;
            seen.extend(description.shards.into_iter().map(|shard| shard.shard_id));
            input.exclusive_start_shard_id = seen.last().cloned();
            if !description.has_more_shards {
                break;
            }
        }
        let expected: Vec<_> = (0..5).map(|index| ShardId(index).to_string()).collect();
        assert_eq!(seen, expected);
    }

    #[tokio::test]
    async fn a_description_is_as_aws_gives_it() {
        let world = World::new().await;
        world.create("s", 1).await;
        let input = DescribeStreamInput {
            stream_arn: Some(world.context().arn("kinesis", "stream/s")),
            ..Default::default()
        };
        let description = world.run::<DescribeStream>(input).await.unwrap().stream_description;
        assert_eq!(description.stream_arn, "arn:aws:kinesis:us-east-1:000000000000:stream/s");
        assert_eq!(description.stream_status, "ACTIVE");
        assert_eq!(description.retention_period_hours, 24);
        assert_eq!(description.stream_creation_timestamp.millis() % 1000, 0);
        assert_eq!(description.encryption_type.as_deref(), Some("NONE"));
        let shard = &description.shards[0];
        assert_eq!(
            (&*shard.hash_key_range.starting_hash_key, &*shard.hash_key_range.ending_hash_key),
            ("0", "340282366920938463463374607431768211455")
        );
        assert_eq!(shard.sequence_number_range.starting_sequence_number.len(), 56);
        assert_eq!(shard.sequence_number_range.ending_sequence_number, None);
    }
}
