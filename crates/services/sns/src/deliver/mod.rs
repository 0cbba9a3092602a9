//! Deliveries: one message to one subscription.

mod letter;
mod to_function;
mod to_queue;

use crate::Sns;
use crate::counts::{self, Fate};
use crate::outbox::lanes::LaneKey;
use crate::outbox::shelf::{Settled, Shelf};
use crate::records::message::{Message, Outgoing};
use crate::records::subscription::Subscription;
use crate::records::topic::Topic;
use crate::schedule::{self, Retries};
use crate::topic_attributes::delivery_policy;
use crate::topics::Known;
use platform::{Context, Error, Result};
use std::sync::Arc;
use std::time::Duration;

/// The pause before storage that failed is asked again.
const PAUSE: Duration = Duration::from_secs(1);

/// One message for one subscription.
#[derive(Clone, Copy)]
pub struct Delivery<'a> {
    /// The topic, as it is now.
    pub topic: &'a Topic,
    /// Whom it is for.
    pub subscription: &'a Subscription,
    /// What is delivered.
    pub message: &'a Message,
}

/// How an attempt at a delivery ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// The endpoint has it.
    Delivered,
    /// The endpoint is not there, or does not want it: it is not tried again.
    Refused(String),
    /// It may go through later.
    Failed(String),
}

impl Attempt {
    /// How a call ended that another service answered so: what is the caller's fault stays so.
    fn of<T>(answer: Result<T>) -> Self {
        match answer {
            Ok(_) => Attempt::Delivered,
            Err(error) if may_pass(&error) => Attempt::Failed(error.to_string()),
            Err(error) => Attempt::Refused(error.to_string()),
        }
    }
}

fn may_pass(error: &Error) -> bool {
    let code = error.code();
    error.is_server_fault() || code.contains("Throttl") || code.contains("TooManyRequests")
}

/// A delivery that a worker is at.
struct Work {
    number: u64,
    outgoing: Arc<Outgoing>,
    /// How often it has failed.
    failures: u32,
}

/// What a worker is about.
struct Place {
    cx: Context,
    known: Arc<Known>,
    subscription: Subscription,
}

impl Place {
    /// Of what it is counted what becomes of a delivery.
    fn told<'a>(&'a self, work: &'a Work) -> (&'a Context, &'a Topic, &'a Message) {
        (&self.cx, &self.known.topic, &work.outgoing.message)
    }
}

/// What becomes of a delivery after an attempt.
enum Next {
    Settled,
    /// Again, by the same worker.
    Again(Duration),
    /// Again at an instant, by whoever.
    Later(i64),
}

impl Sns {
    /// Delivers what is in a lane, until there is nothing.
    pub(crate) async fn work(self: &Arc<Self>, shelf: &Arc<Shelf>, lane: &LaneKey) {
        loop {
            if self.outbox.is_stopping() || shelf.is_lost() {
                return shelf.leave(lane);
            }
            let numbers = shelf.take(lane);
            if numbers.is_empty() {
                return;
            }
            let done = self.deliver(shelf, lane, numbers).await;
            if !done {
                return shelf.leave(lane);
            }
        }
    }

    /// Whether all of it is settled, or the process ends before.
    async fn deliver(
        self: &Arc<Self>,
        shelf: &Arc<Shelf>,
        lane: &LaneKey,
        numbers: Vec<u64>,
    ) -> bool {
        let settled =
            |number: u64, later| Settled { number, subscription: lane.subscription.clone(), later };
        let tables = &*self.platform.store.tables;
        let mut open = Vec::with_capacity(numbers.len());
        for number in numbers {
            let Some(read) = self.persist(|| shelf.read(tables, number)).await else {
                return false;
            };
            match read {
                Some(outgoing) => {
                    let failures = outgoing.failures;
                    open.push(Work { number, outgoing, failures });
                }
                None => {
                    shelf.miss(number);
                    self.settle(shelf, vec![settled(number, None)]);
                }
            }
        }
        while let Some(first) = open.first() {
            if shelf.is_lost() {
                return false;
            }
            let Some(place) = self.place(lane, &first.outgoing).await else { return false };
            let Some(place) = place else {
                self.settle(shelf, open.iter().map(|it| settled(it.number, None)).collect());
                return true;
            };
            let Some(attempts) = self.attempt(&place, &open).await else { return false };
            let (mut done, mut again, mut pause) = (Vec::new(), Vec::new(), Duration::ZERO);
            for (mut work, attempt) in open.into_iter().zip(attempts) {
                // What stands behind one of its group that is tried again is not given up before it.
                let waits = lane.group.is_some() && !again.is_empty();
                if waits && attempt != Attempt::Delivered {
                    again.push(work);
                    continue;
                }
                match self.after(&place, lane, &mut work, attempt).await {
                    Next::Settled => done.push(settled(work.number, None)),
                    Next::Again(after) => {
                        pause = pause.max(after);
                        again.push(work);
                    }
                    Next::Later(due_ms) => {
                        let mut outgoing = (*work.outgoing).clone();
                        outgoing.to = vec![lane.subscription.to_string()];
                        outgoing.failures = work.failures;
                        done.push(settled(work.number, Some((due_ms, outgoing))));
                    }
                }
            }
            self.settle(shelf, done);
            if !again.is_empty() && !self.pause(pause).await {
                return false;
            }
            open = again;
        }
        true
    }

    /// What storage gives, however often it fails; nothing when the process ends before.
    async fn persist<T, F>(&self, read: impl Fn() -> F) -> Option<T>
    where
        F: Future<Output = Result<T>>,
    {
        loop {
            match read().await {
                Ok(value) => return Some(value),
                Err(error) => tracing::warn!(%error, "what is to be delivered cannot be read"),
            }
            if !self.pause(PAUSE).await {
                return None;
            }
        }
    }

    /// Waits, and says whether the process goes on.
    async fn pause(&self, pause: Duration) -> bool {
        if self.outbox.is_stopping() {
            return false;
        }
        if pause.is_zero() {
            return true;
        }
        tokio::select! {
            biased;
            () = self.outbox.stopped() => false,
            () = self.platform.clock.sleep(pause) => true,
        }
    }

    /// The subscription, as it is now, if it is still there; nothing when the process ends.
    async fn place(&self, lane: &LaneKey, outgoing: &Outgoing) -> Option<Option<Place>> {
        let Some((cx, name)) = self.surroundings(&outgoing.message.topic) else {
            return Some(None);
        };
        let known = self.persist(|| self.find(&cx, name)).await?;
        Some(known.and_then(|known| {
            let subscription = match &outgoing.of {
                Some(of) => (**of).clone(),
                None => known.subscription(&lane.subscription)?.record.clone(),
            };
            Some(Place { cx, known, subscription })
        }))
    }

    /// Tries deliveries to one subscription, each once; nothing when the process ends before.
    async fn attempt(&self, place: &Place, open: &[Work]) -> Option<Vec<Attempt>> {
        let Place { known, subscription, .. } = place;
        let deliveries = open.iter().map(|work| Delivery {
            topic: &known.topic,
            subscription,
            message: &work.outgoing.message,
        });
        let deliveries: Vec<_> = deliveries.collect();
        Some(match subscription.protocol.as_str() {
            "sqs" => self.to_queue(&place.cx, &deliveries).await,
            "lambda" => {
                let mut attempts = Vec::with_capacity(deliveries.len());
                for delivery in deliveries {
                    attempts.push(self.to_function(&place.cx, delivery).await);
                }
                attempts
            }
            _ => {
                let mut attempts = Vec::with_capacity(deliveries.len());
                for delivery in deliveries {
                    attempts.push(self.to_address(delivery).await?);
                }
                attempts
            }
        })
    }

    /// Tries a delivery to an address elsewhere, which may take long: a stop does not wait for it.
    async fn to_address(&self, delivery: Delivery<'_>) -> Option<Attempt> {
        tokio::select! {
            biased;
            () = self.outbox.stopped() => None,
            attempt = async {
                self.await_turn(delivery).await;
                let _permit = self.outbox.far.acquire().await.ok()?;
                Some(self.deliver_http(delivery).await)
            } => attempt,
        }
    }

    async fn after(
        &self,
        place: &Place,
        lane: &LaneKey,
        work: &mut Work,
        attempt: Attempt,
    ) -> Next {
        let why = match attempt {
            Attempt::Delivered => {
                counts::notification(place.told(work), Fate::Delivered);
                return Next::Settled;
            }
            Attempt::Refused(why) => return self.end(place, lane, work, &why).await,
            Attempt::Failed(why) => why,
        };
        if is_far(&place.subscription) {
            counts::notification(place.told(work), Fate::Failed);
        }
        work.failures = work.failures.saturating_add(1);
        let retries = retries(&place.known.topic, &place.subscription);
        match retries.delay(work.failures) {
            Some(delay) if delay.is_zero() || lane.group.is_some() => Next::Again(delay),
            Some(delay) => Next::Later(self.in_future(delay)),
            None => self.end(place, lane, work, &why).await,
        }
    }

    /// A delivery that is given up becomes a dead letter, if its subscription wants that.
    async fn end(&self, place: &Place, lane: &LaneKey, work: &Work, why: &str) -> Next {
        let delivery = Delivery {
            topic: &place.known.topic,
            subscription: &place.subscription,
            message: &work.outgoing.message,
        };
        if !is_far(&place.subscription) || work.failures == 0 {
            counts::notification(place.told(work), Fate::Failed);
        }
        match self.bury(&place.cx, delivery, why).await {
            true => Next::Settled,
            false if lane.group.is_some() => Next::Again(PAUSE),
            false => Next::Later(self.in_future(PAUSE)),
        }
    }

    fn in_future(&self, delay: Duration) -> i64 {
        let now = self.platform.clock.now().millis();
        now.saturating_add(i64::try_from(delay.as_millis()).unwrap_or(i64::MAX))
    }
}

/// Whether a subscription is served at an address elsewhere.
fn is_far(subscription: &Subscription) -> bool {
    !["lambda", "sqs"].contains(&subscription.protocol.as_str())
}

/// When deliveries to a subscription are tried again.
fn retries(topic: &Topic, subscription: &Subscription) -> Retries {
    if !is_far(subscription) {
        return Retries::MANAGED;
    }
    let own = subscription.attributes.get("DeliveryPolicy").map(String::as_str);
    schedule::effective(delivery_policy(topic), own).retries
}

#[cfg(test)]
mod tests;
