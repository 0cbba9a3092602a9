//! `ValidateResourcePolicy`.

use crate::{SecretsManager, policies};
use platform::{Context, Handler, Result};
use shapes::secretsmanager::ops::ValidateResourcePolicy;
use shapes::secretsmanager::{
    ValidateResourcePolicyRequest, ValidateResourcePolicyResponse, ValidationErrorsEntry,
};

impl Handler<ValidateResourcePolicy> for SecretsManager {
    async fn handle(
        &self,
        cx: &Context,
        input: ValidateResourcePolicyRequest,
    ) -> Result<ValidateResourcePolicyResponse> {
        if let Some(id) = &input.secret_id {
            self.active(cx, id).await?;
        }
        let refused = policies::check(&input.resource_policy, true).err();
        let told = refused.map(|error| ValidationErrorsEntry {
            check_name: Some(error.code().trim_end_matches("Exception").to_owned()),
            error_message: Some(error.message),
        });
        Ok(ValidateResourcePolicyResponse {
            policy_validation_passed: Some(told.is_none()),
            validation_errors: Some(told.into_iter().collect()),
        })
    }
}
