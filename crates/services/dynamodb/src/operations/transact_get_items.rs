//! `TransactGetItems`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{TransactGetItemsInput, TransactGetItemsOutput};

impl Handler<ops::TransactGetItems> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: TransactGetItemsInput,
    ) -> Result<TransactGetItemsOutput> {
        Err(Error::internal("TransactGetItems is not written yet"))
    }
}
