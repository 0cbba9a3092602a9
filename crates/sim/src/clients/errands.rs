//! Clients that work a queue over a stream: records are put, received, acknowledged or not, put off, die
//! and are restored, while the stream's shards change.

use super::queues::{body, expect};
use super::{Answer, Client, Failure};
use crate::time::lock;
use crate::witness::Got;
use platform::{DEFAULT_ACCOUNT, DEFAULT_REGION};
use shapes::kinesis::ops::{
    AcknowledgeDeadLetterQueueRecords, AcknowledgeQueueRecords, CreateQueue, CreateStream,
    DeleteQueue, DescribeQueue, DescribeStreamSummary, ListQueues, PutRecord,
    ReceiveDeadLetterQueueRecords, ReceiveQueueRecords, RestoreDeadLetterQueueRecords,
    UpdateQueueRecordsVisibility,
};
use shapes::kinesis::{
    AcknowledgeDeadLetterQueueRecordsInput, AcknowledgeDeadLetterQueueRecordsRequestEntry,
    AcknowledgeQueueRecordsInput, AcknowledgeQueueRecordsRequestEntry, CreateQueueInput,
    CreateStreamInput, DeadLetterConfiguration, DeleteQueueInput, DescribeQueueInput,
    DescribeStreamSummaryInput, ListQueuesInput, PutRecordInput, QueueAttributes, QueueRecord,
    QueueStreamConfiguration, ReceiveDeadLetterQueueRecordsInput, ReceiveQueueRecordsInput,
    RestoreDeadLetterQueueRecordsInput, RestoreDeadLetterQueueRecordsRequestEntry,
    StreamModeDetails, UpdateQueueRecordsVisibilityInput, UpdateQueueRecordsVisibilityRequestEntry,
};

/// The stream and the queue.
const ERRANDS: &str = "errands";
/// How long a record that was received is out of sight, in seconds.
const VISIBILITY_S: i32 = 4;
const MOST_SHARDS: usize = 7;

/// On which of the two ways a record is received.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Normal,
    Dead,
}

/// Makes the stream and the queue, and gives the queue's ARN.
///
/// # Errors
/// A refusal of what must not be refused.
async fn prepare(client: &Client) -> platform::Result<String> {
    let stream = || CreateStreamInput {
        stream_name: ERRANDS.to_owned(),
        stream_mode_details: Some(StreamModeDetails { stream_mode: "ON_DEMAND".to_owned() }),
        ..Default::default()
    };
    client.insist(|| client.call::<CreateStream>(ERRANDS, stream())).await?;
    let input = || DescribeStreamSummaryInput {
        stream_name: Some(ERRANDS.to_owned()),
        ..Default::default()
    };
    let describe = || client.call::<DescribeStreamSummary>(ERRANDS, input());
    while client.insist(describe).await?.stream_description_summary.stream_status != "ACTIVE" {
        client.rest(100_000).await;
    }
    let dead_letters =
        DeadLetterConfiguration { target_type: "BUILT_IN".to_owned(), max_receive_count: Some(3) };
    let input = || CreateQueueInput {
        queue_name: ERRANDS.to_owned(),
        stream_configuration_list: vec![QueueStreamConfiguration {
            stream_arn: format!(
                "arn:aws:kinesis:{DEFAULT_REGION}:{DEFAULT_ACCOUNT}:stream/{ERRANDS}"
            ),
            starting_position: None,
        }],
        queue_attributes: Some(QueueAttributes {
            visibility_timeout_seconds: Some(VISIBILITY_S),
            dead_letter_configuration: Some(dead_letters.clone()),
        }),
        tags: None,
    };
    let made = client.insist(|| client.call::<CreateQueue>(ERRANDS, input())).await?;
    let arn = made.queue_description.queue_arn;
    let input = || DescribeQueueInput { queue_arn: arn.clone() };
    let describe = || client.call::<DescribeQueue>(ERRANDS, input());
    while client.insist(describe).await?.queue_description.queue_status != "ACTIVE" {
        client.rest(100_000).await;
    }
    Ok(arn)
}

/// Makes what is needed, and lets clients begin.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn begin(client: &Client, servers: usize) -> platform::Result<()> {
    let arn = prepare(&client.named("prepare", servers)).await?;
    for number in 0..2 {
        client.work(put(client.named(&format!("client{number}"), servers)));
        let runner = client.named(&format!("runner{number}"), servers);
        client.work(receive(runner, arn.clone(), Way::Normal));
    }
    client.work(receive(client.named("mourner", servers), arn, Way::Dead));
    client.work(scale(client.named("scaler", servers)));
    Ok(())
}

/// Keeps putting records, each once: what has no answer may be there or not.
async fn put(client: Client) {
    while client.is_due() {
        let body = body(&client);
        lock(&client.witness.errands).begin(&body, None);
        let input = PutRecordInput {
            stream_name: Some(ERRANDS.to_owned()),
            partition_key: Some(body.clone()),
            data: body.clone().into(),
            ..Default::default()
        };
        if expect(&client, client.call::<PutRecord>(&body, input).await).is_some() {
            lock(&client.witness.errands).sent(&body);
        }
        client.rest(120_000).await;
    }
}

/// Keeps changing the shards, as a service does that needs more of them, or fewer.
async fn scale(client: Client) {
    while client.is_due() {
        client.rest(4_000_000).await;
        let (server, at) = (client.index(client.servers), client.index(MOST_SHARDS));
        let Some(door) = lock(&client.doors)[server].clone() else { continue };
        let Some(kinesis) = door.kinesis else { continue };
        let root = platform::Principal::root(DEFAULT_ACCOUNT);
        let cx = door.platform.context(root, DEFAULT_ACCOUNT, DEFAULT_REGION);
        client.time.note(format_args!("scaler changes shard {at} at p{server}"));
        // What fails is taken up by a later change, or by whoever meets a sealed shard.
        door.handle
            .spawn(async move { kinesis.scale(&cx, ERRANDS, at, MOST_SHARDS).await.is_ok() });
    }
}

fn text(record: &QueueRecord) -> String {
    String::from_utf8_lossy(&record.data).into_owned()
}

/// Receives and writes down what came.
async fn take(client: &Client, arn: &str, way: Way, most: i32) -> Answer<Vec<QueueRecord>> {
    let begun_us = client.time.now_us();
    let (queue_arn, limit, wait) = (arn.to_owned(), Some(most), Some(1));
    let records = match way {
        Way::Normal => {
            let input = ReceiveQueueRecordsInput {
                queue_arn,
                limit,
                wait_time_seconds: wait,
                visibility_timeout_seconds: None,
            };
            client.call::<ReceiveQueueRecords>(ERRANDS, input).await?.queue_records
        }
        Way::Dead => {
            let input = ReceiveDeadLetterQueueRecordsInput {
                queue_arn,
                limit,
                wait_time_seconds: wait,
                visibility_timeout_seconds: None,
            };
            client.call::<ReceiveDeadLetterQueueRecords>(ERRANDS, input).await?.queue_records
        }
    };
    let got =
        |record: &QueueRecord| Got { body: text(record), message_id: record.record_id.clone() };
    let got: Vec<_> = records.iter().map(got).collect();
    let bodies: Vec<_> = got.iter().map(|got| got.body.as_str()).collect();
    client.time.note(format_args!("{} gets {}", client.name, bodies.join(" ")));
    let visibility_us = u64::from(VISIBILITY_S.unsigned_abs()) * 1_000_000;
    lock(&client.witness.errands).received(&client.time, begun_us, visibility_us, &got);
    Ok(records)
}

/// Keeps receiving; what comes is acknowledged, put off or restored, or let be.
async fn receive(client: Client, arn: String, way: Way) {
    while client.is_due() {
        let most = 1 + client.index(5) as i32;
        let got = take(&client, &arn, way, most).await;
        for record in expect(&client, got).unwrap_or_default() {
            match (client.index(6), way) {
                (0, _) => {}
                (1, Way::Normal) => put_off(&client, &arn, &record).await,
                (1..4, Way::Dead) => restore(&client, &arn, &record).await,
                _ => acknowledge(&client, &arn, way, &record).await,
            }
        }
        client.rest(200_000).await;
    }
}

async fn put_off(client: &Client, arn: &str, record: &QueueRecord) {
    let (body, seconds) = (text(record), client.index(6) as i32);
    let entry = UpdateQueueRecordsVisibilityRequestEntry {
        receipt_handle: record.receipt_handle.clone(),
        visibility_timeout_seconds: seconds,
    };
    let input =
        UpdateQueueRecordsVisibilityInput { queue_arn: arn.to_owned(), entries: vec![entry] };
    let us = u64::from(seconds.unsigned_abs()) * 1_000_000;
    let change = lock(&client.witness.errands).changing(&client.time, &body, us);
    let answer = client.call::<UpdateQueueRecordsVisibility>(&body, input).await;
    if !matches!(answer, Err(Failure::Unknown)) {
        let happened = answer.is_ok_and(|answer| !answer.successful.is_empty());
        lock(&client.witness.errands).changed(&body, change, happened);
    }
}

/// Lets a dead letter be received again, at once.
async fn restore(client: &Client, arn: &str, record: &QueueRecord) {
    let body = text(record);
    let receipt_handle = record.receipt_handle.clone();
    let entries = vec![RestoreDeadLetterQueueRecordsRequestEntry { receipt_handle }];
    let input = RestoreDeadLetterQueueRecordsInput { queue_arn: arn.to_owned(), entries };
    let change = lock(&client.witness.errands).changing(&client.time, &body, 0);
    let answer = client.call::<RestoreDeadLetterQueueRecords>(&body, input).await;
    if !matches!(answer, Err(Failure::Unknown)) {
        let happened = answer.is_ok_and(|answer| !answer.successful.is_empty());
        lock(&client.witness.errands).changed(&body, change, happened);
    }
}

async fn acknowledge(client: &Client, arn: &str, way: Way, record: &QueueRecord) {
    let body = text(record);
    lock(&client.witness.errands).deleting(&body);
    let (queue_arn, receipt_handle) = (arn.to_owned(), record.receipt_handle.clone());
    let is_done = match way {
        Way::Normal => {
            let entries = vec![AcknowledgeQueueRecordsRequestEntry { receipt_handle }];
            let input = AcknowledgeQueueRecordsInput { queue_arn, entries };
            let answer = client.call::<AcknowledgeQueueRecords>(&body, input).await;
            answer.is_ok_and(|answer| !answer.successful.is_empty())
        }
        Way::Dead => {
            let entries = vec![AcknowledgeDeadLetterQueueRecordsRequestEntry { receipt_handle }];
            let input = AcknowledgeDeadLetterQueueRecordsInput { queue_arn, entries };
            let answer = client.call::<AcknowledgeDeadLetterQueueRecords>(&body, input).await;
            answer.is_ok_and(|answer| !answer.successful.is_empty())
        }
    };
    if is_done {
        lock(&client.witness.errands).deleted(&body, client.time.now_us());
    }
}

/// The ARNs of all queues.
async fn queues(client: &Client) -> platform::Result<Vec<String>> {
    let list = || client.call::<ListQueues>(ERRANDS, ListQueuesInput::default());
    let listed = client.insist(list).await?.queue_summaries;
    Ok(listed.into_iter().map(|queue| queue.queue_arn).collect())
}

/// Takes all that is left in peace, and looks whether it is all.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client) -> platform::Result<()> {
    let Some(arn) = queues(client).await?.pop() else {
        client.time.violate("errands", "the queue is not there".to_owned());
        return Ok(());
    };
    // What is out of sight comes back after its timeout, which may have been put off.
    let mut last_us = client.time.now_us();
    while client.time.now_us() < last_us + 10_000_000 && client.time.violation().is_none() {
        for way in [Way::Normal, Way::Dead] {
            let got = client.insist(|| take(client, &arn, way, 10)).await?;
            if !got.is_empty() {
                last_us = client.time.now_us();
            }
            for record in &got {
                acknowledge(client, &arn, way, record).await;
            }
        }
    }
    lock(&client.witness.errands).check_all(&client.time);
    Ok(())
}

/// Deletes the queue, and waits until it has gone.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn clear(client: &Client) -> platform::Result<()> {
    for _ in 0..300 {
        let left = queues(client).await?;
        if left.is_empty() {
            return Ok(());
        }
        for arn in left {
            let input = || DeleteQueueInput { queue_arn: arn.clone() };
            // One that has gone meanwhile is refused.
            let _ = client.insist(|| client.call::<DeleteQueue>(ERRANDS, input())).await;
        }
        client.rest(500_000).await;
    }
    client.time.violate("settles", "queues of streams do not go".to_owned());
    Ok(())
}
