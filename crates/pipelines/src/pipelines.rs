//! The service: the mappings of a process.

use crate::destinations::Destinations;
use crate::disposal::Disposal;
use crate::live::{All, Live, State, Supervisor};
use crate::records::mapping::{self, MAPPINGS, Mapping};
use crate::status::MappingStatus;
use crate::{errors, view};
use bytes::Bytes;
use platform::{Company, Context, Limits, Platform, Result, Topic, Wakeup};
use shapes::lambda::EventSourceMappingConfiguration;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use store::Scan;
use tokio::task::JoinSet;

/// How long [`Pipelines::stop`] waits for functions that are at work.
const STOP_BOUND: Duration = Duration::from_secs(10);
/// How often a process that is not alone looks for what others have made, changed and deleted, if
/// it is not told.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// What the tasks of all mappings stand on.
pub(crate) struct Ground {
    /// Clock, storage, the services that are asked, and the leases of the mappings that are this
    /// process's to move.
    pub platform: Arc<Platform>,
    /// Where discarded records are reported.
    pub disposal: Arc<dyn Disposal>,
    /// Whether streams are read as often as AWS's mappings read them.
    pub limits: Limits,
}

/// The event source mappings of all accounts and regions, and the tasks that carry them out.
pub struct Pipelines {
    ground: Arc<Ground>,
    all: All,
    tasks: Mutex<JoinSet<()>>,
    looking: Mutex<JoinSet<()>>,
    /// Held while a mapping is changed, so that its task is told in the order of the commits.
    pub(crate) changing: tokio::sync::Mutex<()>,
}

impl Pipelines {
    /// The service. Nothing moves before [`start`](Self::start). Each mapping is moved by one of the
    /// processes that share the engines.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        Self::under(platform, Limits::None)
    }

    /// The same, where limits may be kept.
    pub fn under(platform: Arc<Platform>, limits: Limits) -> Arc<Self> {
        let disposal = Arc::new(Destinations(platform.clone()));
        Self::on(Ground { platform, disposal, limits })
    }

    pub(crate) fn on(ground: Ground) -> Arc<Self> {
        Arc::new(Self {
            ground: Arc::new(ground),
            all: Arc::new(Mutex::new(BTreeMap::new())),
            tasks: Mutex::default(),
            looking: Mutex::default(),
            changing: tokio::sync::Mutex::default(),
        })
    }

    /// Takes up all mappings where they were left. The operations of Kinesis and Lambda have to be
    /// served by then.
    ///
    /// # Errors
    /// The storage's.
    pub async fn start(self: &Arc<Self>) -> Result<()> {
        let changes = self.ground.platform.wakeups.subscribe(Topic::Mappings);
        self.look().await?;
        if self.ground.platform.leases.company() == Company::Shared {
            lock(&self.looking).spawn(keep_looking(Arc::downgrade(self), changes));
        }
        Ok(())
    }

    /// Lets the tasks of all mappings know what is stored of them.
    async fn look(&self) -> Result<()> {
        let _changing = self.changing.lock().await;
        let tables = &*self.ground.platform.store.tables;
        let mut unseen: BTreeMap<_, _> = lock(&self.all).clone();
        for (_, mapping) in MAPPINGS.scan(tables, Scan::prefix(b"")).await? {
            let state = match (mapping.deleting, mapping.enabled) {
                (true, _) => State::Deleting,
                (false, true) => State::Enabled,
                (false, false) => State::Disabled,
            };
            match unseen.remove(&mapping.uuid) {
                Some(live) => live.correct(&live.mapping(), mapping),
                None => self.carry_out(mapping, state),
            }
        }
        for live in unseen.into_values() {
            let told = live.mapping();
            live.correct(&told, Mapping { deleting: true, ..(*told).clone() });
        }
        Ok(())
    }

    /// Leaves to other processes what is more than this one's part of the mappings. Who holds no lease at all
    /// is not known to be there.
    async fn share(&self) -> Result<()> {
        let platform = &self.ground.platform;
        let lives = self.lives();
        let held: Vec<_> = lives.iter().filter(|live| live.is_held()).collect();
        if held.len() < 2 {
            return Ok(());
        }
        let (ends, now) = (platform.leases.lives().await?, platform.clock.now());
        let processes = ends.values().filter(|end| **end > now).count();
        let moved = lives.iter().filter(|live| live.mapping().enabled).count();
        for live in held.into_iter().skip(moved.div_ceil(processes.max(1))) {
            live.share();
        }
        Ok(())
    }

    /// Stops reading, waits up to ten seconds for functions that are at work and keeps the
    /// checkpoints of those that answer. What is left is offered again after the next start, or by
    /// another process, to which the mappings are free at once.
    pub async fn stop(&self) {
        *lock(&self.looking) = JoinSet::new();
        for live in self.lives() {
            live.leave();
        }
        let mut tasks = std::mem::take(&mut *lock(&self.tasks));
        let bound = self.ground.platform.clock.sleep_outside(STOP_BOUND);
        tokio::select! {
            biased;
            () = async { while tasks.join_next().await.is_some() {} } => {}
            () = bound => tracing::warn!("functions were still at work when the pipelines stopped"),
        }
        tasks.shutdown().await;
        lock(&self.all).clear();
    }

    /// What an operator sees, in the order of the UUIDs.
    pub fn status(&self) -> Vec<MappingStatus> {
        let now = self.ground.platform.clock.now();
        let mut statuses: Vec<_> = self.lives().iter().map(|live| live.status(now)).collect();
        statuses.sort_by(|a, b| a.uuid.cmp(&b.uuid));
        statuses
    }

    /// Gives a mapping its task.
    fn carry_out(&self, mapping: Mapping, state: State) {
        let uuid = mapping.uuid.clone();
        let mut all = lock(&self.all);
        if all.contains_key(&uuid) {
            return;
        }
        let live = Live::new(mapping, state);
        let supervisor = Supervisor::new(&self.ground, &live, &self.all);
        all.insert(uuid, live);
        let mut tasks = lock(&self.tasks);
        // Tasks of deleted mappings have ended; they are not kept.
        while tasks.try_join_next().is_some() {}
        tasks.spawn(supervisor.run());
    }

    /// Takes up a mapping that was made just now.
    pub(crate) fn take_up(&self, mapping: Mapping) {
        self.ground.platform.wakeups.notify(&Topic::Mappings);
        self.carry_out(mapping, State::Creating);
    }

    /// The mapping's task, told of a change that was made just now.
    pub(crate) fn tell(&self, mapping: Mapping, state: State) {
        self.ground.platform.wakeups.notify(&Topic::Mappings);
        match self.live(&mapping.uuid) {
            Some(live) => live.tell(mapping, state),
            None => self.carry_out(mapping, state),
        }
    }

    /// A mapping of the caller's account and region, and the bytes that stand for it.
    ///
    /// # Errors
    /// `ResourceNotFoundException`.
    pub(crate) async fn find(&self, cx: &Context, uuid: &str) -> Result<(Mapping, Bytes)> {
        let key = mapping::key(&cx.account, &cx.region, uuid);
        MAPPINGS.get_with_bytes(cx.tables(), &key).await?.ok_or_else(errors::no_mapping)
    }

    /// A mapping as the operations answer with it.
    pub(crate) fn view(&self, mapping: &Mapping) -> EventSourceMappingConfiguration {
        match self.live(&mapping.uuid) {
            Some(live) => view::of(mapping, live.state(), live.result()),
            None => view::of_idle(mapping),
        }
    }

    /// The same, with what another process wrote down last, where it moves the records.
    pub(crate) async fn view_anew(&self, mapping: &Mapping) -> EventSourceMappingConfiguration {
        let platform = &self.ground.platform;
        if mapping.enabled
            && platform.leases.company() == Company::Shared
            && let Some(live) = self.live(&mapping.uuid).filter(|live| !live.is_held())
        {
            live.look_at_result(platform).await;
        }
        self.view(mapping)
    }

    fn live(&self, uuid: &str) -> Option<Arc<Live>> {
        lock(&self.all).get(uuid).cloned()
    }

    fn lives(&self) -> Vec<Arc<Live>> {
        lock(&self.all).values().cloned().collect()
    }
}

async fn keep_looking(pipelines: Weak<Pipelines>, mut changes: Wakeup) {
    loop {
        let pause = pipelines.upgrade().map(|it| it.ground.platform.clock.sleep(LOOK_EVERY));
        let Some(pause) = pause else { return };
        tokio::select! {
            biased;
            () = changes.told() => {}
            () = pause => {}
        }
        let Some(pipelines) = pipelines.upgrade() else { return };
        let looked = pipelines.look().await;
        if let Err(error) = looked.and(pipelines.share().await) {
            tracing::warn!(%error, "the mappings cannot be looked at");
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
