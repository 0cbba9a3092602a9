//! How many large contents are read at once, and how far ahead of those who take them.

use crate::errors;
use platform::Result;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Pieces that may be read and not yet taken, of all contents together. An engine's piece has half
/// a MiB.
const PIECES: usize = 256;
/// How far ahead one content is read while there is much room.
const AHEAD: u32 = 2;
/// How long a reader waits for its turn.
const PATIENCE: Duration = Duration::from_secs(30);

/// All that are being read.
pub(crate) struct Readers(Arc<Semaphore>);

/// What one reader may read ahead; given back when it is dropped.
pub(crate) struct Ahead(OwnedSemaphorePermit);

impl Ahead {
    /// How many pieces.
    pub fn pieces(&self) -> usize {
        self.0.num_permits().max(1)
    }
}

impl Default for Readers {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(PIECES)))
    }
}

impl Readers {
    /// Lets one more content be read, when it is its turn.
    ///
    /// # Errors
    /// `SlowDown` when it has not come for half a minute.
    pub async fn enter(&self) -> Result<Ahead> {
        if self.0.available_permits() > PIECES / 2
            && let Ok(permit) = self.0.clone().try_acquire_many_owned(AHEAD)
        {
            return Ok(Ahead(permit));
        }
        let turn = self.0.clone().acquire_owned();
        match tokio::time::timeout(PATIENCE, turn).await {
            Ok(Ok(permit)) => Ok(Ahead(permit)),
            // The semaphore is never closed.
            Ok(Err(_)) | Err(_) => Err(errors::slow_down()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn readers_read_less_ahead_when_they_are_many_and_wait_when_they_are_too_many() {
        let readers = Readers::default();
        let mut inside = Vec::new();
        for number in 0..192 {
            let ahead = readers.enter().await.unwrap();
            assert_eq!(ahead.pieces(), if number < 64 { 2 } else { 1 }, "reader {number}");
            inside.push(ahead);
        }
        let refused = readers.enter().await.err().unwrap();
        assert_eq!(refused.code(), "SlowDown");
        let (next, ()) = tokio::join!(readers.enter(), async { drop(inside.pop()) });
        assert_eq!(next.unwrap().pieces(), 1);
    }
}
