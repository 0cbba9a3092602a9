//! Reading a shard: what GetRecords does between two iterators.

use crate::errors::shard_not_found;
use crate::shard_map::ShardIndex;
use crate::streams::Stream;
use platform::{Platform, Result};
use store::{Log, ReadLimit, Stored};

/// The most bytes that one call gives (GetRecords): 10 MiB.
const PAGE_BYTES: usize = 10 << 20;

/// What one call found.
pub(crate) struct Page {
    pub records: Vec<Stored>,
    /// The position after them.
    pub next: u64,
    /// How long the next unread record has been waiting, in milliseconds; 0 where there is none.
    pub behind_ms: i64,
    /// Whether no record is left and none will come.
    pub at_end: bool,
}

/// Reads at most `limit` records from a position on, leaving out those that have expired.
pub(crate) async fn page(
    platform: &Platform,
    stream: &Stream,
    shard: ShardIndex,
    position: u64,
    limit: usize,
) -> Result<Page> {
    let limit = ReadLimit { records: limit, bytes: PAGE_BYTES };
    page_within(platform, stream, shard, position, limit).await
}

/// As [`page`], within these limits; a record that is larger comes all the same.
pub(crate) async fn page_within(
    platform: &Platform,
    stream: &Stream,
    shard: ShardIndex,
    position: u64,
    limit: ReadLimit,
) -> Result<Page> {
    let reader = Reader { log: &*platform.store.log, stream, shard };
    let now_ms = platform.clock.now().millis();
    let horizon_ms = stream.record.horizon_ms(now_ms);
    let read = reader.page(position, limit, now_ms, horizon_ms).await;
    let mut page = read.map_err(|error| match error {
        // The stream's removal was quicker.
        store::Error::NotFound(_) => {
            shard_not_found(shard, &stream.record.name, &stream.record.account)
        }
        error => platform::Error::from(error),
    })?;
    stream.open(&mut page.records).await?;
    Ok(page)
}

struct Reader<'a> {
    log: &'a dyn Log,
    stream: &'a Stream,
    shard: ShardIndex,
}

impl Reader<'_> {
    async fn page(
        &self,
        position: u64,
        limit: ReadLimit,
        now_ms: i64,
        horizon_ms: i64,
    ) -> store::Result<Page> {
        let mut position = position;
        let mut records = self.read(position, limit).await?;
        if records.first().is_some_and(|first| first.time_ms < horizon_ms) {
            position = self.log.seek(&self.stream.log, self.shard, horizon_ms).await?;
            records = self.read(position, limit).await?;
        }
        let next = records.last().map_or(position, |last| last.offset + 1);
        // Read after the records: what a sealed shard has was there when they were read.
        let bounds = self.log.bounds(&self.stream.log, self.shard).await?;
        let unread = if next < bounds.end { self.first_unread(next).await? } else { None };
        Ok(Page {
            records,
            next,
            behind_ms: unread.as_ref().map_or(0, |record| (now_ms - record.time_ms).max(1)),
            at_end: bounds.sealed && unread.is_none(),
        })
    }

    async fn first_unread(&self, next: u64) -> store::Result<Option<Stored>> {
        let mut records = self.read(next, ReadLimit { records: 1, bytes: 0 }).await?;
        Ok(records.pop())
    }

    async fn read(&self, from: u64, limit: ReadLimit) -> store::Result<Vec<Stored>> {
        self.log.read(&self.stream.log, self.shard, from, limit).await
    }
}
