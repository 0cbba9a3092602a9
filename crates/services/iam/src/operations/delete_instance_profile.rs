//! `DeleteInstanceProfile`.

use crate::entity::Rows;
use crate::records::InstanceProfile;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteInstanceProfileRequest;
use shapes::iam::ops::DeleteInstanceProfile;

impl Handler<DeleteInstanceProfile> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteInstanceProfileRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let profile: InstanceProfile = rows.find(&input.instance_profile_name).await?;
            if profile.role.is_some() {
                return Err(errors::still_has("remove roles from instance profile"));
            }
            rows.delete::<InstanceProfile>(&profile.name);
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}
