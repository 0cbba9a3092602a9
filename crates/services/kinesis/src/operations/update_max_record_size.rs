use crate::Kinesis;
use crate::resolve::{Target, demand_active};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{UpdateMaxRecordSizeInput, ops::UpdateMaxRecordSize};

impl Handler<UpdateMaxRecordSize> for Kinesis {
    /// Decides over records to come; those that are there stay readable. The model keeps the size
    /// between 1 and 10 MiB.
    async fn handle(&self, context: &Context, input: UpdateMaxRecordSizeInput) -> Result<Unit> {
        let target = Target::new(&None, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let kib = input.max_record_size_in_ki_b;
        let change = self.streams.update(&stream, move |record| {
            demand_active(record)?;
            record.max_record_kib = kib;
            Ok(())
        });
        change.await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use shapes::kinesis::{PutRecordInput, ops::PutRecord};

    fn put(bytes: usize) -> PutRecordInput {
        PutRecordInput {
            stream_name: Some("s".to_owned()),
            partition_key: Some("k".to_owned()),
            data: vec![b'x'; bytes].into(),
            ..Default::default()
        }
    }

    fn update(world: &World, kib: i32) -> UpdateMaxRecordSizeInput {
        UpdateMaxRecordSizeInput {
            stream_arn: Some(world.context().arn("kinesis", "stream/s")),
            max_record_size_in_ki_b: kib,
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn records_to_come_obey_and_those_that_are_there_stay() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.run::<PutRecord>(put(2 << 20)).await.unwrap_err();
        world.run::<UpdateMaxRecordSize>(update(&world, 3072)).await.unwrap();
        assert_eq!(world.summary("s").await.unwrap().max_record_size_in_ki_b, Some(3072));
        world.run::<PutRecord>(put(2 << 20)).await.unwrap();
        let world = world.restart().await;
        world.run::<PutRecord>(put(2 << 20)).await.unwrap();
        world.run::<UpdateMaxRecordSize>(update(&world, 1024)).await.unwrap();
        world.run::<PutRecord>(put(2 << 20)).await.unwrap_err();
        assert_eq!(world.get_all("s", 0).await.len(), 2);
    }

    #[tokio::test]
    async fn a_stream_that_is_not_there_is_told() {
        let world = World::new().await;
        let error = world.run::<UpdateMaxRecordSize>(update(&world, 2048)).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
    }
}
