//! `GetObjectAcl`. Tried beside `PutObjectAcl`.

use crate::S3;
use crate::acl;
use crate::bucket::{owner, reach};
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObjectAcl;
use shapes::s3::{GetObjectAclOutput, GetObjectAclRequest};

impl Handler<GetObjectAcl> for S3 {
    async fn handle(&self, cx: &Context, input: GetObjectAclRequest) -> Result<GetObjectAclOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        self.find_beside(&reached, &input.key, input.version_id.as_deref()).await?;
        let account = &reached.bucket.account;
        Ok(GetObjectAclOutput {
            owner: Some(owner(account)),
            grants: Some(acl::grants(account)),
            request_charged: None,
        })
    }
}
