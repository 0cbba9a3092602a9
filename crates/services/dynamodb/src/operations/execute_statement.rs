//! `ExecuteStatement`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ExecuteStatementInput, ExecuteStatementOutput};

impl Handler<ops::ExecuteStatement> for Dynamodb {
    async fn handle(
        &self,
        _cx: &Context,
        _input: ExecuteStatementInput,
    ) -> Result<ExecuteStatementOutput> {
        Err(Error::internal("ExecuteStatement is not written yet"))
    }
}
