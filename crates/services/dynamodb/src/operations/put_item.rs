//! `PutItem`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{PutItemInput, PutItemOutput};

impl Handler<ops::PutItem> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: PutItemInput) -> Result<PutItemOutput> {
        Err(Error::internal("PutItem is not written yet"))
    }
}
