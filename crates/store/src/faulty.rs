//! Engines that fail when a test says so, around engines that do not.

use crate::{
    Appended, Batch, BlobId, BlobReader, BlobWriter, Blobs, Bounds, BoxFuture, Entry, Error, Lane,
    Log, LogId, Lost, Pair, ReadLimit, Reading, Result, Scan, Store, Stored, Table, Tables,
};
use bytes::Bytes;
use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A kind of call that can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Call {
    /// [`Tables::get`] and [`Tables::get_all`].
    Get,
    /// [`Tables::scan`].
    Scan,
    /// [`Tables::commit`].
    Commit,
    /// [`Log::create`].
    CreateLog,
    /// [`Log::delete`].
    DeleteLog,
    /// [`Log::append`].
    Append,
    /// [`Log::seal`].
    Seal,
    /// [`Log::read`] and [`Log::seek`].
    ReadLog,
    /// [`Log::trim`].
    Trim,
    /// [`Blobs::create`].
    CreateBlob,
    /// [`BlobWriter::write`].
    WriteBlob,
    /// [`BlobWriter::finish`].
    FinishBlob,
    /// [`Blobs::read`].
    ReadBlob,
    /// [`BlobReader::next`].
    NextPiece,
    /// [`Blobs::delete`].
    DeleteBlob,
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no room; nothing is written.
    Full,
    /// The device fails; nothing is written.
    Io,
    /// The sync fails. The write happens all the same if `kept`; which of the two, a caller cannot
    /// know. All writes of the same engine are refused from then on, as real engines do.
    Sync {
        /// Whether the write happens.
        kept: bool,
    },
    /// The engine does not know what became of the write, as one on a network does not after its
    /// connection broke; it takes further ones.
    Unknown {
        /// Whether the write happens.
        kept: bool,
    },
}

/// What is to fail: the handle by which a test says so. Clones share their state.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    /// For each kind of call, what becomes of the next ones; `None` lets one through.
    planned: HashMap<Call, std::collections::VecDeque<Option<Fault>>>,
    /// Kinds of call that fail until they are allowed again.
    always: HashMap<Call, Fault>,
    read_only: Vec<Engine>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Engine {
    Tables,
    Log,
    Blobs,
}

impl Call {
    fn engine(self) -> Engine {
        match self {
            Call::Get | Call::Scan | Call::Commit => Engine::Tables,
            Call::CreateLog
            | Call::DeleteLog
            | Call::Append
            | Call::Seal
            | Call::ReadLog
            | Call::Trim => Engine::Log,
            _ => Engine::Blobs,
        }
    }

    fn reads(self) -> bool {
        matches!(self, Call::Get | Call::Scan | Call::ReadLog | Call::ReadBlob | Call::NextPiece)
    }
}

impl Faults {
    /// The store, with these faults.
    pub fn wrap(&self, store: Store) -> Store {
        Store {
            tables: Arc::new(FaultyTables { inner: store.tables, faults: self.clone() }),
            log: Arc::new(FaultyLog { inner: store.log, faults: self.clone() }),
            blobs: Arc::new(FaultyBlobs { inner: store.blobs, faults: self.clone() }),
            notices: store.notices,
        }
    }

    /// Lets `passes` more calls of this kind succeed, after those that are planned already, and
    /// fails the one after them.
    pub fn fail_after(&self, passes: usize, call: Call, fault: Fault) {
        let mut state = self.state();
        let planned = state.planned.entry(call).or_default();
        planned.extend(std::iter::repeat_n(None, passes));
        planned.push_back(Some(fault));
    }

    /// Fails the next call of this kind.
    pub fn fail_next(&self, call: Call, fault: Fault) {
        self.fail_after(0, call, fault);
    }

    /// Fails all calls of this kind, until [`heal`](Faults::heal).
    pub fn fail_all(&self, call: Call, fault: Fault) {
        self.state().always.insert(call, fault);
    }

    /// Forgets all faults, and lets engines write again as if they had been opened again.
    pub fn heal(&self) {
        *self.state() = State::default();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What becomes of a call: `Ok(None)` lets it through; `Ok(Some(error))` lets it happen and
    /// then fails it.
    fn meet(&self, call: Call) -> Result<Option<Error>> {
        let mut state = self.state();
        let read_only = || Error::ReadOnly("a sync that was made to fail".to_owned());
        if !call.reads() && state.read_only.contains(&call.engine()) {
            return Err(read_only());
        }
        let planned = state.planned.get_mut(&call).and_then(|planned| planned.pop_front());
        match planned.flatten().or_else(|| state.always.get(&call).copied()) {
            None => Ok(None),
            Some(Fault::Full) => Err(Error::Full("a disk that was made to be full".to_owned())),
            Some(Fault::Io) => Err(io::Error::other("a device that was made to fail").into()),
            Some(Fault::Sync { kept }) => {
                state.read_only.push(call.engine());
                if kept { Ok(Some(read_only())) } else { Err(read_only()) }
            }
            Some(Fault::Unknown { kept }) => {
                let unknown = Error::Unknown("a connection that was made to break".to_owned());
                if kept { Ok(Some(unknown)) } else { Err(unknown) }
            }
        }
    }

    /// Runs a call as planned.
    async fn run<T>(&self, call: Call, work: impl Future<Output = Result<T>>) -> Result<T> {
        let after = self.meet(call)?;
        let result = work.await;
        after.map_or(result, Err)
    }
}

struct FaultyTables {
    inner: Arc<dyn Tables>,
    faults: Faults,
}

impl Tables for FaultyTables {
    fn get<'a>(&'a self, table: Table, key: &'a [u8]) -> Reading<'a, Option<Bytes>> {
        match self.faults.meet(Call::Get) {
            Ok(_) => self.inner.get(table, key),
            Err(error) => Reading::now(Err(error)),
        }
    }

    fn get_all<'a>(&'a self, keys: &'a [(Table, &'a [u8])]) -> Reading<'a, Vec<Option<Bytes>>> {
        match self.faults.meet(Call::Get) {
            Ok(_) => self.inner.get_all(keys),
            Err(error) => Reading::now(Err(error)),
        }
    }

    fn scan(&self, table: Table, scan: Scan) -> Reading<'_, Vec<Pair>> {
        match self.faults.meet(Call::Scan) {
            Ok(_) => self.inner.scan(table, scan),
            Err(error) => Reading::now(Err(error)),
        }
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<()>> {
        Box::pin(self.faults.run(Call::Commit, self.inner.commit(batch)))
    }
}

struct FaultyLog {
    inner: Arc<dyn Log>,
    faults: Faults,
}

impl Log for FaultyLog {
    fn create<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.faults.run(Call::CreateLog, self.inner.create(log)))
    }

    fn recreate<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.faults.run(Call::CreateLog, self.inner.recreate(log)))
    }

    fn lost(&self) -> Vec<Lost> {
        self.inner.lost()
    }

    fn delete<'a>(&'a self, log: &'a LogId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.faults.run(Call::DeleteLog, self.inner.delete(log)))
    }

    fn list(&self) -> Reading<'_, Vec<LogId>> {
        self.inner.list()
    }

    fn append<'a>(
        &'a self,
        log: &'a LogId,
        entries: Vec<Entry>,
    ) -> BoxFuture<'a, Result<Vec<Appended>>> {
        Box::pin(self.faults.run(Call::Append, self.inner.append(log, entries)))
    }

    fn seal<'a>(&'a self, log: &'a LogId, lane: Lane) -> BoxFuture<'a, Result<u64>> {
        Box::pin(self.faults.run(Call::Seal, self.inner.seal(log, lane)))
    }

    fn read<'a>(
        &'a self,
        log: &'a LogId,
        lane: Lane,
        from: u64,
        limit: ReadLimit,
    ) -> BoxFuture<'a, Result<Vec<Stored>>> {
        Box::pin(self.faults.run(Call::ReadLog, self.inner.read(log, lane, from, limit)))
    }

    fn seek<'a>(&'a self, log: &'a LogId, lane: Lane, time_ms: i64) -> BoxFuture<'a, Result<u64>> {
        Box::pin(self.faults.run(Call::ReadLog, self.inner.seek(log, lane, time_ms)))
    }

    fn bounds<'a>(&'a self, log: &'a LogId, lane: Lane) -> Reading<'a, Bounds> {
        self.inner.bounds(log, lane)
    }

    fn trim<'a>(&'a self, log: &'a LogId, before_ms: i64) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.faults.run(Call::Trim, self.inner.trim(log, before_ms)))
    }
}

struct FaultyBlobs {
    inner: Arc<dyn Blobs>,
    faults: Faults,
}

struct FaultyWriter {
    inner: Box<dyn BlobWriter>,
    faults: Faults,
}

struct FaultyReader {
    inner: Box<dyn BlobReader>,
    faults: Faults,
}

impl BlobWriter for FaultyWriter {
    fn write(&mut self, bytes: Bytes) -> BoxFuture<'_, Result<()>> {
        Box::pin(self.faults.run(Call::WriteBlob, self.inner.write(bytes)))
    }

    fn finish(self: Box<Self>) -> BoxFuture<'static, Result<u64>> {
        Box::pin(async move {
            let Self { inner, faults } = *self;
            faults.run(Call::FinishBlob, inner.finish()).await
        })
    }
}

impl BlobReader for FaultyReader {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>>> {
        Box::pin(self.faults.run(Call::NextPiece, self.inner.next()))
    }
}

impl Blobs for FaultyBlobs {
    fn create<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<Box<dyn BlobWriter>>> {
        Box::pin(async move {
            let inner = self.faults.run(Call::CreateBlob, self.inner.create(id)).await?;
            Ok(Box::new(FaultyWriter { inner, faults: self.faults.clone() }) as Box<_>)
        })
    }

    fn read<'a>(
        &'a self,
        id: &'a BlobId,
        range: Range<u64>,
    ) -> BoxFuture<'a, Result<Box<dyn BlobReader>>> {
        Box::pin(async move {
            let inner = self.faults.run(Call::ReadBlob, self.inner.read(id, range)).await?;
            Ok(Box::new(FaultyReader { inner, faults: self.faults.clone() }) as Box<_>)
        })
    }

    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.faults.run(Call::DeleteBlob, self.inner.delete(id)))
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<BlobId>>> {
        self.inner.list()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory;

    const T: Table = Table("t");

    #[tokio::test]
    async fn without_faults_the_contract_holds() {
        let store = Faults::default().wrap(memory::store());
        crate::contract::tables::run(&*store.tables).await;
        crate::contract::log::run(&*store.log).await;
        crate::contract::blobs::run(&*store.blobs).await;
    }

    #[tokio::test]
    async fn the_chosen_call_fails_and_the_next_one_does_not() {
        let faults = Faults::default();
        let tables = faults.wrap(memory::store()).tables;
        faults.fail_after(1, Call::Commit, Fault::Full);
        let put = |value: &'static str| tables.commit(Batch::new().put(T, "k", value));
        put("1").await.unwrap();
        assert!(matches!(put("2").await, Err(Error::Full(_))));
        assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "1");
        put("3").await.unwrap();
        assert_eq!(tables.get(T, b"k").await.unwrap().unwrap(), "3");
        faults.fail_all(Call::Get, Fault::Io);
        assert!(tables.get(T, b"k").await.is_err() && tables.get(T, b"k").await.is_err());
    }

    #[tokio::test]
    async fn after_a_failed_sync_only_reads_go_on() {
        let faults = Faults::default();
        let store = faults.wrap(memory::store());
        let put = |value: &'static str| store.tables.commit(Batch::new().put(T, "k", value));
        faults.fail_next(Call::Commit, Fault::Sync { kept: true });
        assert!(matches!(put("1").await, Err(Error::ReadOnly(_))));
        assert!(matches!(put("2").await, Err(Error::ReadOnly(_))));
        assert_eq!(store.tables.get(T, b"k").await.unwrap().unwrap(), "1");
        store.log.create(&LogId("other-engines-write".to_owned())).await.unwrap();
        faults.heal();
        put("3").await.unwrap();
    }

    #[tokio::test]
    async fn after_a_write_of_unknown_fate_everything_goes_on() {
        for kept in [false, true] {
            let faults = Faults::default();
            let tables = faults.wrap(memory::store()).tables;
            faults.fail_next(Call::Commit, Fault::Unknown { kept });
            let put = |value: &'static str| tables.commit(Batch::new().put(T, "k", value));
            assert!(matches!(put("1").await, Err(Error::Unknown(_))));
            assert_eq!(tables.get(T, b"k").await.unwrap().is_some(), kept);
            put("2").await.unwrap();
        }
    }
}
