//! `ChangeMessageVisibility`.

use super::receive_message::stand;
use crate::live::Live;
use crate::machine::{State as Stand, Unheld};
use crate::records::key;
use crate::records::sight::{SIGHTS, Sight};
use crate::{Sqs, errors, handle};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sqs::ChangeMessageVisibilityRequest;
use shapes::sqs::ops::ChangeMessageVisibility;
use std::sync::Arc;
use store::Batch;

impl Handler<ChangeMessageVisibility> for Sqs {
    async fn handle(&self, cx: &Context, input: ChangeMessageVisibilityRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let (seq, visibility_ms) =
            checked(&queue, &input.receipt_handle, input.visibility_timeout)?;
        let before = queue.hold(seq, &input.receipt_handle).await?;
        self.set_sight(&queue, vec![(seq.0, before)], visibility_ms).await?;
        Ok(Unit)
    }
}

/// The message that a handle names, and how long it is to be out of sight.
///
/// # Errors
/// One of them is wrong.
pub(crate) fn checked(queue: &Live, handle: &str, seconds: i32) -> Result<((u64, u32), i64)> {
    if !(0..=43_200).contains(&seconds) {
        let reason = "Must be >= 0 and <= 43200, if provided.";
        return Err(errors::invalid_value(seconds, "VisibilityTimeout", reason));
    }
    Ok((handle::read(&queue.id, handle)?, i64::from(seconds) * 1000))
}

impl Live {
    /// Takes the message of a handle out of the machine's hands, to change how long it is out of
    /// sight.
    ///
    /// # Errors
    /// It is not out of sight, or gone.
    pub(crate) async fn hold(&self, (seq, count): (u64, u32), handle: &str) -> Result<Stand> {
        loop {
            let (held, is_fifo) = {
                let mut state = self.open()?;
                (state.machine.hold(seq, count, self.now()), state.settings.is_fifo)
            };
            return Err(match held {
                Ok(before) => return Ok(before),
                Err(Unheld::Busy) => {
                    self.until_settled(|state| state.is_settled(seq)).await;
                    continue;
                }
                Err(Unheld::Gone) => errors::gone(handle),
                Err(Unheld::Stale | Unheld::Back) if is_fifo => errors::expired(handle),
                Err(Unheld::Stale | Unheld::Back) => errors::not_in_flight(handle),
            });
        }
    }
}

impl Sqs {
    /// Says how long messages are out of sight that are held, in one commit.
    ///
    /// # Errors
    /// The storage's; they stand as they did.
    pub(crate) async fn set_sight(
        &self,
        queue: &Arc<Live>,
        held: Vec<(u64, Stand)>,
        visibility_ms: i64,
    ) -> Result<()> {
        let each = held.into_iter().map(|(seq, before)| (seq, before, visibility_ms)).collect();
        self.set_sights(queue, each).await
    }

    /// The same, for each its own time: the message, how it stood, and for how many milliseconds.
    pub(crate) async fn set_sights(
        &self,
        queue: &Arc<Live>,
        held: Vec<(u64, Stand, i64)>,
    ) -> Result<()> {
        let _turn = queue.turn.read().await;
        let now = queue.now();
        let mut batch = Batch::new();
        for (seq, _, visibility_ms) in &held {
            let found = queue.state().machine.get(*seq).map(|it| (it.count, it.first_ms));
            let Some((count, first_ms)) = found else { continue };
            let first_ms = first_ms.unwrap_or(now);
            let sight = Sight { until_ms: now + visibility_ms, count, first_ms };
            batch = batch.put(SIGHTS.table, key(&queue.id, *seq), SIGHTS.encode(&sight)?);
        }
        let made = queue.commit(batch).await;
        let mut state = queue.state();
        for (seq, before, visibility_ms) in held {
            let after = if made.is_ok() { stand(now, visibility_ms) } else { before };
            state.machine.settle(seq, after);
        }
        state.serve(now);
        drop(state);
        queue.settled();
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use std::time::Duration;

    #[tokio::test]
    async fn a_message_comes_back_when_it_is_told_to() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        at.send(&url, "a").await;
        let got = at.receive(&url, 1).await;
        let change = |seconds| ChangeMessageVisibilityRequest {
            queue_url: url.clone(),
            receipt_handle: got[0].receipt_handle.clone().unwrap(),
            visibility_timeout: seconds,
        };
        let run = |input| at.cx.run::<ChangeMessageVisibility, _>(&*at.sqs, input);
        run(change(100)).await.unwrap();
        at.clock.advance(Duration::from_secs(99));
        assert!(at.receive(&url, 1).await.is_empty());
        run(change(0)).await.unwrap();
        assert_eq!(run(change(5)).await.unwrap_err().code(), "MessageNotInflight");
        assert_eq!(run(change(43_201)).await.unwrap_err().code(), "InvalidParameterValueException");
        assert_eq!(at.receive(&url, 1).await.len(), 1);
    }
}
