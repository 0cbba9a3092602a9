//! `DeletePolicy`.

use crate::records::Policy;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeletePolicyRequest;
use shapes::iam::ops::DeletePolicy;

impl Handler<DeletePolicy> for Iam {
    async fn handle(&self, cx: &Context, input: DeletePolicyRequest) -> Result<Unit> {
        let what = ("DeletePolicy", input.policy_arn.as_str());
        loop {
            // First what it may be attached to later, then whom it is attached to: see `Policy::touched`.
            let (mut rows, policy) = self.own(cx, what, errors::no_policy).await?;
            if self.uses(cx).await?.of(&policy.arn) != (0, 0) {
                return Err(errors::conflict("Cannot delete a policy attached to entities."));
            }
            if policy.versions.len() > 1 {
                return Err(errors::conflict(
                    "This policy has more than one version. Before you delete a policy, you must \
                     delete the policy's versions. The default version is deleted with the policy.",
                ));
            }
            rows.delete::<Policy>(&policy.name);
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::ops::{AttachRolePolicy, CreatePolicyVersion, DetachRolePolicy};
    use shapes::iam::{
        AttachRolePolicyRequest, CreatePolicyVersionRequest, DetachRolePolicyRequest,
    };

    #[tokio::test]
    async fn what_is_attached_or_has_more_versions_stays() {
        let (service, cx) = fixture::service().await;
        let policy_arn = fixture::policy(&service, &cx, "P").await;
        let delete = async || {
            let input = DeletePolicyRequest { policy_arn: policy_arn.clone() };
            cx.run::<DeletePolicy, _>(&*service, input).await
        };
        let role_name = "R".to_owned();
        let attach = AttachRolePolicyRequest {
            role_name: role_name.clone(),
            policy_arn: policy_arn.clone(),
        };
        cx.run::<AttachRolePolicy, _>(&*service, attach).await.unwrap();
        let error = delete().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "DeleteConflict: Cannot delete a policy attached to entities."
        );
        let detach = DetachRolePolicyRequest { role_name, policy_arn: policy_arn.clone() };
        cx.run::<DetachRolePolicy, _>(&*service, detach).await.unwrap();
        let version = CreatePolicyVersionRequest {
            policy_arn: policy_arn.clone(),
            policy_document: fixture::ALLOW.into(),
            set_as_default: None,
        };
        cx.run::<CreatePolicyVersion, _>(&*service, version).await.unwrap();
        assert!(delete().await.unwrap_err().message.starts_with("This policy has more than one"));
    }

    #[tokio::test]
    async fn what_is_attached_while_it_is_deleted_stays() {
        let (service, cx) = fixture::service().await;
        let policy_arn = fixture::policy(&service, &cx, "P").await;
        let what = ("DeletePolicy", policy_arn.as_str());
        let (mut rows, policy) = service.own(&cx, what, errors::no_policy).await.unwrap();
        rows.delete::<Policy>(&policy.name);
        let input =
            AttachRolePolicyRequest { role_name: "R".into(), policy_arn: policy_arn.clone() };
        cx.run::<AttachRolePolicy, _>(&*service, input).await.unwrap();
        assert!(!rows.commit().await.unwrap());
    }

    #[tokio::test]
    async fn nobody_deletes_a_policy_of_awss() {
        let (service, cx) = fixture::service().await;
        let policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess".to_owned();
        let input = DeletePolicyRequest { policy_arn };
        let error = cx.run::<DeletePolicy, _>(&*service, input).await.unwrap_err();
        assert_eq!((error.code(), error.shape.status), ("AccessDenied", 403));
    }
}
