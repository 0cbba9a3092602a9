//! `GetDashboard`.

use super::put_dashboard::arn;
use crate::records::dashboard::{DASHBOARDS, key};
use crate::{CloudWatch, errors};
use platform::{Context, Handler, Result};
use shapes::cloudwatch::ops::GetDashboard;
use shapes::cloudwatch::{GetDashboardInput, GetDashboardOutput};

impl Handler<GetDashboard> for CloudWatch {
    async fn handle(&self, cx: &Context, input: GetDashboardInput) -> Result<GetDashboardOutput> {
        let name = input.dashboard_name;
        let found = DASHBOARDS.get(cx.tables(), &key(cx, &name)).await?;
        let dashboard = found.ok_or_else(|| errors::no_dashboard(&name))?;
        Ok(GetDashboardOutput {
            dashboard_arn: Some(arn(cx, &name)),
            dashboard_body: Some(dashboard.body),
            dashboard_name: Some(name),
        })
    }
}
