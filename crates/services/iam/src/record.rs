//! A role as it is kept.
//!
//! Table `iam-roles`: account, "", `role`, the name in lower case → JSON of [`Role`]. The name is
//! lowered in the key because names that differ in case only cannot exist side by side ("IAM
//! identifiers" in the IAM user guide).

use platform::{Records, scoped};
use serde::{Deserialize, Serialize};
use shapes::{Timestamp, iam};
use std::collections::{BTreeMap, BTreeSet};
use store::Table;

pub static ROLES: Records<Role> = Records::new(Table("iam-roles"));

/// A role with all that hangs on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Its name, as the creator spelled it.
    pub name: String,
    /// `/`, or a path that begins and ends with one.
    pub path: String,
    /// `AROA` and 17 further characters.
    pub id: String,
    /// `arn:aws:iam::<account>:role<path><name>`.
    pub arn: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// The trust policy, as given.
    pub trust: String,
    /// What the creator says of it.
    pub description: Option<String>,
    /// The longest session, in seconds.
    pub max_session_seconds: i32,
    /// In the given order.
    pub tags: Vec<(String, String)>,
    /// Inline policy documents by name, as given.
    #[serde(default)]
    pub inline: BTreeMap<String, String>,
    /// ARNs of managed policies.
    #[serde(default)]
    pub attached: BTreeSet<String>,
}

/// The key of a role.
pub fn key(account: &str, name: &str) -> Vec<u8> {
    scoped(account, "", &["role", &name.to_ascii_lowercase()])
}

impl Role {
    /// As IAM shows it in a list.
    pub fn brief(&self) -> iam::Role {
        iam::Role {
            path: self.path.clone(),
            role_name: self.name.clone(),
            role_id: self.id.clone(),
            arn: self.arn.clone(),
            create_date: Timestamp(self.created_ms),
            assume_role_policy_document: Some(crate::policy::encoded(&self.trust)),
            description: self.description.clone(),
            max_session_duration: Some(self.max_session_seconds),
            ..Default::default()
        }
    }

    /// As IAM shows it when it is asked for.
    pub fn full(&self) -> iam::Role {
        let tag =
            |(key, value): &(String, String)| iam::Tag { key: key.clone(), value: value.clone() };
        let tags = self.tags.iter().map(tag).collect::<Vec<_>>();
        iam::Role {
            tags: (!tags.is_empty()).then_some(tags),
            role_last_used: Some(iam::RoleLastUsed::default()),
            ..self.brief()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = r#"{"name":"R","path":"/","id":"AROA1","arn":"arn:aws:iam::1:role/R",
            "created_ms":5,"trust":"{}","description":null,"max_session_seconds":3600,
            "tags":[["k","v"]],"inline":{"p":"{}"},"attached":["arn:aws:iam::aws:policy/A"]}"#;
        let role = ROLES.decode(b"k", stored.as_bytes()).unwrap();
        assert_eq!(role.inline["p"], "{}");
        let bytes = ROLES.encode(&role).unwrap();
        assert_eq!(ROLES.decode(b"k", &bytes).unwrap(), role);
    }
}
