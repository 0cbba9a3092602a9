//! Events that were accepted and are delivered later ("Invoking a Lambda function asynchronously"
//! and "How Lambda handles errors and retries with asynchronous invocation").
//!
//! An event is durable before its caller hears 202, and is removed only when its function took
//! it, failed on it three times, or six hours went by, and everybody was told of it who is to be
//! ([`letters`]); the function's owner may want it given up earlier. So a function may see an event
//! twice, and a letter may come twice, as on AWS. What to do after an attempt is decided by the pure
//! [`after`], and done on the condition that the event still stands as it was read.
//!
//! An event whose turn it is lies in a lane of storage, from which a bounded number of workers take
//! ([`lanes`]), in a slot of the process that accepted it ([`slots`]). One that is tried again later
//! waits for a deadline, which puts it into a lane of whatever process keeps deadlines.

mod lanes;
mod letters;
mod slots;
mod verdicts;

use crate::counts::Told;
use crate::invocation::{Call, NotRun};
use crate::names::{self, LATEST, Named};
use crate::records::function::Function;
use crate::records::queued::{self, Condition, EVENTS, FIRST_LAYOUT, LATER, Queued};
use crate::versions::Route;
use crate::{Lambda, errors, trace};
use ::functions::{InvokeError, Outcome};
use bytes::Bytes;
use lanes::{Lanes, Unseen};
use platform::{
    Company, Context, Deadline, Deadlines, Error, Failure, Principal, Reason, Refused, Result,
    finish,
};
use shapes::Timestamp;
use slots::{Slot, Slots};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use store::{Batch, KeyRange, Scan};
use tokio::sync::watch;

/// How often an event is tried again on which a function failed, if its owner does not say.
const MAX_RETRIES: u32 = 2;
/// The delays before the second and the third attempt.
const RETRY_MS: [i64; 2] = [60_000, 120_000];
/// How long an event is tried at all, if the function's owner does not say.
const MAX_AGE_MS: i64 = 6 * 3600 * 1000;
/// The first and the longest delay when a function could not be run.
const FIRST_REFUSAL_MS: i64 = 1000;
const LONGEST_REFUSAL_MS: i64 = 300_000;
/// Events of the first layout that are read at once.
const MOVED_AT_ONCE: usize = 16;
/// The first and the longest pause while storage fails.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// How often a process that is not alone looks for what dead ones left.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// The kind of the deadlines of events; the id is the event's.
const KIND: &str = "lambda-event";

/// The deliveries under way.
pub struct Queue {
    stopping: watch::Sender<bool>,
    slots: Slots,
    lanes: Mutex<Lanes>,
}

impl Default for Queue {
    fn default() -> Self {
        let stopping = watch::Sender::new(false);
        Self { stopping, slots: Slots::default(), lanes: Mutex::default() }
    }
}

impl Queue {
    /// Ends deliveries; their events stay.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Leaves the events that stay to other processes.
    pub async fn give_up(&self) {
        self.slots.give_up().await;
    }

    fn lanes(&self) -> MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attempt {
    /// The function is gone.
    Gone,
    /// The function returned.
    Finished,
    /// The function failed.
    Failed,
    /// The function could not be run.
    Refused,
    /// The function runs nothing, and somebody is to be told so.
    Off,
    /// The event has become too old for its owner while it waited.
    TooOld,
    /// The process ends.
    Interrupted,
}

/// An attempt, and what is to be known of it.
struct Tried {
    attempt: Attempt,
    limits: Limits,
    /// As it was then; `None` where it is gone or cannot be read.
    function: Option<Function>,
    /// What it answered, where it was run.
    outcome: Option<Outcome>,
}

impl Tried {
    fn without(attempt: Attempt) -> Self {
        Self { attempt, limits: Limits::default(), function: None, outcome: None }
    }
}

/// What became of an event that a worker took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    /// All that follows from its attempt is kept.
    Settled,
    /// The process ends; it stays.
    Stopped,
}

/// What to do with an event.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// Forget it.
    Remove,
    /// Tell of it as it is now, for it is not tried any more.
    Settle(Queued, Condition),
    /// Keep it as it is now.
    Keep(Queued),
    /// Leave it as it was.
    Leave,
}

/// How long a function's events are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limits {
    retries: u32,
    age_ms: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { retries: MAX_RETRIES, age_ms: MAX_AGE_MS }
    }
}

impl Limits {
    fn of(function: &Function) -> Self {
        let wanted = function.attached.event_invoke.as_ref();
        let retries = wanted.and_then(|wanted| wanted.retries);
        let age_seconds = wanted.and_then(|wanted| wanted.age_seconds);
        Self {
            retries: retries.map_or(MAX_RETRIES, |retries| retries.min(MAX_RETRIES)),
            age_ms: age_seconds.map_or(MAX_AGE_MS, |seconds| i64::from(seconds) * 1000),
        }
    }
}

/// What an attempt at `now_ms` means for its event.
fn after(mut queued: Queued, attempt: Attempt, limits: Limits, now_ms: i64) -> Step {
    let delay = match attempt {
        Attempt::Gone => return Step::Remove,
        Attempt::Finished => return Step::Settle(queued, Condition::Success),
        Attempt::Off => return Step::Settle(queued, Condition::ZeroReservedConcurrency),
        Attempt::TooOld => return Step::Settle(queued, Condition::EventAgeExceeded),
        Attempt::Interrupted => return Step::Leave,
        Attempt::Failed => {
            queued.failures += 1;
            queued.refusals = 0;
            if queued.failures > limits.retries {
                return Step::Settle(queued, Condition::RetriesExhausted);
            }
            RETRY_MS[queued.failures as usize - 1]
        }
        Attempt::Refused => pause_after_refusal(&mut queued),
    };
    queued.due_ms = now_ms + delay;
    match queued.due_ms > queued.accepted_ms + limits.age_ms {
        true => Step::Settle(queued, Condition::EventAgeExceeded),
        false => Step::Keep(queued),
    }
}

/// How long to wait after something was refused once more.
fn pause_after_refusal(queued: &mut Queued) -> i64 {
    let doubled = FIRST_REFUSAL_MS << queued.refusals.min(16);
    queued.refusals = queued.refusals.saturating_add(1);
    doubled.min(LONGEST_REFUSAL_MS)
}

/// The batch, which also has an event wait until it is due.
fn postponed(batch: Batch, id: &[u8], event: &Queued) -> Result<Batch> {
    let batch = batch.put(LATER.table, id, LATER.encode(event)?);
    Ok(Deadlines::set(batch, &Deadline::new(KIND, id, Timestamp(event.due_ms))))
}

impl Lambda {
    /// Accepts an event, durably, for a function whose tracing is active or not.
    pub(crate) async fn enqueue(
        &self,
        cx: &Context,
        named: Named,
        payload: Bytes,
        is_traced: bool,
    ) -> Result<()> {
        let payload = String::from_utf8(payload.into());
        let now = cx.now().millis();
        let arn = names::arn(cx, &named.name);
        let trace = trace::header(cx, cx.trace.as_deref(), &arn, is_traced);
        let qualified = named.qualifier.is_some();
        let event = Queued {
            account: cx.account.to_string(),
            region: cx.region.to_string(),
            function: named.name,
            qualified,
            qualifier: named.qualifier.filter(|qualifier| qualifier != LATEST),
            request_id: cx.request_id.to_string(),
            payload: payload.map_err(|error| errors::bad_content(error.to_string()))?,
            accepted_ms: now,
            due_ms: now,
            failures: 0,
            refusals: 0,
            trace: Some(trace),
            verdict: None,
        };
        let service = self.me.upgrade().ok_or_else(|| Error::internal("the service ends"))?;
        let told = event.named();
        let (id, stored) = (self.platform.ids.uuid(), EVENTS.encode(&event)?);
        finish(async move { service.line_up(&event, id.as_bytes(), stored, Batch::new()).await })
            .await?;
        Told::of(cx, &told).of_event_received();
        Ok(())
    }

    /// Puts an event into a lane of this process, in a commit with this batch.
    async fn line_up(
        self: &Arc<Self>,
        event: &Queued,
        id: &[u8],
        stored: Bytes,
        batch: Batch,
    ) -> Result<()> {
        loop {
            let slot = self.own_slot().await?;
            let lane = queued::lane(slot.number, event);
            let place = queued::place(&lane, event, id);
            let batch = batch.clone().put(EVENTS.table, &place[..], stored.clone());
            self.queue.lanes().announced(&lane, &place);
            let Err(refused) = slot.commit(&*self.platform.store.tables, batch).await else {
                if self.queue.lanes().placed(&lane, &place) {
                    self.begin(slot.number, &lane, Some((place, stored)));
                }
                return Ok(());
            };
            let workers = self.queue.lanes().doubtful(&lane, &place);
            (0..workers).for_each(|_| self.begin(slot.number, &lane, None));
            match refused {
                // Another process took it for dead: this one takes another slot.
                Refused::Lost => {}
                Refused::Store(error) => return Err(error.into()),
            }
        }
    }

    /// A slot of this process, in which events of a dead one are taken up if it had them.
    async fn own_slot(self: &Arc<Self>) -> Result<Arc<Slot>> {
        let (slot, is_new) = self.queue.slots.own(&self.platform).await?;
        if is_new {
            self.resume_slot(slot.number).await?;
        }
        Ok(slot)
    }

    /// Begins what takes up what earlier processes accepted.
    pub(crate) async fn resume_queue(self: &Arc<Self>) -> Result<()> {
        if let Err(error) = self.move_first_layout().await {
            tracing::warn!(%error, "events of an earlier version wait for the next start");
        }
        self.take_up_slots().await?;
        if self.platform.leases.company() == Company::Shared {
            tokio::spawn(keep_looking(self.me.clone(), self.queue.stopping.subscribe()));
        }
        Ok(())
    }

    /// Hands what is due of events that wait to this process's lanes.
    pub(crate) fn keep_deadlines(&self) {
        let service = self.me.clone();
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => finish(service.fall_due(deadline)).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn fall_due(self: Arc<Self>, deadline: Deadline) -> Result<()> {
        let (tables, id) = (&*self.platform.store.tables, &deadline.id[..]);
        let batch = Deadlines::done(Batch::new(), &deadline);
        match LATER.get_with_bytes(tables, id).await? {
            Some((event, stored)) => {
                let batch = batch.equals(LATER.table, id, stored.clone()).delete(LATER.table, id);
                self.line_up(&event, id, stored, batch).await
            }
            None => Ok(tables.commit(batch).await?),
        }
    }

    /// Moves what the first version kept to where events wait.
    async fn move_first_layout(&self) -> Result<()> {
        let (tables, table) = (&*self.platform.store.tables, FIRST_LAYOUT.table);
        loop {
            let found = tables.scan(table, Scan::prefix(b"").limit(MOVED_AT_ONCE)).await?;
            if found.is_empty() {
                return Ok(());
            }
            for (id, stored) in found {
                let event = FIRST_LAYOUT.decode(&id, &stored)?;
                let batch = Batch::new().equals(table, &id[..], stored).delete(table, &id[..]);
                match self.platform.deadlines.commit(postponed(batch, &id, &event)?).await {
                    // Another process was quicker.
                    Err(store::Error::Conflict(_)) => {}
                    committed => committed?,
                }
            }
        }
    }

    /// Takes the slots whose process has died, and goes on with the events in them.
    async fn take_up_slots(self: &Arc<Self>) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let mut range = KeyRange::all();
        loop {
            let scan = Scan { range: range.clone(), limit: 1, reverse: false };
            let found = tables.scan(EVENTS.table, scan).await?;
            let Some(number) = found.first().and_then(|(key, _)| queued::slot_of(key)) else {
                return Ok(());
            };
            if self.queue.slots.take(&self.platform, number).await?.is_some() {
                self.resume_slot(number).await?;
            }
            let Some(next) = number.checked_add(1) else { return Ok(()) };
            range.start = queued::slot_prefix(next).to_vec();
        }
    }

    /// Begins to work on all lanes of a slot that was taken, or leaves it to be taken again.
    async fn resume_slot(self: &Arc<Self>, slot: u32) -> Result<()> {
        let resumed = self.resume_lanes(slot).await;
        if resumed.is_err() {
            self.queue.slots.forget(slot);
        }
        resumed
    }

    async fn resume_lanes(self: &Arc<Self>, slot: u32) -> Result<()> {
        let mut range = KeyRange::prefix(&queued::slot_prefix(slot));
        loop {
            let scan = Scan { range: range.clone(), limit: 1, reverse: false };
            let found = self.platform.store.tables.scan(EVENTS.table, scan).await?;
            let Some((key, _)) = found.first() else { return Ok(()) };
            let Some((lane, _)) = queued::lane_and_id(key) else {
                tracing::error!("an event without a place; it stays");
                range = range.after(key);
                continue;
            };
            let workers = self.queue.lanes().resumed(&lane);
            (0..workers).for_each(|_| self.begin(slot, &lane, None));
            match KeyRange::prefix(&lane).end {
                Some(next) => range.start = next,
                None => return Ok(()),
            }
        }
    }

    /// Begins a worker more on a lane, with this event if there is one.
    fn begin(self: &Arc<Self>, slot: u32, lane: &Bytes, first: Option<(Bytes, Bytes)>) {
        let (service, lane) = (self.clone(), lane.clone());
        let mut stopping = self.queue.stopping.subscribe();
        tokio::spawn(async move {
            tokio::select! {
                biased;
                _ = stopping.wait_for(|stopping| *stopping) => {}
                () = service.work(slot, &lane, first) => {}
            }
        });
    }

    /// Delivers events of a lane, one after the other, until there is none.
    async fn work(&self, slot: u32, lane: &Bytes, mut event: Option<(Bytes, Bytes)>) {
        loop {
            if let Some((place, stored)) = event {
                let done = self.deliver(&place, stored).await;
                self.queue.lanes().done(lane, &place);
                if done == Done::Stopped {
                    return self.queue.lanes().leave(lane);
                }
            }
            if !self.queue.slots.holds(slot) {
                return self.queue.lanes().leave(lane);
            }
            event = self.next(lane).await;
            if event.is_none() {
                return;
            }
        }
    }

    /// The next event of a lane, which is the worker's then; without one the worker has left.
    async fn next(&self, lane: &Bytes) -> Option<(Bytes, Bytes)> {
        let turn = self.queue.lanes().turn(lane);
        let _turn = turn.lock().await;
        let mut pause = FIRST_PAUSE;
        loop {
            let looked = self.queue.lanes().look(lane)?;
            match self.first_of(lane, &looked).await {
                Ok(found) => {
                    let key = found.as_ref().map(|(key, _)| key);
                    if self.queue.lanes().found(lane, looked, key) {
                        return found;
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "events cannot be read");
                    self.queue.lanes().failed(lane, looked);
                    self.platform.clock.sleep(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
        }
    }

    async fn first_of(&self, lane: &Bytes, looked: &Unseen) -> Result<Option<(Bytes, Bytes)>> {
        let mut range = KeyRange::prefix(lane);
        range.start = looked.from.to_vec();
        if let Some(to) = &looked.to {
            range.end = Some([to, &[0][..]].concat());
        }
        let scan = Scan { range, limit: 1, reverse: false };
        Ok(self.platform.store.tables.scan(EVENTS.table, scan).await?.pop())
    }

    /// Tries an event once, and keeps what follows.
    async fn deliver(&self, place: &Bytes, stored: Bytes) -> Done {
        let read = EVENTS.decode(place, &stored);
        let (Ok(event), Some((_, id))) = (read, queued::lane_and_id(place)) else {
            tracing::error!(place = %place.escape_ascii(), "an event cannot be read; it stays");
            return Done::Settled;
        };
        let batch = Batch::new().equals(EVENTS.table, &place[..], stored);
        let batch = batch.delete(EVENTS.table, &place[..]);
        let batch = match self.step(event).await {
            Step::Leave => return Done::Stopped,
            Step::Keep(kept) => postponed(batch, &id, &kept),
            Step::Remove | Step::Settle(..) => Ok(batch),
        };
        match batch {
            Ok(batch) => self.conclude(batch).await,
            Err(error) => tracing::error!(%error, "an event cannot be kept; it stays as it was"),
        }
        Done::Settled
    }

    /// Commits what follows from an attempt, when storage can; unless another process was quicker.
    async fn conclude(&self, batch: Batch) {
        let mut pause = FIRST_PAUSE;
        loop {
            match self.platform.deadlines.commit(batch.clone()).await {
                Ok(()) | Err(store::Error::Conflict(_)) => return,
                Err(error) => tracing::warn!(%error, "an event stays as it was for now"),
            }
            self.platform.clock.sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// What an attempt, or telling once more what became of it, means for an event; never that there
    /// is something to tell.
    async fn step(&self, mut event: Queued) -> Step {
        if let Some(verdict) = event.verdict.take() {
            return self.tell_again(event, verdict).await;
        }
        let tried = match self.attempt(&event).await {
            Ok(tried) => tried,
            // Nothing is known of its function, not even how long it may wait.
            Err(error) => {
                tracing::warn!(%error, function = event.function, "an event cannot be delivered");
                event.due_ms = self.platform.clock.now().millis() + pause_after_refusal(&mut event);
                return Step::Keep(event);
            }
        };
        if tried.attempt == Attempt::Gone {
            self.tell_of_nowhere(&event);
        }
        let now = self.platform.clock.now().millis();
        let step = after(event, tried.attempt, tried.limits, now);
        self.tell_of(&step, &tried, now);
        if let Step::Settle(event, condition) = &step
            && *condition != Condition::Success
        {
            Told::of(&self.context_of(event), &event.named()).of_event_dropped();
        }
        match step {
            Step::Settle(event, condition) => self.settle(event, condition, tried).await,
            step => step,
        }
    }

    /// Tells who runs the server of an event that is discarded because its function is gone, or the
    /// version or alias that it was for, and with it whoever else was to be told.
    fn tell_of_nowhere(&self, event: &Queued) {
        self.platform.failures.tell(Failure {
            what: "an event is discarded",
            function: &event.named().text(),
            by: "an event",
            error: &Reason::new("ResourceNotFoundException", "it is not there any more"),
            attempt: Some(event.failures + event.refusals),
            next: "given up: nothing is there to run, or to say who is to be told",
        });
    }

    /// Tells who runs the server of an attempt that failed, and of an event that was given up.
    fn tell_of(&self, step: &Step, tried: &Tried, now: i64) {
        let (event, given_up) = match step {
            Step::Keep(event) => (event, None),
            Step::Settle(_, Condition::Success) | Step::Remove | Step::Leave => return,
            Step::Settle(event, condition) => (event, Some(*condition)),
        };
        let error = match (&tried.outcome, given_up) {
            (Some(outcome), _) => Reason::of_payload(&outcome.payload),
            (None, Some(condition)) => Reason::new("", &format!("{condition:?}")),
            (None, None) => Reason::new("", "the function cannot be run now"),
        };
        let next = match given_up {
            Some(Condition::RetriesExhausted) => "given up: all retries are made".to_owned(),
            Some(Condition::EventAgeExceeded) => "given up: it is too old".to_owned(),
            Some(_) => "given up: the function is turned off".to_owned(),
            None => format!("again in {}", platform::seconds(event.due_ms - now)),
        };
        self.platform.failures.tell(Failure {
            what: if given_up.is_some() { "an event is discarded" } else { "an invocation failed" },
            function: &event.named().text(),
            by: "an event",
            error: &error,
            attempt: Some(event.failures + event.refusals),
            next: &next,
        });
    }

    async fn attempt(&self, queued: &Queued) -> Result<Tried> {
        let cx = self.context_of(queued);
        let Some(function) = self.resolve(&cx, &queued.named(), Route::Drawn).await? else {
            return Ok(Tried::without(Attempt::Gone));
        };
        let limits = Limits::of(&function);
        let is_old = cx.now().millis() > queued.accepted_ms + limits.age_ms;
        let (attempt, outcome) = if limits.age_ms < MAX_AGE_MS && is_old {
            // Its owner wants nothing of one that has waited so long.
            (Attempt::TooOld, None)
        } else if is_off(&function) {
            (Attempt::Off, None)
        } else {
            self.run_once(&cx, &function, queued).await
        };
        Ok(Tried { attempt, limits, function: Some(function), outcome })
    }

    /// Surroundings of what is done for an event.
    fn context_of(&self, event: &Queued) -> Context {
        let lambda = Principal::service("lambda.amazonaws.com");
        self.platform.context(lambda, &*event.account, &*event.region)
    }

    async fn run_once(
        &self,
        cx: &Context,
        function: &Function,
        queued: &Queued,
    ) -> (Attempt, Option<Outcome>) {
        let call = Call {
            request_id: queued.request_id.clone(),
            payload: Bytes::from(queued.payload.clone()),
            client_context: None,
            tail: false,
            trace: queued.trace.as_deref().map(Into::into),
        };
        Told::of(cx, &queued.named()).of_event_age(queued.accepted_ms);
        match self.run(cx, function, queued.named().qualifier.as_deref(), call).await {
            Ok(outcome) if outcome.error.is_none() => (Attempt::Finished, Some(outcome)),
            Ok(outcome) => (Attempt::Failed, Some(outcome)),
            Err(NotRun::Runner(InvokeError::Stopped)) => (Attempt::Interrupted, None),
            Err(NotRun::Reserved) => (Attempt::Refused, None),
            Err(NotRun::Key(error)) => {
                tracing::debug!(%error, function = function.arn, "an event waits for a key");
                (Attempt::Refused, None)
            }
            Err(NotRun::Runner(error)) => {
                tracing::debug!(%error, function = function.arn, "an event waits for its function");
                (Attempt::Refused, None)
            }
        }
    }
}

/// Whether a function is turned off, and its owner wants to be told of the events meanwhile. Else
/// they wait.
fn is_off(function: &Function) -> bool {
    let condition = Condition::ZeroReservedConcurrency;
    function.reserved == Some(0) && !letters::recipients(function, condition).is_empty()
}

/// Looks for what dead processes left, as long as the service lives.
async fn keep_looking(service: Weak<Lambda>, mut stopping: watch::Receiver<bool>) {
    loop {
        let pause = service.upgrade().map(|service| service.platform.clock.sleep(LOOK_EVERY));
        let Some(pause) = pause else { return };
        tokio::select! {
            biased;
            _ = stopping.wait_for(|stopping| *stopping) => return,
            () = pause => {}
        }
        let Some(service) = service.upgrade() else { return };
        if let Err(error) = service.take_up_slots().await {
            tracing::warn!(%error, "events that others left cannot be looked at");
        }
    }
}

#[cfg(test)]
mod tests;
