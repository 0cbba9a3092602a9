//! How streams are found, described and read.

use super::keeping::horizon;
use super::sequence::Sequence;
use super::shard::{Lane, ShardName};
use super::train::change_key;
use crate::errors::invalid;
use crate::records::change::{CHANGES, Change};
use crate::records::head::{HEADS, Head};
use crate::records::shard::{self, SHARDS, ShardRecord};
use crate::records::stream::{STREAMS, StreamRecord, key};
use crate::value::codec;
use platform::{Arn, Context, Error, Result};
use shapes::Timestamp;
use shapes::dynamodbstreams::errors::RESOURCE_NOT_FOUND_EXCEPTION;
use shapes::dynamodbstreams::{Identity, Record, StreamRecord as Described};
use store::{KeyRange, Scan};

/// "GetRecords can retrieve a maximum of 1 MB of data or 1000 stream records, whichever comes first."
const MOST_BYTES: usize = 1 << 20;
/// How many rows are looked at in one go, whose items may be large.
const ROWS: usize = 50;

/// A shard as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shard {
    /// Its place.
    pub name: ShardName,
    /// When it was opened.
    pub opened: Timestamp,
    /// Its first number.
    pub first: Sequence,
    /// Its last number, if it is closed.
    pub last: Option<Sequence>,
}

impl Shard {
    /// Its id.
    pub fn id(&self) -> String {
        self.name.id(self.opened)
    }
}

/// The stream of an ARN, which may be disabled by now.
///
/// # Errors
/// `ValidationException` where it is no stream's ARN, `ResourceNotFoundException` where there is none.
pub(crate) async fn stream(cx: &Context, arn: &str) -> Result<StreamRecord> {
    let not_found = || {
        let message = format!("Requested resource not found: Stream: {arn} not found");
        Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, message)
    };
    let parsed = Arn::parse(arn).filter(|arn| arn.service == "dynamodb");
    let names = parsed.as_ref().and_then(|arn| {
        let (table, label) = arn.resource.strip_prefix("table/")?.split_once("/stream/")?;
        let is_plain = |it: &str| !it.is_empty() && !it.contains(['/', '\0']);
        (is_plain(table) && is_plain(label)).then_some((table, label))
    });
    let (Some(arn), Some((table, label))) = (&parsed, names) else {
        return Err(invalid("Invalid StreamArn"));
    };
    if *arn.region != *cx.region || *arn.account != *cx.account {
        return Err(not_found());
    }
    let found = STREAMS.get(cx.tables(), &key(arn.account, arn.region, table, label)).await?;
    found.filter(|stream| !stream.is_gone(cx.now())).ok_or_else(not_found)
}

/// The shards of a stream, the oldest first.
///
/// # Errors
/// The storage's.
pub(crate) async fn shards(cx: &Context, stream: &StreamRecord) -> Result<Vec<Shard>> {
    let rows = SHARDS.scan(cx.tables(), Scan::prefix(&stream.id.to_be_bytes())).await?;
    let mut shards = Vec::with_capacity(rows.len());
    for (key, record) in rows {
        let Some(name) = shard::name(&key) else { continue };
        let shard = as_is(cx, stream, name, record).await?;
        if shard.last.is_none_or(|last| last >= horizon(cx.now()) || stream.disabled_ms.is_some()) {
            shards.push(shard);
        }
    }
    shards.sort_by_key(Shard::id);
    Ok(shards)
}

/// A shard of a stream, unless it is gone.
///
/// # Errors
/// The storage's.
pub(crate) async fn shard(
    cx: &Context,
    stream: &StreamRecord,
    name: ShardName,
    opened: Timestamp,
) -> Result<Option<Shard>> {
    let record = SHARDS.get(cx.tables(), &shard::key(stream.id, name)).await?;
    match record.filter(|record| record.opened_ms == opened.millis()) {
        Some(record) => as_is(cx, stream, name, record).await.map(Some),
        None => Ok(None),
    }
}

async fn as_is(
    cx: &Context,
    stream: &StreamRecord,
    name: ShardName,
    record: ShardRecord,
) -> Result<Shard> {
    let (opened, first) = (Timestamp(record.opened_ms), record.first());
    let last = match record.last {
        Some(last) => Some(Sequence(last)),
        // Nothing is added to it any more, so its last record says how far it goes.
        None if stream.disabled_ms.is_some() => {
            Some(last_record(cx, stream.id, name.lane).await?.map_or(first, |it| it.max(first)))
        }
        None => None,
    };
    Ok(Shard { name, opened, first, last })
}

async fn last_record(cx: &Context, stream: u64, lane: u8) -> Result<Option<Sequence>> {
    let range = KeyRange::prefix(&Lane { stream, lane }.key());
    let scan = Scan { range, limit: 1, reverse: true };
    let rows = cx.tables().scan(CHANGES, scan).await?;
    Ok(rows.first().and_then(|(key, _)| sequence_of(key)))
}

/// The number that comes next in a shard, be it there or not.
///
/// # Errors
/// The storage's.
pub(crate) async fn latest(cx: &Context, stream: &StreamRecord, shard: &Shard) -> Result<Sequence> {
    if let Some(last) = shard.last {
        return Ok(last.after());
    }
    let lane = Lane { stream: stream.id, lane: shard.name.lane };
    match cx.tables().get(HEADS, &lane.key()).await? {
        Some(row) => Ok(Head::decode(lane, &row)?.last.after().max(shard.first)),
        None => Ok(shard.first),
    }
}

/// What a read gives.
pub(crate) struct Given {
    /// The records.
    pub records: Vec<Record>,
    /// Where to go on; nothing where the shard has ended.
    pub next: Option<Sequence>,
}

/// The records of a shard from a number on, as many as one answer takes.
///
/// # Errors
/// The storage's.
pub(crate) async fn records(
    cx: &Context,
    stream: &StreamRecord,
    // As it was before the records are looked for: what it ends with is there.
    shard: &Shard,
    from: Sequence,
    limit: usize,
) -> Result<Given> {
    if shard.last.is_some_and(|last| from > last) {
        return Ok(Given { records: Vec::new(), next: None });
    }
    let lane = Lane { stream: stream.id, lane: shard.name.lane };
    let end = match shard.last {
        Some(last) => change_key(lane, last.after()),
        None => KeyRange::prefix(&lane.key()).end.unwrap_or_default(),
    };
    let (mut records, mut bytes, mut next) = (Vec::new(), 0, from);
    let is_exhausted = loop {
        let limit = ROWS.min(limit - records.len());
        if limit == 0 {
            break false;
        }
        let range = KeyRange { start: change_key(lane, next), end: Some(end.clone()) };
        let rows = cx.tables().scan(CHANGES, Scan { range, limit, reverse: false }).await?;
        let is_last = rows.len() < limit;
        let child = if rows.is_empty() { None } else { child(cx, stream, shard).await? };
        let mut is_full = false;
        for (key, row) in rows {
            let Some(sequence) = sequence_of(&key) else { continue };
            if child.is_some_and(|child| child <= sequence) {
                return Ok(Given { records, next: None });
            }
            if bytes + row.len() > MOST_BYTES && !records.is_empty() {
                is_full = true;
                break;
            }
            bytes += row.len();
            next = sequence.after();
            records.push(record(stream, lane, sequence, &Change::decode(&row)?)?);
        }
        if is_full || is_last {
            break !is_full;
        }
    };
    let has_ended = match shard.last {
        Some(last) => is_exhausted || next > last,
        None => false,
    };
    Ok(Given { records, next: (!has_ended).then_some(next) })
}

/// Where the child of a shard begins that was open when it was looked at, if it has been closed since.
async fn child(cx: &Context, stream: &StreamRecord, shard: &Shard) -> Result<Option<Sequence>> {
    if shard.last.is_some() {
        return Ok(None);
    }
    let child = SHARDS.get(cx.tables(), &shard::key(stream.id, shard.name.child()?)).await?;
    Ok(child.map(|child| child.first()))
}

fn sequence_of(key: &[u8]) -> Option<Sequence> {
    key.last_chunk().map(|bytes| Sequence(u64::from_be_bytes(*bytes)))
}

/// A record as clients see it.
fn record(
    stream: &StreamRecord,
    lane: Lane,
    sequence: Sequence,
    change: &Change,
) -> Result<Record> {
    let item = |item: &Option<shapes::Bytes>| {
        item.as_ref().map(|item| codec::decode_item(item)).transpose()
    };
    let described = Described {
        // "in UNIX epoch time format and rounded down to the closest second".
        approximate_creation_date_time: Some(Timestamp(sequence.time().seconds() * 1000)),
        keys: Some(codec::decode_item(&change.keys)?),
        new_image: item(&change.new)?,
        old_image: item(&change.old)?,
        sequence_number: Some(sequence.text()),
        size_bytes: Some(change.size.into()),
        stream_view_type: Some(stream.view.clone()),
    };
    Ok(Record {
        event_id: Some(event_id(lane, sequence)),
        event_name: Some(change.event.name().to_owned()),
        event_version: Some("1.1".to_owned()),
        event_source: Some("aws:dynamodb".to_owned()),
        aws_region: Some(stream.region.clone()),
        dynamodb: Some(described),
        user_identity: change.by_ttl.then(|| Identity {
            principal_id: Some("dynamodb.amazonaws.com".to_owned()),
            r#type: Some("Service".to_owned()),
        }),
    })
}

/// A globally unique identifier for the event: 32 hexadecimal digits, the same whenever it is read.
pub(crate) fn event_id(lane: Lane, sequence: Sequence) -> String {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(change_key(lane, sequence));
    shapes::checksum::hex(&digest[..16])
}
