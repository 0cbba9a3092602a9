//! A mapping as it runs: what it was told, what it shows, and the task that carries it out.

use crate::counts::EventCounts;
use crate::ended::Ended;
use crate::machine::Backoff;
use crate::pipelines::Ground;
use crate::poller::Poller;
use crate::queue;
use crate::records::checkpoint;
use crate::records::mapping::{MAPPINGS, Mapping};
use crate::records::pair;
use crate::shards;
use crate::status::{self, MappingStatus, SharedProgress, Tally};
use crate::target;
use platform::{Bell, LOOK_AGAIN, Lease, Leases, Platform, Result, Taking, Topic, tags};
use shapes::Timestamp;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::Batch;
use tokio::sync::watch;
use tokio::task::{Id, JoinSet};

/// What `State` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Creating,
    Enabling,
    Enabled,
    Disabling,
    Disabled,
    Updating,
    Deleting,
}

impl State {
    /// As AWS spells it.
    pub fn name(self) -> &'static str {
        match self {
            State::Creating => "Creating",
            State::Enabling => "Enabling",
            State::Enabled => "Enabled",
            State::Disabling => "Disabling",
            State::Disabled => "Disabled",
            State::Updating => "Updating",
            State::Deleting => "Deleting",
        }
    }
}

/// The mappings that have a task, by UUID.
pub(crate) type All = Arc<Mutex<BTreeMap<String, Arc<Live>>>>;

/// One running mapping.
pub(crate) struct Live {
    told: watch::Sender<Told>,
    state: Mutex<State>,
    result: Mutex<String>,
    shards: Mutex<BTreeMap<String, SharedProgress>>,
    /// Of a queue.
    in_flight: AtomicUsize,
    /// Whether this process holds its lease, as far as it knows.
    held: AtomicBool,
    counts: Mutex<EventCounts>,
    tally: Mutex<Tally>,
}

/// What a mapping has to be.
#[derive(Clone)]
struct Told {
    mapping: Arc<Mapping>,
    /// The process ends: leave everything as it is.
    leave: bool,
    /// Others move too few: leave it to them, if they take it.
    share: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Live {
    /// A mapping that nobody carries out yet.
    pub fn new(mapping: Mapping, state: State) -> Arc<Self> {
        let told =
            watch::Sender::new(Told { mapping: Arc::new(mapping), leave: false, share: false });
        let result = Mutex::new(target::NOTHING_YET.to_owned());
        let (shards, in_flight, counts, tally, held) = Default::default();
        let state = Mutex::new(state);
        Arc::new(Self { told, state, result, shards, in_flight, counts, tally, held })
    }

    /// The mapping has changed; `state` is what it shows until the change is carried out.
    pub fn tell(&self, mapping: Mapping, state: State) {
        *lock(&self.state) = state;
        self.told.send_modify(|told| told.mapping = Arc::new(mapping));
    }

    /// The mapping is stored otherwise than the task was told; it learns so, unless it was told
    /// something newer meanwhile.
    pub fn correct(&self, told: &Arc<Mapping>, mut stored: Mapping) {
        // That is the task's own, and read when it is needed.
        stored.stream_created_ms = told.stream_created_ms;
        self.told.send_if_modified(|now| {
            let outdated = Arc::ptr_eq(&now.mapping, told) && **told != stored;
            if outdated {
                now.mapping = Arc::new(stored);
            }
            outdated
        });
    }

    /// Ends the task without changing the mapping.
    pub fn leave(&self) {
        self.told.send_modify(|told| told.leave = true);
    }

    /// Leaves it to another process for a moment, if there is one that takes it.
    pub fn share(&self) {
        self.told.send_modify(|told| told.share = true);
    }

    /// It is left to another process now.
    fn shared(&self) {
        self.told.send_if_modified(|told| {
            told.share = false;
            false
        });
    }

    /// Whether this process moves its records, as far as it knows.
    pub fn is_held(&self) -> bool {
        self.held.load(Ordering::Relaxed)
    }

    /// What it was last told to be.
    pub fn mapping(&self) -> Arc<Mapping> {
        self.told.borrow().mapping.clone()
    }

    /// What `State` says.
    pub fn state(&self) -> State {
        *lock(&self.state)
    }

    /// What `LastProcessingResult` says.
    pub fn result(&self) -> String {
        lock(&self.result).clone()
    }

    /// Sets what `LastProcessingResult` says.
    pub fn set_result(&self, result: &str) {
        let mut shown = lock(&self.result);
        if *shown != result {
            result.clone_into(&mut shown);
        }
    }

    /// Shows what was last written down by whoever moves its records.
    pub async fn look_at_result(&self, platform: &Platform) {
        let mapping = self.mapping();
        match checkpoint::all(&*platform.store.tables, &mapping).await {
            Ok(shards) => {
                if let Some(result) = shards.into_values().find_map(|shard| shard.result) {
                    self.set_result(&result);
                }
            }
            Err(error) => tracing::warn!(mapping = mapping.uuid, %error, "no last result"),
        }
    }

    /// A shard is being read.
    pub fn show_shard(&self, shard_id: &str, progress: &SharedProgress) {
        lock(&self.shards).insert(shard_id.to_owned(), progress.clone());
    }

    /// A shard is no longer being read.
    pub fn hide_shard(&self, shard_id: &str) {
        lock(&self.shards).remove(shard_id);
    }

    /// How many batches of a queue the function has, or is to get again.
    pub fn show_in_flight(&self, count: usize) {
        self.in_flight.store(count, Ordering::Relaxed);
    }

    /// Counts something, if the mapping counts at all.
    pub fn count(
        &self,
        platform: &Platform,
        mapping: &Mapping,
        change: impl FnOnce(&mut EventCounts),
    ) {
        if mapping.settings.counts_events() {
            let mut more = EventCounts::default();
            change(&mut more);
            lock(&self.counts).add(&more);
            more.tell(platform, mapping);
        }
    }

    /// Counts what every mapping counts.
    pub fn tally(&self, change: impl FnOnce(&mut Tally)) {
        change(&mut lock(&self.tally));
    }

    /// What an operator sees.
    pub fn status(&self, now: Timestamp) -> MappingStatus {
        let mapping = self.mapping();
        let shards = lock(&self.shards);
        MappingStatus {
            uuid: mapping.uuid.clone(),
            function: mapping.function_arn(),
            source: mapping.source_arn.clone(),
            state: self.state().name().to_owned(),
            last_result: self.result(),
            shards: shards.values().map(|shard| status::shard(shard, now.millis())).collect(),
            in_flight: self.in_flight.load(Ordering::Relaxed),
            event_counts: mapping.settings.counts_events().then(|| *lock(&self.counts)),
            tally: lock(&self.tally).clone(),
        }
    }

    /// The state that was asked for is reached, unless something else was asked for meanwhile.
    fn reached(&self, mapping: &Arc<Mapping>, state: State) {
        let told = self.told.borrow();
        if Arc::ptr_eq(&told.mapping, mapping) {
            *lock(&self.state) = state;
        }
    }
}

/// The task that carries out what a mapping is told, until it is deleted or left.
pub(crate) struct Supervisor {
    ground: Arc<Ground>,
    live: Arc<Live>,
    all: All,
    told: watch::Receiver<Told>,
    /// Held while the mapping is enabled.
    lease: Option<Arc<Lease>>,
    failures: u32,
}

/// The pollers of a mapping, by their tasks.
#[derive(Default)]
struct Pollers {
    tasks: JoinSet<(String, Ended)>,
    running: HashMap<Id, String>,
    /// Rings when they have to stop.
    stop: Bell,
}

impl Supervisor {
    /// The task of one mapping; it removes itself from `all` when the mapping is deleted.
    pub fn new(ground: &Arc<Ground>, live: &Arc<Live>, all: &All) -> Self {
        let (ground, live, all) = (ground.clone(), live.clone(), all.clone());
        let told = live.told.subscribe();
        Self { ground, live, all, told, lease: None, failures: 0 }
    }

    /// Runs until the mapping is deleted or left.
    pub async fn run(mut self) {
        // An earlier process may have come further than nowhere.
        self.live.look_at_result(&self.ground.platform).await;
        loop {
            let Told { mapping, leave, share } = self.told.borrow_and_update().clone();
            if leave {
                self.give_up().await;
                return;
            }
            if mapping.deleting {
                self.delete(&mapping).await;
                return;
            }
            if share {
                self.live.shared();
                self.leave_it_to_others().await;
                continue;
            }
            if mapping.enabled {
                if let Some(lease) = self.hold(&mapping).await
                    && self.move_records(&mapping, &lease).await == Ended::Elsewhere
                {
                    self.leave_it_to_others().await;
                }
                continue;
            }
            self.give_up().await;
            self.live.reached(&mapping, State::Disabled);
            if self.told.changed().await.is_err() {
                return;
            }
        }
    }

    /// The mapping's lease, however long another process holds it; nothing when something else was
    /// told meanwhile.
    async fn hold(&mut self, mapping: &Arc<Mapping>) -> Option<Arc<Lease>> {
        if let Some(lease) = self.lease.as_ref().filter(|lease| !lease.is_lost()) {
            return Some(lease.clone());
        }
        self.live.held.store(false, Ordering::Relaxed);
        self.failures = 0;
        let topic = Topic::Mapping(mapping.uuid.as_str().into());
        let mut given_up = self.ground.platform.wakeups.subscribe(topic);
        loop {
            let pause = match self.take(mapping).await {
                Ok(Taking::Taken(lease)) => {
                    self.lease = Some(Arc::new(lease));
                    self.live.held.store(true, Ordering::Relaxed);
                    // What was stored since may have been told just now.
                    return self
                        .lease
                        .clone()
                        .filter(|_| Arc::ptr_eq(mapping, &self.live.mapping()));
                }
                Ok(Taking::Held(until, _)) => {
                    self.live.reached(mapping, State::Enabled);
                    let left = until.millis() - self.ground.platform.clock.now().millis();
                    Duration::from_millis(left.max(1).unsigned_abs())
                }
                Err(error) => {
                    let cx = target::context(&self.ground.platform, mapping);
                    self.live.set_result(&target::problem(&error, &cx));
                    self.next_pause()
                }
            };
            tokio::select! {
                biased;
                _ = self.told.changed() => return None,
                () = given_up.told() => {}
                () = self.ground.platform.clock.sleep(pause) => {}
            }
        }
    }

    /// Takes the lease, and then the mapping as it is stored: the process that held the lease may
    /// have outlived a change that another one made.
    async fn take(&self, mapping: &Arc<Mapping>) -> Result<Taking> {
        let taking = self.ground.platform.leases.take(&mapping.lease()).await?;
        if let Taking::Taken(_) = taking {
            let tables = &*self.ground.platform.store.tables;
            match MAPPINGS.get(tables, &mapping.key()).await? {
                Some(stored) => self.live.correct(mapping, stored),
                None => {
                    self.live.correct(mapping, Mapping { deleting: true, ..(**mapping).clone() })
                }
            }
        }
        Ok(taking)
    }

    /// Lets another process move the mapping's records.
    async fn give_up(&mut self) {
        if let Some(lease) = self.lease.take() {
            self.live.held.store(false, Ordering::Relaxed);
            lease.give_up().await;
            let topic = Topic::Mapping(self.live.mapping().uuid.as_str().into());
            self.ground.platform.wakeups.notify(&topic);
        }
    }

    /// Another process serves the source, and has a while to take the mapping.
    async fn leave_it_to_others(&mut self) {
        self.give_up().await;
        tokio::select! {
            biased;
            _ = self.told.changed() => {}
            () = self.ground.platform.clock.sleep(LOOK_AGAIN) => {}
        }
    }

    /// Keeps a poller for everything that is due, until something else is told, another process has
    /// taken over, or is to.
    async fn move_records(&mut self, mapping: &Arc<Mapping>, lease: &Arc<Lease>) -> Ended {
        let mut ended = Ended::Stopped;
        let mut pollers = Pollers::default();
        let topic = Topic::Stream(mapping.stream_arn().into());
        let mut wakeup = self.ground.platform.wakeups.subscribe(topic);
        self.failures = 0;
        let mut pause = self.start_pollers(mapping, lease, &mut pollers).await;
        self.live.reached(mapping, State::Enabled);
        loop {
            let waiting = pause.is_some();
            let sleep = self.ground.platform.clock.sleep(pause.unwrap_or_default());
            tokio::select! {
                biased;
                _ = self.told.changed() => break,
                () = lease.until_lost() => {
                    tracing::warn!(mapping = mapping.uuid, "another process moves its records now");
                    break;
                }
                Some(joined) = pollers.tasks.join_next_with_id() => {
                    ended = forget(&mut pollers.running, joined);
                    if ended == Ended::Elsewhere {
                        break;
                    }
                    let lost = ended == Ended::Lost;
                    if !lost {
                        self.failures = 0;
                    }
                    pause = Some(if lost { self.next_pause() } else { Duration::ZERO });
                }
                () = wakeup.told(), if waiting && self.failures > 0 => pause = Some(Duration::ZERO),
                () = sleep, if waiting => {
                    pause = self.start_pollers(mapping, lease, &mut pollers).await;
                }
            }
        }
        pollers.stop.ring();
        while pollers.tasks.join_next().await.is_some() {}
        ended
    }

    /// Starts what is due. Gives a pause when that has to be tried again.
    async fn start_pollers(
        &mut self,
        mapping: &Arc<Mapping>,
        lease: &Arc<Lease>,
        pollers: &mut Pollers,
    ) -> Option<Duration> {
        if mapping.source().is_queue() {
            self.start_queue(mapping, pollers);
            return None;
        }
        let cx = target::context(&self.ground.platform, mapping);
        let due = match shards::due(&cx, mapping, lease).await {
            Ok(due) => due,
            Err(error) => {
                self.live.set_result(&target::problem(&error, &cx));
                return Some(self.next_pause());
            }
        };
        for (shard_id, checkpoint) in due {
            if pollers.running.values().any(|id| *id == shard_id) {
                continue;
            }
            let stop = pollers.stop.listen();
            let (ground, live) = (&self.ground, &self.live);
            let poller = Poller::new(ground, live, lease, mapping, &shard_id, checkpoint, stop);
            let id = shard_id.clone();
            let task = pollers.tasks.spawn(async move { (id, poller.run().await) });
            pollers.running.insert(task.id(), shard_id);
        }
        None
    }

    fn start_queue(&self, mapping: &Arc<Mapping>, pollers: &mut Pollers) {
        if !pollers.running.is_empty() {
            return;
        }
        let poller =
            queue::poller::Poller::new(&self.ground, &self.live, mapping, pollers.stop.listen());
        let name = mapping.source_arn.clone();
        let id = name.clone();
        let task = pollers.tasks.spawn(async move { (id, poller.run().await) });
        pollers.running.insert(task.id(), name);
    }

    fn next_pause(&mut self) -> Duration {
        self.failures += 1;
        Duration::from_millis(Backoff::default().pause_ms(self.failures).unsigned_abs())
    }

    /// Removes all that the mapping has left on disk, however often that takes.
    async fn delete(&mut self, mapping: &Arc<Mapping>) {
        while let Err(error) = remove(&self.ground.platform, mapping).await {
            tracing::error!(mapping = mapping.uuid, %error, "a mapping could not be removed");
            let pause = self.next_pause();
            self.ground.platform.clock.sleep(pause).await;
        }
        lock(&self.all).remove(&mapping.uuid);
        self.ground.platform.wakeups.notify(&Topic::Mappings);
    }
}

/// Forgets a poller that has ended, and says how.
fn forget(
    running: &mut HashMap<Id, String>,
    joined: std::result::Result<(Id, (String, Ended)), tokio::task::JoinError>,
) -> Ended {
    match joined {
        Ok((id, (_, ended))) => {
            running.remove(&id);
            ended
        }
        Err(error) => {
            tracing::error!(%error, "a poller ended by itself");
            running.remove(&error.id());
            Ended::Lost
        }
    }
}

async fn remove(platform: &Platform, mapping: &Mapping) -> Result<()> {
    let tables = &*platform.store.tables;
    let mut batch = Leases::remove(Batch::new(), &mapping.lease());
    batch = batch.delete(MAPPINGS.table, mapping.key());
    batch = tags::taken(batch, (&mapping.account, &mapping.region), &mapping.arn());
    // Another process may have removed the mapping, and the pair may be another mapping's by now.
    if pair::holder(tables, mapping).await?.is_some_and(|uuid| uuid == mapping.uuid) {
        let (key, uuid) = (pair::key(mapping), mapping.uuid.clone());
        batch = batch.equals(pair::PAIRS, key.clone(), uuid.into()).delete(pair::PAIRS, key);
    }
    Ok(tables.commit(checkpoint::remove_all(tables, mapping, batch).await?).await?)
}
