//! Shard iterators: a position in a shard, good for fifteen minutes.
//!
//! The text is the stream's ARN, `|1|`, and Base64 of: the version `1`, when it was issued in
//! milliseconds (8 bytes), the shard's lane (1) and generation (4), when that was opened (8), and the
//! first sequence number that it may give (8). Numbers are big-endian. It says nothing that its
//! holder could not ask for, so nothing vouches for it.

use super::sequence::Sequence;
use super::shard::{LANES, ShardName};
use crate::errors::invalid;
use platform::{Error, Result};
use shapes::Timestamp;
use shapes::dynamodbstreams::errors::EXPIRED_ITERATOR_EXCEPTION;

const VERSION: u8 = 1;
/// "A shard iterator expires 15 minutes after it is returned to the requester."
const LIFETIME_MS: i64 = 15 * 60 * 1000;
/// What stands between the ARN and the position.
const BETWEEN: &str = "|1|";

/// A position in a shard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShardIterator {
    /// The stream.
    pub stream_arn: String,
    /// The shard.
    pub shard: ShardName,
    /// When the shard was opened.
    pub opened: Timestamp,
    /// The first number that it may give.
    pub position: Sequence,
    /// When it was issued.
    pub issued: Timestamp,
}

impl ShardIterator {
    /// The text for the caller.
    pub fn text(&self) -> String {
        let mut body = vec![VERSION];
        body.extend_from_slice(&self.issued.millis().to_be_bytes());
        body.push(self.shard.lane);
        body.extend_from_slice(&self.shard.generation.to_be_bytes());
        body.extend_from_slice(&self.opened.millis().to_be_bytes());
        body.extend_from_slice(&self.position.0.to_be_bytes());
        let body = base64_simd::STANDARD.encode_to_string(body);
        format!("{}{BETWEEN}{body}", self.stream_arn)
    }

    /// Reads a text that a caller hands back.
    ///
    /// # Errors
    /// `ValidationException` where it was not made here, `ExpiredIteratorException` where it is too old.
    pub fn parse(text: &str, now: Timestamp) -> Result<Self> {
        let iterator = Self::read(text).ok_or_else(|| invalid("Invalid ShardIterator"))?;
        if now.millis().saturating_sub(iterator.issued.millis()) > LIFETIME_MS {
            return Err(Error::new(
                &EXPIRED_ITERATOR_EXCEPTION,
                "The shard iterator has expired. A shard iterator expires 15 minutes after it is \
                 retrieved using the GetShardIterator action.",
            ));
        }
        Ok(iterator)
    }

    fn read(text: &str) -> Option<Self> {
        let (arn, body) = text.split_once(BETWEEN)?;
        let body = base64_simd::STANDARD.decode_to_vec(body).ok()?;
        let body = body.strip_prefix(&[VERSION])?;
        let (issued, body) = body.split_first_chunk()?;
        let (lane, body) = body.split_first().filter(|(lane, _)| **lane < LANES)?;
        let (generation, body) = body.split_first_chunk()?;
        let (opened, body) = body.split_first_chunk()?;
        let position = body.try_into().ok()?;
        Some(Self {
            stream_arn: arn.to_owned(),
            shard: ShardName { generation: u32::from_be_bytes(*generation), lane: *lane },
            opened: Timestamp(i64::from_be_bytes(*opened)),
            position: Sequence(u64::from_be_bytes(position)),
            issued: Timestamp(i64::from_be_bytes(*issued)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iterator_is_read_back_for_fifteen_minutes() {
        let iterator = ShardIterator {
            stream_arn: "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/l".to_owned(),
            shard: ShardName { generation: 3, lane: 2 },
            opened: Timestamp(5),
            position: Sequence(6),
            issued: Timestamp(7),
        };
        let text = iterator.text();
        assert!(text.starts_with("arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/l|1|"));
        assert_eq!(ShardIterator::parse(&text, Timestamp(7 + LIFETIME_MS)).unwrap(), iterator);
        let late = ShardIterator::parse(&text, Timestamp(8 + LIFETIME_MS)).unwrap_err();
        assert_eq!(late.code(), "ExpiredIteratorException");
        for other in ["", "x", "arn|1|", "arn|1|AAAA", &text[..text.len() - 4], &text[1..9]] {
            let refused = ShardIterator::parse(other, Timestamp(7)).unwrap_err();
            assert_eq!(refused.code(), "ValidationException", "{other}");
        }
    }
}
