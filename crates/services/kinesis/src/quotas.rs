//! How often operations may be called, where a server keeps AWS's limits: by the documentation of each
//! operation and, where that is silent, the control plane of the page "Quotas and limits" of the
//! developer guide. The reads and writes of shards are paced shard by shard (`pace`).

use crate::errors::limit_exceeded;
use platform::{Error, Per, Quota, Rate};

/// How many streams of an account may be in `CREATING` or `DELETING` at once in a region.
pub(crate) const MOST_IN_TRANSITION: usize = 5;

/// The operations with a rate, in calls a second, and for whom they are counted. Those that are not
/// here have none that AWS tells.
const RATES: &[(&str, u32, Per)] = &[
    ("AddTagsToStream", 5, Per::Account),
    ("CreateChannel", 5, Per::Account),
    ("CreateStream", 5, Per::Account),
    ("DecreaseStreamRetentionPeriod", 5, Per::Resource),
    ("DeleteChannel", 5, Per::Account),
    ("DeleteResourcePolicy", 5, Per::Account),
    ("DeleteStream", 5, Per::Account),
    ("DeregisterStreamConsumer", 5, Per::Resource),
    ("DescribeAccountSettings", 5, Per::Account),
    ("DescribeChannel", 5, Per::Account),
    ("DescribeLimits", 1, Per::Account),
    ("DescribeStream", 10, Per::Account),
    ("DescribeStreamConsumer", 20, Per::Resource),
    ("DescribeStreamSummary", 20, Per::Account),
    ("DisableEnhancedMonitoring", 5, Per::Resource),
    ("EnableEnhancedMonitoring", 5, Per::Resource),
    ("GetResourcePolicy", 5, Per::Account),
    ("IncreaseStreamRetentionPeriod", 5, Per::Resource),
    ("ListChannels", 5, Per::Account),
    ("ListShards", 1000, Per::Resource),
    ("ListStreamConsumers", 5, Per::Resource),
    ("ListStreams", 5, Per::Account),
    ("ListTagsForStream", 5, Per::Account),
    ("MergeShards", 5, Per::Account),
    ("PutResourcePolicy", 5, Per::Account),
    ("RegisterStreamConsumer", 5, Per::Account),
    ("RemoveTagsFromStream", 5, Per::Account),
    ("SplitShard", 5, Per::Account),
    ("UpdateAccountSettings", 5, Per::Account),
    ("UpdateChannel", 5, Per::Account),
    ("UpdateShardCount", 10, Per::Account),
    ("UpdateStreamWarmThroughput", 5, Per::Account),
];

/// An operation's rate.
pub(crate) fn of(operation: &str) -> Option<Quota> {
    let (_, calls, per) = RATES.iter().find(|(name, ..)| *name == operation)?;
    Some(Quota { rate: Rate::per_second(*calls), per: *per, only: None })
}

/// One stream more would be in transition than may be.
pub(crate) fn too_many_in_transition() -> Error {
    limit_exceeded(format!(
        "This request would have exceed the limit on the number of streams that can \
         simultaneously be in CREATING or DELETING. Limit: {MOST_IN_TRANSITION}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use platform::Limits;
    use shapes::kinesis::ops::*;
    use shapes::kinesis::*;
    use std::time::Duration;

    async fn limited(transition: Duration) -> World {
        let config = Config { transition, limits: Limits::Aws, ..Config::default() };
        let world = World::with(config).await;
        world.platform.serve(platform::served(&world.kinesis));
        world
    }

    fn named(name: &str) -> CreateStreamInput {
        let stream_name = name.to_owned();
        CreateStreamInput { stream_name, shard_count: Some(1), ..Default::default() }
    }

    #[test]
    fn each_name_is_an_operations_own() {
        for (name, ..) in RATES {
            let is_there = shapes::kinesis::SERVICE.routes.iter().any(|route| route.name == *name);
            assert!(is_there, "{name}");
        }
        assert!(RATES.is_sorted_by_key(|(name, ..)| *name));
    }

    #[tokio::test]
    async fn the_control_plane_has_rates() {
        let world = limited(Duration::ZERO).await;
        let cx = world.context();
        cx.call::<DescribeLimits>(DescribeLimitsInput {}).await.unwrap();
        let error = cx.call::<DescribeLimits>(DescribeLimitsInput {}).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "LimitExceededException: Rate exceeded for account 000000000000."
        );
        for number in 0..5 {
            cx.call::<CreateStream>(named(&format!("s{number}"))).await.unwrap();
        }
        let error = cx.call::<CreateStream>(named("s5")).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "LimitExceededException: Rate exceeded for stream s5 under account 000000000000."
        );
        world.clock.advance(Duration::from_millis(200));
        cx.call::<CreateStream>(named("s5")).await.unwrap();
    }

    #[tokio::test]
    async fn a_server_without_limits_counts_nothing() {
        let world = World::new().await;
        world.platform.serve(platform::served(&world.kinesis));
        for _ in 0..50 {
            world.context().call::<DescribeLimits>(DescribeLimitsInput {}).await.unwrap();
        }
    }

    #[tokio::test]
    async fn five_streams_are_in_transition_at_once() {
        let transition = Duration::from_secs(2);
        let world = limited(transition).await;
        world.create("old", 1).await;
        let mut wakeup = world.watch("s4");
        for number in 0..5 {
            world.run::<CreateStream>(named(&format!("s{number}"))).await.unwrap();
        }
        let delete = || DeleteStreamInput { stream_name: Some("old".into()), ..Default::default() };
        let refused = [
            world.run::<CreateStream>(named("s5")).await.unwrap_err(),
            world.run::<DeleteStream>(delete()).await.unwrap_err(),
        ];
        for error in refused {
            assert_eq!(error.code(), "LimitExceededException");
            assert!(error.message.ends_with("be in CREATING or DELETING. Limit: 5"), "{error}");
        }
        world.clock.advance(transition);
        while world.summary("s4").await.unwrap().stream_status != "ACTIVE" {
            platform::testing::soon(wakeup.woken()).await;
        }
        world.run::<DeleteStream>(delete()).await.unwrap();
    }
}
