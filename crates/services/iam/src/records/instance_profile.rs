//! An instance profile as it is kept.
//!
//! Table `iam-instance-profiles`: account, "", `instance-profile`, the name in lower case → JSON of
//! [`InstanceProfile`].

use crate::entity::{Entity, Tagged};
use crate::{errors, tags};
use platform::{Error, Records};
use serde::{Deserialize, Serialize};
use shapes::{Timestamp, iam};
use store::Table;

static PROFILES: Records<InstanceProfile> = Records::new(Table("iam-instance-profiles"));

/// What hands a role to an instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceProfile {
    /// Its name, as the creator spelled it.
    pub name: String,
    /// `/`, or a path that begins and ends with one.
    pub path: String,
    /// `AIPA` and 17 further characters.
    pub id: String,
    /// `arn:aws:iam::<account>:instance-profile<path><name>`.
    pub arn: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// In the given order.
    pub tags: Vec<(String, String)>,
    /// The role in it: its name in lower case.
    pub role: Option<String>,
}

impl InstanceProfile {
    /// As IAM shows it in a list, with its role.
    pub fn listed(&self, role: Option<iam::Role>) -> iam::InstanceProfile {
        iam::InstanceProfile {
            path: self.path.clone(),
            instance_profile_name: self.name.clone(),
            instance_profile_id: self.id.clone(),
            arn: self.arn.clone(),
            create_date: Timestamp(self.created_ms),
            roles: role.into_iter().collect(),
            tags: None,
        }
    }

    /// As IAM shows it when it is asked for, with its role.
    pub fn full(&self, role: Option<iam::Role>) -> iam::InstanceProfile {
        iam::InstanceProfile { tags: Some(tags::shown(&self.tags)), ..self.listed(role) }
    }
}

impl Entity for InstanceProfile {
    const KIND: &'static str = "instance-profile";

    fn records() -> &'static Records<Self> {
        &PROFILES
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &str {
        &self.path
    }

    fn missing(name: &str) -> Error {
        errors::missing(format_args!("Instance Profile {name}"))
    }
}

impl Tagged for InstanceProfile {
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
        let stored = r#"{"name":"P","path":"/","id":"AIPA1",
            "arn":"arn:aws:iam::1:instance-profile/P","created_ms":5,"tags":[["k","v"]],
            "role":"r"}"#;
        let profile = PROFILES.decode(b"k", stored.as_bytes()).unwrap();
        let bytes = PROFILES.encode(&profile).unwrap();
        assert_eq!(PROFILES.decode(b"k", &bytes).unwrap(), profile);
    }
}
