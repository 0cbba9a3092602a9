//! `UntagResource`.

use crate::errors::invalid;
use crate::{Dynamodb, tags};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::dynamodb::UntagResourceInput;
use shapes::dynamodb::ops;

impl Handler<ops::UntagResource> for Dynamodb {
    async fn handle(&self, cx: &Context, input: UntagResourceInput) -> Result<Unit> {
        tags::table_of(cx, &input.resource_arn)?;
        if input.tag_keys.is_empty() {
            return Err(invalid("Atleast one Tag Key needs to be provided as Input."));
        }
        let change = self.change_tags(cx, &input.resource_arn, |all| {
            all.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        });
        change.await?;
        Ok(Unit)
    }
}
