//! Replays ("Amazon SNS message replay for FIFO topic subscribers"): a subscription gets again what its
//! topic has kept, and what is new only after that.
//!
//! While a replay is under way the subscription is left out of what is published. The process that
//! serves the topic puts what is kept on the topic's shelf, page by page, each in one commit with how
//! far that is. When nothing is left it ends the replay while nobody can publish: so each message is
//! either replayed or comes as a new one, and in order.

use crate::fifo::Still;
use crate::filter::Event;
use crate::records::archive::{ARCHIVE, Place, place, range};
use crate::records::message::{Message, Outgoing};
use crate::records::replay::{REPLAYS, Replay};
use crate::records::subscription::{Replaying, Subscription};
use crate::topics::{Known, Subscribed};
use crate::{Sns, archive};
use bytes::Bytes;
use platform::{Context, Error, Refused, Result};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use shapes::checksum::hex;
use shapes::{Timestamp, TimestampFormat};
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, Scan};

/// How many messages are put on the shelf at once.
const PAGE: usize = 100;
/// The pause before what did not go is tried again.
const PAUSE: Duration = Duration::from_secs(1);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "PascalCase")]
struct Policy {
    point_type: Option<String>,
    starting_point: Option<String>,
    ending_point: Option<String>,
}

/// From when and until when a policy says; nothing for `{}`, which ends a replay.
///
/// # Errors
/// What is wrong with it, without what stands before `ReplayPolicy`.
pub fn points(text: &str, now: i64) -> std::result::Result<Option<(i64, Option<i64>)>, String> {
    let policy: Policy = serde_json::from_str(text)
        .map_err(|error| format!("ReplayPolicy: failed to parse JSON. {error}"))?;
    let Policy { point_type, starting_point, ending_point } = policy;
    if point_type.is_none() && starting_point.is_none() && ending_point.is_none() {
        return Ok(None);
    }
    if point_type.as_deref() != Some("Timestamp") {
        return Err("ReplayPolicy: PointType must be Timestamp".to_owned());
    }
    let instant = |name: &str, text: &str| {
        let at = Timestamp::parse(text, TimestampFormat::Iso8601).map(Timestamp::millis);
        let at =
            at.ok_or_else(|| format!("ReplayPolicy: {name} is not a timestamp of ISO 8601"))?;
        let is_past = at <= now;
        is_past
            .then_some(at)
            .ok_or_else(|| format!("ReplayPolicy: {name} must not be in the future"))
    };
    let from = starting_point.ok_or("ReplayPolicy: StartingPoint must be specified")?;
    let from = instant("StartingPoint", &from)?;
    let until = ending_point.map(|text| instant("EndingPoint", &text)).transpose()?;
    if until.is_some_and(|until| until < from) {
        return Err("ReplayPolicy: EndingPoint must not be before StartingPoint".to_owned());
    }
    Ok(Some((from, until)))
}

/// The batch, which also begins the replay that a subscription's policy asks for, or ends the one
/// that is under way.
///
/// # Errors
/// The reason why there can be none.
pub fn set(
    batch: Batch,
    known: &Known,
    record: &mut Subscription,
    cx: &Context,
) -> std::result::Result<Batch, String> {
    let policy = record.attributes.get("ReplayPolicy").map(String::as_str);
    let (arn, now) = (record.arn(), cx.now().millis());
    let Some((from_ms, until_ms)) = policy.map(|text| points(text, now)).transpose()?.flatten()
    else {
        record.replay = None;
        record.attributes.remove("ReplayPolicy");
        return Ok(batch.delete(REPLAYS.table, arn));
    };
    if !archive::is_on(&known.topic) {
        return Err("ReplayPolicy: the topic has no ArchivePolicy".to_owned());
    }
    record.replay = Some(Replaying::Running);
    let topic_id = known.topic.id.clone();
    let id = cx.platform().ids.uuid();
    let replay = Replay { id, topic_id, from_ms, until_ms, done: None };
    let stored = REPLAYS.encode(&replay).map_err(|error| error.to_string())?;
    Ok(batch.put(REPLAYS.table, arn, stored))
}

/// What a step of a replay comes to.
enum Step {
    /// There may be more.
    More,
    /// It has ended, or there is none.
    Done,
}

impl Sns {
    /// Goes on with the replays that were under way.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn resume_replays(self: &Arc<Self>) -> Result<()> {
        let tables = &*self.platform.store.tables;
        for (key, _) in tables.scan(REPLAYS.table, Scan::prefix(b"")).await? {
            self.replay(String::from_utf8_lossy(&key).into_owned());
        }
        Ok(())
    }

    /// Begins to replay for a subscription, if a replay of it is under way.
    pub(crate) fn replay_for(&self, record: &Subscription) {
        if record.replay == Some(Replaying::Running)
            && let Some(service) = self.me.upgrade()
        {
            service.replay(record.arn());
        }
    }

    fn replay(self: &Arc<Self>, arn: String) {
        let service = self.clone();
        self.task(async move {
            while !service.outbox.is_stopping() {
                match service.step(&arn).await {
                    Ok(Step::More) => continue,
                    Ok(Step::Done) => return,
                    Err(error) => tracing::warn!(%error, subscription = arn, "a replay waits"),
                }
                tokio::select! {
                    biased;
                    () = service.outbox.stopped() => return,
                    () = service.platform.clock.sleep(PAUSE) => {}
                }
            }
        });
    }

    async fn step(self: &Arc<Self>, arn: &str) -> Result<Step> {
        let tables = &*self.platform.store.tables;
        let Some((replay, stored)) = REPLAYS.get_with_bytes(tables, arn.as_bytes()).await? else {
            return Ok(Step::Done);
        };
        let Some((known, subscribed)) = self.of_replay(arn, &replay).await? else {
            let batch = Batch::new().equals(REPLAYS.table, arn.to_owned(), stored);
            let batch = batch.delete(REPLAYS.table, arn.to_owned());
            platform::commit_if(tables, batch).await?;
            return Ok(Step::Done);
        };
        if subscribed.record.pending.is_some() {
            // It begins when that is confirmed.
            return Ok(Step::Done);
        }
        let page = self.page(&known, &replay).await?;
        if page.len() == PAGE {
            return self.send_again(arn, (replay, stored), &known, (&subscribed, page)).await;
        }
        // The rest is sent while nobody publishes: on a busy topic it would never be all.
        let order = self.order(&replay.topic_id).await?;
        let mut still = order.still().await;
        let page = self.page(&known, &replay).await?;
        if !page.is_empty() {
            let sent = self.send_again(arn, (replay, stored), &known, (&subscribed, page)).await?;
            let left = REPLAYS.get_with_bytes(tables, arn.as_bytes()).await?;
            return match left {
                Some((replay, stored)) if self.page(&known, &replay).await?.is_empty() => {
                    self.end_replay(arn, (&replay, stored), (&known, &subscribed), &mut still).await
                }
                _ => Ok(sent),
            };
        }
        self.end_replay(arn, (&replay, stored), (&known, &subscribed), &mut still).await
    }

    /// The topic and the subscription of a replay, if they are still there.
    async fn of_replay(
        &self,
        arn: &str,
        replay: &Replay,
    ) -> Result<Option<(Arc<Known>, Arc<Subscribed>)>> {
        let Some((topic, id)) = arn.rsplit_once(':') else { return Ok(None) };
        let Some((cx, name)) = self.surroundings(topic) else { return Ok(None) };
        let known = self.find(&cx, name).await?.filter(|known| known.topic.id == replay.topic_id);
        Ok(known.and_then(|known| {
            let subscribed = known.subscription(id)?.clone();
            Some((known, subscribed))
        }))
    }

    /// What is next.
    async fn page(&self, known: &Known, replay: &Replay) -> Result<Vec<(Place, Message)>> {
        let now = self.platform.clock.now().millis();
        let Some(beginning) = archive::beginning(&known.topic, now) else { return Ok(Vec::new()) };
        let before = replay.until_ms.map(|until| until.saturating_add(1));
        let mut range = range(&replay.topic_id, replay.from_ms.max(beginning), before);
        if let Some(done) = replay.done {
            let after = range.clone().after(&crate::records::archive::key(&replay.topic_id, done));
            range.start = range.start.max(after.start);
        }
        let scan = Scan { range, limit: PAGE, reverse: false };
        let found = ARCHIVE.scan(&*self.platform.store.tables, scan).await?;
        Ok(found.into_iter().filter_map(|(key, it)| Some((place(&key)?, it))).collect())
    }

    async fn send_again(
        self: &Arc<Self>,
        arn: &str,
        (mut replay, stored): (Replay, Bytes),
        known: &Arc<Known>,
        (subscribed, page): (&Subscribed, Vec<(Place, Message)>),
    ) -> Result<Step> {
        let order = self.order(&replay.topic_id).await?;
        let mut batch = Batch::new().equals(REPLAYS.table, arn.to_owned(), stored);
        let mut outgoing = Vec::new();
        for (place, mut message) in page {
            replay.done = Some(place);
            if !wants(subscribed, &message) {
                continue;
            }
            message.dedup = message.dedup.map(|dedup| again(&dedup, &replay.id));
            message.replayed = true;
            let to = vec![subscribed.record.id.clone()];
            let number = order.shelf().number();
            let one = Arc::new(Outgoing { message, to, failures: 0, of: None });
            batch = order.shelf().put(batch, number, &one)?;
            outgoing.push((number, one));
        }
        batch = batch.put(REPLAYS.table, arn.to_owned(), REPLAYS.encode(&replay)?);
        let stored = order.shelf().commit(&*self.platform.store.tables, batch).await;
        match stored {
            // It was ended or begun anew meanwhile.
            Err(Refused::Store(store::Error::Conflict(_))) => return Ok(Step::More),
            Err(Refused::Lost) => return Err(crate::errors::elsewhere()),
            Ok(()) | Err(Refused::Store(_)) => {}
        }
        for (number, one) in &outgoing {
            let is_stored = stored.is_ok();
            self.on_its_way(order.shelf(), *number, one, Some(known), is_stored).await;
        }
        match stored {
            Err(Refused::Store(error)) => Err(error.into()),
            _ => Ok(Step::More),
        }
    }

    /// Ends a replay, of which nothing is left while nobody can publish.
    async fn end_replay(
        self: &Arc<Self>,
        arn: &str,
        (replay, stored): (&Replay, Bytes),
        (known, subscribed): (&Known, &Subscribed),
        still: &mut Still<'_>,
    ) -> Result<Step> {
        // Also where it is not known in the end whether it was committed.
        still.expect(known.topic.revision + 1);
        let (cx, name) = self
            .surroundings(&subscribed.record.topic)
            .ok_or_else(|| Error::internal("a subscription's topic has no name"))?;
        let change = |known: &Known, topic: &mut crate::records::topic::Topic, batch: Batch| {
            let batch = batch.equals(REPLAYS.table, arn.to_owned(), stored.clone());
            let batch = batch.delete(REPLAYS.table, arn.to_owned());
            let Some(stands) = known.subscription(&subscribed.record.id) else {
                return Ok((batch, topic.revision));
            };
            let mut record = stands.record.clone();
            record.replay = Some(match replay.until_ms {
                Some(_) => Replaying::Ended,
                None => Replaying::Completed,
            });
            Ok((self.keep(&cx, batch, &record)?, topic.revision))
        };
        if let Some(revision) = self.change_once(&cx, name, change).await? {
            still.expect(revision);
        }
        // If it was changed meanwhile, the next step looks again.
        Ok(Step::More)
    }
}

/// Whether a subscription's filter lets a message pass.
fn wants(subscribed: &Subscribed, message: &Message) -> bool {
    let mut event = Event::of(message);
    let protocol = &subscribed.record.protocol;
    subscribed.filter.as_ref().is_none_or(|filter| event.passes(filter, protocol))
}

/// Queues do not take a replayed message for the one that they had.
fn again(dedup: &str, replay: &str) -> String {
    hex(&Sha256::digest(format!("{dedup}\0{replay}")))
}

#[cfg(test)]
mod tests;
