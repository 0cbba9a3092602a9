//! Deliveries to Amazon SQS ("Fanout to Amazon SQS queues").

use super::{Attempt, Delivery, may_pass};
use crate::Sns;
use crate::document::is_raw;
use crate::records::message::Message;
use futures_util::future::join_all;
use platform::{Arn, Context, Error};
use shapes::sqs::ops::{SendMessage, SendMessageBatch};
use shapes::sqs::{
    MessageAttributeValue, MessageSystemAttributeValue, SendMessageBatchRequest,
    SendMessageBatchRequestEntry, SendMessageRequest,
};
use std::collections::BTreeMap;

/// The longest batch that a queue takes, in bytes.
const MOST_BYTES: usize = 1 << 20;

impl Sns {
    /// Delivers messages to the queue of one subscription, in their order, in as few calls as can be.
    pub(super) async fn to_queue(&self, cx: &Context, deliveries: &[Delivery<'_>]) -> Vec<Attempt> {
        let Some(endpoint) = deliveries.first().map(|it| it.subscription.endpoint.as_str()) else {
            return Vec::new();
        };
        let Some(queue) = Arn::parse(endpoint) else {
            let why = format!("{endpoint} is no queue");
            return deliveries.iter().map(|_| Attempt::Refused(why.clone())).collect();
        };
        let mut attempts = Vec::with_capacity(deliveries.len());
        let (mut batch, mut bytes) = (Vec::new(), 0);
        // Numbers are a FIFO topic's.
        let in_order = deliveries.iter().any(|it| it.message.sequence.is_some());
        // Each may have to be signed, which keeps a core busy for a while.
        let entries = deliveries.iter().map(|it| self.entry(*it, queue.resource));
        for entry in join_all(entries).await {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let full = std::mem::take(&mut batch);
                    self.send_next(cx, &queue, full, &mut attempts, in_order).await;
                    bytes = 0;
                    attempts.push(Attempt::Failed(error.to_string()));
                    continue;
                }
            };
            let size = bytes_of(&entry);
            if bytes + size > MOST_BYTES {
                let full = std::mem::take(&mut batch);
                self.send_next(cx, &queue, full, &mut attempts, in_order).await;
                bytes = 0;
            }
            bytes += size;
            batch.push(entry);
        }
        self.send_next(cx, &queue, batch, &mut attempts, in_order).await;
        attempts
    }

    /// Sends entries to a queue, unless their order has them wait for one before them.
    async fn send_next(
        &self,
        cx: &Context,
        queue: &Arn<'_>,
        entries: Vec<SendMessageBatchRequestEntry>,
        attempts: &mut Vec<Attempt>,
        in_order: bool,
    ) {
        if in_order && attempts.iter().any(|it| matches!(it, Attempt::Failed(_))) {
            let behind = Attempt::Failed("one before it has failed".to_owned());
            return attempts.extend(entries.iter().map(|_| behind.clone()));
        }
        attempts.extend(self.send(cx, queue, entries).await);
    }

    /// A message as its queue gets it.
    ///
    /// # Errors
    /// The storage's.
    pub(super) async fn entry(
        &self,
        delivery: Delivery<'_>,
        queue: &str,
    ) -> platform::Result<SendMessageBatchRequestEntry> {
        let Delivery { topic, subscription, message } = delivery;
        let is_raw = is_raw(subscription.is_raw(), message);
        let message_body = match is_raw {
            true => message.text_for(&subscription.protocol).to_owned(),
            false => self.document(delivery).await?,
        };
        let is_fifo = queue.ends_with(".fifo");
        Ok(SendMessageBatchRequestEntry {
            message_body,
            message_attributes: is_raw.then(|| attributes(message)),
            message_system_attributes: message.trace.clone().map(trace),
            message_group_id: message.group.clone(),
            message_deduplication_id: message.dedup.clone().filter(|_| is_fifo && topic.is_fifo()),
            ..Default::default()
        })
    }

    /// Sends entries to a queue, in one call if there are several.
    pub(super) async fn send(
        &self,
        cx: &Context,
        queue: &Arn<'_>,
        mut entries: Vec<SendMessageBatchRequestEntry>,
    ) -> Vec<Attempt> {
        let cx = in_region(cx, queue.region);
        let queue_url = format!("/{}/{}", queue.account, queue.resource);
        let Ok(_permit) = self.outbox.near.acquire().await else { return Vec::new() };
        if entries.len() < 2 {
            let Some(entry) = entries.pop() else { return Vec::new() };
            let input = SendMessageRequest {
                queue_url,
                message_body: entry.message_body,
                message_attributes: entry.message_attributes,
                message_system_attributes: entry.message_system_attributes,
                message_group_id: entry.message_group_id,
                message_deduplication_id: entry.message_deduplication_id,
                ..Default::default()
            };
            return vec![Attempt::of(cx.call::<SendMessage>(input).await)];
        }
        let count = entries.len();
        for (number, entry) in entries.iter_mut().enumerate() {
            entry.id = number.to_string();
        }
        let input = SendMessageBatchRequest { queue_url, entries };
        let output = match cx.call::<SendMessageBatch>(input).await {
            Ok(output) => output,
            Err(error) => return vec![refused(&error); count],
        };
        let mut attempts = vec![Attempt::Delivered; count];
        for failed in output.failed {
            let why = format!("{}: {}", failed.code, failed.message.unwrap_or_default());
            let at = failed.id.parse().ok().and_then(|at: usize| attempts.get_mut(at));
            if let Some(attempt) = at {
                *attempt = match failed.sender_fault {
                    true => Attempt::Refused(why),
                    false => Attempt::Failed(why),
                };
            }
        }
        attempts
    }
}

fn refused(error: &Error) -> Attempt {
    match may_pass(error) {
        true => Attempt::Failed(error.to_string()),
        false => Attempt::Refused(error.to_string()),
    }
}

/// The same surroundings in another region.
pub(super) fn in_region(cx: &Context, region: &str) -> Context {
    let mut there = cx.clone();
    there.region = region.into();
    there
}

fn attributes(message: &Message) -> BTreeMap<String, MessageAttributeValue> {
    let each = message.attributes.iter().map(|(name, it)| {
        let mut value = MessageAttributeValue { data_type: it.kind.clone(), ..Default::default() };
        if it.kind.starts_with("Binary") {
            let bytes = base64_simd::STANDARD.decode_to_vec(it.value.as_bytes());
            value.binary_value = bytes.ok().map(Into::into);
        } else {
            value.string_value = Some(it.value.clone());
        }
        (name.clone(), value)
    });
    let mark = |text: &str| MessageAttributeValue {
        data_type: "String".to_owned(),
        string_value: Some(text.to_owned()),
        ..Default::default()
    };
    let replayed = message.replayed.then(|| ("Replayed".to_owned(), mark("true")));
    each.chain(replayed).collect()
}

fn trace(header: String) -> BTreeMap<String, MessageSystemAttributeValue> {
    let value = MessageSystemAttributeValue {
        data_type: "String".to_owned(),
        string_value: Some(header),
        ..Default::default()
    };
    BTreeMap::from([("AWSTraceHeader".to_owned(), value)])
}

fn bytes_of(entry: &SendMessageBatchRequestEntry) -> usize {
    let attributes = entry.message_attributes.iter().flatten().map(|(name, it)| {
        name.len()
            + it.data_type.len()
            + it.string_value.as_ref().map_or(0, String::len)
            + it.binary_value.as_ref().map_or(0, |bytes| bytes.len())
    });
    entry.message_body.len() + attributes.sum::<usize>()
}
