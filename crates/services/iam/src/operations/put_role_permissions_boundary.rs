//! `PutRolePermissionsBoundary`.

use crate::entity::{Entity, Rows};
use crate::records::Role;
use crate::{Iam, errors, policies};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::PutRolePermissionsBoundaryRequest;
use shapes::iam::ops::PutRolePermissionsBoundary;

impl Handler<PutRolePermissionsBoundary> for Iam {
    async fn handle(&self, cx: &Context, input: PutRolePermissionsBoundaryRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let mut role: Role = rows.find(&input.role_name).await?;
            role.guard()?;
            policies::touch(&mut rows, &input.permissions_boundary, errors::no_boundary).await?;
            role.boundary = Some(input.permissions_boundary.clone());
            rows.put(&role)?;
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}
