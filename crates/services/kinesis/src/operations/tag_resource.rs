use crate::channels::tagging;
use crate::resolve::Tagged;
use crate::{Kinesis, tags};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{TagResourceInput, ops::TagResource};

impl Handler<TagResource> for Kinesis {
    async fn handle(&self, context: &Context, input: TagResourceInput) -> Result<Unit> {
        match self.find_tagged(context, &input.resource_arn, &input.stream_id).await? {
            Tagged::Stream(stream) => self.tag(&stream, input.tags).await,
            Tagged::Consumer(stream, consumer) => {
                let add = |old: &_, whose: &str| tags::added(old, whose, input.tags.clone());
                self.change_consumer_tags(&stream, &consumer, add).await.map(|()| Unit)
            }
            Tagged::Channel(arn) => tagging::add(context, &arn, input.tags).await,
            Tagged::Queue(queue, stored) => {
                let add = |old: &_, whose: &str| tags::added(old, whose, input.tags.clone());
                self.change_queue_tags((queue, stored), add).await.map(|()| Unit)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, pair};

    #[tokio::test]
    async fn a_stream_is_tagged_by_its_arn() {
        let world = World::new().await;
        world.create("s", 1).await;
        let input = TagResourceInput {
            tags: [pair(("a", "1"))].into(),
            resource_arn: world.context().arn("kinesis", "stream/s"),
            stream_id: None,
        };
        world.run::<TagResource>(input.clone()).await.unwrap();
        assert_eq!(world.tags("s").await, [pair(("a", "1"))]);
        let reserved = TagResourceInput { stream_id: Some("x".to_owned()), ..input };
        assert!(world.run::<TagResource>(reserved).await.is_err());
    }
}
