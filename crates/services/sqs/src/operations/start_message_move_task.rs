//! `StartMessageMoveTask`.

use crate::records::moving::{self, MOVES, Moving, Status};
use crate::{Sqs, errors, moves, names};
use platform::{Context, Handler, Result};
use shapes::sqs::ops::StartMessageMoveTask;
use shapes::sqs::{StartMessageMoveTaskRequest, StartMessageMoveTaskResult};
use store::Batch;

/// How many tasks of a queue are remembered.
const REMEMBERED: usize = 10;

impl Handler<StartMessageMoveTask> for Sqs {
    async fn handle(
        &self,
        cx: &Context,
        input: StartMessageMoveTaskRequest,
    ) -> Result<StartMessageMoveTaskResult> {
        let source = self.there(cx, &input.source_arn, "SourceArn").await?;
        if let Some(destination) = &input.destination_arn {
            self.there(cx, destination, "DestinationArn").await?;
            if destination.ends_with(".fifo") != source.ends_with(".fifo") {
                let reason = "The destination must be a queue of the same type as the source.";
                return Err(errors::invalid_value(destination, "DestinationArn", reason));
            }
        }
        let rate = input.max_number_of_messages_per_second;
        if let Some(rate) = rate.filter(|rate| !(1..=500).contains(rate)) {
            let reason = "The value must be between 1 and 500.";
            return Err(errors::invalid_value(rate, "MaxNumberOfMessagesPerSecond", reason));
        }
        if self.sources_of(cx, &input.source_arn).await?.is_empty() {
            return Err(errors::invalid("Source queue must be configured as a Dead Letter Queue."));
        }
        let _turn = self.moving.lock().await;
        let earlier = self.tasks(cx, source).await?;
        if earlier.iter().any(|(_, task)| task.status == Status::Running) {
            return Err(errors::invalid(
                "There is already a task running. Only one active task is allowed for a source queue \
                 arn at a given time.",
            ));
        }
        let queue = self.named(cx, source).await?;
        let (upto, to_move) = {
            let mut state = queue.open()?;
            let counts = state.machine.counts(queue.now());
            (state.machine.last().unwrap_or(0), counts.visible)
        };
        let started_ms = cx.now().millis();
        let number = format!("{started_ms:020}-{}", self.platform.ids.hex(4));
        let task = Moving {
            handle: moves::handle(&input.source_arn, &number),
            source: input.source_arn.clone(),
            destination: input.destination_arn,
            rate: rate.and_then(|rate| u32::try_from(rate).ok()),
            started_ms,
            upto,
            to_move: to_move as u64,
            moved: 0,
            status: Status::Running,
            reason: None,
        };
        let key = moving::key(cx, source, &number);
        let batch = Batch::new().put(MOVES.table, key.clone(), MOVES.encode(&task)?);
        let old = earlier.iter().skip(REMEMBERED - 1);
        let batch = old.fold(batch, |batch, (key, _)| batch.delete(MOVES.table, key.to_vec()));
        queue.commit(batch).await?;
        self.spawn_move(key.into(), &task.source);
        Ok(StartMessageMoveTaskResult { task_handle: Some(task.handle) })
    }
}

impl Sqs {
    /// The name of a queue that must be there.
    pub(crate) async fn there<'a>(
        &self,
        cx: &Context,
        arn: &'a str,
        parameter: &str,
    ) -> Result<&'a str> {
        let name = names::of_arn(cx, arn).unwrap_or_default();
        if name.is_empty() || self.record(cx, name).await?.is_none() {
            return Err(errors::no_resource(format!(
                "The resource that you specified for the {parameter} parameter doesn't exist."
            )));
        }
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::{Setting, setting};
    use platform::Service;
    use platform::testing::soon;
    use shapes::sqs::ListMessageMoveTasksRequest;
    use shapes::sqs::ops::ListMessageMoveTasks;
    use std::time::Duration;

    const DEAD: &str = "arn:aws:sqs:us-east-1:000000000000:dead";

    /// A message that has died in `q`.
    async fn with_dead(at: &Setting) -> (String, String) {
        let dead = at.queue("dead", &[]).await;
        let policy = format!(r#"{{"deadLetterTargetArn":"{DEAD}","maxReceiveCount":1}}"#);
        let url = at.queue("q", &[("RedrivePolicy", &policy)]).await;
        at.send(&url, "a").await;
        at.receive(&url, 1).await;
        at.clock.advance(Duration::from_secs(30));
        assert!(at.receive(&url, 1).await.is_empty());
        (url, dead)
    }

    async fn status(at: &Setting) -> String {
        let input = ListMessageMoveTasksRequest { source_arn: DEAD.into(), max_results: None };
        let output = at.cx.run::<ListMessageMoveTasks, _>(&*at.sqs, input).await.unwrap();
        output.results.unwrap()[0].status.clone().unwrap()
    }

    async fn start(at: &Setting) -> Result<StartMessageMoveTaskResult> {
        let input = StartMessageMoveTaskRequest { source_arn: DEAD.into(), ..Default::default() };
        at.cx.run::<StartMessageMoveTask, _>(&*at.sqs, input).await
    }

    #[tokio::test]
    async fn dead_messages_go_back_to_where_they_died() {
        let at = setting().await;
        let (url, dead) = with_dead(&at).await;
        start(&at).await.unwrap();
        let done = async {
            while status(&at).await != "COMPLETED" {
                tokio::task::yield_now().await;
            }
        };
        soon(done).await;
        assert!(at.receive(&dead, 1).await.is_empty());
        assert_eq!(at.receive(&url, 1).await[0].body.as_deref(), Some("a"));
    }

    #[tokio::test]
    async fn a_task_goes_on_after_a_restart() {
        let at = setting().await;
        let (url, _) = with_dead(&at).await;
        at.sqs.rest().await;
        start(&at).await.unwrap();
        assert_eq!(start(&at).await.unwrap_err().code(), "InvalidParameterValueException");
        let again = at.restarted();
        again.sqs.clone().start().await.unwrap();
        assert_eq!(soon(again.receiving(&url, 20)).await.len(), 1);
    }

    #[tokio::test]
    async fn only_a_dead_letter_queue_is_emptied() {
        let at = setting().await;
        at.queue("dead", &[]).await;
        let error = start(&at).await.unwrap_err();
        assert_eq!(error.message, "Source queue must be configured as a Dead Letter Queue.");
    }
}
