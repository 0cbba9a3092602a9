//! Who waits for what: a write wakes its waiters at once, so that nobody has to poll.

use crate::Topic;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use tokio::sync::Notify;

/// Where to wait for a [`Topic`]. Cheap to notify when nobody waits.
#[derive(Clone, Default)]
pub struct Wakeups {
    places: Arc<Mutex<Places>>,
}

type Places = BTreeMap<Topic, Weak<Place>>;

/// Wakes whoever listens to it.
#[derive(Default)]
pub struct Bell(Arc<Place>);

/// What several wait at. They are woken in the order in which they began to wait, so that what
/// follows is the same whenever what came before is.
#[derive(Default)]
struct Place {
    notifications: AtomicU64,
    waiters: Notify,
}

/// One waiter's place.
pub struct Wakeup {
    place: Arc<Place>,
    seen: u64,
}

impl Place {
    fn notify(&self) {
        self.notifications.fetch_add(1, Ordering::Release);
        self.waiters.notify_waiters();
    }

    fn wait(self: Arc<Self>) -> Wakeup {
        let seen = self.notifications.load(Ordering::Acquire);
        Wakeup { place: self, seen }
    }
}

impl Bell {
    /// Wakes everyone who listens.
    pub fn ring(&self) {
        self.0.notify();
    }

    /// A place to wait for it to ring, from now on.
    pub fn listen(&self) -> Wakeup {
        self.0.clone().wait()
    }
}

impl Wakeups {
    /// Wakes everyone who waits for `topic`.
    pub fn notify(&self, topic: &Topic) {
        let mut places = self.places();
        match places.get(topic).map(Weak::upgrade) {
            Some(Some(place)) => place.notify(),
            Some(None) => drop(places.remove(topic)),
            None => {}
        }
    }

    /// A place to wait for `topic`. Notifications count from now on, so: subscribe, look, wait.
    pub fn subscribe(&self, topic: Topic) -> Wakeup {
        let mut places = self.places();
        let known = places.entry(topic).or_default();
        let place = known.upgrade().unwrap_or_else(|| {
            let fresh = Arc::default();
            *known = Arc::downgrade(&fresh);
            fresh
        });
        place.wait()
    }

    fn places(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wakeup {
    /// Resolves when there was a notification since this last resolved.
    pub async fn woken(&mut self) {
        loop {
            // From here on a notification is not missed, though nothing waits yet.
            let notified = self.place.waiters.notified();
            let notifications = self.place.notifications.load(Ordering::Acquire);
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
    use crate::testing::at_once;

    fn topic(name: &str) -> Topic {
        Topic::Stream(name.into())
    }

    #[tokio::test]
    async fn a_notification_between_looking_and_waiting_is_not_lost() {
        let wakeups = Wakeups::default();
        let mut wakeup = wakeups.subscribe(topic("a"));
        wakeups.notify(&topic("a"));
        at_once(wakeup.woken());
        wakeups.notify(&topic("b"));
        wakeups.notify(&Topic::Function("a".into()));
        let again = tokio::select! { biased; () = wakeup.woken() => true, () = async {} => false };
        assert!(!again);
    }

    #[test]
    fn a_topic_comes_back_after_its_waiters_left() {
        let wakeups = Wakeups::default();
        drop(wakeups.subscribe(topic("a")));
        wakeups.notify(&topic("a"));
        assert!(wakeups.places().is_empty());
        let mut wakeup = wakeups.subscribe(topic("a"));
        wakeups.notify(&topic("a"));
        at_once(wakeup.woken());
    }

    #[test]
    fn a_bell_is_heard_by_those_who_listen() {
        let bell = Bell::default();
        let (mut one, mut other) = (bell.listen(), bell.listen());
        bell.ring();
        at_once(one.woken());
        at_once(other.woken());
    }

    #[test]
    fn a_shard_is_found_by_its_id() {
        let shard = Topic::Shard("arn".into(), 12);
        assert_eq!(Topic::shard("arn", "shardId-000000000012"), shard);
        assert_eq!(Topic::shard("arn", "none"), topic("arn"));
    }
}
