//! `EnableAlarmActions`.

use crate::CloudWatch;
use platform::{Context, Handler, Result};
use shapes::cloudwatch::EnableAlarmActionsInput;
use shapes::cloudwatch::ops::EnableAlarmActions;

impl Handler<EnableAlarmActions> for CloudWatch {
    async fn handle(&self, cx: &Context, input: EnableAlarmActionsInput) -> Result<shapes::Unit> {
        self.change_alarms(cx, &input.alarm_names, |alarm| alarm.enabled = true).await?;
        Ok(shapes::Unit)
    }
}
