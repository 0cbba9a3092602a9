use crate::Kinesis;
use crate::errors::validation;
use crate::queue::{QueueRecord, QueueStatus, Settings, described, start};
use crate::resolve::Target;
use crate::tags;
use platform::{Context, Handler, Result};
use shapes::kinesis::{CreateQueueInput, CreateQueueOutput, ops::CreateQueue};
use std::collections::BTreeMap;

impl Handler<CreateQueue> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: CreateQueueInput,
    ) -> Result<CreateQueueOutput> {
        let [stream_configuration] = &input.stream_configuration_list[..] else {
            return Err(validation("StreamConfigurationList must contain exactly one entry."));
        };
        let settings = Settings::read(input.queue_attributes.as_ref())?;
        let arn = Some(stream_configuration.stream_arn.as_str());
        let stream = self.find(context, Target { name: None, arn, id: None }).await?;
        let position = stream_configuration.starting_position.as_ref();
        let start = start(position, &stream.record, context.now())?;
        let (visibility_s, max_receive_count) = Settings::defaults();
        let mut queue = QueueRecord {
            id: context.platform().ids.hex(8),
            account: context.account.to_string(),
            region: context.region.to_string(),
            name: input.queue_name,
            stream_name: stream.record.name.clone(),
            stream_id: stream.record.id.clone(),
            stream_created_ms: stream.record.created_ms,
            status: QueueStatus::Creating,
            created_ms: context.now().millis(),
            start,
            visibility_s,
            max_receive_count,
            tags: BTreeMap::new(),
            settles_by_ms: None,
        };
        let tags = input.tags.unwrap_or_default();
        queue.tags = tags::added(&queue.tags, &queue.called(), tags)?;
        settings.apply(&mut queue);
        let most = self.consumer_limit(context, stream.record.mode).await?;
        let queue = self.queues.create(&stream, queue, most).await?;
        Ok(CreateQueueOutput { queue_description: described(&queue) })
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;
    use crate::testing::World;
    use platform::testing::until;
    use shapes::Timestamp;
    use shapes::kinesis::{DeadLetterConfiguration, QueueAttributes};
    use std::time::Duration;

    #[tokio::test]
    async fn a_queue_is_creating_and_then_active_and_counts_among_its_streams() {
        let config = Config { transition: Duration::from_secs(2), ..Config::default() };
        let world = World::with(config).await;
        world.create_on_demand("s").await;
        world.clock.advance(Duration::from_secs(2));
        until(async || world.summary("s").await.unwrap().stream_status == "ACTIVE").await;
        let queue = world.try_queue(world.queue_input("q", "LATEST")).await.unwrap();
        assert_eq!(queue.queue_status, "CREATING");
        assert!(queue.queue_arn.starts_with("arn:aws:kinesis:us-east-1:000000000000:queue/"));
        let start = |queue: &shapes::kinesis::QueueDescription| {
            queue.stream_configuration_list[0].starting_position.clone().unwrap()
        };
        assert_eq!((&*start(&queue).r#type, start(&queue).timestamp), ("LATEST", None));
        assert_eq!(world.summary("s").await.unwrap().queue_count, Some(1));
        assert_eq!(world.summary("s").await.unwrap().consumer_count, Some(0));
        let early = world.try_receive(&queue.queue_arn, 1).await.unwrap_err();
        assert_eq!(early.code(), "ResourceNotFoundException");
        let created = queue.queue_creation_timestamp;
        // What arrives while it is made belongs to it.
        world.put("s", "k", "a").await;
        world.clock.advance(Duration::from_secs(2));
        let shown = async || world.describe_queue(&queue.queue_arn).await.unwrap();
        until(async || shown().await.queue_status == "ACTIVE").await;
        assert_eq!(start(&shown().await).timestamp, Some(created));
        assert_eq!(world.receive(&queue.queue_arn, 10).await.len(), 1);
        let attributes = shown().await.queue_attributes.unwrap();
        assert_eq!(attributes.visibility_timeout_seconds, Some(30));
        let dead_letters = attributes.dead_letter_configuration.unwrap();
        assert_eq!(
            (&*dead_letters.target_type, dead_letters.max_receive_count),
            ("BUILT_IN", Some(6))
        );
    }

    #[tokio::test]
    async fn what_does_not_fit_is_refused() {
        let world = World::new().await;
        world.create_on_demand("s").await;
        let code = async |input| world.try_queue(input).await.map_err(|error| error.code());
        let input = || world.queue_input("q", "LATEST");
        let mut two = input();
        two.stream_configuration_list.push(two.stream_configuration_list[0].clone());
        assert_eq!(code(two).await, Err("ValidationException"));
        let start = |kind: &str, timestamp| {
            let mut input = world.queue_input("q", kind);
            let start = input.stream_configuration_list[0].starting_position.as_mut().unwrap();
            start.timestamp = timestamp;
            input
        };
        let now = world.context().now();
        assert_eq!(code(start("AT_TIMESTAMP", None)).await, Err("ValidationException"));
        assert_eq!(code(start("TRIM_HORIZON", Some(now))).await, Err("ValidationException"));
        let future = Timestamp(now.millis() + 1000);
        assert_eq!(code(start("AT_TIMESTAMP", Some(future))).await, Err("ValidationException"));
        for (target_type, max_receive_count) in [("BUILT_IN", None), ("NONE", Some(3))] {
            let target_type = target_type.to_owned();
            let dead_letters = DeadLetterConfiguration { target_type, max_receive_count };
            let attributes = QueueAttributes {
                visibility_timeout_seconds: None,
                dead_letter_configuration: Some(dead_letters),
            };
            let input =
                shapes::kinesis::CreateQueueInput { queue_attributes: Some(attributes), ..input() };
            assert_eq!(code(input).await, Err("ValidationException"));
        }
        let mut elsewhere = input();
        elsewhere.stream_configuration_list[0].stream_arn += "x";
        assert_eq!(code(elsewhere).await, Err("ResourceNotFoundException"));
        assert_eq!(world.summary("s").await.unwrap().queue_count, Some(0));
    }

    #[tokio::test]
    async fn only_on_demand_streams_have_queues_twenty_at_most_and_each_its_own_name() {
        let world = World::new().await;
        world.create("s", 1).await;
        let refused = world.try_queue(world.queue_input("q", "LATEST")).await.unwrap_err();
        assert_eq!(refused.code(), "ValidationException");
        world.delete("s").await;
        world.create_on_demand("s").await;
        for number in 0..20 {
            world.queue(&format!("q{number}"), "LATEST").await;
        }
        let code = async |name| {
            world.try_queue(world.queue_input(name, "LATEST")).await.unwrap_err().code()
        };
        assert_eq!(code("q").await, "LimitExceededException");
        world.create_on_demand("t").await;
        let mut of_another = world.queue_input("q7", "LATEST");
        of_another.stream_configuration_list[0].stream_arn =
            world.context().arn("kinesis", "stream/t");
        let taken = world.try_queue(of_another).await.unwrap_err();
        assert_eq!(
            taken.to_string(),
            "ResourceInUseException: Queue q7 under account 000000000000 already exists."
        );
    }
}
