//! `PutBucketAcl`.

use crate::S3;
use crate::acl::Given;
use crate::bucket::reach;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketAclRequest;
use shapes::s3::ops::PutBucketAcl;

impl Handler<PutBucketAcl> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketAclRequest) -> Result<Unit> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let given = Given {
            canned: input.acl.as_deref(),
            policy: input.access_control_policy.as_ref(),
            grants: [
                &input.grant_full_control,
                &input.grant_read,
                &input.grant_read_acp,
                &input.grant_write,
                &input.grant_write_acp,
            ],
        };
        given.check(&reached.bucket.account, &["private"])?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bucket::owner;
    use crate::testing::world;
    use shapes::s3::AccessControlPolicy;
    use shapes::s3::GetBucketAclRequest;
    use shapes::s3::ops::GetBucketAcl;

    #[tokio::test]
    async fn what_holds_anyway_may_be_said_again() {
        let (service, cx, _) = world().await;
        let request = || PutBucketAclRequest { bucket: "bucket".into(), ..Default::default() };
        let put = async |input| {
            cx.run::<PutBucketAcl, _>(&*service, input).await.map_err(|error| error.code())
        };
        let canned = |acl: &str| PutBucketAclRequest { acl: Some(acl.into()), ..request() };
        put(canned("private")).await.unwrap();
        let refused = put(canned("public-read")).await.unwrap_err();
        assert_eq!(refused, "AccessControlListNotSupported");
        assert_eq!(put(canned("x")).await.unwrap_err(), "InvalidArgument");
        assert_eq!(put(request()).await.unwrap_err(), "MissingSecurityHeader");
        let input = GetBucketAclRequest { bucket: "bucket".into(), ..Default::default() };
        let shown = cx.run::<GetBucketAcl, _>(&*service, input).await.unwrap();
        assert_eq!(shown.owner, Some(owner(&cx.account)));
        let policy = AccessControlPolicy { owner: shown.owner, grants: shown.grants };
        let same = PutBucketAclRequest { access_control_policy: Some(policy), ..request() };
        put(same.clone()).await.unwrap();
        let mut more = same;
        let grants = more.access_control_policy.as_mut().unwrap().grants.as_mut().unwrap();
        grants.push(grants[0].clone());
        assert_eq!(put(more).await.unwrap_err(), "AccessControlListNotSupported");
    }
}
