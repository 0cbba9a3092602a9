//! `GetPolicy`.

use crate::names::LATEST;
use crate::{Lambda, errors, names, permissions};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetPolicy;
use shapes::lambda::{GetPolicyRequest, GetPolicyResponse};

impl Handler<GetPolicy> for Lambda {
    async fn handle(&self, cx: &Context, input: GetPolicyRequest) -> Result<GetPolicyResponse> {
        let qualifier = input.qualifier.as_deref();
        let (name, qualifier) = names::split(cx, &input.function_name, qualifier, "GetPolicy")?;
        let function = self.function(cx, name).await?;
        if qualifier.is_some_and(|qualifier| qualifier != LATEST) {
            return Err(errors::no_resource());
        }
        let policy = permissions::document(&function).ok_or_else(errors::no_resource)?;
        Ok(GetPolicyResponse {
            policy: Some(policy),
            revision_id: Some(function.shown_revision().to_owned()),
        })
    }
}
