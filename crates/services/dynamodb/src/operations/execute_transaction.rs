//! `ExecuteTransaction`.

use crate::Dynamodb;
use crate::capacity::Told;
use crate::partiql::{Prepared, in_statement};
use crate::tokens::Token;
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ExecuteTransactionInput, ExecuteTransactionOutput};

impl Handler<ops::ExecuteTransaction> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: ExecuteTransactionInput,
    ) -> Result<ExecuteTransactionOutput> {
        let token = input.client_request_token.filter(|token| !token.is_empty());
        let written = token.as_ref().map(|_| format!("{:?}", input.transact_statements));
        let token = token.zip(written).map(|(token, written)| Token::new(cx, &token, &written));
        let mut all = Vec::with_capacity(input.transact_statements.len());
        for (at, it) in input.transact_statements.into_iter().enumerate() {
            let tells = it.return_values_on_condition_check_failure.as_deref();
            let prepared = Prepared::new(&it.statement, it.parameters, tells);
            all.push(prepared.map_err(|error| in_statement(at, error))?);
        }
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let (responses, consumed_capacity) = self.run_all(cx, &all, token, told).await?;
        Ok(ExecuteTransactionOutput { responses, consumed_capacity })
    }
}
