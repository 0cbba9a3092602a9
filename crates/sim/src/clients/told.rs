//! Clients of a bucket that tells a queue of what is done to its objects.

use super::queues::{arn, create, expect, url};
use super::{Client, Servers};
use crate::time::lock;
use crate::witness::{Done, LOUD, QUIET};
use bytes::Bytes;
use serde_json::Value;
use shapes::s3::ops::{CreateBucket, DeleteObject, PutBucketNotificationConfiguration, PutObject};
use shapes::s3::{
    CreateBucketRequest, DeleteObjectRequest, FilterRule, NotificationConfiguration,
    NotificationConfigurationFilter, PutBucketNotificationConfigurationRequest, PutObjectRequest,
    QueueConfiguration, S3KeyFilter,
};
use shapes::sqs::ops::{DeleteMessage, ReceiveMessage};
use shapes::sqs::{DeleteMessageRequest, ReceiveMessageRequest};

const BUCKET: &str = "telling";
const QUEUE: &str = "told";
/// How long a message that was received is out of sight, in seconds.
const VISIBILITY_S: i32 = 4;
/// Within how many seconds of the world's time all that was done has been told.
const SETTLED_WITHIN_S: u64 = 240;

/// Makes the bucket and the queue, and lets the one tell the other.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn prepare(client: &Client, servers: Servers) -> platform::Result<()> {
    create(&client.named("prepare", servers.sqs), QUEUE, VISIBILITY_S, &[]).await?;
    let client = client.named("prepare", servers.s3);
    let input = || CreateBucketRequest { bucket: BUCKET.to_owned(), ..Default::default() };
    let made = client.insist(|| client.call::<CreateBucket>(BUCKET, input())).await;
    // An attempt that was not heard of has made it.
    if let Err(error) = made.map(drop)
        && error.code() != "BucketAlreadyOwnedByYou"
    {
        return Err(error);
    }
    let loud = FilterRule { name: Some("prefix".to_owned()), value: Some(LOUD.to_owned()) };
    let key = Some(S3KeyFilter { filter_rules: Some(vec![loud]) });
    let rule = QueueConfiguration {
        id: None,
        queue_arn: arn(QUEUE),
        events: vec!["s3:ObjectCreated:*".to_owned(), "s3:ObjectRemoved:*".to_owned()],
        filter: Some(NotificationConfigurationFilter { key }),
    };
    let input = || PutBucketNotificationConfigurationRequest {
        bucket: BUCKET.to_owned(),
        notification_configuration: NotificationConfiguration {
            queue_configurations: Some(vec![rule.clone()]),
            ..Default::default()
        },
        ..Default::default()
    };
    let set = || client.call::<PutBucketNotificationConfiguration>(BUCKET, input());
    client.insist(set).await.map(drop)
}

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: Servers) {
    for number in 0..2 {
        client.work(write(client.named(&format!("teller{number}"), servers.s3)));
    }
}

/// Keeps putting objects, and removing some of them.
async fn write(client: Client) {
    while client.is_due() {
        let place = if client.one_in(4) { QUIET } else { LOUD };
        let key = format!("{place}{}-{}", client.name, client.time.number());
        put(&client, &key).await;
        if client.one_in(2) {
            remove(&client, &key).await;
        }
        client.rest(600_000).await;
    }
}

async fn put(client: &Client, key: &str) {
    lock(&client.witness.told).begin(key, Done::Put);
    let length = if client.one_in(4) { 20_000 } else { 20 };
    let input = PutObjectRequest {
        bucket: BUCKET.to_owned(),
        key: key.to_owned(),
        body: Bytes::from(vec![b'x'; length]).into(),
        ..Default::default()
    };
    let put = client.call::<PutObject>(key, input).await;
    if expect(client, put).is_some() {
        lock(&client.witness.told).done(key, Done::Put);
    }
}

/// Removes an object that may not be there. Who removes nothing tells nothing, and is acknowledged as
/// well; so only what was surely there is owed.
async fn remove(client: &Client, key: &str) {
    let is_there = lock(&client.witness.told).is_done(key, Done::Put);
    lock(&client.witness.told).begin(key, Done::Removed);
    let input = DeleteObjectRequest {
        bucket: BUCKET.to_owned(),
        key: key.to_owned(),
        ..Default::default()
    };
    let removed = client.call::<DeleteObject>(key, input).await;
    if expect(client, removed).is_some() && is_there {
        lock(&client.witness.told).done(key, Done::Removed);
    }
}

/// In peace the queue has been told of all that was done.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client) -> platform::Result<()> {
    let deadline_us = client.time.now_us() + SETTLED_WITHIN_S * 1_000_000;
    while client.time.violation().is_none() {
        while take(client).await? {}
        let Some(left) = lock(&client.witness.told).left() else { return Ok(()) };
        if client.time.now_us() > deadline_us {
            client.time.violate("notices", format!("{left} is not told"));
        }
        client.rest(500_000).await;
    }
    Ok(())
}

/// Takes some messages; whether there were any.
async fn take(client: &Client) -> platform::Result<bool> {
    let input = || ReceiveMessageRequest {
        queue_url: url(QUEUE),
        max_number_of_messages: Some(10),
        ..Default::default()
    };
    let receive = || client.call::<ReceiveMessage>(QUEUE, input());
    let messages = client.insist(receive).await?.messages.unwrap_or_default();
    for message in &messages {
        read(client, message.body.as_deref().unwrap_or_default());
        let receipt_handle = message.receipt_handle.clone().unwrap_or_default();
        let input = DeleteMessageRequest { queue_url: url(QUEUE), receipt_handle };
        // What is not deleted comes again.
        let _ = client.call::<DeleteMessage>(QUEUE, input).await;
    }
    Ok(!messages.is_empty())
}

fn read(client: &Client, body: &str) {
    let document: Value = serde_json::from_str(body).unwrap_or_default();
    if document["Event"] == "s3:TestEvent" {
        return;
    }
    let record = &document["Records"][0];
    let (event, key) = (record["eventName"].as_str(), record["s3"]["object"]["key"].as_str());
    let (Some(event), Some(key)) = (event, key) else {
        return client.time.violate("events", format!("{body} is no event"));
    };
    // A slash is written as it is; the keys have nothing else to be escaped.
    lock(&client.witness.told).told(&client.time, key, event);
}
