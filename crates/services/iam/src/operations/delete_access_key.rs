//! `DeleteAccessKey`.

use crate::Iam;
use crate::entity::Rows;
use crate::records::User;
use crate::users::{meant, no_key};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteAccessKeyRequest;
use shapes::iam::ops::DeleteAccessKey;

impl Handler<DeleteAccessKey> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteAccessKeyRequest) -> Result<Unit> {
        let (name, id) = (meant(cx, input.user_name)?, &input.access_key_id);
        loop {
            let mut rows = Rows::new(cx);
            let mut user: User = rows.find(&name).await?;
            let place = user.keys.iter().position(|key| key.id == *id);
            user.keys.remove(place.ok_or_else(|| no_key(id))?);
            rows.put(&user)?;
            rows.add(|batch| Ok(self.platform.credentials.forgotten(batch, id)))?;
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }
}
