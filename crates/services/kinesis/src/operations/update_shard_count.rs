use crate::Kinesis;
use crate::errors::{limit_exceeded, rate_exceeded, validation};
use crate::reshape::demand_provisioned;
use crate::resolve::{Target, demand_active};
use crate::scaling::{MOST_COUNT_CHANGES, count_refusal};
use crate::shard_map::ShardMap;
use crate::stream_record::{Reshape, StreamRecord};
use platform::{Context, Handler, Result};
use shapes::kinesis::{UpdateShardCountInput, UpdateShardCountOutput, ops::UpdateShardCount};

impl Handler<UpdateShardCount> for Kinesis {
    /// Answers when it is written down what is to be done; the stream is `UPDATING` until it is.
    async fn handle(
        &self,
        context: &Context,
        input: UpdateShardCountInput,
    ) -> Result<UpdateShardCountOutput> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find_provisioned(context, target).await?;
        let count = match (u32::try_from(input.target_shard_count), &*input.scaling_type) {
            (Ok(count @ 1..), "UNIFORM_SCALING") => count,
            (_, "UNIFORM_SCALING") => {
                return Err(validation("TargetShardCount must be greater than or equal to 1"));
            }
            (_, other) => return Err(validation(format!("ScalingType {other} is not known."))),
        };
        demand_count(&stream.record, &stream.map, count)?;
        let more = (count as usize).saturating_sub(stream.map.open_count());
        if more > 0 {
            self.admit_shards(context, more).await?;
        }
        let now_ms = context.now().millis();
        let prepare = move |record: &mut StreamRecord, map: &ShardMap| {
            demand_provisioned(record)?;
            demand_count(record, map, count)?;
            if !record.scaling.count_changes.add(now_ms, MOST_COUNT_CHANGES) {
                return Err(rate_exceeded(
                    record,
                    "You cannot update the shard count of your data stream more than ten times \
                     within 24 hours.",
                ));
            }
            record.reshaping.push(Reshape::Uniform { target: count });
            Ok(())
        };
        let before = self.transform(&stream, prepare).await?;
        Ok(UpdateShardCountOutput {
            stream_name: Some(before.record.name.clone()),
            current_shard_count: Some(before.map.open_count().try_into().unwrap_or(i32::MAX)),
            target_shard_count: Some(input.target_shard_count),
            stream_arn: Some(before.arn.to_string()),
        })
    }
}

/// Refuses a count that the shards of a stream cannot be brought to.
fn demand_count(record: &StreamRecord, map: &ShardMap, count: u32) -> Result<()> {
    demand_active(record)?;
    let open = map.open_count().try_into().unwrap_or(u32::MAX);
    count_refusal(open, count).map_or(Ok(()), |refusal| Err(limit_exceeded(refusal)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use std::time::Duration;

    async fn ranges(world: &World) -> Vec<(String, bool)> {
        let shards = world.shards("s").await;
        let range = |shard: shapes::kinesis::Shard| {
            let is_open = shard.sequence_number_range.ending_sequence_number.is_none();
            (shard.hash_key_range.starting_hash_key, is_open)
        };
        shards.into_iter().map(range).collect()
    }

    #[tokio::test]
    async fn shards_become_even_ones_and_records_stay() {
        let world = World::new().await;
        world.create("s", 2).await;
        let before = world.put("s", "a", "before").await;
        let answer = world.rescale("s", 3).await.unwrap();
        assert_eq!((answer.current_shard_count, answer.target_shard_count), (Some(2), Some(3)));
        assert_eq!(answer.stream_name.as_deref(), Some("s"));
        assert_eq!(answer.stream_arn, Some(world.context().arn("kinesis", "stream/s")));
        let third = (u128::MAX / 3).to_string();
        let two_thirds = (u128::MAX / 3 * 2).to_string();
        let half = (1u128 << 127).to_string();
        let expected = [
            ("0", false),
            (&half, false),
            ("0", true),
            (&third, false),
            (&half, false),
            (&two_thirds, true),
            (&third, true),
        ];
        assert_eq!(ranges(&world).await, expected.map(|(start, open)| (start.to_owned(), open)));
        assert_eq!(world.summary("s").await.unwrap().open_shard_count, 3);
        let after = world.put("s", "a", "after").await;
        assert_eq!(after.shard_id, "shardId-000000000002");
        assert!(before.sequence_number < after.sequence_number);
        assert_eq!(world.get_all("s", 0).await.len(), 1);
        // A shard that was there between two steps ends at once, and tells what came of it.
        let page = world.get(&world.iterator("s", 3, "TRIM_HORIZON").await).await.unwrap();
        assert_eq!((page.records.len(), page.next_shard_iterator), (0, None));
        let child = &page.child_shards.unwrap()[0];
        assert_eq!(child.shard_id, "shardId-000000000006");
        assert_eq!(child.parent_shards, ["shardId-000000000003", "shardId-000000000004"]);
    }

    #[tokio::test]
    async fn the_answer_comes_before_the_shards_change() {
        let transition = Duration::from_secs(5);
        let world = World::with(Config { transition, ..Config::default() }).await;
        world.create("s", 100).await;
        let answer = world.rescale("s", 200).await.unwrap();
        assert_eq!(answer.current_shard_count, Some(100));
        let summary = world.summary("s").await.unwrap();
        assert_eq!((&*summary.stream_status, summary.open_shard_count), ("UPDATING", 100));
        let refused = world.rescale("s", 100).await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "ResourceInUseException: Stream s under account 000000000000 not ACTIVE, instead in \
             state UPDATING"
        );
        world.put("s", "k", "goes on").await;
        world.settle("s").await;
        assert_eq!(world.summary("s").await.unwrap().open_shard_count, 200);
        assert_eq!(world.shards("s").await.len(), 300);
    }

    #[tokio::test]
    async fn shards_that_are_still_to_come_count_as_the_accounts() {
        let transition = Duration::from_secs(5);
        let config = Config { transition, shard_limit: 5, ..Config::default() };
        let world = World::with(config).await;
        world.create("s", 2).await;
        world.create("t", 1).await;
        world.rescale("s", 4).await.unwrap();
        let refused = world.rescale("t", 2).await.unwrap_err();
        assert!(refused.message.contains("for the account: 5. Limit: 5."), "{refused}");
        world.settle("s").await;
        assert!(world.rescale("t", 2).await.is_err());
    }

    #[tokio::test]
    async fn ten_changes_a_day_are_enough() {
        let world = World::new().await;
        world.create("s", 1).await;
        for round in 0..10 {
            world.rescale("s", 1 + (round + 1) % 2).await.unwrap();
        }
        let refused = world.rescale("s", 2).await.unwrap_err();
        assert_eq!(refused.code(), "LimitExceededException");
        assert!(refused.message.starts_with("Rate exceeded for stream s under account"));
        let world = world.restart().await;
        assert!(world.rescale("s", 2).await.is_err(), "it is kept");
        world.clock.advance(Duration::from_secs(24 * 3600));
        world.rescale("s", 2).await.unwrap();
    }

    #[tokio::test]
    async fn what_cannot_be_is_refused_and_does_not_count() {
        let config = Config { transition: Duration::ZERO, shard_limit: 5, ..Config::default() };
        let world = World::with(config).await;
        world.create("s", 3).await;
        let refused = async |count| world.rescale("s", count).await.unwrap_err().to_string();
        for _ in 0..11 {
            assert_eq!(
                refused(7).await,
                "LimitExceededException: UpdateShardCount cannot scale up over double your current \
                 open shard count. Current open shard count: 3 Target shard count: 7"
            );
        }
        assert!(refused(1).await.contains("below half"));
        let limit = refused(6).await;
        assert!(limit.contains("Current shard count for the account: 3. Limit: 5."), "{limit}");
        assert!(refused(0).await.starts_with("ValidationException"));
        let input = UpdateShardCountInput {
            stream_name: Some("s".to_owned()),
            target_shard_count: 4,
            scaling_type: "RANDOM".to_owned(),
            ..Default::default()
        };
        let error = world.run::<UpdateShardCount>(input).await.unwrap_err();
        assert_eq!(error.code(), "ValidationException");
        world.rescale("s", 5).await.unwrap();
        world.create_on_demand("d").await;
        let error = world.rescale("d", 5).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ValidationException: Request is invalid. Stream d under account 000000000000 is in \
             On-Demand mode."
        );
        let missing = world.rescale("none", 5).await.unwrap_err();
        assert_eq!(missing.code(), "ResourceNotFoundException");
    }
}
