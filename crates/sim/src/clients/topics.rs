//! Clients of topics: they publish, one by one and in batches, and look at the end what has come into
//! the queues.

use super::queues::{arn, body, create, expect, url};
use super::{Answer, Client, Failure, Servers};
use crate::time::lock;
use crate::witness::{COLORS, FED, Fed, NEWS, News, TICKS};
use platform::{DEFAULT_ACCOUNT, DEFAULT_REGION};
use shapes::sns::ops::{CreateTopic, DeleteTopic, Publish, PublishBatch, Subscribe};
use shapes::sns::{
    CreateTopicInput, DeleteTopicInput, MessageAttributeValue, PublishBatchInput,
    PublishBatchRequestEntry, PublishInput, SubscribeInput,
};
use shapes::sqs::ops::{DeleteMessageBatch, ReceiveMessage};
use shapes::sqs::{
    DeleteMessageBatchRequest, DeleteMessageBatchRequestEntry, ReceiveMessageRequest,
};
use std::collections::{BTreeMap, VecDeque};

/// How long a message that was received is out of sight, in seconds.
const VISIBILITY_S: i32 = 4;
const GROUPS: [&str; 2] = ["bonds", "shares"];
/// How many messages of a group are remembered, to be published once more.
const REMEMBERED: usize = 8;
/// Within how many seconds of the world's time all that was published has come.
const SETTLED_WITHIN_S: u64 = 240;

fn topic(name: &str) -> String {
    format!("arn:aws:sns:{DEFAULT_REGION}:{DEFAULT_ACCOUNT}:{name}")
}

/// Makes the topics, the queues and the subscriptions.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn prepare(client: &Client, servers: Servers) -> platform::Result<()> {
    let (sns, sqs) = (client.named("prepare", servers.sns), client.named("prepare", servers.sqs));
    for name in [NEWS, TICKS] {
        let fifo = BTreeMap::from([("FifoTopic".to_owned(), "true".to_owned())]);
        let attributes = name.ends_with(".fifo").then_some(fifo);
        let input = || CreateTopicInput {
            name: name.to_owned(),
            attributes: attributes.clone(),
            ..Default::default()
        };
        sns.insist(|| sns.call::<CreateTopic>(name, input())).await?;
    }
    for fed in &FED {
        create(&sqs, fed.queue, VISIBILITY_S, &[]).await?;
        subscribe(&sns, fed).await?;
    }
    Ok(())
}

async fn subscribe(client: &Client, fed: &Fed) -> platform::Result<()> {
    let mut attributes = BTreeMap::from([("RawMessageDelivery".to_owned(), "true".to_owned())]);
    if let Some(color) = fed.color {
        attributes.insert("FilterPolicy".to_owned(), format!(r#"{{"color":["{color}"]}}"#));
    }
    if fed.is_dead() {
        let policy = format!(r#"{{"deadLetterTargetArn":"{}"}}"#, arn(fed.queue));
        attributes.insert("RedrivePolicy".to_owned(), policy);
    }
    let input = || SubscribeInput {
        topic_arn: topic(fed.topic),
        protocol: "sqs".to_owned(),
        endpoint: Some(arn(fed.endpoint)),
        attributes: Some(attributes.clone()),
        ..Default::default()
    };
    client.insist(|| client.call::<Subscribe>(fed.endpoint, input())).await.map(drop)
}

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: Servers) {
    client.work(publish(client.named("editor", servers.sns)));
    for group in GROUPS {
        client.work(tick(client.named(&format!("ticker-{group}"), servers.sns), group));
    }
}

fn news(client: &Client) -> News {
    let color = COLORS[client.index(COLORS.len())];
    News { text: format!("{}-{color}", body(client)), color }
}

fn attributes(news: &News) -> Option<BTreeMap<String, MessageAttributeValue>> {
    let value = MessageAttributeValue {
        data_type: "String".to_owned(),
        string_value: Some(news.color.to_owned()),
        ..Default::default()
    };
    Some(BTreeMap::from([("color".to_owned(), value)]))
}

/// Keeps publishing to the topic without an order.
async fn publish(client: Client) {
    while client.is_due() {
        let all: Vec<_> = (0..1 + client.index(4)).map(|_| news(&client)).collect();
        all.iter().for_each(|news| lock(&client.witness.topics).begin(NEWS, news, None));
        let is_sent = match &all[..] {
            [news] => {
                let input = PublishInput {
                    topic_arn: Some(topic(NEWS)),
                    message: news.text.clone(),
                    message_attributes: attributes(news),
                    ..Default::default()
                };
                let answer = client.call::<Publish>(&news.text, input).await;
                expect(&client, answer).is_some()
            }
            _ => expect(&client, batch(&client, NEWS, &all, None).await).is_some(),
        };
        if is_sent {
            let mut topics = lock(&client.witness.topics);
            all.iter().for_each(|news| topics.sent(&client.time, &news.text, None));
        }
        client.rest(400_000).await;
    }
}

/// Publishes all in one call; gives the number of each.
async fn batch(
    client: &Client,
    to: &str,
    all: &[News],
    group: Option<&str>,
) -> Answer<Vec<Option<String>>> {
    let entry = |news: &News| PublishBatchRequestEntry {
        id: news.text.clone(),
        message: news.text.clone(),
        message_attributes: attributes(news),
        message_group_id: group.map(str::to_owned),
        message_deduplication_id: group.map(|_| news.text.clone()),
        ..Default::default()
    };
    let input = PublishBatchInput {
        topic_arn: topic(to),
        publish_batch_request_entries: all.iter().map(entry).collect(),
    };
    let texts: Vec<_> = all.iter().map(|news| news.text.as_str()).collect();
    let answer = client.call::<PublishBatch>(&texts.join(" "), input).await?;
    Ok(answer.successful.into_iter().flatten().map(|it| it.sequence_number).collect())
}

/// Keeps publishing to one group, until it is acknowledged, and now and then once more.
async fn tick(client: Client, group: &str) {
    let mut earlier: VecDeque<News> = VecDeque::new();
    while client.is_due() {
        let mut all: Vec<_> = (0..1 + client.index(3)).map(|_| news(&client)).collect();
        all.iter().for_each(|news| lock(&client.witness.topics).begin(TICKS, news, Some(group)));
        earlier.extend(all.iter().cloned());
        earlier.drain(..earlier.len().saturating_sub(REMEMBERED));
        if client.one_in(2) {
            let again = earlier[client.index(earlier.len())].clone();
            if all.iter().all(|news| news.text != again.text) {
                all.push(again);
            }
        }
        let sent = client.insist(|| batch(&client, TICKS, &all, Some(group))).await;
        let numbers = expect(&client, sent.map_err(Failure::Refused)).unwrap_or_default();
        for (news, number) in all.iter().zip(numbers) {
            lock(&client.witness.topics).sent(&client.time, &news.text, number);
        }
        client.rest(700_000).await;
    }
}

/// In peace all that was published comes to those who want it, and nothing else.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client, servers: Servers) -> platform::Result<()> {
    let deadline_us = client.time.now_us() + SETTLED_WITHIN_S * 1_000_000;
    let mut last_us = client.time.now_us();
    while client.time.violation().is_none() {
        for fed in &FED {
            while take(client, fed).await? {
                last_us = client.time.now_us();
            }
        }
        let now_us = client.time.now_us();
        let left = lock(&client.witness.topics).left().filter(|_| servers.feed_queues());
        if left.is_none() && now_us > last_us + 5_000_000 {
            return Ok(());
        }
        if let Some((text, fed)) = left.filter(|_| now_us > deadline_us) {
            let check = if fed.is_dead() { "letters" } else { "topics" };
            client.time.violate(check, format!("{text} does not come to {}", fed.queue));
        }
        client.rest(1_000_000).await;
    }
    Ok(())
}

/// Takes some messages out of a queue; whether there were any.
async fn take(client: &Client, fed: &'static Fed) -> platform::Result<bool> {
    let input = || ReceiveMessageRequest {
        queue_url: url(fed.queue),
        max_number_of_messages: Some(10),
        ..Default::default()
    };
    let receive = || client.call::<ReceiveMessage>(fed.queue, input());
    let messages = client.insist(receive).await?.messages.unwrap_or_default();
    let mut entries = Vec::with_capacity(messages.len());
    for (number, message) in messages.into_iter().enumerate() {
        let (text, id) = (message.body.unwrap_or_default(), message.message_id.unwrap_or_default());
        client.time.note(format_args!("{} gets {text} from {}", client.name, fed.queue));
        lock(&client.witness.topics).came(&client.time, fed, &text, &id);
        entries.push(DeleteMessageBatchRequestEntry {
            id: number.to_string(),
            receipt_handle: message.receipt_handle.unwrap_or_default(),
        });
    }
    if entries.is_empty() {
        return Ok(false);
    }
    let input = DeleteMessageBatchRequest { queue_url: url(fed.queue), entries };
    // What is not deleted comes again.
    let _ = client.call::<DeleteMessageBatch>(fed.queue, input).await;
    Ok(true)
}

/// Deletes all topics.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn clear(client: &Client) -> platform::Result<()> {
    for name in [NEWS, TICKS] {
        let input = || DeleteTopicInput { topic_arn: topic(name) };
        client.insist(|| client.call::<DeleteTopic>(name, input())).await?;
    }
    Ok(())
}
