//! `GetServiceLinkedRoleDeletionStatus`.

use crate::records::{DELETIONS, deletion_key};
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::iam::ops::GetServiceLinkedRoleDeletionStatus;
use shapes::iam::{
    GetServiceLinkedRoleDeletionStatusRequest, GetServiceLinkedRoleDeletionStatusResponse,
};

impl Handler<GetServiceLinkedRoleDeletionStatus> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: GetServiceLinkedRoleDeletionStatusRequest,
    ) -> Result<GetServiceLinkedRoleDeletionStatusResponse> {
        let task = &input.deletion_task_id;
        let done = DELETIONS.get(cx.tables(), &deletion_key(&cx.account, task)).await?;
        done.ok_or_else(|| errors::missing(format_args!("The deletion task with id {task}")))?;
        Ok(GetServiceLinkedRoleDeletionStatusResponse { status: "SUCCEEDED".into(), reason: None })
    }
}
