//! `GetObjectLegalHold`. Tried beside `PutObjectRetention`.

use crate::S3;
use crate::bucket::reach;
use crate::lock;
use platform::{Context, Handler, Result};
use shapes::s3::ops::GetObjectLegalHold;
use shapes::s3::{GetObjectLegalHoldOutput, GetObjectLegalHoldRequest, ObjectLockLegalHold};

impl Handler<GetObjectLegalHold> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: GetObjectLegalHoldRequest,
    ) -> Result<GetObjectLegalHoldOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        lock::check(&reached.bucket)?;
        let object = self.find_beside(&reached, &input.key, input.version_id.as_deref()).await?;
        let is_on = object.lock.and_then(|lock| lock.legal_hold).ok_or_else(lock::absent)?;
        let status = Some(lock::on_off(is_on).to_owned());
        Ok(GetObjectLegalHoldOutput { legal_hold: Some(ObjectLockLegalHold { status }) })
    }
}
