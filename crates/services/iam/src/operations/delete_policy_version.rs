//! `DeletePolicyVersion`.

use crate::records::Policy;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::DeletePolicyVersionRequest;
use shapes::iam::ops::DeletePolicyVersion;

impl Handler<DeletePolicyVersion> for Iam {
    async fn handle(&self, cx: &Context, input: DeletePolicyVersionRequest) -> Result<Unit> {
        let (arn, id) = (&input.policy_arn, &input.version_id);
        let missing = |arn: &str| errors::no_version(arn, id);
        let remove = |policy: &mut Policy| {
            let number = policy.version(id).ok_or_else(|| missing(arn))?.number;
            if number == policy.default {
                return Err(errors::conflict("Cannot delete the default version of a policy."));
            }
            policy.versions.retain(|version| version.number != number);
            Ok(Unit)
        };
        self.change_own(cx, ("DeletePolicyVersion", arn), missing, remove).await
    }
}
