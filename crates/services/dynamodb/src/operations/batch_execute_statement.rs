//! `BatchExecuteStatement`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{BatchExecuteStatementInput, BatchExecuteStatementOutput};

impl Handler<ops::BatchExecuteStatement> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: BatchExecuteStatementInput,
    ) -> Result<BatchExecuteStatementOutput> {
        Err(Error::internal("BatchExecuteStatement is not written yet"))
    }
}
