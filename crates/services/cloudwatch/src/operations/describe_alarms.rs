//! `DescribeAlarms`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{DescribeAlarmsInput, DescribeAlarmsOutput};

impl Handler<ops::DescribeAlarms> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeAlarmsInput,
    ) -> Result<DescribeAlarmsOutput> {
        Err(Error::internal("DescribeAlarms is not written yet"))
    }
}
