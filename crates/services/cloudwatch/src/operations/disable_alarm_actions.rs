//! `DisableAlarmActions`.

use crate::CloudWatch;
use platform::{Context, Handler, Result};
use shapes::cloudwatch::DisableAlarmActionsInput;
use shapes::cloudwatch::ops::DisableAlarmActions;

impl Handler<DisableAlarmActions> for CloudWatch {
    async fn handle(&self, cx: &Context, input: DisableAlarmActionsInput) -> Result<shapes::Unit> {
        self.change_alarms(cx, &input.alarm_names, |alarm| alarm.enabled = false).await?;
        Ok(shapes::Unit)
    }
}
