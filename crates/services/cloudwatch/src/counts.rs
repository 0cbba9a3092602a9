//! What services have counted of themselves (`platform::metrics`), put where metrics are read.
//!
//! Once a minute, and before everything that reads metrics, so that what was counted is seen. Where
//! nothing was counted nothing is written, and nobody is asked how much there is of things.

use crate::CloudWatch;
use crate::point::Point;
use crate::points::Addition;
use crate::records::metric::Name;
use crate::unit;
use platform::metrics::Counted;
use platform::{Platform, Result};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use tokio::task::JoinSet;

/// How often it is done.
const PAUSE: Duration = Duration::from_secs(60);
/// The most that waits where it cannot be stored.
const MOST: usize = 100_000;

/// What is on its way.
#[derive(Default)]
pub struct Counts {
    /// What could not be stored when it was taken.
    left: Mutex<Vec<Addition>>,
    /// Held while it is taken and stored, so that whoever comes then reads what another has taken.
    flushing: tokio::sync::Mutex<()>,
    task: Mutex<JoinSet<()>>,
}

impl CloudWatch {
    /// Has all that services have counted where it is read.
    ///
    /// # Errors
    /// The storage's: then it is kept for the next time.
    pub(crate) async fn flush(&self) -> Result<()> {
        let now = self.platform.clock.now();
        let _alone = self.counts.flushing.lock().await;
        let counted = self.platform.metrics.collect(now).await;
        self.keep(counted).await
    }

    /// The same of what has been counted alone: nobody is asked anything unless there is some.
    async fn flush_counted(&self) -> Result<()> {
        let now = self.platform.clock.now();
        let _alone = self.counts.flushing.lock().await;
        let mut counted = self.platform.metrics.drain(now);
        if !counted.is_empty() {
            counted.extend(self.platform.metrics.collect(now).await);
        }
        self.keep(counted).await
    }

    async fn keep(&self, counted: Vec<Counted>) -> Result<()> {
        let mut all = std::mem::take(&mut *lock(&self.counts.left));
        all.extend(counted.into_iter().map(addition));
        if all.is_empty() {
            return Ok(());
        }
        all.truncate(MOST);
        // Once it is handed over it is carried to its end, whatever becomes of this call.
        let stored = self.add(all.clone()).await;
        if stored.is_err() {
            lock(&self.counts.left).extend(all);
        }
        stored
    }

    /// Begins to do so now and then.
    pub(crate) fn keep_counting(self: &Arc<Self>) {
        let mut task = self.counts.task.lock().unwrap_or_else(PoisonError::into_inner);
        if task.is_empty() {
            task.spawn(now_and_then(Arc::downgrade(self), Arc::downgrade(&self.platform)));
        }
    }

    /// Ends it, when what was counted is stored.
    pub(crate) async fn stop_counting(&self) {
        let mut task =
            std::mem::take(&mut *self.counts.task.lock().unwrap_or_else(PoisonError::into_inner));
        task.shutdown().await;
        if let Err(error) = self.flush_counted().await {
            tracing::warn!(%error, "what was counted last is not kept");
        }
    }
}

fn lock(of: &Mutex<Vec<Addition>>) -> std::sync::MutexGuard<'_, Vec<Addition>> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn now_and_then(service: Weak<CloudWatch>, platform: Weak<Platform>) {
    while let Some(platform) = platform.upgrade() {
        let pause = platform.clock.sleep(PAUSE);
        drop(platform);
        pause.await;
        let Some(service) = service.upgrade() else { return };
        if let Err(error) = service.flush_counted().await {
            tracing::warn!(%error, "what services have counted cannot be stored yet");
        }
    }
}

fn addition(counted: Counted) -> Addition {
    let Counted { account, region, metric, dimensions, minute, count, sum, min, max, values } =
        counted;
    let mut dimensions: Vec<_> =
        dimensions.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    dimensions.sort();
    let (namespace, name) = (metric.namespace.to_owned(), metric.name.to_owned());
    Addition {
        name: Arc::new(Name { account, region, namespace, name, dimensions }),
        unit: unit::number(metric.unit).unwrap_or(unit::NONE),
        at: minute.seconds(),
        fine: false,
        point: Point::of_counted((count as f64, sum, min, max), &values),
    }
}
