//! A log group as it is kept.
//!
//! Table `log-groups`: account, region, `group`, name → JSON of [`Group`]. Never changed after it
//! was made, so that its bytes prove in a conditional commit that it is still the same group.

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static GROUPS: Records<Group> = Records::new(Table("log-groups"));

/// A log group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// 16 hexadecimal digits, never used again.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// Its tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

/// The key of a group; with an empty name, the prefix of all.
pub fn key(context: &Context, name: &str) -> Vec<u8> {
    scoped(&context.account, &context.region, &["group", name])
}

/// Its ARN, without the `:*` that names its streams.
pub fn arn(context: &Context, name: &str) -> String {
    context.arn("logs", format_args!("log-group:{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"0a","name":"g","created_ms":5,"tags":{"k":"v"}}"#;
        let group = GROUPS.decode(b"k", stored).unwrap();
        assert_eq!(GROUPS.encode(&group).unwrap(), &stored[..]);
    }
}
