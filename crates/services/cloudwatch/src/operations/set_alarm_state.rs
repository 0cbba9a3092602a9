//! `SetAlarmState`.

use crate::records::alarm::State;
use crate::{CloudWatch, errors};
use platform::{Context, Handler, Result};
use shapes::cloudwatch::SetAlarmStateInput;
use shapes::cloudwatch::ops::SetAlarmState;

impl Handler<SetAlarmState> for CloudWatch {
    async fn handle(&self, cx: &Context, input: SetAlarmStateInput) -> Result<shapes::Unit> {
        let Some(state) = State::named(&input.state_value) else {
            let words =
                format!("The value {} for parameter StateValue is invalid.", input.state_value);
            return Err(errors::invalid(words));
        };
        if let Some(data) = &input.state_reason_data
            && serde_json::from_str::<serde_json::Value>(data).is_err()
        {
            let words = "StateReasonData is not valid JSON";
            return Err(platform::Error::new(
                &shapes::cloudwatch::errors::INVALID_FORMAT_FAULT,
                words,
            ));
        }
        let standing = (state, &*input.state_reason, input.state_reason_data);
        self.set_state(cx, &input.alarm_name, standing).await?;
        Ok(shapes::Unit)
    }
}
