//! `PutMetricAlarm`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::cloudwatch::PutMetricAlarmInput;
use shapes::cloudwatch::ops;

impl Handler<ops::PutMetricAlarm> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: PutMetricAlarmInput) -> Result<Unit> {
        Err(Error::internal("PutMetricAlarm is not written yet"))
    }
}
