//! `ListMessageMoveTasks`.

use crate::records::moving::{Moving, Status};
use crate::{Sqs, errors};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::ListMessageMoveTasks;
use shapes::sqs::{
    ListMessageMoveTasksRequest, ListMessageMoveTasksResult, ListMessageMoveTasksResultEntry,
};

impl Handler<ListMessageMoveTasks> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: ListMessageMoveTasksRequest,
    ) -> Result<ListMessageMoveTasksResult> {
        let most = input.max_results.unwrap_or(1);
        if !(1..=10).contains(&most) {
            let reason = "The value must be between 1 and 10.";
            return Err(errors::invalid_value(most, "MaxResults", reason));
        }
        let source = self.there(cx, &input.source_arn, "SourceArn").await?;
        let tasks = self.tasks(cx, source).await?.into_iter();
        let most = usize::try_from(most).unwrap_or(1);
        let results = tasks.take(most).map(|(_, task)| entry(task)).collect();
        Ok(ListMessageMoveTasksResult { results: Some(results) })
    }
}

fn entry(task: Moving) -> ListMessageMoveTasksResultEntry {
    let status = match task.status {
        Status::Running => "RUNNING",
        Status::Completed => "COMPLETED",
        Status::Cancelled => "CANCELLED",
        Status::Failed => "FAILED",
    };
    ListMessageMoveTasksResultEntry {
        // Only a task that can be cancelled is named.
        task_handle: Some(task.handle).filter(|_| task.status == Status::Running),
        status: Some(status.to_owned()),
        source_arn: Some(task.source),
        destination_arn: task.destination,
        max_number_of_messages_per_second: task.rate.and_then(|rate| i32::try_from(rate).ok()),
        approximate_number_of_messages_moved: i64::try_from(task.moved).ok(),
        approximate_number_of_messages_to_move: i64::try_from(task.to_move).ok(),
        failure_reason: task.reason,
        started_timestamp: Some(task.started_ms),
    }
}
