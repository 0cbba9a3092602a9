use crate::Kinesis;
use crate::plan::Step;
use crate::resolve::Target;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{MergeShardsInput, ops::MergeShards};

impl Handler<MergeShards> for Kinesis {
    async fn handle(&self, context: &Context, input: MergeShardsInput) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find_provisioned(context, target).await?;
        let shard = self.known_shard(&stream, &input.shard_to_merge)?.0;
        let adjacent = self.known_shard(&stream, &input.adjacent_shard_to_merge)?.0;
        self.reshape(&stream, Step::Merge { shard, adjacent }).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    fn input(shard: &str, adjacent: &str) -> MergeShardsInput {
        MergeShardsInput {
            stream_name: Some("s".to_owned()),
            shard_to_merge: shard.to_owned(),
            adjacent_shard_to_merge: adjacent.to_owned(),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn two_shards_become_one() {
        let world = World::new().await;
        world.create("s", 3).await;
        world.run::<MergeShards>(input("1", "2")).await.unwrap();
        let shards = world.shards("s").await;
        let child = shards.last().unwrap();
        assert_eq!(child.shard_id, "shardId-000000000003");
        assert_eq!(child.parent_shard_id.as_deref(), Some("shardId-000000000001"));
        assert_eq!(child.adjacent_parent_shard_id.as_deref(), Some("shardId-000000000002"));
        assert_eq!(child.hash_key_range.ending_hash_key, u128::MAX.to_string());
        assert_eq!(world.summary("s").await.unwrap().open_shard_count, 2);
    }

    #[tokio::test]
    async fn what_cannot_be_merged_is_refused_in_aws_words() {
        let world = World::new().await;
        world.create("s", 3).await;
        let refused = async |shard: &str, adjacent: &str| {
            let error = world.run::<MergeShards>(input(shard, adjacent)).await.unwrap_err();
            (error.code(), error.message)
        };
        for (shard, adjacent) in [("0", "2"), ("1", "0"), ("1", "1")] {
            let message = format!(
                "Shards shardId-00000000000{shard} and shardId-00000000000{adjacent} in stream s \
                 under account 000000000000 are not an adjacent pair of shards eligible for merging"
            );
            let expected = ("InvalidArgumentException", message);
            assert_eq!(refused(shard, adjacent).await, expected);
        }
        let message =
            "Could not find shard shardId-000000000005 in stream s under account 000000000000.";
        assert_eq!(refused("0", "5").await, ("ResourceNotFoundException", message.into()));
        world.run::<MergeShards>(input("0", "1")).await.unwrap();
        let message = "Shard shardId-000000000000 in stream s under account 000000000000 has \
                       already been merged or split, and thus is not eligible for merging or \
                       splitting.";
        assert_eq!(refused("0", "1").await, ("InvalidArgumentException", message.into()));
    }
}
