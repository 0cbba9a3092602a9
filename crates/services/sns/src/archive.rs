//! The archive of a FIFO topic ("Amazon SNS message archiving for FIFO topic owners"): what is published
//! is kept, in the commit that accepts it, for as many days as the topic's policy says.
//!
//! What is older is shown to nobody; its rows go when a deadline says so.

use crate::Sns;
use crate::records::archive::{ARCHIVE, range};
use crate::records::topic::Topic;
use platform::{Deadline, Deadlines, Error, Result, finish};
use serde::Deserialize;
use shapes::Timestamp;
use store::Batch;

/// The kind of the deadlines at which rows go that are too old. The id is a topic's ARN, the topic's id
/// and when the archive was turned on that it is about, with zero bytes between.
const KIND: &str = "sns-archive";
/// How many rows go at once. Where there are more, another deadline follows, so that none of the others
/// waits for all of them.
const SLICE: usize = 500;
const DAY_MS: i64 = 24 * 3600 * 1000;
/// The least time between two looks at an archive.
const LOOK_EVERY_MS: i64 = 3600 * 1000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Policy {
    #[serde(rename = "MessageRetentionPeriod")]
    retention: Option<Days>,
}

/// A number, or a number in quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Days {
    Number(i64),
    Text(String),
}

/// How many days messages are kept, by a policy; nothing for `{}`, which turns the archive off.
///
/// # Errors
/// What is wrong with it, without what stands before `ArchivePolicy`.
pub fn days(text: &str) -> std::result::Result<Option<i64>, String> {
    let policy: Policy = serde_json::from_str(text)
        .map_err(|error| format!("ArchivePolicy: failed to parse JSON. {error}"))?;
    let days = match policy.retention {
        None => return Ok(None),
        Some(Days::Number(days)) => Some(days),
        Some(Days::Text(text)) => text.parse().ok(),
    };
    match days.filter(|days| (1..=365).contains(days)) {
        Some(days) => Ok(Some(days)),
        None => {
            Err("ArchivePolicy: MessageRetentionPeriod must be an integer from 1 to 365".to_owned())
        }
    }
}

/// How long a topic keeps its messages, in milliseconds, if it does.
fn retention_ms(topic: &Topic) -> Option<i64> {
    let policy = topic.attributes.get("ArchivePolicy")?;
    Some(days(policy).ok().flatten()? * DAY_MS)
}

/// Whether a topic keeps what is published.
pub fn is_on(topic: &Topic) -> bool {
    retention_ms(topic).is_some()
}

/// From when on a topic's messages can be replayed, in milliseconds since the epoch.
pub fn beginning(topic: &Topic, now: i64) -> Option<i64> {
    let since = topic.archived_since_ms.unwrap_or(topic.created_ms);
    Some(since.max(now - retention_ms(topic)?))
}

/// Notes in a topic that its archive was turned on or off; the deadline for what that means.
pub fn changed(before: Option<&Topic>, topic: &mut Topic, arn: &str, now: i64) -> Option<Deadline> {
    let was_on = before.is_some_and(is_on);
    if was_on == is_on(topic) {
        return None;
    }
    topic.archived_since_ms = is_on(topic).then_some(now);
    let due = if was_on { now } else { now + LOOK_EVERY_MS };
    Some(Deadline::new(KIND, id(arn, topic), Timestamp(due)))
}

fn id(arn: &str, topic: &Topic) -> String {
    format!("{arn}\0{}\0{}", topic.id, topic.archived_since_ms.unwrap_or_default())
}

/// The batch, which also sets this deadline.
pub fn with(batch: Batch, deadline: Option<&Deadline>) -> Batch {
    match deadline {
        Some(deadline) => Deadlines::set(batch, deadline),
        None => batch,
    }
}

impl Sns {
    /// Removes what is too old from archives, when it is time.
    pub(crate) fn keep_archives(&self) {
        let service = self.me.clone();
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => {
                        let work = async move { service.thin_out(&deadline).await };
                        finish(work).await
                    }
                    None => Ok(()),
                }
            }
        });
    }

    async fn thin_out(&self, deadline: &Deadline) -> Result<()> {
        let id_text = std::str::from_utf8(&deadline.id).map_err(Error::internal)?;
        let mut parts = id_text.split('\0');
        let (arn, topic_id) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let topic = match self.surroundings(arn) {
            Some((cx, name)) => self.find(&cx, name).await?,
            None => None,
        };
        let topic = topic.as_ref().map(|it| &it.topic).filter(|it| it.id == topic_id);
        let now = self.platform.clock.now().millis();
        let keeps_from = topic.and_then(|topic| beginning(topic, now));
        let tables = &*self.platform.store.tables;
        let old = range(topic_id, 0, keeps_from);
        let removed = store::remove_some(tables, ARCHIVE.table, old, SLICE).await?;
        let mut batch = Deadlines::done(Batch::new(), deadline);
        if removed == SLICE {
            // Others are due meanwhile; the rest is due behind them.
            let due = now.max(deadline.due.millis() + 1);
            let next = Deadline::new(KIND, id_text, Timestamp(due));
            let batch = Deadlines::set(batch, &next);
            return Ok(self.platform.deadlines.commit(batch).await?);
        }
        // Of an archive that was turned off and on again there is another deadline.
        if keeps_from.is_some() && topic.is_some_and(|topic| id(arn, topic) == id_text) {
            let next = Deadline::new(KIND, id_text, Timestamp(now + LOOK_EVERY_MS));
            batch = Deadlines::set(batch, &next);
        }
        Ok(self.platform.deadlines.commit(batch).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_says_how_many_days() {
        assert_eq!(days(r#"{"MessageRetentionPeriod":"30"}"#), Ok(Some(30)));
        assert_eq!(days(r#"{"MessageRetentionPeriod":365}"#), Ok(Some(365)));
        assert_eq!(days("{}"), Ok(None));
        for wrong in [
            r#"{"MessageRetentionPeriod":"0"}"#,
            r#"{"MessageRetentionPeriod":366}"#,
            r#"{"x":1}"#,
            "",
            "[]",
        ] {
            assert!(days(wrong).unwrap_err().starts_with("ArchivePolicy: "), "{wrong}");
        }
    }
}
