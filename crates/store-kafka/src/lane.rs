//! What is appended to one lane: in groups, one after the other.
//!
//! A group is one batch, which Kafka keeps whole or not at all. The next is sent when this one's
//! place is known, so that nothing overtakes. A batch that is not answered is sent again with the same
//! number until it is: a broker that has it already says where, and does not put it there twice. Who
//! waits for it is told after a while that it is unknown; it stays in its turn nevertheless. What was
//! not yet sent when its caller's patience ends is withdrawn, and was never written.

use crate::batch::{self, Numbered};
use crate::cluster::{Cluster, Patience};
use crate::failure::{Attempt, Trouble};
use crate::logs::Logs;
use crate::times;
use bytes::Bytes;
use std::collections::{BTreeMap, VecDeque};
use std::mem;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Appended, Entry, Error, LogId, Result};
use tokio::sync::oneshot;

/// Kafka takes no larger batch of ours; see the topics' settings in logs.rs.
pub(crate) const MOST_BYTES: usize = 32 << 20;

/// Whether an append is under way, over all of its lanes.
#[derive(Default)]
pub(crate) struct Fate {
    state: AtomicU8,
    trouble: Mutex<String>,
}

const WAITING: u8 = 0;
const BEGUN: u8 = 1;
const WITHDRAWN: u8 = 2;

impl Fate {
    fn turn(&self, to: u8) -> bool {
        let turned = self.state.compare_exchange(WAITING, to, Ordering::AcqRel, Ordering::Acquire);
        turned.map_or_else(|found| found == to, |_| true)
    }

    /// Whether it is to be sent; it is not to be withdrawn any more then.
    fn begin(&self) -> bool {
        self.turn(BEGUN)
    }

    /// Whether nothing of it was sent, and nothing will be.
    pub fn withdraw(&self) -> bool {
        self.turn(WITHDRAWN)
    }

    fn is_withdrawn(&self) -> bool {
        self.state.load(Ordering::Acquire) == WITHDRAWN
    }

    fn note(&self, why: &str) {
        why.clone_into(&mut self.trouble.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Why it is not done yet.
    pub fn trouble(&self) -> String {
        let trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if trouble.is_empty() { "Kafka does not answer".to_owned() } else { trouble.clone() }
    }
}

/// What one append puts into a lane.
pub(crate) struct Part {
    pub entries: Vec<Entry>,
    pub fate: Arc<Fate>,
    pub answer: oneshot::Sender<Result<Vec<Appended>>>,
}

impl Part {
    fn bytes(&self) -> usize {
        self.entries.iter().map(|entry| entry.bytes.len()).sum()
    }
}

/// The lanes that this process appends to.
pub(crate) struct Lanes {
    cluster: Arc<Cluster>,
    logs: Arc<Logs>,
    lanes: Mutex<BTreeMap<String, Arc<Lane>>>,
}

struct Lane {
    cluster: Arc<Cluster>,
    logs: Arc<Logs>,
    log: LogId,
    topic: String,
    /// What Kafka's offsets begin with.
    floor: u64,
    queue: Mutex<Queue>,
    place: tokio::sync::Mutex<Place>,
}

#[derive(Default)]
struct Queue {
    parts: VecDeque<Part>,
    is_running: bool,
}

/// How far a lane has come, as far as this process knows.
#[derive(Default)]
struct Place {
    by: Option<Numbered>,
    /// Behind what was appended last.
    end: Option<i64>,
    /// The time of the newest record that is known of; `None` before it was asked for.
    newest_ms: Option<i64>,
}

/// Parts on their way.
struct Group {
    parts: Vec<Part>,
    records: Vec<(i64, Bytes)>,
    /// Whether it was ever on its way.
    is_sent: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lanes {
    pub fn new(cluster: Arc<Cluster>, logs: Arc<Logs>) -> Self {
        Self { cluster, logs, lanes: Mutex::default() }
    }

    /// Puts something behind what is in a lane's queue.
    pub fn push(&self, log: &LogId, floor: u64, topic: String, part: Part) {
        let lane = lock(&self.lanes)
            .entry(topic)
            .or_insert_with_key(|topic| {
                Arc::new(Lane {
                    cluster: self.cluster.clone(),
                    logs: self.logs.clone(),
                    log: log.clone(),
                    topic: topic.clone(),
                    floor,
                    queue: Mutex::default(),
                    place: tokio::sync::Mutex::default(),
                })
            })
            .clone();
        let mut queue = lock(&lane.queue);
        queue.parts.push_back(part);
        if !mem::replace(&mut queue.is_running, true) {
            drop(queue);
            tokio::spawn(lane.run());
        }
    }

    /// Lets go of the lanes whose topics begin so.
    pub fn forget(&self, beginning: &str) {
        lock(&self.lanes).retain(|topic, _| !topic.starts_with(beginning));
    }
}

impl Lane {
    async fn run(self: Arc<Self>) {
        let mut place = self.place.lock().await;
        while let Some(parts) = self.next() {
            self.write(&mut place, parts).await;
        }
    }

    /// The parts that go together; `None` when there are none, and whoever brings some is to run.
    fn next(&self) -> Option<Vec<Part>> {
        let mut queue = lock(&self.queue);
        let (mut parts, mut bytes) = (Vec::new(), 0);
        while let Some(part) = queue.parts.front() {
            bytes += batch::size(part.entries.len(), part.bytes());
            if !parts.is_empty() && bytes > self.cluster.options.group_bytes {
                break;
            }
            parts.extend(queue.parts.pop_front());
        }
        queue.is_running = !parts.is_empty();
        queue.is_running.then_some(parts)
    }

    /// Writes a group, however long it takes, unless all of it is withdrawn before it was sent.
    async fn write(&self, place: &mut Place, parts: Vec<Part>) {
        let mut group = Group { parts, records: Vec::new(), is_sent: false };
        let mut pauses = Patience::new(self.cluster.options.patience);
        while !group.parts.is_empty() {
            if self.cluster.is_closed() {
                return group.refuse(&Error::Closed);
            }
            let attempt = self.attempt(place, &mut group).await;
            let trouble = match attempt {
                Ok(Some(base)) => return self.placed(place, group, base).await,
                Ok(None) => return,
                Err(Trouble::Missing) => match self.missing(place, &group).await {
                    Ok(()) => continue,
                    Err(trouble) => trouble,
                },
                Err(trouble) => trouble,
            };
            match trouble {
                Trouble::Refused(error) => return group.refuse(&error),
                Trouble::Renumber(why) => {
                    tracing::error!(topic = %self.topic, "the broker does not know all that it had acknowledged: {why}");
                    place.by = None;
                    place.end = None;
                }
                Trouble::Later(why) => {
                    self.cluster.forget(&self.topic);
                    group.note(&why);
                }
                Trouble::Missing => {}
            }
            pauses.pause().await;
        }
    }

    /// Where the group was put; `None` if it was withdrawn.
    async fn attempt(&self, place: &mut Place, group: &mut Group) -> Attempt<Option<i64>> {
        let broker = self.cluster.leader(&self.topic).await?;
        broker.reach(self.cluster.options.patience).await?;
        if place.newest_ms.is_none() {
            let newest_ms = self.cluster.newest_time(&self.topic).await?;
            place.newest_ms = Some(newest_ms.unwrap_or(i64::MIN));
        }
        let by = match place.by {
            Some(by) => by,
            // Only the first number is shared with other lanes.
            None if place.end.is_none() && group.records.is_empty() => {
                self.cluster.producer().await?
            }
            None => self.cluster.new_producer().await?,
        };
        place.by = Some(by);
        if group.records.is_empty() {
            group.begin(place.newest_ms.unwrap_or(i64::MIN));
            if group.parts.is_empty() {
                return Ok(None);
            }
        }
        let batch = batch::encode(&group.records, by);
        if batch.len() > MOST_BYTES {
            let why = format!("{} bytes of records are too many for one append", batch.len());
            return Err(Trouble::Refused(Error::invalid(why)));
        }
        if mem::replace(&mut group.is_sent, true) {
            let last_ms = group.records.last().map_or(0, |(time_ms, _)| *time_ms);
            if times::may_be_forgotten(last_ms)
                && let Some(base) = self.cluster.find(&self.topic, place.end, by).await?
            {
                return Ok(Some(base));
            }
        }
        broker.outbox.send(&self.topic, batch).await.map(Some)
    }

    /// Makes the lane, if its log is there.
    async fn missing(&self, place: &Place, group: &Group) -> Attempt<()> {
        self.cluster.forget(&self.topic);
        let floor = self.logs.look(&self.log).await?;
        let floor = floor.ok_or_else(|| Trouble::Refused(Error::no_log(&self.log)))?;
        if floor != self.floor {
            // From now on it is known where the new one begins.
            let why = format!("the log {} was made anew", self.log.0);
            return Err(Trouble::Refused(Error::Busy(why)));
        }
        if self.cluster.exists(&self.topic).await? {
            return Err(Trouble::Later(format!("Kafka: {} is not ready", self.topic)));
        }
        if place.end.is_some() || !group.records.is_empty() {
            // A topic in its place would give the same offsets again.
            let why = format!("Kafka: the topic {} is gone, with its records", self.topic);
            return Err(Trouble::Refused(std::io::Error::other(why).into()));
        }
        self.logs.make_lane(&self.topic).await
    }

    /// Answers a group that is durable.
    async fn placed(&self, place: &mut Place, mut group: Group, base: i64) {
        let count = i64::try_from(group.records.len()).unwrap_or(i64::MAX);
        place.by = place.by.map(|by| by.later(count));
        let first_ms = group.records.first().map_or(0, |(time_ms, _)| *time_ms);
        let last_ms = group.records.last().map_or(0, |(time_ms, _)| *time_ms);
        place.newest_ms = place.newest_ms.max(Some(last_ms));
        let is_next = base == 0 || place.end == Some(base);
        place.end = Some(base + count);
        if !is_next {
            // Others have put something in between, which may be newer.
            let stamp = batch::stamp(first_ms);
            match self.cluster.newest_below(&self.topic, stamp, base).await {
                Ok(floor) if floor > stamp => {
                    group.records.iter_mut().for_each(|record| record.0 = record.0.max(floor));
                    place.newest_ms = place.newest_ms.max(Some(floor));
                }
                Ok(_) => {}
                Err(trouble) => {
                    place.end = None;
                    let why = Error::from(trouble).to_string();
                    return group.refuse(&Error::Unknown(why));
                }
            }
        }
        group.answer(self.floor, base);
    }
}

impl Group {
    /// Leaves out what is withdrawn, and raises the times to the newest.
    fn begin(&mut self, newest_ms: i64) {
        self.parts.retain(|part| part.fate.begin());
        let mut newest_ms = newest_ms;
        for entry in self.parts.iter_mut().flat_map(|part| &mut part.entries) {
            newest_ms = newest_ms.max(entry.time_ms);
            self.records.push((newest_ms, entry.bytes.clone()));
        }
    }

    fn note(&mut self, why: &str) {
        if self.records.is_empty() {
            self.parts.retain(|part| !part.fate.is_withdrawn());
        }
        self.parts.iter().for_each(|part| part.fate.note(why));
    }

    fn refuse(self, error: &Error) {
        for part in self.parts {
            // Who asked may have gone; so below.
            drop(part.answer.send(Err(error.clone())));
        }
    }

    fn answer(self, floor: u64, base: i64) {
        let offsets = floor.saturating_add(base.cast_unsigned())..;
        let times = self.records.iter().map(|(time_ms, _)| *time_ms);
        let mut places = offsets.zip(times).map(|(offset, time_ms)| Appended { offset, time_ms });
        for part in self.parts {
            let own = places.by_ref().take(part.entries.len()).collect();
            drop(part.answer.send(Ok(own)));
        }
    }
}
