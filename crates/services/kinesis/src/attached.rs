//! What reads a stream under a name of its own: how much of it a stream has.
//!
//! A row that is made or removed for a stream (a consumer, a queue, a channel) changes its number
//! here in the same commit ([`crate::streams::Streams::update_with`]), so that the limits hold among several
//! processes and a stream that is removed is known to have none.

use crate::errors::{has_consumers, has_queues, limit_exceeded, stream_has_channels};
use crate::stream_record::StreamRecord;
use platform::Result;
use serde::{Deserialize, Serialize};

/// How many of each a stream has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// Registered consumers.
    #[serde(default)]
    pub consumers: u32,
    /// Queues. Each counts as a registered consumer.
    #[serde(default)]
    pub queues: u32,
    /// Channels that are not being deleted.
    #[serde(default)]
    pub channels: u32,
}

/// Refuses a stream that has the one channel to a bucket already that it can have.
pub(crate) fn demand_no_channel(record: &StreamRecord) -> Result<()> {
    match record.attached.channels {
        0 => Ok(()),
        _ => Err(limit_exceeded(format!(
            "The stream {} has a channel to a general purpose bucket already: it can have one.",
            record.name
        ))),
    }
}

/// Refuses to delete a stream that something reads, but for consumers where they may be taken along.
pub(crate) fn demand_detached(record: &StreamRecord, with_consumers: bool) -> Result<()> {
    let Attached { consumers, queues, channels } = record.attached;
    if queues > 0 {
        return Err(has_queues(&record.name, &record.account, queues));
    }
    if consumers > 0 && !with_consumers {
        return Err(has_consumers(record));
    }
    match channels {
        0 => Ok(()),
        _ => Err(stream_has_channels(&record.name, &record.account)),
    }
}

impl Attached {
    /// Whether it has none of them.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// How many of the places for registered consumers are taken.
    pub fn consumer_places(&self) -> u32 {
        self.consumers.saturating_add(self.queues)
    }
}
