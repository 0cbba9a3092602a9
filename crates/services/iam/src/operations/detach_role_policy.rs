//! `DetachRolePolicy`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DetachRolePolicyRequest;
use shapes::iam::ops::DetachRolePolicy;

impl Handler<DetachRolePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: DetachRolePolicyRequest) -> Result<Unit> {
        self.detach::<Role>(cx, &input.role_name, &input.policy_arn).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn what_is_not_attached_cannot_be_detached() {
        let (service, cx) = fixture::service().await;
        let policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess".to_owned();
        let input = DetachRolePolicyRequest { role_name: "R".into(), policy_arn };
        let error = cx.run::<DetachRolePolicy, _>(&*service, input).await.unwrap_err();
        assert_eq!(error.message, "Policy arn:aws:iam::aws:policy/ReadOnlyAccess was not found.");
    }
}
