//! Deadlines: what is to happen at an instant, although the process may end before.
//!
//! A deadline is a row that is set, moved and cleared in the commit that changes the state it is
//! about, so that neither is ever without the other. One task of the process sleeps until the
//! earliest; while nothing is due, nothing runs and nothing is read. Whoever is registered for the
//! kind is handed what is due, at least once: a handler that fails, or whose commit has an unknown
//! fate, is tried again, later each time, while others go on.
//!
//! What a handler commits has the row as a condition and removes it ([`Deadlines::done`]), so that
//! a second run, or one of a process that was paused while another took over, changes nothing.
//! Several processes over the same engines agree by a lease on which of them runs handlers; no
//! promise depends on it.
//!
//! What is decided is in [`agenda`], the layout in [`row`].

mod agenda;
mod row;

use crate::{
    Bell, BoxFuture, Clock, Company, Lease, Leases, Result, Taking, Topic, Wakeup, Wakeups,
};
use agenda::{Agenda, Next, PAGE};
use bytes::Bytes;
use row::DEADLINES;
use shapes::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::{Batch, KeyRange, Scan, Tables, Write};
use tokio::sync::Notify;
use tokio::task::{Id, JoinSet};

/// How often a process that is not alone looks for what others have set and it was not told of.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// The pause after a look that failed.
const PAUSE: Duration = Duration::from_secs(1);
/// The lease of the process that runs handlers.
const LEASE: &[u8] = b"deadlines";

/// Something that is to happen at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Whose it is, such as `lambda-event`: without a zero byte.
    pub kind: String,
    /// What it is about, as the kind's handler names it.
    pub id: Vec<u8>,
    /// When.
    pub due: Timestamp,
}

impl Deadline {
    /// A deadline of this kind.
    pub fn new(kind: impl Into<String>, id: impl Into<Vec<u8>>, due: Timestamp) -> Self {
        Self { kind: kind.into(), id: id.into(), due }
    }
}

type Handler = Arc<dyn Fn(Deadline) -> BoxFuture<'static, Result<()>> + Send + Sync>;

/// The deadlines of a process.
pub struct Deadlines {
    shared: Arc<Shared>,
    task: Mutex<JoinSet<()>>,
}

/// What the task and those who set deadlines have in common.
struct Shared {
    tables: Arc<dyn Tables>,
    clock: Arc<dyn Clock>,
    leases: Arc<Leases>,
    wakeups: Arc<Wakeups>,
    handlers: Mutex<BTreeMap<String, Handler>>,
    /// Kinds without a handler that the log has told of.
    told: Mutex<BTreeSet<String>>,
    /// The earliest instant that was added and the task does not know of yet.
    added: Mutex<Option<Timestamp>>,
    woken: Notify,
    /// The last instant of which it is known that nothing was due any more: each handler had had its
    /// turn, and those that failed wait for their next.
    settled: Mutex<Timestamp>,
    /// Rings when that was noted.
    settling: Bell,
    /// Held while this process runs handlers and is not alone.
    lease: Mutex<Option<Arc<Lease>>>,
}

impl Deadlines {
    /// The deadlines of a store. Nothing runs before [`start`](Self::start).
    pub fn new(
        tables: Arc<dyn Tables>,
        clock: Arc<dyn Clock>,
        leases: Arc<Leases>,
        wakeups: Arc<Wakeups>,
    ) -> Self {
        let shared = Shared {
            tables,
            clock,
            leases,
            wakeups,
            handlers: Mutex::default(),
            told: Mutex::default(),
            added: Mutex::default(),
            woken: Notify::new(),
            settled: Mutex::new(Timestamp(i64::MIN)),
            settling: Bell::default(),
            lease: Mutex::default(),
        };
        Self { shared: Arc::new(shared), task: Mutex::default() }
    }

    /// Sets who is handed what is due of a kind. The handler's commit is to have removed the
    /// deadline when it gives `Ok`; it may be handed the same one again.
    pub fn register<F>(&self, kind: &str, handler: impl Fn(Deadline) -> F + Send + Sync + 'static)
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        let handler: Handler = Arc::new(move |deadline| Box::pin(handler(deadline)));
        lock(&self.shared.handlers).insert(kind.to_owned(), handler);
        self.shared.tell(Timestamp(0));
    }

    /// The batch, which also sets a deadline. It goes through [`commit`](Self::commit).
    pub fn set(batch: Batch, deadline: &Deadline) -> Batch {
        batch.put(DEADLINES, row::key(deadline), Bytes::new())
    }

    /// The batch, which also removes a deadline that may be there.
    pub fn clear(batch: Batch, deadline: &Deadline) -> Batch {
        batch.delete(DEADLINES, row::key(deadline))
    }

    /// The batch of a handler: on the condition that the deadline is still there, which it removes.
    pub fn done(batch: Batch, deadline: &Deadline) -> Batch {
        Self::clear(batch.present(DEADLINES, row::key(deadline)), deadline)
    }

    /// Commits a batch and makes sure that the deadlines that it sets are kept in time.
    ///
    /// # Errors
    /// The engine's.
    pub async fn commit(&self, batch: Batch) -> store::Result<()> {
        let keys = batch.writes.iter().filter_map(|write| match write {
            Write::Put(DEADLINES, key, _) => Some(row::due(key)),
            _ => None,
        });
        let earliest = keys.min();
        let committed = self.shared.tables.commit(batch).await;
        // A commit that failed in another way may have happened.
        if let Some(due) = earliest
            && !matches!(committed, Err(store::Error::Conflict(_)))
        {
            self.shared.tell(due);
            self.shared.tell_others();
        }
        committed
    }

    /// Begins to run handlers, when those of all services are registered. A later call changes
    /// nothing.
    pub fn start(&self) {
        let mut task = lock(&self.task);
        if task.is_empty() {
            task.spawn(keep(self.shared.clone()));
        }
    }

    /// Resolves when the handlers of all that is due now have had their turn, of what they themselves
    /// set to be due at once, too. Never before [`start`](Self::start), or while another process keeps
    /// the deadlines.
    pub async fn settled(&self) {
        let (now, mut settling) = (self.shared.clock.now(), self.shared.settling.listen());
        self.shared.woken.notify_one();
        while *lock(&self.shared.settled) < now {
            settling.told().await;
        }
    }

    /// Runs no handler any more. Those at work are dropped, and another process may take over.
    pub async fn rest(&self) {
        let mut task = std::mem::take(&mut *lock(&self.task));
        task.shutdown().await;
        let lease = lock(&self.shared.lease).take();
        if let Some(lease) = lease {
            lease.give_up().await;
        }
    }
}

/// Keeps deadlines whenever it is this process's turn.
async fn keep(shared: Arc<Shared>) {
    loop {
        let lease = shared.own().await;
        lock(&shared.lease).clone_from(&lease);
        shared.tend(lease.as_deref()).await;
        *lock(&shared.lease) = None;
    }
}

impl Shared {
    /// Makes sure that a deadline is known of to the task that keeps it, if that is this process's.
    fn tell(&self, due: Timestamp) {
        let mut added = lock(&self.added);
        *added = Some(added.map_or(due, |added| added.min(due)));
        drop(added);
        self.woken.notify_one();
    }

    /// Lets the process that keeps deadlines know, if it is another.
    fn tell_others(&self) {
        if self.leases.company() == Company::Shared && lock(&self.lease).is_none() {
            self.wakeups.notify(&Topic::Deadlines);
        }
    }

    /// Resolves when this process is to run handlers: when it has any and is alone, or there is a
    /// deadline and no other process has the lease.
    async fn own(&self) -> Option<Arc<Lease>> {
        while lock(&self.handlers).is_empty() {
            self.woken.notified().await;
        }
        if self.leases.company() == Company::Alone {
            return None;
        }
        loop {
            let pause = match self.try_to_own().await {
                Ok(Some(Taking::Taken(lease))) => return Some(Arc::new(lease)),
                Ok(Some(Taking::Held(until, _))) => LOOK_EVERY.min(self.time_to(until)),
                Ok(None) => LOOK_EVERY,
                Err(error) => {
                    tracing::warn!(%error, "the deadlines cannot be looked at");
                    PAUSE
                }
            };
            tokio::select! {
                biased;
                () = self.woken.notified() => {}
                () = self.clock.sleep(pause) => {}
            }
        }
    }

    /// The lease, if there is any deadline.
    async fn try_to_own(&self) -> Result<Option<Taking>> {
        if self.page(Bytes::new(), 1).await?.is_empty() {
            return Ok(None);
        }
        self.leases.take(LEASE).await.map(Some)
    }

    async fn page(&self, from: Bytes, limit: usize) -> Result<Vec<Bytes>> {
        let range = KeyRange { start: from.into(), end: None };
        let rows = self.tables.scan(DEADLINES, Scan { range, limit, reverse: false }).await?;
        Ok(rows.into_iter().map(|(key, _)| key).collect())
    }

    /// At least a millisecond, so that who looks too early does not look all the time.
    fn time_to(&self, until: Timestamp) -> Duration {
        let ms = until.millis().saturating_sub(self.clock.now().millis());
        Duration::from_millis(ms.max(1).unsigned_abs())
    }

    /// Runs the handlers of what is due, until the lease is lost.
    async fn tend(&self, lease: Option<&Lease>) {
        let (mut agenda, mut running) = (Agenda::default(), Running::default());
        let mut look_again = self.clock.now();
        let mut others = lease.is_some().then(|| self.wakeups.subscribe(Topic::Deadlines));
        while lease.is_none_or(|lease| !lease.is_lost()) {
            let now = self.clock.now();
            if let Some(due) = lock(&self.added).take() {
                agenda.added(due);
            }
            if lease.is_some() && look_again <= now {
                agenda.added(Timestamp(0));
                look_again = Timestamp(now.millis() + LOOK_EVERY.as_millis() as i64);
            }
            match agenda.next(now) {
                Next::Look(from) => match self.page(from, PAGE).await {
                    Ok(keys) => agenda.seen(&keys, now),
                    Err(error) => {
                        tracing::warn!(%error, "the deadlines cannot be looked at");
                        self.clock.sleep(PAUSE).await;
                    }
                },
                Next::Run { key, again } => match self.work(&key, again) {
                    Some(work) => running.begin(key, work),
                    None => agenda.ended(&key, true, now),
                },
                Next::Wait(until) => {
                    if running.is_empty() {
                        *lock(&self.settled) = now;
                        self.settling.ring();
                    }
                    let until = match lease {
                        Some(_) => Some(until.map_or(look_again, |until| until.min(look_again))),
                        None => until,
                    };
                    match self.wait(until, lease, others.as_mut(), &mut running).await {
                        Happened::Ended(key, done) => agenda.ended(&key, done, self.clock.now()),
                        Happened::Told => look_again = self.clock.now(),
                        Happened::Other => {}
                    }
                }
            }
        }
    }

    /// What is to be done about a row; nothing where nobody is registered for it.
    fn work(&self, key: &Bytes, again: bool) -> Option<BoxFuture<'static, Result<()>>> {
        let deadline = row::read(key);
        let kind = deadline.as_ref().map_or_else(String::new, |deadline| deadline.kind.clone());
        let handler = lock(&self.handlers).get(&kind).cloned();
        let (Some(deadline), Some(handler)) = (deadline, handler) else {
            if lock(&self.told).insert(kind.clone()) {
                tracing::error!(kind, "nobody keeps deadlines of this kind; they stay");
            }
            return None;
        };
        let (tables, key) = (self.tables.clone(), key.clone());
        Some(Box::pin(async move {
            if again && tables.get(DEADLINES, &key).await?.is_none() {
                return Ok(());
            }
            handler(deadline).await
        }))
    }

    /// Waits until then, until a deadline is added or the lease lost, or until a handler has ended.
    async fn wait(
        &self,
        until: Option<Timestamp>,
        lease: Option<&Lease>,
        others: Option<&mut Wakeup>,
        running: &mut Running,
    ) -> Happened {
        let sleep = async {
            match until {
                Some(until) => self.clock.sleep(self.time_to(until)).await,
                None => std::future::pending().await,
            }
        };
        let lost = async {
            match lease {
                Some(lease) => lease.until_lost().await,
                None => std::future::pending().await,
            }
        };
        let told = async {
            match others {
                Some(others) => others.told().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            (key, done) = running.ended() => Happened::Ended(key, done),
            () = told => Happened::Told,
            () = self.woken.notified() => Happened::Other,
            () = lost => Happened::Other,
            () = sleep => Happened::Other,
        }
    }
}

/// What there was to wait for.
enum Happened {
    /// A handler ended, and whether its row is done.
    Ended(Bytes, bool),
    /// Another process has set a deadline.
    Told,
    /// Anything else, of which the agenda knows or is told.
    Other,
}

/// The handlers at work.
#[derive(Default)]
struct Running {
    tasks: JoinSet<Result<()>>,
    keys: Vec<(Id, Bytes)>,
}

impl Running {
    fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    fn begin(&mut self, key: Bytes, work: BoxFuture<'static, Result<()>>) {
        self.keys.push((self.tasks.spawn(work).id(), key));
    }

    /// The next that ends, and whether it is done. Never, while none is at work.
    async fn ended(&mut self) -> (Bytes, bool) {
        loop {
            let (id, failure) = match self.tasks.join_next_with_id().await {
                Some(Ok((id, Ok(())))) => (id, None),
                Some(Ok((id, Err(error)))) => (id, Some(error.to_string())),
                Some(Err(error)) => (error.id(), Some(error.to_string())),
                None => std::future::pending().await,
            };
            let Some(at) = self.keys.iter().position(|(task, _)| *task == id) else { continue };
            let (_, key) = self.keys.swap_remove(at);
            if let Some(error) = &failure {
                let kind = row::read(&key).map(|deadline| deadline.kind).unwrap_or_default();
                tracing::warn!(kind, error, "what was due is tried again");
            }
            return (key, failure.is_none());
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
