//! What is told of things that happen again and again: a pure machine.
//!
//! The first few of a kind are told one by one. Those that follow within the window are counted, and
//! told as one number when it is over; as long as there are any, the next window is only counted. A
//! kind that has stayed away for a window is told one by one again.

use std::collections::BTreeMap;

/// How many of a kind are told one by one.
const ONE_BY_ONE: u32 = 3;
/// The length of a window, in milliseconds.
pub const WINDOW_MS: i64 = 300_000;
/// How many kinds are told apart.
const MOST_KINDS: usize = 1000;

/// The kinds that have happened within a window.
#[derive(Debug)]
pub struct Folding<K> {
    kinds: BTreeMap<K, Seen>,
    others: K,
}

#[derive(Debug)]
struct Seen {
    /// When its window began: milliseconds since the epoch.
    since_ms: i64,
    /// How many were told one by one.
    told: u32,
    /// How many were only counted.
    more: u64,
}

/// How many of a kind were not told one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded<K> {
    /// The kind.
    pub kind: K,
    /// How many.
    pub more: u64,
}

impl<K: Clone + Ord> Folding<K> {
    /// Nothing has happened yet. What is of too many kinds is counted as `others`.
    pub fn new(others: K) -> Self {
        Self { kinds: BTreeMap::new(), others }
    }

    /// Something of a kind happens; says whether it is to be told now.
    pub fn happened(&mut self, now_ms: i64, kind: K) -> bool {
        let is_known = self.kinds.contains_key(&kind) || self.kinds.len() < MOST_KINDS;
        let kind = if is_known { kind } else { self.others.clone() };
        let seen = self.kinds.entry(kind).or_insert(Seen { since_ms: now_ms, told: 0, more: 0 });
        if seen.told < ONE_BY_ONE {
            seen.told += 1;
            return true;
        }
        seen.more += 1;
        false
    }

    /// What was counted in windows that are over.
    pub fn due(&mut self, now_ms: i64) -> Vec<Folded<K>> {
        let mut due = Vec::new();
        self.kinds.retain(|kind, seen| {
            if now_ms < seen.since_ms.saturating_add(WINDOW_MS) {
                return true;
            }
            if seen.more == 0 {
                return false;
            }
            due.push(Folded { kind: kind.clone(), more: seen.more });
            *seen = Seen { since_ms: now_ms, told: ONE_BY_ONE, more: 0 };
            true
        });
        due
    }

    /// When the next window is over.
    pub fn deadline(&self) -> Option<i64> {
        self.kinds.values().map(|seen| seen.since_ms.saturating_add(WINDOW_MS)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_told_and_the_rest_are_counted() {
        let mut folding = Folding::new("others");
        let told = |folding: &mut Folding<_>, now| folding.happened(now, "a");
        assert_eq!(folding.deadline(), None);
        let first: Vec<_> = (0..17).map(|now| told(&mut folding, now)).collect();
        assert_eq!(first.iter().filter(|told| **told).count(), 3);
        assert!(first[..3].iter().all(|told| *told));
        assert!(folding.happened(5, "b"), "each kind for itself");
        assert_eq!(folding.deadline(), Some(WINDOW_MS));
        assert_eq!(folding.due(WINDOW_MS - 1), []);
        assert_eq!(folding.due(WINDOW_MS), [Folded { kind: "a", more: 14 }]);
        assert!(!told(&mut folding, WINDOW_MS + 1), "it goes on");
        assert_eq!(folding.due(2 * WINDOW_MS), [Folded { kind: "a", more: 1 }]);
        assert_eq!(folding.due(3 * WINDOW_MS), []);
        assert_eq!(folding.deadline(), None, "nothing is kept of what has ended");
        assert!(told(&mut folding, 3 * WINDOW_MS + 1));
    }

    #[test]
    fn too_many_kinds_are_one() {
        let mut folding = Folding::new(u32::MAX);
        let told = (0..2 * MOST_KINDS as u32).filter(|kind| folding.happened(0, *kind)).count();
        assert_eq!(told, MOST_KINDS + ONE_BY_ONE as usize);
        assert_eq!(folding.kinds.len(), MOST_KINDS + 1);
        let others = (MOST_KINDS as u64) - u64::from(ONE_BY_ONE);
        assert_eq!(folding.due(WINDOW_MS), [Folded { kind: u32::MAX, more: others }]);
    }
}
