//! `PutObjectLegalHold`. Tried beside `PutObjectRetention`.

use crate::S3;
use crate::bucket::reach;
use crate::lock;
use crate::notify::Deed;
use crate::object::Object;
use crate::service::Place;
use platform::{Context, Handler, Result};
use shapes::s3::ops::PutObjectLegalHold;
use shapes::s3::{PutObjectLegalHoldOutput, PutObjectLegalHoldRequest};

impl Handler<PutObjectLegalHold> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: PutObjectLegalHoldRequest,
    ) -> Result<PutObjectLegalHoldOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let is_on = lock::read_hold(input.legal_hold)?;
        lock::check(&reached.bucket)?;
        let place = Place { bucket: &input.bucket, reached: &reached, key: &input.key };
        let change = |object: &mut Object| {
            object.lock.get_or_insert_default().legal_hold = Some(is_on);
            Ok(())
        };
        let deed = Deed::of_lock(cx);
        self.amend(&deed, &place, input.version_id.as_deref(), change).await?;
        Ok(PutObjectLegalHoldOutput::default())
    }
}
