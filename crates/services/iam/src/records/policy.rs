//! A customer's managed policy as it is kept.
//!
//! Table `iam-policies`: account, "", `policy`, the name in lower case → JSON of [`Policy`].

use crate::entity::{Entity, Tagged};
use crate::{errors, policy, tags};
use platform::{Error, Records};
use serde::{Deserialize, Serialize};
use shapes::{Timestamp, iam};
use store::Table;

static POLICIES: Records<Policy> = Records::new(Table("iam-policies"));

/// A policy with its versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Its name, as the creator spelled it.
    pub name: String,
    /// `/`, or a path that begins and ends with one.
    pub path: String,
    /// `ANPA` and 17 further characters.
    pub id: String,
    /// `arn:aws:iam::<account>:policy<path><name>`.
    pub arn: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// When a version was added or became the default: milliseconds since the epoch.
    pub updated_ms: i64,
    /// What the creator says of it.
    pub description: Option<String>,
    /// In the given order.
    pub tags: Vec<(String, String)>,
    /// Its versions, the oldest first. There is at least one.
    pub versions: Vec<Version>,
    /// The number of the version that counts.
    pub default: u32,
    /// The number of the next version. None is used again.
    pub next: u32,
    /// How often it was attached, or made a boundary. A deletion that looked for whom it is attached
    /// to demands that this has not grown since.
    pub touched: u64,
}

/// A version of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1 on.
    pub number: u32,
    /// As given.
    pub document: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
}

impl Policy {
    /// As IAM shows it in a list, with how many hold it and how many it bounds.
    pub fn listed(&self, (attached, bounding): (i32, i32)) -> iam::Policy {
        iam::Policy {
            policy_name: Some(self.name.clone()),
            policy_id: Some(self.id.clone()),
            arn: Some(self.arn.clone()),
            path: Some(self.path.clone()),
            default_version_id: Some(format!("v{}", self.default)),
            attachment_count: Some(attached),
            permissions_boundary_usage_count: Some(bounding),
            is_attachable: Some(true),
            create_date: Some(Timestamp(self.created_ms)),
            update_date: Some(Timestamp(self.updated_ms)),
            ..Default::default()
        }
    }

    /// As IAM shows it when it is asked for.
    pub fn full(&self, uses: (i32, i32)) -> iam::Policy {
        iam::Policy {
            description: self.description.clone(),
            tags: Some(tags::shown(&self.tags)),
            ..self.listed(uses)
        }
    }

    /// The version of this id, such as `v2`.
    pub fn version(&self, id: &str) -> Option<&Version> {
        self.versions.iter().find(|version| format!("v{}", version.number) == id)
    }

    /// A version as IAM shows it in a list.
    pub fn listed_version(&self, version: &Version) -> iam::PolicyVersion {
        iam::PolicyVersion {
            document: None,
            version_id: Some(format!("v{}", version.number)),
            is_default_version: Some(version.number == self.default),
            create_date: Some(Timestamp(version.created_ms)),
        }
    }

    /// A version as IAM shows it when it is asked for.
    pub fn full_version(&self, version: &Version) -> iam::PolicyVersion {
        let document = Some(policy::encoded(&version.document));
        iam::PolicyVersion { document, ..self.listed_version(version) }
    }
}

impl Entity for Policy {
    const KIND: &'static str = "policy";

    fn records() -> &'static Records<Self> {
        &POLICIES
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &str {
        &self.path
    }

    fn missing(name: &str) -> Error {
        errors::no_policy(name)
    }
}

impl Tagged for Policy {
    const FOLDS_CASE: bool = false;

    fn tags(&mut self) -> &mut Vec<(String, String)> {
        &mut self.tags
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = r#"{"name":"P","path":"/","id":"ANPA1","arn":"arn:aws:iam::1:policy/P",
            "created_ms":5,"updated_ms":6,"description":null,"tags":[["k","v"]],
            "versions":[{"number":2,"document":"{}","created_ms":6}],"default":2,"next":3,
            "touched":4}"#;
        let policy = POLICIES.decode(b"k", stored.as_bytes()).unwrap();
        assert_eq!(policy.version("v2").unwrap().document, "{}");
        assert_eq!(policy.version("v02"), None);
        let bytes = POLICIES.encode(&policy).unwrap();
        assert_eq!(POLICIES.decode(b"k", &bytes).unwrap(), policy);
    }
}
