//! Looks at a world that is left in peace: whether all is there that has to be, and nothing else.

use super::records::{self, Cursor, shards};
use super::{
    Answer, Client, FUNCTION, Failure, Servers, alarms, channels, errands, metrics, objects,
    queues, tables, tasks, told, topics, versions,
};
use crate::engine::at_once;
use crate::function::{BUCKET, output_key};
use crate::time::{WORLD, lock};
use crate::witness::Place;
use shapes::lambda::ops::{
    DeleteEventSourceMapping, ListEventSourceMappings, UpdateEventSourceMapping,
};
use shapes::lambda::{
    DeleteEventSourceMappingRequest, ListEventSourceMappingsRequest,
    UpdateEventSourceMappingRequest,
};
use shapes::s3::ops::{
    AbortMultipartUpload, DeleteBucket, DeleteObject, ListBuckets, ListMultipartUploads,
    ListObjectsV2,
};
use shapes::s3::{
    AbortMultipartUploadRequest, DeleteBucketRequest, DeleteObjectRequest, ListBucketsRequest,
    ListMultipartUploadsRequest, ListObjectsV2Request,
};
use store::{Scan, Store, Table};

/// Within how many seconds of the world's time all that was put has to be delivered.
const SETTLED_WITHIN_S: u64 = 240;

/// Within how many microseconds of the world's time a record is delivered to a function that waits:
/// time enough to look, where a process was not told by another one.
const PUSHED_WITHIN_US: u64 = 2_000_000;

/// Within how many seconds of the world's time what was removed is gone: with several processes it
/// stays a while for those who may still read or write it.
const GONE_WITHIN_S: u64 = 900;

/// Where channels, DynamoDB, S3, SNS, SQS and the queues of streams keep what can be removed.
const TABLES: [&str; 38] = [
    "dynamodb-items",
    "kinesis-channel-ids",
    "kinesis-channel-progress",
    "kinesis-channels",
    "kinesis-queue-names",
    "kinesis-queue-positions",
    "kinesis-queue-records",
    "kinesis-queues",
    "kinesis-queues-gone",
    "s3.buckets",
    "s3.objects",
    "s3.inline",
    "s3.layouts",
    "s3.uploads",
    "s3.parts",
    "s3.ended",
    "s3.versions",
    "s3.ledger",
    "s3.markers",
    "s3.notices",
    "sns-archive",
    "sns-gone",
    "sns-later",
    "sns-outbox",
    "sns-owned",
    "sns-replays",
    "sns-seen",
    "sns-sequences",
    "sns-settled",
    "sns-subscriptions",
    "sns-topics",
    "sqs-gone",
    "sqs-marks",
    "sqs-messages",
    "sqs-moves",
    "sqs-queues",
    "sqs-seen",
    "sqs-sights",
];

/// Every record of the stream: where it is, and what it is.
type All = Vec<(Place, String)>;

/// The UUID of the mapping that is there throughout.
pub(crate) async fn mapping(client: &Client) -> Answer<String> {
    let function_name = Some(FUNCTION.to_owned());
    let input = ListEventSourceMappingsRequest { function_name, ..Default::default() };
    let answer = client.call::<ListEventSourceMappings>(FUNCTION, input).await?;
    let found = answer.event_source_mappings.unwrap_or_default();
    found.into_iter().find_map(|mapping| mapping.uuid).ok_or(Failure::Unknown)
}

/// Checks a world in which nothing breaks any more and nobody works.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client, servers: Servers) -> platform::Result<()> {
    let kinesis = client.named("audit", servers.kinesis);
    let all = every_record(&kinesis).await?;
    client.time.note(format_args!("audit finds {} records", all.len()));
    enable(&client.named("audit", servers.pipelines)).await?;
    let places: Vec<_> = all.iter().map(|(place, _)| place.clone()).collect();
    // Before it is waited, so that what is missing is known as what it is.
    lock(&client.witness.offers).check_marks(&client.time, &places);
    wait_for_delivery(client, &places).await;
    lock(&client.witness.offers).check_marks(&client.time, &places);
    // The lease of a process that has died may still have to end, and an invocation that holds no
    // record, as at the end of a tumbling window, to be answered.
    let lead = [("lead".to_owned(), "lead".to_owned())];
    let places = kinesis.insist(|| records::put(&kinesis, &lead)).await?;
    wait_for_delivery(client, &places).await;
    push(&kinesis).await?;
    let s3 = client.named("audit", servers.s3);
    outputs(&s3, &all).await?;
    listing(&s3).await?;
    versions::settled(&s3).await?;
    errands::settled(&kinesis).await?;
    channels::settled(&s3).await?;
    if servers.sqs > 0 {
        queues::settled(&client.named("audit", servers.sqs)).await?;
    }
    if servers.map_queues() {
        tasks::settled(&client.named("audit", servers.sqs)).await?;
    }
    if servers.tell_queues() {
        told::settled(&client.named("audit", servers.sqs)).await?;
    }
    if servers.have_tables() {
        tables::settled(&client.named("audit", servers.dynamodb)).await?;
    }
    if servers.have_metrics() {
        let client = client.named("audit", servers.cloudwatch);
        metrics::settled(&client).await?;
        alarms::settled(&client, servers).await?;
    }
    client.rest(5_000_000).await;
    lock(&client.witness.offers).check_kept(&client.time);
    Ok(())
}

async fn every_record(client: &Client) -> platform::Result<All> {
    let mut all = Vec::new();
    for shard in client.insist(|| shards(client)).await? {
        let mut cursor = Cursor::new(shard.clone());
        loop {
            match cursor.next(client).await {
                Ok(Some(page)) => all.extend(
                    page.into_iter().map(|(sequence, data)| ((shard.clone(), sequence), data)),
                ),
                Ok(None) => break,
                Err(Failure::Refused(error)) => return Err(error),
                Err(_) => client.rest(100_000).await,
            }
        }
    }
    Ok(all)
}

/// Switches all mappings on.
async fn enable(client: &Client) -> platform::Result<()> {
    let input = ListEventSourceMappingsRequest::default;
    let listed = client.insist(|| client.call::<ListEventSourceMappings>("", input())).await?;
    let found = listed.event_source_mappings.unwrap_or_default();
    for uuid in found.into_iter().filter_map(|mapping| mapping.uuid) {
        let input = || UpdateEventSourceMappingRequest {
            enabled: Some(true),
            uuid: uuid.clone(),
            ..Default::default()
        };
        // One that is on its way out is refused, and so is one that has gone meanwhile.
        let _ = client.insist(|| client.call::<UpdateEventSourceMapping>(&uuid, input())).await;
    }
    Ok(())
}

/// What each function has to have taken, given all records that there are.
fn owed(client: &Client, all: &[Place]) -> Vec<(String, Vec<Place>)> {
    let functions = lock(&client.witness.offers).owed();
    let records = lock(&client.witness.records);
    let places = |since: Option<u64>| since.map_or(all.to_vec(), |since| records.put_since(since));
    functions.into_iter().map(|(function, since)| (function, places(since))).collect()
}

async fn wait_for_delivery(client: &Client, all: &[Place]) {
    let owed = owed(client, all);
    let deadline_us = client.time.now_us() + SETTLED_WITHIN_S * 1_000_000;
    loop {
        let missing = {
            let offers = lock(&client.witness.offers);
            let missing = |(function, places): &(String, Vec<Place>)| {
                let place = places.iter().find(|place| !offers.is_delivered(function, place))?;
                Some((function.clone(), place.clone()))
            };
            owed.iter().find_map(missing)
        };
        let Some((function, (shard, sequence))) = missing else { return };
        if client.time.now_us() > deadline_us {
            let message = format!("{shard} {sequence} is not delivered to {function}");
            return client.time.violate("settles", message);
        }
        client.rest(500_000).await;
    }
}

/// In peace a record gets to its function at once, not when somebody looks for it.
async fn push(client: &Client) -> platform::Result<()> {
    for number in 0..3 {
        let record = (format!("push{number}"), format!("push-{number}"));
        let places = client.insist(|| records::put(client, std::slice::from_ref(&record))).await?;
        let deadline_us = client.time.now_us() + PUSHED_WITHIN_US;
        let is_delivered = |place| lock(&client.witness.offers).is_delivered(FUNCTION, place);
        while !places.iter().all(is_delivered) {
            if client.time.now_us() > deadline_us {
                let message = format!("{places:?} was put and is not delivered");
                client.time.violate("push", message);
                return Ok(());
            }
            client.rest(100_000).await;
        }
    }
    Ok(())
}

/// The function has put an object for every record that it took.
async fn outputs(client: &Client, all: &All) -> platform::Result<()> {
    for ((shard, sequence), data) in all.iter().step_by(7) {
        let key = output_key(FUNCTION, shard, sequence);
        let body = client.insist(|| objects::fetch(client, &key)).await?;
        if body.as_deref() != Some(data.as_bytes()) {
            client.time.violate("outputs", format!("{key} holds {body:?} instead of {data}"));
        }
    }
    Ok(())
}

/// An object that can be read is listed, and one that is listed can be read.
async fn listing(client: &Client) -> platform::Result<()> {
    let listed = keys(client, BUCKET, "object").await?;
    for key in objects::keys() {
        let content = client.insist(|| objects::get(client, &key)).await?;
        if content.is_some() != listed.contains(&key) {
            let message = format!("{key} holds {content:?} and is not listed so");
            client.time.violate("objects", message);
        }
    }
    Ok(())
}

pub(super) async fn keys(
    client: &Client,
    bucket: &str,
    prefix: &str,
) -> platform::Result<Vec<String>> {
    let (mut keys, mut token) = (Vec::new(), None);
    loop {
        let input = || ListObjectsV2Request {
            bucket: bucket.to_owned(),
            prefix: Some(prefix.to_owned()),
            continuation_token: token.clone(),
            ..Default::default()
        };
        let answer = client.insist(|| client.call::<ListObjectsV2>(prefix, input())).await?;
        keys.extend(answer.contents.into_iter().flatten().filter_map(|object| object.key));
        token = answer.next_continuation_token;
        if token.is_none() {
            return Ok(keys);
        }
    }
}

/// Looks at what topics have brought, where one process is left, so that it takes over what the
/// others had.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn remaining(client: &Client, servers: Servers) -> platform::Result<()> {
    match servers.sns {
        0 => Ok(()),
        _ => topics::settled(&client.named("audit", 1), servers).await,
    }
}

/// Removes all mappings, channels, objects, uploads and buckets.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn clear(client: &Client, servers: Servers) -> platform::Result<()> {
    no_mappings(&client.named("clear", servers.pipelines)).await?;
    channels::clear(&client.named("clear", servers.kinesis)).await?;
    if servers.have_tables() {
        tables::clear(&client.named("clear", servers.dynamodb)).await?;
    }
    if servers.sns > 0 {
        let client = client.named("clear", servers.sns);
        topics::clear(&client).await?;
        if servers.have_metrics() && servers.feed_queues() {
            alarms::clear(&client).await?;
        }
    }
    if servers.sqs > 0 {
        queues::clear(&client.named("clear", servers.sqs)).await?;
    }
    errands::clear(&client.named("clear", servers.kinesis)).await?;
    // Another process may learn late that a mapping is gone, and its function put an object.
    client.time.sleep(20_000_000, WORLD).await;
    let client = client.named("clear", servers.s3);
    versions::clear(&client).await?;
    let buckets = client.insist(|| client.call::<ListBuckets>("", ListBucketsRequest::default()));
    for bucket in buckets.await?.buckets.into_iter().flatten().filter_map(|bucket| bucket.name) {
        no_objects(&client, &bucket).await?;
        let input = || DeleteBucketRequest { bucket: bucket.clone(), ..Default::default() };
        let delete = || client.call::<DeleteBucket>(&bucket, input());
        match client.insist(delete).await {
            // An attempt that was not heard of has done it.
            Err(error) if error.code() != "NoSuchBucket" => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

async fn no_mappings(client: &Client) -> platform::Result<()> {
    for _ in 0..300 {
        let input = ListEventSourceMappingsRequest::default;
        let listed = client.insist(|| client.call::<ListEventSourceMappings>("", input()));
        let found = listed.await?.event_source_mappings.unwrap_or_default();
        if found.is_empty() {
            return Ok(());
        }
        for uuid in found.into_iter().filter_map(|mapping| mapping.uuid) {
            // One that is on its way out is refused.
            let input = DeleteEventSourceMappingRequest { uuid: uuid.clone() };
            let _ = client.call::<DeleteEventSourceMapping>(&uuid, input).await;
        }
        client.rest(500_000).await;
    }
    client.time.violate("settles", "mappings do not go".to_owned());
    Ok(())
}

async fn no_objects(client: &Client, bucket: &str) -> platform::Result<()> {
    for key in keys(client, bucket, "").await? {
        let input = || DeleteObjectRequest {
            bucket: bucket.to_owned(),
            key: key.clone(),
            ..Default::default()
        };
        client.insist(|| client.call::<DeleteObject>(&key, input())).await?;
    }
    let input = || ListMultipartUploadsRequest { bucket: bucket.to_owned(), ..Default::default() };
    let open = client.insist(|| client.call::<ListMultipartUploads>(bucket, input())).await?;
    for upload in open.uploads.unwrap_or_default() {
        let key = upload.key.unwrap_or_default();
        let input = || AbortMultipartUploadRequest {
            bucket: bucket.to_owned(),
            key: key.clone(),
            upload_id: upload.upload_id.clone().unwrap_or_default(),
            ..Default::default()
        };
        client.insist(|| client.call::<AbortMultipartUpload>(&key, input())).await?;
    }
    Ok(())
}

/// Waits until nothing is left in the engines of what was removed.
pub(crate) async fn nothing_left(client: &Client, store: &Store) {
    let deadline_us = client.time.now_us() + GONE_WITHIN_S * 1_000_000;
    let mut left = remains(store);
    while !left.is_empty() && client.time.now_us() < deadline_us {
        client.rest(1_000_000).await;
        left = remains(store);
    }
    if left.is_empty() {
        return;
    }
    let (count, some) = (left.len(), left[..left.len().min(3)].join(", "));
    client.time.violate("leftovers", format!("{count}, such as {some}"));
}

fn remains(store: &Store) -> Vec<String> {
    let blobs = at_once(store.blobs.list()).unwrap_or_default();
    let mut left: Vec<_> = blobs.into_iter().map(|blob| format!("blob {}", blob.0)).collect();
    for table in TABLES.map(Table) {
        let rows = at_once(store.tables.scan(table, Scan::prefix(b""))).unwrap_or_default();
        left.extend(rows.iter().map(|(key, _)| format!("{} {}", table.0, key.escape_ascii())));
    }
    left
}
