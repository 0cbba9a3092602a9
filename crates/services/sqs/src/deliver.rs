//! What is received, and what goes to another queue instead: one commit for all of it.

use crate::live::{Live, NEVER};
use crate::machine::{State as Stand, Taken};
use crate::records::key;
use crate::records::message::{MESSAGES, Message};
use crate::records::sight::{SIGHTS, Sight};
use crate::{Sqs, names};
use platform::{Context, Result};
use shapes::sqs::errors::QUEUE_DOES_NOT_EXIST;
use std::sync::Arc;
use store::Batch;
use tokio::sync::OwnedRwLockReadGuard;

/// How long the dead wait for a queue that cannot be reached.
const PAUSE_MS: i64 = 1000;

/// The longest wait of a client.
pub const MOST_WAIT_MS: i64 = 20_000;

/// A message that is received.
pub struct Received {
    /// Its number.
    pub seq: u64,
    /// What was sent.
    pub message: Message,
    /// How often it was received.
    pub count: u32,
    /// When it was received first.
    pub first_ms: i64,
}

/// Messages on their way to another queue.
pub struct Passage {
    to: Target,
    /// Their numbers there.
    seqs: Vec<u64>,
}

/// A queue that messages go to: it is not deleted before they are there.
pub struct Target {
    queue: Arc<Live>,
    _turn: OwnedRwLockReadGuard<()>,
}

/// Whether messages can go to a queue.
pub enum Reach {
    /// Now.
    Now(Target),
    /// Later: another process serves it, it is being deleted, or it cannot be read.
    Later,
    /// Never: there is none.
    Never,
}

impl Sqs {
    /// Takes messages and gives them, once it is stored that they were received. Those that were
    /// received too often go to the dead-letter queue meanwhile. A wait without an end, and longer
    /// than any client's, ends with nothing when there is something: whether it may be received, and
    /// how long it is out of sight, may be other than when the wait began, so that it is asked anew.
    ///
    /// # Errors
    /// The queue is gone; the storage's own.
    pub async fn receive(
        &self,
        cx: &Context,
        queue: &Arc<Live>,
        (most, visibility_ms): (usize, i64),
        end: i64,
    ) -> Result<Vec<Received>> {
        let begun = queue.now();
        loop {
            let end = if self.is_resting() { 0 } else { end };
            let taken = queue.take(cx, most, end).await?;
            if taken.is_empty() {
                return Ok(Vec::new());
            }
            if end == NEVER && queue.now() - begun > MOST_WAIT_MS {
                let mut state = queue.state();
                state.machine.untake(&taken);
                state.serve(queue.now());
                drop(state);
                queue.settled();
                return Ok(Vec::new());
            }
            let received = self.give(cx, queue, taken, (most, visibility_ms)).await?;
            if !received.is_empty() || end <= queue.now() {
                return Ok(received);
            }
        }
    }

    async fn give(
        &self,
        cx: &Context,
        queue: &Arc<Live>,
        mut taken: Taken,
        (most, visibility_ms): (usize, i64),
    ) -> Result<Vec<Received>> {
        let _turn = queue.turn.read().await;
        let target = self.dead_letter_queue(cx, queue, &mut taken, most).await;
        let done = self.store(queue, &taken, target, visibility_ms).await;
        let mut state = queue.state();
        let now = queue.now();
        match &done {
            Ok((_, passage)) => {
                for (seq, _) in &taken.given {
                    state.machine.received(*seq, now);
                    state.machine.settle(*seq, Stand::InFlight(now + visibility_ms));
                }
                taken.dead.iter().for_each(|seq| state.machine.remove(*seq));
                state.serve(now);
                drop(state);
                passage.iter().for_each(Passage::arrive);
            }
            Err(_) => {
                state.machine.untake(&taken);
                state.serve(now);
                drop(state);
            }
        }
        queue.settled();
        done.map(|(received, _)| received)
    }

    /// Whether messages can go to the queue of a name. Whoever is about to delete it goes first, so
    /// that two queues whose dead go to each other do not wait for each other.
    pub async fn reach(&self, cx: &Context, name: Option<&str>) -> Reach {
        let Some(name) = name else { return Reach::Never };
        let queue = match self.named_now(cx, name).await {
            Ok(queue) => queue,
            Err(error) if error.is(&QUEUE_DOES_NOT_EXIST) => return Reach::Never,
            Err(_) => return Reach::Later,
        };
        let Ok(turn) = queue.turn.clone().try_read_owned() else { return Reach::Later };
        if queue.open().is_err() {
            return Reach::Later;
        }
        Reach::Now(Target { queue, _turn: turn })
    }

    /// Where the dead go. If it is not there any more they are received as ever, as far as there is
    /// room for them; if it cannot be reached they come back a little later.
    async fn dead_letter_queue(
        &self,
        cx: &Context,
        queue: &Live,
        taken: &mut Taken,
        most: usize,
    ) -> Option<Target> {
        if taken.dead.is_empty() {
            return None;
        }
        let target = queue.state().settings.redrive.clone().map(|redrive| redrive.target);
        let name = target.as_deref().and_then(|target| names::of_arn(cx, target));
        let reach = self.reach(cx, name).await;
        let is_gone = match reach {
            Reach::Now(target) => return Some(target),
            Reach::Never => true,
            Reach::Later => false,
        };
        let mut state = queue.state();
        let dead = std::mem::take(&mut taken.dead);
        if is_gone {
            taken.given.extend(dead.into_iter().filter_map(|seq| state.machine.spare(seq)));
            if state.settings.is_fifo {
                taken.given.sort_unstable();
            }
            let given = taken.given.split_off(most.min(taken.given.len()));
            state.machine.untake(&Taken { given, dead: Vec::new() });
            return None;
        }
        state.machine.hold_back(taken, &dead);
        for seq in dead {
            state.machine.settle(seq, Stand::InFlight(queue.now() + PAUSE_MS));
        }
        None
    }

    async fn store(
        &self,
        queue: &Arc<Live>,
        taken: &Taken,
        target: Option<Target>,
        visibility_ms: i64,
    ) -> Result<(Vec<Received>, Option<Passage>)> {
        let given = messages(queue, taken.given.iter().map(|(seq, _)| *seq)).await?;
        let dead = messages(queue, taken.dead.iter().copied()).await?;
        let now = queue.now();
        let (mut received, mut batch) = (Vec::new(), Batch::new());
        {
            let mut state = queue.open()?;
            batch = queue.sweep(&mut state, batch);
            for ((seq, count), message) in taken.given.iter().zip(given) {
                let Some(message) = message else { continue };
                let first_ms = state.machine.get(*seq).and_then(|it| it.first_ms).unwrap_or(now);
                let (until_ms, count) = (now + visibility_ms, *count);
                let last_ms = (count > 1).then_some(now);
                let sight = Sight { until_ms, count, first_ms, last_ms };
                batch = batch.put(SIGHTS.table, key(&queue.id, *seq), SIGHTS.encode(&sight)?);
                received.push(Received { seq: *seq, message, count, first_ms });
            }
        }
        batch = taken.dead.iter().fold(batch, |batch, seq| queue.erase(batch, *seq));
        let mut passage = None;
        if let Some(target) = target {
            let died_in = queue.arn.clone();
            let dead = dead.into_iter().flatten();
            let dead = dead.map(|it| Message { died_in: Some(died_in.clone()), ..it });
            let (with, on_way) = Passage::begin(target, batch, now, dead.collect(), false)?;
            (batch, passage) = (with, Some(on_way));
        }
        if let Err(error) = queue.commit(batch).await {
            passage.iter().for_each(|passage| passage.fail(queue));
            return Err(error);
        }
        Ok((received, passage))
    }
}

/// What was sent, by numbers; nothing where there is no row.
pub async fn messages(
    queue: &Live,
    seqs: impl Iterator<Item = u64>,
) -> Result<Vec<Option<Message>>> {
    let keys: Vec<_> = seqs.map(|seq| key(&queue.id, seq)).collect();
    let places: Vec<_> = keys.iter().map(|key| (MESSAGES.table, key.as_slice())).collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let rows = queue.platform.store.tables.get_all(&places).await?;
    let read = keys.iter().zip(rows);
    read.map(|(key, row)| row.map(|row| MESSAGES.decode(key, &row)).transpose()).collect()
}

impl Passage {
    /// Adds messages to a batch that another queue commits. A FIFO queue counts their age anew, and
    /// so does every queue where they are `renewed`.
    ///
    /// # Errors
    /// The queue that they go to is gone.
    pub fn begin(
        to: Target,
        mut batch: Batch,
        now: i64,
        messages: Vec<Message>,
        renewed: bool,
    ) -> Result<(Batch, Self)> {
        let mut seqs = Vec::with_capacity(messages.len());
        {
            let mut state = to.queue.open()?;
            for mut message in messages {
                if state.settings.is_fifo || renewed {
                    message.sent_ms = now;
                }
                if renewed {
                    message.id = to.queue.platform.ids.uuid();
                }
                message.delayed_until_ms = None;
                let seq;
                (seq, batch) = to.queue.add(&mut state, now, &message, batch)?;
                seqs.push(seq);
            }
        }
        Ok((to.queue.demand(batch), Self { to, seqs }))
    }

    /// They are there.
    pub fn arrive(&self) {
        let queue = &self.to.queue;
        let mut state = queue.state();
        self.seqs.iter().for_each(|seq| state.show(*seq));
        state.serve(queue.now());
        drop(state);
        queue.settled();
    }

    /// They have not left, as far as the queue knows that they are to leave.
    pub fn fail(&self, from: &Live) {
        let queue = &self.to.queue;
        // Where it has a lease, that may be what failed: another process has taken it.
        if from.is_in_doubt() || queue.has_lease() {
            queue.doubt();
        }
        let mut state = queue.state();
        self.seqs.iter().for_each(|seq| state.machine.remove(*seq));
        state.forget_mark();
        // What stood behind them in their group does not wait any more.
        state.serve(queue.now());
        drop(state);
        queue.settled();
    }
}
