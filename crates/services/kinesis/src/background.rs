//! Work that goes on beside requests.

use crate::streams::Streams;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;

/// A task that ends when it is dropped.
pub(crate) struct Task(JoinHandle<()>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Gives storage of expired records back from time to time, as long as somebody holds `streams`.
pub(crate) fn sweep(streams: &Arc<Streams>) -> Task {
    let clock = streams.platform.clock.clone();
    let every = streams.config.sweep.max(Duration::from_secs(1));
    let streams = Arc::downgrade(streams);
    let mut pause = clock.sleep(every);
    Task(tokio::spawn(async move {
        loop {
            pause.await;
            pause = clock.sleep(every);
            let Some(streams) = streams.upgrade() else { return };
            streams.trim().await;
        }
    }))
}
