//! The time of a world and what is due in it: the one place where everything that happens, happens
//! in an order, and is written down.

use crate::chance::Chance;
use platform::{BoxFuture, Clock};
use shapes::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// Who something belongs to: one life of one process, or the world itself ([`WORLD`]).
pub(crate) type Owner = u64;
/// What no process's death takes away.
pub(crate) const WORLD: Owner = 0;

/// Locks, whether or not a holder panicked: a world that panicked is only looked at.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A rule that did not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule's name.
    pub check: &'static str,
    /// What was seen instead.
    pub message: String,
}

/// When something is due. What is due at the same instant comes in an order that the seed chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    at_us: u64,
    tie: u64,
    number: u64,
}

struct Entry {
    owner: Owner,
    /// Whether it changes what an engine holds.
    writes: bool,
    work: Work,
}

type Work = Box<dyn FnOnce() + Send>;

struct State {
    now_us: u64,
    number: u64,
    due: BTreeMap<Key, Entry>,
    chance: Chance,
    trace: String,
    troubled: bool,
    doomed: Vec<Owner>,
    dead: BTreeSet<Owner>,
    /// Who is told when a process dies, in the order in which they came.
    mourners: BTreeMap<u64, (Owner, Work)>,
    violation: Option<Violation>,
}

/// A world's time, chance and trace. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Time(Arc<Mutex<State>>);

impl Time {
    pub fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(State {
            now_us: 0,
            number: 0,
            due: BTreeMap::new(),
            chance: Chance::new(seed),
            trace: String::new(),
            troubled: false,
            doomed: Vec::new(),
            dead: BTreeSet::new(),
            mourners: BTreeMap::new(),
            violation: None,
        })))
    }

    /// How long the world has been, in microseconds.
    pub fn now_us(&self) -> u64 {
        lock(&self.0).now_us
    }

    pub fn draw<T>(&self, draw: impl FnOnce(&mut Chance) -> T) -> T {
        draw(&mut lock(&self.0).chance)
    }

    /// Writes a line of the trace.
    pub fn note(&self, line: fmt::Arguments<'_>) {
        let mut state = lock(&self.0);
        let (seconds, micros) = (state.now_us / 1_000_000, state.now_us % 1_000_000);
        // Writing to a String cannot fail.
        let _ = writeln!(state.trace, "{seconds}.{micros:06} {line}");
    }

    /// The trace up to now; it begins anew.
    pub fn take_trace(&self) -> String {
        std::mem::take(&mut lock(&self.0).trace)
    }

    /// A rule did not hold. The first such is what the world is judged by.
    pub fn violate(&self, check: &'static str, message: String) {
        self.note(format_args!("VIOLATION of {check}: {message}"));
        lock(&self.0).violation.get_or_insert(Violation { check, message });
    }

    pub fn violation(&self) -> Option<Violation> {
        lock(&self.0).violation.clone()
    }

    /// Whether faults happen at present.
    pub fn troubled(&self) -> bool {
        lock(&self.0).troubled
    }

    pub fn set_troubled(&self, troubled: bool) {
        lock(&self.0).troubled = troubled;
        self.note(format_args!("world {}", if troubled { "troubled" } else { "calm" }));
    }

    /// Asks the world to kill a process as soon as it can.
    pub fn doom(&self, owner: Owner) {
        lock(&self.0).doomed.push(owner);
    }

    pub fn take_doomed(&self) -> Vec<Owner> {
        std::mem::take(&mut lock(&self.0).doomed)
    }

    /// A number that nothing else in this world has.
    pub fn number(&self) -> u64 {
        let mut state = lock(&self.0);
        state.number += 1;
        state.number
    }

    /// Lets work be done after a while.
    pub fn after(
        &self,
        us: u64,
        owner: Owner,
        writes: bool,
        work: impl FnOnce() + Send + 'static,
    ) -> Key {
        let mut state = lock(&self.0);
        state.number += 1;
        let (at_us, tie) = (state.now_us + us, state.chance.next());
        let key = Key { at_us, tie, number: state.number };
        state.due.insert(key, Entry { owner, writes, work: Box::new(work) });
        key
    }

    /// Takes back what is not yet done; whether there was anything to take back.
    pub fn cancel(&self, key: Key) -> bool {
        // What it holds may, when it goes, come here itself.
        let entry = lock(&self.0).due.remove(&key);
        entry.is_some()
    }

    /// Goes on to what is due next and does it; whether there was anything.
    pub fn advance(&self) -> bool {
        let mut state = lock(&self.0);
        let Some((key, entry)) = state.due.pop_first() else { return false };
        state.now_us = state.now_us.max(key.at_us);
        drop(state);
        (entry.work)();
        true
    }

    /// Drops all that is still due, for nobody is there any more to do it for.
    pub fn forget(&self) {
        loop {
            // What it holds may, when it goes, come here itself.
            let due = std::mem::take(&mut lock(&self.0).due);
            if due.is_empty() {
                return;
            }
        }
    }

    /// Lets work be done when a process dies, unless [`console`](Time::console) comes first.
    pub fn mourn(&self, owner: Owner, work: impl FnOnce() + Send + 'static) -> u64 {
        let number = self.number();
        lock(&self.0).mourners.insert(number, (owner, Box::new(work)));
        number
    }

    /// Takes back what was to be done; whether it was still to be done.
    pub fn console(&self, mourner: u64) -> bool {
        let found = lock(&self.0).mourners.remove(&mourner);
        found.is_some()
    }

    /// A process is dead. From here on its remains are only dropped, in an order that the runtime
    /// chooses and nobody must notice.
    pub fn bury(&self, owner: Owner) {
        let mut state = lock(&self.0);
        state.dead.insert(owner);
        let all = std::mem::take(&mut state.mourners);
        let (of_it, others) = all.into_iter().partition(|(_, (of, _))| *of == owner);
        state.mourners = others;
        drop(state);
        let of_it: BTreeMap<u64, (Owner, Work)> = of_it;
        of_it.into_values().for_each(|(_, work)| work());
    }

    pub fn is_dead(&self, owner: Owner) -> bool {
        lock(&self.0).dead.contains(&owner)
    }

    /// Decides about all writes of a process that is gone: each happens now or never.
    pub fn decide_writes(&self, owner: Owner) {
        let of = |entry: &Entry| entry.owner == owner && entry.writes;
        let state = lock(&self.0);
        let open: Vec<Key> =
            state.due.iter().filter(|(_, entry)| of(entry)).map(|(key, _)| *key).collect();
        drop(state);
        for key in open {
            let happens = self.draw(|chance| chance.one_in(2));
            let entry = lock(&self.0).due.remove(&key);
            if let Some(entry) = entry.filter(|_| happens) {
                (entry.work)();
            }
        }
    }

    /// Resolves after a while.
    pub fn sleep(&self, us: u64, owner: Owner) -> Sleep {
        let slot = Slot::new();
        let filled = slot.clone();
        let key = self.after(us, owner, false, move || filled.fill(()));
        Sleep { slot, key, time: self.clone() }
    }
}

/// The future of [`Time::sleep`].
pub(crate) struct Sleep {
    slot: Arc<Slot<()>>,
    key: Key,
    time: Time,
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.slot.poll(context)
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        self.time.cancel(self.key);
    }
}

/// A place for one value, and for one who waits for it.
pub(crate) struct Slot<T>(Mutex<(Option<T>, Option<Waker>)>);

impl<T> Slot<T> {
    pub fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new((None, None))))
    }

    /// Puts the value there; the first one counts.
    pub fn fill(&self, value: T) {
        let mut slot = lock(&self.0);
        slot.0.get_or_insert(value);
        let waker = slot.1.take();
        drop(slot);
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    pub fn poll(&self, context: &mut Context<'_>) -> Poll<T> {
        let mut slot = lock(&self.0);
        if let Some(value) = slot.0.take() {
            return Poll::Ready(value);
        }
        slot.1 = Some(context.waker().clone());
        Poll::Pending
    }

    pub async fn filled(&self) -> T {
        std::future::poll_fn(|context| self.poll(context)).await
    }
}

/// The clock of one life of a process. What a paused process slept through is past when it wakes.
pub(crate) struct WorldClock {
    pub time: Time,
    pub owner: Owner,
    /// How far it goes wrong.
    pub skew_ms: i64,
}

impl Clock for WorldClock {
    fn now(&self) -> Timestamp {
        let elapsed_ms = (self.time.now_us() / 1000) as i64;
        Timestamp(platform::testing::START.millis() + elapsed_ms + self.skew_ms)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let us = u64::try_from(duration.as_micros()).unwrap_or(u64::MAX >> 8);
        Box::pin(self.time.sleep(us, self.owner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was done, and how to do a thing.
    fn recorder() -> (Arc<Mutex<Vec<u32>>>, impl Fn(u32) -> Work) {
        let done: Arc<Mutex<Vec<u32>>> = Arc::default();
        let of = done.clone();
        let record = move |number| -> Work {
            let done = of.clone();
            Box::new(move || lock(&done).push(number))
        };
        (done, record)
    }

    #[test]
    fn what_is_due_is_done_when_it_is_due() {
        let time = Time::new(1);
        let (done, record) = recorder();
        time.after(20, WORLD, false, record(2));
        time.after(10, WORLD, false, record(1));
        let taken_back = time.after(15, WORLD, false, record(9));
        assert!(time.cancel(taken_back) && !time.cancel(taken_back));
        while time.advance() {}
        assert_eq!((*lock(&done)).clone(), [1, 2]);
        assert_eq!(time.now_us(), 20);
    }

    #[test]
    fn the_writes_of_the_dead_happen_at_once_or_never() {
        let time = Time::new(1);
        let (done, record) = recorder();
        for number in 0..40 {
            time.after(10, 7, true, record(number));
        }
        time.after(10, 8, true, record(100));
        time.decide_writes(7);
        let happened = lock(&done).len();
        assert!((5..35).contains(&happened), "{happened}");
        while time.advance() {}
        assert_eq!(lock(&done).len(), happened + 1);
    }

    #[test]
    fn mourners_are_told_in_the_order_in_which_they_came() {
        let time = Time::new(1);
        let (done, record) = recorder();
        time.mourn(7, record(1));
        let consoled = time.mourn(7, record(2));
        time.mourn(8, record(3));
        time.mourn(7, record(4));
        assert!(time.console(consoled));
        time.bury(7);
        assert_eq!((*lock(&done)).clone(), [1, 4]);
        assert!(time.is_dead(7) && !time.is_dead(8));
    }
}
