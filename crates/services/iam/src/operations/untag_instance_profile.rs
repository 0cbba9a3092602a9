//! `UntagInstanceProfile`.

use crate::Iam;
use crate::records::InstanceProfile;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::UntagInstanceProfileRequest;
use shapes::iam::ops::UntagInstanceProfile;

impl Handler<UntagInstanceProfile> for Iam {
    async fn handle(&self, cx: &Context, input: UntagInstanceProfileRequest) -> Result<Unit> {
        self.untag::<InstanceProfile>(cx, &input.instance_profile_name, &input.tag_keys).await
    }
}
