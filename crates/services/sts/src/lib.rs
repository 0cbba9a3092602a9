//! AWS Security Token Service: who a caller is, and sessions of roles.
//!
//! Knows: what a trust policy is asked, and the rules of a session. Must not know: how
//! roles are kept (it asks `iam:GetRole`), how keys are kept, any protocol.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod errors;
mod operations;

use platform::Platform;
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

#[cfg(test)]
mod tests {
    use super::*;
    use platform::Principal;
    use platform::Service as _;
    use platform::testing::{self, Example, check_asks};
    use shapes::sts::AssumeRoleRequest;
    use shapes::sts::ops::{AssumeRole, GetCallerIdentity};

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let role_arn = "arn:aws:iam::000000000000:role/R".to_owned();
        let examples = [
            Example::of::<AssumeRole>(
                AssumeRoleRequest { role_arn, ..Default::default() },
                &["sts:AssumeRole arn:aws:iam::000000000000:role/R"],
            ),
            Example::of::<GetCallerIdentity>(Default::default(), &[]),
        ];
        let served = Sts::new(platform.clone()).operations();
        check_asks(&testing::context(&platform), &served, &examples);
    }

    #[tokio::test]
    async fn everybody_may_ask_who_they_are() {
        let (platform, _) = testing::platform();
        platform.serve(Sts::new(platform.clone()).operations());
        let cx = testing::context(&platform).acting_as(Principal::root("111122223333"));
        let output = cx.call::<GetCallerIdentity>(Default::default()).await.unwrap();
        assert_eq!(output.account.as_deref(), Some("111122223333"));
    }
}
