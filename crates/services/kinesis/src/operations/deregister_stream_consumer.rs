use crate::Kinesis;
use crate::consumers::ConsumerTarget;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{DeregisterStreamConsumerInput, ops::DeregisterStreamConsumer};

impl Handler<DeregisterStreamConsumer> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: DeregisterStreamConsumerInput,
    ) -> Result<Unit> {
        let target = ConsumerTarget {
            arn: input.consumer_arn.as_deref(),
            stream_arn: input.stream_arn.as_deref(),
            name: input.consumer_name.as_deref(),
            stream_id: input.stream_id.as_deref(),
        };
        let (stream, consumer) = self.find_consumer(context, target).await?;
        self.streams.deregister(&stream, consumer).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;
    use crate::testing::World;
    use platform::testing::{soon, until};
    use shapes::kinesis::{DeleteStreamInput, ops::DeleteStream};
    use std::time::Duration;
    use store::{Scan, Table};

    const SECOND: Duration = Duration::from_secs(1);

    async fn rows(world: &World, table: &'static str) -> usize {
        let tables = &world.platform.store.tables;
        tables.scan(Table(table), Scan::prefix(b"")).await.unwrap().len()
    }

    #[tokio::test]
    async fn a_consumer_is_deleting_and_then_gone() {
        let world = World::with(Config { transition: SECOND, ..Config::default() }).await;
        world.platform.deadlines.start();
        world.create("s", 1).await;
        let arn = world.register("s", "c").await.unwrap().consumer_arn;
        world.deregister("s", "c").await.unwrap();
        assert_eq!(world.consumer(&arn).await.unwrap(), "DELETING");
        world.deregister("s", "c").await.unwrap();
        assert_eq!(world.register("s", "c").await.unwrap_err().code(), "ResourceInUseException");
        assert_eq!(world.summary("s").await.unwrap().consumer_count, Some(1));
        world.clock.advance(SECOND);
        until(async || world.summary("s").await.unwrap().consumer_count == Some(0)).await;
        let error = world.consumer(&arn).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceNotFoundException: Consumer c, account 000000000000 not found."
        );
        let again = world.register("s", "c").await.unwrap().consumer_arn;
        assert_ne!(again, arn, "an ARN says when it was registered");
        until(async || rows(&world, "deadlines").await == 0).await;
    }

    /// As if its process had died before the consumer went.
    #[tokio::test]
    async fn another_process_takes_a_consumer_away() {
        let world = World::with(Config { transition: SECOND, ..Config::default() }).await;
        world.create("s", 1).await;
        world.register("s", "c").await.unwrap();
        world.deregister("s", "c").await.unwrap();
        let other = world.beside().await;
        other.platform.deadlines.start();
        world.clock.advance(SECOND);
        until(async || other.summary("s").await.unwrap().consumer_count == Some(0)).await;
    }

    #[tokio::test]
    async fn a_stream_takes_its_consumers_along_if_it_may() {
        let world = World::with(Config { transition: SECOND, ..Config::default() }).await;
        world.platform.deadlines.start();
        world.create("s", 1).await;
        let arn = world.register("s", "c").await.unwrap().consumer_arn;
        let delete = async |enforce_consumer_deletion| {
            let input = DeleteStreamInput {
                stream_name: Some("s".to_owned()),
                enforce_consumer_deletion,
                ..Default::default()
            };
            world.run::<DeleteStream>(input).await
        };
        for without in [None, Some(false)] {
            assert_eq!(
                delete(without).await.unwrap_err().to_string(),
                "ResourceInUseException: DeleteStream can't delete 000000000000:s because there \
                 are consumers associated with this data stream. To delete s anyway, set the \
                 EnforceConsumerDeletion parameter to true to force the deletion of all the \
                 consumers that are associated with it."
            );
        }
        let mut wakeup = world.watch("s");
        delete(Some(true)).await.unwrap();
        assert_eq!(world.consumer(&arn).await.unwrap(), "DELETING");
        world.clock.advance(SECOND);
        while world.summary("s").await.is_ok() {
            soon(wakeup.woken()).await;
        }
        assert_eq!(rows(&world, "kinesis-consumers").await, 0);
        let error = world.consumer(&arn).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
    }
}
