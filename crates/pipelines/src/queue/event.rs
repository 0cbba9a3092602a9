//! What a message is in the event that a function gets.
//!
//! "Using Lambda with Amazon SQS" in the Lambda developer guide shows it; the members stand in the
//! order in which AWS sends them.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use shapes::sqs::{Message, MessageAttributeValue};
use std::collections::BTreeMap;

/// What comes before the records, and after them.
const BEGIN: &[u8] = b"{\"Records\":[";
const END: &[u8] = b"]}";

/// In which order the attributes stand.
const ATTRIBUTES: [&str; 9] = [
    "ApproximateReceiveCount",
    "AWSTraceHeader",
    "SentTimestamp",
    "SequenceNumber",
    "MessageGroupId",
    "SenderId",
    "MessageDeduplicationId",
    "ApproximateFirstReceiveTimestamp",
    "DeadLetterQueueSourceArn",
];

/// What all messages of a queue have in common.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin<'a> {
    /// The queue.
    pub arn: &'a str,
    /// Its region.
    pub region: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    message_id: &'a str,
    receipt_handle: &'a str,
    body: &'a str,
    attributes: Attributes<'a>,
    message_attributes: BTreeMap<&'a str, Attribute<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    md5_of_message_attributes: Option<&'a str>,
    md5_of_body: &'a str,
    event_source: &'static str,
    #[serde(rename = "eventSourceARN")]
    event_source_arn: &'a str,
    aws_region: &'a str,
}

struct Attributes<'a>(Option<&'a BTreeMap<String, String>>);

impl Serialize for Attributes<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for name in ATTRIBUTES {
            if let Some(value) = self.0.and_then(|all| all.get(name)) {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Attribute<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    string_value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    binary_value: Option<String>,
    string_list_values: [&'static str; 0],
    binary_list_values: [&'static str; 0],
    data_type: &'a str,
}

impl<'a> Attribute<'a> {
    fn of(value: &'a MessageAttributeValue) -> Self {
        let binary = value.binary_value.as_ref();
        Self {
            string_value: value.string_value.as_deref(),
            binary_value: binary.map(|it| base64_simd::STANDARD.encode_to_string(it)),
            string_list_values: [],
            binary_list_values: [],
            data_type: &value.data_type,
        }
    }
}

/// A message's record, as JSON.
pub(crate) fn record(origin: Origin<'_>, message: &Message) -> Vec<u8> {
    let own = message.message_attributes.iter().flatten();
    let record = Record {
        message_id: message.message_id.as_deref().unwrap_or_default(),
        receipt_handle: message.receipt_handle.as_deref().unwrap_or_default(),
        body: message.body.as_deref().unwrap_or_default(),
        attributes: Attributes(message.attributes.as_ref()),
        message_attributes: own.map(|(name, it)| (name.as_str(), Attribute::of(it))).collect(),
        md5_of_message_attributes: message.md5_of_message_attributes.as_deref(),
        md5_of_body: message.md5_of_body.as_deref().unwrap_or_default(),
        event_source: "aws:sqs",
        event_source_arn: origin.arn,
        aws_region: origin.region,
    };
    // Texts and maps of texts are always JSON.
    serde_json::to_vec(&record).unwrap_or_default()
}

/// The record as patterns see it: the body is JSON where it is any.
pub(crate) fn for_patterns(record: &[u8], body: &str) -> Value {
    let mut event: Value = serde_json::from_slice(record).unwrap_or_else(|_| json!({}));
    match serde_json::from_str::<Value>(body) {
        Ok(value) if value.is_object() || value.is_array() => event["body"] = value,
        _ => {}
    }
    event
}

/// The event of a batch.
pub(crate) fn write<'a>(records: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut out = BEGIN.to_vec();
    for (place, record) in records.enumerate() {
        if place > 0 {
            out.push(b',');
        }
        out.extend_from_slice(record);
    }
    out.extend_from_slice(END);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: Origin<'static> =
        Origin { arn: "arn:aws:sqs:us-east-1:000000000000:q", region: "us-east-1" };

    fn message() -> Message {
        let value = |value: &str| value.to_owned();
        let attributes = [
            ("ApproximateFirstReceiveTimestamp", "1545082649185"),
            ("ApproximateReceiveCount", "1"),
            ("SenderId", "AIDAIENQZJOLO23YVJ4VO"),
            ("SentTimestamp", "1545082649183"),
        ];
        Message {
            message_id: Some(value("059f36b4")),
            receipt_handle: Some(value("AQEB")),
            body: Some(value("Test \"message\".")),
            md5_of_body: Some(value("e4e6")),
            attributes: Some(attributes.map(|(name, it)| (value(name), value(it))).into()),
            ..Default::default()
        }
    }

    #[test]
    fn a_record_is_what_aws_sends() {
        let record = String::from_utf8(record(ORIGIN, &message())).unwrap();
        let expected = concat!(
            r#"{"messageId":"059f36b4","receiptHandle":"AQEB","body":"Test \"message\".","#,
            r#""attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183","#,
            r#""SenderId":"AIDAIENQZJOLO23YVJ4VO","#,
            r#""ApproximateFirstReceiveTimestamp":"1545082649185"},"messageAttributes":{},"#,
            r#""md5OfBody":"e4e6","eventSource":"aws:sqs","#,
            r#""eventSourceARN":"arn:aws:sqs:us-east-1:000000000000:q","awsRegion":"us-east-1"}"#,
        );
        assert_eq!(record, expected);
    }

    #[test]
    fn attributes_of_a_message_are_there_with_their_types() {
        let text = MessageAttributeValue {
            string_value: Some("100".into()),
            data_type: "Number".into(),
            ..Default::default()
        };
        let bytes = MessageAttributeValue {
            binary_value: Some(vec![1, 1, 0].into()),
            data_type: "Binary".into(),
            ..Default::default()
        };
        let message = Message {
            message_attributes: Some([("a".into(), text), ("b".into(), bytes)].into()),
            md5_of_message_attributes: Some("00".into()),
            ..message()
        };
        let record: Value = serde_json::from_slice(&record(ORIGIN, &message)).unwrap();
        let expected = json!({
            "a": {
                "stringValue": "100", "stringListValues": [], "binaryListValues": [],
                "dataType": "Number",
            },
            "b": {
                "binaryValue": "AQEA", "stringListValues": [], "binaryListValues": [],
                "dataType": "Binary",
            },
        });
        assert_eq!(record["messageAttributes"], expected);
        assert_eq!(record["md5OfMessageAttributes"], "00");
    }

    #[test]
    fn an_event_holds_all_records() {
        let event = write([&b"{}"[..], b"{\"a\":1}"].into_iter());
        assert_eq!(event, b"{\"Records\":[{},{\"a\":1}]}");
    }
}
