//! `TagResource`.

use crate::{CloudWatch, tags};
use platform::{Context, Handler, Result};
use shapes::cloudwatch::ops::TagResource;
use shapes::cloudwatch::{TagResourceInput, TagResourceOutput};

impl Handler<TagResource> for CloudWatch {
    async fn handle(&self, cx: &Context, input: TagResourceInput) -> Result<TagResourceOutput> {
        self.tagged(cx, &input.resource_arn).await?;
        let given = tags::checked(&input.tags)?;
        platform::tags::change(cx, &input.resource_arn, |tags| {
            tags.extend(given.clone());
            tags::few(tags)
        })
        .await?;
        Ok(TagResourceOutput::default())
    }
}
