//! `UpdateUser`.

use crate::entity::Rows;
use crate::records::{Group, User};
use crate::{Iam, errors, paths, policies};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::UpdateUserRequest;
use shapes::iam::ops::UpdateUser;

impl Handler<UpdateUser> for Iam {
    async fn handle(&self, cx: &Context, input: UpdateUserRequest) -> Result<Unit> {
        let path = input.new_path.map(|path| paths::read(Some(path))).transpose()?;
        loop {
            let mut rows = Rows::new(cx);
            let mut user: User = rows.find(&input.user_name).await?;
            let old = user.name.to_ascii_lowercase();
            user.name = input.new_user_name.clone().unwrap_or(user.name);
            user.path = path.clone().unwrap_or(user.path);
            user.arn = policies::arn_of::<User>(cx, &user.path, &user.name);
            let new = user.name.to_ascii_lowercase();
            if new != old {
                if rows.look::<User>(&new).await?.is_some() {
                    return Err(errors::taken("user", &user.name));
                }
                for group in &user.groups {
                    let mut group: Group = rows.find(group).await?;
                    group.members.remove(&old);
                    group.members.insert(new.clone());
                    rows.put(&group)?;
                }
                rows.delete::<User>(&old);
            }
            rows.put(&user)?;
            self.rename_keys(&mut rows, &user).await?;
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}

impl Iam {
    /// Lets a user's keys stand for the user as it is called now.
    async fn rename_keys(&self, rows: &mut Rows<'_>, user: &User) -> Result<()> {
        let credentials = &self.platform.credentials;
        for own in &user.keys {
            if let Some(mut key) = credentials.find(&own.id).await? {
                key.principal = user.principal(&rows.cx.account);
                // The user's row is what the commit stands on.
                key.inactive = !own.active;
                rows.add(|batch| credentials.kept(batch, &key))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;
    use shapes::iam::ops::*;
    use shapes::iam::*;

    #[tokio::test]
    async fn a_user_keeps_keys_and_groups_under_another_name() {
        let (service, cx) = fixture::service().await;
        for name in ["ann", "bob"] {
            fixture::user(&service, &cx, name).await;
        }
        let group = CreateGroupRequest { path: None, group_name: "G".into() };
        cx.run::<CreateGroup, _>(&*service, group).await.unwrap();
        let add = AddUserToGroupRequest { group_name: "G".into(), user_name: "ann".into() };
        cx.run::<AddUserToGroup, _>(&*service, add).await.unwrap();
        let key = CreateAccessKeyRequest { user_name: Some("ann".into()) };
        let key = cx.run::<CreateAccessKey, _>(&*service, key).await.unwrap().access_key;
        let update = |new: &str| UpdateUserRequest {
            user_name: "ann".into(),
            new_path: Some("/p/".into()),
            new_user_name: Some(new.into()),
        };
        let error = cx.run::<UpdateUser, _>(&*service, update("Bob")).await.unwrap_err();
        assert_eq!(error.to_string(), "EntityAlreadyExists: User with name Bob already exists.");
        cx.run::<UpdateUser, _>(&*service, update("Anna")).await.unwrap();
        let kept = cx.platform().credentials.find(&key.access_key_id).await.unwrap().unwrap();
        assert_eq!(kept.principal.arn("us-east-1"), "arn:aws:iam::000000000000:user/p/Anna");
        let group = GetGroupRequest { group_name: "G".into(), ..Default::default() };
        let users = cx.run::<GetGroup, _>(&*service, group).await.unwrap().users;
        assert_eq!(users[0].arn, "arn:aws:iam::000000000000:user/p/Anna");
        let gone = GetUserRequest { user_name: Some("ann".into()) };
        let error = cx.run::<GetUser, _>(&*service, gone).await.unwrap_err();
        assert_eq!(error.to_string(), "NoSuchEntity: The user with name ann cannot be found.");
    }
}
