//! Commits of items' changes with the records about them.

use super::outbox;
use super::shard::Lane;
use super::train::Addition;
use crate::records::change::{Change, Event};
use crate::records::table::{KeySchema, TableRecord};
use crate::value::{Item, codec, item_size};
use crate::{Dynamodb, ttl};
use bytes::Bytes;
use shapes::Timestamp;
use std::sync::Arc;
use store::Batch;

/// What a commit does to one item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Changed<'a> {
    /// Its table.
    pub table: &'a TableRecord,
    /// The key of its row.
    pub row: &'a [u8],
    /// The hash of its partition key.
    pub spread: u64,
    /// What it was; nothing if it was not there.
    pub before: Option<&'a Item>,
    /// What it is to be; nothing if it is to be gone.
    pub after: Option<&'a Item>,
    /// Whether it goes because its time has come.
    pub by_ttl: bool,
}

impl TableRecord {
    /// Whether the changes of its items are recorded, so that what they were must be known.
    pub(crate) fn is_recorded(&self) -> bool {
        self.live_stream().is_some() || self.outboxes().next().is_some()
    }

    /// Where its items' changes wait that Kinesis streams get.
    pub(crate) fn outboxes(&self) -> impl Iterator<Item = u64> {
        let is_open =
            |it: &&crate::records::table::Destination| it.outbox != 0 && it.status == "ACTIVE";
        self.destinations.iter().filter(is_open).map(|it| it.outbox)
    }
}

impl Dynamodb {
    /// Commits a batch that makes these changes, together with the records about them, and wakes who waits
    /// for these. Deadlines that it sets are kept.
    ///
    /// # Errors
    /// The engine's. [`store::Error::Conflict`] tells which of the batch's conditions does not hold, with a
    /// number behind all of them where a stream has ended since its table was read.
    pub(crate) async fn commit_recorded(
        &self,
        batch: Batch,
        changes: &[Changed<'_>],
    ) -> store::Result<()> {
        let now = self.platform.clock.now();
        let batch = changes.iter().fold(batch, |batch, it| note(batch, it, now));
        let additions: Vec<_> = changes.iter().flat_map(additions).collect();
        if additions.is_empty() {
            return self.platform.deadlines.commit(batch).await;
        }
        self.train.commit(batch, additions).await
    }
}

/// The batch of a change, which also notes when the item is to go, and has outboxes emptied.
fn note(batch: Batch, changed: &Changed<'_>, now: Timestamp) -> Batch {
    let batch = ttl::note(batch, changed, now);
    match event(changed) {
        Some(_) => changed.table.outboxes().fold(batch, outbox::call),
        None => batch,
    }
}

/// The records of one change: none where nothing has changed.
fn additions(changed: &Changed<'_>) -> Vec<Addition> {
    let table = changed.table;
    let Some(event) = event(changed).filter(|_| table.is_recorded()) else { return Vec::new() };
    let mut additions = Vec::new();
    if let Some(stream) = table.live_stream() {
        let record = record(changed, event, &stream.view);
        let stream_arn = table.stream_arn(&stream.label).into();
        additions.push(addition(changed, stream.id, stream_arn, record));
    }
    for outbox in table.outboxes() {
        let record = record(changed, event, "NEW_AND_OLD_IMAGES");
        additions.push(addition(changed, outbox, table.name.as_str().into(), record));
    }
    additions
}

fn addition(changed: &Changed<'_>, stream: u64, stream_arn: Arc<str>, record: Bytes) -> Addition {
    Addition { lane: Lane::of(stream, changed.spread), stream_arn, record }
}

/// What happened to an item. "If you perform a PutItem or UpdateItem operation that does not change any
/// data in an item, DynamoDB Streams does not write a stream record for that operation."
fn event(changed: &Changed<'_>) -> Option<Event> {
    match (changed.before, changed.after) {
        (None, None) => None,
        (None, Some(_)) => Some(Event::Insert),
        (Some(_), None) => Some(Event::Remove),
        (Some(before), Some(after)) => (before != after).then_some(Event::Modify),
    }
}

/// The record of a change that a stream with this view keeps.
fn record(changed: &Changed<'_>, event: Event, view: &str) -> Bytes {
    let (with_new, with_old) = match view {
        "NEW_IMAGE" => (true, false),
        "OLD_IMAGE" => (false, true),
        "NEW_AND_OLD_IMAGES" => (true, true),
        _ => (false, false),
    };
    let new = changed.after.filter(|_| with_new);
    let old = changed.before.filter(|_| with_old);
    let keys = changed.after.or(changed.before);
    let keys = keys.map(|item| keys_of(&changed.table.schema, item)).unwrap_or_default();
    let size: usize = [Some(&keys), new, old].into_iter().flatten().map(item_size).sum();
    let encoded = |item: &Item| Bytes::from(codec::encode_item(item));
    let change = Change {
        event,
        by_ttl: changed.by_ttl,
        size: u32::try_from(size).unwrap_or(u32::MAX),
        keys: encoded(&keys),
        new: new.map(encoded),
        old: old.map(encoded),
    };
    change.encode()
}

fn keys_of(schema: &KeySchema, item: &Item) -> Item {
    let names = schema.attributes().map(|attribute| &attribute.name);
    names.filter_map(|name| Some((name.clone(), item.get(name)?.clone()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::AttributeValue;

    fn item(pairs: &[(&str, &str)]) -> Item {
        let value = |text: &str| AttributeValue::S(text.to_owned());
        pairs.iter().map(|(name, text)| ((*name).to_owned(), value(text))).collect()
    }

    fn table() -> TableRecord {
        let mut table = TableRecord { name: "t".into(), ..Default::default() };
        table.schema.hash.name = "k".into();
        table
    }

    #[test]
    fn a_record_has_what_its_view_tells() {
        let (before, after) =
            (item(&[("k", "1"), ("v", "old")]), item(&[("k", "1"), ("v", "newer")]));
        let table = table();
        let changed = Changed {
            table: &table,
            row: b"r",
            spread: 1,
            before: Some(&before),
            after: Some(&after),
            by_ttl: false,
        };
        for (view, new, old, size) in [
            ("KEYS_ONLY", false, false, 2),
            ("NEW_IMAGE", true, false, 2 + 8),
            ("OLD_IMAGE", false, true, 2 + 6),
            ("NEW_AND_OLD_IMAGES", true, true, 2 + 8 + 6),
        ] {
            let change = Change::decode(&record(&changed, Event::Modify, view)).unwrap();
            assert_eq!((change.new.is_some(), change.old.is_some()), (new, old), "{view}");
            assert_eq!(change.size, size, "{view}");
            assert_eq!(codec::decode_item(&change.keys).unwrap(), item(&[("k", "1")]));
        }
    }

    #[test]
    fn nothing_is_told_where_nothing_has_changed() {
        let one = item(&[("k", "1")]);
        let other = item(&[("k", "1"), ("v", "2")]);
        let table = table();
        for (before, after, expected) in [
            (None, None, None),
            (None, Some(&one), Some(Event::Insert)),
            (Some(&one), None, Some(Event::Remove)),
            (Some(&one), Some(&one), None),
            (Some(&one), Some(&other), Some(Event::Modify)),
        ] {
            let changed =
                Changed { table: &table, row: b"r", spread: 1, before, after, by_ttl: false };
            assert_eq!(event(&changed), expected);
        }
    }
}
