//! `TagResource`.

use crate::tags::check_count;
use crate::{Lambda, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::lambda::TagResourceRequest;
use shapes::lambda::ops::TagResource;

impl Handler<TagResource> for Lambda {
    async fn handle(&self, cx: &Context, input: TagResourceRequest) -> Result<Unit> {
        if input.tags.is_empty() {
            return Err(errors::invalid("An error occurred and the request cannot be processed."));
        }
        self.change_tags(cx, (&input.resource, "TagResource"), |tags| {
            tags.extend(input.tags.clone());
            check_count(tags)
        })
        .await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{MAPPING, create, setting};
    use shapes::lambda::ops::{CreateFunction, ListTags, UntagResource};
    use shapes::lambda::{ListTagsRequest, UntagResourceRequest};
    use std::collections::BTreeMap;

    const FUNCTION: &str = "arn:aws:lambda:us-east-1:000000000000:function:f";

    fn tags(names: &[&str]) -> BTreeMap<String, String> {
        names.iter().map(|name| ((*name).to_owned(), format!("of {name}"))).collect()
    }

    #[tokio::test]
    async fn a_function_is_tagged_and_untagged() {
        let at = setting().await;
        let made =
            shapes::lambda::CreateFunctionRequest { tags: Some(tags(&["a"])), ..create("f") };
        at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        let before = at.service.function(&at.cx, "f").await.unwrap();
        let listed = async || {
            let input = ListTagsRequest { resource: FUNCTION.into() };
            at.cx.run::<ListTags, _>(&*at.service, input).await.unwrap().tags.unwrap()
        };
        assert_eq!(listed().await, tags(&["a"]));
        let input = TagResourceRequest { resource: FUNCTION.into(), tags: tags(&["b", "c"]) };
        at.cx.run::<TagResource, _>(&*at.service, input).await.unwrap();
        assert_eq!(listed().await, tags(&["a", "b", "c"]));
        let tag_keys = ["a", "b", "missing"].map(str::to_owned).to_vec();
        let input = UntagResourceRequest { resource: FUNCTION.into(), tag_keys };
        at.cx.run::<UntagResource, _>(&*at.service, input).await.unwrap();
        assert_eq!(listed().await, tags(&["c"]));
        assert_eq!(at.service.function(&at.cx, "f").await.unwrap().revision, before.revision);
    }

    #[tokio::test]
    async fn a_mapping_is_tagged_where_it_is_there() {
        let at = setting().await;
        let arn =
            |uuid| format!("arn:aws:lambda:us-east-1:000000000000:event-source-mapping:{uuid}");
        let input = |uuid| TagResourceRequest { resource: arn(uuid), tags: tags(&["a", "b"]) };
        at.cx.call::<TagResource>(input(MAPPING)).await.unwrap();
        let tag_keys = vec!["a".to_owned()];
        let gone = UntagResourceRequest { resource: arn(MAPPING), tag_keys };
        at.cx.call::<UntagResource>(gone).await.unwrap();
        let list = ListTagsRequest { resource: arn(MAPPING) };
        let listed = at.cx.call::<ListTags>(list).await.unwrap().tags;
        assert_eq!(listed, Some(tags(&["b"])));
        let missing = "00000000-0000-4000-8000-00000000ffff";
        let error = at.cx.call::<TagResource>(input(missing)).await.unwrap_err();
        assert_eq!(error.message, "The resource you requested does not exist.");
    }

    #[tokio::test]
    async fn what_cannot_be_tagged_is_refused_in_awss_words() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let many: Vec<_> = (0..51).map(|number| number.to_string()).collect();
        let many: Vec<_> = many.iter().map(String::as_str).collect();
        let signing = "arn:aws:lambda:us-east-1:000000000000:code-signing-config:csc-0";
        let missing = "arn:aws:lambda:us-east-1:000000000000:function:missing";
        for (resource, tags, words) in [
            (FUNCTION, tags(&many), "Number of tags exceeds resource tag limit."),
            (FUNCTION, tags(&[]), "An error occurred and the request cannot be processed."),
            (
                &*format!("{FUNCTION}:1"),
                tags(&["a"]),
                "Tags on function aliases and versions are not supported. Please specify a \
                 function ARN.",
            ),
            (missing, tags(&["a"]), &*format!("Function not found: {missing}")),
            (
                signing,
                tags(&["a"]),
                "TagResource for the resource type code-signing-config is not supported by \
                 Waterwheel yet.",
            ),
        ] {
            let input = TagResourceRequest { resource: resource.into(), tags };
            let error = at.cx.run::<TagResource, _>(&*at.service, input).await.unwrap_err();
            assert_eq!(error.message, words);
        }
    }
}
