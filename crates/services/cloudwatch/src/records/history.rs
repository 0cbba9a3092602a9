//! What has happened to an alarm.
//!
//! Table `cloudwatch-alarm-history`: account, region, alarm, milliseconds since the epoch (16
//! hexadecimal digits), a random id → JSON of [`Happened`]. Each has a deadline at which it goes.

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static HISTORY: Records<Happened> = Records::new(Table("cloudwatch-alarm-history"));

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    pub alarm: String,
    /// `MetricAlarm` or `CompositeAlarm`.
    pub alarm_type: String,
    pub at_ms: i64,
    /// `ConfigurationUpdate`, `StateUpdate` or `Action`.
    pub item_type: String,
    pub summary: String,
    /// JSON.
    pub data: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"alarm":"a","alarm_type":"MetricAlarm","at_ms":1,"item_type":"Action","summary":"s","data":"{}"}"#;
        let happened = HISTORY.decode(b"k", stored).unwrap();
        assert_eq!(HISTORY.encode(&happened).unwrap(), &stored[..]);
    }
}
