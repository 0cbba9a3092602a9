//! `UpdateRoleDescription`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::iam;
use shapes::iam::ops::UpdateRoleDescription;
use shapes::iam::{UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse};

impl Handler<UpdateRoleDescription> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateRoleDescriptionRequest,
    ) -> Result<UpdateRoleDescriptionResponse> {
        let change = |role: &mut Role| {
            role.description = Some(input.description.clone());
            Ok(())
        };
        let role = self.change(cx, &input.role_name, change).await?;
        let shown = iam::Role { description: role.description.clone(), ..role.brief() };
        Ok(UpdateRoleDescriptionResponse { role: Some(shown) })
    }
}
