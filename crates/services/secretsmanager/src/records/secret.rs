//! A secret as it is kept.
//!
//! Table `secretsmanager-secrets`: account, region, name → JSON of [`Secret`].

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::Table;

pub static SECRETS: Records<Secret> = Records::new(Table("secretsmanager-secrets"));

/// A secret. Its times are milliseconds since the epoch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret {
    /// Its name.
    pub name: String,
    /// The six characters that its ARN has behind its name.
    pub suffix: String,
    /// What it was described as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its key, where one was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms_key_id: Option<String>,
    /// When it was made.
    pub created_ms: i64,
    /// When it was changed last.
    pub changed_ms: i64,
    /// The day on which its value was got last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessed_ms: Option<i64>,
    /// When it was rotated last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotated_ms: Option<i64>,
    /// When it goes, once it is marked for deletion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deletion_ms: Option<i64>,
    /// Its versions, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
    /// Its tags, once it had any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    /// The policy that hangs on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// How it is rotated, once that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotation: Option<Rotation>,
    /// The rotation under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<Run>,
}

/// A version of a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The token that it was made with.
    pub id: String,
    /// When it was made.
    pub created_ms: i64,
    /// The day on which its value was got last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessed_ms: Option<i64>,
    /// Its staging labels.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub stages: BTreeSet<String>,
    /// Whether it has a value: one that a rotation has begun with gets it from the function.
    pub has_value: bool,
}

/// How a secret is rotated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// The ARN of the function.
    pub function: String,
    /// Whether it is rotated by itself.
    pub enabled: bool,
    /// Every so many days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// By this expression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
    /// How long the window is in which it may be rotated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// When it is rotated next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_ms: Option<i64>,
}

/// A rotation under way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The version that it makes.
    pub token: String,
    /// When it is tried next; never again where nothing stands here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_ms: Option<i64>,
    /// How often it was tried.
    pub attempts: u32,
    /// Whether it only tries the function.
    #[serde(default)]
    pub is_test: bool,
}

/// The key of a secret of the account and region; with an empty name, the prefix of all.
pub fn key(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"name":"n","suffix":"AbCd12","description":"d","kms_key_id":"k","created_ms":1,"changed_ms":2,"accessed_ms":3,"rotated_ms":4,"deletion_ms":5,"versions":[{"id":"v","created_ms":6,"accessed_ms":7,"stages":["AWSCURRENT"],"has_value":true}],"tags":{"k":"v"},"policy":"{}","rotation":{"function":"f","enabled":true,"days":1,"schedule":"rate(1 day)","duration":"1h","next_ms":8},"run":{"token":"t","due_ms":9,"attempts":1,"is_test":false}}"#;
        let secret = SECRETS.decode(b"k", stored).unwrap();
        assert_eq!(SECRETS.encode(&secret).unwrap(), &stored[..]);
        let least = br#"{"name":"n","suffix":"AbCd12","created_ms":1,"changed_ms":2}"#;
        let secret = SECRETS.decode(b"k", least).unwrap();
        assert_eq!(SECRETS.encode(&secret).unwrap(), &least[..]);
    }
}
