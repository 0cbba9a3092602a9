//! Clients that make, change and remove streams and mappings.

use super::{Answer, Client, FUNCTION, Failure, STREAM, Servers};
use crate::function::BUCKET;
use crate::time::lock;
use bytes::Bytes;
use platform::{DEFAULT_ACCOUNT, DEFAULT_REGION};
use shapes::kinesis::ops::{
    CreateStream, DeleteStream, DeregisterStreamConsumer, DescribeStreamSummary, GetRecords,
    GetShardIterator, PutRecord, RegisterStreamConsumer,
};
use shapes::kinesis::{
    CreateStreamInput, DeleteStreamInput, DeregisterStreamConsumerInput,
    DescribeStreamSummaryInput, GetRecordsInput, GetShardIteratorInput, PutRecordInput,
    RegisterStreamConsumerInput,
};
use shapes::lambda::ops::{
    CreateEventSourceMapping, DeleteEventSourceMapping, UpdateEventSourceMapping,
};
use shapes::lambda::{
    CreateEventSourceMappingRequest, DeleteEventSourceMappingRequest,
    UpdateEventSourceMappingRequest,
};
use shapes::s3::{CreateBucketRequest, ops::CreateBucket};

/// Makes the stream, the bucket and the mapping that are there throughout.
pub(crate) async fn prepare(client: &Client, servers: Servers) -> platform::Result<()> {
    let kinesis = client.named("prepare", servers.kinesis);
    let shards = 1 + kinesis.index(3) as i32;
    kinesis.insist(|| create(&kinesis, STREAM, shards)).await?;
    until(&kinesis, STREAM, Some("ACTIVE")).await;
    let s3 = client.named("prepare", servers.s3);
    let bucket = || CreateBucketRequest { bucket: BUCKET.to_owned(), ..Default::default() };
    s3.insist(|| s3.call::<CreateBucket>(BUCKET, bucket())).await?;
    let pipelines = client.named("prepare", servers.pipelines);
    let stream = stream_arn();
    pipelines.insist(|| map(&pipelines, &stream, FUNCTION, "TRIM_HORIZON")).await?;
    lock(&client.witness.offers).owe(&client.time, FUNCTION, true);
    Ok(())
}

async fn create(client: &Client, name: &str, shards: i32) -> Answer<()> {
    let input = CreateStreamInput {
        stream_name: name.to_owned(),
        shard_count: Some(shards),
        ..Default::default()
    };
    client.call::<CreateStream>(name, input).await.map(drop)
}

/// Waits until a stream has this status, or with `None` until it is gone.
pub(super) async fn until(client: &Client, name: &str, status: Option<&str>) {
    let mut found = Some(String::new());
    for _ in 0..600 {
        let input =
            DescribeStreamSummaryInput { stream_name: Some(name.to_owned()), ..Default::default() };
        match client.call::<DescribeStreamSummary>(name, input).await {
            Ok(answer) => found = Some(answer.stream_description_summary.stream_status),
            Err(Failure::Refused(_)) => found = None,
            Err(_) => {}
        }
        if found.as_deref() == status || client.time.violation().is_some() {
            return;
        }
        client.rest(200_000).await;
    }
    let message = format!("{name} is {found:?} and never becomes {status:?}");
    client.time.violate("streams", message);
}

/// Keeps making streams and removing them.
pub(crate) async fn streams(client: Client) {
    let mut generation = 0;
    while client.is_due() {
        let name = format!("passing{}-{generation}", client.index(2));
        let mut is_known = true;
        match create(&client, &name, 1 + client.index(3) as i32).await {
            Ok(()) => {
                until(&client, &name, Some("ACTIVE")).await;
                is_known = stream(&client, &name).await;
            }
            // It may have been made.
            Err(Failure::Unknown) => is_known = stream(&client, &name).await,
            Err(Failure::Refused(error)) if error.code() == "ResourceInUseException" => {
                is_known = remove(&client, &name).await;
            }
            Err(_) => {}
        }
        if !is_known {
            // Whoever is asked to remove it may still do so.
            generation += 1;
        }
        client.rest(800_000).await;
    }
}

/// Uses a stream and removes it; whether it is known what became of that.
async fn stream(client: &Client, name: &str) -> bool {
    let data = Bytes::from(client.time.number().to_string());
    let input = PutRecordInput {
        stream_name: Some(name.to_owned()),
        partition_key: Some("k".to_owned()),
        data: data.clone(),
        ..Default::default()
    };
    if let Ok(put) = client.call::<PutRecord>(name, input).await {
        let read = client.insist(|| first(client, name, &put.shard_id)).await;
        if !read.as_ref().is_ok_and(|found| found.contains(&data)) {
            client.time.violate("lost", format!("{name} has {read:?} instead of {data:?}"));
        }
    }
    client.rest(1_000_000).await;
    remove(client, name).await
}

async fn first(client: &Client, name: &str, shard: &str) -> Answer<Vec<Bytes>> {
    let input = GetShardIteratorInput {
        stream_name: Some(name.to_owned()),
        shard_id: shard.to_owned(),
        shard_iterator_type: "TRIM_HORIZON".to_owned(),
        ..Default::default()
    };
    let iterator = client.call::<GetShardIterator>(name, input).await?.shard_iterator;
    let shard_iterator = iterator.ok_or(Failure::Unknown)?;
    let input = GetRecordsInput { shard_iterator, ..Default::default() };
    let answer = client.call::<GetRecords>(name, input).await?;
    Ok(answer.records.into_iter().map(|record| record.data).collect())
}

async fn remove(client: &Client, name: &str) -> bool {
    let input = || DeleteStreamInput { stream_name: Some(name.to_owned()), ..Default::default() };
    match client.call::<DeleteStream>(name, input()).await {
        Ok(_) => {
            until(client, name, None).await;
            true
        }
        Err(Failure::Unknown) => false,
        Err(_) => true,
    }
}

/// The stream that is there throughout.
fn stream_arn() -> String {
    format!("arn:aws:kinesis:{DEFAULT_REGION}:{DEFAULT_ACCOUNT}:stream/{STREAM}")
}

/// Makes a consumer of the stream; its ARN.
async fn register(client: &Client, name: &str) -> Answer<String> {
    let input = RegisterStreamConsumerInput {
        stream_arn: stream_arn(),
        consumer_name: name.to_owned(),
        ..Default::default()
    };
    let made = client.call::<RegisterStreamConsumer>(name, input).await?;
    Ok(made.consumer.consumer_arn)
}

/// Makes a mapping of the stream, or of a consumer of it.
async fn map(client: &Client, source: &str, function: &str, from: &str) -> Answer<String> {
    let (lanes, tumbling) = lanes(client);
    let input = CreateEventSourceMappingRequest {
        event_source_arn: Some(source.to_owned()),
        function_name: function.to_owned(),
        batch_size: Some(1 + client.index(20) as i32),
        parallelization_factor: Some(lanes),
        tumbling_window_in_seconds: Some(tumbling),
        bisect_batch_on_function_error: Some(client.one_in(2)),
        starting_position: Some(from.to_owned()),
        function_response_types: Some(vec!["ReportBatchItemFailures".to_owned()]),
        ..Default::default()
    };
    let made = client.call::<CreateEventSourceMapping>(function, input).await;
    match made {
        Ok(mapping) => mapping.uuid.ok_or(Failure::Unknown),
        // An earlier attempt has made it, and was not heard of.
        Err(Failure::Refused(error)) if error.code() == "ResourceConflictException" => {
            Ok(error.message)
        }
        Err(failure) => Err(failure),
    }
}

/// How many lanes a mapping has, and how long its tumbling windows are, in seconds; those want one
/// lane, and 0 is none.
fn lanes(client: &Client) -> (i32, i32) {
    let lanes = 1 + client.index(3) as i32;
    let tumbling = if lanes == 1 && client.one_in(2) { 1 + client.index(4) as i32 } else { 0 };
    (lanes, tumbling)
}

/// Keeps changing the mapping that is there throughout, and makes others that come and go.
pub(crate) async fn mappings(client: Client) {
    let (mut others, mut number) = (Vec::new(), 0);
    while client.is_due() {
        client.rest(2_000_000).await;
        let what = client.index(4);
        if what == 0 && others.len() < 2 {
            number += 1;
            let from = if client.one_in(2) { "TRIM_HORIZON" } else { "LATEST" };
            let function = format!("g{number}");
            let source = match client.one_in(2) {
                true => register(&client, &function).await.unwrap_or_else(|_| stream_arn()),
                false => stream_arn(),
            };
            if let Ok(uuid) = map(&client, &source, &function, from).await {
                let all = from == "TRIM_HORIZON";
                lock(&client.witness.offers).owe(&client.time, &function, all);
                others.push((function, uuid, source));
            }
        } else if what == 1 && !others.is_empty() {
            let (function, uuid, source) = others.swap_remove(client.index(others.len()));
            lock(&client.witness.offers).owe_nothing(&function);
            let input = DeleteEventSourceMappingRequest { uuid: uuid.clone() };
            let _ = client.call::<DeleteEventSourceMapping>(&uuid, input).await;
            if source != stream_arn() {
                let input = DeregisterStreamConsumerInput {
                    consumer_arn: Some(source),
                    ..Default::default()
                };
                let _ = client.call::<DeregisterStreamConsumer>(&function, input).await;
            }
        } else {
            let uuid = others.get(client.index(3)).map(|(_, uuid, _)| uuid.clone());
            let _ = change(&client, uuid).await;
        }
    }
}

async fn change(client: &Client, uuid: Option<String>) -> Answer<()> {
    let uuid = match uuid {
        Some(uuid) => uuid,
        None => super::audit::mapping(client).await?,
    };
    let (lanes, tumbling) = lanes(client);
    let input = UpdateEventSourceMappingRequest {
        uuid: uuid.clone(),
        enabled: Some(!client.one_in(4)),
        batch_size: Some(1 + client.index(20) as i32),
        parallelization_factor: Some(lanes),
        tumbling_window_in_seconds: Some(tumbling),
        bisect_batch_on_function_error: Some(client.one_in(2)),
        ..Default::default()
    };
    client.call::<UpdateEventSourceMapping>(&uuid, input).await.map(drop)
}
