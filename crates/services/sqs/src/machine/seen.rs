//! What was sent to a FIFO queue within the last five minutes, so that it is taken once.

use std::collections::{BTreeMap, BTreeSet};

/// How long a deduplication id counts.
pub const WINDOW_MS: i64 = 5 * 60 * 1000;

/// A deduplication id, and the group where ids count per group, else nothing.
pub type SeenKey = (String, String);

/// The ids that count.
#[derive(Debug, Default)]
pub struct Seen {
    ids: BTreeMap<SeenKey, (u64, String, i64)>,
    by_end: BTreeSet<(i64, SeenKey)>,
}

impl Seen {
    /// Notes an id: its message's number and id, and until when it counts.
    pub fn note(&mut self, key: SeenKey, seq: u64, message_id: String, until_ms: i64) {
        self.forget(&key);
        self.by_end.insert((until_ms, key.clone()));
        self.ids.insert(key, (seq, message_id, until_ms));
    }

    /// The number and id of the message that was sent with an id which still counts.
    pub fn find(&self, key: &SeenKey, now: i64) -> Option<(u64, &str)> {
        let (seq, message_id, until_ms) = self.ids.get(key)?;
        (*until_ms > now).then_some((*seq, message_id))
    }

    /// Forgets an id.
    pub fn forget(&mut self, key: &SeenKey) {
        if let Some((_, _, until_ms)) = self.ids.remove(key) {
            self.by_end.remove(&(until_ms, key.clone()));
        }
    }

    /// Forgets the id of a message that was not stored.
    pub fn forget_message(&mut self, seq: u64) {
        let found = self.ids.iter().find(|(_, (own, ..))| *own == seq).map(|(key, _)| key.clone());
        found.iter().for_each(|key| self.forget(key));
    }

    /// Forgets up to `most` ids that count no more, and gives them.
    pub fn expire(&mut self, now: i64, most: usize) -> Vec<SeenKey> {
        let ended = self.by_end.iter().take_while(|(until_ms, _)| *until_ms <= now);
        let ended: Vec<_> = ended.take(most).map(|(_, key)| key.clone()).collect();
        ended.iter().for_each(|key| self.forget(key));
        ended
    }

    /// All ids, with their messages' numbers.
    pub fn all(&self) -> impl Iterator<Item = (&SeenKey, u64)> {
        self.ids.iter().map(|(key, (seq, ..))| (key, *seq))
    }

    /// The highest number that is noted.
    pub fn last(&self) -> Option<u64> {
        self.ids.values().map(|(seq, ..)| *seq).max()
    }
}
