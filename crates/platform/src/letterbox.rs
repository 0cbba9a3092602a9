//! Where a service leaves a letter: a queue, a topic, a function or a bucket, by its ARN.
//!
//! Lambda's destinations and dead letters are such. What the letter says, and as whom it is left, is
//! for whoever writes it.

use crate::{Arn, Context, Result};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use shapes::lambda::{InvocationRequest, ops::Invoke};
use shapes::s3::ops::{HeadBucket, PutObject};
use shapes::s3::{HeadBucketRequest, PutObjectRequest};
use shapes::sns::ops::{Publish, PublishBatch};
use shapes::sns::{self, PublishInput};
use shapes::sqs::errors::QUEUE_DOES_NOT_EXIST as NO_QUEUE;
use shapes::sqs::ops::{SendMessage, SendMessageBatch};
use shapes::sqs::{self, SendMessageRequest};
use std::collections::BTreeMap;

const KIB: usize = 1024;

/// A place for letters, kept as its ARN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Letterbox {
    arn: String,
    kind: LetterboxKind,
}

/// What a letterbox is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterboxKind {
    /// A queue of SQS.
    Queue,
    /// A topic of SNS.
    Topic,
    /// A function, which gets the letter as an event.
    Function,
    /// A bucket.
    Bucket,
}

/// What an attempt to leave a letter would meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Letters can be left.
    Open,
    /// The caller may not.
    Shut,
    /// There is no such place.
    Missing,
}

/// Attributes of a message: a name, a data type such as `String`, a value.
type Attributes = Vec<(&'static str, &'static str, String)>;

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it says.
    pub body: String,
    /// What stands on it in a queue and in a topic.
    pub attributes: Attributes,
    /// What it is called in a bucket.
    pub key: String,
}

impl Letterbox {
    /// The letterbox with this ARN; `None` where letters cannot be left.
    pub fn parse(arn: &str) -> Option<Self> {
        let parts = Arn::parse(arn)?;
        let is_placed = !parts.region.is_empty() && !parts.account.is_empty();
        let is_everywhere = parts.region.is_empty() && parts.account.is_empty();
        let is_plain = !parts.resource.contains([':', '/']);
        let kind = match parts.service {
            "sqs" if is_placed && is_plain => LetterboxKind::Queue,
            "sns" if is_placed && is_plain => LetterboxKind::Topic,
            "lambda" if is_placed && parts.resource.starts_with("function:") => {
                LetterboxKind::Function
            }
            "s3" if is_everywhere && is_plain => LetterboxKind::Bucket,
            _ => return None,
        };
        Some(Self { arn: arn.to_owned(), kind })
    }

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.arn
    }

    /// What it is.
    pub fn kind(&self) -> LetterboxKind {
        self.kind
    }

    /// Whether it is a FIFO queue or topic, which wants a group that no letter belongs to.
    pub fn is_fifo(&self) -> bool {
        matches!(self.kind, LetterboxKind::Queue | LetterboxKind::Topic)
            && self.arn.ends_with(".fifo")
    }

    /// How long a letter may be, in bytes, where its service has a limit.
    pub fn room(&self) -> Option<usize> {
        match self.kind {
            LetterboxKind::Queue | LetterboxKind::Function => Some(KIB * KIB),
            LetterboxKind::Topic => Some(256 * KIB),
            LetterboxKind::Bucket => None,
        }
    }

    /// What is asked of the service that keeps it when a letter is left.
    pub fn action(&self) -> &'static str {
        match self.kind {
            LetterboxKind::Queue => "SendMessage",
            LetterboxKind::Topic => "Publish",
            LetterboxKind::Function => "InvokeFunction",
            LetterboxKind::Bucket => "PutObject",
        }
    }

    /// Whether this context's caller may leave letters there, found out by an attempt that leaves none:
    /// whether it may be is looked at before it is refused.
    ///
    /// # Errors
    /// Where the service cannot say.
    pub async fn door(&self, cx: &Context) -> Result<Door> {
        let there = self.around(cx);
        let tried = match self.kind {
            LetterboxKind::Queue => {
                let (queue_url, entries) = (self.queue_url(), Vec::new());
                let input = sqs::SendMessageBatchRequest { queue_url, entries };
                there.call::<SendMessageBatch>(input).await.map(drop)
            }
            LetterboxKind::Topic => {
                let (topic_arn, publish_batch_request_entries) = (self.arn.clone(), Vec::new());
                let input = sns::PublishBatchInput { topic_arn, publish_batch_request_entries };
                there.call::<PublishBatch>(input).await.map(drop)
            }
            LetterboxKind::Function => {
                let input = InvocationRequest {
                    function_name: self.arn.clone(),
                    invocation_type: Some("DryRun".to_owned()),
                    ..Default::default()
                };
                there.call::<Invoke>(input).await.map(drop)
            }
            LetterboxKind::Bucket => {
                let bucket = self.name().to_owned();
                let input = HeadBucketRequest { bucket, ..Default::default() };
                there.call::<HeadBucket>(input).await.map(drop)
            }
        };
        match tried {
            Err(error) if error.is_server_fault() => Err(error),
            Err(error) if error.shape.status == 403 => Ok(Door::Shut),
            Err(error) if error.shape.status == 404 || error.is(&NO_QUEUE) => Ok(Door::Missing),
            _ => Ok(Door::Open),
        }
    }

    /// The name behind the last colon of what is no function's ARN.
    fn name(&self) -> &str {
        self.arn.rsplit(':').next().unwrap_or_default()
    }

    fn queue_url(&self) -> String {
        let (region, account) =
            Arn::parse(&self.arn).map_or(("", ""), |it| (it.region, it.account));
        format!("https://sqs.{region}.amazonaws.com/{account}/{}", self.name())
    }

    /// The same surroundings in its region.
    fn around(&self, cx: &Context) -> Context {
        let mut there = cx.clone();
        let region = Arn::parse(&self.arn).map_or("", |arn| arn.region);
        if !region.is_empty() {
            there.region = region.into();
        }
        there
    }

    /// Leaves a letter, as this context's caller. It is durable when this returns.
    ///
    /// # Errors
    /// Those of the service that keeps it.
    pub async fn leave(&self, cx: &Context, letter: Letter) -> Result<()> {
        let there = self.around(cx);
        match self.kind {
            LetterboxKind::Queue => {
                let input = SendMessageRequest {
                    queue_url: self.queue_url(),
                    message_body: letter.body,
                    message_attributes: of_queue(letter.attributes),
                    ..Default::default()
                };
                there.call::<SendMessage>(input).await.map(drop)
            }
            LetterboxKind::Topic => {
                let input = PublishInput {
                    topic_arn: Some(self.arn.clone()),
                    message: letter.body,
                    message_attributes: of_topic(letter.attributes),
                    ..Default::default()
                };
                there.call::<Publish>(input).await.map(drop)
            }
            LetterboxKind::Function => {
                let input = InvocationRequest {
                    function_name: self.arn.clone(),
                    invocation_type: Some("Event".to_owned()),
                    payload: Some(letter.body.into()),
                    ..Default::default()
                };
                there.call::<Invoke>(input).await.map(drop)
            }
            LetterboxKind::Bucket => {
                let input = PutObjectRequest {
                    bucket: self.name().to_owned(),
                    key: letter.key,
                    body: bytes::Bytes::from(letter.body).into(),
                    content_type: Some("application/json".to_owned()),
                    ..Default::default()
                };
                there.call::<PutObject>(input).await.map(drop)
            }
        }
    }
}

/// The attributes as SQS has them; none where there is none, since an empty map is not asked for.
fn of_queue(attributes: Attributes) -> Option<BTreeMap<String, sqs::MessageAttributeValue>> {
    let of = |(name, kind, value): (&str, &str, String)| {
        let data_type = kind.to_owned();
        let string_value = Some(value);
        let value = sqs::MessageAttributeValue { data_type, string_value, ..Default::default() };
        (name.to_owned(), value)
    };
    (!attributes.is_empty()).then(|| attributes.into_iter().map(of).collect())
}

/// The attributes as SNS has them.
fn of_topic(attributes: Attributes) -> Option<BTreeMap<String, sns::MessageAttributeValue>> {
    let of = |(name, kind, value): (&str, &str, String)| {
        let data_type = kind.to_owned();
        let string_value = Some(value);
        let value = sns::MessageAttributeValue { data_type, string_value, ..Default::default() };
        (name.to_owned(), value)
    };
    (!attributes.is_empty()).then(|| attributes.into_iter().map(of).collect())
}

/// What a letter is called in a bucket: `<folder>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<UUID>`.
pub fn letter_key(folder: &str, at: Timestamp, uuid: &str) -> String {
    let c = at.civil();
    let (year, month, day) = (c.year, c.month, c.day);
    let (hour, minute, second) = (c.hour, c.minute, c.second);
    format!(
        "{folder}/{year:04}/{month:02}/{day:02}/\
         {year:04}-{month:02}-{day:02}T{hour:02}.{minute:02}.{second:02}-{uuid}"
    )
}

impl TryFrom<String> for Letterbox {
    type Error = String;

    fn try_from(arn: String) -> std::result::Result<Self, String> {
        Self::parse(&arn).ok_or_else(|| format!("{arn} is no place for letters"))
    }
}

impl From<Letterbox> for String {
    fn from(letterbox: Letterbox) -> Self {
        letterbox.arn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_says_what_a_letterbox_is() {
        for (arn, kind) in [
            ("arn:aws:sqs:us-east-1:000000000000:q", LetterboxKind::Queue),
            ("arn:aws:sns:us-east-1:000000000000:t", LetterboxKind::Topic),
            ("arn:aws:lambda:us-east-1:000000000000:function:f", LetterboxKind::Function),
            ("arn:aws:s3:::letters", LetterboxKind::Bucket),
        ] {
            let letterbox = Letterbox::parse(arn).unwrap();
            assert_eq!((letterbox.kind(), letterbox.arn()), (kind, arn));
            let kept = serde_json::to_string(&letterbox).unwrap();
            assert_eq!(kept, format!("\"{arn}\""));
            assert_eq!(serde_json::from_str::<Letterbox>(&kept).unwrap(), letterbox);
            assert!(!letterbox.is_fifo());
        }
        assert!(Letterbox::parse("arn:aws:sqs:us-east-1:000000000000:q.fifo").unwrap().is_fifo());
        assert!(!Letterbox::parse("arn:aws:s3:::letters.fifo").unwrap().is_fifo());
    }

    #[test]
    fn a_letter_in_a_bucket_is_called_by_its_time() {
        let at = Timestamp(((24 + 3) * 3600 + 4 * 60 + 5) * 1000 + 999);
        assert_eq!(letter_key("a/b", at, "u"), "a/b/1970/01/02/1970-01-02T03.04.05-u");
    }

    #[test]
    fn elsewhere_no_letters_are_left() {
        for arn in [
            "",
            "kafka://topic",
            "arn:aws:s3:::letters/inside",
            "arn:aws:s3::000000000000:letters",
            "arn:aws:sqs:::q",
            "arn:aws:sns:us-east-1:000000000000:t:subscription",
            "arn:aws:lambda:us-east-1:000000000000:layer:l",
            "arn:aws:events:us-east-1:000000000000:event-bus/default",
        ] {
            assert_eq!(Letterbox::parse(arn), None, "{arn}");
            assert!(serde_json::from_str::<Letterbox>(&format!("\"{arn}\"")).is_err());
        }
    }
}
