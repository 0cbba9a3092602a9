//! Who waits for what: a write wakes its waiters at once, so that nobody has to poll.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::watch;

/// Named places to wait at. Cheap to notify when nobody waits.
#[derive(Clone, Default)]
pub struct Wakeups {
    topics: Arc<Mutex<HashMap<String, watch::Sender<()>>>>,
}

/// One waiter's place.
pub struct Wakeup {
    receiver: watch::Receiver<()>,
}

impl Wakeups {
    /// Wakes everyone who waits for `topic`, such as `kinesis/<stream id>/<shard>`.
    pub fn notify(&self, topic: &str) {
        let mut topics = self.topics.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(sender) = topics.get(topic)
            && sender.send(()).is_err()
        {
            topics.remove(topic);
        }
    }

    /// A place to wait for `topic`. Notifications count from now on, so: subscribe, look, wait.
    pub fn subscribe(&self, topic: &str) -> Wakeup {
        let mut topics = self.topics.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let sender = topics.entry(topic.to_owned()).or_default();
        Wakeup { receiver: sender.subscribe() }
    }
}

impl Wakeup {
    /// Resolves when there was a notification since this last resolved.
    pub async fn woken(&mut self) {
        if self.receiver.changed().await.is_err() {
            std::future::pending::<()>().await;
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
