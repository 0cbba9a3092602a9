//! `GetUserPolicy`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetUserPolicy;
use shapes::iam::{GetUserPolicyRequest, GetUserPolicyResponse};

impl Handler<GetUserPolicy> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetUserPolicyRequest,
    ) -> Result<GetUserPolicyResponse> {
        let found = self.inline::<User>(cx, &input.user_name, &input.policy_name).await?;
        let (user_name, policy_document) = found;
        Ok(GetUserPolicyResponse { user_name, policy_name: input.policy_name, policy_document })
    }
}
