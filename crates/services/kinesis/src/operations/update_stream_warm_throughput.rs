use crate::Kinesis;
use crate::resolve::{Target, demand_active};
use crate::shard_map::ShardMap;
use crate::stream_record::StreamRecord;
use crate::views;
use crate::warm::{demand_on_demand, target, warm};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    UpdateStreamWarmThroughputInput, UpdateStreamWarmThroughputOutput, WarmThroughputObject,
    ops::UpdateStreamWarmThroughput,
};

impl Handler<UpdateStreamWarmThroughput> for Kinesis {
    /// A lower value gives back what the stream has too much.
    async fn handle(
        &self,
        context: &Context,
        input: UpdateStreamWarmThroughputInput,
    ) -> Result<UpdateStreamWarmThroughputOutput> {
        let found = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, found).await?;
        demand_on_demand(&stream.record, "WarmThroughputMiBps")?;
        let mibps = self.warm_throughput(context, input.warm_throughput_mi_bps).await?;
        let prepare = move |record: &mut StreamRecord, _: &ShardMap| {
            demand_on_demand(record, "WarmThroughputMiBps")?;
            demand_active(record)?;
            warm(record, mibps);
            Ok(())
        };
        let before = self.transform(&stream, prepare).await?;
        Ok(UpdateStreamWarmThroughputOutput {
            stream_arn: Some(before.arn.to_string()),
            stream_name: Some(before.record.name.clone()),
            warm_throughput: Some(WarmThroughputObject {
                target_mi_bps: Some(target(mibps)),
                current_mi_bps: Some(views::open_shard_count(&before)),
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use std::time::Duration;

    fn input(mibps: i32) -> UpdateStreamWarmThroughputInput {
        UpdateStreamWarmThroughputInput {
            stream_name: Some("s".to_owned()),
            warm_throughput_mi_bps: mibps,
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn a_stream_gets_the_shards_for_it_and_gives_them_back() {
        let config = Config { transition: Duration::ZERO, ..Config::default() };
        let world = World::with(config).await;
        world.commit_itself().await;
        world.create_on_demand("s").await;
        let shown = async || {
            let summary = world.summary("s").await.unwrap();
            let warm = summary.warm_throughput.unwrap();
            (warm.target_mi_bps.unwrap(), warm.current_mi_bps.unwrap(), summary.open_shard_count)
        };
        assert_eq!(shown().await, (4, 4, 4));
        let answer = world.run::<UpdateStreamWarmThroughput>(input(20)).await.unwrap();
        let warm = answer.warm_throughput.unwrap();
        assert_eq!((warm.target_mi_bps, warm.current_mi_bps), (Some(20), Some(4)));
        assert_eq!(answer.stream_name.as_deref(), Some("s"));
        assert_eq!(shown().await, (20, 20, 20));
        world.run::<UpdateStreamWarmThroughput>(input(1)).await.unwrap();
        assert_eq!(shown().await, (1, 4, 4));
        let refused = world.run::<UpdateStreamWarmThroughput>(input(10_241)).await.unwrap_err();
        assert_eq!(refused.code(), "LimitExceededException");
        let refused = world.run::<UpdateStreamWarmThroughput>(input(-1)).await.unwrap_err();
        assert_eq!(refused.code(), "ValidationException");
        world.switch("s", "PROVISIONED").await.unwrap();
        assert_eq!(world.summary("s").await.unwrap().warm_throughput, None);
        let refused = world.run::<UpdateStreamWarmThroughput>(input(5)).await.unwrap_err();
        assert_eq!(refused.code(), "InvalidArgumentException");
    }

    #[tokio::test]
    async fn it_is_for_accounts_that_have_committed_themselves() {
        let world = World::new().await;
        world.create_on_demand("s").await;
        let refused = world.run::<UpdateStreamWarmThroughput>(input(8)).await.unwrap_err();
        assert!(refused.message.contains("MinimumThroughputBillingCommitment"), "{refused}");
        assert_eq!(world.summary("s").await.unwrap().open_shard_count, 4);
    }
}
