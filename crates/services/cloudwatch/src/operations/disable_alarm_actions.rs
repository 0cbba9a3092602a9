//! `DisableAlarmActions`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::cloudwatch::DisableAlarmActionsInput;
use shapes::cloudwatch::ops;

impl Handler<ops::DisableAlarmActions> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: DisableAlarmActionsInput) -> Result<Unit> {
        Err(Error::internal("DisableAlarmActions is not written yet"))
    }
}
