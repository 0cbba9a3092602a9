//! `ListInstanceProfilesForRole`.

use crate::Iam;
use crate::paging::page;
use crate::records::{InstanceProfile, Role};
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListInstanceProfilesForRole;
use shapes::iam::{ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse};

impl Handler<ListInstanceProfilesForRole> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListInstanceProfilesForRoleRequest,
    ) -> Result<ListInstanceProfilesForRoleResponse> {
        let role: Role = self.find(cx, &input.role_name).await?;
        let profiles = self.profiles_of(cx, &role).await?.into_iter();
        let name = |profile: &InstanceProfile| profile.name.to_ascii_lowercase();
        let page = page(profiles, name, input.marker.as_deref(), input.max_items);
        Ok(ListInstanceProfilesForRoleResponse {
            instance_profiles: self.listed_profiles(cx, &page.items).await?,
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}
