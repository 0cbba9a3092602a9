//! `BatchWriteItem`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{BatchWriteItemInput, BatchWriteItemOutput};

impl Handler<ops::BatchWriteItem> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: BatchWriteItemInput,
    ) -> Result<BatchWriteItemOutput> {
        Err(Error::internal("BatchWriteItem is not written yet"))
    }
}
