//! `PutMetricData`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::cloudwatch::PutMetricDataInput;
use shapes::cloudwatch::ops;

impl Handler<ops::PutMetricData> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: PutMetricDataInput) -> Result<Unit> {
        Err(Error::internal("PutMetricData is not written yet"))
    }
}
