//! `EnableAlarmActions`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::cloudwatch::EnableAlarmActionsInput;
use shapes::cloudwatch::ops;

impl Handler<ops::EnableAlarmActions> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: EnableAlarmActionsInput) -> Result<Unit> {
        Err(Error::internal("EnableAlarmActions is not written yet"))
    }
}
