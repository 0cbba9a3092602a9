//! `DeleteBucketEncryption`. The bucket is as it was made. Tried beside `GetBucketEncryption`.

use crate::S3;
use crate::settings::{self, Encryption};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketEncryptionRequest;
use shapes::s3::ops::DeleteBucketEncryption;

impl Handler<DeleteBucketEncryption> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteBucketEncryptionRequest) -> Result<Unit> {
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            settings.encryption = Encryption::default();
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
