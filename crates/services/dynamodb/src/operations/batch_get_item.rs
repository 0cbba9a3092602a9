//! `BatchGetItem`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{BatchGetItemInput, BatchGetItemOutput};

impl Handler<ops::BatchGetItem> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: BatchGetItemInput) -> Result<BatchGetItemOutput> {
        Err(Error::internal("BatchGetItem is not written yet"))
    }
}
