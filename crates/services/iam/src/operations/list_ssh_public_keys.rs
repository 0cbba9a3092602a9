//! `ListSSHPublicKeys`. No user has any: there is no way to give them.

use crate::Iam;
use crate::records::User;
use crate::users::meant;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListSSHPublicKeys;
use shapes::iam::{ListSSHPublicKeysRequest, ListSSHPublicKeysResponse};

impl Handler<ListSSHPublicKeys> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListSSHPublicKeysRequest,
    ) -> Result<ListSSHPublicKeysResponse> {
        self.find::<User>(cx, &meant(cx, input.user_name)?).await?;
        Ok(ListSSHPublicKeysResponse {
            ssh_public_keys: Some(Vec::new()),
            is_truncated: Some(false),
            marker: None,
        })
    }
}
