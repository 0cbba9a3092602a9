//! A queue as a pure machine: which messages may be received now, which are not to be seen and
//! until when, in which order groups go, and what was sent before. No clock, no disk, no waiting:
//! each event comes with `now`, in milliseconds since the epoch.
//!
//! Whoever stores what an event means takes the message out of sight first ([`Machine::take`],
//! [`Machine::hold`]), commits, and says then how it stands ([`Machine::settle`]) or that it is gone
//! ([`Machine::remove`]). So of one message there is one commit at a time, in the order of events.

mod groups;
mod seen;
#[cfg(test)]
mod tests;

use groups::Groups;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use seen::{Seen, SeenKey, WINDOW_MS};

/// The most messages that are in flight at once ("Amazon SQS message quotas").
pub const IN_FLIGHT: usize = 120_000;

/// How a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A commit about it is under way.
    Busy,
    /// It may be received.
    Visible,
    /// It was sent and may be received from then on.
    Delayed(i64),
    /// It was received and comes back then.
    InFlight(i64),
}

/// A message as the machine knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it was sent.
    pub sent_ms: i64,
    /// Its group; in a FIFO queue every message has one.
    pub group: Option<Arc<str>>,
    /// How often it was received.
    pub count: u32,
    /// When it was received first.
    pub first_ms: Option<i64>,
    /// When it was received last.
    pub last_ms: Option<i64>,
    /// How it stands.
    pub state: State,
    /// Since when it may be received, while it is in sight.
    pub since: i64,
    /// It was never acknowledged: nobody counts it yet.
    pending: bool,
    /// Until when it waits once it is stored.
    delay: Option<i64>,
}

impl Entry {
    /// A message that stands so.
    pub fn new(sent_ms: i64, group: Option<Arc<str>>, state: State) -> Self {
        let pending = state == State::Busy;
        let (count, first_ms, last_ms, delay) = Default::default();
        Self { sent_ms, group, count, first_ms, last_ms, state, since: sent_ms, pending, delay }
    }

    /// A message that is being stored, and until when it waits then.
    pub fn pending(sent_ms: i64, group: Option<Arc<str>>, delay: Option<i64>) -> Self {
        Self { delay, ..Self::new(sent_ms, group, State::Busy) }
    }

    /// Whether it is being stored for the first time.
    pub fn is_pending(&self) -> bool {
        self.pending
    }

    /// Until when it waits once it is stored.
    pub fn delay(&self) -> Option<i64> {
        self.delay
    }
}

/// What a receive takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The messages to give, each with how often it was received, this time counted.
    pub given: Vec<(u64, u32)>,
    /// Those that were received as often as they may: they go to the dead-letter queue.
    pub dead: Vec<u64>,
}

impl Taken {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.dead.is_empty()
    }
}

/// Why a receipt handle does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheld {
    /// The message is gone.
    Gone,
    /// A commit about it is under way: try again when it has ended.
    Busy,
    /// The message was received again after the handle was given.
    Stale,
    /// The handle is the newest, but the message is in sight again.
    Back,
}

/// How many messages stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// They may be received.
    pub visible: usize,
    /// They were received and not deleted.
    pub in_flight: usize,
    /// Their delay goes on.
    pub delayed: usize,
}

/// A queue's messages.
#[derive(Debug, Default)]
pub struct Machine {
    messages: BTreeMap<u64, Entry>,
    /// What may be received, of a standard queue.
    ready: BTreeSet<u64>,
    /// What comes into sight, and when.
    timed: BTreeSet<(i64, u64)>,
    /// By when it was sent.
    by_age: BTreeSet<(i64, u64)>,
    /// The order of groups, of a FIFO queue.
    groups: Option<Groups>,
    /// What was sent in the last minutes.
    pub seen: Seen,
    counts: Counts,
}

impl Machine {
    /// An empty queue.
    pub fn new(is_fifo: bool) -> Self {
        Self { groups: is_fifo.then(Groups::default), ..Self::default() }
    }

    /// Adds a message. One that is [`State::Busy`] is not counted before it is settled.
    pub fn insert(&mut self, seq: u64, entry: Entry) {
        self.by_age.insert((entry.sent_ms, seq));
        if let (Some(groups), Some(group)) = (&mut self.groups, &entry.group) {
            groups.add(group, seq);
        }
        let state = entry.state;
        self.messages.insert(seq, Entry { state: State::Busy, ..entry });
        if state == State::Busy {
            return self.enter(seq, state);
        }
        self.enter(seq, State::Busy);
        self.settle(seq, state);
    }

    /// A message.
    pub fn get(&self, seq: u64) -> Option<&Entry> {
        self.messages.get(&seq)
    }

    /// The highest number there is.
    pub fn last(&self) -> Option<u64> {
        self.messages.keys().next_back().copied()
    }

    /// How many messages stand how at that time.
    pub fn counts(&mut self, now: i64) -> Counts {
        self.advance(now);
        self.counts
    }

    /// When a message comes into sight next.
    pub fn next_due(&self) -> Option<i64> {
        self.timed.first().map(|(due, _)| *due)
    }

    /// Takes up to `most` messages out of sight. With `limit`, those that were received as often
    /// are not given again.
    pub fn take(&mut self, now: i64, most: usize, limit: Option<u32>) -> Taken {
        self.advance(now);
        let mut taken = Taken::default();
        let most = most.min(IN_FLIGHT.saturating_sub(self.counts.in_flight));
        let mut before = None;
        while taken.given.len() < most && taken.dead.len() < 100 {
            let Some(seq) = self.next_visible(before) else { break };
            before = Some(seq);
            self.change(seq, State::Busy);
            let Some(entry) = self.messages.get_mut(&seq) else { break };
            if limit.is_some_and(|limit| entry.count >= limit) {
                taken.dead.push(seq);
                continue;
            }
            entry.count = entry.count.saturating_add(1);
            entry.first_ms.get_or_insert(now);
            taken.given.push((seq, entry.count));
        }
        taken
    }

    /// The next one to receive: of the group that is being taken from as long as it has any.
    fn next_visible(&self, before: Option<u64>) -> Option<u64> {
        let Some(groups) = &self.groups else { return self.ready.first().copied() };
        let follows = before.and_then(|before| {
            let group = self.messages.get(&before)?.group.as_ref()?;
            let next = groups.after(group, before)?;
            (self.messages.get(&next)?.state == State::Visible).then_some(next)
        });
        follows.or_else(|| groups.first_open())
    }

    /// Gives a message that was to die after all: there is nowhere for it to go.
    pub fn spare(&mut self, seq: u64) -> Option<(u64, u32)> {
        let entry = self.messages.get_mut(&seq)?;
        entry.count = entry.count.saturating_add(1);
        Some((seq, entry.count))
    }

    /// Gives back what was taken together with dead ones of its group that stay: it comes after them.
    pub fn hold_back(&mut self, taken: &mut Taken, dead: &[u64]) {
        let group = |seq: &u64| self.messages.get(seq).and_then(|entry| entry.group.clone());
        let groups: Vec<_> = dead.iter().filter_map(group).collect();
        let is_held =
            |(seq, _): &(u64, u32)| group(seq).is_some_and(|group| groups.contains(&group));
        let (held, given) = std::mem::take(&mut taken.given).into_iter().partition(is_held);
        taken.given = given;
        self.untake(&Taken { given: held, dead: Vec::new() });
    }

    /// Gives back what was taken and not stored.
    pub fn untake(&mut self, taken: &Taken) {
        for (seq, count) in &taken.given {
            if let Some(entry) = self.messages.get_mut(seq) {
                entry.count = count.saturating_sub(1);
                if entry.count == 0 {
                    entry.first_ms = None;
                }
            }
        }
        let all = taken.given.iter().map(|(seq, _)| *seq).chain(taken.dead.iter().copied());
        all.for_each(|seq| self.settle(seq, State::Visible));
    }

    /// Takes a message out of sight that was received as the `count`th time, and gives how it
    /// stood.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn hold(&mut self, seq: u64, count: u32, now: i64) -> Result<State, Unheld> {
        self.advance(now);
        let entry = self.messages.get(&seq).ok_or(Unheld::Gone)?;
        if entry.count != count {
            return Err(Unheld::Stale);
        }
        match entry.state {
            State::InFlight(_) => {
                let state = entry.state;
                self.change(seq, State::Busy);
                Ok(state)
            }
            State::Busy => Err(Unheld::Busy),
            State::Visible | State::Delayed(_) => Err(Unheld::Back),
        }
    }

    /// The same for any of its receives.
    ///
    /// # Errors
    /// As [`hold`](Self::hold); no receive is stale.
    pub fn hold_any(&mut self, seq: u64, now: i64) -> Result<State, Unheld> {
        let count = self.messages.get(&seq).ok_or(Unheld::Gone)?.count;
        self.hold(seq, count, now)
    }

    /// Notes when a message was received.
    pub fn received(&mut self, seq: u64, now: i64) {
        if let Some(entry) = self.messages.get_mut(&seq) {
            entry.last_ms = Some(now);
        }
    }

    /// Takes a message out of sight that is in sight.
    pub fn hold_visible(&mut self, seq: u64) -> bool {
        let is_visible = self.messages.get(&seq).is_some_and(|it| it.state == State::Visible);
        if is_visible {
            self.change(seq, State::Busy);
        }
        is_visible
    }

    /// Says how a message stands whose commit has ended.
    pub fn settle(&mut self, seq: u64, state: State) {
        if self.messages.get(&seq).is_some_and(|entry| entry.state == State::Busy) {
            if let Some(entry) = self.messages.get_mut(&seq) {
                self.counts.in_flight += usize::from(entry.pending);
                entry.pending = false;
            }
            self.change(seq, state);
        }
    }

    /// Forgets a message.
    pub fn remove(&mut self, seq: u64) {
        self.leave(seq);
        let Some(entry) = self.messages.remove(&seq) else { return };
        self.by_age.remove(&(entry.sent_ms, seq));
        if let (Some(groups), Some(group)) = (&mut self.groups, &entry.group) {
            groups.remove(group, seq);
            self.refresh(&entry.group);
        }
    }

    /// Forgets up to `most` messages that were sent at `before` or earlier, and gives them.
    pub fn expire(&mut self, before: i64, most: usize) -> Vec<u64> {
        if self.by_age.first().is_none_or(|(sent_ms, _)| *sent_ms > before) {
            return Vec::new();
        }
        let old = self.by_age.range(..=(before, u64::MAX)).map(|(_, seq)| *seq);
        let is_idle = |seq: &u64| self.messages.get(seq).is_some_and(|it| it.state != State::Busy);
        let old: Vec<_> = old.filter(is_idle).take(most).collect();
        old.iter().for_each(|seq| self.remove(*seq));
        old
    }

    /// When the oldest message was sent that is stored.
    pub fn oldest_ms(&self) -> Option<i64> {
        let is_stored = |seq: &u64| self.get(*seq).is_some_and(|it| !it.is_pending());
        self.by_age.iter().find(|(_, seq)| is_stored(seq)).map(|(sent_ms, _)| *sent_ms)
    }

    /// The deduplication ids of messages up to a number that are stored, at most so many.
    pub fn seen_upto(&self, seq: u64, most: usize) -> Vec<SeenKey> {
        let is_stored = |seq| !self.get(seq).is_some_and(Entry::is_pending);
        self.seen
            .all()
            .filter(|(_, own)| *own <= seq && is_stored(*own))
            .map(|(key, _)| key.clone())
            .take(most)
            .collect()
    }

    /// A message up to a number about which a commit is under way.
    pub fn busy(&self, upto: u64) -> Option<u64> {
        let mut all = self.messages.range(..=upto);
        all.find(|(_, entry)| entry.state == State::Busy).map(|(seq, _)| *seq)
    }

    /// Forgets up to `most` messages about which no commit is under way, and gives them.
    pub fn purge(&mut self, upto: u64, most: usize) -> Vec<u64> {
        let all = self.messages.range(..=upto);
        let idle = all.filter(|(_, entry)| entry.state != State::Busy).map(|(seq, _)| *seq);
        let idle: Vec<_> = idle.take(most).collect();
        idle.iter().for_each(|seq| self.remove(*seq));
        idle
    }

    /// Lets come into sight what is due.
    fn advance(&mut self, now: i64) {
        while let Some((due, seq)) = self.timed.first().copied().filter(|(due, _)| *due <= now) {
            if let Some(entry) = self.messages.get_mut(&seq) {
                entry.since = due;
            }
            self.change(seq, State::Visible);
        }
    }

    fn change(&mut self, seq: u64, state: State) {
        self.leave(seq);
        if let Some(entry) = self.messages.get_mut(&seq) {
            entry.state = state;
        }
        self.enter(seq, state);
        let group = self.messages.get(&seq).and_then(|entry| entry.group.clone());
        self.refresh(&group);
    }

    /// Takes a message off the lists of its state.
    fn leave(&mut self, seq: u64) {
        let Some(entry) = self.messages.get(&seq) else { return };
        match entry.state {
            State::Busy => self.counts.in_flight -= usize::from(!entry.pending),
            State::Visible => {
                self.counts.visible -= 1;
                self.ready.remove(&seq);
            }
            State::Delayed(due) => {
                self.counts.delayed -= 1;
                self.timed.remove(&(due, seq));
            }
            State::InFlight(due) => {
                self.counts.in_flight -= 1;
                self.timed.remove(&(due, seq));
            }
        }
    }

    /// Puts a message on the lists of a state.
    fn enter(&mut self, seq: u64, state: State) {
        let Some(entry) = self.messages.get(&seq) else { return };
        match state {
            State::Busy => self.counts.in_flight += usize::from(!entry.pending),
            State::Visible => {
                self.counts.visible += 1;
                if self.groups.is_none() {
                    self.ready.insert(seq);
                }
            }
            State::Delayed(due) => {
                self.counts.delayed += 1;
                self.timed.insert((due, seq));
            }
            State::InFlight(due) => {
                self.counts.in_flight += 1;
                self.timed.insert((due, seq));
            }
        }
    }

    /// Finds out anew whether a group may be received from.
    fn refresh(&mut self, group: &Option<Arc<str>>) {
        let (Some(groups), Some(group)) = (&mut self.groups, group) else { return };
        let head = groups.head(group);
        let entry = head.and_then(|seq| self.messages.get(&seq));
        let since = entry.filter(|entry| entry.state == State::Visible).map(|entry| entry.since);
        groups.open(group, since);
    }
}
