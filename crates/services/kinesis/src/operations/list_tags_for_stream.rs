use crate::resolve::Target;
use crate::{Kinesis, tags};
use platform::{Context, Handler, Result};
use shapes::kinesis::{ListTagsForStreamInput, ListTagsForStreamOutput, ops::ListTagsForStream};
use std::ops::Bound;

impl Handler<ListTagsForStream> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: ListTagsForStreamInput,
    ) -> Result<ListTagsForStreamOutput> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let start = match &input.exclusive_start_tag_key {
            Some(key) => Bound::Excluded(key.as_str()),
            None => Bound::Unbounded,
        };
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.unwrap_or(usize::MAX).max(1);
        let mut rest = stream.record.tags.range::<str, _>((start, Bound::Unbounded));
        let tags = rest.by_ref().take(limit).map(tags::view).collect();
        Ok(ListTagsForStreamOutput { tags, has_more_tags: rest.next().is_some() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[tokio::test]
    async fn tags_come_in_order_and_in_pages() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.tag("s", &[("c", "3"), ("a", "1"), ("b", "2")]).await.unwrap();
        let page = async |after: Option<&str>, limit| {
            let input = ListTagsForStreamInput {
                stream_name: Some("s".to_owned()),
                exclusive_start_tag_key: after.map(str::to_owned),
                limit,
                ..Default::default()
            };
            let page = world.run::<ListTagsForStream>(input).await.unwrap();
            let keys: Vec<_> = page.tags.into_iter().map(|tag| tag.key).collect();
            (keys.concat(), page.has_more_tags)
        };
        assert_eq!(page(None, None).await, ("abc".to_owned(), false));
        assert_eq!(page(None, Some(2)).await, ("ab".to_owned(), true));
        assert_eq!(page(Some("b"), Some(1)).await, ("c".to_owned(), false));
        assert_eq!(page(Some("c"), None).await, (String::new(), false));
    }
}
