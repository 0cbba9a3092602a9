//! `RemoveRoleFromInstanceProfile`.

use crate::entity::{Entity, Rows};
use crate::records::{InstanceProfile, Role};
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::RemoveRoleFromInstanceProfileRequest;
use shapes::iam::ops::RemoveRoleFromInstanceProfile;

impl Handler<RemoveRoleFromInstanceProfile> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: RemoveRoleFromInstanceProfileRequest,
    ) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let mut profile: InstanceProfile = rows.find(&input.instance_profile_name).await?;
            let mut role: Role = rows.find(&input.role_name).await?;
            role.guard()?;
            if !role.profiles.remove(&profile.name.to_ascii_lowercase()) {
                return Err(errors::missing(format_args!(
                    "Role {} in Instance Profile {}",
                    role.name, profile.name
                )));
            }
            profile.role = None;
            rows.put(&profile)?;
            rows.put(&role)?;
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}
