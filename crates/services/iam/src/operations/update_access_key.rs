//! `UpdateAccessKey`.

use crate::entity::Rows;
use crate::records::User;
use crate::users::{meant, no_key};
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::UpdateAccessKeyRequest;
use shapes::iam::ops::UpdateAccessKey;

impl Handler<UpdateAccessKey> for Iam {
    async fn handle(&self, cx: &Context, input: UpdateAccessKeyRequest) -> Result<Unit> {
        let (name, id) = (meant(cx, input.user_name)?, &input.access_key_id);
        let active = match input.status.as_str() {
            "Active" => true,
            "Inactive" => false,
            status => {
                return Err(errors::invalid(format!("{status} is not a status that can be set.")));
            }
        };
        let credentials = &self.platform.credentials;
        loop {
            let mut rows = Rows::new(cx);
            let mut user: User = rows.find(&name).await?;
            let key = user.keys.iter_mut().find(|key| key.id == *id);
            let kept = credentials.find(id).await?;
            let (Some(key), Some(mut kept)) = (key, kept) else { return Err(no_key(id)) };
            key.active = active;
            kept.inactive = !active;
            rows.put(&user)?;
            rows.add(|batch| credentials.kept(batch, &kept))?;
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
    async fn a_key_is_active_as_its_user_says() {
        let (service, cx) = fixture::service().await;
        fixture::user(&service, &cx, "ann").await;
        let user_name = Some("ann".to_owned());
        let create = CreateAccessKeyRequest { user_name: user_name.clone() };
        let key = cx.run::<CreateAccessKey, _>(&*service, create.clone()).await.unwrap().access_key;
        assert!(key.access_key_id.starts_with("AKIA") && key.access_key_id.len() == 20);
        assert_eq!(key.secret_access_key.len(), 40);
        let update = |id: &str, status: &str| UpdateAccessKeyRequest {
            user_name: user_name.clone(),
            access_key_id: id.into(),
            status: status.into(),
        };
        let kept = async || cx.platform().credentials.find(&key.access_key_id).await.unwrap();
        for (status, inactive) in [("Inactive", true), ("Active", false)] {
            let input = update(&key.access_key_id, status);
            cx.run::<UpdateAccessKey, _>(&*service, input).await.unwrap();
            assert_eq!(kept().await.unwrap().inactive, inactive);
            let list = ListAccessKeysRequest { user_name: user_name.clone(), ..Default::default() };
            let listed = cx.run::<ListAccessKeys, _>(&*service, list).await.unwrap();
            assert_eq!(listed.access_key_metadata[0].status.as_deref(), Some(status));
        }
        let input = update("AKIAIOSFODNN7EXAMPLE", "Active");
        let error = cx.run::<UpdateAccessKey, _>(&*service, input).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "NoSuchEntity: The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found."
        );
        cx.run::<CreateAccessKey, _>(&*service, create.clone()).await.unwrap();
        let error = cx.run::<CreateAccessKey, _>(&*service, create).await.unwrap_err();
        assert_eq!(error.message, "Cannot exceed quota for AccessKeysPerUser: 2");
        let user = DeleteUserRequest { user_name: "ann".into() };
        let error = cx.run::<DeleteUser, _>(&*service, user).await.unwrap_err();
        assert_eq!(error.message, "Cannot delete entity, must delete access keys first.");
        let delete = DeleteAccessKeyRequest {
            user_name: user_name.clone(),
            access_key_id: key.access_key_id.clone(),
        };
        cx.run::<DeleteAccessKey, _>(&*service, delete).await.unwrap();
        assert!(kept().await.is_none());
    }
}
