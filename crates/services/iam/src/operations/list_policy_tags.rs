//! `ListPolicyTags`.

use crate::policies::Known;
use crate::{Iam, errors, tags};
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListPolicyTags;
use shapes::iam::{ListPolicyTagsRequest, ListPolicyTagsResponse};

impl Handler<ListPolicyTags> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListPolicyTagsRequest,
    ) -> Result<ListPolicyTagsResponse> {
        let tags = match self.policy(cx, &input.policy_arn, errors::no_policy).await? {
            Known::Own(policy) => policy.tags,
            Known::Aws(_) => Vec::new(),
        };
        let page = tags::paged(&tags, (input.marker, input.max_items));
        Ok(ListPolicyTagsResponse {
            is_truncated: Some(page.marker.is_some()),
            tags: page.items,
            marker: page.marker,
        })
    }
}
