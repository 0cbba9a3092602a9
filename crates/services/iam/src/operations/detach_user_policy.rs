//! `DetachUserPolicy`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DetachUserPolicyRequest;
use shapes::iam::ops::DetachUserPolicy;

impl Handler<DetachUserPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: DetachUserPolicyRequest) -> Result<Unit> {
        self.detach::<User>(cx, &input.user_name, &input.policy_arn).await
    }
}
