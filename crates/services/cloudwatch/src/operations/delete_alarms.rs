//! `DeleteAlarms`.

use crate::CloudWatch;
use platform::{Context, Error, Handler, Result};
use shapes::Unit;
use shapes::cloudwatch::DeleteAlarmsInput;
use shapes::cloudwatch::ops;

impl Handler<ops::DeleteAlarms> for CloudWatch {
    async fn handle(&self, _cx: &Context, _input: DeleteAlarmsInput) -> Result<Unit> {
        Err(Error::internal("DeleteAlarms is not written yet"))
    }
}
