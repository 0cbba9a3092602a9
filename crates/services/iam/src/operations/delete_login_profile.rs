//! `DeleteLoginProfile`. No user has a password: there is nothing to sign in to.

use crate::Iam;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeleteLoginProfileRequest;
use shapes::iam::ops::DeleteLoginProfile;

impl Handler<DeleteLoginProfile> for Iam {
    async fn handle(&self, cx: &Context, input: DeleteLoginProfileRequest) -> Result<Unit> {
        Err(self.no_login(cx, input.user_name).await)
    }
}
