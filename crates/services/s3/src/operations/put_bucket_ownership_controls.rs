//! `PutBucketOwnershipControls`. Tried beside `GetBucketOwnershipControls`.

use crate::S3;
use crate::errors::malformed_xml;
use crate::settings::{self, Ownership, Setting};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutBucketOwnershipControlsRequest;
use shapes::s3::ops::PutBucketOwnershipControls;

impl Handler<PutBucketOwnershipControls> for S3 {
    async fn handle(&self, cx: &Context, input: PutBucketOwnershipControlsRequest) -> Result<Unit> {
        let [rule] = &input.ownership_controls.rules[..] else { return Err(malformed_xml()) };
        let set = Ownership::parse(&rule.object_ownership)?;
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.ownership = Setting::Set(set);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
