//! `UpdateAssumeRolePolicy`.

use crate::entity::Entity;
use crate::records::Role;
use crate::{Iam, policy};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::UpdateAssumeRolePolicyRequest;
use shapes::iam::ops::UpdateAssumeRolePolicy;

impl Handler<UpdateAssumeRolePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: UpdateAssumeRolePolicyRequest) -> Result<Unit> {
        self.find::<Role>(cx, &input.role_name).await?.guard()?;
        policy::check_trust(&input.policy_document)?;
        let change = |role: &mut Role| {
            role.guard()?;
            role.trust.clone_from(&input.policy_document);
            Ok(())
        };
        self.change(cx, &input.role_name, change).await.map(|_| Unit)
    }
}
