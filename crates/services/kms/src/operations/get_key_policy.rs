//! `GetKeyPolicy`.

use super::put_key_policy::check_name;
use crate::{Kms, policies};
use platform::{Context, Handler, Result};
use shapes::kms::ops::GetKeyPolicy;
use shapes::kms::{GetKeyPolicyRequest, GetKeyPolicyResponse};

impl Handler<GetKeyPolicy> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: GetKeyPolicyRequest,
    ) -> Result<GetKeyPolicyResponse> {
        check_name(input.policy_name.as_deref())?;
        let found = self.known(cx, &input.key_id).await?;
        let policy = found.key.policy.clone().unwrap_or_else(|| policies::default(cx));
        Ok(GetKeyPolicyResponse { policy: Some(policy), policy_name: Some("default".to_owned()) })
    }
}
