//! What a message of a dead-letter queue is, by what it says.

use crate::api::Message;
use serde::Deserialize;
use serde_json::value::RawValue;

/// A letter.
#[derive(Debug)]
pub enum Letter {
    /// About records of a stream that a mapping gave up. They are not in it.
    Records(Box<Records>),
    /// About an event of an asynchronous invocation that was given up, with the event.
    Event(Box<Event>),
    /// The event itself, as Lambda's dead-letter queues get it; it does not say whose it was.
    DeadEvent {
        /// The message of the function's error, or why it was not run.
        error: Option<String>,
    },
    /// A message of another queue that was received too often.
    Dead {
        /// The ARN of that queue, unless somebody has sent the message here.
        source: Option<String>,
    },
}

/// Which records a mapping gave up, and why.
#[derive(Debug)]
pub struct Records {
    /// The ARN of the function.
    pub function: String,
    /// Such as `RetryAttemptsExhausted`.
    pub reason: String,
    /// How often the function failed with them.
    pub attempts: u64,
    /// Such as `Unhandled`.
    pub error: Option<String>,
    /// The batch.
    pub batch: Batch,
}

/// Where records lie in a stream.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Batch {
    /// The shard.
    pub shard_id: String,
    /// The first record.
    pub start_sequence_number: String,
    /// The last record.
    pub end_sequence_number: String,
    /// How many there were.
    pub batch_size: usize,
    /// The stream.
    pub stream_arn: String,
}

/// An event that was given up, and why.
#[derive(Debug)]
pub struct Event {
    /// The ARN of the function, with its version.
    pub function: String,
    /// Such as `RetriesExhausted`.
    pub reason: String,
    /// How often the function was run.
    pub attempts: u64,
    /// The message of its error.
    pub error: Option<String>,
    /// The event.
    pub payload: Box<RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    request_context: RequestContext,
    #[serde(default)]
    response_context: Option<ResponseContext>,
    #[serde(default)]
    request_payload: Option<Box<RawValue>>,
    #[serde(default)]
    response_payload: Option<Box<RawValue>>,
    #[serde(default, rename = "KinesisBatchInfo")]
    batch: Option<Batch>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RequestContext {
    function_arn: String,
    condition: String,
    #[serde(default)]
    approximate_invoke_count: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ResponseContext {
    #[serde(default)]
    function_error: Option<String>,
}

#[derive(Deserialize)]
struct Told {
    #[serde(rename = "errorMessage")]
    message: String,
}

impl Letter {
    /// What a message is.
    pub fn of(message: &Message) -> Self {
        // Only SQS says this. What is in a message that died in a queue is for that queue's consumer.
        if let Some(source) = message.attributes.get("DeadLetterQueueSourceArn") {
            return Self::Dead { source: Some(source.clone()) };
        }
        if let Ok(document) = serde_json::from_str::<Document>(&message.body)
            && let Some(letter) = document.letter()
        {
            return letter;
        }
        let attributes = &message.message_attributes;
        if attributes.contains_key("RequestID") && attributes.contains_key("ErrorCode") {
            let error = attributes.get("ErrorMessage").map(|it| it.string_value.clone());
            return Self::DeadEvent { error };
        }
        Self::Dead { source: None }
    }
}

impl Document {
    fn letter(self) -> Option<Letter> {
        let RequestContext { function_arn, condition, approximate_invoke_count } =
            self.request_context;
        let error = self.response_context.and_then(|it| it.function_error);
        if let Some(batch) = self.batch {
            return Some(Letter::Records(Box::new(Records {
                function: function_arn,
                reason: condition,
                attempts: approximate_invoke_count,
                error,
                batch,
            })));
        }
        let told = self.response_payload.and_then(|it| serde_json::from_str::<Told>(it.get()).ok());
        Some(Letter::Event(Box::new(Event {
            function: function_arn,
            reason: condition,
            attempts: approximate_invoke_count,
            error: told.map(|told| told.message).or(error),
            payload: self.request_payload?,
        })))
    }
}

/// The name of a function, a stream or a queue in its ARN, without a version.
pub fn name_of(arn: &str) -> &str {
    let resource = platform::Arn::parse(arn).map_or(arn, |arn| arn.resource);
    let resource = resource.strip_prefix("function:").unwrap_or(resource);
    let resource = resource.strip_prefix("stream/").unwrap_or(resource);
    resource.split(':').next().unwrap_or(resource)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::api::AttributeValue;

    fn message(body: &str) -> Message {
        Message { body: body.to_owned(), ..Message::default() }
    }

    #[test]
    fn a_letter_is_known_by_what_it_says() {
        let records = r#"{"requestContext":{"requestId":"r","functionArn":"arn:aws:lambda:us-east-1:000000000000:function:f","condition":"RetryAttemptsExhausted","approximateInvokeCount":3},"responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},"version":"1.0","timestamp":"t","KinesisBatchInfo":{"shardId":"shardId-000000000001","startSequenceNumber":"5","endSequenceNumber":"6","approximateArrivalOfFirstRecord":"a","approximateArrivalOfLastRecord":"b","batchSize":2,"streamArn":"arn:aws:kinesis:us-east-1:000000000000:stream/s"}}"#;
        let Letter::Records(letter) = Letter::of(&message(records)) else { panic!() };
        assert_eq!((name_of(&letter.function), letter.attempts), ("f", 3));
        assert_eq!((name_of(&letter.batch.stream_arn), letter.batch.batch_size), ("s", 2));
        let event = r#"{"version":"1.0","requestContext":{"functionArn":"arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST","condition":"RetriesExhausted","approximateInvokeCount":1},"requestPayload":{ "a": 1.0 },"responsePayload":{"errorMessage":"no"}}"#;
        let Letter::Event(letter) = Letter::of(&message(event)) else { panic!() };
        assert_eq!((name_of(&letter.function), letter.payload.get()), ("f", r#"{ "a": 1.0 }"#));
        assert_eq!(letter.error.as_deref(), Some("no"));
    }

    #[test]
    fn other_messages_are_dead_letters() {
        let mut dead = message(r#"{"requestContext":{"http":{"path":"/"}}}"#);
        let Letter::Dead { source: None } = Letter::of(&dead) else { panic!() };
        let source = "arn:aws:sqs:us-east-1:000000000000:q";
        dead.attributes.insert("DeadLetterQueueSourceArn".into(), source.into());
        let Letter::Dead { source: Some(arn) } = Letter::of(&dead) else { panic!() };
        assert_eq!(name_of(&arn), "q");
        dead.attributes.clear();
        for (name, value) in [("RequestID", "i"), ("ErrorCode", "200"), ("ErrorMessage", "no")] {
            let string_value = value.to_owned();
            dead.message_attributes.insert(name.into(), AttributeValue { string_value });
        }
        let Letter::DeadEvent { error: Some(error) } = Letter::of(&dead) else { panic!() };
        assert_eq!(error, "no");
        // Whoever sent it may have written anything; that it died in a queue is SQS's word.
        dead.attributes.insert("DeadLetterQueueSourceArn".into(), source.into());
        let Letter::Dead { source: Some(_) } = Letter::of(&dead) else { panic!() };
    }
}
