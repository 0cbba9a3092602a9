//! AWS Identity and Access Management: roles, their trust and their policies.
//!
//! Knows: what a role is made of, which policy documents IAM takes, and what it says to the rest.
//! Must not know: who may do what (the policies are kept here and read elsewhere), credentials,
//! any protocol. IAM is global: roles belong to an account and to no region.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod asks;
mod errors;
mod operations;
mod paging;
mod policy;
mod record;
mod roles;

use platform::Platform;
use std::sync::Arc;

pub use record::Role;

/// The service.
pub struct Iam {
    platform: Arc<Platform>,
}

impl Iam {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        Arc::new(Self { platform })
    }
}
