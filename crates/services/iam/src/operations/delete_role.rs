//! `DeleteRole`.

use crate::record::{ROLES, key};
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteRoleRequest;
use shapes::iam::ops::DeleteRole;

impl Handler<DeleteRole> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteRoleRequest) -> Result<Unit> {
        let (tables, name) = (&*self.platform.store.tables, &input.role_name);
        let key = key(&cx.account, name);
        let deleted = ROLES.change(tables, &key, |role, batch| {
            let role = role.ok_or_else(|| errors::no_role(name))?;
            if !role.attached.is_empty() {
                let words = "Cannot delete entity, must detach all policies first.";
                return Err(errors::conflict(words));
            }
            if !role.inline.is_empty() {
                let words = "Cannot delete entity, must delete policies first.";
                return Err(errors::conflict(words));
            }
            Ok((batch.delete(ROLES.table, &key[..]), Unit))
        });
        deleted.await
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
