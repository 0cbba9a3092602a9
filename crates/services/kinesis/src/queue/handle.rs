//! Receipt handles: which receive of which record, and on which of the two ways.

use super::machine::{Key, Path};

const VERSION: u8 = 1;

/// What a handle says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Handle {
    pub path: Path,
    pub key: Key,
    pub serial: u32,
}

impl Handle {
    /// The text for the caller.
    pub fn write(&self, queue_id: &str) -> String {
        let path = match self.path {
            Path::Normal => 0,
            Path::DeadLetters => 1,
        };
        let mut bytes = vec![VERSION, path];
        bytes.extend_from_slice(queue_id.as_bytes());
        bytes.extend_from_slice(&self.key.shard.to_be_bytes());
        bytes.extend_from_slice(&self.key.offset.to_be_bytes());
        bytes.extend_from_slice(&self.serial.to_be_bytes());
        base64_simd::STANDARD.encode_to_string(&bytes)
    }

    /// Reads a text that a caller hands back; `None` where it is no handle of this queue.
    pub fn read(queue_id: &str, text: &str) -> Option<Self> {
        let bytes = base64_simd::STANDARD.decode_to_vec(text.as_bytes()).ok()?;
        let (path, rest) = match bytes.strip_prefix(&[VERSION])?.split_first()? {
            (0, rest) => (Path::Normal, rest),
            (1, rest) => (Path::DeadLetters, rest),
            _ => return None,
        };
        let (shard, rest) = rest.strip_prefix(queue_id.as_bytes())?.split_first_chunk()?;
        let (offset, rest) = rest.split_first_chunk()?;
        let serial = u32::from_be_bytes(rest.try_into().ok()?);
        let (shard, offset) = (u32::from_be_bytes(*shard), u64::from_be_bytes(*offset));
        Some(Self { path, key: Key { shard, offset }, serial })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_handle_is_read_by_its_own_queue_only(shard: u32, offset: u64, serial: u32, dead: bool) {
            let path = if dead { Path::DeadLetters } else { Path::Normal };
            let handle = Handle { path, key: Key { shard, offset }, serial };
            let text = handle.write("00112233aabbccdd");
            prop_assert_eq!(Handle::read("00112233aabbccdd", &text), Some(handle));
            prop_assert_eq!(Handle::read("0011223300112233", &text), None);
            prop_assert_eq!(Handle::read("00112233aabbccdd", &text[4..]), None);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}") {
            prop_assert_eq!(Handle::read("q", &text), None);
        }
    }
}
