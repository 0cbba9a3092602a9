//! `ExecuteStatement`.

use crate::Dynamodb;
use crate::partiql::{How, Prepared};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ExecuteStatementInput, ExecuteStatementOutput};

impl Handler<ops::ExecuteStatement> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: ExecuteStatementInput,
    ) -> Result<ExecuteStatementOutput> {
        let tells = input.return_values_on_condition_check_failure.as_deref();
        let prepared = Prepared::new(&input.statement, input.parameters, tells)?;
        let how = How {
            consistent: input.consistent_read,
            limit: input.limit.and_then(|limit| usize::try_from(limit).ok()),
            token: input.next_token.as_deref(),
            told: input.return_consumed_capacity.as_deref(),
            in_batch: false,
        };
        let answer = self.run(cx, &prepared, &how).await?;
        Ok(ExecuteStatementOutput {
            items: Some(answer.items),
            next_token: answer.next,
            consumed_capacity: answer.cost,
            last_evaluated_key: answer.last,
        })
    }
}
