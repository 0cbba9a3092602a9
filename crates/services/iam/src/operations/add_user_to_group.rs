//! `AddUserToGroup`.

use crate::entity::Rows;
use crate::records::{Group, User};
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::AddUserToGroupRequest;
use shapes::iam::ops::AddUserToGroup;

/// "IAM and AWS STS quotas".
const MAX_GROUPS: usize = 10;

impl Handler<AddUserToGroup> for Iam {
    async fn handle(&self, cx: &Context, input: AddUserToGroupRequest) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let mut user: User = rows.find(&input.user_name).await?;
            let mut group: Group = rows.find(&input.group_name).await?;
            user.groups.insert(group.name.to_ascii_lowercase());
            group.members.insert(user.name.to_ascii_lowercase());
            if user.groups.len() > MAX_GROUPS {
                return Err(errors::over_quota("GroupsPerUser", MAX_GROUPS));
            }
            rows.put(&user)?;
            rows.put(&group)?;
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
    use shapes::iam::CreateGroupRequest;
    use shapes::iam::ops::CreateGroup;

    #[tokio::test]
    async fn a_user_is_in_ten_groups_at_most() {
        let (service, cx) = fixture::service().await;
        fixture::user(&service, &cx, "ann").await;
        for n in 0..=MAX_GROUPS {
            let group_name = format!("g{n}");
            let group = CreateGroupRequest { path: None, group_name: group_name.clone() };
            cx.run::<CreateGroup, _>(&*service, group).await.unwrap();
            let input = AddUserToGroupRequest { group_name, user_name: "ann".into() };
            let added = cx.run::<AddUserToGroup, _>(&*service, input).await;
            assert_eq!(added.is_ok(), n < MAX_GROUPS);
        }
    }
}
