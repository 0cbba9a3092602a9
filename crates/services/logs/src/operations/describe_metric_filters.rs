//! `DescribeMetricFilters`.

use crate::Logs;
use platform::{Context, Handler, Result};
use shapes::logs::ops::DescribeMetricFilters;
use shapes::logs::{DescribeMetricFiltersRequest, DescribeMetricFiltersResponse};

impl Handler<DescribeMetricFilters> for Logs {
    /// There are none: nobody can put one.
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeMetricFiltersRequest,
    ) -> Result<DescribeMetricFiltersResponse> {
        if let Some(name) = &input.log_group_name {
            self.group(cx, name).await?;
        }
        Ok(DescribeMetricFiltersResponse { metric_filters: Some(Vec::new()), next_token: None })
    }
}
