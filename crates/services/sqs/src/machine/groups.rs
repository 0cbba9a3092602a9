//! The order within message groups: a group gives its messages from the first on, and nothing while
//! that is in flight or not yet to be seen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All groups of a FIFO queue that have messages.
#[derive(Debug, Default)]
pub struct Groups {
    groups: BTreeMap<Arc<str>, Group>,
    /// The first messages of the groups that may be received from, and since when each may be.
    open: BTreeSet<(i64, u64)>,
}

#[derive(Debug, Default)]
struct Group {
    members: BTreeSet<u64>,
    open: Option<(i64, u64)>,
}

impl Groups {
    /// Adds a message.
    pub fn add(&mut self, name: &Arc<str>, seq: u64) {
        self.groups.entry(name.clone()).or_default().members.insert(seq);
    }

    /// Forgets a message, and the group with its last.
    pub fn remove(&mut self, name: &Arc<str>, seq: u64) {
        let Some(group) = self.groups.get_mut(name) else { return };
        group.members.remove(&seq);
        if let Some(open) = group.open.take_if(|(_, first)| *first == seq) {
            self.open.remove(&open);
        }
        if group.members.is_empty() {
            self.groups.remove(name);
        }
    }

    /// The first message of a group.
    pub fn head(&self, name: &Arc<str>) -> Option<u64> {
        self.groups.get(name)?.members.first().copied()
    }

    /// The message of a group that follows another.
    pub fn after(&self, name: &Arc<str>, seq: u64) -> Option<u64> {
        self.groups.get(name)?.members.range(seq + 1..).next().copied()
    }

    /// Opens a group whose first message may be received since an instant, or closes it.
    pub fn open(&mut self, name: &Arc<str>, since: Option<i64>) {
        let Some(group) = self.groups.get_mut(name) else { return };
        if let Some(before) = group.open.take() {
            self.open.remove(&before);
        }
        let first = group.members.first().copied();
        group.open = since.zip(first);
        self.open.extend(group.open);
    }

    /// The first message of the group that has waited longest: one that has come back stands
    /// behind those that were there meanwhile.
    pub fn first_open(&self) -> Option<u64> {
        self.open.first().map(|(_, seq)| *seq)
    }
}
