use crate::Kinesis;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{UntagResourceInput, ops::UntagResource};

impl Handler<UntagResource> for Kinesis {
    async fn handle(&self, context: &Context, input: UntagResourceInput) -> Result<Unit> {
        let stream = self.find_tagged(context, &input.resource_arn, &input.stream_id).await?;
        self.untag(&stream, input.tag_keys).await
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
