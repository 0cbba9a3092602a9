//! `DetachGroupPolicy`.

use crate::Iam;
use crate::records::Group;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DetachGroupPolicyRequest;
use shapes::iam::ops::DetachGroupPolicy;

impl Handler<DetachGroupPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: DetachGroupPolicyRequest) -> Result<Unit> {
        self.detach::<Group>(cx, &input.group_name, &input.policy_arn).await
    }
}
