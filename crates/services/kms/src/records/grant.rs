//! A grant as it is kept.
//!
//! Table `kms.grants`: account, region, key's id, grant's id → JSON of [`Grant`].

use platform::{Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static GRANTS: Records<Grant> = Records::new(Table("kms.grants"));

/// What somebody may do with a key, whatever its policy leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// Its id, 64 hexadecimal digits.
    pub id: String,
    /// Its name, if it was given one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The id of the key.
    pub key: String,
    /// When it was made, in milliseconds since the epoch.
    pub created_ms: i64,
    /// The account that made it.
    pub issuer: String,
    /// Who may.
    pub grantee: Party,
    /// Who may give it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retiring: Option<Party>,
    /// What, such as `Decrypt`.
    pub operations: Vec<String>,
    /// With encryption contexts that have these pairs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subset: Option<BTreeMap<String, String>>,
    /// With this encryption context.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equals: Option<BTreeMap<String, String>>,
}

/// Whom a grant is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Somebody with an ARN.
    Principal(String),
    /// A service.
    Service(String),
}

impl Default for Party {
    fn default() -> Self {
        Self::Principal(String::new())
    }
}

/// The key of a grant's row; with an empty grant's id, the prefix of all of a key.
pub fn row((account, region): (&str, &str), key: &str, id: &str) -> Vec<u8> {
    scoped(account, region, &[key, id])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"g","name":"n","key":"k","created_ms":1,"issuer":"000000000000","grantee":{"principal":"p"},"retiring":{"service":"s"},"operations":["Decrypt"],"subset":{"a":"b"},"equals":{"c":"d"}}"#;
        let grant = GRANTS.decode(b"k", stored).unwrap();
        assert_eq!(GRANTS.encode(&grant).unwrap(), &stored[..]);
    }
}
