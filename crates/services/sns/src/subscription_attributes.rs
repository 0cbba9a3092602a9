//! The attributes of subscriptions: which there are, what they may be, and how they are shown.

use crate::filter::{Scope, check};
use crate::records::subscription::{Replaying, Subscription};
use crate::records::topic::Topic;
use crate::schedule;
use crate::topic_attributes::{Attributes, By, delivery_policy};
use platform::{Arn, Result};
use serde_json::Value;

/// The protocols that have a raw form.
const RAW: [&str; 4] = ["firehose", "http", "https", "sqs"];

/// Sets an attribute of a subscription; an empty value takes away what may be absent.
///
/// # Errors
/// It is none that can be set, or its value is not right.
pub fn set(subscription: &mut Subscription, name: &str, value: &str, by: By) -> Result<()> {
    match name {
        "RawMessageDelivery" => {
            let lower = value.to_ascii_lowercase();
            if !["true", "false"].contains(&lower.as_str()) {
                let what = format_args!("{name}: Invalid value [{value}]. Must be true or false.");
                return Err(by.refuse(what));
            }
            let protocol = &*subscription.protocol;
            if lower == "true" && !RAW.contains(&protocol) {
                return Err(by.refuse(format_args!(
                    "Delivery protocol [{protocol}] does not support raw message delivery."
                )));
            }
            subscription.attributes.insert(name.to_owned(), lower);
            return Ok(());
        }
        "FilterPolicyScope" => {
            if !["MessageAttributes", "MessageBody"].contains(&value) {
                return Err(by.refuse(format_args!(
                    "{name}: Invalid value [{value}]. Please use either MessageBody or \
                     MessageAttributes"
                )));
            }
        }
        "FilterPolicy" if value.is_empty() || is_empty_object(value) => {
            subscription.attributes.remove(name);
            return Ok(());
        }
        "FilterPolicy" => {}
        "RedrivePolicy" if !value.is_empty() => check_redrive(subscription, value, by)?,
        "DeliveryPolicy" | "RedrivePolicy" | "ReplayPolicy" | "SubscriptionRoleArn"
            if value.is_empty() =>
        {
            subscription.attributes.remove(name);
            return Ok(());
        }
        "DeliveryPolicy" if is_http(subscription) => {}
        "DeliveryPolicy" => {
            return Err(by.refuse(format_args!(
                "{name}: is only for subscriptions to http and https endpoints"
            )));
        }
        "ReplayPolicy" if subscription.topic.ends_with(".fifo") => {}
        "ReplayPolicy" => {
            return Err(by.refuse(format_args!("{name}: can only be set for FIFO topics")));
        }
        "SubscriptionRoleArn" => return Err(by.refuse(platform::unsupported(name))),
        _ => return Err(by.refuse("AttributeName")),
    }
    subscription.attributes.insert(name.to_owned(), value.to_owned());
    Ok(())
}

/// What the attributes must be like together.
///
/// # Errors
/// The filter policy is none, or none for its scope; the delivery policy is none, or none for what
/// is delivered.
pub fn check_together(subscription: &Subscription, by: By) -> Result<()> {
    let attributes = &subscription.attributes;
    if let Some(policy) = attributes.get("DeliveryPolicy") {
        let checked = schedule::check_subscription(policy, subscription.is_raw());
        checked.map_err(|wrong| by.refuse(wrong))?;
    }
    match attributes.get("FilterPolicy") {
        Some(policy) => check(policy, Scope::of(attributes.get("FilterPolicyScope")), by),
        None => Ok(()),
    }
}

fn is_http(subscription: &Subscription) -> bool {
    ["http", "https"].contains(&subscription.protocol.as_str())
}

fn is_empty_object(text: &str) -> bool {
    matches!(serde_json::from_str(text), Ok(Value::Object(object)) if object.is_empty())
}

fn check_redrive(subscription: &Subscription, text: &str, by: By) -> Result<()> {
    let refuse = |what: &str| Err(by.refuse(format_args!("RedrivePolicy: {what}")));
    let policy: Value = match serde_json::from_str(text) {
        Ok(policy) => policy,
        Err(error) => return refuse(&format!("failed to parse JSON. {error}")),
    };
    let target = policy["deadLetterTargetArn"].as_str().unwrap_or_default();
    let topic = Arn::parse(&subscription.topic);
    let is_near = |it: &Arn| {
        it.service == "sqs"
            && topic.as_ref().is_some_and(|topic| topic.region == it.region)
            && subscription.owner == it.account
    };
    let Some(target) = Arn::parse(target).filter(is_near) else {
        return refuse("deadLetterTargetArn is an invalid arn");
    };
    let is_fifo = |name: &str| name.ends_with(".fifo");
    let both_fifo = is_fifo(&subscription.topic) && is_fifo(&subscription.endpoint);
    if both_fifo && !is_fifo(target.resource) {
        let what = "must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.";
        return refuse(what);
    }
    // A message of a standard topic has no group and no deduplication id that such a queue wants.
    if !is_fifo(&subscription.topic) && is_fifo(target.resource) {
        return refuse("must use a standard queue as DLQ for a subscription to a standard topic.");
    }
    Ok(())
}

/// The queue that gets what cannot be delivered.
pub fn dead_letters(subscription: &Subscription) -> Option<String> {
    let policy: Value = serde_json::from_str(subscription.attributes.get("RedrivePolicy")?).ok()?;
    policy["deadLetterTargetArn"].as_str().map(str::to_owned)
}

/// An endpoint as it is shown: without the password in its URL.
pub fn shown_endpoint(endpoint: &str) -> String {
    let shown = || {
        let (scheme, rest) = endpoint.split_once("://")?;
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (user, host) = authority.rsplit_once('@')?;
        let (name, _) = user.split_once(':')?;
        Some(format!("{scheme}://{name}:****@{host}{path}"))
    };
    shown().unwrap_or_else(|| endpoint.to_owned())
}

/// All attributes of a subscription.
pub fn shown(topic: &Topic, subscription: &Subscription) -> Attributes {
    let mut all = subscription.attributes.clone();
    if !all.contains_key("FilterPolicy") {
        all.remove("FilterPolicyScope");
    } else if !all.contains_key("FilterPolicyScope") {
        all.insert("FilterPolicyScope".to_owned(), "MessageAttributes".to_owned());
    }
    if is_http(subscription) {
        let own = subscription.attributes.get("DeliveryPolicy").map(String::as_str);
        let effective = schedule::effective(delivery_policy(topic), own);
        all.insert("EffectiveDeliveryPolicy".to_owned(), effective.text());
    }
    if let Some(replay) = subscription.replay {
        let status = if replay == Replaying::Running { "In progress" } else { "Completed" };
        all.insert("ReplayStatus".to_owned(), status.to_owned());
    }
    let is_confirmed = subscription.pending.is_none();
    for (name, value) in [
        ("ConfirmationWasAuthenticated", subscription.was_authenticated.to_string()),
        ("Endpoint", shown_endpoint(&subscription.endpoint)),
        ("Owner", subscription.owner.clone()),
        ("PendingConfirmation", (!is_confirmed).to_string()),
        ("Protocol", subscription.protocol.clone()),
        ("RawMessageDelivery", subscription.is_raw().to_string()),
        ("SubscriptionArn", subscription.arn()),
        ("SubscriptionPrincipal", subscription.principal.clone()),
        ("TopicArn", subscription.topic.clone()),
    ] {
        all.insert(name.to_owned(), value);
    }
    all
}
