//! A dashboard.
//!
//! Table `cloudwatch-dashboards`: account, region, name → JSON of [`Dashboard`].

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use store::Table;

pub static DASHBOARDS: Records<Dashboard> = Records::new(Table("cloudwatch-dashboards"));

/// A dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    pub name: String,
    /// JSON, as it was given.
    pub body: String,
    pub modified_ms: i64,
}

/// The key of a dashboard; with an empty name, the prefix of all.
pub fn key(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"name":"a","body":"{}","modified_ms":1}"#;
        let dashboard = DASHBOARDS.decode(b"k", stored).unwrap();
        assert_eq!(DASHBOARDS.encode(&dashboard).unwrap(), &stored[..]);
    }
}
