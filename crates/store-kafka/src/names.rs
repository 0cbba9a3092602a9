//! Which topic is which.
//!
//! A log is the topic `PREFIX.LOG`, whose first record says when its offsets begin (logs.rs). A lane
//! is the topic `PREFIX.LOG.EPOCH.LANE`, of one partition. Neither a prefix nor a log's name has a dot.

use store::{Error, Lane, LogId, Result};

/// How the topics of a prefix are named.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    prefix: String,
}

/// What a topic is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Name {
    Log(LogId),
    Lane(LogId, u64, Lane),
}

impl Names {
    pub fn new(prefix: &str) -> Result<Self> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if (1..=80).contains(&prefix.len()) && prefix.bytes().all(allowed) {
            return Ok(Self { prefix: prefix.to_owned() });
        }
        let why =
            format!("{prefix:?} is no prefix for topics: 1 to 80 letters, digits and hyphens");
        Err(Error::invalid(why))
    }

    pub fn log(&self, log: &LogId) -> String {
        format!("{}.{}", self.prefix, log.0)
    }

    pub fn lane(&self, log: &LogId, epoch: u64, lane: Lane) -> String {
        format!("{}.{}.{epoch}.{lane}", self.prefix, log.0)
    }

    /// What a topic is for; `None` if it is not ours.
    pub fn parse(&self, topic: &str) -> Option<Name> {
        let rest = topic.strip_prefix(&self.prefix)?.strip_prefix('.')?;
        let mut parts = rest.split('.');
        let log = LogId(parts.next()?.to_owned());
        log.check().ok()?;
        let name = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Name::Log(log),
            (Some(epoch), Some(lane), None) => {
                Name::Lane(log, epoch.parse().ok()?, lane.parse().ok()?)
            }
            _ => return None,
        };
        Some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_is_found_again() {
        let names = Names::new("water-Wheel").unwrap();
        let log = LogId("a-1".to_owned());
        assert_eq!(names.parse(&names.log(&log)), Some(Name::Log(log.clone())));
        let lane = names.lane(&log, u64::MAX, u32::MAX);
        assert_eq!(names.parse(&lane), Some(Name::Lane(log, u64::MAX, u32::MAX)));
        let longest = Names::new(&"p".repeat(80)).unwrap();
        let longest = longest.lane(&LogId("l".repeat(128)), u64::MAX, u32::MAX);
        assert!(longest.len() <= 249, "Kafka takes no longer name");
        for other in
            ["", "water-Wheel", "water-Wheel.", "other.a", "water-Wheel.a.0", "water-WheelX.a"]
        {
            assert_eq!(names.parse(other), None, "{other}");
        }
        for other in [
            "water-Wheel.A",
            "water-Wheel.a.0.x",
            "water-Wheel.a.0.1.2",
            "water-Wheel.a.0.4294967296",
        ] {
            assert_eq!(names.parse(other), None, "{other}");
        }
    }
}
