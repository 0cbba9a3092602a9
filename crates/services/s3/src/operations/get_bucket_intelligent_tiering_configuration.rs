//! `GetBucketIntelligentTieringConfiguration`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketIntelligentTieringConfiguration;
use shapes::s3::{
    GetBucketIntelligentTieringConfigurationOutput, GetBucketIntelligentTieringConfigurationRequest,
};

impl Handler<GetBucketIntelligentTieringConfiguration> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketIntelligentTieringConfigurationRequest,
    ) -> Result<GetBucketIntelligentTieringConfigurationOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("GetBucketIntelligentTieringConfiguration"))
    }
}
