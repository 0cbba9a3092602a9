//! `GetGroupPolicy`.

use crate::Iam;
use crate::records::Group;
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetGroupPolicy;
use shapes::iam::{GetGroupPolicyRequest, GetGroupPolicyResponse};

impl Handler<GetGroupPolicy> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetGroupPolicyRequest,
    ) -> Result<GetGroupPolicyResponse> {
        let found = self.inline::<Group>(cx, &input.group_name, &input.policy_name).await?;
        let (group_name, policy_document) = found;
        Ok(GetGroupPolicyResponse { group_name, policy_name: input.policy_name, policy_document })
    }
}
