//! `AttachRolePolicy`.

use crate::{Iam, errors};
use platform::{Arn, Context, Handler, Result};
use shapes::Unit;
use shapes::iam::AttachRolePolicyRequest;
use shapes::iam::ops::AttachRolePolicy;

/// "IAM and AWS STS quotas": managed policies per role.
const MAX_ATTACHED: usize = 10;

impl Handler<AttachRolePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: AttachRolePolicyRequest) -> Result<Unit> {
        let arn = input.policy_arn;
        self.role(cx, &input.role_name).await?;
        check_arn(&arn)?;
        let change = |role: &mut crate::Role| {
            role.attached.insert(arn.clone());
            if role.attached.len() > MAX_ATTACHED {
                let words = format!("Cannot exceed quota for PoliciesPerRole: {MAX_ATTACHED}");
                return Err(errors::limit(words));
            }
            Ok(())
        };
        self.change(cx, &input.role_name, change).await.map(|()| Unit)
    }
}

/// Only AWS's own managed policies exist here: customers' cannot be created yet.
fn check_arn(arn: &str) -> Result<()> {
    let parsed = Arn::parse(arn).filter(|arn| (arn.service, arn.region) == ("iam", ""));
    let named = parsed.and_then(|arn| Some((arn.account, arn.resource.strip_prefix("policy/")?)));
    let Some((owner, name)) = named else {
        return Err(errors::invalid(format!("ARN {arn} is not valid.")));
    };
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"+=,.@-_/".contains(&byte);
    if owner != "aws" || name.is_empty() || name.ends_with('/') || !name.bytes().all(allowed) {
        return Err(errors::not_attachable(arn));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    async fn attach(arn: &str) -> Result<Unit> {
        let (service, cx) = fixture::service().await;
        let input = AttachRolePolicyRequest { role_name: "R".into(), policy_arn: arn.to_owned() };
        cx.run::<AttachRolePolicy, _>(&*service, input).await
    }

    #[tokio::test]
    async fn only_awss_own_policies_can_be_attached() {
        attach("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole").await.unwrap();
        let error = attach("arn:aws:iam::000000000000:policy/mine").await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "NoSuchEntity: Policy arn:aws:iam::000000000000:policy/mine does not exist or is not \
             attachable."
        );
        let error = attach("AWSLambdaBasicExecutionRole").await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "InvalidInput: ARN AWSLambdaBasicExecutionRole is not valid."
        );
    }
}
