//! `TagUser`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::TagUserRequest;
use shapes::iam::ops::TagUser;

impl Handler<TagUser> for Iam {
    async fn handle(&self, cx: &Context, input: TagUserRequest) -> Result<Unit> {
        self.tag::<User>(cx, &input.user_name, input.tags).await
    }
}
