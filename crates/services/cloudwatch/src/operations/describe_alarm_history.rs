//! `DescribeAlarmHistory`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::cloudwatch::ops;
use shapes::cloudwatch::{DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput};

impl Handler<ops::DescribeAlarmHistory> for CloudWatch {
    async fn handle(
        &self,
        _cx: &Context,
        _input: DescribeAlarmHistoryInput,
    ) -> Result<DescribeAlarmHistoryOutput> {
        Err(Error::internal("DescribeAlarmHistory is not written yet"))
    }
}
