//! What was sent to queues, received from them and deleted, and whether it may be so. A message is
//! known by its body, which no other has.

use crate::time::Time;
use std::collections::{BTreeMap, BTreeSet};

/// How far the clocks of two processes are apart at most, in microseconds.
const APART_US: u64 = 40_000;

/// A message, and what is known of it.
#[derive(Default)]
struct Message {
    /// Its group and its place in it, in a FIFO queue.
    group: Option<(String, u64)>,
    /// It was acknowledged.
    is_sent: bool,
    /// Somebody has begun to delete it: nobody knows whether it is still there.
    may_be_gone: bool,
    /// When it was deleted for certain: who asks after that does not get it.
    gone_us: Option<u64>,
    /// Before that nobody else may receive it, as far as nobody changes that.
    hidden_until_us: u64,
    /// Changes of that which are under way, or of which nobody knows what became: when it comes back
    /// at the earliest if they happen.
    changing: Vec<(Change, u64)>,
    /// The ids that it was received with.
    ids: BTreeSet<String>,
}

impl Message {
    /// Before that nobody else receives it, whatever is under way.
    fn hidden_until_us(&self) -> u64 {
        let earlier = self.changing.iter().map(|(_, back_us)| *back_us);
        earlier.fold(self.hidden_until_us, u64::min)
    }
}

/// A change of how long a message is out of sight.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Change(u64);

/// A message as it was received.
pub(crate) struct Got {
    pub body: String,
    pub message_id: String,
}

/// The messages of all queues.
#[derive(Default)]
pub(crate) struct Queues {
    messages: BTreeMap<String, Message>,
    /// The bodies of each group, in the order in which they were sent: each was acknowledged before
    /// the next was begun.
    groups: BTreeMap<String, Vec<String>>,
}

impl Queues {
    /// How many were acknowledged.
    pub fn count(&self) -> usize {
        self.messages.values().filter(|message| message.is_sent).count()
    }

    /// Somebody begins to send a message, and does not stop before it is acknowledged where it has a
    /// group.
    pub fn begin(&mut self, body: &str, group: Option<&str>) {
        let group = group.map(|group| {
            let bodies = self.groups.entry(group.to_owned()).or_default();
            bodies.push(body.to_owned());
            (group.to_owned(), bodies.len() as u64 - 1)
        });
        self.messages.insert(body.to_owned(), Message { group, ..Message::default() });
    }

    /// It is acknowledged.
    pub fn sent(&mut self, body: &str) {
        if let Some(message) = self.messages.get_mut(body) {
            message.is_sent = true;
        }
    }

    /// A receive that was begun at `begun_us` gave these, and keeps them out of sight for so long.
    pub fn received(&mut self, time: &Time, begun_us: u64, visibility_us: u64, all: &[Got]) {
        self.check_order(time, all);
        for got in all {
            self.check(time, begun_us, got);
            let Some(message) = self.messages.get_mut(&got.body) else { continue };
            message.hidden_until_us = begun_us + visibility_us;
        }
    }

    fn check(&mut self, time: &Time, begun_us: u64, got: &Got) {
        let Got { body, message_id } = got;
        let Some(message) = self.messages.get_mut(body) else {
            return time.violate("messages", format!("{body} was received, which nobody sent"));
        };
        message.ids.insert(message_id.clone());
        if message.group.is_some() && message.ids.len() > 1 {
            let ids: Vec<_> = message.ids.iter().cloned().collect();
            time.violate("once", format!("{body} was taken twice, as {}", ids.join(" and ")));
        }
        if message.gone_us.is_some_and(|gone_us| gone_us < begun_us) {
            time.violate("deleted", format!("{body} was received after it was deleted"));
        }
        if time.now_us() + APART_US < message.hidden_until_us() {
            time.violate("sight", format!("{body} was received again within its timeout"));
        }
    }

    /// Whoever gets a message of a group gets those that were sent before it first, or they are gone.
    fn check_order(&self, time: &Time, all: &[Got]) {
        let mut given: BTreeSet<&str> = BTreeSet::new();
        for got in all {
            given.insert(&got.body);
            let place = self.messages.get(&got.body).and_then(|message| message.group.as_ref());
            let Some((group, index)) = place else { continue };
            let before = self.groups[group].iter().take(usize::try_from(*index).unwrap_or(0));
            let passed = before
                .into_iter()
                .find(|body| !given.contains(body.as_str()) && !self.messages[*body].may_be_gone);
            if let Some(passed) = passed {
                let message = format!("{} of {group} was received before {passed}", got.body);
                time.violate("groups", message);
            }
        }
    }

    /// Somebody begins to change how long a message is out of sight.
    pub fn changing(&mut self, time: &Time, body: &str, visibility_us: u64) -> Change {
        let change = Change(time.number());
        if let Some(message) = self.messages.get_mut(body) {
            message.changing.push((change, time.now_us() + visibility_us));
        }
        change
    }

    /// It is known what became of that: without `happened`, nothing.
    pub fn changed(&mut self, body: &str, change: Change, happened: bool) {
        let Some(message) = self.messages.get_mut(body) else { return };
        let Some(at) = message.changing.iter().position(|(own, _)| *own == change) else { return };
        let (_, back_us) = message.changing.remove(at);
        if happened {
            message.hidden_until_us = message.hidden_until_us.min(back_us);
        }
    }

    /// Somebody begins to delete a message.
    pub fn deleting(&mut self, body: &str) {
        if let Some(message) = self.messages.get_mut(body) {
            message.may_be_gone = true;
        }
    }

    /// It is acknowledged. Within the timeout the handle was the newest, so that the message is gone.
    pub fn deleted(&mut self, body: &str, now_us: u64) {
        if let Some(message) = self.messages.get_mut(body)
            && now_us + APART_US < message.hidden_until_us()
        {
            message.gone_us = Some(now_us);
        }
    }

    /// All that was there was received and deleted: what was acknowledged was among it.
    pub fn check_all(&self, time: &Time) {
        let is_lost = |message: &Message| message.is_sent && !message.may_be_gone;
        if let Some((body, _)) = self.messages.iter().find(|(_, message)| is_lost(message)) {
            time.violate("messages", format!("{body} was acknowledged and is not there"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn got(body: &str) -> Got {
        Got { body: body.to_owned(), message_id: "1".to_owned() }
    }

    /// What is wrong with a story.
    fn check_of(story: impl FnOnce(&Time, &mut Queues)) -> Option<&'static str> {
        let (time, mut queues) = (Time::new(1), Queues::default());
        for body in ["a", "b"] {
            queues.begin(body, Some("g"));
            queues.sent(body);
        }
        story(&time, &mut queues);
        time.violation().map(|violation| violation.check)
    }

    #[test]
    fn a_message_is_seen_once_within_its_timeout() {
        let twice = |us| {
            check_of(|time, queues| {
                queues.received(time, 0, us, &[got("a")]);
                queues.received(time, 0, us, &[got("a")]);
            })
        };
        assert_eq!(twice(0), None);
        assert_eq!(twice(5_000_000), Some("sight"));
        let changed = check_of(|time, queues| {
            queues.received(time, 0, 5_000_000, &[got("a")]);
            queues.changing(time, "a", 0);
            queues.received(time, 0, 5_000_000, &[got("a")]);
        });
        assert_eq!(changed, None);
    }

    #[test]
    fn groups_are_received_in_order_and_each_message_once() {
        let given = |all: &[Got]| check_of(|time, queues| queues.received(time, 0, 0, all));
        assert_eq!(given(&[got("a"), got("b")]), None);
        assert_eq!(given(&[got("b")]), Some("groups"));
        assert_eq!(given(&[got("b"), got("a")]), Some("groups"));
        assert_eq!(given(&[got("x")]), Some("messages"));
        let other = Got { message_id: "2".to_owned(), ..got("a") };
        assert_eq!(given(&[got("a"), other]), Some("once"));
    }

    #[test]
    fn what_was_sent_is_there_and_what_was_deleted_is_not() {
        assert_eq!(check_of(|time, queues| queues.check_all(time)), Some("messages"));
        let deleted = check_of(|time, queues| {
            queues.received(time, 0, 5_000_000, &[got("a")]);
            queues.deleting("a");
            queues.deleted("a", 0);
            queues.received(time, 0, 0, &[got("b")]);
            queues.received(time, 1, 0, &[got("a")]);
        });
        assert_eq!(deleted, Some("deleted"));
    }
}
