//! `DeleteRole`.

use crate::entity::{Entity, Rows};
use crate::records::Role;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteRoleRequest;
use shapes::iam::ops::DeleteRole;

impl Handler<DeleteRole> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteRoleRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let role: Role = rows.find(&input.role_name).await?;
            role.guard()?;
            if !role.profiles.is_empty() {
                return Err(errors::still_has("remove roles from instance profile"));
            }
            role.held.check_empty()?;
            rows.delete::<Role>(&role.name);
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
    use shapes::iam::ops::{DeleteRolePolicy, GetRole, PutRolePolicy};
    use shapes::iam::{DeleteRolePolicyRequest, GetRoleRequest, PutRolePolicyRequest};

    #[tokio::test]
    async fn a_role_with_policies_stays() {
        let (service, cx) = fixture::service().await;
        let (role_name, policy_name) = ("R".to_owned(), "P".to_owned());
        let policy_document = fixture::ALLOW.to_owned();
        let put = PutRolePolicyRequest {
            role_name: role_name.clone(),
            policy_name: policy_name.clone(),
            policy_document,
        };
        cx.run::<PutRolePolicy, _>(&*service, put).await.unwrap();
        let delete = DeleteRoleRequest { role_name: role_name.clone() };
        let error = cx.run::<DeleteRole, _>(&*service, delete.clone()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "DeleteConflict: Cannot delete entity, must delete policies first."
        );
        let drop = DeleteRolePolicyRequest { role_name: role_name.clone(), policy_name };
        cx.run::<DeleteRolePolicy, _>(&*service, drop).await.unwrap();
        cx.run::<DeleteRole, _>(&*service, delete).await.unwrap();
        let get = GetRoleRequest { role_name };
        assert_eq!(cx.run::<GetRole, _>(&*service, get).await.unwrap_err().code(), "NoSuchEntity");
    }
}
