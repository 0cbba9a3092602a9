//! `GetBucketPolicy`. Tried beside `PutBucketPolicy`.

use crate::S3;
use crate::bucket::reach;
use crate::policy;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketPolicy;
use shapes::s3::{GetBucketPolicyOutput, GetBucketPolicyRequest};

impl Handler<GetBucketPolicy> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketPolicyRequest,
    ) -> Result<GetBucketPolicyOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let policy = reached.bucket.settings.policy.clone();
        let policy = policy.ok_or_else(|| policy::absent(&input.bucket))?;
        Ok(GetBucketPolicyOutput { policy: Some(policy) })
    }
}
