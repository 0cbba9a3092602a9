//! `ListKeyPolicies`.

use crate::Kms;
use platform::{Context, Handler, Result};
use shapes::kms::ops::ListKeyPolicies;
use shapes::kms::{ListKeyPoliciesRequest, ListKeyPoliciesResponse};

/// There is one.
impl Handler<ListKeyPolicies> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: ListKeyPoliciesRequest,
    ) -> Result<ListKeyPoliciesResponse> {
        self.known(cx, &input.key_id).await?;
        Ok(ListKeyPoliciesResponse {
            policy_names: Some(vec!["default".to_owned()]),
            next_marker: None,
            truncated: Some(false),
        })
    }
}
