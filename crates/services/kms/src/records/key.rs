//! A key as it is kept.
//!
//! Table `kms.keys`: account, region, id → JSON of [`Key`].

use platform::{Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static KEYS: Records<Key> = Records::new(Table("kms.keys"));

/// A key. Its times are milliseconds since the epoch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// Its id, a UUID.
    pub id: String,
    /// What it was described as.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// What it is for, such as `ENCRYPT_DECRYPT`.
    pub usage: String,
    /// What it is, such as `SYMMETRIC_DEFAULT`.
    pub spec: String,
    /// When it was made.
    pub created_ms: i64,
    /// Whether it must not be used.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_disabled: bool,
    /// When it goes, once that is scheduled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deletion_ms: Option<i64>,
    /// The service whose own key it is, such as `s3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// What it encrypts with, the newest last. What was encrypted names the place in this list.
    pub materials: Vec<Material>,
    /// How it is rotated by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotation: Option<Rotation>,
    /// Its policy, where it is not the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
}

/// What a key encrypts with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Material {
    /// Its id, 64 hexadecimal digits.
    pub id: String,
    /// Its bytes, sealed, in base64.
    pub sealed: String,
    /// Since when it encrypts.
    pub since_ms: i64,
    /// Whether somebody asked for it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub on_demand: bool,
}

/// How a key is rotated by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// Every so many days.
    pub days: i32,
    /// When it is next.
    pub next_ms: i64,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// The key of a key's row; with an empty id, the prefix of all.
pub fn row((account, region): (&str, &str), id: &str) -> Vec<u8> {
    scoped(account, region, &[id])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"i","description":"d","usage":"ENCRYPT_DECRYPT","spec":"SYMMETRIC_DEFAULT","created_ms":1,"is_disabled":true,"deletion_ms":2,"service":"s3","materials":[{"id":"m","sealed":"AA==","since_ms":3,"on_demand":true}],"rotation":{"days":90,"next_ms":4},"policy":"{}","tags":{"k":"v"}}"#;
        let key = KEYS.decode(b"k", stored).unwrap();
        assert_eq!(KEYS.encode(&key).unwrap(), &stored[..]);
        let least = br#"{"id":"i","usage":"u","spec":"s","created_ms":1,"materials":[]}"#;
        let key = KEYS.decode(b"k", least).unwrap();
        assert_eq!(KEYS.encode(&key).unwrap(), &least[..]);
    }
}
