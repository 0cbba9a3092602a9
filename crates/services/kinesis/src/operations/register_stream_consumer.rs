use crate::Kinesis;
use crate::resolve::Target;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    RegisterStreamConsumerInput, RegisterStreamConsumerOutput, ops::RegisterStreamConsumer,
};

impl Handler<RegisterStreamConsumer> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: RegisterStreamConsumerInput,
    ) -> Result<RegisterStreamConsumerOutput> {
        let (arn, id) = (Some(&*input.stream_arn), input.stream_id.as_deref());
        let stream = self.find_active(context, Target { name: None, arn, id }).await?;
        let tags = input.tags.unwrap_or_default();
        let most = self.consumer_limit(context, stream.record.mode).await?;
        let consumer = self.streams.register(&stream, input.consumer_name, tags, most).await?;
        let consumer = consumer.view(&stream.record, context.now().millis());
        Ok(RegisterStreamConsumerOutput { consumer })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use platform::Limits;
    use std::time::Duration;

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test]
    async fn a_consumer_is_created_and_then_active() {
        let world = World::with(Config { transition: SECOND, ..Config::default() }).await;
        world.create("s", 1).await;
        let consumer = world.register("s", "c").await.unwrap();
        assert_eq!((&*consumer.consumer_name, &*consumer.consumer_status), ("c", "CREATING"));
        let seconds = world.platform.clock.now().seconds();
        assert_eq!(consumer.consumer_creation_timestamp.millis(), seconds * 1000);
        assert_eq!(
            consumer.consumer_arn,
            format!("arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:{seconds}")
        );
        assert_eq!(world.consumer(&consumer.consumer_arn).await.unwrap(), "CREATING");
        world.clock.advance(SECOND);
        assert_eq!(world.consumer(&consumer.consumer_arn).await.unwrap(), "ACTIVE");
        assert_eq!(world.summary("s").await.unwrap().consumer_count, Some(1));
        // Others see the same.
        let other = world.beside().await;
        assert_eq!(other.consumer(&consumer.consumer_arn).await.unwrap(), "ACTIVE");
        let taken = other.register("s", "c").await.unwrap_err();
        assert_eq!(
            taken.to_string(),
            "ResourceInUseException: Consumer c under stream s already exists for account \
             000000000000."
        );
    }

    #[tokio::test]
    async fn a_stream_has_twenty_consumers_whoever_registers_them() {
        let world = World::new().await;
        world.create("s", 1).await;
        let other = world.beside().await;
        for number in 0..10 {
            let (one, two) = (format!("a{number}"), format!("b{number}"));
            let both = tokio::join!(world.register("s", &one), other.register("s", &two));
            assert!(both.0.is_ok() && both.1.is_ok(), "{both:?}");
        }
        let error = world.register("s", "more").await.unwrap_err();
        assert_eq!(error.code(), "LimitExceededException");
        assert_eq!(other.summary("s").await.unwrap().consumer_count, Some(20));
        world.deregister("s", "b3").await.unwrap();
        world.register("s", "more").await.unwrap();
    }

    #[tokio::test]
    async fn five_are_created_at_once_where_limits_are_kept() {
        let config = Config { transition: SECOND, limits: Limits::Aws, ..Config::default() };
        let world = World::with(config).await;
        world.create("s", 1).await;
        for number in 0..5 {
            world.register("s", &number.to_string()).await.unwrap();
        }
        let error = world.register("s", "6").await.unwrap_err();
        assert_eq!(error.code(), "LimitExceededException");
        world.clock.advance(SECOND);
        world.register("s", "6").await.unwrap();
    }

    #[tokio::test]
    async fn what_cannot_be_registered_is_refused() {
        let world = World::new().await;
        world.create("s", 1).await;
        let good = RegisterStreamConsumerInput {
            stream_arn: world.context().arn("kinesis", "stream/s"),
            consumer_name: "c".to_owned(),
            ..Default::default()
        };
        let tags = Some([("aws:x".to_owned(), String::new())].into());
        let cases = [
            (
                RegisterStreamConsumerInput { stream_id: Some("x".into()), ..good.clone() },
                "InvalidArgumentException",
            ),
            (RegisterStreamConsumerInput { tags, ..good.clone() }, "InvalidArgumentException"),
            (
                RegisterStreamConsumerInput {
                    stream_arn: good.stream_arn.replace("stream/s", "stream/t"),
                    ..good.clone()
                },
                "ResourceNotFoundException",
            ),
        ];
        for (input, code) in cases {
            let named = format!("{input:?}");
            let error = world.run::<RegisterStreamConsumer>(input).await.unwrap_err();
            assert_eq!(error.code(), code, "{named}");
        }
        assert_eq!(world.summary("s").await.unwrap().consumer_count, Some(0));
    }
}
