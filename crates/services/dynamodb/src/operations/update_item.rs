//! `UpdateItem`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{UpdateItemInput, UpdateItemOutput};

impl Handler<ops::UpdateItem> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: UpdateItemInput) -> Result<UpdateItemOutput> {
        Err(Error::internal("UpdateItem is not written yet"))
    }
}
