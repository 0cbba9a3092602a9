//! What reads a stream under a name of its own: how much of it a stream has.
//!
//! A row that is made or removed for a stream (a consumer, a queue, a channel) changes its number
//! here in the same commit ([`crate::streams::Streams::update_with`]), so that the limits hold among several
//! processes and a stream that is removed is known to have none.

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
