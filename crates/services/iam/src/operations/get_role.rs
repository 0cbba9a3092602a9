//! `GetRole`.

use crate::Iam;
use crate::records::Role;
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetRole;
use shapes::iam::{GetRoleRequest, GetRoleResponse};

impl Handler<GetRole> for Iam {
    async fn handle(&self, cx: &Context, input: GetRoleRequest) -> Result<GetRoleResponse> {
        Ok(GetRoleResponse { role: self.find::<Role>(cx, &input.role_name).await?.full() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn a_missing_role_is_said_so() {
        let (service, cx) = fixture::service().await;
        let input = GetRoleRequest { role_name: "nobody".into() };
        let error = cx.run::<GetRole, _>(&*service, input).await.unwrap_err();
        assert_eq!(error.to_string(), "NoSuchEntity: The role with name nobody cannot be found.");
        assert_eq!(error.shape.status, 404);
    }
}
