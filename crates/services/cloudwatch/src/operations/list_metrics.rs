//! `ListMetrics`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{ListMetricsInput, ListMetricsOutput};

impl Handler<ops::ListMetrics> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: ListMetricsInput) -> Result<ListMetricsOutput> {
        Err(Error::internal("ListMetrics is not written yet"))
    }
}
