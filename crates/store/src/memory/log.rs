//! Records in a queue per lane.

use super::lock;
use crate::{
    Appended, Bounds, BoxFuture, Entry, Error, Lane, Log, LogId, ReadLimit, Reading, Result, Stored,
};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;

/// [`Log`] in memory.
#[derive(Default)]
pub struct MemoryLog {
    logs: Mutex<BTreeMap<LogId, Lanes>>,
    /// How many offsets are skipped after each record.
    gap: u64,
}

/// More records than one that is gone can have had.
const RECREATED_FROM: u64 = 1 << 40;

/// The lanes of a log.
#[derive(Default)]
struct Lanes {
    /// Where a lane begins.
    floor: u64,
    gap: u64,
    lanes: BTreeMap<Lane, Records>,
}

impl Lanes {
    fn get(&self, lane: Lane) -> Option<&Records> {
        self.lanes.get(&lane)
    }

    fn of(&mut self, lane: Lane) -> &mut Records {
        let fresh = || Records { end: self.floor, gap: self.gap, ..Records::default() };
        self.lanes.entry(lane).or_insert_with(fresh)
    }
}

/// The records of one lane.
#[derive(Default)]
struct Records {
    /// The offset that the next record gets.
    end: u64,
    gap: u64,
    newest_ms: Option<i64>,
    sealed: bool,
    kept: VecDeque<Stored>,
}

impl Records {
    fn push(&mut self, entry: Entry) -> Appended {
        let time_ms = self.newest_ms.map_or(entry.time_ms, |newest| newest.max(entry.time_ms));
        let offset = self.end;
        self.end += 1 + self.gap;
        self.newest_ms = Some(time_ms);
        self.kept.push_back(Stored { offset, time_ms, bytes: entry.bytes });
        Appended { offset, time_ms }
    }

    fn start(&self) -> u64 {
        self.kept.front().map_or(self.end, |first| first.offset)
    }

    fn read(&self, from: u64, limit: ReadLimit) -> Vec<Stored> {
        let first = self.kept.partition_point(|record| record.offset < from);
        let mut room = limit.bytes;
        let mut found: Vec<Stored> = Vec::new();
        for record in self.kept.range(first..).take(limit.records) {
            if !found.is_empty() && record.bytes.len() > room {
                break;
            }
            room = room.saturating_sub(record.bytes.len());
            found.push(record.clone());
        }
        found
    }

    fn seek(&self, time_ms: i64) -> u64 {
        let first = self.kept.partition_point(|record| record.time_ms < time_ms);
        self.kept.get(first).map_or(self.end, |record| record.offset)
    }

    fn bounds(&self) -> Bounds {
        Bounds {
            start: self.start(),
            end: self.end,
            newest_ms: self.newest_ms,
            sealed: self.sealed,
        }
    }

    fn trim(&mut self, before_ms: i64) {
        let old = self.kept.partition_point(|record| record.time_ms < before_ms);
        self.kept.drain(..old);
    }
}

impl MemoryLog {
    /// A log that skips offsets, as one does that keeps more than records in its lanes.
    pub fn with_gaps() -> Self {
        Self { gap: 2, ..Self::default() }
    }

    fn make(&self, log: &LogId, floor: u64) -> Result<()> {
        log.check()?;
        let mut logs = lock(&self.logs);
        if logs.contains_key(log) {
            return Err(Error::Exists(format!("log {}", log.0)));
        }
        logs.insert(log.clone(), Lanes { floor, gap: self.gap, lanes: BTreeMap::new() });
        Ok(())
    }

    /// Runs `act` on the log's lanes.
    fn with<T>(&self, log: &LogId, act: impl FnOnce(&mut Lanes) -> T) -> Result<T> {
        match lock(&self.logs).get_mut(log) {
            Some(lanes) => Ok(act(lanes)),
            None => Err(Error::no_log(log)),
        }
    }
}

impl Log for MemoryLog {
    fn create<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move { self.make(log, 0) })
    }

    fn recreate<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move { self.make(log, RECREATED_FROM) })
    }

    fn delete<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            lock(&self.logs).remove(log);
            Ok(())
        })
    }

    fn list(&self) -> Reading<'_, Vec<LogId>> {
        Reading::now(Ok(lock(&self.logs).keys().cloned().collect()))
    }

    fn append<'a>(
        &'a self,
        log: &'a LogId,
        entries: Vec<Entry>,
    ) -> BoxFuture<'a, Result<Vec<Appended>>> {
        Box::pin(async move {
            self.with(log, |lanes| {
                let is_sealed = |entry: &Entry| lanes.get(entry.lane).is_some_and(|it| it.sealed);
                if entries.iter().any(is_sealed) {
                    return Err(Error::Sealed(vec![None; entries.len()]));
                }
                Ok(entries.into_iter().map(|entry| lanes.of(entry.lane).push(entry)).collect())
            })?
        })
    }

    fn seal<'a>(&'a self, log: &'a LogId, lane: Lane) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async move {
            self.with(log, |lanes| {
                let records = lanes.of(lane);
                records.sealed = true;
                records.end
            })
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
            self.with(log, |lanes| {
                lanes.get(lane).map_or(Vec::new(), |records| records.read(from, limit))
            })
        })
    }

    fn seek<'a>(&'a self, log: &'a LogId, lane: Lane, time_ms: i64) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async move {
            self.with(log, |lanes| {
                lanes.get(lane).map_or(lanes.floor, |records| records.seek(time_ms))
            })
        })
    }

    fn bounds<'a>(&'a self, log: &'a LogId, lane: Lane) -> Reading<'a, Bounds> {
        Reading::now(self.with(log, |lanes| {
            let fresh = Bounds { start: lanes.floor, end: lanes.floor, ..Bounds::EMPTY };
            lanes.get(lane).map_or(fresh, Records::bounds)
        }))
    }

    fn trim<'a>(&'a self, log: &'a LogId, before_ms: i64) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            self.with(log, |lanes| {
                lanes.lanes.values_mut().for_each(|records| records.trim(before_ms))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn keeps_the_contract() {
        crate::contract::log::run(&MemoryLog::default()).await;
        crate::contract::log::run(&MemoryLog::with_gaps()).await;
    }
}
