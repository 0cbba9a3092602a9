//! `GetBucketPolicyStatus`. Tried beside `PutBucketPolicy`.

use crate::S3;
use crate::bucket::reach;
use crate::policy;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetBucketPolicyStatus;
use shapes::s3::{GetBucketPolicyStatusOutput, GetBucketPolicyStatusRequest, PolicyStatus};

impl Handler<GetBucketPolicyStatus> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetBucketPolicyStatusRequest,
    ) -> Result<GetBucketPolicyStatusOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let document = policy::read(&reached.bucket);
        let document = document.ok_or_else(|| policy::absent(&input.bucket))?;
        let is_public = Some(policy::is_public(&document));
        Ok(GetBucketPolicyStatusOutput { policy_status: Some(PolicyStatus { is_public }) })
    }
}
