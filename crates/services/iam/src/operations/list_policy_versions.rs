//! `ListPolicyVersions`.

use crate::paging::page;
use crate::policies::Known;
use crate::{Iam, errors};
use platform::{Context, Handler, Result};
use shapes::iam::ops::ListPolicyVersions;
use shapes::iam::{ListPolicyVersionsRequest, ListPolicyVersionsResponse, PolicyVersion};

impl Handler<ListPolicyVersions> for Iam {
    async fn handle(
        &self,
        cx: &Context,
        input: ListPolicyVersionsRequest,
    ) -> Result<ListPolicyVersionsResponse> {
        let versions = match self.policy(cx, &input.policy_arn, errors::no_policy).await? {
            Known::Own(policy) => {
                let newest_first = policy.versions.iter().rev();
                newest_first
                    .map(|version| (u32::MAX - version.number, policy.listed_version(version)))
                    .collect()
            }
            Known::Aws(policy) => vec![(0, policy.listed_version())],
        };
        let name = |(order, _): &(u32, PolicyVersion)| format!("{order:010}");
        let page = page(versions.into_iter(), name, input.marker.as_deref(), input.max_items);
        Ok(ListPolicyVersionsResponse {
            versions: Some(page.items.into_iter().map(|(_, version)| version).collect()),
            is_truncated: Some(page.marker.is_some()),
            marker: page.marker,
        })
    }
}
