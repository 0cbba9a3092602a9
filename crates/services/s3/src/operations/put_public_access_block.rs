//! `PutPublicAccessBlock`. Tried beside `GetPublicAccessBlock`.

use crate::S3;
use crate::settings::{self, PublicAccess, Setting};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::PutPublicAccessBlockRequest;
use shapes::s3::ops::PutPublicAccessBlock;

impl Handler<PutPublicAccessBlock> for S3 {
    async fn handle(&self, cx: &Context, input: PutPublicAccessBlockRequest) -> Result<Unit> {
        let set = PublicAccess::from(input.public_access_block_configuration);
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.public_access = Setting::Set(set);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
