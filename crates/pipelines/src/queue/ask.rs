//! How a queue is asked, as the role of the function: for messages, and to let go of them.

use crate::errors::invalid;
use crate::machine::Backoff;
use crate::queue::event::{self, Origin};
use crate::queue::machine::{Batch, Message};
use crate::records::mapping::Mapping;
use crate::{destinations, encryption, names, target};
use platform::{Arn, Context, Error, Platform, Result, Wanted};
use shapes::Timestamp;
use shapes::sqs::ops::{
    ChangeMessageVisibilityBatch, DeleteMessageBatch, GetQueueAttributes, ReceiveMessage,
};
use shapes::sqs::{
    ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchRequestEntry,
    DeleteMessageBatchRequest, DeleteMessageBatchRequestEntry, GetQueueAttributesRequest,
    ReceiveMessageRequest, errors,
};
use std::sync::Arc;
use std::time::Duration;

/// How long a message may wait for its first offer, whatever its queue says.
const LEAST_OFFER_MS: i64 = 1000;
/// How long a receive waits: as long as it may.
const WAIT_SECONDS: i32 = 20;
/// For how long the queue's visibility timeout is taken for what it was.
const VISIBILITY_MS: i64 = 5000;
/// The most entries of a batch.
const MOST_ENTRIES: usize = 10;
/// How often a deletion is tried.
const DELETE_ATTEMPTS: u32 = 5;
/// The attribute that is asked for.
const VISIBILITY_TIMEOUT: &str = "VisibilityTimeout";

/// A queue, and who asks it.
#[derive(Clone)]
pub(crate) struct Queue {
    cx: Context,
    url: String,
}

impl Queue {
    /// The queue of a mapping, asked as its function's role.
    ///
    /// # Errors
    /// The function's or the role's, such as that they are not there.
    pub async fn of(platform: &Arc<Platform>, mapping: &Mapping) -> Result<Self> {
        let cx = target::context(platform, mapping);
        let role = target::role(&cx, mapping).await?;
        let cx = destinations::as_role(&cx, &role, &mapping.function).await?;
        let arn = Arn::parse(&mapping.source_arn);
        let arn = arn.ok_or_else(|| Error::internal("the source of a mapping is no ARN"))?;
        Ok(Self { cx, url: names::url(&arn) })
    }

    /// How long a message that was received is out of sight, in seconds.
    async fn visibility_seconds(&self) -> Result<i64> {
        let input = GetQueueAttributesRequest {
            queue_url: self.url.clone(),
            attribute_names: Some(vec![VISIBILITY_TIMEOUT.to_owned()]),
        };
        let output = self.cx.call::<GetQueueAttributes>(input).await?;
        let seconds = output.attributes.as_ref().and_then(|all| all.get(VISIBILITY_TIMEOUT));
        let seconds = seconds.and_then(|seconds| seconds.parse().ok());
        seconds.ok_or_else(|| Error::internal("a queue told no visibility timeout"))
    }

    /// Checks that the queue is there, that the role may ask it, and that a function which takes
    /// its time still has its messages for itself.
    ///
    /// # Errors
    /// `InvalidParameterValueException`.
    pub async fn check(&self, timeout_seconds: i64) -> Result<()> {
        // A receive of no message is not carried out, but whether it may be is looked at before.
        let none = Some(0);
        let queue_url = self.url.clone();
        let input =
            ReceiveMessageRequest { queue_url, max_number_of_messages: none, ..Default::default() };
        leave("ReceiveMessage", self.cx.call::<ReceiveMessage>(input).await.err())?;
        let (queue_url, entries) = (self.url.clone(), Vec::new());
        let input = DeleteMessageBatchRequest { queue_url, entries };
        leave("DeleteMessage", self.cx.call::<DeleteMessageBatch>(input).await.err())?;
        let visibility = self.visibility_seconds().await;
        leave("GetQueueAttributes", visibility.as_ref().err().cloned())?;
        let visibility = visibility?;
        if visibility < timeout_seconds {
            return Err(invalid(format!(
                "Queue visibility timeout: {visibility} seconds is less than Function timeout: \
                 {timeout_seconds} seconds"
            )));
        }
        Ok(())
    }

    /// Deletes messages, ten at a time. Whether all were deleted: what was not comes again.
    pub async fn delete(&self, messages: &Batch) -> bool {
        let mut done = true;
        for some in messages.chunks(MOST_ENTRIES) {
            done &= self.delete_some(some).await;
        }
        done
    }

    async fn delete_some(&self, messages: &[Arc<Message>]) -> bool {
        let numbered = messages.iter().enumerate();
        let mut entries: Vec<_> = numbered
            .map(|(number, message)| DeleteMessageBatchRequestEntry {
                id: number.to_string(),
                receipt_handle: message.handle.clone(),
            })
            .collect();
        for attempt in 1..=DELETE_ATTEMPTS {
            let (queue_url, tried) = (self.url.clone(), entries.clone());
            let input = DeleteMessageBatchRequest { queue_url, entries: tried };
            match self.cx.call::<DeleteMessageBatch>(input).await {
                Ok(output) => {
                    let again =
                        |id: &str| output.failed.iter().any(|it| it.id == id && !it.sender_fault);
                    entries.retain(|entry| again(&entry.id));
                    if entries.is_empty() {
                        return output.failed.is_empty();
                    }
                }
                Err(error) => {
                    tracing::warn!(url = self.url, %error, "messages are not deleted yet");
                }
            }
            let pause = Backoff::default().pause_ms(attempt).unsigned_abs();
            self.cx.platform().clock.sleep(Duration::from_millis(pause)).await;
        }
        false
    }

    /// Lets messages be in sight again. What fails comes into sight by itself.
    pub async fn release(&self, messages: &Batch) -> bool {
        let mut done = true;
        for some in messages.chunks(MOST_ENTRIES) {
            let numbered = some.iter().enumerate();
            let entries =
                numbered.map(|(number, message)| ChangeMessageVisibilityBatchRequestEntry {
                    id: number.to_string(),
                    receipt_handle: message.handle.clone(),
                    visibility_timeout: Some(0),
                });
            let (queue_url, entries) = (self.url.clone(), entries.collect());
            let input = ChangeMessageVisibilityBatchRequest { queue_url, entries };
            done &= self.cx.call::<ChangeMessageVisibilityBatch>(input).await.is_ok();
        }
        done
    }
}

/// What the error of an attempt says of the leave that it needs.
fn leave(action: &str, error: Option<Error>) -> Result<()> {
    let Some(error) = error else { return Ok(()) };
    if error.is(&errors::QUEUE_DOES_NOT_EXIST) {
        return Err(invalid(format!(
            "Error occurred while {action}. SQS Error Code: \
             AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does \
             not exist or you do not have access to it."
        )));
    }
    if error.code().starts_with("AccessDenied") {
        return Err(invalid(format!(
            "The provided execution role does not have permissions to call {action} on SQS"
        )));
    }
    if error.is_server_fault() { Err(error) } else { Ok(()) }
}

/// Receives a mapping's messages.
pub(crate) struct Receiver {
    platform: Arc<Platform>,
    mapping: Arc<Mapping>,
    wanted: Arc<Wanted>,
    queue: Option<Queue>,
    /// The queue's visibility timeout in milliseconds, and when it was asked for.
    visibility: Option<(i64, i64)>,
}

impl Receiver {
    /// A receiver that waits as long as messages are wanted.
    pub fn new(platform: &Arc<Platform>, mapping: &Arc<Mapping>, wanted: &Arc<Wanted>) -> Self {
        let (platform, mapping, wanted) = (platform.clone(), mapping.clone(), wanted.clone());
        Self { platform, mapping, wanted, queue: None, visibility: None }
    }

    /// The queue, once something was received.
    pub fn queue(&self) -> Option<&Queue> {
        self.queue.as_ref()
    }

    /// Asks anew who the function's role is.
    pub fn forget_role(&mut self) {
        self.queue = None;
    }

    /// Waits for messages, this many at most; there may be none.
    ///
    /// # Errors
    /// The queue's, the function's, the role's.
    pub async fn receive(&mut self, most: usize) -> Result<Vec<Message>> {
        let own = target::context(&self.platform, &self.mapping);
        encryption::check_filter(&own, &self.mapping).await?;
        let queue = match self.queue.take() {
            Some(queue) => queue,
            None => Queue::of(&self.platform, &self.mapping).await?,
        };
        let received = self.ask(&queue, most).await;
        self.queue = Some(queue);
        received
    }

    async fn ask(&mut self, queue: &Queue, most: usize) -> Result<Vec<Message>> {
        let visibility_ms = self.visibility_ms(queue).await?;
        let input = ReceiveMessageRequest {
            queue_url: queue.url.clone(),
            max_number_of_messages: i32::try_from(most).ok(),
            wait_time_seconds: Some(WAIT_SECONDS),
            message_system_attribute_names: Some(vec!["All".to_owned()]),
            message_attribute_names: Some(vec!["All".to_owned()]),
            ..Default::default()
        };
        let cx = queue.cx.clone().while_wanted(self.wanted.clone());
        let output = cx.call::<ReceiveMessage>(input).await?;
        // What is in sight again at once is offered once all the same.
        let until = Timestamp(cx.now().millis() + visibility_ms.max(LEAST_OFFER_MS));
        let messages = output.messages.into_iter().flatten();
        Ok(messages.map(|message| self.message(message, until)).collect())
    }

    async fn visibility_ms(&mut self, queue: &Queue) -> Result<i64> {
        let now = queue.cx.now().millis();
        if let Some((visibility_ms, asked)) = self.visibility
            && now - asked < VISIBILITY_MS
        {
            return Ok(visibility_ms);
        }
        let visibility_ms = queue.visibility_seconds().await? * 1000;
        self.visibility = Some((visibility_ms, now));
        Ok(visibility_ms)
    }

    fn message(&self, message: shapes::sqs::Message, until: Timestamp) -> Message {
        let Mapping { source_arn: arn, region, settings, .. } = &*self.mapping;
        let record = event::record(Origin { arn, region }, &message);
        let body = message.body.as_deref().unwrap_or_default();
        let wanted = settings.filters.want_message(|| event::for_patterns(&record, body));
        Message {
            id: message.message_id.unwrap_or_default(),
            handle: message.receipt_handle.unwrap_or_default(),
            record,
            wanted,
            until,
        }
    }
}
