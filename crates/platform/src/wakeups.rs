//! Who waits for what: a write wakes its waiters at once, so that nobody has to poll.
//!
//! Where other processes share the engines, they are told too, as well as the engines can
//! ([`store::Notices`]). That may fail, so whoever waits there looks again after [`LOOK_AGAIN`]
//! though nothing was heard. A process that has its engines to itself misses nothing, and looks at
//! nothing by the clock.

use crate::carrier::Carrier;
use crate::{BoxFuture, Clock, Topic};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use store::Notices;
use tokio::sync::Notify;

/// After how long somebody looks for what another process may have done, though it was not told: as
/// often as Lambda polls a shard at AWS.
pub const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How many places are too few to look for those that everybody has left.
const FEW_PLACES: usize = 64;

/// Where to wait for a [`Topic`]. Cheap to notify when nobody waits.
#[derive(Default)]
pub struct Wakeups {
    places: Arc<Places>,
    others: Option<Others>,
}

/// How they hear of the other processes that share the engines, or find out without.
struct Others {
    carrier: Carrier,
    clock: Arc<dyn Clock>,
}

/// Those where somebody waits in this process.
#[derive(Default)]
pub(crate) struct Places(Mutex<Known>);

#[derive(Default)]
struct Known {
    places: BTreeMap<Topic, Weak<Place>>,
    /// How many there were when those that everybody had left were last taken out.
    swept: usize,
}

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
    look: Option<Look>,
}

/// When to look again.
struct Look {
    clock: Arc<dyn Clock>,
    due: Option<BoxFuture<'static, ()>>,
}

impl Place {
    fn notify(&self) {
        self.notifications.fetch_add(1, Ordering::Release);
        self.waiters.notify_waiters();
    }

    fn wait(self: Arc<Self>, look: Option<Look>) -> Wakeup {
        let seen = self.notifications.load(Ordering::Acquire);
        Wakeup { place: self, seen, look }
    }

    async fn until_told(&self, seen: &mut u64) {
        loop {
            // From here on a notification is not missed, though nothing waits yet.
            let notified = self.waiters.notified();
            let notifications = self.notifications.load(Ordering::Acquire);
            if notifications != *seen {
                *seen = notifications;
                return;
            }
            notified.await;
        }
    }
}

impl Bell {
    /// Wakes everyone who listens.
    pub fn ring(&self) {
        self.0.notify();
    }

    /// A place to wait for it to ring, from now on.
    pub fn listen(&self) -> Wakeup {
        self.0.clone().wait(None)
    }
}

impl Places {
    /// Wakes everyone in this process who waits for `topic`.
    pub fn notify(&self, topic: &Topic) {
        if let Some(place) = self.lock().places.get(topic).and_then(Weak::upgrade) {
            place.notify();
        }
    }

    fn place(&self, topic: Topic) -> Arc<Place> {
        let mut known = self.lock();
        known.sweep();
        let known = known.places.entry(topic).or_default();
        known.upgrade().unwrap_or_else(|| {
            let fresh = Arc::default();
            *known = Arc::downgrade(&fresh);
            fresh
        })
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Forgets places that everybody has left, when there may be as many of them as of the others.
    fn sweep(&mut self) {
        if self.places.len() >= FEW_PLACES.max(2 * self.swept) {
            self.places.retain(|_, place| place.strong_count() > 0);
            self.swept = self.places.len();
        }
    }
}

impl Wakeups {
    /// Those of a process that shares its engines, if there are `notices`, with others.
    pub(crate) fn new(notices: Option<Arc<dyn Notices>>, clock: Arc<dyn Clock>) -> Self {
        let others = notices.map(|notices| Others { carrier: Carrier::new(notices), clock });
        Self { places: Arc::default(), others }
    }

    /// Wakes everyone who waits for `topic`, in this process at once and in others soon. What they
    /// are to find has to be on stable storage.
    pub fn notify(&self, topic: &Topic) {
        self.places.notify(topic);
        if let Some(Others { carrier, .. }) = &self.others {
            carrier.tell(topic);
            carrier.begin(&self.places);
        }
    }

    /// A place to wait for `topic`. Notifications count from now on, so: subscribe, look, wait.
    pub fn subscribe(&self, topic: Topic) -> Wakeup {
        let place = self.places.place(topic);
        let Some(Others { carrier, clock }) = &self.others else { return place.wait(None) };
        carrier.begin(&self.places);
        place.wait(Some(Look { clock: clock.clone(), due: None }))
    }
}

impl Wakeup {
    /// Resolves when there was a notification since this or [`told`](Self::told) last resolved, or
    /// when it is time to look whether one was lost.
    pub async fn woken(&mut self) {
        let Self { place, seen, look } = self;
        let Some(look) = look else { return place.until_told(seen).await };
        // It goes on while its owner waits for something else meanwhile.
        let due = look.due.get_or_insert_with(|| look.clock.sleep(LOOK_AGAIN));
        tokio::select! {
            biased;
            () = place.until_told(seen) => {}
            () = due => {}
        }
        look.due = None;
    }

    /// Resolves when there was a notification since this or [`woken`](Self::woken) last resolved.
    /// For those who can do without: a notification from another process may be lost.
    pub async fn told(&mut self) {
        self.place.until_told(&mut self.seen).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ManualClock;
    use crate::testing::{START, at_once, soon};
    use store::Silence;
    use store::memory::MemoryNotices;

    fn topic(name: &str) -> Topic {
        Topic::Stream(name.into())
    }

    fn alone() -> Wakeups {
        Wakeups::default()
    }

    async fn is_now(what: impl Future<Output = ()>) -> bool {
        tokio::select! { biased; () = what => true, () = tokio::task::yield_now() => false }
    }

    #[tokio::test]
    async fn a_notification_between_looking_and_waiting_is_not_lost() {
        let wakeups = alone();
        let mut wakeup = wakeups.subscribe(topic("a"));
        wakeups.notify(&topic("a"));
        at_once(wakeup.woken());
        wakeups.notify(&topic("b"));
        wakeups.notify(&Topic::Function("a".into()));
        assert!(!is_now(wakeup.woken()).await);
    }

    #[test]
    fn a_topic_comes_back_after_its_waiters_left() {
        let wakeups = alone();
        drop(wakeups.subscribe(topic("a")));
        wakeups.notify(&topic("a"));
        let mut wakeup = wakeups.subscribe(topic("a"));
        wakeups.notify(&topic("a"));
        at_once(wakeup.woken());
    }

    #[test]
    fn places_that_everybody_has_left_are_forgotten() {
        let wakeups = alone();
        let mut kept: Vec<_> =
            (0..500).map(|n| wakeups.subscribe(Topic::Shard("kept".into(), n))).collect();
        for number in 0..10_000 {
            drop(wakeups.subscribe(Topic::Shard("left".into(), number)));
            assert!(wakeups.places.lock().places.len() <= 2 * kept.len() + FEW_PLACES);
        }
        wakeups.notify(&Topic::Shard("kept".into(), 7));
        at_once(kept[7].woken());
    }

    #[test]
    fn a_bell_is_heard_by_those_who_listen() {
        let bell = Bell::default();
        let (mut one, mut other) = (bell.listen(), bell.listen());
        bell.ring();
        at_once(one.woken());
        at_once(other.woken());
    }

    #[tokio::test]
    async fn waiters_are_woken_in_the_order_in_which_they_began_to_wait() {
        let (wakeups, woken) = (alone(), Arc::<Mutex<Vec<usize>>>::default());
        let mut tasks = tokio::task::JoinSet::new();
        for number in 0..20 {
            let (mut wakeup, woken) = (wakeups.subscribe(topic("a")), woken.clone());
            tasks.spawn(async move {
                wakeup.woken().await;
                woken.lock().unwrap().push(number);
            });
        }
        tokio::task::yield_now().await;
        wakeups.notify(&topic("a"));
        tasks.join_all().await;
        assert!(woken.lock().unwrap().iter().copied().eq(0..20));
    }

    /// A process of several, whose clock stands still.
    fn process(all: &MemoryNotices) -> (Wakeups, Arc<ManualClock>) {
        let clock = Arc::new(ManualClock::at(START));
        (Wakeups::new(Some(all.join()), clock.clone()), clock)
    }

    #[tokio::test]
    async fn what_one_process_notifies_wakes_those_who_wait_in_another() {
        let all = MemoryNotices::default();
        let [(one, _), (other, _)] = [process(&all), process(&all)];
        let mut wakeup = other.subscribe(Topic::Shard("s".into(), 7));
        let mut elsewhere = other.subscribe(Topic::Shard("s".into(), 8));
        one.notify(&Topic::shard("s", "shardId-000000000007"));
        soon(wakeup.told()).await;
        assert!(!is_now(elsewhere.told()).await);
        // And back: who notifies listens too.
        let mut wakeup = one.subscribe(topic("a"));
        other.notify(&topic("a"));
        soon(wakeup.woken()).await;
    }

    #[tokio::test]
    async fn who_shares_engines_looks_again_and_who_is_alone_does_not() {
        let clock = Arc::new(ManualClock::at(START));
        let shared = Wakeups::new(Some(Arc::new(Silence)), clock.clone());
        let mut looks = shared.subscribe(topic("a"));
        let mut waits = alone().subscribe(topic("a"));
        for _ in 0..3 {
            assert!(!is_now(looks.woken()).await);
            clock.advance(LOOK_AGAIN / 2);
            // That somebody waits for something else meanwhile changes nothing.
            assert!(!is_now(looks.woken()).await);
            clock.advance(LOOK_AGAIN / 2);
            assert!(!is_now(looks.told()).await, "nobody told it");
            soon(looks.woken()).await;
        }
        assert!(!is_now(waits.woken()).await);
    }

    #[tokio::test]
    async fn what_is_notified_often_is_told_once_at_a_time() {
        let all = MemoryNotices::default();
        let (one, _) = process(&all);
        let mut listener = all.join().listen();
        for _ in 0..1000 {
            one.notify(&topic("a"));
        }
        soon(listener.next()).await;
        assert!(!is_now(async { drop(listener.next().await) }).await);
        one.notify(&topic("b"));
        assert_eq!(Topic::unpack(&soon(listener.next()).await), [topic("b")]);
    }

    #[tokio::test]
    async fn a_process_that_is_gone_hears_nothing_and_is_not_held_up() {
        let all = MemoryNotices::default();
        let [(one, _), (other, _)] = [process(&all), process(&all)];
        let weak = Arc::downgrade(&other.places);
        drop((other.subscribe(topic("a")), other));
        soon(async {
            while weak.upgrade().is_some() {
                tokio::task::yield_now().await;
            }
        })
        .await;
        one.notify(&topic("a"));
    }
}
