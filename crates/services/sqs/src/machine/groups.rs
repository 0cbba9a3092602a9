//! The order within message groups: a group gives nothing while any of it is in flight.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All groups of a FIFO queue that have messages.
#[derive(Debug, Default)]
pub struct Groups {
    groups: BTreeMap<Arc<str>, Group>,
    /// The first messages of the groups that may be received from.
    open: BTreeSet<u64>,
}

#[derive(Debug, Default)]
struct Group {
    members: BTreeSet<u64>,
    busy: BTreeSet<u64>,
    open: Option<u64>,
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
        group.busy.remove(&seq);
        if group.open == Some(seq) {
            group.open = None;
            self.open.remove(&seq);
        }
        if group.members.is_empty() {
            self.groups.remove(name);
        }
    }

    /// Says whether a message keeps its group closed.
    pub fn mark(&mut self, name: &Arc<str>, seq: u64, is_busy: bool) {
        let Some(group) = self.groups.get_mut(name) else { return };
        if is_busy {
            group.busy.insert(seq);
        } else {
            group.busy.remove(&seq);
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

    /// Opens a group whose first message may be received, unless others of it are in flight.
    pub fn open(&mut self, name: &Arc<str>, head_is_visible: bool) {
        let Some(group) = self.groups.get_mut(name) else { return };
        if let Some(before) = group.open.take() {
            self.open.remove(&before);
        }
        if head_is_visible && group.busy.is_empty() {
            group.open = group.members.first().copied();
            self.open.extend(group.open);
        }
    }

    /// The first message of the group that has waited longest.
    pub fn first_open(&self) -> Option<u64> {
        self.open.first().copied()
    }
}
