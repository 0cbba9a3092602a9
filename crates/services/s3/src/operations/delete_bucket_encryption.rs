//! `DeleteBucketEncryption`. S3's own keys encrypt again; what is blocked stays so. Tried beside `GetBucketEncryption`.

use crate::S3;
use crate::settings::{self, Encryption};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketEncryptionRequest;
use shapes::s3::ops::DeleteBucketEncryption;

impl Handler<DeleteBucketEncryption> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteBucketEncryptionRequest) -> Result<Unit> {
        settings::change(cx, &input.bucket, input.expected_bucket_owner.as_deref(), |settings| {
            let blocked = std::mem::take(&mut settings.encryption.blocked);
            settings.encryption = Encryption { blocked, ..Encryption::default() };
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
