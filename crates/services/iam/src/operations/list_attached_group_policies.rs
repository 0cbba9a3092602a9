//! `ListAttachedGroupPolicies`.

use crate::Iam;
use crate::records::Group;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListAttachedGroupPolicies;
use shapes::iam::{ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse};

impl Handler<ListAttachedGroupPolicies> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListAttachedGroupPoliciesRequest,
    ) -> Result<ListAttachedGroupPoliciesResponse> {
        let below = (input.group_name.as_str(), input.path_prefix);
        let page = self.attached::<Group>(cx, below, (input.marker, input.max_items)).await?;
        Ok(ListAttachedGroupPoliciesResponse {
            is_truncated: Some(page.marker.is_some()),
            attached_policies: Some(page.items),
            marker: page.marker,
        })
    }
}
