//! `UntagUser`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::UntagUserRequest;
use shapes::iam::ops::UntagUser;

impl Handler<UntagUser> for Iam {
    async fn handle(&self, cx: &Context, input: UntagUserRequest) -> Result<Unit> {
        self.untag::<User>(cx, &input.user_name, &input.tag_keys).await
    }
}
