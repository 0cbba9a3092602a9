//! `PutRolePolicy`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::PutRolePolicyRequest;
use shapes::iam::ops::PutRolePolicy;

impl Handler<PutRolePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: PutRolePolicyRequest) -> Result<Unit> {
        let policy = (input.policy_name, input.policy_document);
        self.put_inline::<Role>(cx, &input.role_name, policy).await
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
