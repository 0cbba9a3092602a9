use crate::Kinesis;
use crate::queue::QueueStatus;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{DeleteQueueInput, ops::DeleteQueue};

impl Handler<DeleteQueue> for Kinesis {
    async fn handle(&self, context: &Context, input: DeleteQueueInput) -> Result<Unit> {
        let found = self.queues.record(context, &input.queue_arn).await?;
        let change = self.queues.update(found, |queue| {
            queue.status = QueueStatus::Deleting;
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;
    use crate::testing::World;
    use platform::testing::{soon, until};
    use shapes::kinesis::{DeleteStreamInput, ops::DeleteStream};
    use std::time::Duration;
    use store::Scan;

    #[tokio::test]
    async fn a_stream_stays_as_long_as_it_has_queues() {
        let world = World::new().await;
        world.create_on_demand("s").await;
        let arn = world.queue("q", "LATEST").await;
        let delete =
            || DeleteStreamInput { stream_name: Some("s".to_owned()), ..Default::default() };
        let refused = world.run::<DeleteStream>(delete()).await.unwrap_err();
        assert_eq!(refused.code(), "ResourceInUseException");
        world.delete_queue(&arn).await.unwrap();
        assert_eq!(
            world.describe_queue(&arn).await.unwrap_err().code(),
            "ResourceNotFoundException"
        );
        assert_eq!(world.summary("s").await.unwrap().queue_count, Some(0));
        world.queue("q", "LATEST").await;
        assert!(world.run::<DeleteStream>(delete()).await.is_err(), "its name was free at once");
    }

    #[tokio::test]
    async fn a_queue_that_is_deleted_gives_nothing_and_leaves_nothing() {
        let config = Config { transition: Duration::from_secs(2), ..Config::default() };
        let world = World::with(config).await;
        world.platform.deadlines.start();
        world.create_on_demand("s").await;
        world.clock.advance(Duration::from_secs(2));
        until(async || world.summary("s").await.unwrap().stream_status == "ACTIVE").await;
        let arn = world.queue("q", "LATEST").await;
        world.clock.advance(Duration::from_secs(2));
        until(async || world.describe_queue(&arn).await.unwrap().queue_status == "ACTIVE").await;
        world.put("s", "k", "a").await;
        let records = world.receive(&arn, 1).await;
        let (waiting, deleted) =
            soon(async { tokio::join!(world.try_receive(&arn, 1), world.delete_queue(&arn)) })
                .await;
        deleted.unwrap();
        assert_eq!(waiting.unwrap_err().code(), "ResourceNotFoundException");
        assert_eq!(world.describe_queue(&arn).await.unwrap().queue_status, "DELETING");
        let handles = world.acknowledge(&arn, &records).await.unwrap_err();
        assert_eq!(handles.code(), "ResourceNotFoundException");
        world.delete_queue(&arn).await.unwrap();
        world.clock.advance(Duration::from_secs(2));
        until(async || world.describe_queue(&arn).await.is_err()).await;
        let tables = &world.platform.store.tables;
        let left =
            async |table| tables.scan(store::Table(table), Scan::prefix(b"")).await.unwrap().len();
        for table in ["kinesis-queues", "kinesis-queue-names", "kinesis-queue-records"] {
            assert_eq!(left(table).await, 0, "{table}");
        }
        until(async || left("kinesis-queues-gone").await == 0).await;
        assert_eq!((left("kinesis-queue-positions").await, left("deadlines").await), (0, 0));
    }
}
