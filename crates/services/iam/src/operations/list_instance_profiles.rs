//! `ListInstanceProfiles`.

use crate::Iam;
use crate::records::InstanceProfile;
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListInstanceProfiles;
use shapes::iam::{ListInstanceProfilesRequest, ListInstanceProfilesResponse};

impl Handler<ListInstanceProfiles> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListInstanceProfilesRequest,
    ) -> Result<ListInstanceProfilesResponse> {
        let pages = (input.marker, input.max_items);
        let page = self.below::<InstanceProfile>(cx, input.path_prefix, pages).await?;
        Ok(ListInstanceProfilesResponse {
            instance_profiles: self.listed_profiles(cx, &page.items).await?,
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}
