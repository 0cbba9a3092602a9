//! Notifications: which events of a bucket are told to whom, what is said of them, and the outbox in
//! which a notification lies from the commit that it tells of until it is delivered ("Amazon S3 Event
//! Notifications").

pub(crate) mod configuration;
pub(crate) mod outbox;
pub(crate) mod record;

use crate::object::Object;
use platform::{Context, Letterbox};
use record::ReplicationTold;
use serde::{Deserialize, Serialize};

/// The service as which notifications are sent.
pub(crate) const SENDER: &str = "s3.amazonaws.com";

/// Who is told of which events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rule {
    /// Its name among the bucket's rules.
    pub id: String,
    /// Who is told.
    pub to: Letterbox,
    /// Such as `s3:ObjectCreated:*`.
    pub events: Vec<String>,
    /// What keys must begin with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// What keys must end with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
}

/// Something that a request does to an object.
pub(crate) struct Deed<'a> {
    /// The request.
    pub cx: &'a Context,
    /// The event, without its vendor, such as `ObjectCreated:Put`.
    pub event: &'static str,
}

impl<'a> Deed<'a> {
    /// Something of which nobody is told, such as a change of a lock.
    #[allow(dead_code, reason = "what is set beside objects tells nobody")]
    pub(crate) fn silent(cx: &'a Context) -> Self {
        Self { cx, event: "" }
    }

    /// A change of a lock, of which nobody is told.
    pub(crate) fn of_lock(cx: &'a Context) -> Self {
        Self { cx, event: "ObjectRetention:Put" }
    }

    /// Whether it changes what is brought along when an object is replicated.
    pub(crate) fn is_replicated(&self) -> bool {
        let groups = ["ObjectTagging:", "ObjectAcl:", "ObjectRetention:"];
        groups.iter().any(|group| self.event.starts_with(group))
    }

    /// The method of its request.
    pub(crate) fn method(&self) -> &'static str {
        match self.event {
            "ObjectRestore:Post" => "POST",
            event if event.ends_with(":Delete") => "DELETE",
            _ => "PUT",
        }
    }
}

/// What something is done to.
pub(crate) struct Subject<'a> {
    pub key: &'a str,
    /// The object, where one is left.
    pub object: Option<&'a Object>,
    /// The version's id, where it has one.
    pub version: Option<&'a str>,
    /// What is told of its replication, where the event is about that.
    pub replication: Option<&'a ReplicationTold<'a>>,
}

impl Rule {
    /// Whether it is about this event of an object with this key.
    pub(crate) fn is_about(&self, event: &str, key: &str) -> bool {
        let begins = self.prefix.as_ref().is_none_or(|prefix| key.starts_with(&**prefix));
        let ends = self.suffix.as_ref().is_none_or(|suffix| key.ends_with(&**suffix));
        begins && ends && self.events.iter().any(|asked| covers(asked, event))
    }
}

/// Whether an event that is asked for, perhaps by its group, is this one. `s3:` may stand before
/// either.
fn covers(asked: &str, event: &str) -> bool {
    let bare = |event: &'_ str| event.strip_prefix("s3:").unwrap_or(event).len();
    let (asked, event) = (&asked[asked.len() - bare(asked)..], &event[event.len() - bare(event)..]);
    match asked.strip_suffix('*') {
        Some(group) => event.starts_with(group),
        None => asked == event,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let json = r#"{"id":"i","to":"arn:aws:sqs:us-east-1:000000000000:q","events":["s3:ObjectCreated:*"],"prefix":"a/","suffix":".txt"}"#;
        let rule: Rule = serde_json::from_str(json).unwrap();
        assert_eq!(rule.to.kind(), platform::LetterboxKind::Queue);
        assert_eq!(serde_json::to_string(&rule).unwrap(), json);
    }

    #[test]
    fn a_rule_is_about_its_events_and_keys() {
        let rule = |events: &[&str]| Rule {
            id: "i".into(),
            to: Letterbox::parse("arn:aws:sns:us-east-1:000000000000:t").unwrap(),
            events: events.iter().map(|event| (*event).to_owned()).collect(),
            prefix: Some("a/".into()),
            suffix: Some(".txt".into()),
        };
        let created = rule(&["s3:ObjectCreated:*"]);
        assert!(created.is_about("ObjectCreated:Put", "a/b.txt"));
        assert!(!created.is_about("ObjectCreated:Put", "b/b.txt"));
        assert!(!created.is_about("ObjectCreated:Put", "a/b.csv"));
        assert!(!created.is_about("ObjectRemoved:Delete", "a/b.txt"));
        let put = rule(&["s3:ObjectCreated:Put", "s3:ObjectTagging:Put"]);
        assert!(put.is_about("ObjectTagging:Put", "a/b.txt"));
        assert!(!put.is_about("ObjectCreated:Copy", "a/b.txt"));
        assert!(covers("s3:ObjectCreated:*", "s3:ObjectCreated:Post"));
    }
}
