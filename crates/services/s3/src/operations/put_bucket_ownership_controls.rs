//! `PutBucketOwnershipControls`. Tried beside `GetBucketOwnershipControls`.

use crate::S3;
use crate::errors::{INVALID_BUCKET_ACL, malformed_xml};
use crate::settings::{self, Ownership, Setting};
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketOwnershipControlsRequest;
use shapes::s3::ops::PutBucketOwnershipControls;

impl Handler<PutBucketOwnershipControls> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketOwnershipControlsRequest) -> Result<Unit> {
        let [rule] = &input.ownership_controls.rules[..] else { return Err(malformed_xml()) };
        let set = Ownership::parse(&rule.object_ownership)?;
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            // A list that grants something to others would mean nothing from here on.
            if set == Ownership::BucketOwnerEnforced && settings.acl.is_some() {
                let message = "Bucket cannot have ACLs set with ObjectOwnership's \
                               BucketOwnerEnforced setting";
                return Err(Error::new(&INVALID_BUCKET_ACL, message));
            }
            settings.ownership = Setting::Set(set);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
