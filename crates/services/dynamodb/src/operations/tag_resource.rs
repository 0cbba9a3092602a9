//! `TagResource`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::dynamodb::TagResourceInput;
use shapes::dynamodb::ops;

impl Handler<ops::TagResource> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: TagResourceInput) -> Result<Unit> {
        Err(Error::internal("TagResource is not written yet"))
    }
}
