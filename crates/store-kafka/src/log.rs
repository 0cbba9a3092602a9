//! The engine.

use crate::batch;
use crate::cluster::Cluster;
use crate::failure::{Attempt, Trouble};
use crate::lane::{Fate, Lanes, MOST_BYTES, Part};
use crate::logs::Logs;
use crate::settings::Options;
use crate::times;
use futures_util::future::{join_all, try_join};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{
    Appended, Bounds, BoxFuture, Entry, Error, Lane, Log, LogId, ReadLimit, Reading, Result, Stored,
};
use tokio::sync::oneshot;

/// What one record is taken to have where only their number is limited.
const RECORD_BYTES: usize = 2048;
/// How many readers of one lane go on where they were without asking for the time before.
const MARKS: usize = 16;
/// How many lanes are trimmed at once.
const AT_ONCE: usize = 64;

/// Records on Kafka. What lies where is in `docs/decisions/0084-records-on-kafka.md`.
///
/// It seals nothing by itself (`seal` is an error), and is to be wrapped in
/// `store::confirming::Confirming`.
///
/// All entries of one append that go to one lane are kept or none. Over several lanes that holds as
/// long as this process lives: what it has begun it finishes, however long Kafka is gone meanwhile. Where
/// it ends in between, some lanes may have theirs and others not; nobody had an answer then.
///
/// A time before 1970 is raised only to what this process knows of its lane.
pub struct KafkaLog {
    pub(crate) cluster: Arc<Cluster>,
    logs: Arc<Logs>,
    lanes: Lanes,
    marks: Mutex<BTreeMap<String, VecDeque<Mark>>>,
    /// By topic.
    ends: Mutex<BTreeMap<String, End>>,
}

/// Where a lane ended when it was last asked for its bounds, and the newest time as it was after that. While it
/// ends there, that is the newest time below: nothing came between.
#[derive(Clone, Copy)]
struct End {
    at: i64,
    newest_ms: Option<i64>,
}

/// Where a read ended, and the newest time below.
#[derive(Clone, Copy)]
struct Mark {
    next: i64,
    newest_ms: i64,
}

impl Drop for KafkaLog {
    fn drop(&mut self) {
        self.cluster.close();
    }
}

impl KafkaLog {
    /// Opens the logs of a prefix, and deletes what is left of those that are gone. The runtime that
    /// this is called on drives the connections from then on.
    ///
    /// # Errors
    /// [`Error::Busy`] when no broker is to be had; [`Error::Io`] of the kind `InvalidInput` when the
    /// options ask for what is not there, or a server is no Kafka of 3.7 or newer.
    pub async fn open(options: Options) -> Result<Self> {
        let names = options.names()?;
        let cluster = Arc::new(Cluster::new(options)?);
        let logs = Arc::new(Logs::new(cluster.clone(), names));
        logs.sweep().await?;
        let lanes = Lanes::new(cluster.clone(), logs.clone());
        let (marks, ends) = Default::default();
        Ok(Self { cluster, logs, lanes, marks, ends })
    }

    async fn lane(&self, log: &LogId, lane: Lane) -> Result<(u64, String)> {
        let floor = self.logs.floor(log).await?;
        Ok((floor, self.logs.topic(log, floor, lane)))
    }

    /// What was asked of a lane's topic: `empty` where there is none, `None` where it is to be asked
    /// again, since another log is in the place of the one that was known.
    async fn settle<T>(
        &self,
        log: &LogId,
        (floor, topic): (u64, &str),
        answer: Attempt<T>,
        empty: T,
    ) -> Result<Option<T>> {
        if !matches!(answer, Err(Trouble::Missing)) {
            return Ok(answer.map(Some)?);
        }
        self.cluster.forget(topic);
        self.ends().remove(topic);
        let found = self.logs.look(log).await?.ok_or_else(|| Error::no_log(log))?;
        Ok((found == floor).then_some(empty))
    }

    async fn append_all(&self, log: &LogId, entries: Vec<Entry>) -> Result<Vec<Appended>> {
        let floor = self.logs.floor(log).await?;
        let mut lanes: BTreeMap<Lane, (Vec<usize>, Vec<Entry>)> = BTreeMap::new();
        let count = entries.len();
        for (at, entry) in entries.into_iter().enumerate() {
            let (places, own) = lanes.entry(entry.lane).or_default();
            places.push(at);
            own.push(entry);
        }
        for (_, entries) in lanes.values() {
            let bytes = entries.iter().map(|entry| entry.bytes.len()).sum();
            if batch::size(entries.len(), bytes) > MOST_BYTES {
                let why = format!("{bytes} bytes of records are too many for one append to a lane");
                return Err(Error::invalid(why));
            }
        }
        let fate = Arc::new(Fate::default());
        let mut answers = Vec::with_capacity(lanes.len());
        let mut whose = Vec::with_capacity(lanes.len());
        for (lane, (places, entries)) in lanes {
            let (answer, answered) = oneshot::channel();
            let part = Part { entries, fate: fate.clone(), answer };
            self.lanes.push(log, floor, self.logs.topic(log, floor, lane), part);
            answers.push(answered);
            whose.push(places);
        }
        let patience = self.cluster.options.patience;
        let Ok(answers) = tokio::time::timeout(patience, join_all(answers)).await else {
            let why = fate.trouble();
            return Err(if fate.withdraw() { Error::Busy(why) } else { Error::Unknown(why) });
        };
        let answers = answers.into_iter().map(|answer| answer.unwrap_or(Err(Error::Closed)));
        together(count, whose.into_iter().zip(answers))
    }

    async fn read_topic(
        &self,
        topic: &str,
        floor: u64,
        from: u64,
        limit: ReadLimit,
    ) -> Attempt<Vec<Stored>> {
        let mut at = i64::try_from(from.saturating_sub(floor)).unwrap_or(i64::MAX);
        let mut newest_ms = self.newest_before(topic, at);
        let (mut found, mut room) = (Vec::new(), limit.bytes);
        loop {
            let left = limit.records - found.len();
            let wanted = room.min(left.saturating_mul(RECORD_BYTES));
            let fetched = self.cluster.fetch(topic, at, wanted).await?;
            let Some(first) = fetched.records.first() else { break };
            let mut newest = match newest_ms {
                Some(newest_ms) => newest_ms,
                None => {
                    let stamp = batch::stamp(first.time_ms);
                    let floor = self.cluster.newest_below(topic, stamp, first.offset).await?;
                    if floor > stamp { floor } else { i64::MIN }
                }
            };
            let mut is_full = false;
            for record in fetched.records {
                is_full =
                    found.len() >= limit.records || !found.is_empty() && record.bytes.len() > room;
                if is_full {
                    break;
                }
                room = room.saturating_sub(record.bytes.len());
                newest = newest.max(record.time_ms);
                at = record.offset + 1;
                let offset = floor.saturating_add(record.offset.cast_unsigned());
                found.push(Stored { offset, time_ms: newest, bytes: record.bytes });
            }
            newest_ms = Some(newest);
            self.mark(topic, Mark { next: at, newest_ms: newest });
            if is_full || found.len() >= limit.records || at >= fetched.end {
                break;
            }
        }
        Ok(found)
    }

    /// The newest time below an offset, if a read ended there.
    fn newest_before(&self, topic: &str, at: i64) -> Option<i64> {
        if at == 0 {
            return Some(i64::MIN);
        }
        let marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        marks.get(topic)?.iter().find(|mark| mark.next == at).map(|mark| mark.newest_ms)
    }

    fn mark(&self, topic: &str, mark: Mark) {
        let mut marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        let marks = marks.entry(topic.to_owned()).or_default();
        marks.retain(|each| each.next != mark.next);
        marks.truncate(MARKS - 1);
        marks.push_front(mark);
    }

    async fn seek_topic(&self, topic: &str, floor: u64, time_ms: i64) -> Attempt<u64> {
        let offset = |offset: i64| floor.saturating_add(offset.cast_unsigned());
        if time_ms > 0 {
            return match self.cluster.first_at(topic, time_ms).await? {
                Some(found) => Ok(offset(found.offset)),
                None => self.cluster.end(topic).await.map(offset),
            };
        }
        // Times before 1970 share a stamp.
        let limit = ReadLimit { records: 1000, bytes: usize::MAX };
        let mut from = floor;
        loop {
            let records = self.read_topic(topic, floor, from, limit).await?;
            if let Some(found) = records.iter().find(|record| record.time_ms >= time_ms) {
                return Ok(found.offset);
            }
            match records.last() {
                Some(last) => from = last.offset + 1,
                None => return self.cluster.end(topic).await.map(offset),
            }
        }
    }

    /// One request while a lane stands still, as most do when they are looked at.
    async fn bounds_of(&self, topic: &str, floor: u64) -> Attempt<Bounds> {
        let cluster = &self.cluster;
        let bounds = |start: i64, End { at, newest_ms }: End| {
            let offset = |offset: i64| floor.saturating_add(offset.cast_unsigned());
            Bounds { start: offset(start.min(at)), end: offset(at), newest_ms, sealed: false }
        };
        let known = self.ends().get(topic).copied();
        if let Some(known) = known
            && let Some(start) = cluster.start_if_it_ends_at(topic, known.at).await?
        {
            return Ok(bounds(start, known));
        }
        // First the end: a newest time that was asked for before it may be that of a record below another.
        let at = cluster.end(topic).await?;
        let (start, newest_ms) = try_join(cluster.start(topic), cluster.newest_time(topic)).await?;
        let end = End { at, newest_ms };
        self.ends().insert(topic.to_owned(), end);
        Ok(bounds(start, end))
    }

    fn ends(&self) -> MutexGuard<'_, BTreeMap<String, End>> {
        self.ends.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets what is older, up to a record that is as new as any before it: so no time changes. The
    /// newest stays, since it says how far times have come.
    async fn trim_topic(&self, topic: &str, before_ms: i64) -> Attempt<()> {
        let Some(newest) = self.cluster.newest(topic).await? else { return Ok(()) };
        let stamp = before_ms.min(newest);
        if stamp <= 0 {
            return Ok(());
        }
        match self.cluster.first_at(topic, stamp).await? {
            Some(found) if found.offset > self.cluster.start(topic).await? => {
                self.logs.cut(topic, found.offset).await
            }
            _ => Ok(()),
        }
    }
}

/// The answer of an append from those of its lanes.
fn together(
    count: usize,
    lanes: impl Iterator<Item = (Vec<usize>, Result<Vec<Appended>>)>,
) -> Result<Vec<Appended>> {
    let (mut places, mut failed) = (vec![None; count], None);
    for (at, answer) in lanes {
        match answer {
            Ok(appended) => at.iter().zip(appended).for_each(|(at, place)| {
                if let Some(slot) = places.get_mut(*at) {
                    *slot = Some(place);
                }
            }),
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    match failed {
        // The log is gone, so nothing of it is kept.
        Some(error @ Error::NotFound(_)) => Err(error),
        Some(error) if places.iter().any(Option::is_some) => {
            Err(Error::Unknown(format!("a part of it was kept: {error}")))
        }
        Some(error) => Err(error),
        None => places.into_iter().collect::<Option<_>>().ok_or(Error::Closed),
    }
}

impl Log for KafkaLog {
    fn create<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.logs.make(log, 0))
    }

    fn recreate<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.logs.make(log, times::now_ms().unsigned_abs()))
    }

    fn delete<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            self.logs.delete(log).await?;
            let beginning = format!("{}.", self.logs.names.log(log));
            self.lanes.forget(&beginning);
            let mut marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
            marks.retain(|topic, _| !topic.starts_with(&beginning));
            self.ends().retain(|topic, _| !topic.starts_with(&beginning));
            Ok(())
        })
    }

    fn list(&self) -> Reading<'_, Vec<LogId>> {
        Reading::later(self.logs.list())
    }

    fn append<'a>(
        &'a self,
        log: &'a LogId,
        entries: Vec<Entry>,
    ) -> BoxFuture<'a, Result<Vec<Appended>>> {
        Box::pin(self.append_all(log, entries))
    }

    fn seal<'a>(&'a self, _: &'a LogId, _: Lane) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async {
            let why = "a lane on Kafka is sealed by store::confirming only";
            Err(std::io::Error::new(std::io::ErrorKind::Unsupported, why).into())
        })
    }

    fn read<'a>(
        &'a self,
        log: &'a LogId,
        lane: Lane,
        from: u64,
        limit: ReadLimit,
    ) -> BoxFuture<'a, Result<Vec<Stored>>> {
        Box::pin(async move {
            if limit.records == 0 {
                return self.logs.floor(log).await.map(|_| Vec::new());
            }
            loop {
                let (floor, topic) = self.lane(log, lane).await?;
                let answer = self.read_topic(&topic, floor, from, limit).await;
                let settled = self.settle(log, (floor, &topic), answer, Vec::new()).await?;
                if let Some(found) = settled {
                    return Ok(found);
                }
            }
        })
    }

    fn seek<'a>(&'a self, log: &'a LogId, lane: Lane, time_ms: i64) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async move {
            loop {
                let (floor, topic) = self.lane(log, lane).await?;
                let answer = self.seek_topic(&topic, floor, time_ms).await;
                if let Some(found) = self.settle(log, (floor, &topic), answer, floor).await? {
                    return Ok(found);
                }
            }
        })
    }

    fn bounds<'a>(&'a self, log: &'a LogId, lane: Lane) -> Reading<'a, Bounds> {
        Reading::later(async move {
            loop {
                let (floor, topic) = self.lane(log, lane).await?;
                let answer = self.bounds_of(&topic, floor).await;
                let empty = Bounds { start: floor, end: floor, ..Bounds::EMPTY };
                if let Some(found) = self.settle(log, (floor, &topic), answer, empty).await? {
                    return Ok(found);
                }
            }
        })
    }

    fn trim<'a>(&'a self, log: &'a LogId, before_ms: i64) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            self.logs.look(log).await?.ok_or_else(|| Error::no_log(log))?;
            for topics in self.logs.lanes(log).await?.chunks(AT_ONCE) {
                let trims = topics.iter().map(|topic| self.trim_topic(topic, before_ms));
                for outcome in join_all(trims).await {
                    match outcome {
                        // It went meanwhile.
                        Ok(()) | Err(Trouble::Missing) => {}
                        Err(trouble) => return Err(trouble.into()),
                    }
                }
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_append_is_told_as_one() {
        let place = |offset| Appended { offset, time_ms: 1 };
        let whole = [(vec![0, 2], Ok(vec![place(5), place(6)])), (vec![1], Ok(vec![place(9)]))];
        let offsets = together(3, whole.into_iter()).unwrap();
        assert_eq!(offsets, [place(5), place(9), place(6)]);
        let busy = || Err(Error::Busy("b".to_owned()));
        let none = [(vec![0], busy()), (vec![1], busy())];
        assert!(matches!(together(2, none.into_iter()), Err(Error::Busy(_))));
        let half = [(vec![0], Ok(vec![place(5)])), (vec![1], busy())];
        assert!(matches!(together(2, half.into_iter()), Err(Error::Unknown(_))));
        let gone = [(vec![0], Ok(vec![place(5)])), (vec![1], Err(Error::NotFound("l".to_owned())))];
        assert!(matches!(together(2, gone.into_iter()), Err(Error::NotFound(_))));
        assert!(together(0, std::iter::empty()).unwrap().is_empty());
    }
}
