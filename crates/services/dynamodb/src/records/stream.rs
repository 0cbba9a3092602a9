//! A stream of a table, whether that still has it or not.
//!
//! Table `dynamodb-streams`: account, region, table, label → JSON of [`StreamRecord`].

use super::table::KeySchema;
use platform::{Arn, Records, scoped};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use store::Table;

pub static STREAMS: Records<StreamRecord> = Records::new(Table("dynamodb-streams"));

/// For how long a record can be read, and a stream that gets none any more.
pub(crate) const KEPT_MS: i64 = 24 * 3600 * 1000;

/// A stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamRecord {
    /// What its rows lie under: never used again.
    pub id: u64,
    /// The owner.
    pub account: String,
    /// Where it is.
    pub region: String,
    /// The name of its table.
    pub table: String,
    /// The end of its ARN.
    pub label: String,
    /// What its records tell of an item.
    pub view: String,
    /// Its table's key.
    pub schema: KeySchema,
    /// When it was made.
    pub created_ms: i64,
    /// Since when it gets no records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled_ms: Option<i64>,
}

impl StreamRecord {
    /// The key of its row.
    pub fn key(&self) -> Vec<u8> {
        key(&self.account, &self.region, &self.table, &self.label)
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        let resource = format_args!("table/{}/stream/{}", self.table, self.label);
        Arn::new("dynamodb", &self.region, &self.account, resource).text()
    }

    /// Whether nobody may read it any more.
    pub fn is_gone(&self, now: Timestamp) -> bool {
        self.disabled_ms.is_some_and(|disabled| disabled.saturating_add(KEPT_MS) <= now.millis())
    }
}

/// The key of a stream's row; with an empty label, what those of a table's streams begin with.
pub fn key(account: &str, region: &str, table: &str, label: &str) -> Vec<u8> {
    scoped(account, region, &[table, label])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":7,"account":"000000000000","region":"us-east-1","table":"t","label":"2026-01-02T03:04:05.678","view":"KEYS_ONLY","schema":{"hash":{"name":"k","kind":"S"}},"created_ms":5,"disabled_ms":6}"#;
        let stream = STREAMS.decode(b"k", stored).unwrap();
        assert_eq!(STREAMS.encode(&stream).unwrap(), &stored[..]);
        let arn = "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-01-02T03:04:05.678";
        assert_eq!(stream.arn(), arn);
        assert!(!stream.is_gone(Timestamp(5 + KEPT_MS)) && stream.is_gone(Timestamp(6 + KEPT_MS)));
        assert!(!StreamRecord { disabled_ms: None, ..stream }.is_gone(Timestamp(i64::MAX)));
    }
}
