use crate::Kinesis;
use crate::errors::{invalid_argument, no_such_shard};
use crate::plan::Step;
use crate::resolve::Target;
use crate::shard_map::ShardId;
use crate::streams::Stream;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{SplitShardInput, ops::SplitShard};

impl Handler<SplitShard> for Kinesis {
    async fn handle(&self, context: &Context, input: SplitShardInput) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find_provisioned(context, target).await?;
        let shard = self.known_shard(&stream, &input.shard_to_split)?;
        self.admit_shards(context, 1).await?;
        let at = hash_key(&stream, shard, &input.new_starting_hash_key)?;
        self.reshape(&stream, Step::Split { shard: shard.0, at }).await?;
        Ok(Unit)
    }
}

/// The hash key, if it leaves both children more than one (SplitShard, `NewStartingHashKey`).
fn hash_key(stream: &Stream, id: ShardId, text: &str) -> Result<u128> {
    let record = &stream.record;
    let missing = || no_such_shard(&id.to_string(), &record.name, &record.account);
    let shard = stream.map.get(id.0).ok_or_else(missing)?;
    let within = |at: &u128| *at > shard.start.saturating_add(1) && *at < shard.end;
    text.parse().ok().filter(within).ok_or_else(|| -> Error {
        invalid_argument(format!(
            "NewStartingHashKey {text} used in SplitShard() on shard {id} in stream {} under \
             account {} is not both greater than one plus the shard's StartingHashKey {} and less \
             than the shard's EndingHashKey {}.",
            record.name, record.account, shard.start, shard.end
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use std::time::Duration;

    fn input(shard: &str, at: &str) -> SplitShardInput {
        SplitShardInput {
            stream_name: Some("s".to_owned()),
            shard_to_split: shard.to_owned(),
            new_starting_hash_key: at.to_owned(),
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn a_shard_becomes_two() {
        let world = World::new().await;
        world.create("s", 1).await;
        let old = world.put("s", "k", "old").await;
        world.run::<SplitShard>(input("shardId-000000000000", "4096")).await.unwrap();
        let shards = world.shards("s").await;
        let ranges: Vec<_> = shards
            .iter()
            .map(|it| {
                let range = &it.hash_key_range;
                (&*range.starting_hash_key, it.parent_shard_id.as_deref())
            })
            .collect();
        let parent = Some("shardId-000000000000");
        assert_eq!(ranges, [("0", None), ("0", parent), ("4096", parent)]);
        let end = shards[0].sequence_number_range.ending_sequence_number.as_ref().unwrap();
        assert!(old.sequence_number < *end);
        let new = world.put("s", "k", "new").await;
        assert_eq!(new.shard_id, "shardId-000000000002");
        assert!(old.sequence_number < new.sequence_number);
    }

    #[tokio::test]
    async fn a_stream_is_updating_until_its_transition_is_over() {
        let transition = Duration::from_secs(5);
        let world = World::with(Config { transition, ..Config::default() }).await;
        world.create("s", 1).await;
        world.run::<SplitShard>(input("0", "4096")).await.unwrap();
        let summary = world.summary("s").await.unwrap();
        assert_eq!((&*summary.stream_status, summary.open_shard_count), ("UPDATING", 2));
        world.put("s", "k", "goes on").await;
        let refused = world.run::<SplitShard>(input("1", "99")).await.unwrap_err();
        assert_eq!(refused.code(), "ResourceInUseException");
        world.clock.advance(transition);
        while world.summary("s").await.unwrap().stream_status != "ACTIVE" {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn what_cannot_be_split_is_refused_in_aws_words() {
        let world = World::with(Config { shard_limit: 4, ..Config::default() }).await;
        world.create("s", 3).await;
        let refused = async |shard: &str, at: &str| {
            let error = world.run::<SplitShard>(input(shard, at)).await.unwrap_err();
            (error.code(), error.message)
        };
        for at in ["0", "1", "113427455640312821154458202477256070484"] {
            let message = format!(
                "NewStartingHashKey {at} used in SplitShard() on shard shardId-000000000000 in \
                 stream s under account 000000000000 is not both greater than one plus the shard's \
                 StartingHashKey 0 and less than the shard's EndingHashKey \
                 113427455640312821154458202477256070484."
            );
            assert_eq!(refused("shard-0", at).await, ("InvalidArgumentException", message));
        }
        let message =
            "Could not find shard shardId-000000000005 in stream s under account 000000000000.";
        assert_eq!(refused("shardId-5", "9").await, ("ResourceNotFoundException", message.into()));
        world.split("s", 0).await;
        world.clock.advance(Config::default().transition);
        while world.summary("s").await.unwrap().stream_status != "ACTIVE" {
            tokio::task::yield_now().await;
        }
        assert_eq!(refused("1", "9").await.0, "LimitExceededException");
        let world = World::new().await;
        world.create("s", 1).await;
        world.split("s", 0).await;
        let error = world.run::<SplitShard>(input("0", "9")).await.unwrap_err();
        let message = "Shard shardId-000000000000 in stream s under account 000000000000 has \
                       already been merged or split, and thus is not eligible for merging or \
                       splitting.";
        assert_eq!((error.code(), &*error.message), ("InvalidArgumentException", message));
    }
}
