//! What can be set on a queue, what is refused, and how it is shown.

use crate::records::queue::Queue;
use crate::{Sqs, errors, names};
use platform::policy::{Document, Kind};
use platform::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Attributes by name, as clients write them.
pub type Attributes = BTreeMap<String, String>;

/// Numbers: the name, the least, the most, and what stands where nothing was set.
const NUMBERS: [(&str, u64, u64, Option<&str>); 6] = [
    ("DelaySeconds", 0, 900, Some("0")),
    ("KmsDataKeyReusePeriodSeconds", 60, 86_400, None),
    ("MaximumMessageSize", 1024, 1_048_576, Some("1048576")),
    ("MessageRetentionPeriod", 60, 1_209_600, Some("345600")),
    ("ReceiveMessageWaitTimeSeconds", 0, 20, Some("0")),
    ("VisibilityTimeout", 0, 43_200, Some("30")),
];

/// Words: the name and what it may be; the first stands where nothing was set. The last four are
/// for FIFO queues.
const WORDS: [(&str, [&str; 2]); 5] = [
    ("SqsManagedSseEnabled", ["true", "false"]),
    ("ContentBasedDeduplication", ["false", "true"]),
    ("DeduplicationScope", ["queue", "messageGroup"]),
    ("FifoQueue", ["true", "true"]),
    ("FifoThroughputLimit", ["perQueue", "perMessageGroupId"]),
];

/// The attribute that names a key of KMS.
const KEY: &str = "KmsMasterKeyId";
/// The one that says how long its data keys are used again, in seconds.
const REUSED: &str = "KmsDataKeyReusePeriodSeconds";
/// The one that has SQS encrypt by keys of its own.
const OWN: &str = "SqsManagedSseEnabled";

/// Texts that may be emptied.
const TEXTS: [&str; 4] = ["KmsMasterKeyId", "Policy", "RedriveAllowPolicy", "RedrivePolicy"];

/// What is computed.
pub const COMPUTED: [&str; 6] = [
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesDelayed",
    "ApproximateNumberOfMessagesNotVisible",
    "CreatedTimestamp",
    "LastModifiedTimestamp",
    "QueueArn",
];

/// What a queue's attributes mean.
#[derive(Clone, Debug)]
pub struct Settings {
    /// It keeps the order.
    pub is_fifo: bool,
    /// A message without a deduplication id gets the SHA-256 of its body.
    pub by_content: bool,
    /// Deduplication ids count per group.
    pub per_group: bool,
    /// It is of high throughput: how often it is asked counts per group.
    pub is_fast: bool,
    /// How long a message waits that says nothing itself.
    pub delay_ms: i64,
    /// How long a message that was received is out of sight, where the receive says nothing.
    pub visibility_ms: i64,
    /// How long a message is kept.
    pub retention_ms: i64,
    /// How long a receive waits that says nothing itself.
    pub wait_ms: i64,
    /// The longest message, in bytes.
    pub most_bytes: usize,
    /// Where messages go that were received too often.
    pub redrive: Option<Redrive>,
    /// Who may do what with it.
    pub policy: Option<Arc<Document>>,
    /// The key of KMS that messages are encrypted by.
    pub key: Option<Key>,
}

/// A key of KMS.
#[derive(Clone, Debug)]
pub struct Key {
    /// As it was named.
    pub id: Arc<str>,
    /// How long a data key is used again.
    pub reused_ms: i64,
}

/// A dead-letter queue and when it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redrive {
    /// The dead-letter queue's ARN.
    pub target: String,
    /// How often a message is received at most.
    pub limit: u32,
}

impl Settings {
    /// Those of a queue.
    pub fn of(queue: &Queue) -> Self {
        let number = |name: &str| -> i64 {
            let default = NUMBERS.iter().find(|it| it.0 == name).and_then(|it| it.3);
            let text = queue.attributes.get(name).map(String::as_str).or(default);
            text.and_then(|text| text.parse().ok()).unwrap_or(0)
        };
        let is = |name: &str, value: &str| queue.attributes.get(name).is_some_and(|it| it == value);
        let redrive = queue.attributes.get("RedrivePolicy").and_then(|text| redrive(text).ok());
        Self {
            is_fifo: queue.is_fifo(),
            by_content: is("ContentBasedDeduplication", "true"),
            per_group: is("DeduplicationScope", "messageGroup"),
            is_fast: is("FifoThroughputLimit", "perMessageGroupId"),
            delay_ms: number("DelaySeconds") * 1000,
            visibility_ms: number("VisibilityTimeout") * 1000,
            retention_ms: number("MessageRetentionPeriod") * 1000,
            wait_ms: number("ReceiveMessageWaitTimeSeconds") * 1000,
            most_bytes: usize::try_from(number("MaximumMessageSize")).unwrap_or(usize::MAX),
            redrive,
            policy: policy_of(queue),
            key: queue.attributes.get(KEY).map(|id| Key {
                id: id.as_str().into(),
                reused_ms: match number(REUSED) {
                    0 => platform::REUSED_MS,
                    seconds => seconds * 1000,
                },
            }),
        }
    }
}

/// What a queue's policy means. One that cannot be read, of which none is taken, allows nothing.
pub fn policy_of(queue: &Queue) -> Option<Arc<Document>> {
    let text = queue.attributes.get("Policy")?;
    Document::parse(text).ok().map(Arc::new)
}

/// Everything that was set or stands by itself.
pub fn shown(queue: &Queue) -> Attributes {
    let mut all = Attributes::new();
    for (name, _, _, default) in NUMBERS {
        all.extend(default.map(|default| (name.to_owned(), default.to_owned())));
    }
    let words = WORDS.iter().take(if queue.is_fifo() { WORDS.len() } else { 1 });
    all.extend(words.map(|(name, values)| ((*name).to_owned(), values[0].to_owned())));
    all.extend(queue.attributes.clone());
    if queue.attributes.contains_key(KEY) {
        all.entry(REUSED.to_owned()).or_insert_with(|| "300".to_owned());
    }
    all
}

/// Whether there is an attribute of that name.
pub fn is_known(name: &str) -> bool {
    name == "All"
        || COMPUTED.contains(&name)
        || TEXTS.contains(&name)
        || NUMBERS.iter().any(|it| it.0 == name)
        || WORDS.iter().any(|it| it.0 == name)
}

/// Holds attributes that are to be set against their rules, and gives them as they are kept. An
/// empty text means that there is none any more.
///
/// # Errors
/// What is wrong with the first that is wrong.
pub async fn check(
    sqs: &Sqs,
    cx: &Context,
    (name, is_fifo): (&str, bool),
    given: &Attributes,
) -> Result<Attributes> {
    let is = |name: &str| given.get(name).map_or("", String::as_str);
    if !is("KmsMasterKeyId").is_empty() && is("SqsManagedSseEnabled").eq_ignore_ascii_case("true") {
        return Err(errors::one_encryption());
    }
    for (attribute, value) in given {
        check_one(attribute, value, is_fifo)?;
    }
    if let Some(text) = given.get("RedrivePolicy").filter(|text| !text.is_empty()) {
        let parsed = redrive(text).map_err(|reason| not_redrive(text, &reason))?;
        check_target(sqs, cx, (name, is_fifo), text, &parsed).await?;
    }
    Ok(given.iter().map(|(name, value)| (name.clone(), kept(name, value))).collect())
}

fn kept(name: &str, value: &str) -> String {
    match name {
        "RedrivePolicy" => match redrive(value) {
            Ok(Redrive { target, limit }) => {
                format!("{{\"deadLetterTargetArn\":\"{target}\",\"maxReceiveCount\":{limit}}}")
            }
            Err(_) => value.to_owned(),
        },
        _ => {
            value.to_ascii_lowercase().parse::<bool>().map_or(value.to_owned(), |it| it.to_string())
        }
    }
}

fn check_one(name: &str, value: &str, is_fifo: bool) -> Result<()> {
    if let Some((_, least, most, _)) = NUMBERS.iter().find(|it| it.0 == name) {
        let number = value.parse::<u64>().ok();
        let fits = number.is_some_and(|number| (*least..=*most).contains(&number));
        return if fits { Ok(()) } else { Err(errors::invalid_attribute(name)) };
    }
    if let Some(at) = WORDS.iter().position(|it| it.0 == name) {
        if at > 0 && !is_fifo {
            return Err(errors::unknown_attribute(name));
        }
        let fits = WORDS[at].1.iter().any(|word| word.eq_ignore_ascii_case(value));
        return if fits { Ok(()) } else { Err(errors::invalid_attribute(name)) };
    }
    match name {
        "Policy" if !value.is_empty() && Document::accept(value, Kind::Resource).is_err() => {
            Err(errors::invalid_attribute(name))
        }
        "RedriveAllowPolicy" if !value.is_empty() => check_allow(value),
        _ if TEXTS.contains(&name) => Ok(()),
        _ => Err(errors::unknown_attribute(name)),
    }
}

/// What AWS demands of attributes together.
///
/// # Errors
/// High throughput needs deduplication per group ("High throughput for FIFO queues").
pub fn check_together(attributes: &Attributes) -> Result<()> {
    let is = |name: &str, value: &str| attributes.get(name).is_some_and(|it| it == value);
    if is("FifoThroughputLimit", "perMessageGroupId") && !is("DeduplicationScope", "messageGroup") {
        let reason = "FifoThroughputLimit can be set to perMessageGroupId only when \
                      DeduplicationScope is messageGroup.";
        return Err(errors::invalid(reason));
    }
    Ok(())
}

/// Puts what is to be set in place of what was. A queue is encrypted by a key of KMS or by SQS's own.
pub fn merge(attributes: &mut Attributes, given: Attributes) {
    let gets = |name: &str, value: fn(&str) -> bool| given.get(name).is_some_and(|it| value(it));
    if gets(KEY, |key| !key.is_empty()) {
        attributes.insert(OWN.to_owned(), "false".to_owned());
    } else if gets(OWN, |own| own == "true") {
        attributes.retain(|name, _| name != KEY && name != REUSED);
    }
    for (name, value) in given {
        if value.is_empty() {
            attributes.remove(&name);
        } else {
            attributes.insert(name, value);
        }
    }
}

/// Reads a redrive policy.
///
/// # Errors
/// The reason why it is none.
pub fn redrive(text: &str) -> std::result::Result<Redrive, String> {
    let policy: Value =
        serde_json::from_str(text).map_err(|_| "Redrive policy is not a valid JSON map.")?;
    let policy = policy.as_object().ok_or("Redrive policy is not a valid JSON map.")?;
    let of = |name: &str| {
        let words = format!("Redrive policy does not contain mandatory attribute: {name}.");
        policy.get(name).ok_or(words)
    };
    let (target, limit) = (of("deadLetterTargetArn")?, of("maxReceiveCount")?);
    let text = limit.as_str().map_or_else(|| limit.to_string(), str::to_owned);
    let limit = text.parse().ok().filter(|limit| (1..=1000).contains(limit)).ok_or(format!(
        "Invalid value for maxReceiveCount: {text}, valid values are from 1 to 1000 both inclusive."
    ))?;
    let target = target.as_str().filter(|it| platform::Arn::parse(it).is_some());
    let target = target.ok_or("Invalid value for deadLetterTargetArn.")?.to_owned();
    Ok(Redrive { target, limit })
}

fn not_redrive(text: &str, reason: &str) -> platform::Error {
    errors::invalid_value(text, "RedrivePolicy", reason)
}

async fn check_target(
    sqs: &Sqs,
    cx: &Context,
    (name, is_fifo): (&str, bool),
    text: &str,
    redrive: &Redrive,
) -> Result<()> {
    let own = names::of_arn(cx, &redrive.target);
    let target = match own {
        Some(target) => sqs.record(cx, target).await?,
        None => None,
    };
    let Some(target) = target else {
        return Err(not_redrive(text, "Dead letter target does not exist."));
    };
    if target.is_fifo() != is_fifo {
        let reason = "Dead-letter queue must be same type of queue as the source.";
        return Err(not_redrive(text, reason));
    }
    let allowed = target.attributes.get("RedriveAllowPolicy");
    if allowed.is_some_and(|allowed| !allows(allowed, &names::arn(cx, name))) {
        let reason = "Dead-letter queue does not permit this source queue.";
        return Err(not_redrive(text, reason));
    }
    Ok(())
}

fn check_allow(text: &str) -> Result<()> {
    let wrong = |reason: &str| Err(errors::invalid_value(text, "RedriveAllowPolicy", reason));
    let Ok(Value::Object(policy)) = serde_json::from_str(text) else {
        return wrong("Redrive allow policy is not a valid JSON map.");
    };
    let sources = policy.get("sourceQueueArns").map(|it| it.as_array().map_or(0, Vec::len));
    match (policy.get("redrivePermission").and_then(Value::as_str), sources) {
        (Some("allowAll" | "denyAll"), None) => Ok(()),
        (Some("byQueue"), Some(1..=10)) => Ok(()),
        (Some("byQueue"), _) => wrong("sourceQueueArns must have from 1 to 10 ARNs."),
        (Some("allowAll" | "denyAll"), Some(_)) => {
            wrong("sourceQueueArns may be given only where redrivePermission is byQueue.")
        }
        _ => wrong("redrivePermission must be one of allowAll, denyAll, byQueue."),
    }
}

fn allows(text: &str, source: &str) -> bool {
    let policy: Value = serde_json::from_str(text).unwrap_or_default();
    match policy["redrivePermission"].as_str() {
        Some("denyAll") => false,
        Some("byQueue") => {
            let sources = policy["sourceQueueArns"].as_array();
            sources.is_some_and(|all| all.iter().any(|it| it.as_str() == Some(source)))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redrive_policy_is_read_with_numbers_and_texts() {
        for limit in ["3", "\"3\""] {
            let text = format!(
                "{{\"deadLetterTargetArn\":\"arn:aws:sqs:r:1:d\",\"maxReceiveCount\":{limit}}}"
            );
            let expected = Redrive { target: "arn:aws:sqs:r:1:d".into(), limit: 3 };
            assert_eq!(redrive(&text), Ok(expected));
        }
        for text in ["x", "[]", "{}", r#"{"deadLetterTargetArn":"d","maxReceiveCount":0}"#] {
            assert!(redrive(text).is_err(), "{text}");
        }
    }

    #[test]
    fn values_are_held_against_their_bounds() {
        let code = |name, value| check_one(name, value, false).map_err(|error| error.code());
        assert_eq!(code("VisibilityTimeout", "43200"), Ok(()));
        for (name, value) in [
            ("VisibilityTimeout", "43201"),
            ("VisibilityTimeout", "-1"),
            ("MaximumMessageSize", "1023"),
            ("SqsManagedSseEnabled", "yes"),
            ("Policy", "{"),
        ] {
            assert_eq!(code(name, value), Err("InvalidAttributeValue"), "{name} {value}");
        }
        assert_eq!(code("FifoQueue", "true"), Err("InvalidAttributeName"));
        assert_eq!(code("Nonsense", "1"), Err("InvalidAttributeName"));
    }

    #[test]
    fn a_queue_is_encrypted_in_one_way() {
        let given = |pairs: &[(&str, &str)]| -> Attributes {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let mut queue = Queue {
            id: String::new(),
            name: "q".to_owned(),
            created_ms: 0,
            modified_ms: 0,
            attributes: Attributes::new(),
            tags: Attributes::new(),
        };
        assert_eq!(shown(&queue)[OWN], "true");
        // AWS asks KMS when messages come, not now.
        merge(&mut queue.attributes, given(&[(KEY, "k")]));
        let all = shown(&queue);
        assert_eq!((&*all[KEY], &*all[REUSED], &*all[OWN]), ("k", "300", "false"));
        assert_eq!(Settings::of(&queue).key.unwrap().reused_ms, 300_000);
        merge(&mut queue.attributes, given(&[(REUSED, "60")]));
        assert_eq!(Settings::of(&queue).key.unwrap().reused_ms, 60_000);
        merge(&mut queue.attributes, given(&[(OWN, "true")]));
        let all = shown(&queue);
        assert_eq!((all.get(KEY), all.get(REUSED), &*all[OWN]), (None, None, "true"));
        assert!(Settings::of(&queue).key.is_none());
    }
}
