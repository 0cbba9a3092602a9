//! How much is going on, so that a stop can wait for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Notify;

/// Counts what is going on.
#[derive(Default)]
pub(crate) struct Busy(Arc<Count>);

#[derive(Default)]
struct Count {
    now: AtomicUsize,
    idle: Notify,
}

/// One thing that is going on; dropped when it is done.
pub(crate) struct Guard(Arc<Count>);

impl Busy {
    pub(crate) fn enter(&self) -> Guard {
        self.0.now.fetch_add(1, Ordering::Relaxed);
        Guard(self.0.clone())
    }

    /// How much is going on.
    pub(crate) fn now(&self) -> usize {
        self.0.now.load(Ordering::Relaxed)
    }

    /// Resolves when nothing is going on.
    pub(crate) async fn idle(&self) {
        loop {
            // Counts from here on, so that an end between the look and the wait is not lost.
            let ended = self.0.idle.notified();
            if self.0.now.load(Ordering::Acquire) == 0 {
                return;
            }
            ended.await;
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if self.0.now.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.idle.notify_waiters();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::task::{Context, Waker};

    #[tokio::test]
    async fn idle_is_when_the_last_has_ended() {
        let busy = Busy::default();
        busy.idle().await;
        let (one, two) = (busy.enter(), busy.enter());
        let mut idle = std::pin::pin!(busy.idle());
        let mut context = Context::from_waker(Waker::noop());
        assert!(idle.as_mut().poll(&mut context).is_pending());
        drop(one);
        assert!(idle.as_mut().poll(&mut context).is_pending());
        drop(two);
        idle.await;
    }
}
