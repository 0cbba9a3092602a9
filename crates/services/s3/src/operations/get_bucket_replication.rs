//! `GetBucketReplication`.

use crate::S3;
use crate::bucket::reach;
use platform::{Context, Error, Handler, Result};
use shapes::ErrorShape;
use shapes::s3::ops::GetBucketReplication;
use shapes::s3::{GetBucketReplicationOutput, GetBucketReplicationRequest};

static ABSENT: ErrorShape = ErrorShape::client("ReplicationConfigurationNotFoundError", 404);

impl Handler<GetBucketReplication> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketReplicationRequest,
    ) -> Result<GetBucketReplicationOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        match &reached.bucket.settings.replication {
            Some(set) => {
                let replication_configuration = Some(set.0.clone());
                Ok(GetBucketReplicationOutput { replication_configuration })
            }
            None => {
                let message = "The replication configuration was not found";
                Err(Error::new(&ABSENT, message).with("BucketName", input.bucket))
            }
        }
    }
}
