//! Clients that send messages to queues, receive them, delete them or not, and let the dead go back.

use super::{Answer, Client, Failure};
use crate::time::{WORLD, lock};
use crate::witness::Got;
use platform::{DEFAULT_ACCOUNT, DEFAULT_REGION};
use shapes::sqs::ops::{
    ChangeMessageVisibility, CreateQueue, DeleteMessage, DeleteMessageBatch, DeleteQueue,
    ListMessageMoveTasks, ListQueues, ReceiveMessage, SendMessage, SendMessageBatch,
    StartMessageMoveTask,
};
use shapes::sqs::{
    ChangeMessageVisibilityRequest, CreateQueueRequest, DeleteMessageBatchRequest,
    DeleteMessageBatchRequestEntry, DeleteMessageRequest, DeleteQueueRequest,
    ListMessageMoveTasksRequest, ListQueuesRequest, Message, ReceiveMessageRequest,
    SendMessageBatchRequest, SendMessageBatchRequestEntry, SendMessageRequest,
    StartMessageMoveTaskRequest,
};
use std::collections::BTreeMap;

/// Where messages go, and those go that were received too often.
const JOBS: &str = "jobs";
const DEAD: &str = "dead";
/// Where order counts.
const STEPS: &str = "steps.fifo";
/// How long a message that was received is out of sight, in seconds.
const VISIBILITY_S: i32 = 4;
const GROUPS: [&str; 3] = ["red", "green", "blue"];

pub(super) fn url(name: &str) -> String {
    format!("https://sqs.{DEFAULT_REGION}.amazonaws.com/{DEFAULT_ACCOUNT}/{name}")
}

pub(super) fn arn(name: &str) -> String {
    format!("arn:aws:sqs:{DEFAULT_REGION}:{DEFAULT_ACCOUNT}:{name}")
}

/// Makes the queues. Of several processes each may serve another one, and a queue's dead do not reach
/// one that is served elsewhere: there they are received as ever.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn prepare(client: &Client) -> platform::Result<()> {
    let redrive = format!(r#"{{"deadLetterTargetArn":"{}","maxReceiveCount":3}}"#, arn(DEAD));
    create(client, DEAD, VISIBILITY_S, &[]).await?;
    let redrive = (client.servers == 1).then_some(("RedrivePolicy", redrive));
    create(client, JOBS, VISIBILITY_S, redrive.as_slice()).await?;
    create(client, STEPS, VISIBILITY_S, &[]).await
}

/// Makes a queue, in order where its name says so.
pub(super) async fn create(
    client: &Client,
    name: &str,
    visibility_s: i32,
    others: &[(&str, String)],
) -> platform::Result<()> {
    let own = |(name, value): &(&str, String)| ((*name).to_owned(), value.clone());
    let mut attributes: BTreeMap<_, _> = others.iter().map(own).collect();
    attributes.insert("VisibilityTimeout".to_owned(), visibility_s.to_string());
    if name.ends_with(".fifo") {
        attributes.insert("FifoQueue".to_owned(), "true".to_owned());
    }
    let input = CreateQueueRequest {
        queue_name: name.to_owned(),
        attributes: Some(attributes),
        tags: None,
    };
    client.insist(|| client.call::<CreateQueue>(name, input.clone())).await.map(drop)
}

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: usize) {
    for number in 0..2 {
        client.work(send(client.named(&format!("sender{number}"), servers)));
        client.work(receive(client.named(&format!("worker{number}"), servers), JOBS));
        client.work(receive(client.named(&format!("stepper{number}"), servers), STEPS));
    }
    for group in GROUPS {
        client.work(step(client.named(&format!("group-{group}"), servers), group));
    }
    client.work(receive(client.named("undertaker", servers), DEAD));
    client.work(redrive(client.named("redriver", servers)));
}

pub(super) fn body(client: &Client) -> String {
    format!("{}-{}", client.name, client.time.number())
}

/// What must be done, where the queue is there.
pub(super) fn expect<T>(client: &Client, answer: Answer<T>) -> Option<T> {
    if let Err(Failure::Refused(error)) = &answer {
        client.time.violate("messages", format!("{} is refused: {error}", client.name));
    }
    answer.ok()
}

/// Keeps sending to the standard queue, one by one and in batches, some with a delay.
async fn send(client: Client) {
    while client.is_due() {
        let bodies: Vec<_> = (0..1 + client.index(4)).map(|_| body(&client)).collect();
        bodies.iter().for_each(|body| lock(&client.witness.queues).begin(body, None));
        let delay = client.one_in(4).then_some(1);
        let on = bodies.join(" ");
        let is_sent = if let [body] = &bodies[..] {
            let input = SendMessageRequest {
                queue_url: url(JOBS),
                message_body: body.clone(),
                delay_seconds: delay,
                ..Default::default()
            };
            expect(&client, client.call::<SendMessage>(&on, input).await).is_some()
        } else {
            let entry = |body: &String| SendMessageBatchRequestEntry {
                id: body.clone(),
                message_body: body.clone(),
                delay_seconds: delay,
                ..Default::default()
            };
            let entries = bodies.iter().map(entry).collect();
            let input = SendMessageBatchRequest { queue_url: url(JOBS), entries };
            expect(&client, client.call::<SendMessageBatch>(&on, input).await).is_some()
        };
        if is_sent {
            bodies.iter().for_each(|body| lock(&client.witness.queues).sent(body));
        }
        client.rest(150_000).await;
    }
}

/// Keeps sending to one group, each message until it is acknowledged.
async fn step(client: Client, group: &str) {
    while client.is_due() {
        let body = body(&client);
        lock(&client.witness.queues).begin(&body, Some(group));
        let input = || SendMessageRequest {
            queue_url: url(STEPS),
            message_body: body.clone(),
            message_group_id: Some(group.to_owned()),
            message_deduplication_id: Some(body.clone()),
            ..Default::default()
        };
        let sent = client.insist(|| client.call::<SendMessage>(&body, input())).await;
        if expect(&client, sent.map_err(Failure::Refused)).is_some() {
            lock(&client.witness.queues).sent(&body);
        }
        client.rest(300_000).await;
    }
}

/// Receives from a queue and writes down what came.
async fn take(client: &Client, name: &str, most: i32, wait_s: i32) -> Answer<Vec<Message>> {
    let input = ReceiveMessageRequest {
        queue_url: url(name),
        max_number_of_messages: Some(most),
        wait_time_seconds: Some(wait_s),
        ..Default::default()
    };
    let begun_us = client.time.now_us();
    let answer = client.call::<ReceiveMessage>(name, input).await?;
    let messages = answer.messages.unwrap_or_default();
    let got = |message: &Message| Got {
        body: message.body.clone().unwrap_or_default(),
        message_id: message.message_id.clone().unwrap_or_default(),
    };
    let got: Vec<_> = messages.iter().map(got).collect();
    let bodies: Vec<_> = got.iter().map(|got| got.body.as_str()).collect();
    client.time.note(format_args!("{} gets {} from {name}", client.name, bodies.join(" ")));
    let visibility_us = u64::from(VISIBILITY_S.unsigned_abs()) * 1_000_000;
    lock(&client.witness.queues).received(&client.time, begun_us, visibility_us, &got);
    Ok(messages)
}

/// Keeps receiving; what comes is deleted, or put off, or let be.
async fn receive(client: Client, name: &'static str) {
    while client.is_due() {
        let (most, wait_s) = (1 + client.index(5) as i32, client.index(3) as i32);
        let got = take(&client, name, most, wait_s).await;
        for message in expect(&client, got).unwrap_or_default() {
            match client.index(6) {
                0 => {}
                1 => put_off(&client, name, &message).await,
                _ => delete(&client, name, &[message]).await,
            }
        }
        client.rest(200_000).await;
    }
}

async fn put_off(client: &Client, name: &str, message: &Message) {
    let (body, handle) = (message.body.clone().unwrap_or_default(), handle(message));
    let seconds = client.index(6) as i32;
    let input = ChangeMessageVisibilityRequest {
        queue_url: url(name),
        receipt_handle: handle,
        visibility_timeout: seconds,
    };
    let us = u64::from(seconds.unsigned_abs()) * 1_000_000;
    let change = lock(&client.witness.queues).changing(&client.time, &body, us);
    let answer = client.call::<ChangeMessageVisibility>(&body, input).await;
    if !matches!(answer, Err(Failure::Unknown)) {
        lock(&client.witness.queues).changed(&body, change, answer.is_ok());
    }
}

fn handle(message: &Message) -> String {
    message.receipt_handle.clone().unwrap_or_default()
}

async fn delete(client: &Client, name: &str, messages: &[Message]) {
    let bodies: Vec<_> = messages.iter().filter_map(|it| it.body.clone()).collect();
    bodies.iter().for_each(|body| lock(&client.witness.queues).deleting(body));
    let on = bodies.join(" ");
    let done: Vec<String> = if let [message] = messages {
        let input = DeleteMessageRequest { queue_url: url(name), receipt_handle: handle(message) };
        let deleted = client.call::<DeleteMessage>(&on, input).await;
        deleted.map(|_| bodies.clone()).unwrap_or_default()
    } else {
        let each = messages.iter().zip(&bodies);
        let entry = |(message, body): (&Message, &String)| DeleteMessageBatchRequestEntry {
            id: body.clone(),
            receipt_handle: handle(message),
        };
        let entries = each.map(entry).collect();
        let input = DeleteMessageBatchRequest { queue_url: url(name), entries };
        let deleted = client.call::<DeleteMessageBatch>(&on, input).await;
        deleted.map(|it| it.successful.into_iter().map(|it| it.id).collect()).unwrap_or_default()
    };
    let now_us = client.time.now_us();
    done.iter().for_each(|body| lock(&client.witness.queues).deleted(body, now_us));
}

/// Keeps letting the dead go back to where they died.
async fn redrive(client: Client) {
    while client.is_due() {
        client.rest(6_000_000).await;
        let input = StartMessageMoveTaskRequest { source_arn: arn(DEAD), ..Default::default() };
        // One may be under way already.
        let _ = client.call::<StartMessageMoveTask>(DEAD, input).await;
    }
}

/// Takes all that is left in peace, and looks whether it is all.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client) -> platform::Result<()> {
    moved(client).await?;
    // What is out of sight comes back after its timeout, which may have been put off.
    let mut last_us = client.time.now_us();
    while client.time.now_us() < last_us + 10_000_000 && client.time.violation().is_none() {
        for name in [JOBS, DEAD, STEPS] {
            let got = client.insist(|| take(client, name, 10, 0)).await?;
            if !got.is_empty() {
                last_us = client.time.now_us();
                delete(client, name, &got).await;
            }
        }
        client.rest(500_000).await;
    }
    lock(&client.witness.queues).check_all(&client.time);
    Ok(())
}

/// Waits until nothing is moved any more.
async fn moved(client: &Client) -> platform::Result<()> {
    for _ in 0..600 {
        let input = || ListMessageMoveTasksRequest { source_arn: arn(DEAD), max_results: None };
        let list = || client.call::<ListMessageMoveTasks>(DEAD, input());
        let tasks = client.insist(list).await?.results.unwrap_or_default();
        if tasks.first().and_then(|task| task.status.as_deref()) != Some("RUNNING") {
            return Ok(());
        }
        client.time.sleep(500_000, WORLD).await;
    }
    client.time.violate("settles", "the dead are still being moved".to_owned());
    Ok(())
}

/// Deletes all queues.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn clear(client: &Client) -> platform::Result<()> {
    let list = || client.call::<ListQueues>("", ListQueuesRequest::default());
    for queue_url in client.insist(list).await?.queue_urls.unwrap_or_default() {
        let input = || DeleteQueueRequest { queue_url: queue_url.clone() };
        match client.insist(|| client.call::<DeleteQueue>(&queue_url, input())).await {
            // An attempt that was not heard of has done it.
            Err(error) if error.code() != "QueueDoesNotExist" => return Err(error),
            _ => {}
        }
    }
    Ok(())
}
