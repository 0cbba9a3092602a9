use crate::Kinesis;
use crate::resolve::Target;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{RemoveTagsFromStreamInput, ops::RemoveTagsFromStream};

impl Handler<RemoveTagsFromStream> for Kinesis {
    async fn handle(&self, context: &Context, input: RemoveTagsFromStreamInput) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        self.untag(&stream, input.tag_keys).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, pair};

    #[tokio::test]
    async fn the_named_tags_go_and_the_others_stay() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.tag("s", &[("a", "1"), ("b", "2"), ("c", "3")]).await.unwrap();
        let input = RemoveTagsFromStreamInput {
            stream_name: Some("s".to_owned()),
            tag_keys: vec!["a".to_owned(), "c".to_owned(), "none".to_owned()],
            ..Default::default()
        };
        world.run::<RemoveTagsFromStream>(input).await.unwrap();
        assert_eq!(world.tags("s").await, [pair(("b", "2"))]);
    }
}
