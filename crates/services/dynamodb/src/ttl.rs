//! Items that go when their time has come.
//!
//! "Using time to live (TTL) in DynamoDB": an attribute of the type number says when, in seconds since the
//! epoch; what is more than five years past, or no number, is no time. AWS deletes within days; here items go as
//! soon as they may.
//!
//! Each item with a time has a row ([`crate::records::expiry`]), set in the commit that sets the item, and
//! that commit also sets a deadline of the table at about that time. The deadline's handler looks
//! for what is due and deletes it on the condition that the item is what was looked at.

use crate::Dynamodb;
use crate::records::expiry::{self, EXPIRIES};
use crate::records::item::ITEMS;
use crate::records::table::{TABLES, TableRecord};
use crate::rows::{Change, Key};
use crate::streams::Changed;
use crate::tables::Table;
use crate::value::{Item, codec};
use bytes::Bytes;
use platform::{Deadline, Deadlines, Result, commit_if, finish};
use shapes::{AttributeValue, Timestamp};
use std::sync::Arc;
use store::{Batch, KeyRange, Scan};

/// The kind of the deadlines at which items go; the id is the key of the table's row.
const DUE: &str = "dynamodb-ttl";
/// The kind of the deadlines at which the items of a table get their rows, or lose them.
const CHANGED: &str = "dynamodb-ttl-changed";
/// How long past a time may be: five years, as AWS counts them.
const OLDEST_SECONDS: u64 = 5 * 365 * 24 * 3600;
/// What is later than this has a deadline by the minute, so that there are fewer of them.
const SOON_SECONDS: u64 = 3600;
const MINUTE: u64 = 60;
/// How many items are looked at in one go.
const PAGE: usize = 100;
/// How many go in one commit, if nobody comes between.
const TOGETHER: usize = 25;

/// The second at which an item is to go, if ever.
fn second(table: &TableRecord, item: &Item, now: Timestamp) -> Option<u64> {
    let AttributeValue::N(number) = item.get(&table.ttl.as_ref()?.attribute)? else { return None };
    let second = match number.parse() {
        Ok(second) => second,
        Err(_) => whole(number.parse().ok()?)?,
    };
    let oldest = seconds(now).saturating_sub(OLDEST_SECONDS);
    (second >= oldest && second < u64::MAX / 1000).then_some(second)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It is within both bounds.
fn whole(number: f64) -> Option<u64> {
    (0.0..9e15).contains(&number).then_some(number as u64)
}

fn seconds(now: Timestamp) -> u64 {
    u64::try_from(now.seconds()).unwrap_or(0)
}

/// When a table is looked at for the sake of an item that is to go at this second.
fn look_at(second: u64, now: Timestamp) -> Timestamp {
    let now = seconds(now);
    let at = match second.saturating_sub(now) {
        0 => now + 1,
        left if left < SOON_SECONDS => second,
        _ => second.div_ceil(MINUTE) * MINUTE,
    };
    Timestamp(i64::try_from(at.saturating_mul(1000)).unwrap_or(i64::MAX))
}

/// The batch of a change, which also notes when the item is to go.
pub(crate) fn note(batch: Batch, changed: &Changed<'_>, now: Timestamp) -> Batch {
    let Changed { table, row, before, after, .. } = changed;
    let of = |item: &Option<&Item>| item.and_then(|item| second(table, item, now));
    let (was, is) = (of(before), of(after));
    if was == is {
        return batch;
    }
    let batch = match was {
        Some(was) => batch.delete(EXPIRIES, expiry::key(row, was)),
        None => batch,
    };
    match is {
        Some(is) => due(batch.put(EXPIRIES, expiry::key(row, is), ""), table, look_at(is, now)),
        None => batch,
    }
}

fn due(batch: Batch, table: &TableRecord, at: Timestamp) -> Batch {
    Deadlines::set(batch, &Deadline::new(DUE, table.key(), at))
}

/// The batch with which a table's time to live is enabled or disabled, after which the items that it has get their
/// rows or lose them. It sets a deadline: it has to go through `platform.deadlines.commit`.
pub(crate) fn change(batch: Batch, table: &TableRecord, now: Timestamp) -> Batch {
    Deadlines::set(batch, &Deadline::new(CHANGED, table.key(), now))
}

impl Dynamodb {
    /// Has items go when their time has come, from now on.
    pub(crate) fn keep_times(self: &Arc<Self>) {
        for kind in [DUE, CHANGED] {
            let service = Arc::downgrade(self);
            self.platform.deadlines.register(kind, move |deadline| {
                let service = service.upgrade();
                async move {
                    match service {
                        Some(service) if kind == DUE => {
                            finish(async move { service.remove_due(deadline).await }).await
                        }
                        Some(service) => {
                            finish(async move { service.note_all(deadline).await }).await
                        }
                        None => Ok(()),
                    }
                }
            });
        }
    }

    /// Looks once at each table with times: a process may have ended between its deadline and its look.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn look_for_missed(&self) -> Result<()> {
        let tables = TABLES.scan(&*self.platform.store.tables, Scan::prefix(b"")).await?;
        for (key, record) in tables {
            if record.ttl.is_some()
                && let Some(table) = self.table_at(key.to_vec()).await?
            {
                self.sweep(&table).await?;
            }
        }
        Ok(())
    }

    async fn remove_due(&self, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        if let Some(table) = self.table_at(deadline.id.clone()).await? {
            self.sweep(&table).await?;
        }
        commit_if(tables, Deadlines::done(Batch::new(), &deadline)).await?;
        // One that was set in between, for this instant too, is gone now, but what it was about is there.
        match self.table_at(deadline.id).await? {
            Some(table) => self.sweep(&table).await,
            None => Ok(()),
        }
    }

    /// Deletes the items of a table whose time has come.
    async fn sweep(&self, table: &Arc<Table>) -> Result<()> {
        let now = self.platform.clock.now();
        let range = match table.ttl {
            Some(_) => expiry::due(table.prefix(), seconds(now)),
            None => KeyRange::prefix(&table.prefix()),
        };
        let mut table = table.clone();
        loop {
            let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
            let rows = self.platform.store.tables.scan(EXPIRIES, scan).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let keys: Vec<Bytes> = rows.into_iter().map(|(key, _)| key).collect();
            for some in keys.chunks(TOGETHER) {
                if self.act_on(&table, some, now).await? {
                    continue;
                }
                // Somebody has changed one of them, or the table.
                for key in some.chunks(1) {
                    while !self.act_on(&table, key, now).await? {
                        match self.table_at(table.key.clone()).await? {
                            Some(read) if read.id == table.id => table = read,
                            _ => return Ok(()),
                        }
                    }
                }
            }
        }
    }

    /// Deletes the items of these expiries whose time has come, and the expiries. Says whether all that was
    /// done, or nothing.
    async fn act_on(&self, table: &Arc<Table>, keys: &[Bytes], now: Timestamp) -> Result<bool> {
        let tables = &*self.platform.store.tables;
        let (mut batch, mut changes) = (Batch::new(), Vec::new());
        for key in keys {
            batch = batch.delete(EXPIRIES, key.to_vec());
            let Some((at, row)) = expiry::read(key) else { continue };
            let Some(stored) = tables.get(ITEMS, &row).await? else {
                batch = batch.absent(ITEMS, row);
                continue;
            };
            let item = codec::decode_item(&stored)?;
            if second(table, &item, now) != Some(at) {
                batch = batch.equals(ITEMS, row, stored);
                continue;
            }
            let spread = row.get(8..16).and_then(|it| it.try_into().ok());
            let key = Key { row, spread: spread.map_or(0, u64::from_be_bytes) };
            let change = Change::new(table, key, Some((item, stored)), None);
            changes.push(Change { by_ttl: true, ..change });
        }
        if changes.is_empty() {
            return commit_if(tables, batch).await;
        }
        let is_done = self.commit(&changes, batch).await?.is_some();
        if is_done {
            changes.iter().for_each(|_| self.count_expired(table));
        }
        Ok(is_done)
    }

    /// Gives the items of a table their rows, or, where it has no time to live any more, takes them away.
    async fn note_all(&self, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let now = self.platform.clock.now();
        if let Some(table) = self.table_at(deadline.id.clone()).await? {
            if table.ttl.is_none() {
                self.sweep(&table).await?;
            }
            let mut range = KeyRange::prefix(&table.prefix());
            loop {
                let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
                let rows = tables.scan(ITEMS, scan).await?;
                let Some((last, _)) = rows.last() else { break };
                range = range.after(last);
                let mut batch = Batch::new();
                for (row, stored) in &rows {
                    if let Some(at) = second(&table, &codec::decode_item(stored)?, now) {
                        batch = batch.put(EXPIRIES, expiry::key(row, at), "");
                        batch = due(batch, &table, look_at(at, now));
                    }
                }
                if !batch.writes.is_empty() {
                    self.platform.deadlines.commit(batch).await?;
                }
            }
        }
        commit_if(tables, Deadlines::done(Batch::new(), &deadline)).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::records::table::Ttl;
    use platform::testing::{START, context, platform, soon};
    use shapes::dynamodb::ops::{CreateTable, PutItem, Scan as ScanItems, UpdateTimeToLive};
    use shapes::dynamodb::{
        AttributeDefinition, CreateTableInput, KeySchemaElement, PutItemInput, ScanInput,
        TimeToLiveSpecification, UpdateTimeToLiveInput,
    };
    use std::time::Duration;

    #[tokio::test]
    async fn items_go_when_their_time_has_come_and_no_others() {
        let (platform, clock) = platform();
        let (cx, service) =
            (context(&platform), Dynamodb::new(platform.clone(), Config::default()));
        platform.deadlines.start();
        let (name, id) = (|| "table".to_owned(), || "id".to_owned());
        let input = CreateTableInput {
            table_name: name(),
            attribute_definitions: Some(vec![AttributeDefinition {
                attribute_name: id(),
                attribute_type: "S".into(),
            }]),
            key_schema: Some(vec![KeySchemaElement {
                attribute_name: id(),
                key_type: "HASH".into(),
            }]),
            billing_mode: Some("PAY_PER_REQUEST".into()),
            ..Default::default()
        };
        cx.run::<CreateTable, _>(&*service, input).await.unwrap();
        let put = async |key: String, at: u64| {
            let item = Item::from([
                (id(), AttributeValue::S(key)),
                ("at".to_owned(), AttributeValue::N(at.to_string())),
            ]);
            let input = PutItemInput { table_name: name(), item, ..Default::default() };
            cx.run::<PutItem, _>(&*service, input).await.unwrap();
        };
        let now = seconds(START);
        for number in 0..40 {
            put(format!("before{number}"), now + 60).await;
        }
        let specification = TimeToLiveSpecification { enabled: true, attribute_name: "at".into() };
        let input =
            UpdateTimeToLiveInput { table_name: name(), time_to_live_specification: specification };
        cx.run::<UpdateTimeToLive, _>(&*service, input).await.unwrap();
        for number in 0..40 {
            put(format!("after{number}"), now + 60).await;
            put(format!("moved{number}"), now + 60).await;
            put(format!("moved{number}"), now + 9000).await;
        }
        let left = async || {
            let input = ScanInput { table_name: name(), ..Default::default() };
            cx.run::<ScanItems, _>(&*service, input).await.unwrap().count.unwrap()
        };
        soon(platform.deadlines.settled()).await;
        assert_eq!(left().await, 120);
        for (span, expected) in [(61, 40), (9000, 0)] {
            clock.advance(Duration::from_secs(span));
            soon(platform.deadlines.settled()).await;
            assert_eq!(left().await, expected);
        }
        let rows = platform.store.tables.scan(EXPIRIES, Scan::prefix(b"")).await.unwrap();
        assert_eq!(rows.len(), 0);
    }

    #[test]
    fn a_time_is_a_number_of_seconds_and_not_long_past() {
        let ttl = Ttl { attribute: "t".into(), since_ms: 0 };
        let table = TableRecord { ttl: Some(ttl), ..Default::default() };
        let now = seconds(START);
        let of = |value| second(&table, &Item::from([("t".to_owned(), value)]), START);
        let number = |it: &dyn std::fmt::Display| AttributeValue::N(it.to_string());
        for (value, expected) in [
            (number(&now), Some(now)),
            (number(&format_args!("{now}.75")), Some(now)),
            (number(&(now - OLDEST_SECONDS)), Some(now - OLDEST_SECONDS)),
            (number(&(now - OLDEST_SECONDS - 1)), None),
            (number(&"-5"), None),
            (number(&"1E+30"), None),
            (AttributeValue::S(now.to_string()), None),
        ] {
            assert_eq!(of(value.clone()), expected, "{value:?}");
        }
        assert_eq!(second(&table, &Item::new(), START), None);
        assert_eq!(second(&TableRecord::default(), &Item::new(), START), None);
    }

    #[test]
    fn a_table_is_looked_at_when_an_item_may_be_due_and_not_before() {
        let now = seconds(START);
        for (at, expected) in
            [(now - 9, now + 1), (now, now + 1), (now + 7, now + 7), (now + 7200, 0)]
        {
            let look = seconds(look_at(at, START));
            let rounded = at.div_ceil(60) * 60;
            assert_eq!(look, if expected == 0 { rounded } else { expected });
            assert!(look >= at);
        }
    }
}
