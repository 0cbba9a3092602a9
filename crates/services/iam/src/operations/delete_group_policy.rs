//! `DeleteGroupPolicy`.

use crate::Iam;
use crate::records::Group;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteGroupPolicyRequest;
use shapes::iam::ops::DeleteGroupPolicy;

impl Handler<DeleteGroupPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteGroupPolicyRequest) -> Result<Unit> {
        self.delete_inline::<Group>(cx, &input.group_name, &input.policy_name).await
    }
}
