//! The task that moves one shard's records to a mapping's function.
//!
//! It does what the [`Machine`] says and tells it what happened. It waits for a wake-up of the
//! shard or the function, for an answer, for the machine's deadline or for the end; without any of
//! these it does nothing. What is given up goes to
//! [`Disposal`](crate::disposal::Disposal).

use crate::counts::{self, EventCounts};
use crate::disposal::Discarded;
use crate::ended::{Ended, pending_unless};
use crate::letter::Said;
use crate::live::Live;
use crate::machine::{Action, Event, GivenUp, Machine, Memory, Outcome, Record, Slice};
use crate::pipelines::Ground;
use crate::records::checkpoint::{self, CHECKPOINTS, Checkpoint, Position};
use crate::records::mapping::Mapping;
use crate::status::{Progress, SharedProgress};
use crate::stream::{self, Pages, Reader};
use crate::target::{self, Answered};
use platform::{BoxFuture, Error, Failure, Lease, Reason, Result, Topic, Wakeup, seconds};
use shapes::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use store::Batch;
use tokio::task::JoinSet;

/// One shard of one mapping.
pub(crate) struct Poller {
    ground: Arc<Ground>,
    live: Arc<Live>,
    lease: Arc<Lease>,
    mapping: Arc<Mapping>,
    shard_id: Arc<str>,
    machine: Machine,
    stop: Wakeup,
    told_to_stop: bool,
    reader: Option<Reader>,
    read: Option<BoxFuture<'static, (Reader, Result<Pages>)>>,
    answers: JoinSet<Answer>,
    /// What was last said of each lane's batches.
    said: BTreeMap<usize, Said>,
    /// Up to where everything is delivered or disposed of.
    position: Position,
    /// What the machine says has to be known beyond that.
    memory: Memory,
    /// Whether one of these has changed since a checkpoint was last begun to be kept.
    to_save: bool,
    saved: Option<BoxFuture<'static, Result<()>>>,
    progress: SharedProgress,
    /// Why a lane's batch has failed just now, until it is told.
    failed: Option<(usize, Reason)>,
    ended: Option<Ended>,
}

/// What a poller is woken by.
struct Wakeups {
    /// There is something to read.
    records: Wakeup,
    /// The function has changed. Where that is not heard, what failed is offered after its pause.
    function: Wakeup,
}

/// What has become of a lane's work.
enum Answer {
    /// The function's answer for a batch.
    Offered {
        /// The lane.
        lane: usize,
        /// How many records the batch has.
        count: usize,
        /// What the function said.
        answered: Answered,
    },
    /// Whether what was given up is disposed of.
    Disposed {
        /// The lane.
        lane: usize,
        /// How many records it is.
        count: usize,
        /// Whether it is.
        result: Result<()>,
    },
}

/// What the poller waits for.
enum Happened {
    Machine(Event),
    Read(Reader, Result<Pages>),
    Answered(Answer),
    Saved(Result<()>),
}

impl Poller {
    /// A poller that goes on from a checkpoint.
    pub fn new(
        ground: &Arc<Ground>,
        live: &Arc<Live>,
        lease: &Arc<Lease>,
        mapping: &Arc<Mapping>,
        shard_id: &str,
        checkpoint: Checkpoint,
        stop: Wakeup,
    ) -> Self {
        let Checkpoint { position, memory, .. } = checkpoint;
        let progress = SharedProgress::default();
        {
            let mut progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
            progress.status.shard_id = shard_id.to_owned();
            progress.status.position = name(&position).to_owned();
        }
        live.show_shard(shard_id, &progress);
        let cx = target::context(&ground.platform, mapping);
        let shard_id: Arc<str> = shard_id.into();
        Self {
            ground: ground.clone(),
            live: live.clone(),
            lease: lease.clone(),
            mapping: mapping.clone(),
            reader: Some(Reader::new(cx, mapping, &shard_id, position.clone())),
            shard_id,
            machine: Machine::new(mapping.settings.rules().under(ground.limits), memory.clone()),
            position,
            memory,
            to_save: false,
            stop,
            told_to_stop: false,
            read: None,
            answers: JoinSet::new(),
            said: BTreeMap::new(),
            saved: None,
            progress,
            failed: None,
            ended: None,
        }
    }

    /// Runs until the shard ends, is lost, or the poller is told to stop.
    pub async fn run(mut self) -> Ended {
        let all = &self.ground.platform.wakeups;
        let function = self.mapping.unqualified_function_arn().into();
        let mut wakeups = Wakeups {
            records: all.subscribe(stream::topic(&self.mapping, &self.shard_id)),
            function: all.subscribe(Topic::Function(function)),
        };
        let mut event = Event::Available;
        loop {
            let now = self.ground.platform.clock.now();
            for action in self.machine.step(now, event) {
                self.act(now, action);
            }
            self.tell_failed(now);
            self.save();
            self.show();
            if let Some(ended) = self.ended {
                let kept = self.save_the_rest(ended).await;
                self.live.hide_shard(&self.shard_id);
                return if kept { ended } else { Ended::Lost };
            }
            event = loop {
                let happened = self.wait(&mut wakeups).await;
                if let Some(event) = self.note(happened) {
                    break event;
                }
            };
        }
    }

    fn act(&mut self, now: Timestamp, action: Action) {
        match action {
            Action::Read { limit } => {
                if let Some(mut reader) = self.reader.take() {
                    self.read = Some(Box::pin(async move {
                        let result = reader.read(limit).await;
                        (reader, result)
                    }));
                }
            }
            Action::Invoke { lane, batch, window } => self.offer(now, lane, batch, window),
            Action::Checkpoint(sequence) => {
                self.position = Position::After(sequence.to_string());
                self.to_save = true;
            }
            Action::Remember(memory) => {
                self.memory = memory;
                self.to_save = true;
            }
            Action::Dispose { lane, records, reason, attempts } => {
                let said = self.said.get(&lane).filter(|_| attempts > 0).cloned();
                let (mapping, shard_id) = (self.mapping.clone(), self.shard_id.clone());
                let count = records.len();
                self.tell_discarded(count, reason, attempts);
                let discarded = Discarded { mapping, shard_id, records, reason, attempts, said };
                let disposing = self.ground.disposal.dispose(discarded);
                self.answers.spawn(async move {
                    Answer::Disposed { lane, count, result: disposing.await }
                });
            }
            Action::Finished => self.ended = Some(Ended::Finished),
            Action::Stopped => self.ended = Some(Ended::Stopped),
        }
    }

    fn offer(
        &mut self,
        now: Timestamp,
        lane: usize,
        batch: Vec<Arc<Record>>,
        window: Option<Slice>,
    ) {
        if let Some(last) = batch.last() {
            let age = (now.millis() - last.arrival.millis()).max(0);
            self.note_progress(|progress| progress.status.iterator_age_ms = Some(age));
            counts::tell_iterator_age(&self.ground.platform, &self.mapping, now, age);
        }
        let count = batch.len();
        self.count(|counts| counts.invoked += count as u64);
        let (platform, mapping) = (self.ground.platform.clone(), self.mapping.clone());
        let shard_id = self.shard_id.clone();
        self.answers.spawn(async move {
            let window = window.as_ref();
            let offered = target::offer(&platform, &mapping, &shard_id, &batch, window);
            Answer::Offered { lane, count, answered: offered.await }
        });
    }

    async fn wait(&mut self, wakeups: &mut Wakeups) -> Happened {
        let clock = &self.ground.platform.clock;
        let mut deadline = self.machine.deadline().map(|at| {
            let wait = (at.millis() - clock.now().millis()).max(0);
            clock.sleep(Duration::from_millis(wait.unsigned_abs()))
        });
        tokio::select! {
            // In this order, so that what is always ready keeps nothing else from its turn.
            biased;
            () = self.stop.woken(), if !self.told_to_stop => {
                self.told_to_stop = true;
                Happened::Machine(Event::Stop)
            }
            Some(joined) = self.answers.join_next() => match joined {
                Ok(answer) => Happened::Answered(answer),
                Err(error) => {
                    tracing::error!(%error, "a batch was left without an answer");
                    self.ended = Some(Ended::Lost);
                    Happened::Machine(Event::Stop)
                }
            },
            result = pending_unless(&mut self.saved) => {
                self.saved = None;
                Happened::Saved(result)
            }
            (reader, result) = pending_unless(&mut self.read) => {
                self.read = None;
                Happened::Read(reader, result)
            }
            () = wakeups.function.told() => Happened::Machine(Event::FunctionChanged),
            () = pending_unless(&mut deadline) => Happened::Machine(Event::Timer),
            () = wakeups.records.woken() => Happened::Machine(Event::Available),
        }
    }

    /// What the machine has to know of it.
    fn note(&mut self, happened: Happened) -> Option<Event> {
        match happened {
            Happened::Machine(event) => Some(event),
            Happened::Read(reader, result) => {
                self.reader = Some(reader);
                Some(self.note_read(result))
            }
            Happened::Answered(answer) => Some(self.note_answer(answer)),
            Happened::Saved(Ok(())) => {
                self.save();
                None
            }
            Happened::Saved(Err(_)) if self.lease.is_lost() => {
                self.told_to_stop = true;
                Some(Event::Stop)
            }
            Happened::Saved(Err(error)) => {
                // The next checkpoint covers this one; until then the records stay due.
                tracing::error!(mapping = self.mapping.uuid, %error, "a checkpoint was not kept");
                None
            }
        }
    }

    fn note_answer(&mut self, answer: Answer) -> Event {
        match answer {
            Answer::Offered { lane, count, answered } => {
                let Answered { outcome, state, result, said, reason } = answered;
                self.tally(count, outcome, reason.as_ref());
                self.failed = reason.map(|reason| (lane, reason));
                let failed = match outcome {
                    Outcome::Delivered => 0,
                    Outcome::FailedFrom(first) => count.saturating_sub(first),
                    Outcome::Failed | Outcome::TooLarge | Outcome::NotReached => count,
                };
                self.count(|counts| counts.failed_invoke += failed as u64);
                if let Some(said) = said {
                    self.said.insert(lane, said);
                }
                self.live.set_result(&result);
                self.note_progress(|progress| progress.status.last_result = Some(result));
                Event::Invoked { lane, outcome, state }
            }
            Answer::Disposed { lane, count, result } => {
                if result.is_ok() {
                    self.note_disposed(count);
                }
                if let Err(error) = &result {
                    let (mapping, shard) = (&*self.mapping.uuid, &*self.shard_id);
                    tracing::error!(mapping, shard, %error, "records that were given up are kept");
                    let cx = target::context(&self.ground.platform, &self.mapping);
                    self.live.set_result(&target::problem(error, &cx));
                }
                Event::Disposed { lane, done: result.is_ok() }
            }
        }
    }

    fn tally(&self, count: usize, outcome: Outcome, reason: Option<&Reason>) {
        let taken = match outcome {
            Outcome::Delivered => count,
            Outcome::FailedFrom(first) => first.min(count),
            Outcome::Failed | Outcome::TooLarge | Outcome::NotReached => 0,
        };
        self.live.tally(|tally| {
            let is_run = !matches!(outcome, Outcome::NotReached | Outcome::TooLarge);
            tally.invocations += u64::from(is_run);
            tally.errors +=
                u64::from(!matches!(outcome, Outcome::Delivered | Outcome::FailedFrom(_)));
            tally.records += taken as u64;
            if let Some(reason) = reason {
                tally.reason = Some(reason.line.clone());
            }
        });
    }

    /// Tells who runs the server why a batch has failed, and what the machine does with it.
    fn tell_failed(&mut self, now: Timestamp) {
        let Some((lane, reason)) = self.failed.take() else { return };
        let (attempt, next) = match self.machine.next_try(lane) {
            Some((failures, Some(at))) if at > now => {
                (Some(failures), format!("again in {}", seconds(at.millis() - now.millis())))
            }
            Some((failures, _)) => (Some(failures), "again at once".to_owned()),
            None => (None, "not again".to_owned()),
        };
        let attempt = attempt.map(|failures| failures.max(1));
        self.tell("an invocation failed", &reason, attempt, &next);
    }

    fn tell_discarded(&self, count: usize, reason: GivenUp, attempts: u32) {
        let why = match reason {
            GivenUp::RetriesExhausted => "all retries are made",
            GivenUp::TooOld => "they are too old",
        };
        let reason = Reason::new("", &format!("{count} records: {why}"));
        let next = match &self.mapping.settings.on_failure {
            Some(letterbox) => format!("written of to {}", letterbox.arn()),
            None => "gone: the mapping has no on-failure destination".to_owned(),
        };
        self.tell("records are discarded", &reason, Some(attempts), &next);
    }

    fn tell(&self, what: &'static str, error: &Reason, attempt: Option<u32>, next: &str) {
        let by = format!("{} {}", self.mapping.title(), self.shard_id);
        let function = &self.mapping.function_title();
        let failure = Failure { what, function, by: &by, error, attempt, next };
        self.ground.platform.failures.tell(failure);
    }

    fn note_disposed(&self, count: usize) {
        self.live.tally(|tally| tally.discarded += count as u64);
        let is_written = self.mapping.settings.on_failure.is_some();
        self.count(|counts| {
            counts.dropped += count as u64;
            if is_written {
                counts.on_failure_destination_delivered += count as u64;
            }
        });
    }

    fn count(&self, change: impl FnOnce(&mut EventCounts)) {
        self.live.count(&self.ground.platform, &self.mapping, change);
    }

    fn note_read(&mut self, result: Result<Pages>) -> Event {
        match result {
            Ok(pages) => {
                self.note_progress(|progress| progress.behind_ms = pages.behind_ms);
                let records = &pages.page.records;
                self.count(|counts| {
                    counts.polled += records.len() as u64;
                    counts.filtered_out += records.iter().filter(|it| !it.wanted).count() as u64;
                });
                Event::Read(pages.page)
            }
            Err(error) => {
                let cx = target::context(&self.ground.platform, &self.mapping);
                self.live.set_result(&target::problem(&error, &cx));
                if !error.is_server_fault() && !self.machine.is_at_work() && is_lost(&error) {
                    self.ended = Some(Ended::Lost);
                }
                Event::ReadFailed
            }
        }
    }

    /// Keeps the newest checkpoint; those that come while one is being kept are kept as one.
    fn save(&mut self) {
        if self.to_save && self.saved.is_none() {
            self.to_save = false;
            let position = name(&self.position).to_owned();
            self.note_progress(|progress| progress.status.position = position);
            self.saved = Some(self.commit());
        }
    }

    /// Keeps a checkpoint, unless another process moves the mapping's records by now.
    fn commit(&self) -> BoxFuture<'static, Result<()>> {
        let key = checkpoint::key(&self.mapping, &self.shard_id);
        let (position, memory) = (self.position.clone(), self.memory.clone());
        let checkpoint = Checkpoint { position, result: Some(self.live.result()), memory };
        let lease = self.lease.clone();
        Box::pin(async move {
            let value = CHECKPOINTS.encode(&checkpoint)?;
            Ok(lease.commit(Batch::new().put(CHECKPOINTS.table, key, value)).await?)
        })
    }

    /// Whether the last checkpoint is kept.
    async fn save_the_rest(&mut self, ended: Ended) -> bool {
        if let Some(saved) = self.saved.take() {
            let _ = saved.await;
        }
        if ended == Ended::Finished {
            self.position = Position::End;
            self.to_save = true;
        }
        if !self.to_save {
            return true;
        }
        let committed = self.commit().await;
        if let Err(error) = committed.as_ref()
            && !self.lease.is_lost()
        {
            tracing::error!(mapping = self.mapping.uuid, %error, "a checkpoint was not kept");
        }
        committed.is_ok()
    }

    fn show(&self) {
        let in_flight = self.machine.in_flight();
        let oldest = self.machine.oldest_arrival();
        self.note_progress(|progress| {
            progress.status.in_flight = in_flight;
            progress.oldest_arrival_ms = oldest.map(Timestamp::millis);
        });
    }

    fn note_progress(&self, change: impl FnOnce(&mut Progress)) {
        change(&mut self.progress.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// Whether reading on from here cannot succeed: the stream is not there, or is another one.
fn is_lost(error: &Error) -> bool {
    use shapes::kinesis::errors as kinesis;
    error.is(&kinesis::RESOURCE_NOT_FOUND_EXCEPTION)
        || error.is(&kinesis::INVALID_ARGUMENT_EXCEPTION)
}

fn name(position: &Position) -> &str {
    match position {
        Position::TrimHorizon => "TRIM_HORIZON",
        Position::Timestamp(_) => "AT_TIMESTAMP",
        Position::Latest { .. } => "LATEST",
        Position::After(sequence) => sequence,
        Position::End => "SHARD_END",
    }
}
