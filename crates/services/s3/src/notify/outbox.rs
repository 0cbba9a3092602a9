//! Notifications on their way.
//!
//! Table `s3.notices`: id → JSON of [`Notice`]. Each has a deadline at the instant of its event, set in
//! the commit that the notification tells of; whoever keeps deadlines delivers it, and removes both.
//! What fails and may pass gets another deadline, later each time, for a day at most: a notification
//! that waits costs a row, and holds up no other.

use super::record::{About, message};
use super::{Deed, SENDER, Subject};
use crate::asks;
use crate::bucket::Reached;
use crate::service::S3;
use platform::{
    Context, Deadline, Deadlines, Error, Letter, Letterbox, LetterboxKind, Platform, Principal,
    Records, Result, finish,
};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use shapes::sns::PublishInput;
use shapes::sns::ops::Publish;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use store::{Batch, Table};

static NOTICES: Records<Notice> = Records::new(Table("s3.notices"));

/// The kind of the deadlines.
const KIND: &str = "s3-notice";

/// The first and the longest pause before what failed is tried again.
const FIRST_PAUSE_MS: i64 = 1000;
const LONGEST_PAUSE_MS: i64 = 300_000;
/// For how long it is tried. AWS does not say how long S3 tries; its EventBridge tries for a day.
const PATIENCE_MS: i64 = 24 * 3600 * 1000;

/// A notification that is to be delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Notice {
    /// The bucket.
    bucket: String,
    /// Its account.
    account: String,
    /// Its region.
    region: String,
    /// Who is told.
    to: Letterbox,
    /// What is said.
    body: String,
    /// How often it has failed.
    #[serde(default, skip_serializing_if = "is_zero")]
    failures: u32,
    /// When it failed first, in milliseconds since the epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    failing_since_ms: Option<i64>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_zero(failures: &u32) -> bool {
    *failures == 0
}

impl Notice {
    /// It has failed once more: when it is tried again, unless it is given up.
    fn failed(&mut self, now_ms: i64) -> Option<i64> {
        let since_ms = *self.failing_since_ms.get_or_insert(now_ms);
        let pause = (FIRST_PAUSE_MS << self.failures.min(16)).min(LONGEST_PAUSE_MS);
        self.failures = self.failures.saturating_add(1);
        (now_ms < since_ms.saturating_add(PATIENCE_MS)).then_some(now_ms + pause)
    }
}

/// Numbers for events, each greater than the last: the time and a count.
#[derive(Default)]
pub(crate) struct Sequence(AtomicI64);

impl Sequence {
    fn next(&self, cx: &Context) -> String {
        let now = cx.now().millis().max(0) << 16;
        let next = |last: i64| Some(now.max(last.saturating_add(1)));
        let last = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next);
        let last = last.unwrap_or_else(|last| last);
        format!("{:018X}", now.max(last.saturating_add(1)))
    }
}

impl S3 {
    /// Adds to the batch of a deed what is to be told of it. It goes through `deadlines.commit`.
    ///
    /// # Errors
    /// None that its contents can cause.
    pub(crate) fn tell(
        &self,
        mut batch: Batch,
        deed: &Deed,
        bucket: &Reached,
        subject: &Subject,
    ) -> Result<Batch> {
        if deed.event.is_empty() {
            return Ok(batch);
        }
        let rules = &bucket.bucket.settings.notifications;
        for rule in rules.iter().filter(|rule| rule.is_about(deed.event, subject.key)) {
            let sequencer = &*self.sequence.next(deed.cx);
            let about = About { subject, sequencer };
            let notice = Notice {
                bucket: bucket.name.clone(),
                account: bucket.bucket.account.clone(),
                region: bucket.bucket.region.clone(),
                to: rule.to.clone(),
                body: message(deed, bucket, &rule.id, &about)?,
                failures: 0,
                failing_since_ms: None,
            };
            let id = format!("{sequencer}{}", self.platform.ids.hex(8)).into_bytes();
            batch = batch.put(NOTICES.table, &id[..], NOTICES.encode(&notice)?);
            batch = Deadlines::set(batch, &Deadline::new(KIND, id, deed.cx.now()));
        }
        Ok(batch)
    }
}

/// Delivers notifications from here on.
pub(crate) fn keep(platform: &Arc<Platform>) {
    let (weak, dropped) = (Arc::downgrade(platform), Arc::<AtomicU64>::default());
    platform.deadlines.register(KIND, move |deadline| {
        let (platform, dropped) = (weak.upgrade(), dropped.clone());
        async move {
            match platform {
                Some(platform) => {
                    let work = async move { deliver(&platform, &deadline, &dropped).await };
                    finish(work).await
                }
                None => Ok(()),
            }
        }
    });
}

async fn deliver(platform: &Arc<Platform>, deadline: &Deadline, dropped: &AtomicU64) -> Result<()> {
    let (tables, id) = (&*platform.store.tables, &deadline.id[..]);
    let mut done = Deadlines::done(Batch::new(), deadline);
    let mut after = None;
    if let Some((mut notice, bytes)) = NOTICES.get_with_bytes(tables, id).await? {
        let cx = sender(platform, (&notice.account, &notice.region), &notice.bucket);
        after = match leave(&cx, &notice.to, notice.body.clone()).await {
            Ok(()) => None,
            Err(error) => again(platform, &mut notice, &error, dropped),
        };
        done = done.equals(NOTICES.table, id, bytes);
        if after.is_some() {
            done = done.put(NOTICES.table, id, NOTICES.encode(&notice)?);
        }
    }
    let batch = match after {
        Some(due) => Deadlines::set(done, &Deadline::new(KIND, id, Timestamp(due))),
        None => done.delete(NOTICES.table, id).freeing(),
    };
    match platform.deadlines.commit(batch).await {
        // Another run has done the same.
        Ok(()) | Err(store::Error::Conflict(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// When a notification is tried again that could not be delivered; nothing where it is dropped, which
/// is counted.
fn again(
    platform: &Platform,
    notice: &mut Notice,
    error: &Error,
    dropped: &AtomicU64,
) -> Option<i64> {
    let now = platform.clock.now().millis();
    let due = if may_pass(error) { notice.failed(now) } else { None };
    let (bucket, to) = (&notice.bucket, notice.to.arn());
    match due {
        Some(due) if notice.failures == 1 => {
            let next = format!("again in {}", platform::seconds(due - now));
            tracing::warn!(%error, bucket, to, next, "a notification could not be delivered");
        }
        Some(_) => {}
        None => {
            let so_far = dropped.fetch_add(1, Ordering::Relaxed) + 1;
            tracing::warn!(
                %error,
                bucket,
                to,
                failures = notice.failures,
                so_far,
                "a notification could not be delivered and is dropped, as AWS drops it"
            );
        }
    }
    due
}

/// Whether another attempt may succeed.
fn may_pass(error: &Error) -> bool {
    error.is_server_fault() || error.shape.status == 429
}

/// The surroundings in which S3 sends what a bucket tells.
pub(crate) fn sender(
    platform: &Arc<Platform>,
    (account, region): (&str, &str),
    bucket: &str,
) -> Context {
    let cx = platform.context(Principal::service(SENDER), account, region);
    let source = asks::bucket(&cx, bucket);
    cx.on_behalf_of(source)
}

/// Leaves a message. A topic's has a subject.
///
/// # Errors
/// Those of the service that keeps it.
pub(crate) async fn leave(cx: &Context, to: &Letterbox, body: String) -> Result<()> {
    if to.kind() != LetterboxKind::Topic {
        let letter = Letter { body, attributes: Vec::new(), key: String::new() };
        return to.leave(cx, letter).await;
    }
    let input = PublishInput {
        topic_arn: Some(to.arn().to_owned()),
        message: body,
        subject: Some("Amazon S3 Notification".to_owned()),
        ..Default::default()
    };
    cx.call::<Publish>(input).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bucket::reach;
    use crate::notify::Rule;
    use crate::service::Place;
    use crate::settings::{self, Settings};
    use crate::tags::Tags;
    use crate::testing::{put, until, world};
    use shapes::sqs::ops::SendMessage;
    use shapes::sqs::{SendMessageRequest, SendMessageResult};
    use store::Scan;

    #[test]
    fn the_first_layout_is_still_read() {
        let json = br#"{"bucket":"b","account":"000000000000","region":"us-east-1","to":"arn:aws:sqs:us-east-1:000000000000:q","body":"{}"}"#;
        let notice = NOTICES.decode(b"k", json).unwrap();
        assert_eq!((&*notice.bucket, notice.to.kind()), ("b", LetterboxKind::Queue));
        assert_eq!(NOTICES.encode(&notice).unwrap(), &json[..]);
        let json = br#"{"bucket":"b","account":"000000000000","region":"us-east-1","to":"arn:aws:sqs:us-east-1:000000000000:q","body":"{}","failures":2,"failing_since_ms":5}"#;
        let notice = NOTICES.decode(b"k", json).unwrap();
        assert_eq!(NOTICES.encode(&notice).unwrap(), &json[..]);
    }

    #[tokio::test]
    async fn a_write_that_looked_before_a_rule_was_set_is_told_by_it() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", "x").await;
        let reached = reach(&cx, "bucket", None).await.unwrap();
        let rule = Rule {
            id: "i".into(),
            to: Letterbox::parse("arn:aws:sqs:us-east-1:000000000000:q").unwrap(),
            events: vec!["s3:ObjectTagging:*".into()],
            prefix: None,
            suffix: None,
        };
        let set = |settings: &mut Settings| {
            settings.notifications = vec![rule.clone()];
            Ok(())
        };
        settings::change(&cx, "bucket", None, set).await.unwrap();
        let place = Place { bucket: "bucket", reached: &reached, key: "k" };
        let deed = Deed { cx: &cx, event: "ObjectTagging:Put" };
        service.tag(&deed, &place, None, &Tags::new()).await.unwrap();
        let rows = NOTICES.scan(cx.tables(), Scan::prefix(b"")).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert!(rows[0].1.body.contains(r#""eventName":"ObjectTagging:Put""#));
    }

    /// A queue that is there and takes nothing.
    struct Shut(AtomicU64);

    impl platform::Handler<SendMessage> for Shut {
        async fn handle(&self, _: &Context, _: SendMessageRequest) -> Result<SendMessageResult> {
            self.0.fetch_add(1, Ordering::Relaxed);
            Err(Error::internal("it is shut"))
        }
    }

    #[tokio::test]
    async fn what_always_fails_is_tried_for_a_day_and_holds_up_no_other() {
        let (service, cx, clock) = world().await;
        let shut = Arc::new(Shut(AtomicU64::new(0)));
        cx.platform().serve(platform::operations![shut => SendMessage]);
        let reached = reach(&cx, "bucket", None).await.unwrap();
        let rule = Rule {
            id: "i".into(),
            to: Letterbox::parse("arn:aws:sqs:us-east-1:000000000000:q").unwrap(),
            events: vec!["s3:ObjectTagging:*".into()],
            prefix: None,
            suffix: None,
        };
        let set = |settings: &mut Settings| {
            settings.notifications = vec![rule.clone()];
            Ok(())
        };
        put(&service, &cx, "k", "x").await;
        settings::change(&cx, "bucket", None, set).await.unwrap();
        let place = Place { bucket: "bucket", reached: &reached, key: "k" };
        let deed = Deed { cx: &cx, event: "ObjectTagging:Put" };
        service.tag(&deed, &place, None, &Tags::new()).await.unwrap();
        cx.platform().deadlines.start();
        let row = async || NOTICES.scan(cx.tables(), Scan::prefix(b"")).await.unwrap().pop();
        let deadlines = async || {
            let table = Table("deadlines");
            cx.tables().scan(table, Scan::prefix(b"")).await.unwrap().len()
        };
        let began = cx.now().millis();
        // It waits as a row, at its time, and not in the memory of who keeps deadlines.
        until(async || row().await.is_some_and(|(_, notice)| notice.failures == 1)).await;
        assert_eq!(deadlines().await, 1);
        let mut times = 1;
        while let Some((_, notice)) = row().await {
            assert_eq!(notice.failing_since_ms, Some(began));
            clock.advance(std::time::Duration::from_millis(LONGEST_PAUSE_MS.unsigned_abs()));
            until(async || row().await.is_none_or(|(_, it)| it.failures > notice.failures)).await;
            times += 1;
        }
        assert_eq!(cx.now().millis() - began, PATIENCE_MS);
        assert_eq!((shut.0.load(Ordering::Relaxed), deadlines().await), (times, 0));
    }

    #[test]
    fn numbers_rise_though_the_clock_stands_still() {
        let (platform, _) = platform::testing::platform();
        let cx = platform::testing::context(&platform);
        let sequence = Sequence::default();
        let numbers: Vec<_> = (0..3).map(|_| sequence.next(&cx)).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
        assert_eq!(numbers[0].len(), 18);
    }
}
