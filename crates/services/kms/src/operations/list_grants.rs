//! `ListGrants`.

use super::create_grant::party;
use crate::records::grant::Grant;
use crate::{Kms, grants, paging};
use platform::{Context, Handler, Result};
use shapes::kms::ops::ListGrants;
use shapes::kms::{ListGrantsRequest, ListGrantsResponse};

impl Handler<ListGrants> for Kms {
    async fn handle(&self, cx: &Context, input: ListGrantsRequest) -> Result<ListGrantsResponse> {
        let found = self.known(cx, &input.key_id).await?;
        let grantee = party(input.grantee_principal, input.grantee_service_principal)?;
        let mut all = self.grants(cx, &found).await?;
        all.retain(|grant| {
            input.grant_id.as_ref().is_none_or(|id| *id == grant.id)
                && grantee.as_ref().is_none_or(|grantee| *grantee == grant.grantee)
        });
        let account = &found.account;
        page(cx, account, all, (input.limit, input.marker.as_deref()))
    }
}

/// The page of grants that a request asks for.
pub(super) fn page(
    cx: &Context,
    account: &str,
    all: Vec<Grant>,
    (limit, marker): (Option<i32>, Option<&str>),
) -> Result<ListGrantsResponse> {
    let place = |grant: &Grant| grant.id.clone();
    let page = paging::page(all, place, (limit, 50), marker)?;
    let list = page.list.into_iter().map(|grant| grants::shown(cx, account, grant));
    Ok(ListGrantsResponse {
        grants: Some(list.collect()),
        next_marker: page.next_marker,
        truncated: page.truncated,
    })
}
