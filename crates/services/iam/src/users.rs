//! Which user is meant, and the groups that a user is in.

use crate::records::{Group, User};
use crate::{Iam, errors};
use platform::{Context, Principal, Result};

/// The user that a request names, else the caller.
///
/// # Errors
/// `ValidationError`, where the caller is no user.
pub(crate) fn meant(cx: &Context, given: Option<String>) -> Result<String> {
    match (given, &*cx.principal) {
        (Some(name), _) => Ok(name),
        (None, Principal::User { name, .. }) => Ok(name.clone()),
        (None, Principal::Root { .. }) => Err(errors::validation(
            "Must specify userName: the access keys of an account's root are given to Waterwheel \
             when it starts, and not kept by IAM.",
        )),
        (None, _) => {
            Err(errors::validation("Must specify userName when calling with non-User credentials"))
        }
    }
}

impl Iam {
    /// The groups that a user is in.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn groups_of(&self, cx: &Context, user: &User) -> Result<Vec<Group>> {
        let mut groups = Vec::with_capacity(user.groups.len());
        for name in &user.groups {
            groups.extend(self.look::<Group>(cx, name).await?);
        }
        Ok(groups)
    }
}

/// That a user has no such access key.
pub(crate) fn no_key(id: &str) -> platform::Error {
    errors::missing(format_args!("The Access Key with id {id}"))
}
