//! `GetDashboard`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{GetDashboardInput, GetDashboardOutput};

impl Handler<ops::GetDashboard> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: GetDashboardInput) -> Result<GetDashboardOutput> {
        Err(Error::internal("GetDashboard is not written yet"))
    }
}
