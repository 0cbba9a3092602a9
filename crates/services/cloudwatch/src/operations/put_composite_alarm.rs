//! `PutCompositeAlarm`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::cloudwatch::PutCompositeAlarmInput;
use shapes::cloudwatch::ops;

impl Handler<ops::PutCompositeAlarm> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: PutCompositeAlarmInput) -> Result<Unit> {
        Err(Error::internal("PutCompositeAlarm is not written yet"))
    }
}
