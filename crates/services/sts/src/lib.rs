//! AWS Security Token Service: who a caller is, and sessions of roles.
//!
//! Knows: what a trust policy says of a caller, and the rules of a session. Must not know: how
//! roles are kept (it asks `iam:GetRole`), how keys are kept, any protocol.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod errors;
mod operations;
mod trust;

use platform::{Asks, Platform, Served, Service, operations};
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

impl Service for Sts {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AssumeRole: |_, it| Asks::on(&it.role_arn),
            GetCallerIdentity,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{self, Example, check_asks};
    use shapes::sts::AssumeRoleRequest;

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let role_arn = "arn:aws:iam::000000000000:role/R".to_owned();
        let examples = [
            Example::of::<AssumeRole>(
                AssumeRoleRequest { role_arn, ..Default::default() },
                &["sts:AssumeRole arn:aws:iam::000000000000:role/R"],
            ),
            Example::of::<GetCallerIdentity>(Default::default(), &["sts:GetCallerIdentity *"]),
        ];
        let served = Sts::new(platform.clone()).operations();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
