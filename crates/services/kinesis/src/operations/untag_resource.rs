use crate::channels::tagging;
use crate::resolve::Tagged;
use crate::{Kinesis, tags};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{UntagResourceInput, ops::UntagResource};

impl Handler<UntagResource> for Kinesis {
    async fn handle(&self, context: &Context, input: UntagResourceInput) -> Result<Unit> {
        match self.find_tagged(context, &input.resource_arn, &input.stream_id).await? {
            Tagged::Stream(stream) => self.untag(&stream, input.tag_keys).await,
            Tagged::Consumer(stream, consumer) => {
                let remove = |old: &_, whose: &str| tags::left(old, whose, &input.tag_keys);
                self.change_consumer_tags(&stream, &consumer, remove).await.map(|()| Unit)
            }
            Tagged::Channel(arn) => tagging::remove(context, &arn, input.tag_keys).await,
            Tagged::Queue(queue, stored) => {
                let remove = |old: &_, whose: &str| tags::left(old, whose, &input.tag_keys);
                self.change_queue_tags((queue, stored), remove).await.map(|()| Unit)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, pair};

    #[tokio::test]
    async fn the_named_tags_go() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.tag("s", &[("a", "1"), ("b", "2")]).await.unwrap();
        let input = UntagResourceInput {
            tag_keys: vec!["a".to_owned()],
            resource_arn: world.context().arn("kinesis", "stream/s"),
            stream_id: None,
        };
        world.run::<UntagResource>(input).await.unwrap();
        assert_eq!(world.tags("s").await, [pair(("b", "2"))]);
    }
}
