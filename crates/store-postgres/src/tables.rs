//! The engine: reads over shared connections, commits over their own.

use crate::commit::{Committer, Queue, Request};
use crate::failure::{Failure, in_time};
use crate::layout::{Bounds, Columns};
use crate::server::{Server, Session, Slot};
use bytes::Bytes;
use futures_util::TryStreamExt;
use futures_util::future::try_join_all;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use store::{Batch, BoxFuture, Error, Pair, Reading, Result, Scan, Table, Tables};
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Row, Statement};

/// How often a read is tried whose connection breaks.
const TRIES: usize = 5;

/// How the server is used.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Connections that reads share. A long scan delays those behind it on its connection.
    pub readers: usize,
    /// Connections that commit, each one group at a time.
    pub committers: usize,
    /// The most batches that share one transaction.
    pub group: usize,
    /// How long a call waits for a server that is not to be had, or answers nothing, before it is
    /// told so; what became of a commit is asked for twice as long. The server waits half of it for
    /// a process that sleeps in the midst of a commit.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { readers: 4, committers: 4, group: 128, patience: Duration::from_secs(10) }
    }
}

/// Tables that lie on a PostgreSQL server, for as many processes as open them.
pub struct PostgresTables {
    server: Arc<Server>,
    readers: Vec<Reader>,
    /// `None` when it is closed.
    queue: RwLock<Option<mpsc::UnboundedSender<Request>>>,
    committers: Mutex<Vec<JoinHandle<()>>>,
}

/// A connection that reads share, and how many do at the moment.
#[derive(Default)]
struct Reader {
    slot: Slot,
    busy: AtomicUsize,
}

/// Counts a read as long as it lives.
struct Busy<'a>(&'a AtomicUsize);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl PostgresTables {
    /// Opens the tables of the database that a connection string names, and makes them if need be.
    /// The runtime that this is called on drives the connections from then on.
    ///
    /// # Errors
    /// [`Error::Busy`] when the server is not to be had; [`Error::ReadOnly`] when it would not
    /// keep commits, or takes none; [`Error::Io`] of the kind `InvalidInput` when the string asks
    /// for what is not there, the server is none that is known, or its tables are of another layout.
    pub async fn connect(url: &str, options: Options) -> Result<Self> {
        let server = Arc::new(Server::new(url, options.patience)?);
        server.prepare().await?;
        let (sender, receiver) = mpsc::unbounded_channel();
        let queue = Arc::new(Queue::new(receiver, options.group, options.patience));
        let committers =
            (0..options.committers.max(1)).map(|_| Committer::new(server.clone(), queue.clone()));
        let committers = try_join_all(committers).await?;
        let committers = committers.into_iter().map(|one| tokio::spawn(one.run())).collect();
        let readers = (0..options.readers.max(1)).map(|_| Reader::default()).collect();
        let queue = RwLock::new(Some(sender));
        Ok(Self { server, readers, queue, committers: Mutex::new(committers) })
    }

    /// Waits for what was accepted, and refuses all from then on.
    pub async fn close(&self) {
        drop(self.queue.write().unwrap_or_else(PoisonError::into_inner).take());
        for committer in self.committers.lock().await.drain(..) {
            if committer.await.is_err() {
                tracing::error!("a task that commits to tables had panicked");
            }
        }
        for reader in &self.readers {
            reader.slot.close().await;
        }
    }

    fn is_closed(&self) -> bool {
        self.queue.read().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// The connection that the fewest read from.
    fn reader(&self) -> Result<(&Slot, Busy<'_>)> {
        if self.is_closed() {
            return Err(Error::Closed);
        }
        let least = self.readers.iter().min_by_key(|reader| reader.busy.load(Ordering::Relaxed));
        let reader = least.ok_or(Error::Closed)?;
        reader.busy.fetch_add(1, Ordering::Relaxed);
        Ok((&reader.slot, Busy(&reader.busy)))
    }

    /// What a statement gives, which is one instant's. No more than the answer is held.
    async fn read<T>(
        &self,
        statement: fn(&Session) -> &Statement,
        values: &[&(dyn ToSql + Sync)],
        take: fn(&Row) -> std::result::Result<T, tokio_postgres::Error>,
    ) -> Result<Vec<T>> {
        let (began, mut tries) = (Instant::now(), 0);
        let patience = self.server.patience;
        loop {
            tries += 1;
            let (slot, _busy) = self.reader()?;
            let session = slot.session(&self.server).await?;
            let failure = match rows(&session, patience, statement(&session), values, take).await {
                Ok(found) => return Ok(found),
                Err(failure) => failure,
            };
            if matches!(failure, Failure::Silent(_)) {
                session.end();
            }
            if tries >= TRIES || began.elapsed() >= patience || !failure.may_pass() {
                return Err(failure.into_error());
            }
        }
    }
}

/// The rows of an answer, for each of which the server may take its time.
async fn rows<T>(
    session: &Session,
    patience: Duration,
    statement: &Statement,
    values: &[&(dyn ToSql + Sync)],
    take: fn(&Row) -> std::result::Result<T, tokio_postgres::Error>,
) -> std::result::Result<Vec<T>, Failure> {
    let asking = session.client.query_raw(statement, values.iter().copied());
    let mut rows = pin!(in_time(patience, asking).await?);
    let mut found = Vec::new();
    while let Some(row) = in_time(patience, rows.try_next()).await? {
        found.push(take(&row).map_err(Failure::Told)?);
    }
    Ok(found)
}

fn bytes(row: &Row, column: usize) -> std::result::Result<Bytes, tokio_postgres::Error> {
    Ok(Bytes::copy_from_slice(row.try_get::<_, &[u8]>(column)?))
}

impl Tables for PostgresTables {
    fn get<'a>(&'a self, table: Table, key: &'a [u8]) -> Reading<'a, Option<Bytes>> {
        if let Err(error) = table.check() {
            return Reading::now(Err(error));
        }
        Reading::later(async move {
            let columns = Columns::of(key);
            let values: [&(dyn ToSql + Sync); 3] = [&table.0, &columns.head, &columns.digest];
            Ok(self.read(|session| &session.get, &values, |row| bytes(row, 0)).await?.pop())
        })
    }

    fn get_all<'a>(&'a self, keys: &'a [(Table, &'a [u8])]) -> Reading<'a, Vec<Option<Bytes>>> {
        if let Err(error) = keys.iter().try_for_each(|(table, _)| table.check()) {
            return Reading::now(Err(error));
        }
        if keys.is_empty() {
            return Reading::now(Ok(Vec::new()));
        }
        Reading::later(async move {
            let (mut tables, mut heads, mut digests) = (Vec::new(), Vec::new(), Vec::new());
            for (table, key) in keys {
                let columns = Columns::of(key);
                tables.push(table.0);
                heads.push(columns.head);
                digests.push(columns.digest);
            }
            let values: [&(dyn ToSql + Sync); 3] = [&tables, &heads, &digests];
            let take = |row: &Row| Ok((row.try_get::<_, i64>(0)?, bytes(row, 1)?));
            let mut answer = vec![None; keys.len()];
            for (n, value) in self.read(|session| &session.get_all, &values, take).await? {
                if let Some(place) = usize::try_from(n - 1).ok().and_then(|n| answer.get_mut(n)) {
                    *place = Some(value);
                }
            }
            Ok(answer)
        })
    }

    fn scan(&self, table: Table, scan: Scan) -> Reading<'_, Vec<Pair>> {
        if let Err(error) = table.check() {
            return Reading::now(Err(error));
        }
        if scan.limit == 0 || Bounds::of(&scan.range).is_none() {
            return Reading::now(Ok(Vec::new()));
        }
        Reading::later(async move {
            let Some(Bounds { start, end }) = Bounds::of(&scan.range) else {
                return Ok(Vec::new());
            };
            let limit = i64::try_from(scan.limit).unwrap_or(i64::MAX);
            let values: [&(dyn ToSql + Sync); 6] =
                [&table.0, &start.0, &start.1, &end.0, &end.1, &limit];
            let take = |row: &Row| {
                let (head, tail): (&[u8], &[u8]) = (row.try_get(0)?, row.try_get(1)?);
                Ok((Bytes::from([head, tail].concat()), bytes(row, 2)?))
            };
            if scan.reverse {
                self.read(|session| &session.scan_down, &values, take).await
            } else {
                self.read(|session| &session.scan, &values, take).await
            }
        })
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            batch.check()?;
            let (reply, answer) = oneshot::channel();
            {
                let queue = self.queue.read().unwrap_or_else(PoisonError::into_inner);
                let queue = queue.as_ref().ok_or(Error::Closed)?;
                queue
                    .send(Request { batch, reply, since: Instant::now() })
                    .map_err(|_| Error::Closed)?;
            }
            answer.await.unwrap_or(Err(Error::Closed))
        })
    }
}
