//! `ListObjectVersions`.

use crate::S3;
use crate::bucket::reach;
use crate::errors::unsupported;
use platform::{Context, Handler, Result};
use shapes::s3::ops::ListObjectVersions;
use shapes::s3::{ListObjectVersionsOutput, ListObjectVersionsRequest};

impl Handler<ListObjectVersions> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: ListObjectVersionsRequest,
    ) -> Result<ListObjectVersionsOutput> {
        reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        Err(unsupported("ListObjectVersions"))
    }
}
