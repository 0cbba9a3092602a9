//! `CreateAccessKey`.

use crate::entity::Rows;
use crate::records::{Key, User};
use crate::users::meant;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::iam::ops::CreateAccessKey;
use shapes::iam::{AccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse};

/// "IAM and AWS STS quotas".
const MAX_KEYS: usize = 2;

impl Handler<CreateAccessKey> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: CreateAccessKeyRequest,
    ) -> Result<CreateAccessKeyResponse> {
        let name = meant(cx, input.user_name)?;
        let credentials = &self.platform.credentials;
        loop {
            let mut rows = Rows::new(cx);
            let mut user: User = rows.find(&name).await?;
            if user.keys.len() >= MAX_KEYS {
                return Err(errors::over_quota("AccessKeysPerUser", MAX_KEYS));
            }
            let made = credentials.lasting(user.principal(&cx.account));
            let created_ms = cx.now().seconds() * 1000;
            let key = Key { id: made.id.clone(), active: true, created_ms };
            let access_key = AccessKey {
                user_name: user.name.clone(),
                access_key_id: made.id.clone(),
                status: key.status(),
                secret_access_key: made.secret.clone(),
                create_date: Some(Timestamp(created_ms)),
            };
            user.keys.push(key);
            rows.put(&user)?;
            rows.add(|batch| credentials.kept(batch, &made))?;
            if rows.commit().await? {
                return Ok(CreateAccessKeyResponse { access_key });
            }
        }
    }
}
