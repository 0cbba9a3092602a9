//! `RemoveUserFromGroup`.

use crate::Iam;
use crate::entity::Rows;
use crate::records::{Group, User};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::RemoveUserFromGroupRequest;
use shapes::iam::ops::RemoveUserFromGroup;

impl Handler<RemoveUserFromGroup> for Iam {
    async fn handle(&self, cx: &Context, input: RemoveUserFromGroupRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let mut user: User = rows.find(&input.user_name).await?;
            let mut group: Group = rows.find(&input.group_name).await?;
            user.groups.remove(&group.name.to_ascii_lowercase());
            group.members.remove(&user.name.to_ascii_lowercase());
            rows.put(&user)?;
            rows.put(&group)?;
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}
