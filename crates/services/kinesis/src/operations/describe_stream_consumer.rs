use crate::Kinesis;
use crate::consumers::ConsumerTarget;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    DescribeStreamConsumerInput, DescribeStreamConsumerOutput, ops::DescribeStreamConsumer,
};

impl Handler<DescribeStreamConsumer> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: DescribeStreamConsumerInput,
    ) -> Result<DescribeStreamConsumerOutput> {
        let target = ConsumerTarget {
            arn: input.consumer_arn.as_deref(),
            stream_arn: input.stream_arn.as_deref(),
            name: input.consumer_name.as_deref(),
            stream_id: input.stream_id.as_deref(),
        };
        let (stream, consumer) = self.find_consumer(context, target).await?;
        let consumer_description = consumer.describe(&stream.record, context.now().millis());
        Ok(DescribeStreamConsumerOutput { consumer_description })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn a_consumer_is_named_in_two_ways() {
        let world = World::new().await;
        world.create("s", 1).await;
        let arn = world.register("s", "c").await.unwrap().consumer_arn;
        let stream = world.context().arn("kinesis", "stream/s");
        let describe = async |arn: Option<&str>, stream: Option<&str>, name: Option<&str>| {
            let input = DescribeStreamConsumerInput {
                consumer_arn: arn.map(str::to_owned),
                stream_arn: stream.map(str::to_owned),
                consumer_name: name.map(str::to_owned),
                stream_id: None,
            };
            world.run::<DescribeStreamConsumer>(input).await
        };
        for (arn, of, name) in [
            (Some(&*arn), None, None),
            (None, Some(&*stream), Some("c")),
            (Some(&*arn), Some(&*stream), Some("c")),
        ] {
            let found = describe(arn, of, name).await.unwrap().consumer_description;
            assert_eq!((&*found.consumer_name, &*found.consumer_status), ("c", "ACTIVE"));
            assert_eq!(
                (&found.stream_arn, found.consumer_arn.as_str()),
                (&stream, arn.unwrap_or(&found.consumer_arn))
            );
        }
        let too_little =
            "Both streamARN and consumer name must be provided if consumerARN is not provied.";
        for (of, name) in [(None, None), (Some(&*stream), None), (None, Some("c"))] {
            let error = describe(None, of, name).await.unwrap_err();
            assert_eq!((error.code(), &*error.message), ("InvalidArgumentException", too_little));
        }
        let code = async |arn: Option<&str>, of: Option<&str>, name: Option<&str>| {
            describe(arn, of, name).await.unwrap_err().code()
        };
        let (invalid, missing) = ("InvalidArgumentException", "ResourceNotFoundException");
        assert_eq!(code(Some(&arn), None, Some("d")).await, invalid);
        assert_eq!(code(Some(&arn), Some(&stream.replace("/s", "/t")), None).await, invalid);
        assert_eq!(code(Some(&format!("{arn}1")), None, None).await, missing);
        assert_eq!(code(Some(&arn.replace("/s/", "/t/")), None, None).await, missing);
        assert_eq!(code(Some(&arn.replace("us-east-1", "eu-west-1")), None, None).await, missing);
        assert_eq!(code(None, Some(&stream), Some("d")).await, missing);
        assert_eq!(code(Some(&stream), None, None).await, invalid);
    }
}
