//! `DeleteGroup`.

use crate::entity::Rows;
use crate::records::Group;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteGroupRequest;
use shapes::iam::ops::DeleteGroup;

impl Handler<DeleteGroup> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteGroupRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let group: Group = rows.find(&input.group_name).await?;
            if !group.members.is_empty() {
                return Err(errors::still_has("remove users from group"));
            }
            group.held.check_empty()?;
            rows.delete::<Group>(&group.name);
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}
