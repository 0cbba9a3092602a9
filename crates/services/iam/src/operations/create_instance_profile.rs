//! `CreateInstanceProfile`.

use crate::records::InstanceProfile;
use crate::{Iam, paths, policies, tags};
use platform::{Context, Handler, Result};
use shapes::iam;
use shapes::iam::ops::CreateInstanceProfile;
use shapes::iam::{CreateInstanceProfileRequest, CreateInstanceProfileResponse};

impl Handler<CreateInstanceProfile> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: CreateInstanceProfileRequest,
    ) -> Result<CreateInstanceProfileResponse> {
        let path = paths::read(input.path)?;
        let profile = InstanceProfile {
            id: self.new_id("AIPA"),
            arn: policies::arn_of::<InstanceProfile>(cx, &path, &input.instance_profile_name),
            name: input.instance_profile_name,
            path,
            created_ms: cx.now().seconds() * 1000,
            tags: tags::read::<InstanceProfile>(input.tags)?,
            role: None,
        };
        self.create(cx, &profile, None).await?;
        let tags = tags::shown_if_any(&profile.tags);
        let instance_profile = iam::InstanceProfile { tags, ..profile.listed(None) };
        Ok(CreateInstanceProfileResponse { instance_profile })
    }
}
