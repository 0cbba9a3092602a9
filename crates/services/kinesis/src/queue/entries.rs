//! Requests about records that were received, each named by its receipt handle and answered by itself.

use super::handle::Handle;
use super::live::Broken;
use super::machine::{Key, Machine, Path, Unheld};
use super::queues::Queues;
use platform::{Context, Result};
use shapes::kinesis::errors::{INVALID_ARGUMENT_EXCEPTION, RESOURCE_NOT_FOUND_EXCEPTION};

/// Why an entry failed: a code, and a sentence for the caller.
pub(crate) type Failure = (&'static str, &'static str);

/// An entry of a request: its receipt handle, and what else it says.
pub(crate) type Entry<T> = (String, T);

/// The entries of an answer: those that succeeded, and those that failed.
pub(crate) type Answer<S, F> = (Vec<S>, Vec<F>);

impl Queues {
    /// Does something to the records of receipt handles, and answers when it is durable.
    ///
    /// # Errors
    /// There is no such queue; the storage's.
    pub async fn act<T: Sync>(
        &self,
        context: &Context,
        (arn, path): (&str, Path),
        entries: Vec<Entry<T>>,
        act: impl Fn(&mut Machine, (Key, u32), i64, &T) -> std::result::Result<(), Unheld> + Send + Sync,
    ) -> Result<Vec<(String, Option<Failure>)>> {
        let outcomes = loop {
            let live = self.live(context, arn).await?;
            let now = live.now();
            let each = |machine: &mut Machine, (text, what): &Entry<T>| {
                let handle = Handle::read(&live.record.id, text).filter(|it| it.path == path);
                let Some(handle) = handle else { return Some(strange(path)) };
                act(machine, (handle.key, handle.serial), now, what).err().map(failure)
            };
            let outcomes = live.change(|state| {
                entries.iter().map(|entry| each(&mut state.machine, entry)).collect::<Vec<_>>()
            });
            let done = match outcomes {
                Ok(outcomes) => live.flush().await.map(|()| outcomes),
                Err(broken) => Err(broken),
            };
            match done {
                Ok(outcomes) => break outcomes,
                Err(Broken::Stale) => {}
                Err(Broken::Failed(error)) => return Err(error),
            }
        };
        Ok(entries.into_iter().map(|(handle, _)| handle).zip(outcomes).collect())
    }
}

/// Sorts the outcomes of entries.
pub(crate) fn answer<S, F>(
    outcomes: Vec<(String, Option<Failure>)>,
    successful: impl Fn(String) -> S,
    failed: impl Fn(String, String, Option<String>) -> F,
) -> Answer<S, F> {
    let (mut all, mut failures) = (Vec::new(), Vec::new());
    for (handle, failure) in outcomes {
        match failure {
            None => all.push(successful(handle)),
            Some((code, message)) => {
                failures.push(failed(handle, code.to_owned(), Some(message.to_owned())));
            }
        }
    }
    (all, failures)
}

fn strange(path: Path) -> Failure {
    let message = match path {
        Path::Normal => {
            "The receipt handle is not one that ReceiveQueueRecords gave of this queue."
        }
        Path::DeadLetters => {
            "The receipt handle is not one that ReceiveDeadLetterQueueRecords gave of this queue."
        }
    };
    (INVALID_ARGUMENT_EXCEPTION.code, message)
}

fn failure(unheld: Unheld) -> Failure {
    match unheld {
        Unheld::Gone => (
            RESOURCE_NOT_FOUND_EXCEPTION.code,
            "The record is not in the queue: it was acknowledged, or has expired.",
        ),
        Unheld::Stale => (
            INVALID_ARGUMENT_EXCEPTION.code,
            "The receipt handle is not valid any more: the record was received again, or restored.",
        ),
        Unheld::Back => (
            INVALID_ARGUMENT_EXCEPTION.code,
            "The record is not in flight: its visibility timeout has ended.",
        ),
    }
}
