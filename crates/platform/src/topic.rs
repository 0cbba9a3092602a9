//! What can be waited for, and how one process names it to another.
//!
//! A notice is the version, one byte, and topics. A topic is its length (2 bytes, of what follows),
//! its kind (1), its number (4) and its name (UTF-8); numbers are big-endian. A process passes over
//! topics whose kind it does not know, and notices of another version: they come from a newer one.

use bytes::{Buf, BufMut, Bytes};
use shapes::ShardId;
use std::sync::Arc;
use store::NOTICE_BYTES;

/// Something that changes, and that somebody may wait for. Cheap to clone.
///
/// A new one is a line here, one in `parts` and one in `of`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A shard, by its stream's ARN and its number: it has records that it had not, or it has ended.
    Shard(Arc<str>, u32),
    /// A stream, by its ARN: its state, its settings or its shards are others now.
    Stream(Arc<str>),
    /// A function, by its ARN without a qualifier: it is another one now, there at last, or gone.
    Function(Arc<str>),
    /// The event source mappings: one was made, changed or removed.
    Mappings,
    /// An event source mapping, by its UUID: the process that moved its records has given it up.
    Mapping(Arc<str>),
    /// The channels of streams: one was made, changed or removed, or is given up by its process.
    Channels,
    /// The deadlines: there is one that the process that keeps them may not know of.
    Deadlines,
    /// A subscription to a shard, by the consumer's ARN and the shard's number: another has taken its
    /// place, or the consumer goes.
    Subscription(Arc<str>, u32),
}

/// What begins a notice.
const VERSION: u8 = 1;
/// The length of a topic's length, and of its kind and number.
const LENGTH_BYTES: usize = 2;
const HEAD_BYTES: usize = 5;

impl Topic {
    /// A shard, by its id as clients see it. What is no shard's id is told of with the stream.
    pub fn shard(stream_arn: &str, shard_id: &str) -> Self {
        match ShardId::parse(shard_id) {
            Some(ShardId(number)) => Topic::Shard(stream_arn.into(), number),
            None => Topic::Stream(stream_arn.into()),
        }
    }

    /// Its kind, which is never given again, its number and its name.
    fn parts(&self) -> (u8, u32, &str) {
        match self {
            Topic::Shard(stream, number) => (1, *number, stream),
            Topic::Stream(stream) => (2, 0, stream),
            Topic::Function(function) => (3, 0, function),
            Topic::Mappings => (4, 0, ""),
            Topic::Mapping(uuid) => (5, 0, uuid),
            Topic::Deadlines => (6, 0, ""),
            Topic::Subscription(consumer, number) => (7, *number, consumer),
            Topic::Channels => (17, 0, ""),
        }
    }

    /// The topic of these parts, if this process knows such.
    fn of(kind: u8, number: u32, name: &str) -> Option<Self> {
        match kind {
            1 => Some(Topic::Shard(name.into(), number)),
            2 => Some(Topic::Stream(name.into())),
            3 => Some(Topic::Function(name.into())),
            4 => Some(Topic::Mappings),
            5 => Some(Topic::Mapping(name.into())),
            6 => Some(Topic::Deadlines),
            7 => Some(Topic::Subscription(name.into(), number)),
            17 => Some(Topic::Channels),
            _ => None,
        }
    }

    /// Notices that name these topics, as many in one as have room. A topic that has none, which is
    /// none of AWS's names, is left out.
    pub(crate) fn pack(topics: impl IntoIterator<Item = Topic>) -> Vec<Bytes> {
        let (mut notices, mut notice) = (Vec::new(), vec![VERSION]);
        for topic in topics {
            let (kind, number, name) = topic.parts();
            let Ok(length) = u16::try_from(HEAD_BYTES + name.len()) else { continue };
            let bytes = LENGTH_BYTES + usize::from(length);
            if notice.len() + bytes > NOTICE_BYTES && notice.len() > 1 {
                notices.push(std::mem::replace(&mut notice, vec![VERSION]).into());
            }
            if notice.len() + bytes <= NOTICE_BYTES {
                notice.put_u16(length);
                notice.put_u8(kind);
                notice.put_u32(number);
                notice.put_slice(name.as_bytes());
            }
        }
        if notice.len() > 1 {
            notices.push(notice.into());
        }
        notices
    }

    /// The topics that a notice names, as far as this process understands it.
    pub(crate) fn unpack(notice: &[u8]) -> Vec<Topic> {
        let Some((&VERSION, mut rest)) = notice.split_first() else { return Vec::new() };
        let mut topics = Vec::new();
        while let Ok(length) = rest.try_get_u16() {
            let Some((topic, after)) = rest.split_at_checked(usize::from(length)) else { break };
            topics.extend(Self::read(topic));
            rest = after;
        }
        topics
    }

    fn read(mut bytes: &[u8]) -> Option<Self> {
        let (kind, number) = (bytes.try_get_u8().ok()?, bytes.try_get_u32().ok()?);
        Self::of(kind, number, std::str::from_utf8(bytes).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Ids, SeededIds};

    #[test]
    fn a_shard_is_found_by_its_id() {
        assert_eq!(Topic::shard("arn", "shardId-000000000012"), Topic::Shard("arn".into(), 12));
        assert_eq!(Topic::shard("arn", "none"), Topic::Stream("arn".into()));
    }

    /// What processes of different versions tell each other.
    #[test]
    fn version_1_is_read() {
        let topics = [
            Topic::Shard("s".into(), 258),
            Topic::Stream("s".into()),
            Topic::Function("fn".into()),
            Topic::Mappings,
            Topic::Mapping("u".into()),
            Topic::Deadlines,
            Topic::Subscription("c".into(), 1),
        ];
        let notice = b"\x01\0\x06\x01\0\0\x01\x02s\0\x06\x02\0\0\0\0s\0\x07\x03\0\0\0\0fn\
            \0\x05\x04\0\0\0\0\0\x06\x05\0\0\0\0u\0\x05\x06\0\0\0\0\
            \0\x06\x07\0\0\0\x01c";
        assert_eq!(Topic::unpack(notice), topics);
        assert_eq!(Topic::pack(topics), [&notice[..]]);
    }

    #[test]
    fn every_kind_goes_to_another_process_and_comes_from_it() {
        for kind in 0..=u8::MAX {
            let Some(topic) = Topic::of(kind, 7, "name") else { continue };
            assert_eq!(topic.parts().0, kind);
            assert_eq!(Topic::unpack(&Topic::pack([topic.clone()])[0]), [topic]);
        }
    }

    #[test]
    fn what_a_newer_process_says_is_passed_over() {
        let unknown = b"\x01\0\x07\xff\0\0\0\0??\0\x03\x02\0\0\0\x06\x02\0\0\0\0s";
        assert_eq!(Topic::unpack(unknown), [Topic::Stream("s".into())]);
        assert_eq!(Topic::unpack(b"\x02\0\x06\x02\0\0\0\0s"), []);
        assert_eq!(Topic::unpack(b"\x01\0\x06\x02\0\0\0\0\xff"), [], "no text");
        assert_eq!(Topic::unpack(b""), []);
    }

    #[test]
    fn notices_are_as_few_as_hold_all_topics() {
        let topics: Vec<_> = (0..100).map(|n| Topic::Shard("x".repeat(200).into(), n)).collect();
        let notices = Topic::pack(topics.clone());
        assert!(notices.iter().all(|notice| notice.len() <= NOTICE_BYTES));
        assert_eq!(notices.len(), 100_usize.div_ceil((NOTICE_BYTES - 1) / 207));
        let read: Vec<_> = notices.iter().flat_map(|notice| Topic::unpack(notice)).collect();
        assert_eq!(read, topics);
        assert!(Topic::pack([]).is_empty());
    }

    #[test]
    fn a_name_that_is_too_long_is_left_out_alone() {
        let longest = NOTICE_BYTES - 1 - LENGTH_BYTES - HEAD_BYTES;
        let topic = |length| Topic::Stream("x".repeat(length).into());
        let topics = [topic(1), topic(longest + 1), topic(1 << 16), topic(longest), topic(2)];
        let notices = Topic::pack(topics);
        let read: Vec<_> = notices.iter().flat_map(|notice| Topic::unpack(notice)).collect();
        assert_eq!(read, [topic(1), topic(longest), topic(2)]);
    }

    #[test]
    fn any_bytes_can_be_read() {
        let dice = SeededIds::new(1);
        let whole = Topic::pack((0..3).map(|n| Topic::Shard("arn".into(), n)));
        for _ in 0..10_000 {
            let mut random = [0; 4];
            dice.fill(&mut random);
            let [at, byte, end, _] = random.map(usize::from);
            let mut bytes = whole[0].to_vec();
            let length = bytes.len();
            bytes[at % length] = byte as u8;
            bytes.truncate(end % (length + 1));
            assert!(Topic::unpack(&bytes).len() <= 3);
        }
    }
}
