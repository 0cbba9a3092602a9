//! `SetDefaultPolicyVersion`.

use crate::records::Policy;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::SetDefaultPolicyVersionRequest;
use shapes::iam::ops::SetDefaultPolicyVersion;

impl Handler<SetDefaultPolicyVersion> for Iam {
    async fn handle(&self, cx: &Context, input: SetDefaultPolicyVersionRequest) -> Result<Unit> {
        let (arn, id) = (&input.policy_arn, &input.version_id);
        let missing = |arn: &str| errors::no_version(arn, id);
        let now_ms = cx.now().seconds() * 1000;
        let set = |policy: &mut Policy| {
            policy.default = policy.version(id).ok_or_else(|| missing(arn))?.number;
            policy.updated_ms = now_ms;
            Ok(Unit)
        };
        self.change_own(cx, ("SetDefaultPolicyVersion", arn), missing, set).await
    }
}
