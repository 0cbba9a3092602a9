//! `DeleteMessage`.

use crate::live::Live;
use crate::machine::{State as Stand, Unheld};
use crate::{Sqs, errors, handle};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::sqs::DeleteMessageRequest;
use shapes::sqs::ops::DeleteMessage;
use std::sync::Arc;
use store::Batch;

impl Handler<DeleteMessage> for Sqs {
    async fn handle(&self, cx: &Context, input: DeleteMessageRequest) -> Result<Unit> {
        let queue = self.queue(cx, &input.queue_url).await?;
        let done = self.delete_all(&queue, &[input.receipt_handle]).await?;
        queue.count_deleted(&done);
        done.into_iter().next().unwrap_or(Ok(())).map(|()| Unit)
    }
}

impl Sqs {
    /// Deletes what receipt handles name, in one commit; what became of each. A handle that is not
    /// the newest of its message succeeds and deletes nothing ("DeleteMessage"), except in a FIFO
    /// queue, where it has expired, as the newest has once its message is in sight again.
    ///
    /// # Errors
    /// Nothing was deleted, as far as it is known.
    pub(crate) async fn delete_all(
        &self,
        queue: &Arc<Live>,
        handles: &[String],
    ) -> Result<Vec<Result<()>>> {
        let (results, held) = loop {
            match queue.hold_all(handles)? {
                Ok(held) => break held,
                Err(busy) => queue.until_settled(|state| state.is_settled(busy)).await,
            }
        };
        if held.is_empty() {
            queue.confirm().await?;
            return Ok(results);
        }
        let _turn = queue.turn.read().await;
        let each = held.iter();
        let batch = each.fold(Batch::new(), |batch, (seq, _)| queue.erase(batch, *seq));
        let made = queue.commit(batch).await;
        let mut state = queue.state();
        for (seq, before) in held {
            match &made {
                Ok(()) => state.machine.remove(seq),
                Err(_) => state.machine.settle(seq, before),
            }
        }
        state.serve(queue.now());
        drop(state);
        queue.settled();
        made.map(|()| results)
    }
}

/// What becomes of each handle, and the messages that are held for it, with how they stood.
type Held = (Vec<Result<()>>, Vec<(u64, Stand)>);

impl Live {
    /// Takes all messages out of sight that are to be deleted, or none: the number of one that a
    /// commit is about.
    fn hold_all(&self, handles: &[String]) -> Result<std::result::Result<Held, u64>> {
        let mut state = self.open()?;
        let (now, is_fifo) = (self.now(), state.settings.is_fifo);
        let (mut results, mut held): Held = (Vec::with_capacity(handles.len()), Vec::new());
        for handle in handles {
            let (seq, count) = match handle::read(&self.id, handle) {
                Ok(parts) => parts,
                Err(error) => {
                    results.push(Err(error));
                    continue;
                }
            };
            let is_own = held.iter().any(|(own, _)| *own == seq);
            let machine = &mut state.machine;
            results.push(match machine.hold(seq, count, now) {
                Ok(before) => {
                    held.push((seq, before));
                    Ok(())
                }
                Err(Unheld::Busy) if !is_own => {
                    held.iter().for_each(|(seq, before)| machine.settle(*seq, *before));
                    return Ok(Err(seq));
                }
                Err(Unheld::Gone | Unheld::Busy) => Ok(()),
                Err(_) if is_fifo => Err(errors::expired(handle)),
                Err(Unheld::Stale) => Ok(()),
                Err(Unheld::Back) => {
                    if machine.hold_visible(seq) {
                        held.push((seq, Stand::Visible));
                    }
                    Ok(())
                }
            });
        }
        Ok(Ok((results, held)))
    }
}

#[cfg(test)]
mod tests {
    use crate::operations::fixture::setting;
    use std::time::Duration;

    #[tokio::test]
    async fn an_old_handle_deletes_nothing() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        at.send(&url, "a").await;
        let first = at.receive(&url, 1).await;
        at.clock.advance(Duration::from_secs(30));
        let second = at.receive(&url, 1).await;
        at.delete(&url, &first[0]).await;
        at.clock.advance(Duration::from_secs(30));
        assert_eq!(at.receive(&url, 1).await.len(), 1);
        at.clock.advance(Duration::from_secs(30));
        at.delete(&url, &second[0]).await;
        assert_eq!(at.receive(&url, 1).await.len(), 1, "it is not the newest any more");
    }

    #[tokio::test]
    async fn the_newest_handle_deletes_though_its_message_is_in_sight_again() {
        let at = setting().await;
        let url = at.queue("q", &[]).await;
        at.send(&url, "a").await;
        let first = at.receive(&url, 1).await;
        at.clock.advance(Duration::from_secs(30));
        at.delete(&url, &first[0]).await;
        assert!(at.receive(&url, 1).await.is_empty());
        assert!(at.restarted().receive(&url, 1).await.is_empty());
    }
}
