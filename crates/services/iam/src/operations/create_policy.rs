//! `CreatePolicy`.

use crate::records::{Policy, Version};
use crate::{Iam, paths, policies, policy, tags};
use platform::policy::Kind;
use platform::{Context, Handler, Result};
use shapes::iam;
use shapes::iam::ops::CreatePolicy;
use shapes::iam::{CreatePolicyRequest, CreatePolicyResponse};

impl Handler<CreatePolicy> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: CreatePolicyRequest,
    ) -> Result<CreatePolicyResponse> {
        let document = input.policy_document;
        policy::check(&document, Kind::Identity)?;
        policy::check_size(&document)?;
        let path = paths::read(input.path)?;
        let now_ms = cx.now().seconds() * 1000;
        let policy = Policy {
            id: self.new_id("ANPA"),
            arn: policies::arn_of::<Policy>(cx, &path, &input.policy_name),
            name: input.policy_name,
            path,
            created_ms: now_ms,
            updated_ms: now_ms,
            description: input.description,
            tags: tags::read::<Policy>(input.tags)?,
            versions: vec![Version { number: 1, document, created_ms: now_ms }],
            default: 1,
            next: 2,
            touched: 0,
        };
        self.create(cx, &policy, None).await?;
        let tags = tags::shown_if_any(&policy.tags);
        let policy = iam::Policy { tags, ..policy.listed((0, 0)) };
        Ok(CreatePolicyResponse { policy: Some(policy) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::CreatePolicyRequest as Request;

    #[tokio::test]
    async fn a_document_is_checked_and_bounded() {
        let (service, cx) = fixture::service().await;
        let with = async |document: String| {
            let input = Request {
                policy_name: "P".into(),
                policy_document: document,
                ..Default::default()
            };
            cx.run::<CreatePolicy, _>(&*service, input).await
        };
        let error = with("{".into()).await.unwrap_err();
        assert_eq!(error.to_string(), "MalformedPolicyDocument: Syntax errors in policy.");
        let resource = format!("arn:aws:s3:::{}", "x".repeat(6144));
        let long = fixture::ALLOW.replace(r#":"*"}"#, &format!(r#":"{resource}"}}"#));
        let error = with(long).await.unwrap_err();
        assert_eq!(error.to_string(), "LimitExceeded: Cannot exceed quota for PolicySize: 6144");
        let made = with(fixture::ALLOW.into()).await.unwrap().policy.unwrap();
        assert_eq!(made.arn.as_deref(), Some("arn:aws:iam::000000000000:policy/P"));
        assert!(made.policy_id.unwrap().starts_with("ANPA"));
        assert_eq!(made.default_version_id.as_deref(), Some("v1"));
        let error = with(fixture::ALLOW.into()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "EntityAlreadyExists: A policy called P already exists. Duplicate names are not allowed."
        );
    }
}
