//! `UntagResource`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::dynamodb::UntagResourceInput;
use shapes::dynamodb::ops;

impl Handler<ops::UntagResource> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: UntagResourceInput) -> Result<Unit> {
        Err(Error::internal("UntagResource is not written yet"))
    }
}
