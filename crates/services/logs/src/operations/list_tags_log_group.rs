//! `ListTagsLogGroup`.

use crate::Logs;
use platform::{Context, Handler, Result};
use shapes::logs::ops::ListTagsLogGroup;
use shapes::logs::{ListTagsLogGroupRequest, ListTagsLogGroupResponse};

impl Handler<ListTagsLogGroup> for Logs {
    async fn handle(
        &self,
        cx: &Context,
        input: ListTagsLogGroupRequest,
    ) -> Result<ListTagsLogGroupResponse> {
        let tags = self.tags(cx, &input.log_group_name).await?;
        Ok(ListTagsLogGroupResponse { tags: Some(tags) })
    }
}
