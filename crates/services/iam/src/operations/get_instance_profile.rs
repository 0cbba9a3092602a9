//! `GetInstanceProfile`.

use crate::Iam;
use crate::records::InstanceProfile;
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetInstanceProfile;
use shapes::iam::{GetInstanceProfileRequest, GetInstanceProfileResponse};

impl Handler<GetInstanceProfile> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetInstanceProfileRequest,
    ) -> Result<GetInstanceProfileResponse> {
        let profile: InstanceProfile = self.find(cx, &input.instance_profile_name).await?;
        let instance_profile = self.full_profile(cx, &profile).await?;
        Ok(GetInstanceProfileResponse { instance_profile })
    }
}
