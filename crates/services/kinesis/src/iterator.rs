//! Shard iterators: a position in a shard, good for five minutes (GetShardIterator).
//!
//! The body of the token: the version `1`, the time of issue in milliseconds (8 bytes), the
//! position (8), the shard's index (4), the length of the stream's id (1), the id, and the
//! stream's name. Numbers are big-endian.

use crate::errors::invalid_argument;
use crate::shard_map::ShardIndex;
use crate::tokens::{Kind, Tokens};
use platform::{Error, Result};
use shapes::Timestamp;
use shapes::kinesis::errors::EXPIRED_ITERATOR_EXCEPTION;

const VERSION: u8 = 1;
const LIFETIME_MS: i64 = 300_000;

/// A position in a shard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShardIterator {
    /// When it was issued, in milliseconds since the epoch.
    pub issued_ms: i64,
    /// The offset of the next record in the shard's lane.
    pub position: u64,
    pub shard: ShardIndex,
    pub stream_id: String,
    pub stream_name: String,
}

impl ShardIterator {
    /// The text for the caller.
    pub async fn seal(&self, tokens: &Tokens) -> Result<String> {
        let mut body = vec![VERSION];
        body.extend_from_slice(&self.issued_ms.to_be_bytes());
        body.extend_from_slice(&self.position.to_be_bytes());
        body.extend_from_slice(&self.shard.to_be_bytes());
        body.push(u8::try_from(self.stream_id.len()).map_err(Error::internal)?);
        body.extend_from_slice(self.stream_id.as_bytes());
        body.extend_from_slice(self.stream_name.as_bytes());
        tokens.seal(Kind::ShardIterator, &body).await
    }

    /// Reads a text that a caller hands back.
    ///
    /// # Errors
    /// `InvalidArgumentException` where it was not made here, `ExpiredIteratorException` where it
    /// is older than five minutes.
    pub async fn open(tokens: &Tokens, text: &str, now: Timestamp) -> Result<Self> {
        let body = tokens.open(Kind::ShardIterator, bare(text)).await?;
        let Some(iterator) = body.as_deref().and_then(Self::decode) else {
            return Err(invalid_argument("Invalid ShardIterator."));
        };
        if now.millis() - iterator.issued_ms > LIFETIME_MS {
            return Err(iterator.expired(now));
        }
        Ok(iterator)
    }

    /// What is said of it when it is too old.
    pub fn expired(&self, now: Timestamp) -> Error {
        expired(Timestamp(self.issued_ms), now)
    }

    /// The stream's name in a text that nobody has looked at yet.
    pub fn claimed_stream(text: &str) -> Option<String> {
        let body = Tokens::claimed(Kind::ShardIterator, bare(text))?;
        Self::decode(&body).map(|iterator| iterator.stream_name)
    }

    fn decode(body: &[u8]) -> Option<Self> {
        let body = body.strip_prefix(&[VERSION])?;
        let (issued_ms, body) = body.split_first_chunk()?;
        let (position, body) = body.split_first_chunk()?;
        let (shard, body) = body.split_first_chunk()?;
        let (id_length, body) = body.split_first()?;
        let (id, name) = body.split_at_checked(usize::from(*id_length))?;
        Some(Self {
            issued_ms: i64::from_be_bytes(*issued_ms),
            position: u64::from_be_bytes(*position),
            shard: u32::from_be_bytes(*shard),
            stream_id: std::str::from_utf8(id).ok()?.to_owned(),
            stream_name: std::str::from_utf8(name).ok()?.to_owned(),
        })
    }
}

/// The iterator without quotes around it: who takes it from a JSON answer in a shell often has them
/// too, and AWS does not mind.
fn bare(text: &str) -> &str {
    let text = text.strip_prefix('"').unwrap_or(text);
    text.strip_suffix('"').unwrap_or(text)
}

fn expired(issued: Timestamp, now: Timestamp) -> Error {
    let message = format!(
        "Iterator expired. The iterator was created at time {} while right now it is {} which is \
         further in the future than the tolerated delay of {LIFETIME_MS} milliseconds.",
        date(issued),
        date(now)
    );
    Error::new(&EXPIRED_ITERATOR_EXCEPTION, message)
}

/// `Thu Jan 22 01:22:02 UTC 2015`.
fn date(time: Timestamp) -> String {
    let http = time.http_date();
    match http.split([' ', ',']).filter(|part| !part.is_empty()).collect::<Vec<_>>()[..] {
        [weekday, day, month, year, clock, ..] => {
            format!("{weekday} {month} {day} {clock} UTC {year}")
        }
        _ => http,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn reads_back_until_five_minutes_have_passed() {
        let (platform, _) = platform::testing::platform();
        let tokens = Tokens::new(platform);
        let iterator = ShardIterator {
            issued_ms: 1_421_889_722_000,
            position: u64::MAX,
            shard: 7,
            stream_id: "0123456789abcdef".to_owned(),
            stream_name: "n".repeat(128),
        };
        let text = iterator.seal(&tokens).await.unwrap();
        assert!(text.len() <= 512);
        assert!(text.starts_with("AAAAAAAAAA"));
        let open = |ms| ShardIterator::open(&tokens, &text, Timestamp(iterator.issued_ms + ms));
        assert_eq!(open(0).await.unwrap(), iterator);
        assert_eq!(open(300_000).await.unwrap(), iterator);
        let error = open(300_001).await.unwrap_err();
        assert_eq!(error.code(), "ExpiredIteratorException");
        assert_eq!(
            error.message,
            "Iterator expired. The iterator was created at time Thu Jan 22 01:22:02 UTC 2015 \
             while right now it is Thu Jan 22 01:27:02 UTC 2015 which is further in the future \
             than the tolerated delay of 300000 milliseconds."
        );
        let quoted = format!("\"{text}\"");
        let now = Timestamp(iterator.issued_ms);
        assert_eq!(ShardIterator::open(&tokens, &quoted, now).await.unwrap(), iterator);
        assert_eq!(ShardIterator::claimed_stream(&quoted), Some("n".repeat(128)));
        for none in ["\"", "\"\"", "\"AAAA\""] {
            assert!(ShardIterator::open(&tokens, none, now).await.is_err());
        }
        let error = ShardIterator::open(&tokens, "AAAA", Timestamp(0)).await.unwrap_err();
        assert_eq!(error.to_string(), "InvalidArgumentException: Invalid ShardIterator.");
    }
}
