//! How a shard is named on the wire.

use std::fmt;

/// The id of a shard, by its number within its stream: `shardId-000000000042`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShardId(pub u32);

impl fmt::Display for ShardId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shardId-{:012}", self.0)
    }
}

impl ShardId {
    /// Reads an id. AWS looks only at the digits after the first hyphen, or at the whole text
    /// where there is none, and takes numbers below 2^31.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = match text.split('-').nth(1) {
            Some(after) if !after.is_empty() => after,
            _ => text,
        };
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let index = digits.parse::<u32>().ok()?;
        (index <= i32::MAX as u32).then_some(Self(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_leniently_as_aws_does() {
        let index = |text| ShardId::parse(text).map(|id| id.0);
        assert_eq!(index("shardId-000000000007"), Some(7));
        assert_eq!(index("anything-7"), Some(7));
        assert_eq!(index("2147483647"), Some(2_147_483_647));
        assert_eq!(index("2147483648"), None);
        assert_eq!(index("2.14E4"), None);
        assert_eq!(index("-"), None);
        assert_eq!(index(""), None);
        assert_eq!(ShardId(7).to_string(), "shardId-000000000007");
    }
}
