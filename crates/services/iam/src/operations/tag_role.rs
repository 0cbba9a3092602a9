//! `TagRole`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::TagRoleRequest;
use shapes::iam::ops::TagRole;

impl Handler<TagRole> for Iam {
    async fn handle(&self, cx: &Context, input: TagRoleRequest) -> Result<Unit> {
        self.tag::<Role>(cx, &input.role_name, input.tags).await
    }
}
