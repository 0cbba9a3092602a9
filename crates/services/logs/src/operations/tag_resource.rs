//! `TagResource`.

use crate::Logs;
use crate::tags::group_of;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::TagResourceRequest;
use shapes::logs::ops::TagResource;

impl Handler<TagResource> for Logs {
    async fn handle(&self, cx: &Context, input: TagResourceRequest) -> Result<Unit> {
        self.tag(cx, group_of(cx, &input.resource_arn)?, &input.tags).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use shapes::logs::ops::{
        ListTagsForResource, ListTagsLogGroup, TagLogGroup, UntagLogGroup, UntagResource,
    };
    use shapes::logs::*;
    use std::collections::BTreeMap;

    const ARN: &str = "arn:aws:logs:us-east-1:000000000000:log-group:g";

    fn tags(names: impl IntoIterator<Item = String>) -> BTreeMap<String, String> {
        names.into_iter().map(|name| (name.clone(), format!("of {name}"))).collect()
    }

    #[tokio::test]
    async fn tags_are_the_same_by_either_name() {
        let at = setting().await;
        let tag = |arn: &str, names: &[&str]| TagResourceRequest {
            resource_arn: arn.into(),
            tags: tags(names.iter().map(|name| (*name).to_owned())),
        };
        let run = async |input| at.cx.run::<TagResource, _>(&*at.service, input).await;
        run(tag(ARN, &["a", "b"])).await.unwrap();
        let old = TagLogGroupRequest { log_group_name: "g".into(), tags: tags(["c".to_owned()]) };
        at.cx.run::<TagLogGroup, _>(&*at.service, old).await.unwrap();
        let listed = async || {
            let input = ListTagsForResourceRequest { resource_arn: format!("{ARN}:*") };
            let list = at.cx.run::<ListTagsForResource, _>(&*at.service, input).await.unwrap();
            list.tags.unwrap().into_keys().collect::<Vec<_>>()
        };
        assert_eq!(listed().await, ["a", "b", "c"]);
        let input = UntagResourceRequest { resource_arn: ARN.into(), tag_keys: vec!["a".into()] };
        at.cx.run::<UntagResource, _>(&*at.service, input).await.unwrap();
        let input = UntagLogGroupRequest { log_group_name: "g".into(), tags: vec!["c".into()] };
        at.cx.run::<UntagLogGroup, _>(&*at.service, input).await.unwrap();
        let input = ListTagsLogGroupRequest { log_group_name: "g".into() };
        let list = at.cx.run::<ListTagsLogGroup, _>(&*at.service, input).await.unwrap();
        assert_eq!(list.tags.unwrap(), tags(["b".to_owned()]));
        at.put("a", &[(0, "still the same group")]).await.unwrap();
        let many = TagResourceRequest {
            resource_arn: ARN.into(),
            tags: tags((0..50).map(|number| number.to_string())),
        };
        assert_eq!(run(many).await.unwrap_err().code(), "TooManyTagsException");
        assert_eq!(listed().await, ["b"]);
        for arn in ["arn:aws:logs:us-east-1:000000000000:destination:d", &ARN.replace(":g", ":h")] {
            let error = run(tag(arn, &["a"])).await.unwrap_err();
            assert_eq!(error.code(), "ResourceNotFoundException", "{arn}");
        }
    }
}
