//! `TagPolicy`.

use crate::records::Policy;
use crate::{Iam, errors, tags};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::TagPolicyRequest;
use shapes::iam::ops::TagPolicy;

impl Handler<TagPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: TagPolicyRequest) -> Result<Unit> {
        let added = tags::read::<Policy>(Some(input.tags))?;
        let what = ("TagPolicy", input.policy_arn.as_str());
        let tag = |policy: &mut Policy| tags::merge::<Policy>(&mut policy.tags, &added);
        self.change_own(cx, what, errors::no_policy, tag).await.map(|()| Unit)
    }
}
