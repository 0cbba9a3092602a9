//! Clients of a stream that has a channel: they put records, split its shards, and look at the end what has
//! come into the bucket.

use super::{Answer, Client, Servers, admin, audit, objects};
use crate::time::lock;
use crate::witness::MUDDY;
use bytes::Bytes;
use platform::{Context, DEFAULT_ACCOUNT, DEFAULT_REGION};
use serde_json::Value;
use shapes::kinesis::ops::{
    CreateChannel, CreateStream, DeleteChannel, DescribeChannel, ListChannels, ListShards,
    PutRecords, SplitShard,
};
use shapes::kinesis::{
    ChannelStreamConfiguration, CreateChannelInput, CreateStreamInput, DeleteChannelInput,
    DescribeChannelInput, ListChannelsInput, ListShardsInput, PutRecordsInput,
    PutRecordsRequestEntry, RecordConfiguration, S3DestinationConfiguration,
    S3StorageConfiguration, SplitShardInput, StreamModeDetails,
};
use shapes::s3::{CreateBucketRequest, ops::CreateBucket};
use store::Batch;

const STREAM: &str = "springs";
const BUCKET: &str = "basin";
const CHANNEL: &str = "sluice";
const ERRORS: &str = "kinesis-channel/errors/";
const OBJECTS: &str = "kinesis-channel/sluice/";
/// Within how many seconds of the world's time all that was put is delivered.
const SETTLED_WITHIN_S: u64 = 240;

fn stream_arn() -> String {
    format!("arn:aws:kinesis:{DEFAULT_REGION}:{DEFAULT_ACCOUNT}:stream/{STREAM}")
}

/// Makes the stream, the bucket and the channel, and waits until it delivers.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn prepare(client: &Client, servers: Servers) -> platform::Result<()> {
    let (kinesis, s3) =
        (client.named("prepare", servers.kinesis), client.named("prepare", servers.s3));
    let mode = || StreamModeDetails { stream_mode: "ON_DEMAND".to_owned() };
    let input = || CreateStreamInput {
        stream_name: STREAM.to_owned(),
        stream_mode_details: Some(mode()),
        ..Default::default()
    };
    kinesis.insist(|| kinesis.call::<CreateStream>(STREAM, input())).await?;
    admin::until(&kinesis, STREAM, Some("ACTIVE")).await;
    let bucket = || CreateBucketRequest { bucket: BUCKET.to_owned(), ..Default::default() };
    s3.insist(|| s3.call::<CreateBucket>(BUCKET, bucket())).await?;
    let made = kinesis.insist(|| kinesis.call::<CreateChannel>(CHANNEL, channel())).await?;
    let mut description = made.channel_description;
    while description.channel_status == "CREATING" && client.time.violation().is_none() {
        client.rest(100_000).await;
        let input = || DescribeChannelInput { channel_arn: description.channel_arn.clone() };
        let found = kinesis.insist(|| kinesis.call::<DescribeChannel>(CHANNEL, input())).await?;
        description = found.channel_description;
    }
    if description.channel_status != "ACTIVE" {
        client.time.violate("channels", format!("{description:?} does not deliver"));
    }
    // Only shards of provisioned streams are split by clients.
    kinesis.insist(|| kinesis.ask("provision", Box::new(|cx| Box::pin(provision(cx))))).await
}

fn channel() -> CreateChannelInput {
    let source = ChannelStreamConfiguration {
        stream_arn: stream_arn(),
        record_configuration: RecordConfiguration {
            record_format_type: "JSON".to_owned(),
            gsr_schema_arn: None,
        },
    };
    let destination = S3DestinationConfiguration {
        data_freshness_in_seconds: None,
        dead_letter_queue_s3_configuration: None,
        storage_configuration: S3StorageConfiguration {
            bucket_arn: format!("arn:aws:s3:::{BUCKET}"),
            expected_bucket_owner: DEFAULT_ACCOUNT.to_owned(),
            compression_type: "NONE".to_owned(),
            ..Default::default()
        },
    };
    CreateChannelInput {
        channel_name: CHANNEL.to_owned(),
        service_execution_role_arn: format!("arn:aws:iam::{DEFAULT_ACCOUNT}:role/r"),
        stream_configuration_list: vec![source],
        s3_destination_configuration: Some(destination),
        ..Default::default()
    }
}

/// Changes the stream's mode in its row.
async fn provision(cx: Context) -> platform::Result<()> {
    let table = kinesis::STREAMS;
    let key = platform::scoped(&cx.account, &cx.region, &[STREAM]);
    let Some(row) = cx.tables().get(table, &key).await? else { return Ok(()) };
    let changed = String::from_utf8_lossy(&row).replace("ON_DEMAND", "PROVISIONED");
    let batch = Batch::new().equals(table, &key[..], row).put(table, &key[..], changed);
    Ok(cx.tables().commit(batch).await?)
}

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: Servers) {
    for number in 0..2 {
        client.work(pour(client.named(&format!("spring{number}"), servers.kinesis)));
    }
    client.work(split(client.named("splitter", servers.kinesis)));
}

/// Keeps putting records, some of which are no JSON, each with data of its own.
async fn pour(client: Client) {
    while client.is_due() {
        let all: Vec<_> = (0..1 + client.index(6)).map(|_| drop_of(&client)).collect();
        all.iter().for_each(|data| lock(&client.witness.channels).begin(data));
        let entry = |data: &String| PutRecordsRequestEntry {
            data: Bytes::from(data.clone()),
            explicit_hash_key: None,
            partition_key: Some(data.clone()),
        };
        let input = PutRecordsInput {
            stream_name: Some(STREAM.to_owned()),
            records: all.iter().map(entry).collect(),
            ..Default::default()
        };
        if let Ok(answer) = client.call::<PutRecords>(&all[0], input).await {
            let mut witness = lock(&client.witness.channels);
            for (data, put) in all.iter().zip(&answer.records) {
                put.sequence_number.iter().for_each(|number| witness.acknowledged(data, number));
            }
        }
        client.rest(300_000).await;
    }
}

fn drop_of(client: &Client) -> String {
    let number = client.time.number();
    match client.one_in(10) {
        true => format!("{MUDDY}{number}"),
        false => format!("{{\"drop\":{number}}}"),
    }
}

/// Splits a shard now and then.
async fn split(client: Client) {
    while client.is_due() {
        client.rest(8_000_000).await;
        let Ok(Some(input)) = widest(&client).await else { continue };
        let _ = client.call::<SplitShard>(STREAM, input).await;
    }
}

/// A request to split one of the open shards in the middle.
async fn widest(client: &Client) -> Answer<Option<SplitShardInput>> {
    let input = ListShardsInput { stream_name: Some(STREAM.to_owned()), ..Default::default() };
    let shards = client.call::<ListShards>(STREAM, input).await?.shards.unwrap_or_default();
    let mut open = shards
        .into_iter()
        .filter(|shard| shard.sequence_number_range.ending_sequence_number.is_none());
    let Some(shard) = open.nth(client.index(4)) else { return Ok(None) };
    let range = &shard.hash_key_range;
    let [start, end]: [u128; 2] = [&range.starting_hash_key, &range.ending_hash_key]
        .map(|key| key.parse().unwrap_or_default());
    Ok(Some(SplitShardInput {
        stream_name: Some(STREAM.to_owned()),
        shard_to_split: shard.shard_id.clone(),
        new_starting_hash_key: (start + (end - start) / 2).to_string(),
        ..Default::default()
    }))
}

/// Waits until all that was put is in the bucket, and looks that nothing else is.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client) -> platform::Result<()> {
    let deadline_us = client.time.now_us() + SETTLED_WITHIN_S * 1_000_000;
    loop {
        let lines = all(client, OBJECTS).await?;
        let letters = all(client, ERRORS).await?;
        let numbers: Vec<_> = letters.iter().map(|letter| number_of(letter)).collect();
        let missing = {
            let witness = lock(&client.witness.channels);
            witness.check(&client.time, &lines, &numbers);
            witness.missing(&lines, &numbers).map(str::to_owned)
        };
        let Some(missing) = missing else { break };
        if client.time.now_us() > deadline_us {
            client.time.violate("channels", format!("{missing} is not delivered"));
            break;
        }
        client.rest(500_000).await;
    }
    let count = lock(&client.witness.channels).count();
    client.time.note(format_args!("audit finds {count} records of a channel"));
    Ok(())
}

fn number_of(letter: &str) -> String {
    let letter: Value = serde_json::from_str(letter).unwrap_or_default();
    letter["sequenceNumber"].as_str().unwrap_or_default().to_owned()
}

/// The lines of all objects whose names begin so.
async fn all(client: &Client, prefix: &str) -> platform::Result<Vec<String>> {
    let mut lines = Vec::new();
    for key in audit::keys(client, BUCKET, prefix).await? {
        let body = client.insist(|| objects::fetch_from(client, BUCKET, &key)).await?;
        let body = body.unwrap_or_default();
        lines.extend(String::from_utf8_lossy(&body).lines().map(str::to_owned));
    }
    Ok(lines)
}

/// Removes the channel.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn clear(client: &Client) -> platform::Result<()> {
    let input = ListChannelsInput::default;
    let listed = client.insist(|| client.call::<ListChannels>("", input())).await?;
    for channel in listed.channel_summaries {
        let input = || DeleteChannelInput { channel_arn: channel.channel_arn.clone() };
        let deleted = client.insist(|| client.call::<DeleteChannel>(CHANNEL, input())).await;
        match deleted {
            // An attempt that was not heard of has done it.
            Err(error) if error.code() != "ResourceNotFoundException" => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
