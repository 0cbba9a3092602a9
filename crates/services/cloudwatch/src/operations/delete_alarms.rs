//! `DeleteAlarms`.

use crate::records::alarm::{ALARMS, Watch, key};
use crate::{CloudWatch, errors};
use platform::{Context, Handler, Result};
use shapes::cloudwatch::DeleteAlarmsInput;
use shapes::cloudwatch::ops::DeleteAlarms;

impl Handler<DeleteAlarms> for CloudWatch {
    async fn handle(&self, cx: &Context, input: DeleteAlarmsInput) -> Result<shapes::Unit> {
        let mut composites = 0;
        for name in &input.alarm_names {
            match ALARMS.get(cx.tables(), &key(cx, name)).await? {
                None => return Err(errors::no_alarm()),
                Some(alarm) if matches!(alarm.watch, Watch::Alarms(_)) => composites += 1,
                Some(_) => {}
            }
        }
        if composites > 1 {
            return Err(errors::invalid(
                "You can delete at most one composite alarm in one operation.",
            ));
        }
        for name in &input.alarm_names {
            self.delete_alarm(cx, name).await?;
        }
        Ok(shapes::Unit)
    }
}
