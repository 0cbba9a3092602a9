//! `GetBucketAcl`. Tried beside `PutBucketAcl`.

use crate::S3;
use crate::acl;
use crate::bucket::{owner, reach};
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketAcl;
use shapes::s3::{GetBucketAclOutput, GetBucketAclRequest};

impl Handler<GetBucketAcl> for S3 {
    async fn handle(&self, cx: &Context, input: GetBucketAclRequest) -> Result<GetBucketAclOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let account = &reached.bucket.account;
        Ok(GetBucketAclOutput { owner: Some(owner(account)), grants: Some(acl::grants(account)) })
    }
}
