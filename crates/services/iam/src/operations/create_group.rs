//! `CreateGroup`.

use crate::records::Group;
use crate::{Iam, paths, policies};
use platform::{Context, Handler, Result};
use shapes::iam::ops::CreateGroup;
use shapes::iam::{CreateGroupRequest, CreateGroupResponse};

impl Handler<CreateGroup> for Iam {
    async fn handle(&self, cx: &Context, input: CreateGroupRequest) -> Result<CreateGroupResponse> {
        let path = paths::read(input.path)?;
        let group = Group {
            id: self.new_id("AGPA"),
            arn: policies::arn_of::<Group>(cx, &path, &input.group_name),
            name: input.group_name,
            path,
            created_ms: cx.now().seconds() * 1000,
            held: Default::default(),
            members: Default::default(),
        };
        self.create(cx, &group, None).await?;
        Ok(CreateGroupResponse { group: group.shown() })
    }
}
