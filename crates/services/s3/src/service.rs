//! The service: what its operations share.

use crate::bucket::Reached;
use crate::ledger;
use crate::lifecycle::pass;
use crate::logs::Logs;
use crate::notify::outbox::{self, Sequence};
use crate::readers::Readers;
use crate::replication::{self, Roles};
use crate::restore::copies;
use platform::ledger::{Ledger, Sweeper};
use platform::{Error, Platform, Result};
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, Weak};

/// S3 on a platform.
pub struct S3 {
    pub(crate) platform: Arc<Platform>,
    pub(crate) config: Config,
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) readers: Readers,
    pub(crate) sequence: Sequence,
    pub(crate) logs: Arc<Logs>,
    pub(crate) roles: Roles,
    /// The day, since the epoch, on which it was last told how much there is.
    pub(crate) told_day: AtomicI64,
    _sweeper: Option<Sweeper>,
    me: Weak<Self>,
}

/// How S3 does what can be done in more than one way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Config {
    /// Whether a bucket takes customers' own keys (SSE-C) as long as nothing is said of them. On AWS none
    /// does since April 2026.
    pub customer_keys: bool,
}

/// Where an object is to be: a bucket that the caller may use, and a key.
pub(crate) struct Place<'a> {
    pub bucket: &'a str,
    pub reached: &'a Arc<Reached>,
    pub key: &'a str,
}

impl S3 {
    /// The service, which begins at once to remove in the background what a crash left over. Call
    /// it within a tokio runtime, once per process.
    pub async fn new(platform: Arc<Platform>) -> Arc<Self> {
        Self::with(platform, Config::default()).await
    }

    /// The same, where something is done otherwise.
    pub async fn with(platform: Arc<Platform>, config: Config) -> Arc<Self> {
        let ledger = ledger::of(platform.clone());
        outbox::keep(&platform);
        let (readers, sweeper) = (Readers::default(), ledger.begin().await);
        let service = Arc::new_cyclic(|me: &Weak<Self>| Self {
            logs: Logs::new(platform.clone()),
            platform,
            config,
            ledger,
            readers,
            sequence: Sequence::default(),
            roles: Roles::default(),
            told_day: AtomicI64::new(i64::MIN),
            _sweeper: sweeper,
            me: me.clone(),
        });
        pass::keep(&service);
        copies::keep(&service);
        replication::outbox::keep(&service);
        let me: Weak<Self> = Arc::downgrade(&service);
        service.platform.metrics.asks(me.clone());
        service.platform.shows(me);
        service
    }

    /// The service, for what goes on after the answer has begun.
    ///
    /// # Errors
    /// It is being put down.
    pub(crate) fn itself(&self) -> Result<Arc<Self>> {
        self.me.upgrade().ok_or_else(|| Error::internal("S3 is gone while it is asked"))
    }
}
