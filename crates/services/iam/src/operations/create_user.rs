//! `CreateUser`.

use crate::records::User;
use crate::{Iam, paths, policies, tags};
use platform::{Context, Handler, Result};
use shapes::iam::ops::CreateUser;
use shapes::iam::{CreateUserRequest, CreateUserResponse};

impl Handler<CreateUser> for Iam {
    async fn handle(&self, cx: &Context, input: CreateUserRequest) -> Result<CreateUserResponse> {
        let path = paths::read(input.path)?;
        let user = User {
            id: self.new_id("AIDA"),
            arn: policies::arn_of::<User>(cx, &path, &input.user_name),
            name: input.user_name,
            path,
            created_ms: cx.now().seconds() * 1000,
            tags: tags::read::<User>(input.tags)?,
            held: Default::default(),
            boundary: input.permissions_boundary,
            groups: Default::default(),
            keys: Vec::new(),
        };
        self.create(cx, &user, user.boundary.as_deref()).await?;
        Ok(CreateUserResponse { user: Some(user.full()) })
    }
}
