//! A mapping as it runs: what it was told, what it shows, and the task that carries it out.

use crate::machine::Backoff;
use crate::pipelines::Ground;
use crate::poller::{Ended, Poller};
use crate::records::checkpoint;
use crate::records::mapping::{MAPPINGS, Mapping};
use crate::records::pair;
use crate::shards;
use crate::status::{self, MappingStatus, SharedProgress};
use crate::target;
use platform::{Platform, Result};
use shapes::Timestamp;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::Batch;
use tokio::sync::watch;
use tokio::task::JoinSet;

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
pub(crate) type All = Arc<Mutex<HashMap<String, Arc<Live>>>>;

/// One running mapping.
pub(crate) struct Live {
    told: watch::Sender<Told>,
    state: Mutex<State>,
    result: Mutex<String>,
    shards: Mutex<BTreeMap<String, SharedProgress>>,
}

/// What a mapping has to be.
#[derive(Clone)]
struct Told {
    mapping: Arc<Mapping>,
    /// The process ends: leave everything as it is.
    leave: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Live {
    /// A mapping that nobody carries out yet.
    pub fn new(mapping: Mapping, state: State) -> Arc<Self> {
        let told = watch::Sender::new(Told { mapping: Arc::new(mapping), leave: false });
        let result = Mutex::new(target::NOTHING_YET.to_owned());
        Arc::new(Self { told, state: Mutex::new(state), result, shards: Mutex::default() })
    }

    /// The mapping has changed; `state` is what it shows until the change is carried out.
    pub fn tell(&self, mapping: Mapping, state: State) {
        *lock(&self.state) = state;
        self.told.send_modify(|told| told.mapping = Arc::new(mapping));
    }

    /// Ends the task without changing the mapping.
    pub fn leave(&self) {
        self.told.send_modify(|told| told.leave = true);
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

    /// A shard is being read.
    pub fn show_shard(&self, shard_id: &str, progress: &SharedProgress) {
        lock(&self.shards).insert(shard_id.to_owned(), progress.clone());
    }

    /// A shard is no longer being read.
    pub fn hide_shard(&self, shard_id: &str) {
        lock(&self.shards).remove(shard_id);
    }

    /// What an operator sees.
    pub fn status(&self, now: Timestamp) -> MappingStatus {
        let mapping = self.mapping();
        let shards = lock(&self.shards);
        MappingStatus {
            uuid: mapping.uuid.clone(),
            function: mapping.function_arn(),
            stream: mapping.stream_arn.clone(),
            state: self.state().name().to_owned(),
            last_result: self.result(),
            shards: shards.values().map(|shard| status::shard(shard, now.millis())).collect(),
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
    failures: u32,
}

impl Supervisor {
    /// The task of one mapping; it removes itself from `all` when the mapping is deleted.
    pub fn new(ground: &Arc<Ground>, live: &Arc<Live>, all: &All) -> Self {
        let told = live.told.subscribe();
        Self { ground: ground.clone(), live: live.clone(), all: all.clone(), told, failures: 0 }
    }

    /// Runs until the mapping is deleted or left.
    pub async fn run(mut self) {
        self.show_last_result().await;
        loop {
            let Told { mapping, leave } = self.told.borrow_and_update().clone();
            if leave {
                return;
            }
            if mapping.deleting {
                self.delete(&mapping).await;
                return;
            }
            if mapping.enabled {
                self.move_records(&mapping).await;
                continue;
            }
            self.live.reached(&mapping, State::Disabled);
            if self.told.changed().await.is_err() {
                return;
            }
        }
    }

    /// An earlier process may have come further than nowhere.
    async fn show_last_result(&self) {
        let mapping = self.live.mapping();
        match checkpoint::all(&*self.ground.platform.store.tables, &mapping).await {
            Ok(shards) => {
                if let Some(result) = shards.into_values().find_map(|shard| shard.result) {
                    self.live.set_result(&result);
                }
            }
            Err(error) => tracing::warn!(mapping = mapping.uuid, %error, "no last result"),
        }
    }

    /// Keeps a poller for every shard that is due, until something else is told.
    async fn move_records(&mut self, mapping: &Arc<Mapping>) {
        let stop = watch::Sender::new(false);
        let mut pollers: JoinSet<(String, Ended)> = JoinSet::new();
        let mut running = HashMap::new();
        let mut wakeup =
            self.ground.platform.wakeups.subscribe(&format!("kinesis/{}", mapping.stream_arn));
        self.failures = 0;
        let mut pause = self.start_pollers(mapping, &stop, &mut pollers, &mut running).await;
        self.live.reached(mapping, State::Enabled);
        loop {
            let waiting = pause.is_some();
            let sleep = self.ground.platform.clock.sleep(pause.unwrap_or_default());
            tokio::select! {
                _ = self.told.changed() => break,
                Some(joined) = pollers.join_next_with_id() => {
                    let lost = forget(&mut running, joined);
                    if !lost {
                        self.failures = 0;
                    }
                    pause = Some(if lost { self.next_pause() } else { Duration::ZERO });
                }
                () = wakeup.woken(), if waiting && self.failures > 0 => pause = Some(Duration::ZERO),
                () = sleep, if waiting => {
                    pause = self.start_pollers(mapping, &stop, &mut pollers, &mut running).await;
                }
            }
        }
        stop.send_replace(true);
        while pollers.join_next().await.is_some() {}
    }

    /// Starts what is due. Gives a pause when that has to be tried again.
    async fn start_pollers(
        &mut self,
        mapping: &Arc<Mapping>,
        stop: &watch::Sender<bool>,
        pollers: &mut JoinSet<(String, Ended)>,
        running: &mut HashMap<tokio::task::Id, String>,
    ) -> Option<Duration> {
        let cx = target::context(&self.ground.platform, mapping);
        let due = match shards::due(&cx, mapping).await {
            Ok(due) => due,
            Err(error) => {
                self.live.set_result(&target::problem(&error, &cx));
                return Some(self.next_pause());
            }
        };
        for (shard_id, position) in due {
            if running.values().any(|id| *id == shard_id) {
                continue;
            }
            let stop = stop.subscribe();
            let poller = Poller::new(&self.ground, &self.live, mapping, &shard_id, position, stop);
            let id = shard_id.clone();
            let task = pollers.spawn(async move { (id, poller.run().await) });
            running.insert(task.id(), shard_id);
        }
        None
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
    }
}

/// Forgets a poller that has ended; whether it was lost.
fn forget(
    running: &mut HashMap<tokio::task::Id, String>,
    joined: std::result::Result<(tokio::task::Id, (String, Ended)), tokio::task::JoinError>,
) -> bool {
    match joined {
        Ok((id, (_, ended))) => {
            running.remove(&id);
            ended == Ended::Lost
        }
        Err(error) => {
            tracing::error!(%error, "a poller ended by itself");
            running.remove(&error.id());
            true
        }
    }
}

async fn remove(platform: &Platform, mapping: &Mapping) -> Result<()> {
    let tables = &*platform.store.tables;
    let batch =
        Batch::new().delete(MAPPINGS.table, mapping.key()).delete(pair::PAIRS, pair::key(mapping));
    Ok(tables.commit(checkpoint::remove_all(tables, mapping, batch).await?).await?)
}
