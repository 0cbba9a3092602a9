//! A version of a parameter as it is kept.
//!
//! Table `ssm-versions`: account, region, name, number in ten digits → JSON of [`Version`]. These are
//! the versions before the current one.

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use store::Table;

pub static VERSIONS: Records<Version> = Records::new(Table("ssm-versions"));

/// A version of a parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: i64,
    /// `String`, `StringList` or `SecureString`.
    pub kind: String,
    /// The value; of a secure string, the base64 of what it is sealed to.
    pub value: String,
    /// The key of a secure string, as it was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    /// What it was described as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// A regular expression that the value matches as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_pattern: Option<String>,
    /// `Standard` or `Advanced`.
    pub tier: String,
    /// The texts of its policies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<String>,
    /// When it expires, milliseconds since the epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_ms: Option<i64>,
    /// When it was put, milliseconds since the epoch.
    pub put_ms: i64,
    /// The ARN of who put it.
    pub put_by: String,
}

/// The key of a version of a parameter.
pub fn key(cx: &Context, name: &str, number: i64) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[name, &format!("{number:010}")])
}

/// The prefix of the keys of all versions of a parameter.
pub fn prefix(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[name, ""])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"number":2,"kind":"SecureString","value":"AQ==","key_id":"alias/aws/ssm","description":"d","allowed_pattern":"a+","tier":"Advanced","policies":["{}"],"expires_ms":7,"put_ms":5,"put_by":"arn"}"#;
        let version = VERSIONS.decode(b"k", stored).unwrap();
        assert_eq!(VERSIONS.encode(&version).unwrap(), &stored[..]);
        let least = br#"{"number":1,"kind":"String","value":"x","tier":"Standard","put_ms":5,"put_by":"arn"}"#;
        let version = VERSIONS.decode(b"k", least).unwrap();
        assert_eq!(VERSIONS.encode(&version).unwrap(), &least[..]);
    }
}
