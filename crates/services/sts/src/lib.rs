//! AWS Security Token Service: who a caller is, and sessions of roles.
//!
//! Knows: what a trust policy says of a caller, and the rules of a session. Must not know: how
//! roles are kept (it asks `iam:GetRole`), how keys are kept, any protocol.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod errors;
mod operations;
mod trust;

use platform::{Platform, Served, operations};
use shapes::sts::ops::*;
use std::sync::Arc;

/// The service.
pub struct Sts {
    platform: Arc<Platform>,
}

impl Sts {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        Arc::new(Self { platform })
    }
}

/// What it serves.
pub fn operations(service: &Arc<Sts>) -> Vec<Served> {
    operations![service => AssumeRole, GetCallerIdentity]
}
