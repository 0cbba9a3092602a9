//! How streams begin and end, and what the clock does to them.

use super::sequence::Sequence;
use super::shard::Lane;
use crate::Dynamodb;
use crate::records::change::CHANGES;
use crate::records::head::{HEADS, Head};
use crate::records::shard::{self, SHARDS, ShardRecord};
use crate::records::stream::{KEPT_MS, STREAMS, StreamRecord};
use crate::records::table::{KeySchema, Stream, TableRecord};
use crate::streams::train::change_key;
use bytes::Bytes;
use platform::{Context, Deadline, Deadlines, Platform, Result, Topic, commit_if, finish};
use shapes::Timestamp;
use std::sync::Arc;
use store::{Batch, KeyRange, Scan};

/// The kind of the deadlines at which streams are tended; their ids are the keys of streams.
const TENDING: &str = "dynamodb-stream";
/// How many rows go in one commit when old ones are removed.
const ROWS: usize = 1000;

/// A stream that begins with a batch.
pub(crate) struct StreamStart<'a> {
    /// The owner of the table.
    pub account: &'a str,
    /// Where it is.
    pub region: &'a str,
    /// The table's name.
    pub table: &'a str,
    /// The table's key.
    pub schema: &'a KeySchema,
    /// What its records are to tell of an item.
    pub view: &'a str,
}

impl Dynamodb {
    /// Tends streams when that is due, from now on, and what else goes on with the changes of items.
    pub(crate) fn keep_streams(self: &Arc<Self>) {
        self.keep_times();
        self.keep_outboxes();
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(TENDING, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => {
                        finish(async move { service.tend_stream(deadline).await }).await
                    }
                    None => Ok(()),
                }
            }
        });
    }

    /// The batch, which also begins a stream, and what the table's record is to keep of it. The batch sets a deadline: it has to
    /// go through `platform.deadlines.commit`.
    ///
    /// # Errors
    /// None that an input can cause.
    pub(crate) fn begin_stream(
        &self,
        cx: &Context,
        batch: Batch,
        start: &StreamStart<'_>,
    ) -> Result<(Batch, Stream)> {
        let now = cx.now();
        let mut id = [0; 8];
        self.platform.ids.fill(&mut id);
        let record = StreamRecord {
            id: u64::from_be_bytes(id),
            account: start.account.to_owned(),
            region: start.region.to_owned(),
            table: start.table.to_owned(),
            label: label(now),
            view: start.view.to_owned(),
            schema: start.schema.clone(),
            created_ms: now.millis(),
            disabled_ms: None,
        };
        let key = record.key();
        let batch = batch.absent(STREAMS.table, key.clone()).put(
            STREAMS.table,
            key.clone(),
            STREAMS.encode(&record)?,
        );
        let batch = open_lanes(batch, record.id, now)?;
        let tending = Deadline::new(TENDING, key, Timestamp(now.millis() + self.shard_life_ms()));
        let StreamRecord { id, label, view, .. } = record;
        Ok((Deadlines::set(batch, &tending), Stream { is_enabled: true, view, label, id }))
    }

    /// The batch, which also ends the stream of a table. The batch sets a deadline: it has to go through
    /// `platform.deadlines.commit`. The caller's record of the table keeps the stream, disabled.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn end_stream(
        &self,
        cx: &Context,
        batch: Batch,
        table: &TableRecord,
        stream: &Stream,
    ) -> Result<Batch> {
        let TableRecord { account, region, name, .. } = table;
        let key = crate::records::stream::key(account, region, name, &stream.label);
        let batch = close_lanes(batch, stream.id);
        let Some((mut record, row)) = STREAMS.get_with_bytes(cx.tables(), &key).await? else {
            return Ok(batch);
        };
        let now = cx.now();
        record.disabled_ms = Some(now.millis());
        let ended = STREAMS.encode(&record)?;
        let batch = batch.equals(STREAMS.table, key.clone(), row);
        let batch = batch.put(STREAMS.table, key.clone(), ended);
        let removal = Deadline::new(TENDING, key, Timestamp(now.millis() + KEPT_MS));
        Ok(Deadlines::set(batch, &removal))
    }
}

/// The batch, which also opens the first shards of a stream.
///
/// # Errors
/// None.
pub(super) fn open_lanes(batch: Batch, stream: u64, now: Timestamp) -> Result<Batch> {
    Lane::all(stream).try_fold(batch, |batch, lane| {
        let head = Head::new(now);
        let (name, first) = (head.shard(lane.lane), head.first.0);
        let shard = ShardRecord { opened_ms: now.millis(), first, last: None };
        let batch = batch.put(HEADS, lane.key(), head.encode());
        Ok(batch.put(SHARDS.table, shard::key(stream, name), SHARDS.encode(&shard)?))
    })
}

/// The batch, after which nothing is added to a stream.
pub(super) fn close_lanes(batch: Batch, stream: u64) -> Batch {
    Lane::all(stream).fold(batch, |batch, lane| batch.delete(HEADS, lane.key()))
}

/// The end of a stream's ARN: the time, as AWS writes it there.
fn label(now: Timestamp) -> String {
    let mut label = now.iso8601_millis();
    label.truncate(label.trim_end_matches('Z').len());
    label
}

impl Dynamodb {
    fn shard_life_ms(&self) -> i64 {
        i64::try_from(self.config.shard_life.as_millis()).unwrap_or(i64::MAX)
    }

    /// Does what is due of a stream: opens the next shards, forgets what is older than a day, or, when it
    /// has long been disabled, all of it.
    async fn tend_stream(&self, deadline: Deadline) -> Result<()> {
        let platform = &self.platform;
        let (tables, now) = (&*platform.store.tables, platform.clock.now());
        let Some(record) = STREAMS.get(tables, &deadline.id).await? else {
            commit_if(tables, Deadlines::done(Batch::new(), &deadline)).await?;
            return Ok(());
        };
        if record.is_gone(now) {
            remove(platform, record.id).await?;
            let batch = Batch::new().delete(STREAMS.table, deadline.id.clone());
            commit_if(tables, Deadlines::done(batch, &deadline)).await?;
            return Ok(());
        }
        forget_old(platform, record.id, now).await?;
        let mut batch = Deadlines::done(Batch::new(), &deadline);
        // One that is disabled has a deadline of its own, set when it was.
        if record.disabled_ms.is_none() {
            let next = self.open_next(&record, now).await?;
            batch = Deadlines::set(batch, &Deadline::new(TENDING, deadline.id.clone(), next));
        }
        match platform.deadlines.commit(batch).await {
            // Another process has done it.
            Ok(()) | Err(store::Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Opens the children of the shards that have been open long enough, and says when the next will have.
    async fn open_next(&self, record: &StreamRecord, now: Timestamp) -> Result<Timestamp> {
        let platform = &self.platform;
        let tables = &*platform.store.tables;
        let mut next = now.millis().saturating_add(self.shard_life_ms());
        for lane in Lane::all(record.id) {
            while let Some(row) = tables.get(HEADS, &lane.key()).await? {
                let head = Head::decode(lane, &row)?;
                let due = head.opened.millis().saturating_add(self.shard_life_ms());
                if due > now.millis() {
                    next = next.min(due);
                    break;
                }
                let child = child_of(&head, now);
                let batch = roll(Batch::new(), lane, (&head, row), &child)?;
                if commit_if(tables, batch).await? {
                    let number = head.shard(lane.lane).number();
                    platform.wakeups.notify(&Topic::Shard(record.arn().into(), number));
                }
            }
        }
        platform.wakeups.notify(&Topic::Stream(record.arn().into()));
        Ok(Timestamp(next))
    }
}

fn child_of(head: &Head, now: Timestamp) -> Head {
    let first = last_of(head).next(now).after();
    Head { generation: head.generation + 1, opened: now, first, last: first.before() }
}

/// What a shard that closes says was its last number.
fn last_of(head: &Head) -> Sequence {
    head.last.max(head.first)
}

/// The batch, which also closes a lane's shard and opens its child.
fn roll(batch: Batch, lane: Lane, open: (&Head, Bytes), child: &Head) -> Result<Batch> {
    let (head, row) = open;
    let (opened_ms, first) = (head.opened.millis(), head.first.0);
    let closed = ShardRecord { opened_ms, first, last: Some(last_of(head).0) };
    let opened = ShardRecord { opened_ms: child.opened.millis(), first: child.first.0, last: None };
    let key = |head: &Head| shard::key(lane.stream, head.shard(lane.lane));
    Ok(batch
        .equals(HEADS, lane.key(), row)
        .put(HEADS, lane.key(), child.encode())
        .put(SHARDS.table, key(head), SHARDS.encode(&closed)?)
        .put(SHARDS.table, key(child), SHARDS.encode(&opened)?))
}

/// Removes records that are older than a day, and the shards that had only such.
async fn forget_old(platform: &Arc<Platform>, stream: u64, now: Timestamp) -> Result<()> {
    let tables = &*platform.store.tables;
    let horizon = horizon(now);
    for lane in Lane::all(stream) {
        let range = KeyRange { start: lane.key().to_vec(), end: Some(change_key(lane, horizon)) };
        store::remove_some(tables, CHANGES, range, usize::MAX).await?;
        let shards = SHARDS.scan(tables, Scan::prefix(&lane.key()).limit(ROWS)).await?;
        let children = shards.iter().skip(1).map(|(_, child)| child.first());
        let gone = shards.iter().zip(children).take_while(|(_, child)| *child <= horizon);
        let batch = gone
            .fold(Batch::new(), |batch, ((key, _), _)| batch.delete(SHARDS.table, key.to_vec()));
        if !batch.writes.is_empty() {
            tables.commit(batch).await?;
        }
    }
    Ok(())
}

/// The first number that may still be read.
pub(crate) fn horizon(now: Timestamp) -> Sequence {
    Sequence::first_at(Timestamp(now.millis().saturating_sub(KEPT_MS)))
}

/// Removes all that a stream has left.
pub(super) async fn remove(platform: &Arc<Platform>, stream: u64) -> Result<()> {
    let tables = [CHANGES, SHARDS.table, HEADS];
    store::remove_all(&*platform.store.tables, &tables, &stream.to_be_bytes()).await?;
    Ok(())
}
