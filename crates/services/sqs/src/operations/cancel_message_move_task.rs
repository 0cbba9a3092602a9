//! `CancelMessageMoveTask`.

use crate::records::moving::{self, MOVES, Moving, Status};
use crate::{Sqs, errors, moves};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::CancelMessageMoveTask;
use shapes::sqs::{CancelMessageMoveTaskRequest, CancelMessageMoveTaskResult};
use store::Batch;

impl Handler<CancelMessageMoveTask> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: CancelMessageMoveTaskRequest,
    ) -> Result<CancelMessageMoveTaskResult> {
        let parts = moves::source_of(&input.task_handle);
        let (source, number) =
            parts.ok_or_else(|| errors::invalid("Value for parameter TaskHandle is invalid."))?;
        let name = self.there(cx, &source, "SourceArn").await?;
        let key = moving::key(cx, name, &number);
        let _turn = self.moving.lock().await;
        let found = MOVES.get(cx.tables(), &key).await?;
        let running = found.filter(|task| task.status == Status::Running);
        let task = running.ok_or_else(|| errors::no_resource("Task does not exist."))?;
        let moved = i64::try_from(task.moved).ok();
        let ended = MOVES.encode(&Moving { status: Status::Cancelled, ..task })?;
        cx.tables().commit(Batch::new().put(MOVES.table, key, ended)).await?;
        Ok(CancelMessageMoveTaskResult { approximate_number_of_messages_moved: moved })
    }
}
