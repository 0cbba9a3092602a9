//! `AddTagsToResource`.

use crate::{Ssm, tags};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::AddTagsToResource;
use shapes::ssm::{AddTagsToResourceRequest, AddTagsToResourceResult};

impl Handler<AddTagsToResource> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: AddTagsToResourceRequest,
    ) -> Result<AddTagsToResourceResult> {
        tags::check_kind(&input.resource_type)?;
        let change = self.change(cx, &input.resource_id, |parameter| {
            tags::add(&mut parameter.tags, &input.tags)
        });
        change.await.map_err(tags::of_resource)?;
        Ok(AddTagsToResourceResult {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::ssm::ops::{ListTagsForResource, RemoveTagsFromResource};
    use shapes::ssm::{ListTagsForResourceRequest, RemoveTagsFromResourceRequest, Tag};

    fn tag(key: &str, value: &str) -> Tag {
        Tag { key: key.to_owned(), value: value.to_owned() }
    }

    #[tokio::test]
    async fn tags_come_change_and_go() {
        let at = setting();
        at.put("/a", "x").await.unwrap();
        let (kind, name) = (|| "Parameter".to_owned(), || "/a".to_owned());
        let add = async |tags| {
            let input =
                AddTagsToResourceRequest { resource_type: kind(), resource_id: name(), tags };
            at.cx.call::<AddTagsToResource>(input).await
        };
        add(vec![tag("k1", "v1"), tag("k2", "v2")]).await.unwrap();
        add(vec![tag("k2", "v3")]).await.unwrap();
        let many = (0..51).map(|n| tag(&n.to_string(), "")).collect();
        assert_eq!(add(many).await.unwrap_err().code(), "TooManyTagsError");
        assert!(add(vec![tag("aws:x", "")]).await.is_err());
        let input = RemoveTagsFromResourceRequest {
            resource_type: kind(),
            resource_id: name(),
            tag_keys: vec!["k1".into(), "k9".into()],
        };
        at.cx.call::<RemoveTagsFromResource>(input).await.unwrap();
        let list = async |resource_type: &str, resource_id: &str| {
            let input = ListTagsForResourceRequest {
                resource_type: resource_type.to_owned(),
                resource_id: resource_id.to_owned(),
            };
            at.cx.call::<ListTagsForResource>(input).await
        };
        let output = list("Parameter", "/a").await.unwrap();
        assert_eq!(output.tag_list.unwrap(), [tag("k2", "v3")]);
        assert_eq!(list("Parameter", "/b").await.unwrap_err().code(), "InvalidResourceId");
        let error = list("Document", "/a").await.unwrap_err();
        assert!(error.message.contains("ResourceType Document is not supported"));
    }
}
