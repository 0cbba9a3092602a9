use crate::Kinesis;
use platform::{Context, Handler, Result};
use shapes::kinesis::{DescribeLimitsInput, DescribeLimitsOutput, ops::DescribeLimits};

impl Handler<DescribeLimits> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        _input: DescribeLimitsInput,
    ) -> Result<DescribeLimitsOutput> {
        let usage = self.streams.usage(&context.account, &context.region).await?;
        let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Ok(DescribeLimitsOutput {
            shard_limit: number(self.config.shard_limit as usize),
            open_shard_count: number(usage.open_shards),
            on_demand_stream_count: number(usage.on_demand_streams),
            on_demand_stream_count_limit: number(self.config.on_demand_stream_limit as usize),
            channel_count: Some(number(usage.channels)),
            // "The number of deliveries in an account is bounded by the On-Demand streams […] quota,
            // because each stream can have a maximum of two deliveries."
            channel_count_limit: Some(number(2 * self.config.on_demand_stream_limit as usize)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn counts_only_the_callers_own() {
        let world = World::new().await;
        world.create("a", 2).await;
        world.create("b", 3).await;
        let limits = world.run::<DescribeLimits>(DescribeLimitsInput {}).await.unwrap();
        assert_eq!((limits.shard_limit, limits.open_shard_count), (20_000, 5));
        assert_eq!((limits.on_demand_stream_count, limits.on_demand_stream_count_limit), (0, 50));
        let mut other = world.context();
        other.account = "111111111111".into();
        let limits =
            other.run::<DescribeLimits, _>(&*world.kinesis, DescribeLimitsInput {}).await.unwrap();
        assert_eq!(limits.open_shard_count, 0);
    }
}
