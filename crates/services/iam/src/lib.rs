//! AWS Identity and Access Management: roles, users, groups, their policies, access keys, and what
//! hands roles to others.
//!
//! Knows: what each of them is made of, which policy documents IAM takes, AWS's own managed policies,
//! and what it says to the rest. Must not know: who may do what (the policies are kept here and read
//! elsewhere), how keys prove anything, any protocol. IAM is global: what it keeps belongs to an
//! account and to no region.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod asks;
mod attachments;
mod entity;
mod errors;
mod held;
mod managed;
mod operations;
mod paging;
mod paths;
mod policies;
mod policy;
mod profiles;
mod records;
mod service_linked;
mod tags;
mod users;

use platform::Platform;
use std::sync::Arc;

/// The service.
pub struct Iam {
    platform: Arc<Platform>,
}

impl Iam {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        Arc::new(Self { platform })
    }

    /// A unique id that begins so, such as `AROA`.
    fn new_id(&self, prefix: &str) -> String {
        format!("{prefix}{}", self.platform.ids.base32(17))
    }
}
