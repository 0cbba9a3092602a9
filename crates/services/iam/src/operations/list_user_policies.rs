//! `ListUserPolicies`.

use crate::Iam;
use crate::records::User;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListUserPolicies;
use shapes::iam::{ListUserPoliciesRequest, ListUserPoliciesResponse};

impl Handler<ListUserPolicies> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListUserPoliciesRequest,
    ) -> Result<ListUserPoliciesResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.inline_names::<User>(cx, &input.user_name, pages).await?;
        Ok(ListUserPoliciesResponse {
            is_truncated: Some(page.marker.is_some()),
            policy_names: page.items,
            marker: page.marker,
        })
    }
}
