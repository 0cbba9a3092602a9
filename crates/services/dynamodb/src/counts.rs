//! How much lies in tables and indexes.
//!
//! Writes count nothing, since all writes of a table would meet at one number. Few rows are counted
//! when somebody asks. Many are counted behind the callers' backs when somebody asks and the last
//! count is as old as AWS lets it become, six hours; until then the last count is what is told.

use crate::Dynamodb;
use crate::pages::Pages;
use crate::records::count::COUNTS;
pub(crate) use crate::records::count::{Count, Counted as Counts};
use crate::records::item::{INDEXED, ITEMS};
use crate::records::table::TableRecord;
use crate::tables::Table;
use crate::value::{codec, item_size};
use platform::{Deadline, Deadlines, Result, finish};
use shapes::Timestamp;
use std::sync::Arc;
use store::{Batch, KeyRange, Pair, Scan};

/// The kind of the deadlines; the id is the table's, and the key of its row.
const KIND: &str = "dynamodb-count";
/// So many rows of a table, and of each of its indexes, are counted while somebody waits.
const FEW: usize = 64;
/// The oldest that a count becomes.
const OLDEST_MS: i64 = 6 * 3_600_000;

impl Counts {
    /// In the table.
    pub fn of_table(&self) -> Count {
        self.table
    }

    /// In one of its indexes.
    pub fn of_index(&self, id: u32) -> Count {
        self.indexes.get(&id).copied().unwrap_or_default()
    }
}

impl Count {
    /// The same with a row.
    fn and(self, (_, value): &Pair) -> Result<Self> {
        let bytes = item_size(&codec::decode_item(value)?);
        let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
        Ok(Self { items: self.items + 1, bytes: self.bytes.saturating_add(bytes) })
    }
}

impl Dynamodb {
    /// How much lies in a table and its indexes, as far as that is known.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn counts(&self, table: &Table) -> Result<Counts> {
        if let Some(counts) = self.count_few(table).await? {
            return Ok(counts);
        }
        let id = table.prefix();
        let counted = COUNTS.get(&*self.platform.store.tables, &id).await?;
        let counts = counted.unwrap_or(Counts { at_ms: i64::MIN, ..Counts::default() });
        let due_ms = counts.at_ms.saturating_add(OLDEST_MS).max(table.created_ms);
        if due_ms <= self.platform.clock.now().millis() {
            // Whoever else asks sets the same deadline.
            let id = [&id[..], &table.key].concat();
            let deadline = Deadline::new(KIND, id, Timestamp(due_ms));
            let batch = Deadlines::set(table.unchanged(Batch::new()), &deadline);
            self.commit_table(batch).await?;
        }
        Ok(counts)
    }

    /// Counts the rows of a table that has few.
    async fn count_few(&self, table: &TableRecord) -> Result<Option<Counts>> {
        let mut counts = Counts::default();
        let Some(count) = self.count_if_few(ITEMS, &table.prefix()).await? else {
            return Ok(None);
        };
        counts.table = count;
        for index in &table.indexes {
            let prefix = table.index_prefix(index);
            let Some(count) = self.count_if_few(INDEXED, &prefix).await? else { return Ok(None) };
            counts.indexes.insert(index.id, count);
        }
        Ok(Some(counts))
    }

    async fn count_if_few(&self, of: store::Table, prefix: &[u8]) -> Result<Option<Count>> {
        // Rows may be large, and so only so many are read that it does not matter.
        const AT_ONCE: usize = 16;
        let tables = &*self.platform.store.tables;
        let (mut count, mut range) = (Count::default(), KeyRange::prefix(prefix));
        for _ in 0..FEW.div_ceil(AT_ONCE) {
            let scan = Scan { range: range.clone(), limit: AT_ONCE, reverse: false };
            let rows = tables.scan(of, scan).await?;
            count = rows.iter().try_fold(count, Count::and)?;
            match rows.last() {
                Some((last, _)) if rows.len() == AT_ONCE => range = range.after(last),
                _ => return Ok(Some(count)),
            }
        }
        Ok(None)
    }

    /// Counts when that is due.
    pub(crate) fn keep_counts(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => finish(async move { service.count(deadline).await }).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn count(&self, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let mut batch = Batch::new();
        if let Some((id, key)) = deadline.id.split_first_chunk::<8>()
            && let Some(table) = self.table_at(key.to_vec()).await?
            && table.prefix() == *id
        {
            let mut counts =
                Counts { at_ms: self.platform.clock.now().millis(), ..Counts::default() };
            counts.table = self.count_all(ITEMS, id).await?;
            for index in &table.indexes {
                let count = self.count_all(INDEXED, &table.index_prefix(index)).await?;
                counts.indexes.insert(index.id, count);
            }
            // A table that went meanwhile leaves its count to nobody; its removal takes it.
            batch = batch.put(COUNTS.table, &id[..], COUNTS.encode(&counts)?);
        }
        Ok(tables.commit(Deadlines::done(batch, &deadline)).await?)
    }

    async fn count_all(&self, of: store::Table, prefix: &[u8]) -> Result<Count> {
        let tables = &*self.platform.store.tables;
        let mut pages = Pages::of(tables, of, KeyRange::prefix(prefix));
        let mut count = Count::default();
        loop {
            let rows = pages.next().await?;
            if rows.is_empty() {
                return Ok(count);
            }
            count = rows.iter().try_fold(count, Count::and)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::records::item::ITEMS;
    use crate::table_fixture::{Setting, setting, table};
    use crate::value::{Item, codec};
    use platform::testing::until;
    use shapes::AttributeValue;
    use std::time::Duration;
    use store::Batch;

    /// Puts rows of nine bytes each behind everybody's back.
    async fn put(at: &Setting, numbers: std::ops::Range<u32>) {
        let table = at.service.table(&at.cx, "ttt").await.unwrap();
        let batch = numbers.fold(Batch::new(), |batch, n| {
            let item: Item = [("a".to_owned(), AttributeValue::S(format!("{n:08}")))].into();
            let row = [&table.prefix()[..], &n.to_be_bytes()].concat();
            batch.put(ITEMS, row, codec::encode_item(&item))
        });
        at.cx.tables().commit(batch).await.unwrap();
    }

    async fn told(at: &Setting) -> (i64, i64) {
        let table = at.describe("ttt").await.unwrap();
        (table.item_count.unwrap(), table.table_size_bytes.unwrap())
    }

    #[tokio::test]
    async fn few_are_counted_at_once_and_many_when_the_last_count_is_old() {
        let at = setting();
        at.create(table("ttt", false)).await.unwrap();
        put(&at, 0..63).await;
        assert_eq!(told(&at).await, (63, 567));
        put(&at, 63..3000).await;
        until(async || told(&at).await == (3000, 27_000)).await;
        put(&at, 3000..3001).await;
        at.clock.advance(Duration::from_secs(5 * 3600));
        assert_eq!(told(&at).await.0, 3000);
        at.clock.advance(Duration::from_secs(3601));
        until(async || told(&at).await.0 == 3001).await;
    }
}
