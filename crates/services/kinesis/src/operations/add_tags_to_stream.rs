use crate::Kinesis;
use crate::resolve::Target;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{AddTagsToStreamInput, ops::AddTagsToStream};

impl Handler<AddTagsToStream> for Kinesis {
    async fn handle(&self, context: &Context, input: AddTagsToStreamInput) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        self.tag(&stream, input.tags).await
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{World, pair};

    #[tokio::test]
    async fn tags_outlive_a_restart() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.tag("s", &[("a", "1"), ("b", "2")]).await.unwrap();
        let error = world.tag("s", &[("aws:c", "3")]).await.unwrap_err();
        assert_eq!(error.code(), "InvalidArgumentException");
        let world = world.restart().await;
        assert_eq!(world.tags("s").await, [("a", "1"), ("b", "2")].map(pair));
        let error = world.tag("t", &[("a", "1")]).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
    }
}
