//! `UntagResource`.

use crate::CloudWatch;
use platform::{Context, Handler, Result};
use shapes::cloudwatch::ops::UntagResource;
use shapes::cloudwatch::{UntagResourceInput, UntagResourceOutput};

impl Handler<UntagResource> for CloudWatch {
    async fn handle(&self, cx: &Context, input: UntagResourceInput) -> Result<UntagResourceOutput> {
        self.tagged(cx, &input.resource_arn).await?;
        platform::tags::change(cx, &input.resource_arn, |tags| {
            tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        })
        .await?;
        Ok(UntagResourceOutput::default())
    }
}
