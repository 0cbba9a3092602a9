//! `AttachUserPolicy`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::AttachUserPolicyRequest;
use shapes::iam::ops::AttachUserPolicy;

impl Handler<AttachUserPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: AttachUserPolicyRequest) -> Result<Unit> {
        self.attach::<User>(cx, &input.user_name, &input.policy_arn).await
    }
}
