//! `GetBucketAcl`. Tried beside `PutBucketAcl`.

use crate::S3;
use crate::acl::Acl;
use crate::bucket::{canonical_id, owner, reach};
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketAcl;
use shapes::s3::{GetBucketAclOutput, GetBucketAclRequest};

impl Handler<GetBucketAcl> for S3 {
    async fn handle(&self, cx: &Context, input: GetBucketAclRequest) -> Result<GetBucketAclOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let bucket = &reached.bucket;
        // What was set while lists acted is shown when they act again.
        let acl = match bucket.acls_act() {
            true => bucket.grants(),
            false => Acl::private(&canonical_id(&bucket.account)),
        };
        let owner = Some(owner(&bucket.account));
        Ok(GetBucketAclOutput { owner, grants: Some(acl.shown()) })
    }
}
