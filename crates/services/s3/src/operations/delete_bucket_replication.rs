//! `DeleteBucketReplication`. What is not brought by then has failed.

use crate::S3;
use crate::settings;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::s3::DeleteBucketReplicationRequest;
use shapes::s3::ops::DeleteBucketReplication;

impl Handler<DeleteBucketReplication> for S3 {
    async fn handle(&self, cx: &Context, input: DeleteBucketReplicationRequest) -> Result<Unit> {
        let owner = input.expected_bucket_owner.as_deref();
        settings::change(cx, &input.bucket, owner, |settings| {
            settings.replication = None;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
