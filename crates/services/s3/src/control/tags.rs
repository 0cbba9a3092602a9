//! `ListTagsForResource`, `TagResource` and `UntagResource` of a bucket.

use super::{S3Control, check_account};
use crate::bucket::reach;
use crate::errors::{plain_invalid_argument, unsupported};
use crate::settings;
use crate::tags::{self, On};
use platform::{Arn, Context, Handler, Result};
use shapes::s3;
use shapes::s3control::ops::*;
use shapes::s3control::*;

/// The bucket that an ARN names.
fn bucket(arn: &str) -> Result<&str> {
    let parsed = Arn::parse(arn).filter(|arn| arn.service == "s3" && !arn.resource.is_empty());
    let Some(parsed) = parsed else { return Err(plain_invalid_argument("Invalid ARN")) };
    if !parsed.account.is_empty() || parsed.resource.contains('/') {
        return Err(unsupported("A tag of anything else than a bucket"));
    }
    Ok(parsed.resource)
}

impl Handler<ListTagsForResource> for S3Control {
    async fn handle(
        &self,
        cx: &Context,
        input: ListTagsForResourceRequest,
    ) -> Result<ListTagsForResourceResult> {
        check_account(cx, &input.account_id)?;
        let reached = reach(cx, bucket(&input.resource_arn)?, None).await?;
        let of = |(key, value): (&String, &String)| Tag { key: key.clone(), value: value.clone() };
        let tags = reached.bucket.settings.tags.iter().map(of).collect();
        Ok(ListTagsForResourceResult { tags: Some(tags) })
    }
}

impl Handler<TagResource> for S3Control {
    async fn handle(&self, cx: &Context, input: TagResourceRequest) -> Result<TagResourceResult> {
        check_account(cx, &input.account_id)?;
        let given = input.tags.into_iter().map(|Tag { key, value }| s3::Tag { key, value });
        let given = tags::read(given.collect(), On::Bucket)?;
        settings::change(cx, bucket(&input.resource_arn)?, None, |settings| {
            let mut all = settings.tags.clone();
            all.extend(given.clone());
            settings.tags = tags::read(tags::shown(&all), On::Bucket)?;
            Ok(())
        })
        .await?;
        Ok(TagResourceResult {})
    }
}

impl Handler<UntagResource> for S3Control {
    async fn handle(
        &self,
        cx: &Context,
        input: UntagResourceRequest,
    ) -> Result<UntagResourceResult> {
        check_account(cx, &input.account_id)?;
        settings::change(cx, bucket(&input.resource_arn)?, None, |settings| {
            settings.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        })
        .await?;
        Ok(UntagResourceResult {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;

    #[tokio::test]
    async fn tags_are_added_and_taken_away_by_arn() {
        let (_, cx, _) = world().await;
        let (service, arn) = (S3Control::new(), || "arn:aws:s3:::bucket".to_owned());
        let account = || cx.account.to_string();
        let tag = |key: &str| Tag { key: key.into(), value: "1".into() };
        let input = TagResourceRequest {
            account_id: account(),
            resource_arn: arn(),
            tags: vec![tag("a"), tag("b")],
        };
        cx.run::<TagResource, _>(&*service, input).await.unwrap();
        let input = UntagResourceRequest {
            account_id: account(),
            resource_arn: arn(),
            tag_keys: vec!["a".into()],
        };
        cx.run::<UntagResource, _>(&*service, input).await.unwrap();
        let list = async |arn: String| {
            let input = ListTagsForResourceRequest { account_id: account(), resource_arn: arn };
            let listed = cx.run::<ListTagsForResource, _>(&*service, input).await;
            listed.map(|it| it.tags.unwrap()).map_err(|error| error.code())
        };
        assert_eq!(list(arn()).await.unwrap(), [tag("b")]);
        assert_eq!(list("arn:aws:s3:::absent".into()).await, Err("NoSuchBucket"));
        assert_eq!(list("bucket".into()).await, Err("InvalidArgument"));
        let point = "arn:aws:s3:us-east-1:000000000000:accesspoint/p".to_owned();
        assert_eq!(list(point).await, Err("NotImplemented"));
    }
}
