//! `GetPolicy`.

use crate::names::LATEST;
use crate::{Lambda, errors, names, permissions};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetPolicy;
use shapes::lambda::{GetPolicyRequest, GetPolicyResponse};

impl Handler<GetPolicy> for Lambda {
    async fn handle(&self, cx: &Context, input: GetPolicyRequest) -> Result<GetPolicyResponse> {
        let qualifier = input.qualifier.as_deref();
        let named = names::parse(cx, &input.function_name, qualifier, "GetPolicy")?;
        let function = self.function(cx, &named.name).await?;
        let (attached, revision) = match named.qualifier.as_deref() {
            None | Some(LATEST) => (function.attached, function.revision),
            Some(qualifier) if names::is_alias(qualifier) => {
                let alias = self.alias(cx, &named.name, qualifier).await?;
                let alias = alias.ok_or_else(errors::no_resource)?;
                (alias.attached, alias.revision)
            }
            Some(version) => {
                let version = self.version_of(cx, function, version).await?;
                let version = version.ok_or_else(errors::no_resource)?;
                (version.attached, version.revision)
            }
        };
        let policy = permissions::document(&attached).ok_or_else(errors::no_resource)?;
        Ok(GetPolicyResponse {
            policy: Some(policy),
            revision_id: Some(attached.shown_revision(&revision).to_owned()),
        })
    }
}
