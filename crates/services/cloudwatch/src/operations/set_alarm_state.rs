//! `SetAlarmState`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::cloudwatch::SetAlarmStateInput;
use shapes::cloudwatch::ops;

impl Handler<ops::SetAlarmState> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: SetAlarmStateInput) -> Result<Unit> {
        Err(Error::internal("SetAlarmState is not written yet"))
    }
}
