//! An action of an alarm that is to be done.
//!
//! Table `cloudwatch-actions`: account, region, a random id → JSON of [`Action`]. Each has a deadline,
//! which is at once at first.

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static ACTIONS: Records<Action> = Records::new(Table("cloudwatch-actions"));

/// An action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub alarm: String,
    pub alarm_type: String,
    /// Whom it is for.
    pub target: String,
    /// The subject of a message.
    pub subject: String,
    /// The message or event, JSON.
    pub body: String,
    /// What the alarm has become.
    pub state: String,
    pub since_ms: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"alarm":"a","alarm_type":"MetricAlarm","target":"arn","subject":"s","body":"{}","state":"ALARM","since_ms":1}"#;
        let action = ACTIONS.decode(b"k", stored).unwrap();
        assert_eq!(ACTIONS.encode(&action).unwrap(), &stored[..]);
    }
}
