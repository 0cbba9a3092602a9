//! Seals for a log that cannot refuse an append, such as one on Kafka.
//!
//! Table `log-seals`: log's name, zero, lane (4 bytes, big-endian) → empty while the lane is closing;
//! the seal's offset and the time of the newest record below it (8 bytes each, big-endian) once it
//! is sealed.
//!
//! What is appended begins with a byte that tells records from markers.
//!
//! A lane is closed in three steps: a commit says that it is closing; a marker is appended to it,
//! as durable as any record, whose offset is the seal; a commit says which, where no seal stands
//! yet. Whoever finds a lane closing takes the steps that are left. If several do, markers of the
//! others may lie below the seal, so readers pass over them.
//!
//! An append is confirmed: once it is durable, a read that begins then tells how its lanes stand.
//! What lies below a lane's seal, or in a lane that is not closing, is kept: the marker of a closing
//! that begins later lies above it. What lies at the seal or above it was never a record. A reader
//! fetches first and reads the lane's state after: if it is not closing, all that was fetched lies
//! below any seal to come.

use crate::{
    Appended, Batch, Bounds, BoxFuture, Entry, Error, Lane, Log, LogId, Lost, ReadLimit, Reading,
    Result, Scan, Stored, Table, Tables,
};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::sync::Arc;

const SEALS: Table = Table("log-seals");

/// A [`Log`] over one whose lanes take whatever is appended; its seals are in tables.
pub struct Confirming {
    log: Arc<dyn Log>,
    tables: Arc<dyn Tables>,
}

/// Where a lane ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seal {
    offset: u64,
    newest_ms: i64,
}

/// How a lane stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Open,
    Closing,
    Sealed(Seal),
}

/// What a record begins with, and all that a marker is.
const RECORD: u8 = 0;
const MARKER: u8 = 1;

/// The time of a marker in a lane that had no record before it.
const NEVER_MS: i64 = i64::MIN;

impl Seal {
    fn encode(self) -> Bytes {
        let mut bytes = self.offset.to_be_bytes().to_vec();
        bytes.extend_from_slice(&self.newest_ms.to_be_bytes());
        bytes.into()
    }
}

impl Standing {
    fn decode(value: Option<&Bytes>) -> Result<Self> {
        let Some(value) = value else { return Ok(Standing::Open) };
        if value.is_empty() {
            return Ok(Standing::Closing);
        }
        let seal = value.split_first_chunk().and_then(|(offset, rest)| {
            let newest_ms = i64::from_be_bytes(rest.try_into().ok()?);
            Some(Seal { offset: u64::from_be_bytes(*offset), newest_ms })
        });
        let damaged = || {
            let (what, place) = (format!("table {}", SEALS.0), "the row of a lane".to_owned());
            Error::Damaged { what, place, reason: "it is no seal".to_owned() }
        };
        seal.map(Standing::Sealed).ok_or_else(damaged)
    }
}

fn key(log: &LogId, lane: Lane) -> Vec<u8> {
    [log.0.as_bytes(), &[0], &lane.to_be_bytes()].concat()
}

impl Confirming {
    /// Keeps the seals of a log's lanes in these tables. Nobody else may append to the log.
    pub fn new(log: Arc<dyn Log>, tables: Arc<dyn Tables>) -> Self {
        Self { log, tables }
    }

    /// How lanes stand, at one instant.
    async fn standings(&self, log: &LogId, lanes: &[Lane]) -> Result<Vec<Standing>> {
        let keys: Vec<_> = lanes.iter().map(|lane| key(log, *lane)).collect();
        let keys: Vec<_> = keys.iter().map(|key| (SEALS, &key[..])).collect();
        let found = self.tables.get_all(&keys).await?;
        found.iter().map(|value| Standing::decode(value.as_ref())).collect()
    }

    async fn standing(&self, log: &LogId, lane: Lane) -> Result<Standing> {
        let value = self.tables.get(SEALS, &key(log, lane)).await?;
        Standing::decode(value.as_ref())
    }

    /// Takes the steps that are left until a lane is sealed.
    async fn close(&self, log: &LogId, lane: Lane) -> Result<Seal> {
        let key = key(log, lane);
        loop {
            match self.standing(log, lane).await? {
                Standing::Sealed(seal) => return Ok(seal),
                Standing::Open => {
                    let closing = Batch::new().absent(SEALS, &key[..]);
                    self.attempt(closing.put(SEALS, &key[..], Bytes::new())).await?;
                }
                Standing::Closing => {
                    let marker =
                        Entry { lane, time_ms: NEVER_MS, bytes: Bytes::from_static(&[MARKER]) };
                    let appended = self.log.append(log, vec![marker]).await?;
                    let Some(Appended { offset, time_ms }) = appended.first().copied() else {
                        continue;
                    };
                    let seal = Seal { offset, newest_ms: time_ms };
                    let batch = Batch::new().equals(SEALS, &key[..], Bytes::new());
                    self.attempt(batch.put(SEALS, &key[..], seal.encode())).await?;
                }
            }
        }
    }

    /// Commits what another may have committed meanwhile.
    async fn attempt(&self, batch: Batch) -> Result<()> {
        match self.tables.commit(batch).await {
            Ok(()) | Err(Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The seal of a lane; `None` while it takes records.
    async fn seal_of(&self, log: &LogId, lane: Lane) -> Result<Option<Seal>> {
        match self.standing(log, lane).await? {
            Standing::Open => Ok(None),
            Standing::Closing => self.close(log, lane).await.map(Some),
            Standing::Sealed(seal) => Ok(Some(seal)),
        }
    }

    /// Holds what was appended against how its lanes stand now.
    async fn confirm(
        &self,
        log: &LogId,
        lanes: &[Lane],
        appended: Vec<Appended>,
    ) -> Result<Vec<Appended>> {
        let mut distinct = lanes.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let mut ends = BTreeMap::new();
        for (lane, standing) in distinct.iter().zip(self.standings(log, &distinct).await?) {
            match standing {
                Standing::Open => {}
                Standing::Sealed(seal) => drop(ends.insert(*lane, seal.offset)),
                Standing::Closing => drop(ends.insert(*lane, self.close(log, *lane).await?.offset)),
            }
        }
        let is_kept = |(lane, place): &(&Lane, Appended)| {
            ends.get(lane).is_none_or(|end| place.offset < *end)
        };
        let kept: Vec<_> =
            lanes.iter().zip(appended).map(|it| is_kept(&it).then_some(it.1)).collect();
        match kept.iter().copied().collect() {
            Some(all) => Ok(all),
            None => Err(Error::Sealed(kept)),
        }
    }
}

fn marked(entry: Entry) -> Entry {
    let mut bytes = Vec::with_capacity(1 + entry.bytes.len());
    bytes.push(RECORD);
    bytes.extend_from_slice(&entry.bytes);
    Entry { bytes: bytes.into(), ..entry }
}

/// The record as it was handed in; `None` if it is a marker.
fn unmarked(record: Stored) -> Option<Stored> {
    let bytes = (record.bytes.first() == Some(&RECORD)).then(|| record.bytes.slice(1..))?;
    Some(Stored { bytes, ..record })
}

/// As many of the records as have room, and one at least: the log has counted their marks.
fn within(mut records: Vec<Stored>, limit: ReadLimit) -> Vec<Stored> {
    let mut room = limit.bytes;
    let fits = |record: &Stored| {
        let left = room.checked_sub(record.bytes.len());
        room = left.unwrap_or(0);
        left.is_some()
    };
    let fitting = records.iter().map(fits).take_while(|fits| *fits).count();
    records.truncate(fitting.max(1));
    records
}

impl Log for Confirming {
    fn create<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        self.log.create(log)
    }

    fn recreate<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        self.log.recreate(log)
    }

    fn lost(&self) -> Vec<Lost> {
        self.log.lost()
    }

    fn delete<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            self.log.delete(log).await?;
            let seals = Scan::prefix(&[log.0.as_bytes(), &[0]].concat());
            let seals = self.tables.scan(SEALS, seals).await?;
            let batch =
                seals.iter().fold(Batch::new(), |batch, (key, _)| batch.delete(SEALS, &key[..]));
            if seals.is_empty() { Ok(()) } else { self.tables.commit(batch).await }
        })
    }

    fn list(&self) -> Reading<'_, Vec<LogId>> {
        self.log.list()
    }

    fn append<'a>(
        &'a self,
        log: &'a LogId,
        entries: Vec<Entry>,
    ) -> BoxFuture<'a, Result<Vec<Appended>>> {
        Box::pin(async move {
            let lanes: Vec<Lane> = entries.iter().map(|entry| entry.lane).collect();
            let entries = entries.into_iter().map(marked).collect();
            let appended = self.log.append(log, entries).await?;
            self.confirm(log, &lanes, appended).await
        })
    }

    fn seal<'a>(&'a self, log: &'a LogId, lane: Lane) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async move {
            // Else there would be a seal without a log.
            self.log.bounds(log, lane).await?;
            Ok(self.close(log, lane).await?.offset)
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
            let mut from = from;
            let marks = limit.records.min(limit.bytes);
            let wide = ReadLimit { bytes: limit.bytes.saturating_add(marks), ..limit };
            loop {
                let found = self.log.read(log, lane, from, wide).await?;
                let Some(last) = found.last().map(|record| record.offset) else {
                    return Ok(found);
                };
                let end = self.seal_of(log, lane).await?.map_or(u64::MAX, |seal| seal.offset);
                let below = found.into_iter().filter(|record| record.offset < end);
                let records: Vec<_> = below.filter_map(unmarked).collect();
                if !records.is_empty() || last >= end {
                    return Ok(within(records, limit));
                }
                from = last + 1;
            }
        })
    }

    fn seek<'a>(&'a self, log: &'a LogId, lane: Lane, time_ms: i64) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async move {
            let found = self.log.seek(log, lane, time_ms).await?;
            let seal = self.seal_of(log, lane).await?;
            Ok(seal.map_or(found, |seal| found.min(seal.offset)))
        })
    }

    fn bounds<'a>(&'a self, log: &'a LogId, lane: Lane) -> Reading<'a, Bounds> {
        Reading::later(async move {
            let bounds = self.log.bounds(log, lane).await?;
            let Some(Seal { offset, newest_ms }) = self.seal_of(log, lane).await? else {
                return Ok(bounds);
            };
            let newest_ms = (newest_ms != NEVER_MS).then_some(newest_ms);
            Ok(Bounds { start: bounds.start.min(offset), end: offset, newest_ms, sealed: true })
        })
    }

    fn trim<'a>(&'a self, log: &'a LogId, before_ms: i64) -> BoxFuture<'a, Result<()>> {
        self.log.trim(log, before_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::log::entry;
    use crate::memory;

    fn confirming() -> Confirming {
        let store = memory::store();
        Confirming::new(store.log, store.tables)
    }

    #[tokio::test]
    async fn keeps_the_contract() {
        crate::contract::log::run(&confirming()).await;
    }

    #[tokio::test]
    async fn what_comes_in_between_the_steps_of_a_closing_is_judged_by_the_marker() {
        let all = ReadLimit { records: 9, bytes: 999 };
        let log = confirming();
        let id = LogId("a".to_owned());
        log.create(&id).await.unwrap();
        log.append(&id, vec![entry(0, 1, "a")]).await.unwrap();
        // Durable, and not yet confirmed.
        let early = log.log.append(&id, vec![marked(entry(0, 2, "b"))]).await.unwrap();
        let closing = Batch::new().put(SEALS, key(&id, 0), Bytes::new());
        log.tables.commit(closing).await.unwrap();
        let between = log.log.append(&id, vec![marked(entry(0, 3, "c"))]).await.unwrap();
        assert_eq!(log.confirm(&id, &[0], early).await.unwrap()[0].offset, 1);
        assert_eq!(log.seal(&id, 0).await.unwrap(), 3);
        assert_eq!(log.confirm(&id, &[0], between).await.unwrap()[0].offset, 2);
        let late = log
            .log
            .append(&id, vec![marked(entry(0, 4, "d")), marked(entry(1, 4, "e"))])
            .await
            .unwrap();
        let late = log.confirm(&id, &[0, 1], late).await.unwrap_err();
        let Error::Sealed(kept) = late else { panic!("{late}") };
        assert!(kept[0].is_none() && kept[1].is_some());
        let found = log.read(&id, 0, 0, all).await.unwrap();
        assert_eq!(found.iter().map(|it| &it.bytes[..]).collect::<Vec<_>>(), [b"a", b"b", b"c"]);
        assert_eq!(log.read(&id, 1, 0, all).await.unwrap().len(), 1);
    }

    /// One that had appended its marker first could find that the other's was the seal.
    #[tokio::test]
    async fn a_marker_below_the_seal_is_no_record() {
        let one = ReadLimit { records: 1, bytes: 999 };
        let log = confirming();
        let id = LogId("a".to_owned());
        log.create(&id).await.unwrap();
        let closing = Batch::new().put(SEALS, key(&id, 0), Bytes::new());
        log.tables.commit(closing).await.unwrap();
        let marker = Entry { lane: 0, time_ms: 1, bytes: Bytes::from_static(&[MARKER]) };
        log.log.append(&id, vec![marker]).await.unwrap();
        let between = log.log.append(&id, vec![marked(entry(0, 3, "c"))]).await.unwrap();
        assert_eq!(log.seal(&id, 0).await.unwrap(), 2);
        assert_eq!(log.confirm(&id, &[0], between).await.unwrap()[0].offset, 1);
        assert_eq!(log.read(&id, 0, 0, one).await.unwrap()[0].bytes, "c");
        assert!(log.read(&id, 0, 2, one).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn seals_go_with_their_log() {
        let log = confirming();
        let id = LogId("a".to_owned());
        log.create(&id).await.unwrap();
        log.seal(&id, 0).await.unwrap();
        log.delete(&id).await.unwrap();
        assert!(log.tables.scan(SEALS, Scan::prefix(b"")).await.unwrap().is_empty());
        assert!(matches!(log.seal(&id, 0).await, Err(Error::NotFound(_))));
        assert!(log.tables.scan(SEALS, Scan::prefix(b"")).await.unwrap().is_empty());
    }
}
