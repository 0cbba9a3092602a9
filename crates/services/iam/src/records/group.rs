//! A group of users as it is kept.
//!
//! Table `iam-groups`: account, "", `group`, the name in lower case → JSON of [`Group`].

use crate::entity::Entity;
use crate::errors;
use crate::held::{Held, Holder};
use platform::{Error, Records};
use serde::{Deserialize, Serialize};
use shapes::{Timestamp, iam};
use std::collections::BTreeSet;
use store::Table;

static GROUPS: Records<Group> = Records::new(Table("iam-groups"));

/// A group with all that hangs on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its name, as it was last spelled.
    pub name: String,
    /// `/`, or a path that begins and ends with one.
    pub path: String,
    /// `AGPA` and 17 further characters.
    pub id: String,
    /// `arn:aws:iam::<account>:group<path><name>`.
    pub arn: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// Its policies.
    #[serde(flatten)]
    pub held: Held,
    /// The users in it: names in lower case.
    pub members: BTreeSet<String>,
}

impl Group {
    /// As IAM shows it.
    pub fn shown(&self) -> iam::Group {
        iam::Group {
            path: self.path.clone(),
            group_name: self.name.clone(),
            group_id: self.id.clone(),
            arn: self.arn.clone(),
            create_date: Timestamp(self.created_ms),
        }
    }
}

impl Entity for Group {
    const KIND: &'static str = "group";

    fn records() -> &'static Records<Self> {
        &GROUPS
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &str {
        &self.path
    }

    fn missing(name: &str) -> Error {
        errors::missing(format_args!("The group with name {name}"))
    }
}

impl Holder for Group {
    const MAX_INLINE: usize = 5120;
    const QUOTA: &'static str = "PoliciesPerGroup";

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
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = r#"{"name":"g","path":"/","id":"AGPA1","arn":"arn:aws:iam::1:group/g",
            "created_ms":5,"inline":{},"attached":[],"members":["ann"]}"#;
        let group = GROUPS.decode(b"k", stored.as_bytes()).unwrap();
        let bytes = GROUPS.encode(&group).unwrap();
        assert_eq!(GROUPS.decode(b"k", &bytes).unwrap(), group);
    }
}
