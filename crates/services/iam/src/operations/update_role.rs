//! `UpdateRole`.

use crate::Iam;
use crate::entity::Entity;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::iam::ops::UpdateRole;
use shapes::iam::{UpdateRoleRequest, UpdateRoleResponse};

impl Handler<UpdateRole> for Iam {
    async fn handle(&self, cx: &Context, input: UpdateRoleRequest) -> Result<UpdateRoleResponse> {
        let change = |role: &mut Role| {
            role.guard()?;
            if let Some(description) = &input.description {
                role.description = Some(description.clone());
            }
            role.max_session_seconds =
                input.max_session_duration.unwrap_or(role.max_session_seconds);
            Ok(())
        };
        self.change(cx, &input.role_name, change).await.map(|_| UpdateRoleResponse {})
    }
}
