use crate::Kinesis;
use crate::resolve::Target;
use platform::{Context, Handler, Limits, Result};
use shapes::Unit;
use shapes::kinesis::{DeleteStreamInput, ops::DeleteStream};

impl Handler<DeleteStream> for Kinesis {
    async fn handle(&self, context: &Context, input: DeleteStreamInput) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find_active(context, target).await?;
        let with_consumers = input.enforce_consumer_deletion == Some(true);
        if self.config.limits == Limits::Aws {
            let used = self.streams.usage(&context.account, &context.region).await?;
            self.streams.demand_few_in_transition(used)?;
        }
        self.streams.delete(&stream, with_consumers).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use platform::testing::soon;
    use std::time::Duration;

    fn input(name: &str) -> DeleteStreamInput {
        DeleteStreamInput { stream_name: Some(name.to_owned()), ..Default::default() }
    }

    #[tokio::test]
    async fn a_stream_is_deleting_and_then_gone_with_its_records() {
        let config = Config { transition: Duration::from_secs(2), ..Config::default() };
        let world = World::with(config).await;
        world.create("s", 1).await;
        world.put("s", "key", "data").await;
        let mut wakeup = world.watch("s");
        world.run::<DeleteStream>(input("s")).await.unwrap();
        assert_eq!(world.summary("s").await.unwrap().stream_status, "DELETING");
        let error = world.try_put("s", "key", "data").await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
        let error = world.run::<DeleteStream>(input("s")).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceInUseException: Stream s under account 000000000000 not ACTIVE, \
             instead in state DELETING"
        );
        world.clock.advance(Duration::from_secs(2));
        while world.summary("s").await.is_ok() {
            soon(wakeup.woken()).await;
        }
        // The log goes after the stream; the next one of the name does not meet it.
        world.create("s", 1).await;
        assert!(world.get_all("s", 0).await.is_empty());
    }

    #[tokio::test]
    async fn a_stream_that_is_not_there_cannot_be_deleted() {
        let world = World::new().await;
        let error = world.run::<DeleteStream>(input("s")).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceNotFoundException: Stream s under account 000000000000 not found."
        );
    }
}
