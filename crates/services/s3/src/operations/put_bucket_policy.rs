//! `PutBucketPolicy`.

use crate::S3;
use crate::access::refused;
use crate::accounts;
use crate::asks;
use crate::bucket::reach;
use crate::policy;
use crate::settings;
use platform::Error;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketPolicyRequest;
use shapes::s3::ops::PutBucketPolicy;

impl Handler<PutBucketPolicy> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketPolicyRequest) -> Result<Unit> {
        let policy = policy::check(&input.bucket, &input.policy)?;
        let is_public = policy::is_public(&policy);
        if is_public {
            let owner = input.expected_bucket_owner.as_deref();
            let reached = reach(cx, &input.bucket, owner).await?;
            if accounts::blocked(cx.tables(), &reached.bucket).await?.block_policy {
                return Err(public(cx, &input.bucket));
            }
        }
        // To shut oneself out needs no confirmation: the account's root can always take it back.
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            if is_public && settings.blocked().block_policy {
                return Err(public(cx, &input.bucket));
            }
            settings.policy = Some(policy::with_version(&input.policy));
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

/// That no policy may let everybody in.
fn public(cx: &Context, bucket: &str) -> Error {
    let why = " because public policies are prevented by the BlockPublicPolicy setting in S3 Block \
               Public Access.";
    refused(cx, "s3:PutBucketPolicy", &asks::bucket(cx, bucket), why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{put_request, stranger, world};
    use platform::served;
    use shapes::s3::ops::*;
    use shapes::s3::*;

    const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":["s3:GetObject","s3:PutObject"],
         "Resource":"arn:aws:s3:::bucket/shared/*"},
        {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::bucket/shut/*"},
        {"Effect":"Deny","Principal":"*","Action":"s3:*Policy*","Resource":"arn:aws:s3:::bucket"}]}"#;

    fn policy(text: &str) -> PutBucketPolicyRequest {
        let (bucket, policy) = ("bucket".into(), text.into());
        PutBucketPolicyRequest { bucket, policy, ..Default::default() }
    }

    #[tokio::test]
    async fn others_are_let_in_and_a_deny_keeps_out_but_root_can_mend_it() {
        let (service, cx, _) = world().await;
        cx.platform().serve(served(&service));
        let friend = stranger(&cx);
        let put = async |cx: &Context, key: &str| {
            cx.call::<PutObject>(put_request(key, "x")).await.map_err(|error| error.code())
        };
        assert_eq!(put(&friend, "shared/k").await.unwrap_err(), "AccessDenied");
        cx.call::<PutBucketPolicy>(policy(POLICY)).await.unwrap();
        put(&friend, "shared/k").await.unwrap();
        assert_eq!(put(&friend, "k").await.unwrap_err(), "AccessDenied");
        put(&cx, "k").await.unwrap();
        assert_eq!(put(&cx, "shut/k").await.unwrap_err(), "AccessDenied");
        let input = GetBucketPolicyRequest { bucket: "bucket".into(), ..Default::default() };
        let other = friend.call::<GetBucketPolicy>(input.clone()).await;
        assert_eq!(other.unwrap_err().code(), "AccessDenied");
        let shown = cx.call::<GetBucketPolicy>(input.clone()).await.unwrap();
        assert_eq!(shown.policy.as_deref(), Some(POLICY));
        let status = GetBucketPolicyStatusRequest { bucket: "bucket".into(), ..Default::default() };
        let refused = cx.call::<GetBucketPolicyStatus>(status).await;
        assert_eq!(refused.unwrap_err().code(), "AccessDenied");
        let delete = DeleteBucketPolicyRequest { bucket: "bucket".into(), ..Default::default() };
        cx.call::<DeleteBucketPolicy>(delete).await.unwrap();
        let absent = cx.call::<GetBucketPolicy>(input).await.unwrap_err();
        assert_eq!(absent.code(), "NoSuchBucketPolicy");
        assert_eq!(put(&friend, "shared/k").await.unwrap_err(), "AccessDenied");
        let taken = CreateBucketRequest { bucket: "bucket".into(), ..Default::default() };
        let taken = friend.call::<CreateBucket>(taken).await.unwrap_err();
        assert_eq!(taken.code(), "BucketAlreadyExists");
    }

    #[tokio::test]
    async fn public_policies_are_prevented_until_they_are_not_and_then_may_be_restricted() {
        let (service, cx, _) = world().await;
        cx.platform().serve(served(&service));
        let friend = stranger(&cx);
        let public = r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject",
            "Resource":"arn:aws:s3:::bucket/*"}}"#;
        crate::testing::put(&service, &cx, "k", "x").await;
        let refused = cx.call::<PutBucketPolicy>(policy(public)).await.unwrap_err();
        assert_eq!(refused.code(), "AccessDenied");
        assert!(refused.message.contains("BlockPublicPolicy"), "{refused}");
        let allow = async |restrict: bool| {
            let configuration = PublicAccessBlockConfiguration {
                restrict_public_buckets: Some(restrict),
                ..Default::default()
            };
            let input = PutPublicAccessBlockRequest {
                bucket: "bucket".into(),
                public_access_block_configuration: configuration,
                ..Default::default()
            };
            cx.call::<PutPublicAccessBlock>(input).await.unwrap();
        };
        let get = async |cx: &Context| {
            let input = crate::testing::get_request("k");
            cx.call::<GetObject>(input).await.map(drop).map_err(|error| error.code())
        };
        allow(false).await;
        cx.call::<PutBucketPolicy>(policy(public)).await.unwrap();
        assert_eq!(get(&friend).await, Ok(()));
        allow(true).await;
        assert_eq!(get(&friend).await, Err("AccessDenied"));
        assert_eq!(get(&cx).await, Ok(()));
    }
}
