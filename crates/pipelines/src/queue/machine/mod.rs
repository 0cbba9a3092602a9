//! The rules by which a queue's messages become batches: a pure machine.
//!
//! No async, no clock, no disk: events and the time go in ([`Machine::step`]), actions come out,
//! and [`Machine::deadline`] says when to come back without an event. The rules are those of "Using
//! Lambda with Amazon SQS" in the Lambda developer guide: batches by number, window and payload
//! size; five batches side by side, and more while messages keep coming; what the function was
//! given and did not say it failed with is deleted; what it failed with is left to its visibility
//! timeout, and so to the queue's redrive policy; what did not reach the function is offered again
//! until that timeout.
//!
//! Kept always: nothing is deleted but what was delivered, or what no filter wants; no batch is
//! larger, and no more of them run side by side, than the rules say; of a FIFO queue, what was
//! received together is offered in its order, and nothing of it after something before it failed.

mod pace;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;

use crate::machine::Backoff;
use crate::queue::machine::pace::Pace;
use shapes::Timestamp;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The most messages that one receive gives.
const MOST_RECEIVED: usize = 10;
/// Nothing is received while so many deletions of what no filter wants are under way.
const MOST_ASIDE: usize = 8;

/// A message that was received.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    /// Its id.
    pub id: String,
    /// By which it is deleted.
    pub handle: String,
    /// What it is in an event, as JSON.
    pub record: Vec<u8>,
    /// Whether the function is to have it; one that is not wanted is deleted.
    pub wanted: bool,
    /// When it is in sight again, if nothing is done.
    pub until: Timestamp,
}

/// How a machine batches.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// `BatchSize`.
    pub batch_size: usize,
    /// `MaximumBatchingWindowInSeconds`, in milliseconds.
    pub window_ms: i64,
    /// The most bytes of messages in one event.
    pub payload_bytes: usize,
    /// The most batches side by side.
    pub most_batches: usize,
    /// Whether it is a FIFO queue.
    pub ordered: bool,
    /// The pauses between attempts.
    pub backoff: Backoff,
}

/// What became of a batch that was offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The function has taken all of it.
    Delivered,
    /// The function says that it failed with these, by their place in the batch.
    FailedWith(Vec<usize>),
    /// The function failed.
    Failed,
    /// The function was not reached: it is throttled, or not there.
    NotReached,
}

/// What happened.
#[derive(Debug)]
pub(crate) enum Event {
    /// A receive ended well, perhaps with nothing.
    Received(Vec<Message>),
    /// A receive failed.
    ReceiveFailed,
    /// The function answered for a batch.
    Offered {
        /// That [`Action::Invoke`] named.
        work: u64,
        /// What became of the batch.
        outcome: Outcome,
    },
    /// A deletion or a release has ended.
    Done {
        /// That the action named.
        work: u64,
        /// Whether it was done.
        done: bool,
    },
    /// The function is another one now: new code, new settings, or there at last.
    FunctionChanged,
    /// The deadline was reached, or nothing has happened yet.
    Timer,
    /// Start nothing more; what is in flight may finish.
    Stop,
}

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Wait for messages, this many at most.
    Receive {
        /// At least one.
        most: usize,
    },
    /// Offer a batch to the function.
    Invoke {
        /// Its name.
        work: u64,
        /// In the order in which they were received; never empty.
        batch: Batch,
    },
    /// Delete messages.
    Delete {
        /// Its name.
        work: u64,
        /// Never empty.
        messages: Batch,
    },
    /// Let messages be in sight again at once.
    Release {
        /// Its name.
        work: u64,
        /// Never empty.
        messages: Batch,
    },
    /// All that was begun has ended.
    Stopped,
}

/// Messages that belong together.
pub(crate) type Batch = Vec<Arc<Message>>;
/// Batches of which each waits for the one before it.
type Train = VecDeque<Batch>;

/// What is under way.
#[derive(Debug)]
enum Work {
    /// The function has a batch; the others come after it.
    Offered { batch: Batch, rest: Train, failures: u32 },
    /// A batch did not reach the function and is offered again.
    Waiting { batch: Batch, rest: Train, failures: u32, not_before: Timestamp },
    /// What was delivered is deleted.
    Deleting { rest: Train },
    /// What no filter wants is deleted, or messages are released.
    Aside,
}

/// One mapping's machine.
#[derive(Debug)]
pub(crate) struct Machine {
    rules: Rules,
    pace: Pace,
    /// The batch that is being gathered.
    gathering: Batch,
    gathering_bytes: usize,
    /// When it is complete, however small.
    gathered_at: Option<Timestamp>,
    ready: VecDeque<Train>,
    works: BTreeMap<u64, Work>,
    next: u64,
    receiving: bool,
    receive_failures: u32,
    receive_after: Option<Timestamp>,
    stopping: bool,
    stopped: bool,
}

impl Machine {
    /// A machine that knows of nothing.
    pub fn new(rules: Rules) -> Self {
        let pace = Pace::new(rules.most_batches);
        Self {
            rules,
            pace,
            gathering: Vec::new(),
            gathering_bytes: 0,
            gathered_at: None,
            ready: VecDeque::new(),
            works: BTreeMap::new(),
            next: 0,
            receiving: false,
            receive_failures: 0,
            receive_after: None,
            stopping: false,
            stopped: false,
        }
    }

    /// Takes what happened and says what to do.
    pub fn step(&mut self, now: Timestamp, event: Event) -> Vec<Action> {
        let mut actions = Vec::new();
        match event {
            Event::Received(messages) => self.received(now, messages, &mut actions),
            Event::ReceiveFailed => {
                self.receiving = false;
                self.receive_failures += 1;
                self.receive_after = Some(self.rules.backoff.after(now, self.receive_failures));
            }
            Event::Offered { work, outcome } => self.offered(now, work, outcome, &mut actions),
            Event::Done { work, done } => self.done(now, work, done, &mut actions),
            Event::FunctionChanged => self.function_changed(now),
            Event::Timer => {}
            Event::Stop => self.stop(&mut actions),
        }
        if !self.stopping {
            self.go_on(now, &mut actions);
        } else if !self.receiving && self.works.is_empty() && !self.stopped {
            self.stopped = true;
            actions.push(Action::Stopped);
        }
        actions
    }

    /// When to come back, if nothing happens before.
    pub fn deadline(&self) -> Option<Timestamp> {
        if self.stopping {
            return None;
        }
        let waiting = self.works.values().filter_map(|work| match work {
            Work::Waiting { not_before, .. } => Some(*not_before),
            _ => None,
        });
        let receive = self.receive_after.filter(|_| self.has_room());
        waiting.chain(self.gathered_at).chain(receive).chain(self.pace.grows_at()).min()
    }

    /// How many batches the function has, or is to get again.
    pub fn in_flight(&self) -> usize {
        self.works.values().filter(|work| !matches!(work, Work::Aside)).count()
    }

    fn received(&mut self, now: Timestamp, messages: Vec<Message>, actions: &mut Vec<Action>) {
        self.receiving = false;
        (self.receive_failures, self.receive_after) = (0, None);
        if messages.is_empty() {
            self.pace.emptied(self.in_flight());
        }
        let messages = messages.into_iter().map(Arc::new);
        if self.stopping {
            return self.aside(messages.collect(), actions, |work, messages| Action::Release {
                work,
                messages,
            });
        }
        let (wanted, unwanted): (Batch, Batch) = messages.partition(|message| message.wanted);
        self.aside(unwanted, actions, |work, messages| Action::Delete { work, messages });
        self.gather(now, wanted);
    }

    /// Begins what takes no place of a batch.
    fn aside(
        &mut self,
        messages: Batch,
        actions: &mut Vec<Action>,
        action: fn(u64, Batch) -> Action,
    ) {
        if !messages.is_empty() {
            let work = self.begin(Work::Aside);
            actions.push(action(work, messages));
        }
    }

    fn begin(&mut self, work: Work) -> u64 {
        let name = self.next;
        self.next += 1;
        self.works.insert(name, work);
        name
    }

    /// Adds messages to the batch that is being gathered; what is complete is ready.
    fn gather(&mut self, now: Timestamp, messages: Batch) {
        let mut train = Train::new();
        for message in messages {
            // With the comma after it.
            let bytes = message.record.len() + 1;
            let is_too_much = self.gathering_bytes + bytes > self.rules.payload_bytes;
            if !self.gathering.is_empty() && is_too_much {
                train.push_back(self.close());
            }
            self.gathering_bytes += bytes;
            // The function needs its time too before the first of them is in sight again.
            let half = (message.until.millis() - now.millis()).max(0) / 2;
            let end = Timestamp(now.millis() + self.rules.window_ms.min(half));
            self.gathered_at.get_or_insert(end);
            self.gathering.push(message);
            if self.gathering.len() >= self.rules.batch_size {
                train.push_back(self.close());
            }
        }
        if self.gathered_at.is_some_and(|at| at <= now) {
            train.push_back(self.close());
        }
        if self.rules.ordered {
            self.ready.extend((!train.is_empty()).then_some(train));
        } else {
            self.ready.extend(train.into_iter().map(|batch| Train::from([batch])));
        }
    }

    fn close(&mut self) -> Batch {
        self.gathering_bytes = 0;
        self.gathered_at = None;
        std::mem::take(&mut self.gathering)
    }

    /// Offers what is ready, and receives more where there is room.
    fn go_on(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        if self.gathered_at.is_some_and(|at| at <= now) {
            let batch = self.close();
            self.ready.push_back(Train::from([batch]));
        }
        self.offer_again(now, actions);
        self.look_at_pace(now);
        while self.in_flight() < self.pace.allowed()
            && let Some(train) = self.ready.pop_front()
        {
            let work = self.next;
            self.next += 1;
            self.offer(now, work, train, actions);
        }
        self.look_at_pace(now);
        if self.has_room() && self.receive_after.is_none_or(|at| at <= now) {
            self.receiving = true;
            actions.push(Action::Receive { most: self.wanted() });
        }
    }

    /// How many messages have a place: of a batch that is being gathered or has an order, and else of
    /// all batches that may begin, so that small ones need no receive of their own.
    fn wanted(&self) -> usize {
        let free = self.pace.allowed().saturating_sub(self.in_flight());
        let one = self.rules.ordered || self.rules.window_ms > 0;
        let batches = if one { 1 } else { free };
        let most = (batches * self.rules.batch_size).saturating_sub(self.gathering.len());
        most.clamp(1, MOST_RECEIVED)
    }

    fn look_at_pace(&mut self, now: Timestamp) {
        let is_throttled = self.works.values().any(|work| matches!(work, Work::Waiting { .. }));
        self.pace.look(now, self.in_flight() >= self.pace.allowed() && !is_throttled);
    }

    fn has_room(&self) -> bool {
        let aside = self.works.len() - self.in_flight();
        !self.receiving
            && self.ready.is_empty()
            && self.in_flight() < self.pace.allowed()
            && aside < MOST_ASIDE
    }

    /// Offers the next batch of a train, without what is in sight again.
    fn offer(&mut self, now: Timestamp, work: u64, mut rest: Train, actions: &mut Vec<Action>) {
        while let Some(mut batch) = rest.pop_front() {
            batch.retain(|message| message.until > now);
            if !batch.is_empty() {
                actions.push(Action::Invoke { work, batch: batch.clone() });
                self.works.insert(work, Work::Offered { batch, rest, failures: 0 });
                return;
            }
        }
    }

    /// Offers what did not reach the function and is due, as long as it is out of sight.
    fn offer_again(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        let is_due =
            |work: &Work| matches!(work, Work::Waiting { not_before, .. } if *not_before <= now);
        let due = self.works.iter().filter(|(_, work)| is_due(work)).map(|(name, _)| *name);
        for name in due.collect::<Vec<_>>() {
            let Some(Work::Waiting { mut batch, rest, failures, .. }) = self.works.remove(&name)
            else {
                continue;
            };
            batch.retain(|message| message.until > now);
            if batch.is_empty() {
                continue;
            }
            actions.push(Action::Invoke { work: name, batch: batch.clone() });
            self.works.insert(name, Work::Offered { batch, rest, failures });
        }
    }

    fn offered(&mut self, now: Timestamp, name: u64, outcome: Outcome, actions: &mut Vec<Action>) {
        let Some(Work::Offered { batch, rest, failures }) = self.works.remove(&name) else {
            return;
        };
        match outcome {
            Outcome::Delivered => {
                self.pace.delivered();
                self.delete(name, batch, rest, actions);
            }
            Outcome::FailedWith(places) => {
                self.pace.failed();
                let all = batch.into_iter().enumerate();
                let taken = all.filter(|(place, _)| !places.contains(place));
                let taken = taken.map(|(_, message)| message).collect();
                // What comes after something that failed is not offered before it.
                self.delete(name, taken, Train::new(), actions);
            }
            Outcome::Failed => self.pace.failed(),
            Outcome::NotReached if self.stopping => {
                let messages = batch.into_iter().chain(rest.into_iter().flatten()).collect();
                self.aside(messages, actions, |work, messages| Action::Release { work, messages });
            }
            Outcome::NotReached => {
                self.pace.failed();
                let failures = failures + 1;
                let not_before = self.rules.backoff.after(now, failures);
                self.works.insert(name, Work::Waiting { batch, rest, failures, not_before });
            }
        }
    }

    fn delete(&mut self, work: u64, messages: Batch, rest: Train, actions: &mut Vec<Action>) {
        if !messages.is_empty() {
            self.works.insert(work, Work::Deleting { rest });
            actions.push(Action::Delete { work, messages });
        }
    }

    fn done(&mut self, now: Timestamp, name: u64, done: bool, actions: &mut Vec<Action>) {
        let Some(Work::Deleting { rest }) = self.works.remove(&name) else { return };
        if !done {
            // It comes again, and what comes after it with it.
            return;
        }
        if self.stopping {
            let rest = rest.into_iter().flatten().collect();
            self.aside(rest, actions, |work, messages| Action::Release { work, messages });
        } else {
            self.offer(now, name, rest, actions);
        }
    }

    /// What did not reach it is offered at once; and who asks the queue is its role.
    fn function_changed(&mut self, now: Timestamp) {
        (self.receive_failures, self.receive_after) = (0, None);
        for work in self.works.values_mut() {
            if let Work::Waiting { not_before, failures, .. } = work {
                (*not_before, *failures) = (now, 0);
            }
        }
    }

    /// Nothing more is begun; what nobody has is in sight again for whoever comes next.
    fn stop(&mut self, actions: &mut Vec<Action>) {
        self.stopping = true;
        let ready = std::mem::take(&mut self.ready).into_iter().flatten().flatten();
        let mut messages: Batch = ready.collect();
        messages.extend(self.close());
        let is_waiting = |work: &Work| matches!(work, Work::Waiting { .. });
        let waiting = self.works.iter().filter(|(_, work)| is_waiting(work)).map(|(name, _)| *name);
        for name in waiting.collect::<Vec<_>>() {
            if let Some(Work::Waiting { batch, rest, .. }) = self.works.remove(&name) {
                messages.extend(batch.into_iter().chain(rest.into_iter().flatten()));
            }
        }
        self.aside(messages, actions, |work, messages| Action::Release { work, messages });
    }
}
