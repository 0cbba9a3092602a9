//! `CreateServiceLinkedRole`.

use crate::records::Role;
use crate::service_linked::{path_of, role_of, trust_of};
use crate::{Iam, errors, policies};
use platform::{Context, Handler, Result};
use shapes::iam::errors::ENTITY_ALREADY_EXISTS_EXCEPTION;
use shapes::iam::ops::CreateServiceLinkedRole;
use shapes::iam::{CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse};

impl Handler<CreateServiceLinkedRole> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: CreateServiceLinkedRoleRequest,
    ) -> Result<CreateServiceLinkedRoleResponse> {
        let service = input.aws_service_name;
        let known = role_of(&service).ok_or_else(|| {
            errors::invalid(format!(
                "{service} is not known to Waterwheel to have a role linked to it."
            ))
        })?;
        let name = match (known, input.custom_suffix) {
            ((name, _), None) => name,
            ((name, true), Some(suffix)) => format!("{name}_{suffix}"),
            ((_, false), Some(_)) => {
                return Err(errors::invalid(format!("Custom suffix is not allowed for {service}")));
            }
        };
        let path = path_of(&service);
        let role = Role {
            id: self.new_id("AROA"),
            arn: policies::arn_of::<Role>(cx, &path, &name),
            path,
            created_ms: cx.now().seconds() * 1000,
            trust: trust_of(&service),
            description: input.description,
            max_session_seconds: 3600,
            tags: Vec::new(),
            held: Default::default(),
            boundary: None,
            profiles: Default::default(),
            linked: Some(service),
            name,
        };
        match self.create(cx, &role, None).await {
            Err(error) if error.is(&ENTITY_ALREADY_EXISTS_EXCEPTION) => {
                return Err(errors::invalid(format!(
                    "Service role name {} has been taken in this account, please try a different suffix.",
                    role.name
                )));
            }
            made => made?,
        }
        Ok(CreateServiceLinkedRoleResponse { role: Some(role.brief()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::ops::*;
    use shapes::iam::*;

    #[tokio::test]
    async fn a_linked_role_is_changed_by_its_service_alone() {
        let (service, cx) = fixture::service().await;
        let create = async |service_name: &str, suffix: Option<&str>| {
            let input = CreateServiceLinkedRoleRequest {
                aws_service_name: service_name.into(),
                custom_suffix: suffix.map(str::to_owned),
                ..Default::default()
            };
            cx.run::<CreateServiceLinkedRole, _>(&*service, input).await
        };
        let made = create("ecs.amazonaws.com", None).await.unwrap().role.unwrap();
        assert_eq!(
            made.arn,
            "arn:aws:iam::000000000000:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
        );
        let error = create("ecs.amazonaws.com", None).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "InvalidInput: Service role name AWSServiceRoleForECS has been taken in this account, \
             please try a different suffix."
        );
        assert_eq!(
            create("ecs.amazonaws.com", Some("x")).await.unwrap_err().code(),
            "InvalidInput"
        );
        assert_eq!(create("x.amazonaws.com", None).await.unwrap_err().code(), "InvalidInput");
        let suffixed = create("autoscaling.amazonaws.com", Some("x")).await.unwrap().role.unwrap();
        assert_eq!(suffixed.role_name, "AWSServiceRoleForAutoScaling_x");
        let role_name = made.role_name;
        let delete = DeleteRoleRequest { role_name: role_name.clone() };
        let error = cx.run::<DeleteRole, _>(&*service, delete).await.unwrap_err();
        assert_eq!(error.code(), "UnmodifiableEntity");
        let delete = DeleteServiceLinkedRoleRequest { role_name };
        let task = cx.run::<DeleteServiceLinkedRole, _>(&*service, delete).await.unwrap();
        let input =
            GetServiceLinkedRoleDeletionStatusRequest { deletion_task_id: task.deletion_task_id };
        let done = cx.run::<GetServiceLinkedRoleDeletionStatus, _>(&*service, input).await.unwrap();
        assert_eq!(done.status, "SUCCEEDED");
        let role = DeleteServiceLinkedRoleRequest { role_name: "R".into() };
        let error = cx.run::<DeleteServiceLinkedRole, _>(&*service, role).await.unwrap_err();
        assert_eq!(error.code(), "NoSuchEntity");
    }
}
