//! The attributes of topics: which there are, what they may be, and how they are shown.

use crate::records::topic::Topic;
use crate::topics::Known;
use crate::{archive, errors, schedule};
use platform::policy::Document;
use platform::policy::Kind;
use platform::{Context, Result, partition};
use serde_json::json;
use shapes::Timestamp;
use std::collections::BTreeMap;

/// Attributes by their names.
pub type Attributes = BTreeMap<String, String>;

/// What a policy on a topic may be about.
pub const ACTIONS: [&str; 8] = [
    "AddPermission",
    "DeleteTopic",
    "GetTopicAttributes",
    "ListSubscriptionsByTopic",
    "Publish",
    "RemovePermission",
    "SetTopicAttributes",
    "Subscribe",
];
/// How large a message may be where the topic does not say.
pub const MOST_BYTES: usize = 256 << 10;
/// How large a topic may allow messages to be.
const LARGEST: std::ops::RangeInclusive<usize> = 1024..=1 << 20;
/// Of whose deliveries AWS keeps logs.
const LOGGED: [&str; 5] = ["Application", "Firehose", "HTTP", "Lambda", "SQS"];

/// How an attribute comes in, which decides how it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// With others, of something that is made.
    Making,
    /// Alone.
    Setting,
}

impl By {
    /// The refusal of an attribute.
    pub fn refuse(self, what: impl std::fmt::Display) -> platform::Error {
        match self {
            By::Making => errors::invalid_because("Attributes", what),
            By::Setting => errors::invalid(what),
        }
    }
}

/// Sets an attribute of a topic; an empty value takes away what may be absent.
///
/// # Errors
/// It is none that can be set, or its value is not right.
pub fn set(topic: &mut Topic, name: &str, value: &str, by: By) -> Result<()> {
    match name {
        "DisplayName" => check_display_name(value, by)?,
        "Policy" if !value.is_empty() => check_policy(value, by)?,
        "SignatureVersion" => one_of(name, value, &["1", "2"], by)?,
        "TracingConfig" if value == "Active" => {
            return Err(by.refuse(platform::unsupported("TracingConfig Active")));
        }
        "TracingConfig" => one_of(name, value, &["PassThrough"], by)?,
        "ContentBasedDeduplication" => {
            let value = value.to_ascii_lowercase();
            one_of(name, &value, &["true", "false"], by)?;
            only_fifo(topic, name, by)?;
            topic.attributes.insert(name.to_owned(), value);
            return Ok(());
        }
        "FifoThroughputScope" => {
            one_of(name, value, &["MessageGroup", "Topic"], by)?;
            only_fifo(topic, name, by)?;
        }
        "MaximumMessageSize" => {
            let size = value.parse().ok().filter(|size| LARGEST.contains(size));
            size.ok_or_else(|| {
                let (least, most) = (LARGEST.start(), LARGEST.end());
                by.refuse(format_args!("{name}: must be an integer from {least} to {most}"))
            })?;
        }
        "Policy" | "DeliveryPolicy" | "KmsMasterKeyId" if value.is_empty() => {
            topic.attributes.remove(name);
            return Ok(());
        }
        "DeliveryPolicy" => schedule::check_topic(value).map_err(|reason| by.refuse(reason))?,
        "ArchivePolicy" => {
            only_fifo(topic, name, by)?;
            if archive::days(value).map_err(|reason| by.refuse(reason))?.is_none() {
                topic.attributes.remove(name);
                return Ok(());
            }
        }
        // AWS asks KMS when messages come, not now.
        "KmsMasterKeyId" => {}
        name if is_feedback(name) => return check_feedback(name, value, by),
        _ => return Err(by.refuse("AttributeName")),
    }
    topic.attributes.insert(name.to_owned(), value.to_owned());
    Ok(())
}

fn one_of(name: &str, value: &str, values: &[&str], by: By) -> Result<()> {
    if values.contains(&value) {
        return Ok(());
    }
    let them = values.join(" or ");
    Err(by.refuse(format_args!("{name}: Invalid value [{value}]. Must be {them}.")))
}

fn only_fifo(topic: &Topic, name: &str, by: By) -> Result<()> {
    if topic.is_fifo() {
        return Ok(());
    }
    Err(by.refuse(format_args!("{name}: can only be set for FIFO topics")))
}

/// "CreateTopic", `DisplayName`, and "Amazon SNS endpoints and quotas".
fn check_display_name(value: &str, by: By) -> Result<()> {
    if value.chars().count() <= 100 && !value.chars().any(char::is_control) {
        return Ok(());
    }
    Err(by.refuse("DisplayName"))
}

fn check_policy(text: &str, by: By) -> Result<()> {
    let document = Document::accept(text, Kind::Resource);
    document.map_err(|words| by.refuse(format_args!("Policy Error: {words}")))?;
    let mut value = serde_json::from_str(text).unwrap_or_default();
    let statements = crate::permissions::statements(&mut value);
    let actions = statements.iter().flat_map(|it| match &it["Action"] {
        serde_json::Value::Array(all) => all.iter().filter_map(|it| it.as_str()).collect(),
        one => one.as_str().into_iter().collect::<Vec<_>>(),
    });
    let is_known = |action: &str| {
        let name =
            action.split_once(':').filter(|(service, _)| service.eq_ignore_ascii_case("sns"));
        name.is_some_and(|(_, name)| {
            ACTIONS.iter().chain(&["Receive"]).any(|it| it.eq_ignore_ascii_case(name))
        })
    };
    for action in actions {
        if !is_known(action) {
            return Err(by.refuse("Policy statement action out of service scope!"));
        }
    }
    Ok(())
}

fn is_feedback(name: &str) -> bool {
    let of = LOGGED.iter().find_map(|it| name.strip_prefix(it));
    let kinds = ["SuccessFeedbackRoleArn", "SuccessFeedbackSampleRate", "FailureFeedbackRoleArn"];
    of.is_some_and(|kind| kinds.contains(&kind))
}

/// What sets nothing up is let through: tools send it along.
fn check_feedback(name: &str, value: &str, by: By) -> Result<()> {
    if value.is_empty() || (name.ends_with("Rate") && value == "0") {
        return Ok(());
    }
    Err(by.refuse(platform::unsupported(name)))
}

/// How large a topic's messages may be.
pub fn most_bytes(topic: &Topic) -> usize {
    let set = topic.attributes.get("MaximumMessageSize").and_then(|size| size.parse().ok());
    set.unwrap_or(MOST_BYTES)
}

/// All attributes of a topic.
pub fn shown(cx: &Context, known: &Known) -> Attributes {
    let mut all = known.topic.attributes.clone();
    let mut default = |name: &str, value: &dyn Fn() -> String| {
        all.entry(name.to_owned()).or_insert_with(value);
    };
    default("DisplayName", &String::new);
    default("Policy", &|| default_policy(cx, &known.arn));
    if known.topic.is_fifo() {
        default("ContentBasedDeduplication", &|| "false".to_owned());
    }
    if let Some(beginning) = archive::beginning(&known.topic, cx.now().millis()) {
        let at = Timestamp(beginning).iso8601_millis();
        all.insert("BeginningArchiveTime".to_owned(), at);
    }
    let (pending, confirmed): (Vec<_>, Vec<_>) =
        known.subscriptions.iter().partition(|it| it.record.pending.is_some());
    for (name, value) in [
        ("EffectiveDeliveryPolicy", schedule::shown(delivery_policy(&known.topic))),
        ("Owner", cx.account.to_string()),
        ("SubscriptionsConfirmed", confirmed.len().to_string()),
        ("SubscriptionsDeleted", known.topic.deleted.to_string()),
        ("SubscriptionsPending", pending.len().to_string()),
        ("TopicArn", known.arn.clone()),
    ] {
        all.insert(name.to_owned(), value);
    }
    all
}

/// When a topic wants deliveries tried again, if it says.
pub fn delivery_policy(topic: &Topic) -> Option<&str> {
    topic.attributes.get("DeliveryPolicy").map(String::as_str)
}

/// The policy of a topic for which none was set: its account may do everything.
pub fn default_policy(cx: &Context, arn: &str) -> String {
    let actions = [
        "GetTopicAttributes",
        "SetTopicAttributes",
        "AddPermission",
        "RemovePermission",
        "DeleteTopic",
        "Subscribe",
        "ListSubscriptionsByTopic",
        "Publish",
    ];
    json!({
        "Version": "2008-10-17",
        "Id": "__default_policy_ID",
        "Statement": [{
            "Sid": "__default_statement_ID",
            "Effect": "Allow",
            "Principal": { "AWS": "*" },
            "Action": actions.map(|name| format!("SNS:{name}")),
            "Resource": arn,
            "Condition": { "StringEquals": { "AWS:SourceOwner": &*cx.account } },
        }],
    })
    .to_string()
}

/// An account as a policy names it.
pub fn account_arn(cx: &Context, account: &str) -> String {
    format!("arn:{}:iam::{account}:root", partition(&cx.region))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_policy_is_checked_where_it_is_set() {
        let mut topic = Topic::default();
        let policy = |retries: &str| {
            format!(r#"{{"http":{{"defaultHealthyRetryPolicy":{{{retries},"numRetries":3}}}}}}"#)
        };
        let wrong = policy(r#""minDelayTarget":0,"maxDelayTarget":1"#);
        let reason = "DeliveryPolicy: http.defaultHealthyRetryPolicy.minDelayTarget must be \
                      greater than or equal to 1";
        for (by, before) in [
            (By::Setting, "Invalid parameter: "),
            (By::Making, "Invalid parameter: Attributes Reason: "),
        ] {
            let error = set(&mut topic, "DeliveryPolicy", &wrong, by).unwrap_err();
            assert_eq!(error.message, format!("{before}{reason}"));
        }
        let right = policy(r#""minDelayTarget":1,"maxDelayTarget":1"#);
        set(&mut topic, "DeliveryPolicy", &right, By::Setting).unwrap();
        assert_eq!(topic.attributes["DeliveryPolicy"], right);
        set(&mut topic, "DeliveryPolicy", "", By::Setting).unwrap();
        assert!(topic.attributes.is_empty());
    }
}
