//! `DeleteUserPolicy`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteUserPolicyRequest;
use shapes::iam::ops::DeleteUserPolicy;

impl Handler<DeleteUserPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteUserPolicyRequest) -> Result<Unit> {
        self.delete_inline::<User>(cx, &input.user_name, &input.policy_name).await
    }
}
