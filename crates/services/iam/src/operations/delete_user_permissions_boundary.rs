//! `DeleteUserPermissionsBoundary`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteUserPermissionsBoundaryRequest;
use shapes::iam::ops::DeleteUserPermissionsBoundary;

impl Handler<DeleteUserPermissionsBoundary> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteUserPermissionsBoundaryRequest,
    ) -> Result<Unit> {
        let change = |user: &mut User| {
            user.boundary = None;
            Ok(())
        };
        self.change(cx, &input.user_name, change).await.map(|_| Unit)
    }
}
