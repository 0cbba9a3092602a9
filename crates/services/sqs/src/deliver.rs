//! What is received, and what goes to another queue instead: one commit for all of it.

use crate::live::Live;
use crate::machine::{State as Stand, Taken};
use crate::records::key;
use crate::records::message::{MESSAGES, Message};
use crate::records::sight::{SIGHTS, Sight};
use crate::{Sqs, errors, names};
use platform::{Context, Result};
use shapes::sqs::errors::QUEUE_DOES_NOT_EXIST;
use std::sync::Arc;
use store::Batch;

/// How long the dead wait for a queue that cannot be reached.
const PAUSE_MS: i64 = 1000;

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
    to: Arc<Live>,
    /// Their numbers there.
    seqs: Vec<u64>,
}

impl Sqs {
    /// Takes messages and gives them, once it is stored that they were received. Those that were
    /// received too often go to the dead-letter queue meanwhile.
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
        loop {
            let end = if self.is_resting() { 0 } else { end };
            let taken = queue.take(cx, most, end).await?;
            if taken.is_empty() {
                return Ok(Vec::new());
            }
            let received = self.give(cx, queue, taken, visibility_ms).await?;
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
        visibility_ms: i64,
    ) -> Result<Vec<Received>> {
        let _turn = queue.turn.read().await;
        let target = self.dead_letter_queue(cx, queue, &mut taken).await;
        let done = self.store(queue, &taken, target, visibility_ms).await;
        let mut state = queue.state();
        let now = queue.now();
        match &done {
            Ok((_, passage)) => {
                for (seq, _) in &taken.given {
                    let until = now + visibility_ms;
                    let stand =
                        if visibility_ms > 0 { Stand::InFlight(until) } else { Stand::Visible };
                    state.machine.settle(*seq, stand);
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

    /// Where the dead go. If it is not there any more they are received as ever; if it cannot be
    /// reached they come back a little later.
    async fn dead_letter_queue(
        &self,
        cx: &Context,
        queue: &Live,
        taken: &mut Taken,
    ) -> Option<Arc<Live>> {
        if taken.dead.is_empty() {
            return None;
        }
        let target = queue.state().settings.redrive.clone().map(|redrive| redrive.target);
        let name = target.as_deref().and_then(|target| names::of_arn(cx, target));
        let found = match name {
            Some(name) => self.named(cx, name).await,
            None => Err(errors::no_queue()),
        };
        if let Ok(found) = found {
            return Some(found);
        }
        let is_gone = found.is_err_and(|error| error.is(&QUEUE_DOES_NOT_EXIST));
        let mut state = queue.state();
        for seq in std::mem::take(&mut taken.dead) {
            if is_gone {
                taken.given.extend(state.machine.spare(seq));
            } else {
                // Another process serves it at the moment, or it cannot be read.
                state.machine.settle(seq, Stand::InFlight(queue.now() + PAUSE_MS));
            }
        }
        None
    }

    async fn store(
        &self,
        queue: &Arc<Live>,
        taken: &Taken,
        target: Option<Arc<Live>>,
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
                let sight = Sight { until_ms: now + visibility_ms, count: *count, first_ms };
                batch = batch.put(SIGHTS.table, key(&queue.id, *seq), SIGHTS.encode(&sight)?);
                received.push(Received { seq: *seq, message, count: *count, first_ms });
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
            passage.iter().for_each(Passage::fail);
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
        to: Arc<Live>,
        mut batch: Batch,
        now: i64,
        messages: Vec<Message>,
        renewed: bool,
    ) -> Result<(Batch, Self)> {
        let mut seqs = Vec::with_capacity(messages.len());
        {
            let mut state = to.open()?;
            for mut message in messages {
                if state.settings.is_fifo || renewed {
                    message.sent_ms = now;
                }
                if renewed {
                    message.id = to.platform.ids.uuid();
                }
                message.delayed_until_ms = None;
                let seq;
                (seq, batch) = to.add(&mut state, now, &message, batch)?;
                seqs.push(seq);
            }
        }
        Ok((to.demand(batch), Self { to, seqs }))
    }

    /// They are there.
    pub fn arrive(&self) {
        let now = self.to.now();
        let mut state = self.to.state();
        self.seqs.iter().for_each(|seq| state.show(*seq));
        state.serve(now);
    }

    /// They have not left.
    pub fn fail(&self) {
        let mut state = self.to.state();
        self.seqs.iter().for_each(|seq| state.machine.remove(*seq));
        state.forget_mark();
    }
}
