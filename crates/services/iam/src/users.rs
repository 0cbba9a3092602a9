//! Which user is meant, and the groups that a user is in.

use crate::records::{Group, User};
use crate::{Iam, errors};
use platform::{Context, Error, Principal, Result};

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
    /// That a user has no password, or that there is no such user.
    pub(crate) async fn no_login(&self, cx: &Context, given: Option<String>) -> Error {
        let found = async { self.find::<User>(cx, &meant(cx, given)?).await };
        match found.await {
            Ok(user) => errors::missing(format_args!("Login Profile for User {}", user.name)),
            Err(error) => error,
        }
    }

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
pub(crate) fn no_key(id: &str) -> Error {
    errors::missing(format_args!("The Access Key with id {id}"))
}
