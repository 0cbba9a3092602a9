//! `BatchExecuteStatement`.

use crate::Dynamodb;
use crate::errors::invalid;
use crate::partiql::{How, Prepared};
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::{
    BatchExecuteStatementInput, BatchExecuteStatementOutput, BatchStatementError,
    BatchStatementRequest, BatchStatementResponse, ConditionalCheckFailedException,
    ConsumedCapacity, ops,
};

impl Handler<ops::BatchExecuteStatement> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: BatchExecuteStatementInput,
    ) -> Result<BatchExecuteStatementOutput> {
        let told = input.return_consumed_capacity.as_deref();
        let all: Vec<(Result<Prepared>, Option<bool>)> =
            input.statements.into_iter().map(prepared).collect();
        let known = || all.iter().filter_map(|(it, _)| it.as_ref().ok());
        if known().any(Prepared::is_read) && !known().all(Prepared::is_read) {
            return Err(invalid(
                "BatchExecuteStatement API does not support both read and write operations in the \
                 same request.",
            ));
        }
        let (mut responses, mut costs) = (Vec::new(), Vec::new());
        for (prepared, consistent) in all {
            let how = How { consistent, told, in_batch: true, ..How::default() };
            let (response, cost) = self.one(cx, prepared, &how).await?;
            responses.push(response);
            costs.extend(cost);
        }
        let consumed_capacity = (!costs.is_empty()).then_some(costs);
        Ok(BatchExecuteStatementOutput { responses: Some(responses), consumed_capacity })
    }
}

fn prepared(request: BatchStatementRequest) -> (Result<Prepared>, Option<bool>) {
    let tells = request.return_values_on_condition_check_failure.as_deref();
    let prepared = Prepared::new(&request.statement, request.parameters, tells);
    (prepared, request.consistent_read)
}

impl Dynamodb {
    /// Runs one of a batch, whose errors are its own.
    async fn one(
        &self,
        cx: &Context,
        prepared: Result<Prepared>,
        how: &How<'_>,
    ) -> Result<(BatchStatementResponse, Option<ConsumedCapacity>)> {
        let mut response = BatchStatementResponse::default();
        let answered = match prepared {
            Ok(prepared) => {
                response.table_name = Some(prepared.source().table.clone());
                self.run(cx, &prepared, how).await
            }
            Err(error) => Err(error),
        };
        let mut cost = None;
        match answered {
            Ok(answer) => {
                response.item = answer.items.into_iter().next();
                cost = answer.cost;
            }
            Err(error) => response.error = Some(told(error)?),
        }
        Ok((response, cost))
    }
}

/// An error as a batch tells it.
///
/// # Errors
/// It is none of a statement, but of the whole request.
fn told(error: Error) -> Result<BatchStatementError> {
    let code = match error.code() {
        "ValidationException" => "ValidationError",
        "ConditionalCheckFailedException" => "ConditionalCheckFailed",
        "DuplicateItemException" => "DuplicateItem",
        "ItemCollectionSizeLimitExceededException" => "ItemCollectionSizeLimitExceeded",
        "ProvisionedThroughputExceededException" => "ProvisionedThroughputExceeded",
        "RequestLimitExceeded" => "RequestLimitExceeded",
        "ResourceNotFoundException" => "ResourceNotFound",
        "ThrottlingException" => "ThrottlingError",
        "TransactionConflictException" => "TransactionConflict",
        _ if error.is_server_fault() => "InternalServerError",
        _ => return Err(error),
    };
    let detail = error.detail::<ConditionalCheckFailedException>();
    Ok(BatchStatementError {
        code: Some(code.to_owned()),
        item: detail.and_then(|detail| detail.item.clone()),
        message: Some(error.message),
    })
}
