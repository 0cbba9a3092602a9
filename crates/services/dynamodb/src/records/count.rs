//! How much was in a table or an index when it was last counted.
//!
//! Table `dynamodb-counts`: table's id (8 bytes, big-endian) → JSON of [`Counted`].

use platform::Records;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static COUNTS: Records<Counted> = Records::new(Table("dynamodb-counts"));

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// When.
    pub at_ms: i64,
    /// In the table.
    pub table: Count,
    /// In its indexes, by their ids.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub indexes: BTreeMap<u32, Count>,
}

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Items, or entries.
    pub items: i64,
    /// Their sizes, as AWS counts them.
    pub bytes: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored =
            br#"{"at_ms":5,"table":{"items":2,"bytes":9},"indexes":{"1":{"items":1,"bytes":4}}}"#;
        let counted = COUNTS.decode(b"k", stored).unwrap();
        assert_eq!(COUNTS.encode(&counted).unwrap(), &stored[..]);
        assert_eq!(counted.indexes[&1], Count { items: 1, bytes: 4 });
    }
}
