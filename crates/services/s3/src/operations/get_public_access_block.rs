//! `GetPublicAccessBlock`.

use crate::S3;
use crate::bucket::reach;
use crate::settings::PublicAccess;
use platform::Error;
use platform::{Context, Handler, Result};
use shapes::ErrorShape;
use shapes::s3::ops::GetPublicAccessBlock;
use shapes::s3::{GetPublicAccessBlockOutput, GetPublicAccessBlockRequest};

impl Handler<GetPublicAccessBlock> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetPublicAccessBlockRequest,
    ) -> Result<GetPublicAccessBlockOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let set = reached.bucket.settings.public_access.get(PublicAccess::ALL);
        let Some(set) = set else {
            let message = "The public access block configuration was not found";
            return Err(Error::new(&ABSENT, message).with("BucketName", input.bucket));
        };
        Ok(GetPublicAccessBlockOutput { public_access_block_configuration: Some(set.into()) })
    }
}

static ABSENT: ErrorShape = ErrorShape::client("NoSuchPublicAccessBlockConfiguration", 404);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;
    use shapes::s3::ops::{DeletePublicAccessBlock, PutPublicAccessBlock};
    use shapes::s3::{
        DeletePublicAccessBlockRequest, PublicAccessBlockConfiguration, PutPublicAccessBlockRequest,
    };

    #[tokio::test]
    async fn a_new_bucket_blocks_all_until_it_is_told_otherwise() {
        let (service, cx, _) = world().await;
        let bucket = || "bucket".to_owned();
        let get = async || {
            let input = GetPublicAccessBlockRequest { bucket: bucket(), ..Default::default() };
            let output = cx.run::<GetPublicAccessBlock, _>(&*service, input).await;
            output.map(|output| output.public_access_block_configuration.unwrap())
        };
        let all = PublicAccessBlockConfiguration::from(PublicAccess::ALL);
        assert_eq!(get().await.unwrap(), all);
        let one = || PublicAccessBlockConfiguration {
            block_public_acls: Some(true),
            ..Default::default()
        };
        let input = PutPublicAccessBlockRequest {
            bucket: bucket(),
            public_access_block_configuration: one(),
            ..Default::default()
        };
        cx.run::<PutPublicAccessBlock, _>(&*service, input).await.unwrap();
        let set = get().await.unwrap();
        assert_eq!((set.block_public_acls, set.block_public_policy), (Some(true), Some(false)));
        let input = DeletePublicAccessBlockRequest { bucket: bucket(), ..Default::default() };
        cx.run::<DeletePublicAccessBlock, _>(&*service, input).await.unwrap();
        assert_eq!(get().await.unwrap_err().code(), "NoSuchPublicAccessBlockConfiguration");
    }
}
