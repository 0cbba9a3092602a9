//! `UntagPolicy`.

use crate::records::Policy;
use crate::{Iam, errors, tags};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::UntagPolicyRequest;
use shapes::iam::ops::UntagPolicy;

impl Handler<UntagPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: UntagPolicyRequest) -> Result<Unit> {
        let what = ("UntagPolicy", input.policy_arn.as_str());
        let untag = |policy: &mut Policy| {
            tags::remove::<Policy>(&mut policy.tags, &input.tag_keys);
            Ok(Unit)
        };
        self.change_own(cx, what, errors::no_policy, untag).await
    }
}
