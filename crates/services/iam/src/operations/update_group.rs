//! `UpdateGroup`.

use crate::entity::Rows;
use crate::records::{Group, User};
use crate::{Iam, errors, paths, policies};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::UpdateGroupRequest;
use shapes::iam::ops::UpdateGroup;

impl Handler<UpdateGroup> for Iam {
    async fn handle(&self, cx: &Context, input: UpdateGroupRequest) -> Result<Unit> {
        let path = input.new_path.map(|path| paths::read(Some(path))).transpose()?;
        loop {
            let mut rows = Rows::new(cx);
            let mut group: Group = rows.find(&input.group_name).await?;
            let old = group.name.to_ascii_lowercase();
            group.name = input.new_group_name.clone().unwrap_or(group.name);
            group.path = path.clone().unwrap_or(group.path);
            group.arn = policies::arn_of::<Group>(cx, &group.path, &group.name);
            let new = group.name.to_ascii_lowercase();
            if new != old {
                if rows.look::<Group>(&new).await?.is_some() {
                    return Err(errors::taken("group", &group.name));
                }
                for user in &group.members {
                    let mut user: User = rows.find(user).await?;
                    user.groups.remove(&old);
                    user.groups.insert(new.clone());
                    rows.put(&user)?;
                }
                rows.delete::<Group>(&old);
            }
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
    use shapes::iam::ops::*;
    use shapes::iam::*;

    #[tokio::test]
    async fn a_group_keeps_its_users_under_another_name() {
        let (service, cx) = fixture::service().await;
        fixture::user(&service, &cx, "ann").await;
        for name in ["G", "H"] {
            let group = CreateGroupRequest { path: None, group_name: name.into() };
            cx.run::<CreateGroup, _>(&*service, group).await.unwrap();
        }
        let (group_name, user_name) = ("G".to_owned(), "ann".to_owned());
        let add = AddUserToGroupRequest { group_name, user_name: user_name.clone() };
        cx.run::<AddUserToGroup, _>(&*service, add).await.unwrap();
        let update = |new: &str| UpdateGroupRequest {
            group_name: "g".into(),
            new_path: None,
            new_group_name: Some(new.into()),
        };
        let error = cx.run::<UpdateGroup, _>(&*service, update("H")).await.unwrap_err();
        assert_eq!(error.to_string(), "EntityAlreadyExists: Group with name H already exists.");
        cx.run::<UpdateGroup, _>(&*service, update("I")).await.unwrap();
        let list = ListGroupsForUserRequest { user_name, ..Default::default() };
        let groups = cx.run::<ListGroupsForUser, _>(&*service, list).await.unwrap().groups;
        assert_eq!(groups[0].arn, "arn:aws:iam::000000000000:group/I");
        let delete = DeleteGroupRequest { group_name: "I".into() };
        let error = cx.run::<DeleteGroup, _>(&*service, delete).await.unwrap_err();
        assert_eq!(error.message, "Cannot delete entity, must remove users from group first.");
    }
}
