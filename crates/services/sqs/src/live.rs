//! A queue at work: the machine in memory, the rows that it stands for, and who waits.
//!
//! The machine is a cache of rows. An event takes its messages out of sight, commits one batch, and
//! then says how they stand; if the commit fails they stand as before.

use crate::attributes::Settings;
use crate::content::Checked;
use crate::line::{Line, Place};
use crate::machine::{Entry, Machine, Seen, SeenKey, State as Stand, Taken};
use crate::records::key;
use crate::records::mark::MARKS;
use crate::records::message::{MESSAGES, Message};
use crate::records::queue::Queue;
use crate::records::seen::{self, SEEN, Used};
use crate::records::sight::SIGHTS;
use crate::{errors, machine};
use platform::{Context, Error, Lease, Platform, Refused, Result};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::Batch;
use tokio::sync::{Notify, RwLock};

/// How far ahead of its time a queue's mark is set, in numbers: a minute.
const AHEAD: u64 = 60_000 << 20;
/// The end of a wait that has none.
pub const NEVER: i64 = i64::MAX;
/// The most old rows that are removed along with something else.
const OLD_AT_ONCE: usize = 100;

/// A queue that this process serves.
pub struct Live {
    /// The key of its record.
    pub key: Vec<u8>,
    /// Its id.
    pub id: String,
    /// Its ARN.
    pub arn: String,
    /// The ground.
    pub platform: Arc<Platform>,
    /// What makes it this process's, where there are others.
    lease: Option<Lease>,
    state: Mutex<State>,
    /// Read while a commit about messages is under way, written when the queue ends.
    pub turn: Arc<RwLock<()>>,
    /// One change of its record at a time.
    pub changing: tokio::sync::Mutex<()>,
    /// A commit about messages has ended.
    settled: Notify,
    /// When something was last done with it.
    pub active_ms: AtomicI64,
}

/// Whether a queue is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// It is.
    Open,
    /// It was deleted, or belongs to another process.
    Closed,
    /// Nobody knows what became of a commit, so that its rows may be other than what is in memory: it
    /// is to be read anew.
    InDoubt,
}

/// What a queue is in memory.
pub struct State {
    /// Its record.
    pub queue: Queue,
    /// What its attributes mean.
    pub settings: Settings,
    /// Its messages.
    pub machine: Machine,
    /// Who waits.
    pub line: Line,
    /// The number that was given last.
    last: u64,
    /// Up to where numbers may be given without saying so.
    mark: u64,
    /// Whether it is served here, and if not, why.
    pub life: Life,
    /// Messages that are too old and whose rows are still there.
    old: Vec<u64>,
    /// Receives by their attempt's id: until when it counts, and what was given.
    pub attempts: BTreeMap<String, (i64, Vec<(u64, u32)>)>,
    /// When it was purged last.
    pub purged_ms: Option<i64>,
}

/// A message that was sent.
pub struct Sent {
    /// Its number.
    pub seq: u64,
    /// Its id.
    pub message_id: String,
    /// It had been sent before, with this id.
    repeats: Option<SeenKey>,
}

impl State {
    /// A queue as its rows are.
    pub fn new(queue: Queue, machine: Machine, last: u64) -> Self {
        let settings = Settings::of(&queue);
        let (line, old, attempts) = (Line::default(), Vec::new(), BTreeMap::new());
        Self {
            queue,
            settings,
            machine,
            line,
            last,
            mark: 0,
            life: Life::Open,
            old,
            attempts,
            purged_ms: None,
        }
    }

    /// How often a message is received before it dies.
    pub fn limit(&self) -> Option<u32> {
        self.settings.redrive.as_ref().map(|redrive| redrive.limit)
    }

    /// The next number. Numbers begin with the time, so that they also rise when a queue is made
    /// anew; the mark is set where they have come past it.
    fn number(&mut self, now: i64, batch: Batch, queue_id: &str) -> Result<(u64, Batch)> {
        let by_clock = u64::try_from(now).unwrap_or(0) << 20;
        self.last = by_clock.max(self.last + 1);
        if self.last <= self.mark {
            return Ok((self.last, batch));
        }
        self.mark = self.last + AHEAD;
        Ok((self.last, batch.put(MARKS.table, queue_id, MARKS.encode(&self.mark)?)))
    }

    /// The mark may not be stored: it is set again with the next number.
    pub fn forget_mark(&mut self) {
        self.mark = 0;
    }

    /// Whether no commit about a message is under way.
    pub fn is_settled(&self, seq: u64) -> bool {
        self.machine.get(seq).is_none_or(|entry| entry.state != Stand::Busy)
    }

    /// Forgets what is too old.
    pub fn age(&mut self, now: i64) {
        let before = now.saturating_sub(self.settings.retention_ms);
        self.old.extend(self.machine.expire(before, OLD_AT_ONCE));
    }

    /// Takes messages for a receive.
    pub fn take(&mut self, now: i64, most: usize) -> Taken {
        self.age(now);
        let limit = self.limit();
        self.machine.take(now, most, limit)
    }

    /// Gives what can be given to those who wait.
    pub fn serve(&mut self, now: i64) {
        if self.line.is_empty() {
            return;
        }
        self.age(now);
        let limit = self.limit();
        let take = |machine: &mut Machine, most| machine.take(now, most, limit);
        self.line.serve(&mut self.machine, take, Machine::untake);
        self.line.tell(self.machine.next_due());
    }
}

impl Live {
    /// A queue with its rows' state.
    pub fn new(
        platform: Arc<Platform>,
        (key, arn): (Vec<u8>, String),
        lease: Option<Lease>,
        state: State,
    ) -> Arc<Self> {
        let id = state.queue.id.clone();
        let (turn, changing, settled) = Default::default();
        let (state, active_ms) = (Mutex::new(state), platform.clock.now().millis().into());
        Arc::new(Self { key, id, arn, platform, lease, state, turn, changing, settled, active_ms })
    }

    /// The time, in milliseconds since the epoch.
    pub fn now(&self) -> i64 {
        self.platform.clock.now().millis()
    }

    /// Its state, whatever it is.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Its state, as long as it is there.
    ///
    /// # Errors
    /// It is gone, or another process may have it.
    pub fn open(&self) -> Result<MutexGuard<'_, State>> {
        let state = self.state();
        match state.life {
            Life::Open => Ok(state),
            Life::InDoubt => Err(errors::not_now()),
            Life::Closed if self.lease.is_some() => Err(errors::elsewhere()),
            Life::Closed => Err(errors::no_queue()),
        }
    }

    /// Whether another process may have taken it.
    pub fn is_lost(&self) -> bool {
        self.lease.as_ref().is_some_and(Lease::is_lost)
    }

    /// Whether it is to be read anew.
    pub fn is_in_doubt(&self) -> bool {
        self.state().life == Life::InDoubt
    }

    /// What a batch of another queue demands that also writes rows of this one.
    pub fn demand(&self, batch: Batch) -> Batch {
        match &self.lease {
            Some(lease) => lease.demand(batch),
            None => batch,
        }
    }

    /// Commits a batch about this queue. If nobody knows what became of it, the queue is in doubt, and
    /// so is whoever else it was about.
    ///
    /// # Errors
    /// The storage's; another process has taken the queue.
    pub async fn commit(&self, batch: Batch) -> Result<()> {
        let made = match &self.lease {
            None => self.platform.store.tables.commit(batch).await.map_err(Refused::Store),
            Some(lease) => lease.commit(batch).await,
        };
        match &made {
            Err(Refused::Lost) => self.close(),
            Err(Refused::Store(store::Error::Unknown(_) | store::Error::Io(_))) => self.doubt(),
            Ok(()) | Err(Refused::Store(_)) => {}
        }
        made.map_err(Error::from)
    }

    /// Makes sure that what was just seen in memory is the truth, for an answer with which nothing is
    /// committed: another process may serve the queue by now, and know more.
    ///
    /// # Errors
    /// The storage's; another process has taken the queue.
    pub async fn confirm(&self) -> Result<()> {
        let Some(lease) = &self.lease else { return Ok(()) };
        match lease.confirm().await {
            Ok(()) => Ok(()),
            Err(Refused::Lost) => {
                self.close();
                Err(errors::elsewhere())
            }
            Err(refused) => Err(Error::from(refused)),
        }
    }

    /// Whether other processes might serve it.
    pub fn has_lease(&self) -> bool {
        self.lease.is_some()
    }

    /// Lets another process take it.
    pub async fn give_up(&self) {
        if let Some(lease) = &self.lease {
            self.close();
            lease.give_up().await;
        }
    }

    /// Ends its life in this process; whoever waits is sent away.
    pub fn close(&self) {
        self.end(Life::Closed);
    }

    /// Lets it be read anew; whoever waits is sent away.
    pub fn doubt(&self) {
        self.end(Life::InDoubt);
    }

    fn end(&self, life: Life) {
        let mut state = self.state();
        state.life = life;
        state.line.dismiss();
    }

    /// Sends messages, all in one commit.
    ///
    /// # Errors
    /// Nothing was sent, as far as it is known.
    pub async fn send(&self, sender: &str, messages: Vec<Checked>) -> Result<Vec<Sent>> {
        let turn = self.turn.read().await;
        let now = self.now();
        let (batch, sent) = self.enter(now, sender, messages)?;
        let made = if batch.writes.is_empty() { Ok(()) } else { self.commit(batch).await };
        drop(turn);
        self.stored(now, &sent, made.is_ok());
        made?;
        for Sent { seq, repeats, .. } in &sent {
            let Some(id) = repeats else { continue };
            let is_done = |it: &mut State| !it.machine.get(*seq).is_some_and(Entry::is_pending);
            self.until_settled(is_done).await;
            // If the first attempt was not stored, nothing was sent.
            let first = self.open()?.machine.seen.find(id, now).map(|(first, _)| first);
            if first != Some(*seq) {
                return Err(errors::not_now());
            }
        }
        Ok(sent)
    }

    /// Shows messages that are stored now, and forgets those that are not.
    fn stored(&self, now: i64, sent: &[Sent], is_stored: bool) {
        let mut state = self.state();
        for fresh in sent.iter().filter(|it| it.repeats.is_none()) {
            if is_stored {
                state.show(fresh.seq);
            } else {
                state.machine.remove(fresh.seq);
                state.machine.seen.forget_message(fresh.seq);
                state.forget_mark();
            }
        }
        state.serve(now);
        drop(state);
        self.settled();
    }

    /// Says that a commit about messages has ended.
    pub fn settled(&self) {
        self.settled.notify_waiters();
    }

    /// Waits until a commit about messages has ended, unless `is_done` by then.
    pub async fn until_settled(&self, is_done: impl Fn(&mut State) -> bool) {
        loop {
            let settled = self.settled.notified();
            if is_done(&mut self.state()) {
                return;
            }
            settled.await;
        }
    }

    /// Numbers messages and puts them into the machine, out of sight.
    pub fn enter(
        &self,
        now: i64,
        sender: &str,
        messages: Vec<Checked>,
    ) -> Result<(Batch, Vec<Sent>)> {
        let mut state = self.open()?;
        let mut batch = Batch::new();
        if state.settings.is_fifo {
            for ended in state.machine.seen.expire(now, 4) {
                batch = batch.delete(SEEN.table, seen::key(&self.id, &ended));
            }
        }
        let mut sent = Vec::with_capacity(messages.len());
        for Checked { mut message, delay_ms, seen } in messages {
            let before = seen.as_ref().and_then(|it| state.machine.seen.find(it, now));
            if let Some((seq, message_id)) = before {
                let message_id = message_id.to_owned();
                sent.push(Sent { seq, message_id, repeats: seen });
                continue;
            }
            message.id = self.platform.ids.uuid();
            (message.sent_ms, message.sender) = (now, sender.to_owned());
            message.delayed_until_ms = (delay_ms > 0).then_some(now + delay_ms);
            let seq;
            (seq, batch) = self.add(&mut state, now, &message, batch)?;
            if let Some(id) = seen {
                batch = self.note(&mut state.machine.seen, batch, now, id, (seq, &message.id))?;
            }
            sent.push(Sent { seq, message_id: message.id, repeats: None });
        }
        Ok((batch, sent))
    }

    fn note(
        &self,
        seen: &mut Seen,
        batch: Batch,
        now: i64,
        id: SeenKey,
        (seq, message_id): (u64, &str),
    ) -> Result<Batch> {
        let until_ms = now + machine::WINDOW_MS;
        let used = Used { seq, message_id: message_id.to_owned(), until_ms };
        let batch = batch.put(SEEN.table, seen::key(&self.id, &id), SEEN.encode(&used)?);
        seen.note(id, seq, used.message_id, until_ms);
        Ok(batch)
    }

    /// Gives a message its number and puts it into the machine, out of sight.
    pub fn add(
        &self,
        state: &mut State,
        now: i64,
        message: &Message,
        batch: Batch,
    ) -> Result<(u64, Batch)> {
        let (seq, batch) = state.number(now, batch, &self.id)?;
        let batch = batch.put(MESSAGES.table, key(&self.id, seq), MESSAGES.encode(message)?);
        let group = message.group.as_deref().filter(|_| state.settings.is_fifo).map(Arc::from);
        let delay = message.delayed_until_ms;
        state.machine.insert(seq, Entry::pending(message.sent_ms, group, delay));
        Ok((seq, batch))
    }

    /// A batch that also removes rows of messages that are too old.
    pub fn sweep(&self, state: &mut State, batch: Batch) -> Batch {
        let old = std::mem::take(&mut state.old);
        old.into_iter().fold(batch, |batch, seq| self.erase(batch, seq))
    }

    /// A batch that also removes a message's rows.
    pub fn erase(&self, batch: Batch, seq: u64) -> Batch {
        let key = key(&self.id, seq);
        batch.delete(MESSAGES.table, key.clone()).delete(SIGHTS.table, key)
    }

    /// Takes messages, waiting for them until `end` at most, or until nobody wants them any more.
    ///
    /// # Errors
    /// The queue is gone, or too much of it is in flight.
    pub async fn take(&self, cx: &Context, most: usize, end: i64) -> Result<Taken> {
        let place = {
            let mut state = self.open()?;
            let now = self.now();
            if state.line.is_empty() || end <= now {
                let taken = state.take(now, most);
                if taken.is_empty() && state.is_full(now) {
                    return Err(errors::over_limit());
                }
                if !taken.is_empty() || end <= now {
                    return Ok(taken);
                }
            }
            let place = state.line.join(most);
            state.serve(now);
            place
        };
        Ok(self.stand_in(cx, place, end).await)
    }

    /// Waits in the line. Whoever stands first looks at the clock for all.
    async fn stand_in(&self, cx: &Context, mut place: Place, end: i64) -> Taken {
        let mut unwanted = false;
        loop {
            let now = self.now();
            let due = {
                let mut state = self.state();
                if unwanted || now >= end {
                    if !unwanted {
                        // Its end and a message may have come at once, as when a clock is turned.
                        state.serve(now);
                    }
                    state.line.leave(place.ticket);
                    state.serve(now);
                    return place.reply.try_recv().unwrap_or_default();
                }
                let is_first = state.line.is_first(place.ticket);
                if is_first {
                    // Also where nothing is due any more: who counts messages lets them come into
                    // sight, and serves nobody.
                    state.serve(now);
                }
                state.machine.next_due().filter(|_| is_first)
            };
            let until = due.map_or(end, |due| due.min(end));
            tokio::select! {
                biased;
                // Without an answer everybody was sent away.
                taken = &mut place.reply => return taken.unwrap_or_default(),
                () = place.look.notified() => {}
                () = cx.until_unwanted() => unwanted = true,
                () = self.pause(now, until) => {}
            }
        }
    }

    async fn pause(&self, now: i64, until: i64) {
        if until == NEVER {
            return std::future::pending().await;
        }
        let pause = Duration::from_millis(u64::try_from(until - now).unwrap_or(0));
        self.platform.clock.sleep(pause).await;
    }
}

impl State {
    /// Says that a message that was sent is stored.
    pub fn show(&mut self, seq: u64) {
        let delay = self.machine.get(seq).and_then(|entry| entry.delay());
        self.machine.settle(seq, delay.map_or(Stand::Visible, Stand::Delayed));
    }

    /// Whether a standard queue gives nothing since too much is in flight.
    fn is_full(&mut self, now: i64) -> bool {
        let counts = self.machine.counts(now);
        !self.settings.is_fifo && counts.visible > 0 && counts.in_flight >= machine::IN_FLIGHT
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use platform::testing::soon;

    #[tokio::test]
    async fn what_repeats_a_message_that_is_not_stored_is_not_sent() {
        let at = setting().await;
        let url = at.queue("q.fifo", &[("FifoQueue", "true")]).await;
        let queue = at.sqs.queue(&at.cx, &url).await.unwrap();
        let message = || Checked {
            message: Message { group: Some("g".into()), ..Message::default() },
            delay_ms: 0,
            seen: Some((String::new(), "d".into())),
        };
        let (_, first) = queue.enter(queue.now(), "me", vec![message()]).unwrap();
        let (other, again) = (queue.clone(), message());
        let repeated = tokio::spawn(async move { other.send("me", vec![again]).await.is_ok() });
        tokio::task::yield_now().await;
        queue.stored(queue.now(), &first, false);
        assert!(!soon(repeated).await.unwrap());
        assert!(queue.send("me", vec![message()]).await.is_ok());
        assert_eq!(at.receive(&url, 10).await.len(), 1);
    }
}
