//! `DeleteDashboards`.

use super::put_dashboard::arn;
use crate::records::dashboard::{DASHBOARDS, key};
use crate::{CloudWatch, errors};
use platform::{Context, Handler, Result};
use shapes::cloudwatch::ops::DeleteDashboards;
use shapes::cloudwatch::{DeleteDashboardsInput, DeleteDashboardsOutput};
use store::Batch;

impl Handler<DeleteDashboards> for CloudWatch {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteDashboardsInput,
    ) -> Result<DeleteDashboardsOutput> {
        // All or none.
        let mut batch = Batch::new();
        for name in &input.dashboard_names {
            if DASHBOARDS.get(cx.tables(), &key(cx, name)).await?.is_none() {
                return Err(errors::no_dashboard(name));
            }
            batch = batch.delete(DASHBOARDS.table, key(cx, name));
            batch = platform::tags::taken(batch, (&cx.account, &cx.region), &arn(cx, name));
        }
        cx.tables().commit(batch).await?;
        Ok(DeleteDashboardsOutput::default())
    }
}
