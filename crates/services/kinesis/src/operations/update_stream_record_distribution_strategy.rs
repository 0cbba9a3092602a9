use crate::Kinesis;
use crate::errors::validation;
use crate::resolve::{Target, demand_active};
use crate::scaling::Distribution;
use crate::warm::demand_on_demand;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{
    UpdateStreamRecordDistributionStrategyInput, ops::UpdateStreamRecordDistributionStrategy,
};

impl Handler<UpdateStreamRecordDistributionStrategy> for Kinesis {
    /// Decides over records to come, at once; the stream stays `ACTIVE`.
    async fn handle(
        &self,
        context: &Context,
        input: UpdateStreamRecordDistributionStrategyInput,
    ) -> Result<Unit> {
        let arn = Some(input.stream_arn);
        let stream = self.find(context, Target::new(&None, &arn, &input.stream_id)).await?;
        let name = input.record_distribution_strategy;
        let distribution = Distribution::parse(&name).ok_or_else(|| {
            validation(format!("RecordDistributionStrategy {name} is not known."))
        })?;
        let change = self.streams.update(&stream, move |record| {
            demand_on_demand(record, "RecordDistributionStrategy")?;
            demand_active(record)?;
            record.scaling.distribution = distribution;
            Ok(())
        });
        change.await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, put_input};
    use shapes::kinesis::{PutRecordInput, PutRecordsInput, PutRecordsRequestEntry, ops};
    use std::collections::BTreeMap;

    async fn choose(world: &World, strategy: &str) -> Result<()> {
        let input = UpdateStreamRecordDistributionStrategyInput {
            stream_arn: world.context().arn("kinesis", "stream/s"),
            record_distribution_strategy: strategy.to_owned(),
            ..Default::default()
        };
        world.run::<UpdateStreamRecordDistributionStrategy>(input).await.map(drop)
    }

    async fn shown(world: &World) -> Option<String> {
        world.summary("s").await.unwrap().record_distribution_strategy
    }

    fn keyless(data: &str) -> PutRecordInput {
        PutRecordInput { partition_key: None, ..put_input("s", "", data) }
    }

    #[tokio::test]
    async fn auto_spreads_records_evenly_whatever_their_keys_say() {
        let world = World::new().await;
        world.create_on_demand("s").await;
        choose(&world, "AUTO").await.unwrap();
        assert_eq!(shown(&world).await.as_deref(), Some("AUTO"));
        let mut counts = BTreeMap::<String, usize>::new();
        for number in 0..8 {
            let explicit = (number % 2 == 0).then(|| "0".to_owned());
            let input =
                PutRecordInput { explicit_hash_key: explicit, ..put_input("s", "same", "x") };
            let put = world.run::<ops::PutRecord>(input).await.unwrap();
            *counts.entry(put.shard_id).or_default() += 1;
        }
        let entry = PutRecordsRequestEntry {
            data: "x".into(),
            explicit_hash_key: None,
            partition_key: None,
        };
        let input = PutRecordsInput {
            stream_name: Some("s".to_owned()),
            records: vec![entry; 40],
            ..Default::default()
        };
        for record in world.run::<ops::PutRecords>(input).await.unwrap().records {
            *counts.entry(record.shard_id.unwrap()).or_default() += 1;
        }
        assert_eq!(counts.values().copied().collect::<Vec<_>>(), [12; 4]);
    }

    #[tokio::test]
    async fn a_record_has_the_key_that_it_was_put_with() {
        let world = World::new().await;
        world.create_on_demand("s").await;
        choose(&world, "AUTO").await.unwrap();
        for _ in 0..4 {
            world.run::<ops::PutRecord>(keyless("none")).await.unwrap();
            world.put("s", "key", "some").await;
        }
        let mut keys = Vec::new();
        for shard in 0..4 {
            keys.extend(world.get_all("s", shard).await.into_iter().map(|it| it.partition_key));
        }
        assert_eq!(keys.iter().filter(|key| key.is_none()).count(), 4);
        assert_eq!(keys.iter().filter(|key| key.as_deref() == Some("key")).count(), 4);
        let ordered = PutRecordInput {
            sequence_number_for_ordering: Some("5".to_owned()),
            ..put_input("s", "key", "x")
        };
        let refused = world.run::<ops::PutRecord>(ordered).await.unwrap_err();
        assert_eq!(refused.code(), "InvalidArgumentException");
        assert!(refused.message.starts_with("SequenceNumberForOrdering"), "{refused}");
        choose(&world, "USER_PARTITION_KEY").await.unwrap();
        let refused = world.run::<ops::PutRecord>(keyless("x")).await.unwrap_err();
        assert!(refused.message.contains("Value null at 'partitionKey'"), "{refused}");
        let put = world.put("s", "key", "x").await.shard_id;
        assert_eq!(world.put("s", "key", "x").await.shard_id, put);
    }

    #[tokio::test]
    async fn it_is_for_on_demand_streams() {
        let world = World::new().await;
        world.create("s", 1).await;
        for strategy in ["AUTO", "USER_PARTITION_KEY"] {
            let refused = choose(&world, strategy).await.unwrap_err();
            assert_eq!(refused.code(), "InvalidArgumentException");
        }
        assert_eq!(shown(&world).await, None);
        world.switch("s", "ON_DEMAND").await.unwrap();
        assert_eq!(choose(&world, "EVEN").await.unwrap_err().code(), "ValidationException");
        choose(&world, "AUTO").await.unwrap();
        world.switch("s", "PROVISIONED").await.unwrap();
        world.run::<ops::PutRecord>(keyless("x")).await.unwrap_err();
    }
}
