//! `DescribeSubscriptionFilters`.

use crate::Logs;
use platform::{Context, Handler, Result};
use shapes::logs::ops::DescribeSubscriptionFilters;
use shapes::logs::{DescribeSubscriptionFiltersRequest, DescribeSubscriptionFiltersResponse};

impl Handler<DescribeSubscriptionFilters> for Logs {
    /// There are none: nobody can put one.
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeSubscriptionFiltersRequest,
    ) -> Result<DescribeSubscriptionFiltersResponse> {
        self.group(cx, &input.log_group_name).await?;
        let (subscription_filters, next_token) = (Some(Vec::new()), None);
        Ok(DescribeSubscriptionFiltersResponse { subscription_filters, next_token })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use shapes::logs::DescribeMetricFiltersRequest;
    use shapes::logs::ops::DescribeMetricFilters;

    #[tokio::test]
    async fn a_group_has_none_if_it_is_there() {
        let at = setting().await;
        for (name, is_there) in [("g", true), ("h", false)] {
            let input = DescribeSubscriptionFiltersRequest {
                log_group_name: name.into(),
                ..Default::default()
            };
            let found = at.cx.run::<DescribeSubscriptionFilters, _>(&*at.service, input).await;
            let expected = is_there.then(Vec::new);
            assert_eq!(found.ok().and_then(|found| found.subscription_filters), expected);
            let input = DescribeMetricFiltersRequest {
                log_group_name: Some(name.into()),
                ..Default::default()
            };
            let found = at.cx.run::<DescribeMetricFilters, _>(&*at.service, input).await;
            assert_eq!(found.ok().and_then(|found| found.metric_filters), is_there.then(Vec::new));
        }
    }
}
