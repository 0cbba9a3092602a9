//! `ExecuteTransaction`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ExecuteTransactionInput, ExecuteTransactionOutput};

impl Handler<ops::ExecuteTransaction> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: ExecuteTransactionInput,
    ) -> Result<ExecuteTransactionOutput> {
        Err(Error::internal("ExecuteTransaction is not written yet"))
    }
}
