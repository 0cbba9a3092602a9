//! Channels: streams that are delivered to buckets ("Streaming tables and S3 delivery" in the
//! developer guide).
//!
//! A channel has a row beside its stream's ([`record`]) and a task, the courier, in the process that
//! holds its lease ([`courier`]). The courier holds no records: it knows since when something waits
//! ([`machine`]), reads it when it is due, and puts it as an object ([`delivery`]). What is to be in an
//! object is written down before it is put ([`progress`]), so that each record is in one object,
//! whatever happens between.

pub(crate) mod content;
mod courier;
mod delivery;
mod destination;
pub(crate) mod find;
mod log;
mod machine;
pub(crate) mod progress;
pub(crate) mod record;
pub(crate) mod request;
pub(crate) mod tagging;
pub(crate) mod template;
pub(crate) mod view;

#[cfg(test)]
mod tests;

pub(crate) use destination::as_role;

use crate::streams::Streams;
use courier::Courier;
use platform::{Bell, Company, Platform, Result, Topic, Wakeup};
use record::{CHANNELS, Status};
use shapes::s3::ops::PutObject;
use shapes::{Operation, OperationSchema};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use store::Scan;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// How many objects this process makes at once: what they take of its memory is bounded, however many
/// channels there are.
const AT_ONCE: usize = 2;
/// How often a process that is not alone looks for channels that it was not told of.
const LOOK_EVERY: Duration = Duration::from_secs(15);

/// What all couriers stand on.
pub(crate) struct Ground {
    pub platform: Arc<Platform>,
    pub streams: Arc<Streams>,
    /// What waits is delivered at this age, if a channel would let it become older.
    pub freshness: Option<Duration>,
    /// With how many bytes of records an object is full.
    pub full: u64,
    /// Held while an object is made and put.
    pub making: Semaphore,
    /// Rings when the couriers have to stop.
    stop: Bell,
    /// The ids of the channels that have a courier.
    running: Mutex<BTreeSet<String>>,
}

impl Ground {
    fn running(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The channels of all accounts and regions, as this process carries them out.
pub(crate) struct Channels {
    ground: Arc<Ground>,
    tasks: Mutex<JoinSet<()>>,
    looking: Mutex<JoinSet<()>>,
}

impl Channels {
    /// Nothing is delivered before [`start`](Self::start).
    pub fn new(streams: &Arc<Streams>) -> Arc<Self> {
        let ground = Ground {
            platform: streams.platform.clone(),
            streams: streams.clone(),
            freshness: streams.config.channel_freshness,
            full: streams.config.channel_object_bytes,
            making: Semaphore::new(AT_ONCE),
            stop: Bell::default(),
            running: Mutex::default(),
        };
        let (tasks, looking) = Default::default();
        Arc::new(Self { ground: Arc::new(ground), tasks, looking })
    }

    /// Takes up all channels where they were left, if this process serves buckets too.
    ///
    /// # Errors
    /// The storage's.
    pub async fn start(self: &Arc<Self>) -> Result<()> {
        let OperationSchema { service, name, .. } = <PutObject as Operation>::SCHEMA;
        if self.ground.platform.registry().find(service.id, name).is_none() {
            return Ok(());
        }
        let changes = self.ground.platform.wakeups.subscribe(Topic::Channels);
        self.look().await?;
        lock(&self.looking).spawn(keep_looking(Arc::downgrade(self), changes));
        Ok(())
    }

    /// Ends what is delivered by itself. What is under way is taken up by the next start, or by
    /// another process.
    pub async fn rest(&self) {
        *lock(&self.looking) = JoinSet::new();
        self.ground.stop.ring();
        let mut tasks = std::mem::take(&mut *lock(&self.tasks));
        while tasks.join_next().await.is_some() {}
    }

    /// Gives every channel that can deliver its courier.
    async fn look(&self) -> Result<()> {
        let tables = &*self.ground.platform.store.tables;
        for (key, channel) in CHANNELS.scan(tables, Scan::prefix(b"")).await? {
            if channel.status == Status::Failed || !self.ground.running().insert(channel.id.clone())
            {
                continue;
            }
            let (ground, id) = (self.ground.clone(), channel.id.clone());
            let courier = Courier::new(&ground, key.to_vec(), &channel, ground.stop.listen());
            let mut tasks = lock(&self.tasks);
            // Those of channels that are gone have ended.
            while tasks.try_join_next().is_some() {}
            tasks.spawn(async move {
                courier.run().await;
                ground.running().remove(&id);
            });
        }
        Ok(())
    }
}

async fn keep_looking(channels: Weak<Channels>, mut changes: Wakeup) {
    let mut has_failed = false;
    loop {
        let Some(ground) = channels.upgrade().map(|it| it.ground.clone()) else { return };
        let looks = has_failed || ground.platform.leases.company() == Company::Shared;
        let pause = ground.platform.clock.sleep(LOOK_EVERY);
        drop(ground);
        tokio::select! {
            biased;
            () = changes.told() => {}
            () = pause, if looks => {}
        }
        let Some(channels) = channels.upgrade() else { return };
        let looked = channels.look().await;
        has_failed = looked.is_err();
        if let Err(error) = looked {
            tracing::warn!(%error, "the channels cannot be looked at");
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
