//! `ListAttachedUserPolicies`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListAttachedUserPolicies;
use shapes::iam::{ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse};

impl Handler<ListAttachedUserPolicies> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListAttachedUserPoliciesRequest,
    ) -> Result<ListAttachedUserPoliciesResponse> {
        let below = (input.user_name.as_str(), input.path_prefix);
        let page = self.attached::<User>(cx, below, (input.marker, input.max_items)).await?;
        Ok(ListAttachedUserPoliciesResponse {
            is_truncated: Some(page.marker.is_some()),
            attached_policies: Some(page.items),
            marker: page.marker,
        })
    }
}
