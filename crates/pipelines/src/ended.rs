//! What the pollers of streams and of queues have in common.

/// How a poller ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// The shard is closed and done; its children may be read.
    Finished,
    /// It was told to stop.
    Stopped,
    /// The source cannot be read from where it was; it has to be looked at again.
    Lost,
    /// Another process has the source, and is to move what is in it.
    Elsewhere,
}

/// Resolves with the future, or never when there is none.
pub(crate) async fn pending_unless<F: Future + Unpin>(future: &mut Option<F>) -> F::Output {
    match future {
        Some(future) => future.await,
        None => std::future::pending().await,
    }
}
