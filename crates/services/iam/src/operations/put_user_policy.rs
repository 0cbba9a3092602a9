//! `PutUserPolicy`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::PutUserPolicyRequest;
use shapes::iam::ops::PutUserPolicy;

impl Handler<PutUserPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: PutUserPolicyRequest) -> Result<Unit> {
        let policy = (input.policy_name, input.policy_document);
        self.put_inline::<User>(cx, &input.user_name, policy).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn a_user_has_less_room_than_a_role() {
        let (service, cx) = fixture::service().await;
        fixture::user(&service, &cx, "ann").await;
        let resource = format!("arn:aws:s3:::{}", "x".repeat(2048));
        let input = PutUserPolicyRequest {
            user_name: "ann".into(),
            policy_name: "P".into(),
            policy_document: fixture::ALLOW.replace(r#":"*"}"#, &format!(r#":"{resource}"}}"#)),
        };
        let error = cx.run::<PutUserPolicy, _>(&*service, input).await.unwrap_err();
        assert_eq!(error.message, "Maximum policy size of 2048 bytes exceeded for user ann");
    }
}
