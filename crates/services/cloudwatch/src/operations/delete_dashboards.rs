//! `DeleteDashboards`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{DeleteDashboardsInput, DeleteDashboardsOutput};

impl Handler<ops::DeleteDashboards> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DeleteDashboardsInput,
    ) -> Result<DeleteDashboardsOutput> {
        Err(Error::internal("DeleteDashboards is not written yet"))
    }
}
