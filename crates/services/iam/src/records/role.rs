//! A role as it is kept.
//!
//! Table `iam-roles`: account, "", `role`, the name in lower case → JSON of [`Role`]. The name is
//! lowered in the key because names that differ in case only cannot exist side by side ("IAM
//! identifiers" in the IAM user guide).

use crate::entity::{Entity, Tagged};
use crate::held::{Held, Holder};
use crate::{errors, policy, tags};
use platform::{Error, Records, Result};
use serde::{Deserialize, Serialize};
use shapes::{Timestamp, iam};
use std::collections::BTreeSet;
use store::Table;

static ROLES: Records<Role> = Records::new(Table("iam-roles"));

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
    /// Its policies.
    #[serde(flatten)]
    pub held: Held,
    /// The ARN of the policy that bounds what it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<String>,
    /// The instance profiles that it is in: names in lower case.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub profiles: BTreeSet<String>,
    /// The service that it is linked to, which alone changes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linked: Option<String>,
}

impl Role {
    /// As IAM shows it when it was made, and within an instance profile.
    pub fn brief(&self) -> iam::Role {
        iam::Role {
            path: self.path.clone(),
            role_name: self.name.clone(),
            role_id: self.id.clone(),
            arn: self.arn.clone(),
            create_date: Timestamp(self.created_ms),
            assume_role_policy_document: Some(policy::encoded(&self.trust)),
            ..Default::default()
        }
    }

    /// As IAM shows it in a list.
    pub fn listed(&self) -> iam::Role {
        iam::Role {
            description: self.description.clone(),
            max_session_duration: Some(self.max_session_seconds),
            ..self.brief()
        }
    }

    /// As IAM shows it when it is asked for.
    pub fn full(&self) -> iam::Role {
        iam::Role {
            tags: tags::shown_if_any(&self.tags),
            permissions_boundary: policy::boundary(self.boundary.as_deref()),
            role_last_used: Some(iam::RoleLastUsed::default()),
            ..self.listed()
        }
    }
}

impl Entity for Role {
    const KIND: &'static str = "role";

    fn records() -> &'static Records<Self> {
        &ROLES
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &str {
        &self.path
    }

    fn missing(name: &str) -> Error {
        errors::missing(format_args!("The role with name {name}"))
    }

    fn guard(&self) -> Result<()> {
        if self.linked.is_some() { Err(errors::protected(&self.name)) } else { Ok(()) }
    }
}

impl Tagged for Role {
    const FOLDS_CASE: bool = true;

    fn tags(&mut self) -> &mut Vec<(String, String)> {
        &mut self.tags
    }
}

impl Holder for Role {
    const MAX_INLINE: usize = 10_240;
    const QUOTA: &'static str = "PoliciesPerRole";

    fn id(&self) -> &str {
        &self.id
    }

    fn held(&self) -> &Held {
        &self.held
    }

    fn held_mut(&mut self) -> &mut Held {
        &mut self.held
    }

    fn boundary(&self) -> Option<&str> {
        self.boundary.as_deref()
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
        assert_eq!(role.held.inline["p"], "{}");
        assert_eq!(role.held.attached.len(), 1);
        let bytes = ROLES.encode(&role).unwrap();
        assert_eq!(ROLES.decode(b"k", &bytes).unwrap(), role);
    }
}
