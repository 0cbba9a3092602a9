//! `DeleteServiceLinkedRole`. Nothing here uses such a role, so it is gone at once.

use crate::entity::Rows;
use crate::records::{DELETIONS, Deletion, Role, deletion_key};
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::iam::ops::DeleteServiceLinkedRole;
use shapes::iam::{DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse};

impl Handler<DeleteServiceLinkedRole> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteServiceLinkedRoleRequest,
    ) -> Result<DeleteServiceLinkedRoleResponse> {
        loop {
            let mut rows = Rows::new(cx);
            let role: Role = rows.find(&input.role_name).await?;
            let Some(service) = &role.linked else {
                return Err(errors::missing(format_args!(
                    "The service-linked role with name {}",
                    role.name
                )));
            };
            let uuid = self.platform.ids.uuid();
            let task = format!("task/aws-service-role/{service}/{}/{uuid}", role.name);
            let done = Deletion { role: role.name.clone(), done_ms: cx.now().millis() };
            rows.delete::<Role>(&role.name);
            let key = deletion_key(&cx.account, &task);
            rows.add(|batch| Ok(batch.put(DELETIONS.table, key, DELETIONS.encode(&done)?)))?;
            if rows.commit().await? {
                return Ok(DeleteServiceLinkedRoleResponse { deletion_task_id: task });
            }
        }
    }
}
