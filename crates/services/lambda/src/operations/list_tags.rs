//! `ListTags`.

use crate::Lambda;
use crate::tags::tagged;
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListTags;
use shapes::lambda::{ListTagsRequest, ListTagsResponse};

impl Handler<ListTags> for Lambda {
    async fn handle(&self, cx: &Context, input: ListTagsRequest) -> Result<ListTagsResponse> {
        let name = tagged(cx, &input.resource, "ListTags")?;
        Ok(ListTagsResponse { tags: Some(self.function(cx, name).await?.tags) })
    }
}
