//! `PutBucketAcl`.

use crate::S3;
use crate::access::check_public;
use crate::acl::{self, Acl, Given, Owners, Subject};
use crate::asks;
use crate::bucket::{canonical_id, reach};
use crate::errors::operation_aborted;
use crate::settings::{self, Ownership};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketAclRequest;
use shapes::s3::ops::PutBucketAcl;

impl Handler<PutBucketAcl> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketAclRequest) -> Result<Unit> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let given =
            Given { policy: input.access_control_policy.as_ref(), ..acl::headers!(input, write) };
        let own = &*canonical_id(&reached.bucket.account);
        let acl = given.must(Owners { own, of_bucket: own }, Subject::Bucket)?;
        let acl = Some(acl).filter(|acl| *acl != Acl::private(own));
        if acl.is_some() && !reached.bucket.acls_act() {
            return Err(acl::not_supported());
        }
        if acl.as_ref().is_some_and(Acl::is_public) {
            let arn = asks::bucket(cx, &input.bucket);
            check_public(cx, &reached.bucket, ("s3:PutBucketAcl", &arn)).await?;
        }
        let ownership = reached.bucket.settings.owned();
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            // Somebody has made lists mean nothing meanwhile.
            if acl.is_some() && settings.owned() != ownership {
                return Err(operation_aborted());
            }
            if settings.owned() != Ownership::BucketOwnerEnforced {
                settings.acl.clone_from(&acl);
            }
            Ok(())
        })
        .await?;
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
