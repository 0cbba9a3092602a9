//! The front of this crate: invocations go in, outcomes come out.

use std::{
    collections::HashMap,
    io,
    net::SocketAddr,
    sync::atomic::{AtomicU64, Ordering},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use tokio::{sync::watch, time::Instant};

use crate::{
    crowd::Shares,
    environment::{Environment, Ran},
    function::{Config, Function, Invocation, InvokeError, LayerReport, Outcome},
    hosts::Hosts,
    memory::Observed,
    pool::{Decision, Pool, SlotId},
};

/// An environment is not used again after this long: its credentials are good for an hour.
const LIFE: Duration = Duration::from_secs(40 * 60);
/// How often idle environments' memory is looked at.
const IDLE_INTERVAL: Duration = Duration::from_secs(1);
/// How often an invocation is tried when runtimes die before they take it.
const TRIES: usize = 3;

/// Runs invocations in pooled environments.
pub struct Runner {
    hosts: Hosts,
    state: Mutex<State>,
    epoch: Instant,
    /// Time that was passed over since, in milliseconds.
    passed_over: AtomicU64,
    idle_timeout: Duration,
    stopping: watch::Sender<bool>,
}

struct State {
    pool: Pool,
    idle: HashMap<SlotId, Environment>,
}

impl Runner {
    /// Makes the scratch and runtimes directories and finds out what the sandbox can do here.
    /// Call it inside a tokio runtime. No interpreter is started until the first invocation or
    /// [`Runner::prewarm`].
    pub fn new(config: Config) -> io::Result<Arc<Runner>> {
        let hosts = Hosts::new(&config)?;
        let timeout = u64::try_from(config.idle_timeout.as_millis()).unwrap_or(u64::MAX);
        let pool = Pool::new(config.max_concurrency, timeout);
        let runner = Arc::new(Runner {
            hosts,
            state: Mutex::new(State { pool, idle: HashMap::new() }),
            epoch: Instant::now(),
            passed_over: AtomicU64::new(0),
            idle_timeout: config.idle_timeout,
            stopping: watch::Sender::new(false),
        });
        tokio::spawn(expire(Arc::downgrade(&runner)));
        tokio::spawn(watch_idle(Arc::downgrade(&runner)));
        Ok(runner)
    }

    /// Runs one invocation: in an idle environment of the function's revision, or in a new one.
    /// What the function does wrong is an [`Outcome`] with an error; `Err` means it did not run.
    /// An invocation that has begun runs to its end also when this future is dropped.
    pub async fn invoke(
        self: &Arc<Self>,
        function: &Arc<Function>,
        invocation: Invocation,
    ) -> Result<Outcome, InvokeError> {
        let (runner, function) = (self.clone(), function.clone());
        let course = tokio::spawn(async move { runner.run(function, invocation).await });
        course.await.unwrap_or_else(|error| Err(InvokeError::Internal(error.to_string())))
    }

    async fn run(
        self: Arc<Self>,
        function: Arc<Function>,
        invocation: Invocation,
    ) -> Result<Outcome, InvokeError> {
        let mut stopping = self.stopping.subscribe();
        tokio::select! {
            biased;
            _ = stopping.wait_for(|stopping| *stopping) => Err(InvokeError::Stopped),
            outcome = self.try_run(function, invocation) => outcome,
        }
    }

    async fn try_run(
        &self,
        function: Arc<Function>,
        invocation: Invocation,
    ) -> Result<Outcome, InvokeError> {
        for _ in 0..TRIES {
            let mut busy = self.acquire(&function).await?;
            let Some(environment) = &mut busy.environment else { continue };
            match environment.run(&invocation).await {
                Ran::Done(outcome) => {
                    busy.give_back();
                    return Ok(outcome);
                }
                Ran::Ended(outcome) => return Ok(outcome),
                Ran::Untouched => {}
            }
        }
        Err(InvokeError::Internal("the runtime does not take invocations".to_owned()))
    }

    async fn acquire(&self, function: &Arc<Function>) -> Result<BusySlot<'_>, InvokeError> {
        loop {
            let (decision, found) = {
                let mut state = self.lock();
                let decision = state.pool.acquire(&function.revision);
                let found = match decision {
                    Decision::Reuse(slot) | Decision::Start { stop: Some(slot), .. } => {
                        state.idle.remove(&slot)
                    }
                    _ => None,
                };
                (decision, found)
            };
            match decision {
                Decision::Throttle => return Err(InvokeError::Throttled),
                Decision::Reuse(slot) => {
                    // Dropped with what it found when that has ended by itself.
                    let busy = BusySlot { runner: self, slot: Some(slot), environment: found };
                    if busy.environment.as_ref().is_some_and(Environment::is_alive) {
                        return Ok(busy);
                    }
                }
                Decision::Start { slot, .. } => {
                    drop(found);
                    let mut busy = BusySlot { runner: self, slot: Some(slot), environment: None };
                    let started = Environment::start(&self.hosts, function.clone()).await?;
                    busy.environment = Some(started);
                    return Ok(busy);
                }
            }
        }
    }

    /// Stops the idle environments of a revision; busy ones end after their invocation. Call it
    /// when code or configuration changed or the function was deleted.
    pub async fn retire(&self, revision: &str) {
        let stopped: Vec<Environment> = {
            let mut state = self.lock();
            let slots = state.pool.retire(revision);
            slots.iter().filter_map(|slot| state.idle.remove(slot)).collect()
        };
        drop(stopped);
    }

    /// Ends every environment, whatever it is doing, and every helper process. Invocations after
    /// it, and those under way, are answered with [`InvokeError::Stopped`].
    pub async fn shutdown(&self) {
        self.stopping.send_replace(true);
        let stopped: Vec<Environment> = {
            let mut state = self.lock();
            state.pool.clear();
            state.idle.drain().map(|(_, environment)| environment).collect()
        };
        drop(stopped);
        self.hosts.shutdown().await;
    }

    /// What runs a runtime's functions in its place, such as `Python 3.12.3`, once one has run and
    /// the runtime is not on this machine.
    pub fn instead_of(&self, runtime: &str) -> Option<String> {
        self.hosts.instead_of(runtime)
    }

    /// The sandbox's layers and whether they hold here.
    pub fn sandbox_report(&self) -> Vec<LayerReport> {
        self.hosts.sandbox_report()
    }

    /// The far ends of the connections to a port of this process that are beyond what environments
    /// may hold: close them. Blocks for as long as it takes to look at every file that they have
    /// open. Environments with a network of their own have none.
    pub fn connections_beyond(&self, port: u16, shares: Shares) -> io::Result<Vec<SocketAddr>> {
        self.hosts.living.beyond(port, shares)
    }

    /// Starts what makes the runtime's next cold start fast, in the background: the warm parent
    /// of a Python version. Unknown names are ignored.
    pub fn prewarm(self: &Arc<Self>, runtime: &str) {
        let (runner, runtime) = (self.clone(), runtime.to_owned());
        tokio::spawn(async move {
            let mut stopping = runner.stopping.subscribe();
            tokio::select! {
                () = runner.hosts.prewarm(&runtime) => {}
                _ = stopping.wait_for(|stopping| *stopping) => {}
            }
        });
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells that so much time has passed of which this process saw nothing, as when a clock is
    /// turned. Environments that were idle for too long with it are stopped, and those that lived for
    /// too long: their credentials have ended. What is at work goes on, with its time limit, and
    /// its environment ends after that.
    pub fn pass_over(&self, time: Duration) {
        let ms = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX >> 1);
        let stopped: Vec<Environment> = {
            let mut state = self.lock();
            let passed = self.passed_over.load(Ordering::Relaxed);
            self.passed_over.store(passed.saturating_add(ms(time)), Ordering::Relaxed);
            let slots = state.pool.pass_over(ms(time), ms(LIFE));
            slots.iter().filter_map(|slot| state.idle.remove(slot)).collect()
        };
        drop(stopped);
        self.expire();
    }

    fn now_ms(&self) -> u64 {
        let elapsed = u64::try_from(self.epoch.elapsed().as_millis()).unwrap_or(u64::MAX);
        elapsed.saturating_add(self.passed_over.load(Ordering::Relaxed))
    }

    /// Stops what has outgrown its limits without being at work.
    fn cull(&self) {
        let idle: Vec<(SlotId, Observed)> = {
            let state = self.lock();
            state.idle.iter().map(|(slot, found)| (*slot, found.observed())).collect()
        };
        for (slot, observed) in idle {
            if observed.look().1.is_none() {
                continue;
            }
            let mut state = self.lock();
            // It may be at work again: then it is looked at there.
            let outgrown = state.idle.remove(&slot);
            if let Some(outgrown) = &outgrown {
                state.pool.ended(slot);
                outgrown.tell_outgrown();
            }
            drop(state);
            drop(outgrown);
        }
    }

    fn has_idle(&self) -> bool {
        !self.lock().idle.is_empty()
    }

    /// Stops what was idle too long. Returns when to look again: what becomes idle from now on is
    /// due later than that.
    fn expire(&self) -> Instant {
        let (stopped, next) = {
            let mut state = self.lock();
            let (slots, next) = state.pool.expire(self.now_ms());
            let stopped: Vec<_> = slots.iter().filter_map(|slot| state.idle.remove(slot)).collect();
            (stopped, next)
        };
        drop(stopped);
        let now = Instant::now();
        let longest = now + self.idle_timeout.clamp(Duration::from_millis(10), LIFE);
        let next = next.map(|next| next.saturating_sub(self.passed_over.load(Ordering::Relaxed)));
        let due = next.and_then(|next| self.epoch.checked_add(Duration::from_millis(next)));
        due.map_or(longest, |due| due.min(longest))
    }
}

async fn expire(runner: Weak<Runner>) {
    while let Some(next) = runner.upgrade().map(|runner| runner.expire()) {
        tokio::time::sleep_until(next).await;
    }
}

/// Looks at idle environments, whose functions may have left something running.
async fn watch_idle(runner: Weak<Runner>) {
    loop {
        tokio::time::sleep(IDLE_INTERVAL).await;
        let Some(runner) = runner.upgrade() else { return };
        if runner.has_idle() {
            drop(tokio::task::spawn_blocking(move || runner.cull()).await);
        }
    }
}

/// A busy slot of the pool. Dropped with its environment, both are gone.
struct BusySlot<'a> {
    runner: &'a Runner,
    slot: Option<SlotId>,
    environment: Option<Environment>,
}

impl BusySlot<'_> {
    /// The environment is idle again, if the pool wants it.
    fn give_back(mut self) {
        let (Some(environment), Some(slot)) = (self.environment.take(), self.slot) else { return };
        if environment.started().elapsed() >= LIFE {
            self.environment = Some(environment);
            return;
        }
        let unwanted = {
            let mut state = self.runner.lock();
            self.slot = None;
            match state.pool.release(slot, self.runner.now_ms()) {
                true => state.idle.insert(slot, environment),
                false => Some(environment),
            }
        };
        drop(unwanted);
    }
}

impl Drop for BusySlot<'_> {
    fn drop(&mut self) {
        drop(self.environment.take());
        if let Some(slot) = self.slot {
            self.runner.lock().pool.ended(slot);
        }
    }
}
