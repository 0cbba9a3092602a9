//! What was published to a FIFO topic within the last five minutes, so that it is taken once: a pure
//! machine.

use crate::records::seen::{SeenKey, Used};
use std::collections::{BTreeMap, BTreeSet};

/// How long a deduplication id counts.
pub const WINDOW_MS: i64 = 5 * 60 * 1000;

/// The ids that count.
#[derive(Debug, Default)]
pub struct Seen {
    ids: BTreeMap<SeenKey, Used>,
    by_end: BTreeSet<(i64, SeenKey)>,
}

impl Seen {
    /// Notes an id.
    pub fn note(&mut self, key: SeenKey, used: Used) {
        self.forget(&key);
        self.by_end.insert((used.until_ms, key.clone()));
        self.ids.insert(key, used);
    }

    /// The message that was published with an id which still counts.
    pub fn find(&self, key: &SeenKey, now: i64) -> Option<&Used> {
        self.ids.get(key).filter(|used| used.until_ms > now)
    }

    /// Forgets an id.
    pub fn forget(&mut self, key: &SeenKey) {
        if let Some(used) = self.ids.remove(key) {
            self.by_end.remove(&(used.until_ms, key.clone()));
        }
    }

    /// Forgets up to `most` ids that count no more, and gives them.
    pub fn expire(&mut self, now: i64, most: usize) -> Vec<SeenKey> {
        let ended = self.by_end.iter().take_while(|(until_ms, _)| *until_ms <= now);
        let ended: Vec<_> = ended.take(most).map(|(_, key)| key.clone()).collect();
        ended.iter().for_each(|key| self.forget(key));
        ended
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Of all that is published with one id within five minutes of the first, only the first is
        /// taken, whatever else is published and expires meanwhile.
        #[test]
        fn one_is_taken_within_each_window(
            published in proptest::collection::vec((0..3_u8, 0..200_i64), 1..60),
        ) {
            let mut seen = Seen::default();
            let mut taken: BTreeMap<u8, i64> = BTreeMap::new();
            let mut now = 0;
            for (sequence, (id, seconds)) in published.into_iter().enumerate() {
                now += seconds * 1000;
                let key = (String::new(), id.to_string());
                let expected = taken.get(&id).is_none_or(|at| now >= at + WINDOW_MS);
                prop_assert_eq!(seen.find(&key, now).is_none(), expected);
                if expected {
                    let sequence = sequence as u64;
                    let until_ms = now + WINDOW_MS;
                    seen.note(key, Used { message_id: String::new(), sequence, until_ms });
                    taken.insert(id, now);
                }
                seen.expire(now, 2);
                prop_assert_eq!(seen.ids.len(), seen.by_end.len());
            }
        }
    }
}
