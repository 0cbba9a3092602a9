//! `PutObjectAcl`.

use crate::S3;
use crate::acl::Given;
use crate::bucket::reach;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectAcl;
use shapes::s3::{PutObjectAclOutput, PutObjectAclRequest};

impl Handler<PutObjectAcl> for S3 {
    async fn handle(&self, cx: &Context, input: PutObjectAclRequest) -> Result<PutObjectAclOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        self.find_beside(&reached, &input.key, input.version_id.as_deref()).await?;
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
        given.check(&reached.bucket.account, &["private", "bucket-owner-full-control"])?;
        Ok(PutObjectAclOutput::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{put, world};
    use shapes::s3::GetObjectAclRequest;
    use shapes::s3::ops::GetObjectAcl;

    #[tokio::test]
    async fn the_owner_has_full_control_and_nobody_else_has_any() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", "").await;
        let set = async |key: &str, acl: &str| {
            let input = PutObjectAclRequest {
                bucket: "bucket".into(),
                key: key.into(),
                acl: Some(acl.into()),
                ..Default::default()
            };
            cx.run::<PutObjectAcl, _>(&*service, input).await.map_err(|error| error.code())
        };
        set("k", "bucket-owner-full-control").await.unwrap();
        assert_eq!(set("k", "public-read").await.unwrap_err(), "AccessControlListNotSupported");
        assert_eq!(set("absent", "private").await.unwrap_err(), "NoSuchKey");
        let (bucket, key) = ("bucket".into(), "k".into());
        let input = GetObjectAclRequest { bucket, key, ..Default::default() };
        let grants = cx.run::<GetObjectAcl, _>(&*service, input).await.unwrap().grants.unwrap();
        assert_eq!(grants.len(), 1);
        assert_eq!(grants[0].permission.as_deref(), Some("FULL_CONTROL"));
    }
}
