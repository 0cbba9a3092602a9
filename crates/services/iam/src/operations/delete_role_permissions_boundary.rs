//! `DeleteRolePermissionsBoundary`.

use crate::Iam;
use crate::entity::Entity;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteRolePermissionsBoundaryRequest;
use shapes::iam::ops::DeleteRolePermissionsBoundary;

impl Handler<DeleteRolePermissionsBoundary> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteRolePermissionsBoundaryRequest,
    ) -> Result<Unit> {
        let change = |role: &mut Role| {
            role.guard()?;
            role.boundary = None;
            Ok(())
        };
        self.change(cx, &input.role_name, change).await.map(|_| Unit)
    }
}
