//! `GetKeyRotationStatus`.

use super::enable_key_rotation::check_rotates;
use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::kms::ops::GetKeyRotationStatus;
use shapes::kms::{GetKeyRotationStatusRequest, GetKeyRotationStatusResponse};

/// A rotation on demand is done when it is answered, and so never under way.
impl Handler<GetKeyRotationStatus> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: GetKeyRotationStatusRequest,
    ) -> Result<GetKeyRotationStatusResponse> {
        let found = self.known(cx, &input.key_id).await?;
        check_rotates(&found)?;
        let rotation = found.key.rotation.as_ref().filter(|_| found.key.deletion_ms.is_none());
        Ok(GetKeyRotationStatusResponse {
            key_rotation_enabled: Some(rotation.is_some()),
            key_id: Some(found.arn.clone()),
            rotation_period_in_days: rotation.map(|it| it.days),
            next_rotation_date: rotation.map(|it| Timestamp(it.next_ms)),
            on_demand_rotation_start_date: None,
        })
    }
}
