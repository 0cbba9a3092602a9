//! `TagInstanceProfile`.

use crate::Iam;
use crate::records::InstanceProfile;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::TagInstanceProfileRequest;
use shapes::iam::ops::TagInstanceProfile;

impl Handler<TagInstanceProfile> for Iam {
    async fn handle(&self, cx: &Context, input: TagInstanceProfileRequest) -> Result<Unit> {
        self.tag::<InstanceProfile>(cx, &input.instance_profile_name, input.tags).await
    }
}
