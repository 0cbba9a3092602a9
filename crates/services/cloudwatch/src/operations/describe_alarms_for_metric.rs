//! `DescribeAlarmsForMetric`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput};

impl Handler<ops::DescribeAlarmsForMetric> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeAlarmsForMetricInput,
    ) -> Result<DescribeAlarmsForMetricOutput> {
        Err(Error::internal("DescribeAlarmsForMetric is not written yet"))
    }
}
