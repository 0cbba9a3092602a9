//! A queue of letters: receiving them, giving them back, deleting them.

use crate::api::{Api, Message, Refusal};
use serde::Deserialize;
use serde_json::{Value, json};

/// The most that SQS gives, or takes, at once.
const AT_ONCE: usize = 10;

/// A queue of letters.
pub struct Queue<'a> {
    api: &'a Api,
    url: String,
}

/// How many messages a queue has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// That can be received.
    pub visible: usize,
    /// That somebody has received.
    pub in_flight: usize,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Received {
    messages: Vec<Message>,
}

impl<'a> Queue<'a> {
    /// A queue by its name, URL or ARN.
    pub fn of(api: &'a Api, queue: &str) -> Self {
        Self { api, url: api.queue_url(queue) }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        self.url.rsplit('/').next().unwrap_or_default()
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        self.api.queue_arn(self.name())
    }

    /// All of its attributes.
    ///
    /// # Errors
    /// What SQS refuses, such as that there is no queue.
    pub fn attributes(&self) -> Result<serde_json::Map<String, Value>, Refusal> {
        let input = json!({ "QueueUrl": self.url, "AttributeNames": ["All"] });
        let mut answer: Value = self.api.sqs("GetQueueAttributes", &input)?;
        let attributes = answer.get_mut("Attributes").map(Value::take);
        Ok(match attributes {
            Some(Value::Object(attributes)) => attributes,
            _ => serde_json::Map::new(),
        })
    }

    /// How many messages it has.
    ///
    /// # Errors
    /// What SQS refuses, such as that there is no queue.
    pub fn counts(&self) -> Result<Counts, Refusal> {
        let attributes = self.attributes()?;
        let count = |name: &str| {
            let text = attributes.get(name).and_then(Value::as_str).unwrap_or("0");
            text.parse().unwrap_or(0)
        };
        Ok(Counts {
            visible: count("ApproximateNumberOfMessages"),
            in_flight: count("ApproximateNumberOfMessagesNotVisible"),
        })
    }

    /// Some messages, at most so many, which nobody else receives for so many seconds.
    ///
    /// # Errors
    /// What SQS refuses.
    pub fn receive(&self, most: usize, seconds: u32) -> Result<Vec<Message>, Refusal> {
        let input = json!({
            "QueueUrl": self.url,
            "MaxNumberOfMessages": most.clamp(1, AT_ONCE),
            "VisibilityTimeout": seconds,
            "WaitTimeSeconds": 0,
            "MessageAttributeNames": ["All"],
            "MessageSystemAttributeNames": ["All"],
        });
        let received: Received = self.api.sqs("ReceiveMessage", &input)?;
        Ok(received.messages)
    }

    /// Gives messages back, so that they can be received again.
    ///
    /// # Errors
    /// What SQS refuses.
    pub fn give_back(&self, messages: &[Message]) -> Result<(), Refusal> {
        for some in messages.chunks(AT_ONCE) {
            let entry = |(index, message): (usize, &Message)| {
                json!({
                    "Id": index.to_string(),
                    "ReceiptHandle": message.receipt_handle,
                    "VisibilityTimeout": 0,
                })
            };
            let entries: Vec<_> = some.iter().enumerate().map(entry).collect();
            let input = json!({ "QueueUrl": self.url, "Entries": entries });
            let _: Value = self.api.sqs("ChangeMessageVisibilityBatch", &input)?;
        }
        Ok(())
    }

    /// Deletes a message.
    ///
    /// # Errors
    /// What SQS refuses.
    pub fn delete(&self, message: &Message) -> Result<(), Refusal> {
        let input = json!({ "QueueUrl": self.url, "ReceiptHandle": message.receipt_handle });
        self.api.sqs::<Value>("DeleteMessage", &input).map(drop)
    }
}
