//! Who waits for what: a write wakes its waiters at once, so that nobody has to poll.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use tokio::sync::Notify;

/// Named places to wait at. Cheap to notify when nobody waits.
#[derive(Clone, Default)]
pub struct Wakeups {
    topics: Arc<Mutex<BTreeMap<String, Weak<Topic>>>>,
}

/// What several wait at. They are woken in the order in which they began to wait, so that what
/// follows is the same whenever what came before is.
#[derive(Default)]
struct Topic {
    notifications: AtomicU64,
    waiters: Notify,
}

/// One waiter's place.
pub struct Wakeup {
    topic: Arc<Topic>,
    seen: u64,
}

impl Topic {
    fn notify(&self) {
        self.notifications.fetch_add(1, Ordering::Release);
        self.waiters.notify_waiters();
    }
}

impl Wakeups {
    /// Wakes everyone who waits for `topic`, such as `kinesis/<stream id>/<shard>`.
    pub fn notify(&self, topic: &str) {
        let mut topics = self.topics.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        match topics.get(topic).map(Weak::upgrade) {
            Some(Some(waited_at)) => waited_at.notify(),
            Some(None) => drop(topics.remove(topic)),
            None => {}
        }
    }

    /// A place to wait for `topic`. Notifications count from now on, so: subscribe, look, wait.
    pub fn subscribe(&self, topic: &str) -> Wakeup {
        let mut topics = self.topics.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let place = topics.entry(topic.to_owned()).or_default();
        let topic = place.upgrade().unwrap_or_else(|| {
            let fresh = Arc::default();
            *place = Arc::downgrade(&fresh);
            fresh
        });
        let seen = topic.notifications.load(Ordering::Acquire);
        Wakeup { topic, seen }
    }
}

impl Wakeup {
    /// Resolves when there was a notification since this last resolved.
    pub async fn woken(&mut self) {
        loop {
            // From here on a notification is not missed, though nothing waits yet.
            let notified = self.topic.waiters.notified();
            let notifications = self.topic.notifications.load(Ordering::Acquire);
            if notifications != self.seen {
                self.seen = notifications;
                return;
            }
            notified.await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_notification_between_looking_and_waiting_is_not_lost() {
        let wakeups = Wakeups::default();
        let mut wakeup = wakeups.subscribe("a");
        wakeups.notify("a");
        wakeup.woken().await;
        wakeups.notify("b");
        let again = tokio::select! { biased; () = wakeup.woken() => true, () = async {} => false };
        assert!(!again);
    }

    #[tokio::test]
    async fn a_topic_comes_back_after_its_waiters_left() {
        let wakeups = Wakeups::default();
        drop(wakeups.subscribe("a"));
        wakeups.notify("a");
        assert!(wakeups.topics.lock().unwrap().is_empty());
        let mut wakeup = wakeups.subscribe("a");
        wakeups.notify("a");
        wakeup.woken().await;
    }
}
