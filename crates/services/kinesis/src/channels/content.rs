//! What is in a channel's objects, and in the letters about records that cannot be.
//!
//! "How Amazon S3 delivery works" in the developer guide: records are delivered as they are; those
//! that are not what the channel says they are get a letter. JSON texts and strings stand on lines of their
//! own; bytes follow each other, and nothing stands between them.

use super::record::{Channel, Compression, Format};
use crate::sequence::SequenceNumber;
use crate::shard_map::ShardId;
use flate2::write::GzEncoder;
use platform::{Error, Result};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde::Serialize;
use serde::de::IgnoredAny;
use shapes::Timestamp;
use std::io::Write as _;

/// An object and its letters, as they are being made.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// The records that are what they should be.
    pub content: Vec<u8>,
    /// The letters about the others, a JSON text on each line.
    pub letters: Vec<u8>,
    /// How many records are in the object.
    pub records: u64,
    /// How many letters there are.
    pub failed: u64,
    /// How many offsets were gone.
    pub expired: u64,
}

/// A record that is to be delivered.
pub(crate) struct Delivered<'a> {
    /// Its shard.
    pub shard: ShardId,
    /// Its number.
    pub sequence: SequenceNumber,
    /// When it arrived.
    pub arrival: Timestamp,
    /// Its data.
    pub data: &'a [u8],
}

/// What is written of a record that cannot be delivered: by what it is found in the stream, and why.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Letter<'a> {
    channel_arn: String,
    stream_arn: String,
    shard_id: String,
    sequence_number: String,
    approximate_arrival_timestamp: String,
    error_code: &'a str,
    error_message: &'a str,
}

impl Draft {
    /// How much has been drafted.
    pub fn bytes(&self) -> u64 {
        self.content.len() as u64 + self.letters.len() as u64
    }

    /// Whether there is nothing to put.
    pub fn is_empty(&self) -> bool {
        self.records == 0 && self.failed == 0
    }

    /// Adds a record, or a letter about it.
    ///
    /// # Errors
    /// None that a record can cause.
    pub fn add(&mut self, channel: &Channel, record: &Delivered<'_>) -> Result<()> {
        let Err(message) = check(channel.format, record.data) else {
            self.records += 1;
            self.content.extend_from_slice(record.data);
            if channel.format != Format::Bytes && !record.data.ends_with(b"\n") {
                self.content.push(b'\n');
            }
            return Ok(());
        };
        let letter = Letter {
            channel_arn: channel.arn(),
            stream_arn: channel.stream_arn(),
            shard_id: record.shard.to_string(),
            sequence_number: record.sequence.to_string(),
            approximate_arrival_timestamp: record.arrival.iso8601_millis(),
            error_code: "DESERIALIZATION_ERROR",
            error_message: &message,
        };
        serde_json::to_writer(&mut self.letters, &letter).map_err(Error::internal)?;
        self.letters.push(b'\n');
        self.failed += 1;
        Ok(())
    }
}

/// Whether data is what it should be; if not, why.
fn check(format: Format, data: &[u8]) -> std::result::Result<(), String> {
    if format == Format::Bytes {
        return Ok(());
    }
    let text = std::str::from_utf8(data).map_err(|error| format!("not a UTF-8 string: {error}"))?;
    if format == Format::Json {
        let read = serde_json::from_str::<IgnoredAny>(text);
        read.map_err(|error| format!("not a valid JSON payload: {error}"))?;
    }
    Ok(())
}

/// An object's bytes.
///
/// # Errors
/// None that content can cause.
pub(crate) async fn compressed(compression: Compression, content: Vec<u8>) -> Result<Vec<u8>> {
    if compression == Compression::None {
        return Ok(content);
    }
    // It takes tenths of a second, for which others would wait.
    let work = tokio::task::spawn_blocking(move || pack(compression, &content));
    work.await.map_err(Error::internal)?.map_err(Error::internal)
}

fn pack(compression: Compression, content: &[u8]) -> std::io::Result<Vec<u8>> {
    match compression {
        Compression::None => Ok(content.to_vec()),
        Compression::Gzip => {
            let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::default());
            encoder.write_all(content)?;
            encoder.finish()
        }
        Compression::Zstd => Ok(compress_to_vec(content, CompressionLevel::Fastest)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::channel;
    use super::*;
    use std::io::Read as _;

    fn draft(format: Format, all: &[&[u8]]) -> Draft {
        let channel = Channel { format, ..channel() };
        let mut draft = Draft::default();
        for (offset, data) in (0..).zip(all) {
            let sequence = SequenceNumber::of_record(1, 1000, offset, 2000);
            let arrival = Timestamp(2000 + offset as i64);
            draft.add(&channel, &Delivered { shard: ShardId(1), sequence, arrival, data }).unwrap();
        }
        draft
    }

    #[test]
    fn texts_stand_on_lines_and_bytes_follow_each_other() {
        let all: &[&[u8]] = &[b"{\"a\": 1}", b"[1]\n", b"7"];
        let json = draft(Format::Json, all);
        assert_eq!((&json.content[..], json.records), (&b"{\"a\": 1}\n[1]\n7\n"[..], 3));
        assert!(json.letters.is_empty());
        assert_eq!(draft(Format::String, &[b"a", b"", b"b\n"]).content, b"a\n\nb\n");
        assert_eq!(draft(Format::Bytes, &[b"\xff\n", b"", b"a"]).content, b"\xff\na");
    }

    #[test]
    fn what_is_not_what_it_should_be_gets_a_letter() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        let bad: &[&[u8]] = &[b"{", b"", b"{} {}", b"\"\xff\"", b"nul", deep.as_bytes()];
        let json = draft(Format::Json, bad);
        assert_eq!((json.failed, json.records), (5, 1), "however deep it is");
        let letters: Vec<serde_json::Value> = serde_json::Deserializer::from_slice(&json.letters)
            .into_iter()
            .collect::<std::result::Result<_, _>>()
            .unwrap();
        assert_eq!(letters.len(), 5);
        let letter = &letters[3];
        assert_eq!(letter["errorCode"], "DESERIALIZATION_ERROR");
        assert_eq!(letter["shardId"], "shardId-000000000001");
        assert_eq!(letter["streamArn"], "arn:aws:kinesis:us-east-1:000000000000:stream/s");
        assert_eq!(letter["approximateArrivalTimestamp"], "1970-01-01T00:00:02.003Z");
        let sequence = SequenceNumber::of_record(1, 1000, 3, 2000).to_string();
        assert_eq!(letter["sequenceNumber"], sequence);
        assert_eq!(draft(Format::String, &[b"\xff", b"{"]).failed, 1);
    }

    #[tokio::test]
    async fn what_is_compressed_is_read_back() {
        let content: Vec<u8> =
            (0..50_000u32).flat_map(|n| format!("{{\"n\":{n}}}\n").into_bytes()).collect();
        let gzip = compressed(Compression::Gzip, content.clone()).await.unwrap();
        let mut read = Vec::new();
        flate2::read::GzDecoder::new(&gzip[..]).read_to_end(&mut read).unwrap();
        assert!(read == content && gzip.len() < content.len() / 3);
        let zstd = compressed(Compression::Zstd, content.clone()).await.unwrap();
        let mut read = Vec::new();
        let mut decoder = ruzstd::decoding::StreamingDecoder::new(&zstd[..]).unwrap();
        decoder.read_to_end(&mut read).unwrap();
        assert!(read == content && zstd.len() < content.len() / 3, "{}", zstd.len());
        assert_eq!(compressed(Compression::None, content.clone()).await.unwrap(), content);
    }
}
