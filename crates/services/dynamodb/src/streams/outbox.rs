//! Changes on their way to a Kinesis stream.
//!
//! They are committed with the items, as a stream's records are, into an outbox of their own. Whoever
//! commits some also sets the outbox's deadline; its handler puts what waits into the stream and removes
//! it then. So each change comes at least once, whatever ends in between. The deadline goes on the condition that
//! nothing was added since the outbox was seen empty.

use super::reading::event_id;
use super::sequence::Sequence;
use super::shard::Lane;
use super::{json, keeping};
use crate::Dynamodb;
use crate::records::change::{CHANGES, Change};
use crate::records::head::HEADS;
use crate::records::outbox::{OUTBOXES, OutboxRecord};
use crate::value::codec;
use platform::{Context, Deadline, Deadlines, Principal, Result, commit_if, finish};
use shapes::Timestamp;
use shapes::kinesis::ops::PutRecords;
use shapes::kinesis::{PutRecordsInput, PutRecordsRequestEntry};
use std::sync::Arc;
use store::{Batch, Pair, Scan};

/// The kind of the deadlines at which outboxes are emptied; their ids are those of outboxes.
const KIND: &str = "dynamodb-outbox";
/// Who puts the records.
const PRINCIPAL: &str = "kinesisreplication.dynamodb.amazonaws.com";
/// How many records one PutRecords has, of which each may be large.
const MOST: usize = 50;

/// The batch, which also has an outbox emptied. Always the same row, so that one handler empties it.
pub(super) fn call(batch: Batch, outbox: u64) -> Batch {
    Deadlines::set(batch, &Deadline::new(KIND, outbox.to_be_bytes(), Timestamp(0)))
}

/// The batch, which also opens an outbox.
///
/// # Errors
/// None.
pub(crate) fn open(batch: Batch, id: u64, record: &OutboxRecord, now: Timestamp) -> Result<Batch> {
    let batch = batch.put(OUTBOXES.table, id.to_be_bytes(), OUTBOXES.encode(record)?);
    keeping::open_lanes(batch, id, now)
}

/// The batch, after which nothing is added to an outbox. What waits in it still goes, and then so does it.
pub(crate) fn close(batch: Batch, id: u64) -> Batch {
    call(keeping::close_lanes(batch, id), id)
}

impl Dynamodb {
    /// Has outboxes emptied, from now on.
    pub(crate) fn keep_outboxes(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => finish(async move { service.empty(deadline).await }).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn empty(&self, deadline: Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let id = deadline.id.first_chunk().map_or(0, |id| u64::from_be_bytes(*id));
        let Some(record) = OUTBOXES.get(tables, &deadline.id).await? else {
            keeping::remove(&self.platform, id).await?;
            commit_if(tables, Deadlines::done(Batch::new(), &deadline)).await?;
            return Ok(());
        };
        let cx = self.platform.context(
            Principal::service(PRINCIPAL),
            record.account.as_str(),
            record.region.as_str(),
        );
        loop {
            let mut batch = Deadlines::done(Batch::new(), &deadline);
            let mut is_open = false;
            for lane in Lane::all(id) {
                batch = match tables.get(HEADS, &lane.key()).await? {
                    Some(head) => {
                        is_open = true;
                        batch.equals(HEADS, lane.key(), head)
                    }
                    None => batch.absent(HEADS, lane.key()),
                };
                while self.put_some(&cx, &record, lane).await? {}
            }
            if !is_open {
                keeping::remove(&self.platform, id).await?;
                batch = batch.delete(OUTBOXES.table, deadline.id.clone());
            }
            match tables.commit(batch).await {
                // The first condition is that nobody has done it.
                Ok(()) | Err(store::Error::Conflict(0)) => return Ok(()),
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Puts some of what waits in a lane into the stream, and says whether there was anything. What
    /// the stream would never take, such as a change that is larger than its records may be, is counted
    /// and let go, so that others behind it come.
    async fn put_some(&self, cx: &Context, outbox: &OutboxRecord, lane: Lane) -> Result<bool> {
        let rows = self.platform.store.tables.scan(CHANGES, Scan::prefix(&lane.key()).limit(MOST));
        let rows = rows.await?;
        let Some(first) = rows.first() else { return Ok(false) };
        let mut put = self.put_rows(cx, outbox, lane, &rows).await;
        if rows.len() > 1 && put.as_ref().is_err_and(is_for_good) {
            put = self.put_rows(cx, outbox, lane, std::slice::from_ref(first)).await;
        }
        let taken = match put {
            Err(error) if is_for_good(&error) => {
                tracing::warn!(%error, table = outbox.table, "a change does not go to its stream");
                self.count_not_replicated(outbox);
                1
            }
            other => other?,
        };
        if taken == 0 {
            return Err(platform::Error::internal("a stream takes no changes of a table"));
        }
        let gone = rows.iter().take(taken);
        let batch = gone.fold(Batch::new(), |batch, (key, _)| batch.delete(CHANGES, key.to_vec()));
        self.platform.store.tables.commit(batch).await?;
        Ok(true)
    }

    /// Puts rows of a lane into the stream; gives how many of them it took before the first that it did
    /// not: what comes after that one goes again with it, so that each item's changes keep their order.
    async fn put_rows(
        &self,
        cx: &Context,
        outbox: &OutboxRecord,
        lane: Lane,
        rows: &[Pair],
    ) -> Result<usize> {
        let mut records = Vec::with_capacity(rows.len());
        for (key, row) in rows {
            let sequence = key.last_chunk().map_or(0, |it| u64::from_be_bytes(*it));
            let change = Change::decode(row)?;
            records.push(PutRecordsRequestEntry {
                data: record(outbox, lane, Sequence(sequence), &change)?.into(),
                partition_key: Some(partition_key(&change)),
                ..Default::default()
            });
        }
        let input = PutRecordsInput {
            records,
            stream_arn: Some(outbox.stream_arn.clone()),
            ..Default::default()
        };
        let output = cx.call::<PutRecords>(input).await?;
        let failed = output.records.iter().position(|record| record.error_code.is_some());
        Ok(failed.unwrap_or(rows.len()))
    }
}

/// Whether the records themselves are refused, and not the moment, the caller or the stream.
fn is_for_good(error: &platform::Error) -> bool {
    matches!(error.code(), "InvalidArgumentException" | "ValidationException")
}

/// By what the records of an item stay together.
fn partition_key(change: &Change) -> String {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(&change.keys);
    shapes::checksum::hex(&digest[..16]).to_uppercase()
}

/// A record as AWS writes it: "Using Kinesis Data Streams to capture changes to DynamoDB".
fn record(
    outbox: &OutboxRecord,
    lane: Lane,
    sequence: Sequence,
    change: &Change,
) -> Result<Vec<u8>> {
    let ms = sequence.time().millis();
    let created = if outbox.is_fine {
        ms.saturating_mul(1000).saturating_add(i64::try_from(sequence.0 % 1000).unwrap_or(0))
    } else {
        ms
    };
    let mut told = serde_json::Map::new();
    told.insert("ApproximateCreationDateTime".into(), created.into());
    told.insert("Keys".into(), json::item(&codec::decode_item(&change.keys)?));
    for (name, item) in [("NewImage", &change.new), ("OldImage", &change.old)] {
        if let Some(item) = item {
            told.insert(name.into(), json::item(&codec::decode_item(item)?));
        }
    }
    told.insert("SizeBytes".into(), change.size.into());
    if outbox.is_fine {
        told.insert("ApproximateCreationDateTimePrecision".into(), "MICROSECOND".into());
    }
    let identity = change
        .by_ttl
        .then(|| serde_json::json!({"type": "Service", "principalId": "dynamodb.amazonaws.com"}));
    let record = serde_json::json!({
        "awsRegion": outbox.region,
        "eventID": uuid(&event_id(lane, sequence)),
        "eventName": change.event.name(),
        "userIdentity": identity,
        "recordFormat": "application/json",
        "tableName": outbox.table,
        "dynamodb": told,
        "eventSource": "aws:dynamodb",
    });
    serde_json::to_vec(&record).map_err(platform::Error::internal)
}

/// 32 hexadecimal digits in the form of a UUID.
fn uuid(digits: &str) -> String {
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|at| digits.get(at).unwrap_or_default());
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::change::Event;
    use crate::value::Item;
    use bytes::Bytes;
    use shapes::AttributeValue;

    #[test]
    fn a_record_is_what_aws_sends() {
        let item = |pairs: &[(&str, AttributeValue)]| {
            let item: Item = pairs.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
            Bytes::from(codec::encode_item(&item))
        };
        let id = ("id", AttributeValue::S("test".into()));
        let change = Change {
            event: Event::Insert,
            by_ttl: false,
            size: 12,
            keys: item(std::slice::from_ref(&id)),
            new: Some(item(&[id, ("b", AttributeValue::B("x".into()))])),
            old: None,
        };
        let mut outbox = OutboxRecord {
            account: "000000000000".into(),
            region: "us-east-1".into(),
            table: "t".into(),
            stream_arn: "arn".into(),
            is_fine: false,
        };
        let lane = Lane { stream: 1, lane: 2 };
        let sequence = Sequence::first_at(Timestamp(1_700_000_000_123));
        let text = |outbox: &OutboxRecord| {
            String::from_utf8(record(outbox, lane, sequence, &change).unwrap()).unwrap()
        };
        let coarse: serde_json::Value = serde_json::from_str(&text(&outbox)).unwrap();
        assert_eq!(coarse["dynamodb"]["ApproximateCreationDateTime"], 1_700_000_000_123_i64);
        assert_eq!(coarse["dynamodb"]["NewImage"]["b"]["B"], "eA==");
        assert_eq!(coarse["dynamodb"]["Keys"], serde_json::json!({"id": {"S": "test"}}));
        assert_eq!(coarse["userIdentity"], serde_json::Value::Null);
        assert_eq!(coarse["eventID"].as_str().unwrap().len(), 36);
        assert!(coarse["dynamodb"].get("ApproximateCreationDateTimePrecision").is_none());
        outbox.is_fine = true;
        let fine: serde_json::Value = serde_json::from_str(&text(&outbox)).unwrap();
        let at = fine["dynamodb"]["ApproximateCreationDateTime"].as_i64().unwrap();
        assert_eq!(at / 1000, 1_700_000_000_123);
        assert_eq!(fine["dynamodb"]["ApproximateCreationDateTimePrecision"], "MICROSECOND");
    }
}
