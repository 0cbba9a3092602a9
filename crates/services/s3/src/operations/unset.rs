//! What cannot be set for a bucket here, read and taken away as AWS does where nothing is set:
//! replication.

use crate::S3;
use crate::bucket::reach;
use platform::{Context, Error, Handler, Result};
use shapes::s3::ops::*;
use shapes::s3::*;
use shapes::{ErrorShape, Unit};

/// Handlers that say that nothing is set: by an error of their own, or by an empty answer.
macro_rules! unset {
    ($($operation:ident($input:ty) -> $output:ty $(: $code:literal, $message:literal)?;)+) => {$(
        impl Handler<$operation> for S3 {
            async fn handle(&self, cx: &Context, input: $input) -> Result<$output> {
                reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
                unset!(@answer input $(, $code, $message)?)
            }
        }
    )+};
    (@answer $input:ident) => {
        Ok(Default::default())
    };
    (@answer $input:ident, $code:literal, $message:literal) => {{
        static ABSENT: ErrorShape = ErrorShape::client($code, 404);
        Err(Error::new(&ABSENT, $message).with("BucketName", $input.bucket))
    }};
}

unset! {
    GetBucketReplication(GetBucketReplicationRequest) -> GetBucketReplicationOutput:
        "ReplicationConfigurationNotFoundError", "The replication configuration was not found";
    DeleteBucketReplication(DeleteBucketReplicationRequest) -> Unit;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{stranger, world};

    #[tokio::test]
    async fn what_is_not_set_has_an_error_of_its_own_or_an_empty_answer() {
        let (service, cx, _) = world().await;
        let bucket = || "bucket".to_owned();
        let input = GetBucketReplicationRequest { bucket: bucket(), ..Default::default() };
        let absent = cx.run::<GetBucketReplication, _>(&*service, input.clone()).await.unwrap_err();
        let code = "ReplicationConfigurationNotFoundError";
        assert_eq!((absent.code(), absent.shape.status), (code, 404));
        assert_eq!(absent.fields, [("BucketName", bucket())]);
        let other = stranger(&cx).run::<GetBucketReplication, _>(&*service, input).await;
        assert_eq!(other.unwrap_err().code(), "AccessDenied");
        let input = GetBucketLoggingRequest { bucket: bucket(), ..Default::default() };
        let none = cx.run::<GetBucketLogging, _>(&*service, input).await.unwrap();
        assert_eq!(none, GetBucketLoggingOutput::default());
        let input =
            DeleteBucketReplicationRequest { bucket: "nowhere".into(), ..Default::default() };
        let gone = cx.run::<DeleteBucketReplication, _>(&*service, input).await.unwrap_err();
        assert_eq!(gone.code(), "NoSuchBucket");
    }
}
