//! One suite per kind of storage, which every engine's tests run over the engine.
//!
//! Each `run` wants an empty engine and panics at the first promise that is not kept. What only
//! shows when an engine is opened again (a crash, a damaged file) is for that engine's own tests.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc)]

pub mod blobs;
pub mod log;
pub mod notices;
pub mod tables;

use std::future::poll_fn;
use std::mem;
use std::task::Poll;

/// Lets others go on, whatever the runtime.
async fn pause() {
    let mut paused = false;
    poll_fn(|context| {
        if mem::replace(&mut paused, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}
