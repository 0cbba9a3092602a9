//! `ListRetirableGrants`.

use super::create_grant::party;
use super::list_grants::page;
use crate::records::grant::GRANTS;
use crate::{Kms, errors};
use platform::{Context, Handler, Result, scoped};
use shapes::kms::ops::ListRetirableGrants;
use shapes::kms::{ListGrantsResponse, ListRetirableGrantsRequest};
use store::Scan;

/// Of the account's own keys.
impl Handler<ListRetirableGrants> for Kms {
    async fn handle(
        &self,
        cx: &Context,
        input: ListRetirableGrantsRequest,
    ) -> Result<ListGrantsResponse> {
        let retiring = party(input.retiring_principal, input.retiring_service_principal)?;
        if retiring.is_none() {
            return Err(errors::invalid("RetiringPrincipal is required."));
        }
        let prefix = scoped(&cx.account, &cx.region, &[""]);
        let all = GRANTS.scan(cx.tables(), Scan::prefix(&prefix)).await?;
        let all = all.into_iter().map(|(_, grant)| grant);
        let all = all.filter(|grant| grant.retiring == retiring).collect();
        page(cx, &cx.account, all, (input.limit, input.marker.as_deref()))
    }
}
