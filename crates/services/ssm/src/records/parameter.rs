//! A parameter as it is kept.
//!
//! Table `ssm-parameters`: account, region, name → JSON of [`Parameter`].

use super::version::Version;
use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static PARAMETERS: Records<Parameter> = Records::new(Table("ssm-parameters"));

/// A parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// The current version.
    pub current: Version,
    /// The number of the oldest version that is kept.
    pub oldest: i64,
    /// Labels, and the version that each is on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, i64>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
}

impl Parameter {
    /// The labels of a version.
    pub fn labels_of(&self, number: i64) -> Vec<String> {
        let on = self.labels.iter().filter(|(_, version)| **version == number);
        on.map(|(label, _)| label.clone()).collect()
    }

    /// Whether there is a version of this number.
    pub fn has(&self, number: i64) -> bool {
        (self.oldest..=self.current.number).contains(&number)
    }
}

/// The key of a parameter of the account and region; with an empty name, the prefix of all.
pub fn key(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"name":"/a","current":{"number":3,"kind":"String","value":"x","tier":"Standard","put_ms":5,"put_by":"arn"},"oldest":1,"labels":{"prod":2},"tags":{"k":"v"}}"#;
        let parameter = PARAMETERS.decode(b"k", stored).unwrap();
        assert_eq!(PARAMETERS.encode(&parameter).unwrap(), &stored[..]);
        assert_eq!(parameter.labels_of(2), ["prod"]);
        assert!(parameter.has(1) && parameter.has(3) && !parameter.has(4) && !parameter.has(0));
    }
}
