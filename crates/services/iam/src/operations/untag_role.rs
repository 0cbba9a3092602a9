//! `UntagRole`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::UntagRoleRequest;
use shapes::iam::ops::UntagRole;

impl Handler<UntagRole> for Iam {
    async fn handle(&self, cx: &Context, input: UntagRoleRequest) -> Result<Unit> {
        self.untag::<Role>(cx, &input.role_name, &input.tag_keys).await
    }
}
