//! `RotateKeyOnDemand`.

use super::enable_key_rotation::check_rotates;
use crate::{Kms, errors};
use platform::{Context, Handler, Result};
use shapes::kms::ops::RotateKeyOnDemand;
use shapes::kms::{RotateKeyOnDemandRequest, RotateKeyOnDemandResponse};
use store::Batch;

/// How often that can be asked of one key.
const MOST: usize = 25;

impl Handler<RotateKeyOnDemand> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: RotateKeyOnDemandRequest,
    ) -> Result<RotateKeyOnDemandResponse> {
        loop {
            let found = self.find(cx, &input.key_id).await?;
            found.check_own(cx, "RotateKeyOnDemand")?;
            found.check_enabled()?;
            check_rotates(&found)?;
            let mut key = found.key.clone();
            if key.materials.iter().filter(|it| it.on_demand).count() >= MOST {
                let message = "The maximum number of on-demand rotations for this key has been \
                               reached.";
                return Err(errors::limit(message));
            }
            let place = (&*found.account, &*cx.region);
            key.materials.push(self.material(place, (&key.id, &key.spec), true).await?);
            if self.commit(cx, &found, &key, Batch::new()).await? {
                return Ok(RotateKeyOnDemandResponse { key_id: Some(found.arn) });
            }
        }
    }
}
