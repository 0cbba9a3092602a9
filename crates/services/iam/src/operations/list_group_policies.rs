//! `ListGroupPolicies`.

use crate::Iam;
use crate::records::Group;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListGroupPolicies;
use shapes::iam::{ListGroupPoliciesRequest, ListGroupPoliciesResponse};

impl Handler<ListGroupPolicies> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListGroupPoliciesRequest,
    ) -> Result<ListGroupPoliciesResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.inline_names::<Group>(cx, &input.group_name, pages).await?;
        Ok(ListGroupPoliciesResponse {
            is_truncated: Some(page.marker.is_some()),
            policy_names: page.items,
            marker: page.marker,
        })
    }
}
