//! Instance profiles with their roles.

use crate::Iam;
use crate::records::{InstanceProfile, Role};
use platform::{Context, Result};
use shapes::iam;

impl Iam {
    /// The role in a profile, as IAM shows it there.
    async fn role_in(&self, cx: &Context, profile: &InstanceProfile) -> Result<Option<iam::Role>> {
        let Some(name) = &profile.role else { return Ok(None) };
        Ok(self.look::<Role>(cx, name).await?.map(|role| role.brief()))
    }

    /// A profile as IAM shows it when it is asked for.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn full_profile(
        &self,
        cx: &Context,
        profile: &InstanceProfile,
    ) -> Result<iam::InstanceProfile> {
        Ok(profile.full(self.role_in(cx, profile).await?))
    }

    /// Profiles as IAM shows them in a list.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn listed_profiles(
        &self,
        cx: &Context,
        profiles: &[InstanceProfile],
    ) -> Result<Vec<iam::InstanceProfile>> {
        let mut listed = Vec::with_capacity(profiles.len());
        for profile in profiles {
            listed.push(profile.listed(self.role_in(cx, profile).await?));
        }
        Ok(listed)
    }

    /// The profiles that a role is in.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn profiles_of(
        &self,
        cx: &Context,
        role: &Role,
    ) -> Result<Vec<InstanceProfile>> {
        let mut profiles = Vec::with_capacity(role.profiles.len());
        for name in &role.profiles {
            profiles.extend(self.look::<InstanceProfile>(cx, name).await?);
        }
        Ok(profiles)
    }
}
