//! A process's line to the engines, which all processes of a world share: answers are late and come
//! in another order, writes are heard of or not, syncs fail, and the process dies in between.

mod blobs;
mod log;
mod notices;
mod tables;

use crate::plan::{Mutation, Plan};
use crate::time::{Key, Owner, Slot, Time, lock};
use crate::witness::Witness;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use store::{Error, Reading, Result, Store};

/// One life of a process, as the engines see it.
pub(crate) struct Line {
    pub time: Time,
    pub owner: Owner,
    pub name: String,
    pub witness: Arc<Witness>,
    pub plan: Plan,
    /// The engines; cut off when the process dies.
    store: Mutex<Option<Store>>,
    /// An engine whose sync failed takes no more writes until it is opened again.
    read_only: AtomicBool,
    /// Reads that were answered at once since the process last stood still.
    at_once: AtomicU32,
    /// Writes since the line began, for mutations.
    writes: AtomicU32,
}

/// Reads that are answered at once before one has to wait, lest a process spins for ever.
const MOST_AT_ONCE: u32 = 1000;

/// What becomes of a write.
enum Fate {
    Happens,
    /// It happens, and the process dies before it hears of it.
    HappensAndKills,
    /// The caller gets an error.
    Fails {
        happens: bool,
        error: Error,
        /// Nothing more is written before the engine is opened again.
        for_good: bool,
    },
}

type Work<T> = Box<dyn FnOnce(&Store) -> Result<T> + Send>;

/// A call before it is made.
pub(crate) struct Call<T> {
    pub name: &'static str,
    pub on: String,
    pub work: Work<T>,
}

impl<T> Call<T> {
    pub fn new(
        name: &'static str,
        on: String,
        work: impl FnOnce(&Store) -> Result<T> + Send + 'static,
    ) -> Self {
        Self { name, on, work: Box::new(work) }
    }
}

impl Line {
    pub fn new(
        time: &Time,
        owner: Owner,
        name: String,
        witness: &Arc<Witness>,
        plan: &Plan,
        store: Store,
    ) -> Arc<Self> {
        Arc::new(Self {
            time: time.clone(),
            owner,
            name,
            witness: witness.clone(),
            plan: plan.clone(),
            store: Mutex::new(Some(store)),
            read_only: AtomicBool::new(false),
            at_once: AtomicU32::new(0),
            writes: AtomicU32::new(0),
        })
    }

    /// The engines as the process gets them.
    pub fn engines(self: &Arc<Self>) -> Store {
        Store {
            tables: Arc::new(tables::Tables(self.clone())),
            log: Arc::new(log::Log(self.clone())),
            blobs: Arc::new(blobs::Blobs(self.clone())),
            notices: self.store().ok().and_then(|store| store.notices).map(|inner| {
                Arc::new(notices::Notices { line: self.clone(), inner }) as Arc<dyn store::Notices>
            }),
        }
    }

    /// The process is gone.
    pub fn cut(&self) {
        lock(&self.store).take();
    }

    /// The process stands still.
    pub fn stood_still(&self) {
        self.at_once.store(0, Ordering::Relaxed);
    }

    pub fn is_read_only(&self) -> bool {
        self.read_only.load(Ordering::Relaxed)
    }

    fn store(&self) -> Result<Store> {
        lock(&self.store).clone().ok_or(Error::Closed)
    }

    /// Whether the plan breaks something on purpose.
    pub fn is_broken(&self, mutation: Mutation) -> bool {
        self.plan.mutation == Some(mutation) && self.time.troubled()
    }

    /// The same, every fifth time.
    pub fn is_spoilt(&self, mutation: Mutation) -> bool {
        self.is_broken(mutation) && self.writes.fetch_add(1, Ordering::Relaxed) % 5 == 4
    }

    /// A read, which is answered now or later.
    pub fn read<'a, T: Send + 'static>(self: &Arc<Self>, call: Call<T>) -> Reading<'a, T> {
        let now = self.time.draw(|chance| chance.one_in(2))
            && self.at_once.fetch_add(1, Ordering::Relaxed) < MOST_AT_ONCE;
        if now {
            let answer = self.store().and_then(|store| (call.work)(&store));
            self.note(0, call.name, &call.on, &answer);
            return Reading::now(answer);
        }
        Reading::later(self.clone().ask(call, None))
    }

    /// A read that is never answered at once.
    pub async fn read_later<T: Send + 'static>(self: Arc<Self>, call: Call<T>) -> Result<T> {
        self.ask(call, None).await
    }

    /// A write, whose fate the caller may never hear of.
    pub async fn write<T: Send + 'static>(self: Arc<Self>, call: Call<T>) -> Result<T> {
        if self.is_read_only() {
            return Err(read_only());
        }
        let fate = self.fate();
        self.ask(call, Some(fate)).await
    }

    async fn ask<T: Send + 'static>(
        self: Arc<Self>,
        call: Call<T>,
        fate: Option<Fate>,
    ) -> Result<T> {
        let store = self.store()?;
        let writes = fate.is_some();
        let (before_us, after_us) = (self.delay_us(), self.delay_us());
        let number = self.time.number();
        let slot = Slot::new();
        let (line, filled) = (self.clone(), slot.clone());
        let act = move || {
            let result = line.meet(&store, call.work, fate);
            line.note(number, call.name, &call.on, &result);
            let answer = move || filled.fill(result);
            line.time.after(after_us, line.owner, false, answer);
        };
        let key = self.time.after(before_us, self.owner, writes, act);
        Asked { slot, key, time: self.time.clone(), owner: self.owner, writes }.await
    }

    /// What comes of the work, whatever its caller is told.
    fn meet<T>(&self, store: &Store, work: Work<T>, fate: Option<Fate>) -> Result<T> {
        match fate {
            None | Some(Fate::Happens) => work(store),
            Some(Fate::HappensAndKills) => {
                self.time.doom(self.owner);
                work(store)
            }
            Some(Fate::Fails { happens, error, for_good }) => {
                if for_good {
                    self.read_only.store(true, Ordering::Relaxed);
                }
                if happens {
                    work(store)?;
                }
                Err(error)
            }
        }
    }

    fn fate(&self) -> Fate {
        if !self.time.troubled() {
            return Fate::Happens;
        }
        let several = self.plan.is_shared();
        self.time.draw(|chance| match chance.below(2000) {
            0..3 => Fate::HappensAndKills,
            3..6 => {
                let happens = chance.one_in(2);
                let error = if several { unknown() } else { read_only() };
                Fate::Fails { happens, error, for_good: !several }
            }
            6..26 => Fate::Fails { happens: false, error: full(), for_good: false },
            26..46 if several => {
                Fate::Fails { happens: chance.one_in(2), error: unknown(), for_good: false }
            }
            _ => Fate::Happens,
        })
    }

    fn delay_us(&self) -> u64 {
        let troubled = self.time.troubled();
        self.time.draw(|chance| match chance.below(1000) {
            0..3 if troubled => chance.between(100_000, 3_000_000),
            3..60 if troubled => chance.between(1_000, 50_000),
            _ => chance.between(20, 400),
        })
    }

    /// A while of the length of a call, for what only has to take time.
    pub async fn pause(&self) {
        let us = self.delay_us();
        self.time.sleep(us, self.owner).await;
    }

    fn note<T>(&self, number: u64, call: &str, on: &str, result: &Result<T>) {
        let name = &self.name;
        match result {
            Ok(_) => self.time.note(format_args!("{name} #{number} {call} {on}")),
            Err(error) => self.time.note(format_args!("{name} #{number} {call} {on} = {error}")),
        }
    }
}

/// A call that is under way. If its caller goes away, a write happens or does not.
struct Asked<T> {
    slot: Arc<Slot<Result<T>>>,
    key: Key,
    time: Time,
    owner: Owner,
    writes: bool,
}

impl<T> Future for Asked<T> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        self.slot.poll(context)
    }
}

impl<T> Drop for Asked<T> {
    fn drop(&mut self) {
        if self.time.is_dead(self.owner) {
            return;
        }
        if !self.writes || self.time.draw(|chance| chance.one_in(2)) {
            self.time.cancel(self.key);
        }
    }
}

/// What a memory engine answers, which never has to wait.
pub(crate) fn at_once<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => Err(Error::invalid("an engine in memory waits".to_owned())),
    }
}

fn read_only() -> Error {
    Error::ReadOnly("a sync failed".to_owned())
}

fn full() -> Error {
    Error::Full("the disk is full for a moment".to_owned())
}

fn unknown() -> Error {
    io::Error::other("the connection broke").into()
}
