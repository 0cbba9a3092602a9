//! `PutRolePolicy`.

use crate::{Iam, errors, policy};
use platform::policy::Kind;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::PutRolePolicyRequest;
use shapes::iam::ops::PutRolePolicy;

/// "IAM and AWS STS quotas": all inline policies of a role, in characters without white space.
const MAX_INLINE: usize = 10_240;

impl Handler<PutRolePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: PutRolePolicyRequest) -> Result<Unit> {
        policy::check(&input.policy_document, Kind::Identity)?;
        let change = |role: &mut crate::Role| {
            role.inline.insert(input.policy_name.clone(), input.policy_document.clone());
            let size = |text: &String| text.chars().filter(|c| !c.is_whitespace()).count();
            if role.inline.values().map(size).sum::<usize>() > MAX_INLINE {
                return Err(errors::limit(format!(
                    "Maximum policy size of {MAX_INLINE} bytes exceeded for role {}",
                    role.name
                )));
            }
            Ok(())
        };
        self.change(cx, &input.role_name, change).await.map(|()| Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn the_sum_of_inline_policies_is_bounded() {
        let (service, cx) = fixture::service().await;
        let resource = format!("arn:aws:s3:::{}", "x".repeat(6000));
        let policy_document = fixture::ALLOW.replace(r#":"*"}"#, &format!(r#":"{resource}"}}"#));
        let put = |name: &str| PutRolePolicyRequest {
            role_name: "R".into(),
            policy_name: name.into(),
            policy_document: policy_document.clone(),
        };
        cx.run::<PutRolePolicy, _>(&*service, put("a")).await.unwrap();
        cx.run::<PutRolePolicy, _>(&*service, put("a")).await.unwrap();
        let error = cx.run::<PutRolePolicy, _>(&*service, put("b")).await.unwrap_err();
        assert_eq!(error.code(), "LimitExceeded");
    }
}
