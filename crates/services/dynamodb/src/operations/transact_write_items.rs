//! `TransactWriteItems`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{TransactWriteItemsInput, TransactWriteItemsOutput};

impl Handler<ops::TransactWriteItems> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: TransactWriteItemsInput,
    ) -> Result<TransactWriteItemsOutput> {
        Err(Error::internal("TransactWriteItems is not written yet"))
    }
}
