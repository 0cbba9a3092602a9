//! How far large contents are read ahead of those who take them: far while few are read, little
//! when they are many, so that none has to wait for another.

use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Pieces of the engine's size, half a MiB, that may be read and not yet taken, of all contents
/// together.
const PIECES: usize = 128;
/// How many of them one content has while there is much room.
const AHEAD: u32 = 2;
/// What a content that has none is read by, in bytes: a checksummed block of the local engine.
const NARROW_BYTES: u64 = 64 * 1024;

/// All that are being read.
pub(crate) struct Readers(Arc<Semaphore>);

/// What one reader may read ahead; given back when it is dropped.
pub(crate) struct Ahead(Option<OwnedSemaphorePermit>);

impl Ahead {
    /// How many pieces.
    pub fn pieces(&self) -> usize {
        self.0.as_ref().map_or(1, OwnedSemaphorePermit::num_permits)
    }

    /// The most bytes that may be read at once, where the engine's pieces are too large.
    pub fn most(&self) -> Option<u64> {
        self.0.is_none().then_some(NARROW_BYTES)
    }
}

impl Default for Readers {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(PIECES)))
    }
}

impl Readers {
    /// Lets one more content be read.
    pub fn enter(&self) -> Ahead {
        let wanted = if self.0.available_permits() > PIECES / 2 { AHEAD } else { 1 };
        Ahead(self.0.clone().try_acquire_many_owned(wanted).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_read_less_ahead_the_more_they_are_and_never_wait() {
        let readers = Readers::default();
        let mut inside = Vec::new();
        for number in 0..200 {
            let ahead = readers.enter();
            let expected = match number {
                0..32 => (2, None),
                32..96 => (1, None),
                _ => (1, Some(NARROW_BYTES)),
            };
            assert_eq!((ahead.pieces(), ahead.most()), expected, "reader {number}");
            inside.push(ahead);
        }
        inside.truncate(32);
        assert_eq!(readers.enter().most(), None);
    }
}
