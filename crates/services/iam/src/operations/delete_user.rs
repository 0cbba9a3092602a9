//! `DeleteUser`.

use crate::entity::Rows;
use crate::records::User;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteUserRequest;
use shapes::iam::ops::DeleteUser;

impl Handler<DeleteUser> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteUserRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let user: User = rows.find(&input.user_name).await?;
            user.held.check_empty()?;
            if !user.keys.is_empty() {
                return Err(errors::still_has("delete access keys"));
            }
            if !user.groups.is_empty() {
                return Err(errors::still_has("remove users from group"));
            }
            rows.delete::<User>(&user.name);
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::AttachUserPolicyRequest;
    use shapes::iam::ops::AttachUserPolicy;

    #[tokio::test]
    async fn a_user_that_holds_a_policy_stays() {
        let (service, cx) = fixture::service().await;
        fixture::user(&service, &cx, "ann").await;
        let user_name = "ann".to_owned();
        let policy_arn = fixture::policy(&service, &cx, "P").await;
        let attach = AttachUserPolicyRequest { user_name: user_name.clone(), policy_arn };
        cx.run::<AttachUserPolicy, _>(&*service, attach).await.unwrap();
        let error = cx.run::<DeleteUser, _>(&*service, DeleteUserRequest { user_name }).await;
        assert_eq!(
            error.unwrap_err().to_string(),
            "DeleteConflict: Cannot delete entity, must detach all policies first."
        );
    }
}
