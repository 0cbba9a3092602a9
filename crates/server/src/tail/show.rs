//! How a record is shown: a line for a person, or JSON.

use super::content;
use crate::escape;
use crate::paint::Paint;
use base64_simd::STANDARD;
use serde_json::json;
use shapes::Timestamp;

/// How to show.
pub struct Form {
    /// With which colours.
    pub paint: Paint,
    /// A JSON object a line.
    pub as_json: bool,
}

/// A record.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// When it arrived, in milliseconds since the epoch.
    pub arrival_ms: i64,
    /// How old it was when the server sent it here, in milliseconds.
    pub age_ms: i64,
    /// Its shard.
    pub shard: &'a str,
    /// Its sequence number.
    pub sequence: &'a str,
    /// Its partition key.
    pub key: &'a str,
    /// Its data.
    pub data: &'a [u8],
    /// Which one it is of so many that were packed into one record.
    pub packed: Option<(usize, usize)>,
}

impl Form {
    /// A record's line, with its end.
    pub fn text(&self, record: &Shown<'_>) -> String {
        if self.as_json { as_json(record) } else { self.human(record) }
    }

    fn human(&self, record: &Shown<'_>) -> String {
        let paint = self.paint;
        let time = Timestamp(record.arrival_ms).iso8601_millis();
        let shard = record.shard.trim_start_matches("shardId-").trim_start_matches('0');
        let shard = if shard.is_empty() { "0" } else { shard };
        let age = paint.dim(&format!("{:>6}", age(record.age_ms)));
        let packed = match record.packed {
            Some((number, count)) => paint.dim(&format!(" [{}/{count}]", number + 1)),
            None => String::new(),
        };
        let key = escape::lines(&record.key.replace('\n', "⏎"));
        let data = content::line(record.data);
        format!("{}  {shard}  {age}  {}{packed}  {data}\n", paint.dim(&time), paint.bold(&key))
    }
}

/// An age in the largest unit that says enough.
fn age(ms: i64) -> String {
    match ms.max(0) {
        ms @ 0..1000 => format!("{ms}ms"),
        ms @ 1000..60_000 => format!("{}.{}s", ms / 1000, ms % 1000 / 100),
        ms @ 60_000..3_600_000 => format!("{}m", ms / 60_000),
        ms @ 3_600_000..172_800_000 => format!("{}h", ms / 3_600_000),
        ms => format!("{}d", ms / 86_400_000),
    }
}

/// By AWS's names, as far as there are any.
fn as_json(record: &Shown<'_>) -> String {
    let mut said = json!({
        "shardId": record.shard,
        "sequenceNumber": record.sequence,
        "partitionKey": record.key,
        "approximateArrivalTimestamp": Timestamp(record.arrival_ms).iso8601_millis(),
        "ageMs": record.age_ms,
    });
    match std::str::from_utf8(record.data) {
        Ok(text) => said["data"] = text.into(),
        Err(_) => said["dataBase64"] = STANDARD.encode_to_string(record.data).into(),
    }
    if let Some((number, _)) = record.packed {
        said["subSequenceNumber"] = number.into();
    }
    format!("{}\n", escape::json(&said.to_string()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const RECORD: Shown<'_> = Shown {
        arrival_ms: 0,
        age_ms: 12,
        shard: "shardId-000000000003",
        sequence: "495",
        key: "user\u{1b}",
        data: b"hello",
        packed: None,
    };

    #[test]
    fn a_record_is_a_line() {
        let text = |record: &Shown<'_>| Form { paint: Paint(false), as_json: false }.text(record);
        let line = "1970-01-01T00:00:00.000Z  3    12ms  user\\u{1b}  hello\n";
        assert_eq!(text(&RECORD), line);
        let packed = Shown { packed: Some((1, 5)), shard: "shardId-000000000000", ..RECORD };
        assert!(text(&packed).contains("Z  0    12ms  user\\u{1b} [2/5]  hello\n"));
        let colours = Form { paint: Paint(true), as_json: false }.text(&RECORD);
        assert!(colours.contains("\u{1b}[1muser\\u{1b}\u{1b}[0m"));
        assert_eq!(
            [5, 1500, 120_000, 7_200_000, 400_000_000].map(age),
            ["5ms", "1.5s", "2m", "2h", "4d"]
        );
    }

    #[test]
    fn json_has_text_or_base64() {
        let of = |record: &Shown<'_>| -> serde_json::Value {
            serde_json::from_str(&Form { paint: Paint(true), as_json: true }.text(record)).unwrap()
        };
        let said = of(&RECORD);
        assert_eq!((&said["data"], &said["partitionKey"]), (&"hello".into(), &"user\u{1b}".into()));
        assert!(said.get("subSequenceNumber").is_none());
        let said = of(&Shown { data: &[0xff], packed: Some((0, 2)), ..RECORD });
        assert_eq!((&said["dataBase64"], &said["subSequenceNumber"]), (&"/w==".into(), &0.into()));
        assert!(said.get("data").is_none());
    }
}
