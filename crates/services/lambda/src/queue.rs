//! Events that were accepted and are delivered later ("Invoking a Lambda function asynchronously"
//! and "How Lambda handles errors and retries with asynchronous invocation").
//!
//! An event is durable before its caller hears 202, and is removed only when its function took
//! it, failed on it three times, or six hours went by. So a function may see an event twice, as
//! on AWS. What to do after an attempt is decided by the pure [`after`].

use crate::invocation::Call;
use crate::names::Named;
use crate::records::queued::{QUEUE, Queued};
use crate::{Lambda, errors};
use ::functions::InvokeError;
use bytes::Bytes;
use platform::{Context, Error, Principal, Result};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{Batch, KeyRange, Scan};
use tokio::sync::{Semaphore, watch};

/// How often a function may fail on an event.
const MAX_ATTEMPTS: u32 = 3;
/// The delays before the second and the third attempt.
const RETRY_MS: [i64; 2] = [60_000, 120_000];
/// How long an event is tried at all.
const MAX_AGE_MS: i64 = 6 * 3600 * 1000;
/// The first and the longest delay when a function could not be run.
const FIRST_REFUSAL_MS: i64 = 1000;
const LONGEST_REFUSAL_MS: i64 = 300_000;
/// Events that one function works on at a time.
const LANE_WIDTH: usize = 32;
/// Events that are read at once at a start.
const RESUMED_AT_ONCE: usize = 64;

/// The deliveries under way.
pub struct Queue {
    stopping: watch::Sender<bool>,
    lanes: Mutex<HashMap<(String, String, String), Arc<Semaphore>>>,
}

impl Default for Queue {
    fn default() -> Self {
        Self { stopping: watch::Sender::new(false), lanes: Mutex::default() }
    }
}

impl Queue {
    /// Ends deliveries; their events stay.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Where the events of one function wait for each other.
    fn lane(&self, queued: &Queued) -> Arc<Semaphore> {
        let key = (queued.account.clone(), queued.region.clone(), queued.function.clone());
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.retain(|_, lane| Arc::strong_count(lane) > 1);
        lanes.entry(key).or_insert_with(|| Arc::new(Semaphore::new(LANE_WIDTH))).clone()
    }
}

/// An event under way. Its payload stays in storage until it is its turn.
struct Waiting {
    id: Bytes,
    due_ms: i64,
    lane: Arc<Semaphore>,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attempt {
    /// The function returned, or is gone.
    Finished,
    /// The function failed.
    Failed,
    /// The function could not be run.
    Refused,
    /// The process ends.
    Interrupted,
}

/// What to do with an event.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// Forget it.
    Remove,
    /// Keep it as it is now.
    Keep(Queued),
    /// Leave it as it was.
    Leave,
}

/// What an attempt at `now_ms` means for its event.
fn after(mut queued: Queued, attempt: Attempt, now_ms: i64) -> Step {
    let delay = match attempt {
        Attempt::Finished => return Step::Remove,
        Attempt::Interrupted => return Step::Leave,
        Attempt::Failed => {
            queued.failures += 1;
            queued.refusals = 0;
            if queued.failures >= MAX_ATTEMPTS {
                return Step::Remove;
            }
            RETRY_MS[queued.failures as usize - 1]
        }
        Attempt::Refused => {
            let doubled = FIRST_REFUSAL_MS << queued.refusals.min(16);
            queued.refusals += 1;
            doubled.min(LONGEST_REFUSAL_MS)
        }
    };
    queued.due_ms = now_ms + delay;
    match queued.due_ms > queued.accepted_ms + MAX_AGE_MS {
        true => Step::Remove,
        false => Step::Keep(queued),
    }
}

impl Lambda {
    /// Accepts an event, durably.
    pub(crate) async fn enqueue(&self, cx: &Context, named: Named, payload: Bytes) -> Result<()> {
        let payload = String::from_utf8(payload.into());
        let now = cx.now().millis();
        let queued = Queued {
            account: cx.account.to_string(),
            region: cx.region.to_string(),
            function: named.name,
            qualified: named.qualified,
            request_id: cx.request_id.to_string(),
            payload: payload.map_err(|error| errors::bad_content(error.to_string()))?,
            accepted_ms: now,
            due_ms: now,
            failures: 0,
            refusals: 0,
        };
        let id = self.platform.ids.uuid();
        let batch = Batch::new().put(QUEUE.table, id.as_bytes(), QUEUE.encode(&queued)?);
        self.platform.store.tables.commit(batch).await?;
        self.deliver_later(id.into(), &queued);
        Ok(())
    }

    /// Takes up what an earlier process accepted.
    pub(crate) async fn resume_queue(&self) -> Result<()> {
        let mut range = KeyRange::all();
        loop {
            let scan = Scan { range: range.clone(), limit: RESUMED_AT_ONCE, reverse: false };
            let found = QUEUE.scan(&*self.platform.store.tables, scan).await?;
            let Some((last, _)) = found.last() else { return Ok(()) };
            range = range.after(last);
            for (id, queued) in &found {
                self.deliver_later(id.clone(), queued);
            }
        }
    }

    fn deliver_later(&self, id: Bytes, queued: &Queued) {
        let Some(service) = self.me.upgrade() else { return };
        let waiting = Waiting { id, due_ms: queued.due_ms, lane: self.queue.lane(queued) };
        let mut stopping = self.queue.stopping.subscribe();
        tokio::spawn(async move {
            tokio::select! {
                biased;
                _ = stopping.wait_for(|stopping| *stopping) => {}
                done = service.deliver(waiting) => if let Err(error) = done {
                    tracing::error!(%error, "a queued event waits for the next start");
                },
            }
        });
    }

    /// Tries an event until it is removed.
    async fn deliver(&self, mut waiting: Waiting) -> Result<()> {
        let tables = &*self.platform.store.tables;
        loop {
            let delay = waiting.due_ms - self.platform.clock.now().millis();
            if delay > 0 {
                self.platform.clock.sleep(Duration::from_millis(delay.unsigned_abs())).await;
            }
            let permit = waiting.lane.acquire().await.map_err(Error::internal)?;
            let Some(queued) = QUEUE.get(tables, &waiting.id).await? else { return Ok(()) };
            let attempt = self.attempt(&queued).await?;
            drop(permit);
            let (batch, done) = match after(queued, attempt, self.platform.clock.now().millis()) {
                Step::Leave => return Ok(()),
                Step::Remove => (Batch::new().delete(QUEUE.table, &waiting.id[..]), true),
                Step::Keep(kept) => {
                    waiting.due_ms = kept.due_ms;
                    let value = QUEUE.encode(&kept)?;
                    (Batch::new().put(QUEUE.table, &waiting.id[..], value), false)
                }
            };
            tables.commit(batch).await?;
            if done {
                return Ok(());
            }
        }
    }

    async fn attempt(&self, queued: &Queued) -> Result<Attempt> {
        let lambda = Principal::service("lambda.amazonaws.com");
        let cx = self.platform.context(lambda, &*queued.account, &*queued.region);
        let function = match self.function(&cx, &queued.function).await {
            Ok(function) => function,
            Err(error) if error.is_server_fault() => return Err(error),
            Err(_) => return Ok(Attempt::Finished),
        };
        let call = Call {
            request_id: queued.request_id.clone(),
            payload: Bytes::from(queued.payload.clone()),
            client_context: None,
            tail: false,
        };
        Ok(match self.run(&cx, &function, queued.qualified, call).await {
            Ok(outcome) if outcome.error.is_none() => Attempt::Finished,
            Ok(_) => Attempt::Failed,
            Err(InvokeError::Stopped) => Attempt::Interrupted,
            Err(error) => {
                tracing::warn!(%error, function = function.arn, "an event waits for its function");
                Attempt::Refused
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queued() -> Queued {
        Queued {
            account: "1".into(),
            region: "r".into(),
            function: "f".into(),
            qualified: false,
            request_id: "i".into(),
            payload: "{}".into(),
            accepted_ms: 0,
            due_ms: 0,
            failures: 0,
            refusals: 0,
        }
    }

    fn kept(step: Step) -> Queued {
        let Step::Keep(queued) = step else { panic!("{step:?}") };
        queued
    }

    #[test]
    fn a_failing_event_is_tried_again_after_one_minute_and_two() {
        let second = kept(after(queued(), Attempt::Failed, 10));
        assert_eq!(second.due_ms, 60_010);
        let third = kept(after(second, Attempt::Failed, 60_020));
        assert_eq!(third.due_ms, 180_020);
        assert_eq!(after(third, Attempt::Failed, 180_030), Step::Remove);
    }

    #[test]
    fn a_refused_event_waits_longer_each_time_for_six_hours() {
        let (mut event, mut now, mut tries) = (queued(), 0, 0);
        while let Step::Keep(next) = after(event, Attempt::Refused, now) {
            assert!(next.due_ms - now <= LONGEST_REFUSAL_MS && next.due_ms > now);
            assert_eq!(next.failures, 0);
            now = next.due_ms;
            event = next;
            tries += 1;
        }
        assert!(now <= MAX_AGE_MS && now > MAX_AGE_MS - LONGEST_REFUSAL_MS);
        assert!(tries > 70, "{tries}");
    }

    #[test]
    fn a_delivered_event_is_removed_and_an_interrupted_one_left() {
        assert_eq!(after(queued(), Attempt::Finished, 1), Step::Remove);
        assert_eq!(after(queued(), Attempt::Interrupted, 1), Step::Leave);
    }
}
