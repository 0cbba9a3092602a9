//! A subscription as it is kept.
//!
//! Table `sns-subscriptions`: topic's account, region, topic's name, subscription's id → JSON of
//! [`Subscription`].
//! Table `sns-owned`: owner's account, region, subscription's ARN → nothing.

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static SUBSCRIPTIONS: Records<Subscription> = Records::new(Table("sns-subscriptions"));
/// Whose subscriptions there are.
pub const OWNED: Table = Table("sns-owned");

/// A subscription.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// A UUID.
    pub id: String,
    /// The ARN of its topic.
    pub topic: String,
    /// The account that subscribed.
    pub owner: String,
    /// `sqs`, `lambda`, `http` or `https`.
    pub protocol: String,
    /// The ARN or URL that gets the messages.
    pub endpoint: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// The attributes that were set, as AWS shows them.
    pub attributes: BTreeMap<String, String>,
    /// What its endpoint must give back, until it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
    /// The token that it was confirmed with, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_with: Option<String>,
    /// The ARN of who subscribed.
    pub principal: String,
    /// It was confirmed by a caller who signed.
    #[serde(default)]
    pub was_authenticated: bool,
    /// Only who signs may end it.
    #[serde(default)]
    pub guarded: bool,
    /// What became of its replay, if one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replay: Option<Replaying>,
}

/// How far a replay is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Replaying {
    /// It is under way: nothing new comes before its end.
    Running,
    /// It has ended, and what is new comes.
    Completed,
    /// It has ended at the point that was to be its last: nothing comes any more.
    Ended,
}

/// A subscription that is not confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The token that confirms it.
    pub token: String,
    /// Until then, milliseconds since the epoch.
    pub ends_ms: i64,
}

impl Subscription {
    /// Its ARN.
    pub fn arn(&self) -> String {
        format!("{}:{}", self.topic, self.id)
    }

    /// Whether an attribute is `true`.
    pub fn is(&self, attribute: &str) -> bool {
        self.attributes.get(attribute).is_some_and(|it| it == "true")
    }

    /// Whether it gets what is published now.
    pub fn takes_new(&self) -> bool {
        self.pending.is_none() && self.replay.is_none_or(|it| it == Replaying::Completed)
    }

    /// Whether it gets the bare text.
    pub fn is_raw(&self) -> bool {
        self.is("RawMessageDelivery")
    }
}

/// The key of a subscription to a topic of the account and region; with an empty id, the prefix
/// of all to that topic.
pub fn key(cx: &Context, topic: &str, id: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[topic, id])
}

/// The key of a subscription in its owner's list; with an empty ARN, the prefix of all.
pub fn owned_key(owner: &str, region: &str, arn: &str) -> Vec<u8> {
    scoped(owner, region, &[arn])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"u","topic":"arn","owner":"000000000000","protocol":"sqs","endpoint":"q","created_ms":5,"attributes":{"RawMessageDelivery":"true"},"pending":{"token":"t","ends_ms":9},"confirmed_with":"t","principal":"arn","was_authenticated":true,"guarded":false}"#;
        let subscription = SUBSCRIPTIONS.decode(b"k", stored).unwrap();
        assert_eq!(SUBSCRIPTIONS.encode(&subscription).unwrap(), &stored[..]);
    }
}
