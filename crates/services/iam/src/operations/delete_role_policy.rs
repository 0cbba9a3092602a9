//! `DeleteRolePolicy`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteRolePolicyRequest;
use shapes::iam::ops::DeleteRolePolicy;

impl Handler<DeleteRolePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteRolePolicyRequest) -> Result<Unit> {
        self.delete_inline::<Role>(cx, &input.role_name, &input.policy_name).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn a_missing_policy_cannot_be_deleted() {
        let (service, cx) = fixture::service().await;
        let input = DeleteRolePolicyRequest { role_name: "R".into(), policy_name: "P".into() };
        let error = cx.run::<DeleteRolePolicy, _>(&*service, input).await.unwrap_err();
        assert_eq!(error.code(), "NoSuchEntity");
    }
}
