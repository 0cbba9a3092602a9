//! `PutDashboard`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{PutDashboardInput, PutDashboardOutput};

impl Handler<ops::PutDashboard> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: PutDashboardInput) -> Result<PutDashboardOutput> {
        Err(Error::internal("PutDashboard is not written yet"))
    }
}
