//! `ListTags`.

use crate::Lambda;
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListTags;
use shapes::lambda::{ListTagsRequest, ListTagsResponse};

impl Handler<ListTags> for Lambda {
    async fn handle(&self, cx: &Context, input: ListTagsRequest) -> Result<ListTagsResponse> {
        Ok(ListTagsResponse { tags: Some(self.tags_of(cx, &input.resource).await?) })
    }
}
