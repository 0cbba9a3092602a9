//! The service: what its operations share.

use crate::bucket::Reached;
use crate::ledger::Ledger;
use crate::readers::Readers;
use crate::sweep::{self, Task};
use platform::Platform;
use std::sync::Arc;

/// S3 on a platform.
pub struct S3 {
    pub(crate) platform: Arc<Platform>,
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) readers: Readers,
    _sweeper: Option<Task>,
}

/// Where an object is to be: a bucket that the caller may use, and a key.
pub(crate) struct Place<'a> {
    pub bucket: &'a str,
    pub reached: &'a Reached,
    pub key: &'a str,
}

impl S3 {
    /// The service, which begins at once to remove in the background what a crash left over. Call
    /// it within a tokio runtime, once per process.
    pub async fn new(platform: Arc<Platform>) -> Arc<Self> {
        let ledger = Ledger::new(platform.clone());
        if ledger.others.is_none()
            && let Err(error) = ledger.sweep().await
        {
            tracing::warn!(%error, "bytes of removed objects stay until the next start");
        }
        let (readers, sweeper) = (Readers::default(), sweep::keep_sweeping(&ledger));
        Arc::new(Self { platform, ledger, readers, _sweeper: sweeper })
    }
}
