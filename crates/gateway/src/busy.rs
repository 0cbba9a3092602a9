//! How much is going on, so that a stop can wait for it.

use tokio::sync::watch;

/// Counts what is going on.
#[derive(Default)]
pub(crate) struct Busy(watch::Sender<usize>);

/// One thing that is going on; dropped when it is done.
pub(crate) struct Guard(watch::Sender<usize>);

impl Busy {
    pub(crate) fn enter(&self) -> Guard {
        self.0.send_modify(|count| *count += 1);
        Guard(self.0.clone())
    }

    /// Resolves when nothing is going on.
    pub(crate) async fn idle(&self) {
        // The sender lives as long as `self`, so waiting ends only when the count is zero.
        let _ = self.0.subscribe().wait_for(|count| *count == 0).await;
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}
