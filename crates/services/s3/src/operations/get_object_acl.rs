//! `GetObjectAcl`. Tried beside `PutObjectAcl`.

use crate::S3;
use crate::acl::Acl;
use crate::bucket::{canonical_id, owner, reach};
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObjectAcl;
use shapes::s3::{GetObjectAclOutput, GetObjectAclRequest, Owner};

impl Handler<GetObjectAcl> for S3 {
    async fn handle(&self, cx: &Context, input: GetObjectAclRequest) -> Result<GetObjectAclOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let object = match self.find_beside(&reached, &input.key, input.version_id.as_deref()).await
        {
            Ok(object) => object,
            Err(error) => return Err(self.missing(cx, &reached, error).await),
        };
        let bucket = &reached.bucket;
        let (owner, acl) = match bucket.acls_act() {
            true => {
                let id = Some(object.owner_id(bucket));
                (Owner { id, display_name: None }, object.grants(bucket))
            }
            false => (owner(&bucket.account), Acl::private(&canonical_id(&bucket.account))),
        };
        Ok(GetObjectAclOutput {
            owner: Some(owner),
            grants: Some(acl.shown()),
            request_charged: None,
        })
    }
}
