//! `TagResource`.

use crate::records::topic::Topic;
use crate::topics::Known;
use crate::{Sns, errors, names, tags};
use platform::{Context, Handler, Result};
use shapes::sns::ops::TagResource;
use shapes::sns::{TagResourceRequest, TagResourceResponse};
use store::Batch;

impl Handler<TagResource> for Sns {
    async fn handle(&self, cx: &Context, input: TagResourceRequest) -> Result<TagResourceResponse> {
        let name = names::own(cx, &input.resource_arn, "ResourceArn")?;
        let given = tags::read(input.tags)?;
        self.find(cx, name).await?.ok_or_else(errors::no_resource)?;
        let change = |_: &Known, topic: &mut Topic, batch: Batch| {
            topic.tags.extend(given.clone());
            tags::check(&topic.tags)?;
            Ok((batch, ()))
        };
        self.change(cx, name, change).await?;
        Ok(TagResourceResponse {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::sns::ops::{ListTagsForResource, UntagResource};
    use shapes::sns::{ListTagsForResourceRequest, Tag, UntagResourceRequest};

    fn tag(key: &str, value: &str) -> Tag {
        Tag { key: key.to_owned(), value: value.to_owned() }
    }

    #[tokio::test]
    async fn tags_come_change_and_go() {
        let at = setting();
        let resource_arn = at.topic("a", &[]).await;
        let put = async |tags| {
            let input = TagResourceRequest { resource_arn: resource_arn.clone(), tags };
            at.cx.run::<TagResource, _>(&*at.sns, input).await
        };
        put(vec![tag("k1", "v1"), tag("k2", "v2")]).await.unwrap();
        put(vec![tag("k2", "v2b")]).await.unwrap();
        let error = put(vec![tag("k", "a"), tag("k", "b")]).await.unwrap_err();
        assert_eq!(error.message, "Invalid parameter: Duplicated keys are not allowed.");
        let many = (0..51).map(|n| tag(&n.to_string(), "")).collect();
        assert_eq!(put(many).await.unwrap_err().code(), "TagLimitExceeded");
        let tag_keys = vec!["k1".to_owned()];
        let input = UntagResourceRequest { resource_arn: resource_arn.clone(), tag_keys };
        at.cx.run::<UntagResource, _>(&*at.sns, input).await.unwrap();
        let input = ListTagsForResourceRequest { resource_arn };
        let output = at.cx.run::<ListTagsForResource, _>(&*at.sns, input).await.unwrap();
        assert_eq!(output.tags.unwrap(), [tag("k2", "v2b")]);
    }
}
