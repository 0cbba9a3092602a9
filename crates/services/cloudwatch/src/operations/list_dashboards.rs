//! `ListDashboards`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{ListDashboardsInput, ListDashboardsOutput};

impl Handler<ops::ListDashboards> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: ListDashboardsInput,
    ) -> Result<ListDashboardsOutput> {
        Err(Error::internal("ListDashboards is not written yet"))
    }
}
