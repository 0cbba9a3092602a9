//! `UntagResource`.

use crate::records::topic::Topic;
use crate::topics::Known;
use crate::{Sns, errors, names};
use platform::{Context, Handler, Result};
use shapes::sns::ops::UntagResource;
use shapes::sns::{UntagResourceRequest, UntagResourceResponse};
use store::Batch;

impl Handler<UntagResource> for Sns {
    async fn handle(
        &self,
        cx: &Context,
        input: UntagResourceRequest,
    ) -> Result<UntagResourceResponse> {
        let name = names::own(cx, &input.resource_arn, "ResourceArn")?;
        self.find(cx, name).await?.ok_or_else(errors::no_resource)?;
        let change = |_: &Known, topic: &mut Topic, batch: Batch| {
            topic.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok((batch, ()))
        };
        self.change(cx, name, change).await?;
        Ok(UntagResourceResponse {})
    }
}
