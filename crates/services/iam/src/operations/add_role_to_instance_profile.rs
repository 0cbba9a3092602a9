//! `AddRoleToInstanceProfile`.

use crate::entity::{Entity, Rows};
use crate::records::{InstanceProfile, Role};
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::AddRoleToInstanceProfileRequest;
use shapes::iam::ops::AddRoleToInstanceProfile;

impl Handler<AddRoleToInstanceProfile> for Iam {
    async fn handle(&self, cx: &Context, input: AddRoleToInstanceProfileRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let mut profile: InstanceProfile = rows.find(&input.instance_profile_name).await?;
            let mut role: Role = rows.find(&input.role_name).await?;
            role.guard()?;
            if profile.role.is_some() {
                return Err(errors::over_quota("InstanceSessionsPerInstanceProfile", 1));
            }
            profile.role = Some(role.name.to_ascii_lowercase());
            role.profiles.insert(profile.name.to_ascii_lowercase());
            rows.put(&profile)?;
            rows.put(&role)?;
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::ops::*;
    use shapes::iam::*;

    #[tokio::test]
    async fn a_profile_has_one_role_and_both_stay_while_it_has() {
        let (service, cx) = fixture::service().await;
        cx.run::<CreateRole, _>(&*service, fixture::role("S")).await.unwrap();
        let name = || "P".to_owned();
        let create =
            CreateInstanceProfileRequest { instance_profile_name: name(), ..Default::default() };
        cx.run::<CreateInstanceProfile, _>(&*service, create).await.unwrap();
        let add = |role: &str| AddRoleToInstanceProfileRequest {
            instance_profile_name: name(),
            role_name: role.to_owned(),
        };
        cx.run::<AddRoleToInstanceProfile, _>(&*service, add("R")).await.unwrap();
        let error = cx.run::<AddRoleToInstanceProfile, _>(&*service, add("S")).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "LimitExceeded: Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"
        );
        let conflict = "Cannot delete entity, must remove roles from instance profile first.";
        let role = DeleteRoleRequest { role_name: "R".into() };
        let error = cx.run::<DeleteRole, _>(&*service, role.clone()).await.unwrap_err();
        assert_eq!(error.message, conflict);
        let profile = DeleteInstanceProfileRequest { instance_profile_name: name() };
        let error = cx.run::<DeleteInstanceProfile, _>(&*service, profile.clone()).await;
        assert_eq!(error.unwrap_err().message, conflict);
        let list =
            ListInstanceProfilesForRoleRequest { role_name: "R".into(), ..Default::default() };
        let found = cx.run::<ListInstanceProfilesForRole, _>(&*service, list).await.unwrap();
        assert_eq!(found.instance_profiles[0].roles[0].role_name, "R");
        let remove = |role: &str| RemoveRoleFromInstanceProfileRequest {
            instance_profile_name: name(),
            role_name: role.to_owned(),
        };
        let error = cx.run::<RemoveRoleFromInstanceProfile, _>(&*service, remove("S")).await;
        assert_eq!(error.unwrap_err().message, "Role S in Instance Profile P cannot be found.");
        cx.run::<RemoveRoleFromInstanceProfile, _>(&*service, remove("R")).await.unwrap();
        cx.run::<DeleteRole, _>(&*service, role).await.unwrap();
        cx.run::<DeleteInstanceProfile, _>(&*service, profile).await.unwrap();
    }
}
