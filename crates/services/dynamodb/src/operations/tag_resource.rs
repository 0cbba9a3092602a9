//! `TagResource`.

use crate::errors::invalid;
use crate::{Dynamodb, tags};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::dynamodb::TagResourceInput;
use shapes::dynamodb::ops;

impl Handler<ops::TagResource> for Dynamodb {
    async fn handle(&self, cx: &Context, input: TagResourceInput) -> Result<Unit> {
        tags::table_of(cx, &input.resource_arn)?;
        if input.tags.is_empty() {
            return Err(invalid("Atleast one Tag needs to be provided as Input."));
        }
        self.change_tags(cx, &input.resource_arn, |all| tags::add(all, &input.tags)).await?;
        Ok(Unit)
    }
}
