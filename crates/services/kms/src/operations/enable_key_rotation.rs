//! `EnableKeyRotation`.

use crate::keys::{Found, SYMMETRIC};
use crate::managed::{DAY_MS, DAYS};
use crate::records::key::Rotation;
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kms::EnableKeyRotationRequest;
use shapes::kms::ops::EnableKeyRotation;

/// Counted anew from now, also where it was enabled with the same period.
impl Handler<EnableKeyRotation> for Kms {
    async fn handle(&self, cx: &Context, input: EnableKeyRotationRequest) -> Result<Unit> {
        let change = self.change(cx, &input.key_id, |found, key| {
            found.check_own(cx, "EnableKeyRotation")?;
            found.check_enabled()?;
            check_rotates(found)?;
            let days = match (input.rotation_period_in_days, &key.rotation) {
                (Some(days), _) => days,
                (None, Some(_)) => return Ok(()),
                (None, None) => DAYS,
            };
            let next_ms = cx.now().millis() + i64::from(days) * DAY_MS;
            key.rotation = Some(Rotation { days, next_ms });
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}

/// Refuses a key of which there is no newer material.
///
/// # Errors
/// `UnsupportedOperationException`.
pub(super) fn check_rotates(found: &Found) -> Result<()> {
    if found.key.spec == SYMMETRIC {
        return Ok(());
    }
    Err(errors::unsupported_here(format!(
        "{} key spec is {} which is not valid for this operation.",
        found.arn, found.key.spec
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use platform::testing::until;
    use shapes::kms::ops::{
        DisableKeyRotation, GetKeyRotationStatus, ListKeyRotations, RotateKeyOnDemand,
    };
    use shapes::kms::{
        DisableKeyRotationRequest, GetKeyRotationStatusRequest, ListKeyRotationsRequest,
        RotateKeyOnDemandRequest,
    };
    use std::time::Duration;

    #[tokio::test]
    async fn a_key_is_rotated_by_the_clock_and_when_somebody_asks() {
        let at = setting();
        at.service.platform.deadlines.start();
        let id = at.key().await;
        let input =
            EnableKeyRotationRequest { key_id: id.clone(), rotation_period_in_days: Some(90) };
        at.cx.call::<EnableKeyRotation>(input).await.unwrap();
        let status = async || {
            let input = GetKeyRotationStatusRequest { key_id: id.clone() };
            at.cx.call::<GetKeyRotationStatus>(input).await.unwrap()
        };
        let rotations = async |include: Option<&str>| {
            let input = ListKeyRotationsRequest {
                key_id: id.clone(),
                include_key_material: include.map(str::to_owned),
                ..Default::default()
            };
            at.cx.call::<ListKeyRotations>(input).await.unwrap().rotations.unwrap()
        };
        let before = status().await;
        assert_eq!(before.rotation_period_in_days, Some(90));
        assert!(rotations(None).await.is_empty());
        at.clock.advance(Duration::from_secs(90 * 24 * 3600));
        until(async || rotations(None).await.len() == 1).await;
        assert_eq!(
            status().await.next_rotation_date.unwrap().millis(),
            before.next_rotation_date.unwrap().millis() + 90 * DAY_MS
        );
        let now = RotateKeyOnDemandRequest { key_id: id.clone() };
        at.cx.call::<RotateKeyOnDemand>(now).await.unwrap();
        let kinds = rotations(None).await.into_iter().map(|it| it.rotation_type.unwrap());
        assert_eq!(kinds.collect::<Vec<_>>(), ["AUTOMATIC", "ON_DEMAND"]);
        let all = rotations(Some("ALL_KEY_MATERIAL")).await;
        let states = all.into_iter().map(|it| it.key_material_state.unwrap());
        assert_eq!(states.collect::<Vec<_>>(), ["NON_CURRENT", "NON_CURRENT", "CURRENT"]);
        let off = DisableKeyRotationRequest { key_id: id.clone() };
        at.cx.call::<DisableKeyRotation>(off).await.unwrap();
        let after = status().await;
        assert_eq!((after.key_rotation_enabled, after.next_rotation_date), (Some(false), None));
    }
}
