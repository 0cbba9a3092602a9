//! `ListDashboards`.

use super::put_dashboard::arn;
use crate::records::dashboard::{DASHBOARDS, key};
use crate::{CloudWatch, paging};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::cloudwatch::ops::ListDashboards;
use shapes::cloudwatch::{DashboardEntry, ListDashboardsInput, ListDashboardsOutput};

/// How many a page has.
const PAGE: usize = 1000;

impl Handler<ListDashboards> for CloudWatch {
    async fn handle(
        &self,
        cx: &Context,
        input: ListDashboardsInput,
    ) -> Result<ListDashboardsOutput> {
        let start = key(cx, input.dashboard_name_prefix.as_deref().unwrap_or_default());
        let token = input.next_token.as_deref();
        let (found, next_token) =
            paging::page(cx, &DASHBOARDS, &start, PAGE, token, |_| true).await?;
        let entries = found.into_iter().map(|(_, it)| DashboardEntry {
            dashboard_arn: Some(arn(cx, &it.name)),
            size: Some(it.body.len() as i64),
            last_modified: Some(Timestamp(it.modified_ms)),
            dashboard_name: Some(it.name),
        });
        Ok(ListDashboardsOutput { dashboard_entries: Some(entries.collect()), next_token })
    }
}
