//! The records that a letter is about, read back from their stream.

use super::letters::Batch;
use crate::api::{Api, Refusal};
use base64_simd::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::cmp::Ordering;

/// How many records are asked for at once, so that an answer stays small.
const AT_ONCE: usize = 1000;

/// A record of a stream.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all(deserialize = "PascalCase"))]
pub struct Record {
    /// Its number in the shard.
    pub sequence_number: String,
    /// Its key.
    pub partition_key: String,
    /// What it says, in base64.
    pub data: String,
}

impl Record {
    /// What it says, where that is text.
    pub fn text(&self) -> Option<String> {
        let bytes = STANDARD.decode_to_vec(self.data.as_bytes()).ok()?;
        String::from_utf8(bytes).ok()
    }
}

/// What was found of a batch.
#[derive(Debug)]
pub struct Found {
    /// What lies in the stream between its first and its last record.
    pub records: Vec<Record>,
    /// How many records it had.
    pub expected: usize,
    /// The numbers of its first and its last record.
    pub ends: [String; 2],
}

impl Found {
    /// Whether these are the batch's records, no more and no less.
    pub fn is_exact(&self) -> bool {
        let ends = [self.records.first(), self.records.last()];
        let ends = ends.map(|it| it.map_or("", |record| &*record.sequence_number));
        self.records.len() == self.expected && self.ends == ends
    }

    /// What there is to know of them, in a sentence.
    pub fn says(&self) -> String {
        let (found, expected) = (self.records.len(), self.expected);
        match found.cmp(&expected) {
            Ordering::Equal if !self.is_exact() => format!(
                "{found} records, which are not the {expected} of the letter; some have been trimmed"
            ),
            Ordering::Equal if found == 1 => "1 record, read back from the stream".to_owned(),
            Ordering::Equal => format!("{found} records, read back from the stream"),
            Ordering::Less if found == 0 => {
                format!("{expected} records, which have been trimmed from the stream")
            }
            Ordering::Less => {
                format!("{found} of {expected} records; the others have been trimmed")
            }
            Ordering::Greater => format!(
                "{expected} of these {found} records, which lie between its first and last; which \
                 of them, the letter does not say"
            ),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Page {
    records: Vec<Record>,
    #[serde(default)]
    next_shard_iterator: Option<String>,
    #[serde(default)]
    millis_behind_latest: i64,
}

/// Reads the records between a batch's first and last one. Of records that have been trimmed the
/// stream gives those that come next.
///
/// # Errors
/// What Kinesis refuses, such as that the stream is gone.
pub fn read_back(api: &Api, batch: &Batch) -> Result<Found, Refusal> {
    let begin = json!({
        "StreamARN": batch.stream_arn,
        "ShardId": batch.shard_id,
        "ShardIteratorType": "AT_SEQUENCE_NUMBER",
        "StartingSequenceNumber": batch.start_sequence_number,
    });
    let begun: Value = api.kinesis("GetShardIterator", &begin)?;
    let mut iterator = begun.get("ShardIterator").and_then(Value::as_str).map(str::to_owned);
    let mut records = Vec::new();
    let ends = [batch.start_sequence_number.clone(), batch.end_sequence_number.clone()];
    while let Some(at) = iterator {
        let input = json!({ "StreamARN": batch.stream_arn, "ShardIterator": at, "Limit": AT_ONCE });
        let page: Page = api.kinesis("GetRecords", &input)?;
        let is_empty = page.records.is_empty();
        for record in page.records {
            if order(&record.sequence_number, &batch.end_sequence_number) == Ordering::Greater {
                return Ok(Found { records, expected: batch.batch_size, ends });
            }
            records.push(record);
        }
        let is_at_end = is_empty && page.millis_behind_latest == 0;
        let is_last =
            records.last().is_some_and(|it| it.sequence_number == batch.end_sequence_number);
        iterator = page.next_shard_iterator.filter(|_| !is_at_end && !is_last);
    }
    Ok(Found { records, expected: batch.batch_size, ends })
}

/// The order of sequence numbers, which have no zeros in front.
fn order(one: &str, other: &str) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_by_their_value() {
        assert_eq!(order("9", "10"), Ordering::Less);
        assert_eq!(order("10", "10"), Ordering::Equal);
        assert_eq!(order("21", "12"), Ordering::Greater);
    }

    #[test]
    fn what_was_found_is_told() {
        let record =
            Record { sequence_number: "1".into(), partition_key: "k".into(), data: "aGk=".into() };
        assert_eq!(record.text().as_deref(), Some("hi"));
        for (found, expected, last, says) in [
            (1, 1, "1", "1 record, read back"),
            (0, 2, "1", "have been trimmed from the stream"),
            (1, 2, "1", "1 of 2 records; the others have been trimmed"),
            (2, 2, "2", "not the 2 of the letter"),
            (3, 2, "1", "2 of these 3 records"),
        ] {
            let ends = ["1".to_owned(), last.to_owned()];
            let found = Found { records: vec![record.clone(); found], expected, ends };
            assert!(found.says().contains(says), "{}", found.says());
            assert_eq!(found.is_exact(), says.contains("read back"));
        }
    }
}
