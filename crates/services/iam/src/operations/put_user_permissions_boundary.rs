//! `PutUserPermissionsBoundary`.

use crate::entity::Rows;
use crate::records::User;
use crate::{Iam, errors, policies};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::PutUserPermissionsBoundaryRequest;
use shapes::iam::ops::PutUserPermissionsBoundary;

impl Handler<PutUserPermissionsBoundary> for Iam {
    async fn handle(&self, cx: &Context, input: PutUserPermissionsBoundaryRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let mut user: User = rows.find(&input.user_name).await?;
            policies::touch(&mut rows, &input.permissions_boundary, errors::no_boundary).await?;
            user.boundary = Some(input.permissions_boundary.clone());
            rows.put(&user)?;
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}
