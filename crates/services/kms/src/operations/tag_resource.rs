//! `TagResource`.

use crate::{Kms, tags};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::TagResourceRequest;
use shapes::kms::ops::TagResource;

impl Handler<TagResource> for Kms {
    async fn handle(&self, cx: &Context, input: TagResourceRequest) -> Result<Unit> {
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "TagResource")?;
            found.check_stays()?;
            tags::add(&mut key.tags, &input.tags)
        });
        change.await.map(|_| Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::kms::ops::{ListResourceTags, UntagResource};
    use shapes::kms::{ListResourceTagsRequest, Tag, UntagResourceRequest};

    #[tokio::test]
    async fn a_key_is_tagged_and_untagged() {
        let at = setting();
        let id = at.key().await;
        let tag = async |key: &str| {
            let tags = vec![Tag { tag_key: key.to_owned(), tag_value: "v".to_owned() }];
            at.cx.call::<TagResource>(TagResourceRequest { key_id: id.clone(), tags }).await
        };
        tag("a").await.unwrap();
        tag("b").await.unwrap();
        assert_eq!(tag("aws:a").await.unwrap_err().code(), "TagException");
        let input = UntagResourceRequest { key_id: id.clone(), tag_keys: vec!["a".into()] };
        at.cx.call::<UntagResource>(input).await.unwrap();
        let input = ListResourceTagsRequest { key_id: id.clone(), ..Default::default() };
        let list = at.cx.call::<ListResourceTags>(input).await.unwrap();
        assert_eq!(list.tags.unwrap().len(), 1);
    }
}
