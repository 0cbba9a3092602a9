//! Notifications on their way.
//!
//! Table `s3.notices`: id → JSON of [`Notice`]. Each has a deadline at the instant of its event, set in
//! the commit that the notification tells of; whoever keeps deadlines delivers it, and removes both.
//! What fails and may pass is tried again, later each time.

use super::record::{About, message};
use super::{Deed, SENDER};
use crate::asks;
use crate::bucket::Reached;
use crate::object::Object;
use crate::service::S3;
use platform::{
    Context, Deadline, Deadlines, Error, Letter, Letterbox, LetterboxKind, Platform, Principal,
    Records, Result, commit_if, finish,
};
use serde::{Deserialize, Serialize};
use shapes::sns::PublishInput;
use shapes::sns::ops::Publish;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::{Batch, Table};

static NOTICES: Records<Notice> = Records::new(Table("s3.notices"));

/// The kind of the deadlines.
const KIND: &str = "s3-notice";

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
        (key, object): (&str, Option<&Object>),
    ) -> Result<Batch> {
        let rules = &bucket.bucket.settings.notifications;
        for rule in rules.iter().filter(|rule| rule.is_about(deed.event, key)) {
            let sequencer = &*self.sequence.next(deed.cx);
            let about = About { key, object, sequencer };
            let notice = Notice {
                bucket: bucket.name.clone(),
                account: bucket.bucket.account.clone(),
                region: bucket.bucket.region.clone(),
                to: rule.to.clone(),
                body: message(deed, bucket, &rule.id, &about)?,
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
    let weak = Arc::downgrade(platform);
    platform.deadlines.register(KIND, move |deadline| {
        let platform = weak.upgrade();
        async move {
            match platform {
                Some(platform) => finish(async move { deliver(&platform, &deadline).await }).await,
                None => Ok(()),
            }
        }
    });
}

async fn deliver(platform: &Arc<Platform>, deadline: &Deadline) -> Result<()> {
    let tables = &*platform.store.tables;
    if let Some(notice) = NOTICES.get(tables, &deadline.id).await? {
        let cx = sender(platform, (&notice.account, &notice.region), &notice.bucket);
        match leave(&cx, &notice.to, notice.body).await {
            Ok(()) => {}
            Err(error) if may_pass(&error) => return Err(error),
            Err(error) => tracing::warn!(
                %error,
                bucket = notice.bucket,
                to = notice.to.arn(),
                "a notification could not be delivered and is dropped, as AWS drops it"
            ),
        }
    }
    let done = Deadlines::done(Batch::new(), deadline).delete(NOTICES.table, &deadline.id[..]);
    // Where the condition does not hold, another run has done the same.
    commit_if(tables, done.freeing()).await.map(drop)
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
    use crate::testing::{put, world};
    use store::Scan;

    #[test]
    fn the_first_layout_is_still_read() {
        let json = br#"{"bucket":"b","account":"000000000000","region":"us-east-1","to":"arn:aws:sqs:us-east-1:000000000000:q","body":"{}"}"#;
        let notice = NOTICES.decode(b"k", json).unwrap();
        assert_eq!((&*notice.bucket, notice.to.kind()), ("b", LetterboxKind::Queue));
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
        service.tag(&deed, &place, &Tags::new()).await.unwrap();
        let rows = NOTICES.scan(cx.tables(), Scan::prefix(b"")).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert!(rows[0].1.body.contains(r#""eventName":"ObjectTagging:Put""#));
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
