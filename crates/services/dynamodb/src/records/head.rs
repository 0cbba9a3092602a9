//! Where a stream's lane goes on.
//!
//! Table `dynamodb-heads`: stream id (8 bytes), lane (1) → `1`, the open shard's generation (4), when it was opened in milliseconds (8), the first
//! sequence number that is its (8), the last that was given (8). Numbers are big-endian. There is none once the stream is disabled.
//!
//! Each commit that adds records to a lane has its head as a condition and sets it anew. So numbers
//! become readable in their order, and who reads one has seen all before it.

use crate::streams::sequence::Sequence;
use crate::streams::shard::{Lane, ShardName};
use bytes::Bytes;
use platform::{Error, Result};
use shapes::Timestamp;
use store::Table;

pub const HEADS: Table = Table("dynamodb-heads");

const VERSION: u8 = 1;

/// Where a lane goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// The open shard's place in the lane.
    pub generation: u32,
    /// When the open shard was opened.
    pub opened: Timestamp,
    /// The first number that is the open shard's.
    pub first: Sequence,
    /// The last number that was given in the lane.
    pub last: Sequence,
}

impl Head {
    /// The head of a lane that begins now.
    pub fn new(now: Timestamp) -> Self {
        let first = Sequence::first_at(now).after();
        Self { generation: 0, opened: now, first, last: first.before() }
    }

    /// The open shard.
    pub fn shard(&self, lane: u8) -> ShardName {
        ShardName { generation: self.generation, lane }
    }

    /// The bytes that stand for it.
    pub fn encode(&self) -> Bytes {
        let mut out = Vec::with_capacity(29);
        out.push(VERSION);
        out.extend_from_slice(&self.generation.to_be_bytes());
        out.extend_from_slice(&self.opened.millis().to_be_bytes());
        out.extend_from_slice(&self.first.0.to_be_bytes());
        out.extend_from_slice(&self.last.0.to_be_bytes());
        out.into()
    }

    /// The head that bytes stand for.
    ///
    /// # Errors
    /// They stand for none.
    pub fn decode(lane: Lane, bytes: &[u8]) -> Result<Self> {
        let read = || {
            let rest = bytes.strip_prefix(&[VERSION])?;
            let (generation, rest) = rest.split_first_chunk()?;
            let (opened, rest) = rest.split_first_chunk()?;
            let (first, rest) = rest.split_first_chunk()?;
            let last = rest.try_into().ok()?;
            Some(Self {
                generation: u32::from_be_bytes(*generation),
                opened: Timestamp(i64::from_be_bytes(*opened)),
                first: Sequence(u64::from_be_bytes(*first)),
                last: Sequence(u64::from_be_bytes(last)),
            })
        };
        read().ok_or_else(|| Error::internal(format_args!("the head of {lane:?} cannot be read")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_1_is_read() {
        let stored = b"\x01\0\0\0\x02\0\0\0\0\0\0\0\x03\0\0\0\0\0\0\0\x04\0\0\0\0\0\0\0\x05";
        let lane = Lane { stream: 1, lane: 0 };
        let head = Head::decode(lane, stored).unwrap();
        let (first, last) = (Sequence(4), Sequence(5));
        assert_eq!(head, Head { generation: 2, opened: Timestamp(3), first, last });
        assert_eq!(&*head.encode(), stored);
        assert!(Head::decode(lane, &stored[..28]).is_err() && Head::decode(lane, b"").is_err());
    }
}
