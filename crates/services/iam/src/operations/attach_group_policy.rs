//! `AttachGroupPolicy`.

use crate::Iam;
use crate::records::Group;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::AttachGroupPolicyRequest;
use shapes::iam::ops::AttachGroupPolicy;

impl Handler<AttachGroupPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: AttachGroupPolicyRequest) -> Result<Unit> {
        self.attach::<Group>(cx, &input.group_name, &input.policy_arn).await
    }
}
