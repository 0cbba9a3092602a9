//! Commits: batches that arrive together share one transaction.
//!
//! A transaction first locks every key that its batches look at (shared) or write, in one order
//! that all processes keep; then it looks at the conditions, writes, and commits, and the server
//! lets go of the locks when the commit is visible. A batch of very many keys locks their table, of
//! which all others have a share. So:
//!
//! - Of racing claims one wins: they write the same key, and who comes second has its look only
//!   when the first is through. Each statement of a READ COMMITTED transaction sees what was
//!   committed when it began, and so the look that follows the lock sees the winner. A key that is
//!   absent is locked like any other, which no lock of a row could do.
//! - No increment is lost, since between the look at a key and the commit nobody writes it.
//! - Who lost sees the winner: it is answered when the winner's commit is visible to all.
//! - Nobody waits in a circle, since all lock in one order, before they touch a row.
//!
//! What became of a commit that is not answered is found out (fate.rs): it is answered as made, or
//! begun anew.

use crate::decide::{Seen, decide};
use crate::failure::{Failure, in_time};
use crate::fate::{Fate, Line};
use crate::layout::{Columns, LOCKS, Locks};
use crate::server::{Server, Session};
use bytes::Bytes;
use futures_util::future::{OptionFuture, join3};
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, Condition, Error, Result, Table, Write};
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::time::Instant;
use tokio_postgres::types::ToSql;

/// Bytes of values after which a group takes no further batch.
const GROUP_BYTES: usize = 4 << 20;
/// Bytes of values that one statement takes, if there is more than one. The server takes no
/// message of a GiB.
const STATEMENT_BYTES: usize = 32 << 20;
/// How often a transaction is begun anew that the server undid or a connection lost.
const TRIES: usize = 5;

/// A batch that waits for its answer.
pub(crate) struct Request {
    pub batch: Batch,
    pub reply: oneshot::Sender<Result<()>>,
    /// When it was made.
    pub since: Instant,
}

/// Batches that wait for a committer.
pub(crate) struct Queue {
    waiting: Mutex<Waiting>,
    most: usize,
    patience: Duration,
}

struct Waiting {
    receiver: mpsc::UnboundedReceiver<Request>,
    /// One that did not fit into the last group.
    held: Option<Request>,
}

impl Queue {
    /// A queue of which at most so many batches make a group, and in which none waits for long
    /// while the server answers nothing.
    pub fn new(
        receiver: mpsc::UnboundedReceiver<Request>,
        most: usize,
        patience: Duration,
    ) -> Self {
        Self { waiting: Mutex::new(Waiting { receiver, held: None }), most, patience }
    }

    /// What has arrived, as much of it as makes a group; `None` when nothing will come any more.
    async fn group(&self) -> Option<(Vec<Batch>, Vec<oneshot::Sender<Result<()>>>)> {
        let mut waiting = self.waiting.lock().await;
        let mut next = loop {
            let next = match waiting.held.take() {
                Some(held) => held,
                None => waiting.receiver.recv().await?,
            };
            if next.since.elapsed() <= 2 * self.patience {
                break next;
            }
            // All committers were kept that long.
            let why = "PostgreSQL does not answer, or not fast enough".to_owned();
            drop(next.reply.send(Err(Error::Busy(why))));
        };
        let (mut batches, mut replies) = (Vec::new(), Vec::new());
        let (mut keys, mut bytes) = (0, 0);
        loop {
            keys += next.batch.conditions.len() + next.batch.writes.len();
            bytes += batch_bytes(&next.batch);
            let fits = keys <= LOCKS && bytes <= GROUP_BYTES && batches.len() < self.most;
            if !fits && !batches.is_empty() {
                waiting.held = Some(next);
                break;
            }
            batches.push(next.batch);
            replies.push(next.reply);
            match waiting.receiver.try_recv() {
                Ok(request) => next = request,
                Err(_) => break,
            }
        }
        Some((batches, replies))
    }
}

fn batch_bytes(batch: &Batch) -> usize {
    let conditions: usize = batch.conditions.iter().map(condition_bytes).sum();
    let writes = batch.writes.iter().map(|write| match write {
        Write::Put(_, _, value) => value.len(),
        Write::Delete(..) => 0,
    });
    conditions + writes.sum::<usize>()
}

fn condition_bytes(condition: &Condition) -> usize {
    match condition {
        Condition::Equals(_, _, value) => value.len(),
        Condition::Absent(..) | Condition::Present(..) => 0,
    }
}

/// Commits groups one after the other, over a connection of its own.
pub(crate) struct Committer {
    server: Arc<Server>,
    queue: Arc<Queue>,
    session: Option<Session>,
    line: Line,
}

impl Committer {
    /// One more, with a connection and a line of commits of its own.
    pub async fn new(server: Arc<Server>, queue: Arc<Queue>) -> Result<Self> {
        let session = server.session().await?;
        let line = Line::begin(&session, server.patience).await?;
        Ok(Self { server, queue, session: Some(session), line })
    }

    /// Works until the queue is empty and closed.
    pub async fn run(mut self) {
        while let Some((batches, replies)) = self.queue.group().await {
            let answers = match self.commit(&batches).await {
                Ok(answers) => answers,
                Err(error) => vec![Err(error); batches.len()],
            };
            for (reply, answer) in replies.into_iter().zip(answers) {
                // Who asked may have gone; its batch is committed all the same.
                drop(reply.send(answer));
            }
        }
        if let Some(session) = self.session {
            self.line.end(&session, self.server.patience).await;
        }
    }

    async fn commit(&mut self, batches: &[Batch]) -> Result<Vec<Result<()>>> {
        let (began, mut tries) = (Instant::now(), 0);
        loop {
            tries += 1;
            let session = match self.session.take() {
                Some(session) if !session.client.is_closed() => session,
                _ => self.server.session().await?,
            };
            let again = tries < TRIES && began.elapsed() < self.server.patience;
            match transact(&session, &mut self.line, self.server.patience, batches).await {
                Ok(answers) => {
                    self.session = Some(session);
                    return Ok(answers);
                }
                Err(Failed::Undone(failure)) if again && failure.may_pass() => {
                    tracing::debug!("a transaction begins anew: {failure}");
                }
                Err(Failed::Undone(failure)) => return Err(failure.into_error()),
                Err(Failed::Unknown(failure, answers)) => {
                    tracing::info!("a commit was not answered: {failure}");
                    drop(session);
                    let (fate, session) = self.line.fate(&self.server).await;
                    self.session = session;
                    match fate {
                        Fate::Committed => return Ok(answers),
                        Fate::Undone if tries < TRIES => {}
                        Fate::Undone => return Err(Error::Busy(failure.to_string())),
                        Fate::Unknown => return Err(Error::Unknown(failure.to_string())),
                    }
                }
            }
        }
    }
}

/// What is known of a transaction that failed.
enum Failed {
    /// It wrote nothing.
    Undone(Failure),
    /// The server was asked to commit it, and did not answer. What to answer if it was committed.
    Unknown(Failure, Vec<Result<()>>),
}

/// How long the server may be silent over so many bytes of values.
fn limit(patience: Duration, bytes: usize) -> Duration {
    patience.saturating_add(Duration::from_secs((bytes >> 20) as u64))
}

/// Commits a group. The connection is of no more use after an error.
async fn transact(
    session: &Session,
    line: &mut Line,
    patience: Duration,
    batches: &[Batch],
) -> std::result::Result<Vec<Result<()>>, Failed> {
    line.ready(session, patience).await.map_err(Failed::Undone)?;
    line.next();
    let seen = look(session, line, patience, batches).await.map_err(Failed::Undone)?;
    let decision = decide(batches, &seen);
    let (mut puts, mut deletes) = (Vec::new(), Vec::new());
    for ((table, key), value) in decision.changes {
        match value {
            Some(value) => puts.push((table, key, value)),
            None => deletes.push((table, key)),
        }
    }
    let puts = pieces(&puts, |(_, key, value)| key.len() + value.len());
    let deletes = pieces(&deletes, |(_, key)| key.len());
    let puts = puts.into_iter().map(Change::Put);
    let mut changes: Vec<_> = puts.chain(deletes.into_iter().map(Change::Delete)).collect();
    let Some(last) = changes.pop() else {
        let rolling_back = session.client.batch_execute("ROLLBACK");
        in_time(patience, rolling_back).await.map_err(Failed::Undone)?;
        return Ok(decision.answers);
    };
    let before_last = changes.pop();
    for change in &changes {
        let limit = limit(patience, change.bytes());
        in_time(limit, change.apply(session, None)).await.map_err(Failed::Undone)?;
    }
    let limit = limit(patience, last.bytes() + before_last.as_ref().map_or(0, Change::bytes));
    // All are on their way, in this order, before one is answered. What follows one that is refused
    // is refused too, and COMMIT undoes then.
    let finishing = async {
        let first = OptionFuture::from(before_last.as_ref().map(|one| one.apply(session, None)));
        let second = last.apply(session, Some(line));
        let committing = session.client.batch_execute("COMMIT");
        let (first, second, committed) = join3(first, second, committing).await;
        first.unwrap_or(Ok(())).and(second).and(committed)
    };
    match in_time(limit, finishing).await {
        Ok(()) => {
            line.is_committed();
            Ok(decision.answers)
        }
        Err(failure) if failure.is_undone() => Err(Failed::Undone(failure)),
        Err(failure) => Err(Failed::Unknown(failure, decision.answers)),
    }
}

/// Begins a transaction, locks what it is about, and looks at the conditions.
async fn look(
    session: &Session,
    line: &Line,
    patience: Duration,
    batches: &[Batch],
) -> std::result::Result<Vec<Seen>, Failure> {
    let conditions: Vec<&Condition> = batches.iter().flat_map(|batch| &batch.conditions).collect();
    let mut pieces = pieces(&conditions, |condition| condition_bytes(condition)).into_iter();
    let begin = session.client.batch_execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    let first = pieces.next().unwrap_or_default();
    let locks = Locks::of(line.lock(), batches);
    let long = |piece: &[&Condition]| {
        limit(patience, piece.iter().map(|condition| condition_bytes(condition)).sum())
    };
    // The server runs them one after the other, and each sees what was committed when it began.
    let beginning = async {
        let (begun, locked, seen) =
            join3(begin, lock(session, &locks), check(session, first)).await;
        begun.and(locked).and(seen)
    };
    let mut seen = in_time(long(first), beginning).await?;
    for piece in pieces {
        seen.extend(in_time(long(piece), check(session, piece)).await?);
    }
    Ok(seen)
}

async fn lock(session: &Session, locks: &Locks) -> std::result::Result<(), tokio_postgres::Error> {
    session.client.execute(&session.lock, &[&locks.ids, &locks.shared]).await?;
    Ok(())
}

async fn check(
    session: &Session,
    conditions: &[&Condition],
) -> std::result::Result<Vec<Seen>, tokio_postgres::Error> {
    let mut seen = vec![Seen::default(); conditions.len()];
    if conditions.is_empty() {
        return Ok(seen);
    }
    let (mut tables, mut heads) = (Vec::new(), Vec::new());
    let (mut digests, mut expected) = (Vec::new(), Vec::new());
    for condition in conditions {
        let (table, key) = condition.place();
        let columns = Columns::of(key);
        tables.push(table.0);
        heads.push(columns.head);
        digests.push(columns.digest);
        expected.push(match condition {
            Condition::Equals(_, _, value) => Some(&value[..]),
            Condition::Absent(..) | Condition::Present(..) => None,
        });
    }
    let rows =
        session.client.query(&session.check, &[&tables, &heads, &digests, &expected]).await?;
    for row in rows {
        let n: i64 = row.try_get(0)?;
        let found = Seen { present: row.try_get(1)?, equal: row.try_get(2)? };
        if let Some(seen) = usize::try_from(n - 1).ok().and_then(|n| seen.get_mut(n)) {
            *seen = found;
        }
    }
    Ok(seen)
}

/// One statement's worth of writing.
enum Change<'a> {
    Put(&'a [(Table, &'a [u8], &'a Bytes)]),
    Delete(&'a [(Table, &'a [u8])]),
}

impl Change<'_> {
    fn bytes(&self) -> usize {
        match self {
            Change::Put(rows) => rows.iter().map(|(_, _, value)| value.len()).sum(),
            Change::Delete(_) => 0,
        }
    }

    /// Sends the statement; the last of a transaction tells its number as well.
    async fn apply(
        &self,
        session: &Session,
        line: Option<&Line>,
    ) -> std::result::Result<(), tokio_postgres::Error> {
        let (mut tables, mut heads, mut digests) = (Vec::new(), Vec::new(), Vec::new());
        let (mut tails, mut values) = (Vec::new(), Vec::new());
        let places = match self {
            Change::Put(rows) => {
                values.extend(rows.iter().map(|(_, _, value)| &value[..]));
                rows.iter().map(|(table, key, _)| (*table, *key)).collect()
            }
            Change::Delete(rows) => rows.to_vec(),
        };
        for (table, key) in places {
            let columns = Columns::of(key);
            tables.push(table.0);
            heads.push(columns.head);
            digests.push(columns.digest);
            tails.push(columns.tail);
        }
        let mut parameters: Vec<&(dyn ToSql + Sync)> = vec![&tables, &heads, &digests];
        let (alone, telling) = match self {
            Change::Put(_) => (&session.put, &session.put_last),
            Change::Delete(_) => (&session.delete, &session.delete_last),
        };
        if let Change::Put(_) = self {
            parameters.extend([&tails as &(dyn ToSql + Sync), &values]);
        }
        parameters.extend(line.map(Line::told).into_iter().flatten());
        let statement = if line.is_some() { telling } else { alone };
        session.client.execute(statement, &parameters).await?;
        Ok(())
    }
}

/// Parts of a slice that are small enough for one statement each.
fn pieces<T>(items: &[T], bytes: impl Fn(&T) -> usize) -> Vec<&[T]> {
    let (mut pieces, mut start, mut sum) = (Vec::new(), 0, 0);
    for (index, item) in items.iter().enumerate() {
        let bytes = bytes(item);
        if index > start && sum + bytes > STATEMENT_BYTES {
            pieces.push(&items[start..index]);
            (start, sum) = (index, 0);
        }
        sum += bytes;
    }
    if start < items.len() {
        pieces.push(&items[start..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Table = Table("t");

    fn request(batch: Batch) -> Request {
        Request { batch, reply: oneshot::channel().0, since: Instant::now() }
    }

    #[tokio::test]
    async fn a_group_takes_what_waits_and_no_more_than_it_may() {
        let (sender, receiver) = mpsc::unbounded_channel();
        let queue = Queue::new(receiver, 3, Duration::from_secs(60));
        for n in 0..4_u8 {
            sender.send(request(Batch::new().put(T, [n], "v"))).unwrap();
        }
        let large = vec![0; GROUP_BYTES];
        sender.send(request(Batch::new().put(T, "l", large))).unwrap();
        drop(sender);
        let mut sizes = Vec::new();
        while let Some((batches, _)) = queue.group().await {
            sizes.push(batches.len());
        }
        assert_eq!(sizes, [3, 1, 1]);
    }

    #[tokio::test]
    async fn who_waited_too_long_is_told_so() {
        let (sender, receiver) = mpsc::unbounded_channel();
        let queue = Queue::new(receiver, 3, Duration::from_secs(1));
        let (reply, answer) = oneshot::channel();
        let batch = Batch::new().put(T, "late", "v");
        let since = Instant::now().checked_sub(Duration::from_millis(2001)).unwrap();
        sender.send(Request { batch, reply, since }).unwrap();
        sender.send(request(Batch::new().put(T, "fresh", "v"))).unwrap();
        let (batches, _) = queue.group().await.unwrap();
        assert_eq!(batches.len(), 1);
        assert!(matches!(answer.await.unwrap(), Err(Error::Busy(_))));
    }

    #[test]
    fn pieces_hold_what_one_statement_takes() {
        let sizes = [STATEMENT_BYTES - 1, 1, 1, 2 * STATEMENT_BYTES, 5];
        let pieces = pieces(&sizes, |bytes| *bytes);
        assert_eq!(pieces, [&sizes[..2], &sizes[2..3], &sizes[3..4], &sizes[4..]]);
        assert!(super::pieces(&[0_usize; 0], |bytes| *bytes).is_empty());
    }
}
