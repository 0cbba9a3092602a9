//! `DeleteRolePolicy`.

use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteRolePolicyRequest;
use shapes::iam::ops::DeleteRolePolicy;

impl Handler<DeleteRolePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteRolePolicyRequest) -> Result<Unit> {
        let name = &input.policy_name;
        let change = |role: &mut crate::Role| {
            let gone = role.inline.remove(name);
            gone.map(drop).ok_or_else(|| errors::no_inline_policy(name))
        };
        self.change(cx, &input.role_name, change).await.map(|()| Unit)
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
