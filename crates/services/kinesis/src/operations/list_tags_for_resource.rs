use crate::channels::tagging;
use crate::resolve::Tagged;
use crate::{Kinesis, tags};
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    ListTagsForResourceInput, ListTagsForResourceOutput, ops::ListTagsForResource,
};

impl Handler<ListTagsForResource> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: ListTagsForResourceInput,
    ) -> Result<ListTagsForResourceOutput> {
        let tagged = self.find_tagged(context, &input.resource_arn, &input.stream_id).await?;
        let tags = match &tagged {
            Tagged::Stream(stream) => &stream.record.tags,
            Tagged::Consumer(_, consumer) => &consumer.tags,
            Tagged::Queue(queue, _) => &queue.tags,
            Tagged::Channel(arn) => {
                let tags = Some(tagging::list(context, arn).await?);
                return Ok(ListTagsForResourceOutput { tags });
            }
        };
        Ok(ListTagsForResourceOutput { tags: Some(tags.iter().map(tags::view).collect()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn what_is_not_there_has_no_tags() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.tag("s", &[("a", "1")]).await.unwrap();
        let list = async |resource: &str| {
            let resource_arn = world.context().arn("kinesis", resource);
            let input = ListTagsForResourceInput { resource_arn, stream_id: None };
            world.run::<ListTagsForResource>(input).await.map_err(|error| error.code())
        };
        assert_eq!(list("stream/s").await.unwrap().tags.unwrap()[0].key, "a");
        for missing in ["stream/t", "stream/s/consumer/c:1", "channel/x", "stream/s/queue/x"] {
            assert_eq!(list(missing).await, Err("ResourceNotFoundException"), "{missing}");
        }
    }
}
