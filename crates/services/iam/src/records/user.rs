//! A user as it is kept.
//!
//! Table `iam-users`: account, "", `user`, the name in lower case → JSON of [`User`]. The secrets of
//! its access keys are not here: they are in `credentials`, which is read with every request.

use crate::entity::{Entity, Tagged};
use crate::held::{Held, Holder};
use crate::{errors, policy, tags};
use platform::{Error, Principal, Records};
use serde::{Deserialize, Serialize};
use shapes::{Timestamp, iam};
use std::collections::BTreeSet;
use store::Table;

static USERS: Records<User> = Records::new(Table("iam-users"));

/// A user with all that hangs on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Its name, as it was last spelled.
    pub name: String,
    /// `/`, or a path that begins and ends with one.
    pub path: String,
    /// `AIDA` and 17 further characters.
    pub id: String,
    /// `arn:aws:iam::<account>:user<path><name>`.
    pub arn: String,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
    /// In the given order.
    pub tags: Vec<(String, String)>,
    /// Its policies.
    #[serde(flatten)]
    pub held: Held,
    /// The ARN of the policy that bounds what it may.
    pub boundary: Option<String>,
    /// The groups that it is in: names in lower case.
    pub groups: BTreeSet<String>,
    /// Its access keys, the oldest first.
    pub keys: Vec<Key>,
}

/// An access key, without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// `AKIA` and 16 further characters.
    pub id: String,
    /// Whether it signs.
    pub active: bool,
    /// Milliseconds since the epoch.
    pub created_ms: i64,
}

impl Key {
    /// As IAM says whether it signs.
    pub fn status(&self) -> String {
        if self.active { "Active" } else { "Inactive" }.to_owned()
    }
}

impl User {
    /// As IAM shows it in a list.
    pub fn brief(&self) -> iam::User {
        iam::User {
            path: self.path.clone(),
            user_name: self.name.clone(),
            user_id: self.id.clone(),
            arn: self.arn.clone(),
            create_date: Timestamp(self.created_ms),
            ..Default::default()
        }
    }

    /// As IAM shows it when it is asked for.
    pub fn full(&self) -> iam::User {
        iam::User {
            tags: tags::shown_if_any(&self.tags),
            permissions_boundary: policy::boundary(self.boundary.as_deref()),
            ..self.brief()
        }
    }

    /// Whom its keys stand for.
    pub fn principal(&self, account: &str) -> Principal {
        Principal::User {
            account: account.to_owned(),
            path: self.path.clone(),
            name: self.name.clone(),
            user_id: self.id.clone(),
        }
    }
}

impl Entity for User {
    const KIND: &'static str = "user";

    fn records() -> &'static Records<Self> {
        &USERS
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &str {
        &self.path
    }

    fn missing(name: &str) -> Error {
        errors::missing(format_args!("The user with name {name}"))
    }
}

impl Tagged for User {
    const FOLDS_CASE: bool = true;

    fn tags(&mut self) -> &mut Vec<(String, String)> {
        &mut self.tags
    }
}

impl Holder for User {
    const MAX_INLINE: usize = 2048;
    const QUOTA: &'static str = "PoliciesPerUser";

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
        let stored = r#"{"name":"ann","path":"/","id":"AIDA1","arn":"arn:aws:iam::1:user/ann",
            "created_ms":5,"tags":[["k","v"]],"inline":{"p":"{}"},
            "attached":["arn:aws:iam::aws:policy/A"],"boundary":null,"groups":["g"],
            "keys":[{"id":"AKIA1","active":false,"created_ms":6}]}"#;
        let user = USERS.decode(b"k", stored.as_bytes()).unwrap();
        assert_eq!(user.keys[0].status(), "Inactive");
        let bytes = USERS.encode(&user).unwrap();
        assert_eq!(USERS.decode(b"k", &bytes).unwrap(), user);
    }
}
