//! `ListBucketInventoryConfigurations`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::ListBucketInventoryConfigurations;
use shapes::s3::{
    ListBucketInventoryConfigurationsOutput, ListBucketInventoryConfigurationsRequest,
};

impl Handler<ListBucketInventoryConfigurations> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: ListBucketInventoryConfigurationsRequest,
    ) -> Result<ListBucketInventoryConfigurationsOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("ListBucketInventoryConfigurations"))
    }
}
