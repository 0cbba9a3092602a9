//! `ChangeMessageVisibility`.

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

/// How long a message may be out of sight in total, from when it was received: 12 hours ("Amazon SQS
/// visibility timeout").
const TOTAL_MS: i64 = 12 * 60 * 60 * 1000;

impl Handler<ChangeMessageVisibility> for Sqs {
    async fn handle(&self, cx: &Context, input: ChangeMessageVisibilityRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let (seq, visibility_ms) =
            checked(&queue, &input.receipt_handle, input.visibility_timeout)?;
        match queue.hold(seq, &input.receipt_handle, visibility_ms).await {
            Ok(Some(before)) => {
                self.set_sight(&queue, vec![(seq.0, before)], visibility_ms).await?;
            }
            unheld => {
                queue.confirm().await?;
                unheld?;
            }
        }
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
    /// sight; nothing where that changes nothing.
    ///
    /// A standard queue lets an earlier receive's handle act on a message in flight too, and succeeds
    /// for one whose message is back; the newest takes it out of sight again.
    ///
    /// # Errors
    /// The message is gone; the handle has expired; it would be out of sight for too long.
    pub(crate) async fn hold(
        &self,
        (seq, count): (u64, u32),
        handle: &str,
        visibility_ms: i64,
    ) -> Result<Option<Stand>> {
        loop {
            let held = {
                let mut state = self.open()?;
                let now = self.now();
                let is_fifo = state.settings.is_fifo;
                let machine = &mut state.machine;
                let entry = machine.get(seq);
                let is_newest = entry.is_some_and(|entry| entry.count == count);
                if let Some(received_ms) = entry.and_then(|entry| entry.last_ms)
                    && (now - received_ms) / 1000 * 1000 + visibility_ms > TOTAL_MS
                {
                    let seconds = i32::try_from(visibility_ms / 1000).unwrap_or(i32::MAX);
                    return Err(errors::beyond_limit(seconds));
                }
                match if is_fifo {
                    machine.hold(seq, count, now)
                } else {
                    machine.hold_any(seq, now)
                } {
                    Err(Unheld::Back) if !is_fifo => {
                        let is_held = is_newest && machine.hold_visible(seq);
                        return Ok(is_held.then_some(Stand::Visible));
                    }
                    held => held,
                }
            };
            return Err(match held {
                Ok(before) => return Ok(Some(before)),
                Err(Unheld::Busy) => {
                    self.until_settled(|state| state.is_settled(seq)).await;
                    continue;
                }
                Err(Unheld::Gone) => errors::gone(handle),
                Err(Unheld::Stale | Unheld::Back) => errors::expired(handle),
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
            let found =
                queue.state().machine.get(*seq).map(|it| (it.count, it.first_ms, it.last_ms));
            let Some((count, first_ms, last_ms)) = found else { continue };
            let first_ms = first_ms.unwrap_or(now);
            let last_ms = last_ms.filter(|_| count > 1);
            let sight = Sight { until_ms: now + visibility_ms, count, first_ms, last_ms };
            batch = batch.put(SIGHTS.table, key(&queue.id, *seq), SIGHTS.encode(&sight)?);
        }
        let made = queue.commit(batch).await;
        let mut state = queue.state();
        for (seq, before, visibility_ms) in held {
            let after = if made.is_ok() { Stand::InFlight(now + visibility_ms) } else { before };
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
        assert_eq!(run(change(43_201)).await.unwrap_err().code(), "InvalidParameterValueException");
        assert_eq!(at.receive(&url, 1).await.len(), 1);
    }

    #[tokio::test]
    async fn an_older_handle_acts_and_the_newest_takes_out_of_sight_again() {
        let at = setting().await;
        let url = at.queue("q", &[("VisibilityTimeout", "1")]).await;
        at.send(&url, "a").await;
        let first = at.receive(&url, 1).await;
        at.clock.advance(Duration::from_secs(1));
        let second = at.receive(&url, 1).await;
        let change = |handle: &Option<String>, visibility_timeout| ChangeMessageVisibilityRequest {
            queue_url: url.clone(),
            receipt_handle: handle.clone().unwrap(),
            visibility_timeout,
        };
        let run = |input| at.cx.run::<ChangeMessageVisibility, _>(&*at.sqs, input);
        run(change(&first[0].receipt_handle, 0)).await.unwrap();
        run(change(&first[0].receipt_handle, 9)).await.unwrap();
        let third = at.receive(&url, 1).await;
        assert_eq!(third.len(), 1, "an old handle does nothing to what is in sight");
        at.clock.advance(Duration::from_secs(1));
        run(change(&third[0].receipt_handle, 9)).await.unwrap();
        assert!(at.receive(&url, 1).await.is_empty());
        at.delete(&url, &third[0]).await;
        let gone = run(change(&second[0].receipt_handle, 9)).await.unwrap_err();
        assert_eq!(gone.code(), "InvalidParameterValueException");
    }

    #[tokio::test]
    async fn a_message_is_out_of_sight_for_twelve_hours_in_total() {
        let at = setting().await;
        let url = at.queue("q", &[("VisibilityTimeout", "43200")]).await;
        at.send(&url, "a").await;
        let got = at.receive(&url, 1).await;
        let change = |seconds| ChangeMessageVisibilityRequest {
            queue_url: url.clone(),
            receipt_handle: got[0].receipt_handle.clone().unwrap(),
            visibility_timeout: seconds,
        };
        let again = at.restarted();
        at.clock.advance(Duration::from_secs(100));
        for at in [&at, &again] {
            let run = |input| at.cx.run::<ChangeMessageVisibility, _>(&*at.sqs, input);
            assert_eq!(
                run(change(43_101)).await.unwrap_err().message,
                "Value 43101 for parameter VisibilityTimeout is invalid. Reason: Total \
                 VisibilityTimeout for the message is beyond the limit [43200 seconds]"
            );
            run(change(43_100)).await.unwrap();
        }
    }
}
