//! Wake-ups between processes: what is notified in one is told to the others over the engines that
//! they share, and wakes whoever waits there.
//!
//! Notifying only notes the topic; a task of its own tells of all that were noted while it told of
//! the last ones, each once. So however often a shard is put into, it is told of no faster than the
//! engine takes notices, and who notifies waits for nothing.

use crate::Topic;
use crate::wakeups::Places;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use store::{Listener, Notices};
use tokio::runtime::Handle;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// How many topics wait to be told before others are left out: whoever waits for them looks.
const MOST_UNTOLD: usize = 10_000;

/// What carries the wake-ups of one process, for as long as it is kept.
pub(crate) struct Carrier {
    road: Arc<Road>,
    task: OnceLock<JoinHandle<()>>,
}

struct Road {
    notices: Arc<dyn Notices>,
    untold: Mutex<BTreeSet<Topic>>,
    noted: Notify,
}

impl Carrier {
    pub fn new(notices: Arc<dyn Notices>) -> Self {
        let road = Road { notices, untold: Mutex::default(), noted: Notify::new() };
        Self { road: Arc::new(road), task: OnceLock::new() }
    }

    /// Lets the others know, soon.
    pub fn tell(&self, topic: &Topic) {
        let mut untold = self.road.untold();
        if untold.len() < MOST_UNTOLD && untold.insert(topic.clone()) {
            self.road.noted.notify_one();
        }
    }

    /// Begins to tell and to listen, unless that has begun, or there is nothing yet to run it.
    pub fn begin(&self, places: &Arc<Places>) {
        if self.task.get().is_some() {
            return;
        }
        let Ok(runtime) = Handle::try_current() else { return };
        self.task.get_or_init(|| {
            let (road, places) = (self.road.clone(), places.clone());
            let listener = road.notices.listen();
            runtime.spawn(async move {
                tokio::join!(hear(listener, &places), road.tell_all());
            })
        });
    }
}

impl Drop for Carrier {
    fn drop(&mut self) {
        if let Some(task) = self.task.get() {
            task.abort();
        }
    }
}

impl Road {
    fn untold(&self) -> MutexGuard<'_, BTreeSet<Topic>> {
        self.untold.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn tell_all(&self) {
        loop {
            self.noted.notified().await;
            let topics = std::mem::take(&mut *self.untold());
            for notice in Topic::pack(topics) {
                self.notices.send(notice).await;
            }
        }
    }
}

async fn hear(mut listener: Box<dyn Listener>, places: &Places) {
    loop {
        let notice = listener.next().await;
        Topic::unpack(&notice).iter().for_each(|topic| places.notify(topic));
    }
}
