//! `PutGroupPolicy`.

use crate::Iam;
use crate::records::Group;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::PutGroupPolicyRequest;
use shapes::iam::ops::PutGroupPolicy;

impl Handler<PutGroupPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: PutGroupPolicyRequest) -> Result<Unit> {
        let policy = (input.policy_name, input.policy_document);
        self.put_inline::<Group>(cx, &input.group_name, policy).await
    }
}
