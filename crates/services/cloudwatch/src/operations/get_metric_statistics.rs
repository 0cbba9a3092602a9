//! `GetMetricStatistics`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{GetMetricStatisticsInput, GetMetricStatisticsOutput};

impl Handler<ops::GetMetricStatistics> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: GetMetricStatisticsInput,
    ) -> Result<GetMetricStatisticsOutput> {
        Err(Error::internal("GetMetricStatistics is not written yet"))
    }
}
