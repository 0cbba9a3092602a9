//! Clients of queues that have a mapping: they send, and change the mapping.

use super::queues::{arn, body, create, expect, url};
use super::{Answer, Client, Failure, Servers};
use crate::time::lock;
use crate::witness::{MAPPED, Mapped};
use shapes::lambda::ops::{
    CreateEventSourceMapping, ListEventSourceMappings, UpdateEventSourceMapping,
};
use shapes::lambda::{
    CreateEventSourceMappingRequest, ListEventSourceMappingsRequest, ScalingConfig,
    UpdateEventSourceMappingRequest,
};
use shapes::sqs::ops::{DeleteMessage, ReceiveMessage, SendMessage, SendMessageBatch};
use shapes::sqs::{
    DeleteMessageRequest, ReceiveMessageRequest, SendMessageBatchRequest,
    SendMessageBatchRequestEntry, SendMessageRequest,
};

/// How long a message that was received is out of sight, in seconds.
const VISIBILITY_S: i32 = 3;
/// How many times one is received before it goes to the dead.
const RECEIVES: u32 = 3;
const GROUPS: [&str; 2] = ["north", "south"];
/// How messages end that the function never takes.
pub(crate) const POISON: &str = "-poison";
/// Within how many seconds of the world's time all that was sent is taken, or given up.
const SETTLED_WITHIN_S: u64 = 240;

/// Makes the queues and their mappings.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn prepare(client: &Client, servers: Servers) -> platform::Result<()> {
    let sqs = client.named("prepare", servers.sqs);
    let pipelines = client.named("prepare", servers.pipelines);
    for mapped in &MAPPED {
        let target = arn(mapped.dead);
        let redrive =
            format!(r#"{{"deadLetterTargetArn":"{target}","maxReceiveCount":{RECEIVES}}}"#);
        create(&sqs, mapped.dead, VISIBILITY_S, &[]).await?;
        create(&sqs, mapped.queue, VISIBILITY_S, &[("RedrivePolicy", redrive)]).await?;
        pipelines.insist(|| map(&pipelines, mapped)).await?;
    }
    Ok(())
}

async fn map(client: &Client, mapped: &Mapped) -> Answer<()> {
    let input = CreateEventSourceMappingRequest {
        event_source_arn: Some(arn(mapped.queue)),
        function_name: mapped.function.to_owned(),
        batch_size: Some(1 + client.index(mapped.most) as i32),
        function_response_types: Some(vec!["ReportBatchItemFailures".to_owned()]),
        ..Default::default()
    };
    match client.call::<CreateEventSourceMapping>(mapped.function, input).await {
        // An earlier attempt has made it, and was not heard of.
        Err(Failure::Refused(error)) if error.code() == "ResourceConflictException" => Ok(()),
        made => made.map(drop),
    }
}

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: Servers) {
    client.work(send(client.named("tasks", servers.sqs)));
    for group in GROUPS {
        client.work(step(client.named(&format!("tasks-{group}"), servers.sqs), group));
    }
    client.work(change(client.named("mapper", servers.pipelines)));
}

fn task(client: &Client) -> String {
    let body = body(client);
    if client.one_in(8) { format!("{body}{POISON}") } else { body }
}

/// Keeps sending some at a time to the queue without an order.
async fn send(client: Client) {
    let to = &MAPPED[0];
    while client.is_due() {
        let bodies: Vec<_> = (0..1 + client.index(8)).map(|_| task(&client)).collect();
        bodies.iter().for_each(|body| lock(&client.witness.tasks).begin(to, body, None));
        let delay = client.one_in(4).then_some(1);
        let entry = |body: &String| SendMessageBatchRequestEntry {
            id: body.clone(),
            message_body: body.clone(),
            delay_seconds: delay,
            ..Default::default()
        };
        let entries = bodies.iter().map(entry).collect();
        let input = SendMessageBatchRequest { queue_url: url(to.queue), entries };
        let answer = client.call::<SendMessageBatch>(&bodies.join(" "), input).await;
        if let Some(answer) = expect(&client, answer) {
            answer.successful.iter().for_each(|it| lock(&client.witness.tasks).sent(&it.id));
        }
        client.rest(700_000).await;
    }
}

/// Keeps sending to one group of the other queue, each message until it is acknowledged.
async fn step(client: Client, group: &str) {
    let to = &MAPPED[1];
    while client.is_due() {
        let body = task(&client);
        lock(&client.witness.tasks).begin(to, &body, Some(group));
        let input = || SendMessageRequest {
            queue_url: url(to.queue),
            message_body: body.clone(),
            message_group_id: Some(group.to_owned()),
            message_deduplication_id: Some(body.clone()),
            ..Default::default()
        };
        let sent = client.insist(|| client.call::<SendMessage>(&body, input())).await;
        if expect(&client, sent.map_err(Failure::Refused)).is_some() {
            lock(&client.witness.tasks).sent(&body);
        }
        client.rest(500_000).await;
    }
}

/// Keeps changing the mappings, and switching them off and on.
async fn change(client: Client) {
    while client.is_due() {
        client.rest(3_000_000).await;
        let mapped = &MAPPED[client.index(MAPPED.len())];
        let Ok(uuid) = find(&client, mapped).await else { continue };
        let concurrency = client.one_in(2).then(|| 2 + client.index(3) as i32);
        let window = (mapped.function == MAPPED[0].function).then(|| client.index(2) as i32);
        let input = UpdateEventSourceMappingRequest {
            uuid: uuid.clone(),
            enabled: Some(!client.one_in(4)),
            batch_size: Some(1 + client.index(mapped.most) as i32),
            maximum_batching_window_in_seconds: window,
            scaling_config: Some(ScalingConfig { maximum_concurrency: concurrency }),
            ..Default::default()
        };
        // One that is being changed is refused.
        let _ = client.call::<UpdateEventSourceMapping>(&uuid, input).await;
    }
}

async fn find(client: &Client, mapped: &Mapped) -> Answer<String> {
    let function_name = Some(mapped.function.to_owned());
    let input = ListEventSourceMappingsRequest { function_name, ..Default::default() };
    let answer = client.call::<ListEventSourceMappings>(mapped.function, input).await?;
    let found = answer.event_source_mappings.unwrap_or_default();
    found.into_iter().find_map(|mapping| mapping.uuid).ok_or(Failure::Unknown)
}

/// In peace all is taken or given up, and what was given up is among its own dead.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client) -> platform::Result<()> {
    let deadline_us = client.time.now_us() + SETTLED_WITHIN_S * 1_000_000;
    loop {
        let left = lock(&client.witness.tasks).left();
        let Some(body) = left else { break };
        if client.time.now_us() > deadline_us {
            client.time.violate("tasks", format!("{body} is neither taken nor given up"));
            return Ok(());
        }
        client.rest(500_000).await;
    }
    dead(client).await?;
    lock(&client.witness.tasks).check_dead(&client.time);
    Ok(())
}

/// Takes all of the dead, until none has come for some time.
async fn dead(client: &Client) -> platform::Result<()> {
    let mut last_us = client.time.now_us();
    while client.time.now_us() < last_us + 5_000_000 && client.time.violation().is_none() {
        for mapped in &MAPPED {
            let input = || ReceiveMessageRequest {
                queue_url: url(mapped.dead),
                max_number_of_messages: Some(10),
                ..Default::default()
            };
            let take = || client.call::<ReceiveMessage>(mapped.dead, input());
            for message in client.insist(take).await?.messages.unwrap_or_default() {
                last_us = client.time.now_us();
                let body = message.body.unwrap_or_default();
                lock(&client.witness.tasks).found(&client.time, mapped.dead, &body);
                let receipt_handle = message.receipt_handle.unwrap_or_default();
                let input = DeleteMessageRequest { queue_url: url(mapped.dead), receipt_handle };
                // What is not deleted comes again.
                let _ = client.call::<DeleteMessage>(&body, input).await;
            }
        }
        client.rest(500_000).await;
    }
    Ok(())
}
