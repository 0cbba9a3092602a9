//! `GetPolicy`.

use crate::policies::Known;
use crate::{Iam, errors};
use platform::{Context, Handler, Result, partition};
use shapes::iam;
use shapes::iam::ops::GetPolicy;
use shapes::iam::{GetPolicyRequest, GetPolicyResponse};

impl Handler<GetPolicy> for Iam {
    async fn handle(&self, cx: &Context, input: GetPolicyRequest) -> Result<GetPolicyResponse> {
        let arn = &input.policy_arn;
        let found = self.policy(cx, arn, errors::no_policy).await?;
        let uses = self.uses(cx).await?.of(arn);
        let policy = match found {
            Known::Own(policy) => policy.full(uses),
            Known::Aws(policy) => {
                let listed = policy.listed(partition(&cx.region), uses);
                iam::Policy { tags: Some(Vec::new()), ..listed }
            }
        };
        Ok(GetPolicyResponse { policy: Some(policy) })
    }
}
