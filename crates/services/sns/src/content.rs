//! What clients publish, held against the rules.

use crate::records::message::{Attribute, Message};
use crate::records::topic::Topic;
use crate::{errors, topic_attributes};
use platform::{Error, Result};
use serde_json::Value;
use sha2::{Digest, Sha256};
use shapes::checksum::hex;
use shapes::sns::{MessageAttributeValue, PublishBatchRequestEntry, PublishInput};
use std::collections::BTreeMap;

type Values = BTreeMap<String, MessageAttributeValue>;

/// The protocols that may have a text of their own.
const PROTOCOLS: [&str; 8] =
    ["application", "email", "email-json", "firehose", "http", "https", "lambda", "sqs"];

/// A message as a client gives it.
pub struct Draft {
    pub text: String,
    pub subject: Option<String>,
    pub structure: Option<String>,
    pub attributes: Values,
    pub dedup: Option<String>,
    pub group: Option<String>,
}

impl From<PublishInput> for Draft {
    fn from(it: PublishInput) -> Self {
        Self {
            text: it.message,
            subject: it.subject,
            structure: it.message_structure,
            attributes: it.message_attributes.unwrap_or_default(),
            dedup: it.message_deduplication_id,
            group: it.message_group_id,
        }
    }
}

impl From<PublishBatchRequestEntry> for Draft {
    fn from(it: PublishBatchRequestEntry) -> Self {
        Self {
            text: it.message,
            subject: it.subject,
            structure: it.message_structure,
            attributes: it.message_attributes.unwrap_or_default(),
            dedup: it.message_deduplication_id,
            group: it.message_group_id,
        }
    }
}

impl Draft {
    /// How long it is: its text and its attributes.
    pub fn bytes(&self) -> usize {
        let of = |(name, value): (&String, &MessageAttributeValue)| {
            name.len()
                + value.data_type.len()
                + value.string_value.as_ref().map_or(0, String::len)
                + value.binary_value.as_ref().map_or(0, |bytes| bytes.len())
        };
        self.text.len() + self.attributes.iter().map(of).sum::<usize>()
    }

    /// Holds it against the rules of a topic. The message has no id and no instant yet.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(self, topic: &Topic) -> Result<Message> {
        check_subject(self.subject.as_deref())?;
        if self.text.is_empty() {
            return Err(errors::invalid("Empty message"));
        }
        let bytes = self.bytes();
        let attributes = attributes(self.attributes)?;
        if bytes > topic_attributes::most_bytes(topic) {
            return Err(errors::invalid("Message too long"));
        }
        let dedup = check_order(topic, self.group.as_deref(), self.dedup, &self.text)?;
        let (text, texts) = texts(self.text, self.structure.as_deref())?;
        let (subject, group) = (self.subject, self.group);
        Ok(Message { subject, text, texts, attributes, group, dedup, ..Message::default() })
    }
}

/// "Publish", `Subject`: up to 100 letters, no line breaks and control characters.
fn check_subject(subject: Option<&str>) -> Result<()> {
    let Some(subject) = subject else { return Ok(()) };
    let length = subject.chars().count();
    if (1..=100).contains(&length) && !subject.chars().any(char::is_control) {
        return Ok(());
    }
    Err(errors::invalid("Subject"))
}

/// The deduplication id of a message of a FIFO topic; others have none.
fn check_order(
    topic: &Topic,
    group: Option<&str>,
    dedup: Option<String>,
    text: &str,
) -> Result<Option<String>> {
    if let Some(group) = group {
        check_id("MessageGroupId", group)?;
    }
    if !topic.is_fifo() {
        return match dedup {
            None => Ok(None),
            Some(_) => Err(errors::invalid_because(
                "MessageDeduplicationId",
                "The request includes MessageDeduplicationId parameter that is not valid for this \
                 topic type",
            )),
        };
    }
    if group.is_none() {
        return Err(errors::invalid("The MessageGroupId parameter is required for FIFO topics"));
    }
    match dedup {
        Some(id) => {
            check_id("MessageDeduplicationId", &id)?;
            Ok(Some(id))
        }
        None if topic.is("ContentBasedDeduplication") => {
            Ok(Some(hex(&Sha256::digest(text.as_bytes()))))
        }
        None => Err(errors::invalid(
            "The topic should either have ContentBasedDeduplication enabled or \
             MessageDeduplicationId provided explicitly",
        )),
    }
}

/// Ids of 1 to 128 letters, digits and punctuation.
fn check_id(name: &str, id: &str) -> Result<()> {
    if (1..=128).contains(&id.len()) && id.bytes().all(|it| it.is_ascii_graphic()) {
        return Ok(());
    }
    Err(errors::invalid_because(
        name,
        format_args!(
            "{name} can only include alphanumeric and punctuation characters. 1 to 128 in length"
        ),
    ))
}

/// The text, and those of protocols that have one of their own.
fn texts(text: String, structure: Option<&str>) -> Result<(String, BTreeMap<String, String>)> {
    match structure {
        None | Some("") => return Ok((text, BTreeMap::new())),
        Some("json") => {}
        Some(_) => return Err(errors::invalid("MessageStructure")),
    }
    let says = |what: &str| errors::invalid(format_args!("Message Structure - {what}"));
    let Ok(Value::Object(object)) = serde_json::from_str(&text) else {
        return Err(says("JSON message body failed to parse"));
    };
    let mut texts: BTreeMap<_, _> = object
        .into_iter()
        .filter_map(|(name, value)| match value {
            Value::String(text) => Some((name, text)),
            _ => None,
        })
        .collect();
    let default = texts.remove("default");
    let default = default.ok_or_else(|| says("No default entry in JSON message body"))?;
    texts.retain(|name, _| PROTOCOLS.contains(&name.as_str()));
    Ok((default, texts))
}

fn attributes(values: Values) -> Result<BTreeMap<String, Attribute>> {
    let each = values.into_iter().map(|(name, value)| {
        check_name(&name)?;
        let attribute = attribute(&name, value)?;
        Ok((name, attribute))
    });
    each.collect()
}

/// "Amazon SNS message attributes": names.
fn check_name(name: &str) -> Result<()> {
    let says = |what: String| Err(errors::invalid_value(what));
    if name.len() > 256 {
        return says("Length of message attribute name must be less than 256 bytes.".to_owned());
    }
    let letter =
        |is: &str| format!("Invalid message attribute name {is} with character '.' was found.");
    if name.starts_with('.') {
        return says(letter("starting"));
    }
    if name.ends_with('.') {
        return says(letter("ending"));
    }
    let is_letter = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '.');
    if let Some(strange) = name.chars().find(|it| !is_letter(*it)) {
        return says(format!(
            "Invalid non-alphanumeric character '#x{:X}' was found in the message attribute name. \
             Can only include alphanumeric characters, hyphens, underscores, or dots.",
            u32::from(strange)
        ));
    }
    if name.contains("..") {
        let what = "Message attribute name can not have successive '.' character.";
        return says(what.to_owned());
    }
    if name.is_empty() {
        return says("The message attribute name must not be empty.".to_owned());
    }
    Ok(())
}

fn attribute(name: &str, value: MessageAttributeValue) -> Result<Attribute> {
    let of = |rest: String| errors::invalid_value(format!("The message attribute '{name}' {rest}"));
    let kind = value.data_type;
    let prefix = kind.split('.').next().unwrap_or_default();
    let has_end = kind.len() == prefix.len() || kind.len() > prefix.len() + 1;
    if !["Binary", "Number", "String"].contains(&prefix) || !has_end || kind.len() > 256 {
        return Err(of(
            "has an invalid message attribute type, the set of supported type prefixes \
                       is Binary, Number, and String."
                .to_owned(),
        ));
    }
    let field = if prefix == "Binary" { "Binary" } else { "String" };
    let empty = || {
        of(format!(
            "must contain non-empty message attribute value for message attribute type '{kind}'."
        ))
    };
    let other = || of(format!("with type '{kind}' must use field '{field}'."));
    let value = match (field, value.string_value, value.binary_value) {
        (_, None, None) => return Err(empty()),
        ("Binary", _, Some(bytes)) => base64_simd::STANDARD.encode_to_string(&bytes),
        ("String", Some(text), _) => text,
        _ => return Err(other()),
    };
    if value.is_empty() {
        return Err(empty());
    }
    check_value(&kind, prefix, &value).map_err(|what| of(what.to_owned()))?;
    Ok(Attribute { kind, value })
}

/// Numbers are numbers, and an array is JSON.
fn check_value(kind: &str, prefix: &str, value: &str) -> std::result::Result<(), &'static str> {
    let is_number = || value.trim().parse::<f64>().is_ok_and(f64::is_finite);
    if prefix == "Number" && !is_number() {
        return Err("must be a number.");
    }
    let is_array = || matches!(serde_json::from_str(value), Ok(Value::Array(_)));
    if kind == "String.Array" && !is_array() {
        return Err("must be a JSON array.");
    }
    Ok(())
}

/// The longest id of a batch's entry.
const MOST_ID: usize = 80;
/// The most entries of a batch.
const MOST_ENTRIES: usize = 10;

/// Holds the ids of a batch against the rules.
///
/// # Errors
/// There are none, too many, two alike, or strange ones.
pub fn check_ids<'a>(ids: impl Iterator<Item = &'a str>) -> Result<()> {
    use shapes::sns::errors as declared;
    let ids: Vec<_> = ids.collect();
    match ids.len() {
        0 => {
            let message = "The batch request doesn't contain any entries.";
            return Err(Error::new(&declared::EMPTY_BATCH_REQUEST_EXCEPTION, message));
        }
        count if count > MOST_ENTRIES => {
            let message = "The batch request contains more entries than permissible.";
            return Err(Error::new(
                &declared::TOO_MANY_ENTRIES_IN_BATCH_REQUEST_EXCEPTION,
                message,
            ));
        }
        _ => {}
    }
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    if distinct.len() < ids.len() {
        let message = "Two or more batch entries in the request have the same Id.";
        return Err(Error::new(&declared::BATCH_ENTRY_IDS_NOT_DISTINCT_EXCEPTION, message));
    }
    for id in ids {
        let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
        let what = match id.len() {
            0 => "is empty",
            length if length > MOST_ID => "is too long",
            _ if !id.bytes().all(is_letter) => "contains an impermissible character",
            _ => continue,
        };
        let message = format!("The Id of a batch entry in the batch request {what}: {id}");
        return Err(Error::new(&declared::INVALID_BATCH_ENTRY_ID_EXCEPTION, message));
    }
    Ok(())
}

/// The refusal of a batch that is too long as a whole.
pub fn batch_too_long() -> Error {
    let message = "The length of all the messages put together is more than the limit.";
    Error::new(&shapes::sns::errors::BATCH_REQUEST_TOO_LONG_EXCEPTION, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            text: "text".into(),
            subject: None,
            structure: None,
            attributes: Values::new(),
            dedup: None,
            group: None,
        }
    }

    fn fifo(by_content: bool) -> Topic {
        let mut topic = Topic::default();
        topic.attributes.insert("FifoTopic".into(), "true".into());
        topic.attributes.insert("ContentBasedDeduplication".into(), by_content.to_string());
        topic
    }

    fn said(draft: Draft, topic: &Topic) -> String {
        draft.check(topic).map_or_else(|error| error.message, |_| String::new())
    }

    #[test]
    fn a_message_is_held_against_the_rules() {
        let topic = Topic::default();
        let long = "a".repeat(256 * 1024 + 1);
        for (draft, message) in [
            (Draft { text: String::new(), ..draft() }, "Invalid parameter: Empty message"),
            (Draft { text: long, ..draft() }, "Invalid parameter: Message too long"),
            (Draft { subject: Some(String::new()), ..draft() }, "Invalid parameter: Subject"),
            (Draft { subject: Some("a\nb".into()), ..draft() }, "Invalid parameter: Subject"),
            (Draft { subject: Some("a".repeat(101)), ..draft() }, "Invalid parameter: Subject"),
            (
                Draft { structure: Some("json".into()), ..draft() },
                "Invalid parameter: Message Structure - JSON message body failed to parse",
            ),
            (
                Draft { structure: Some("json".into()), text: r#"{"sqs":"x"}"#.into(), ..draft() },
                "Invalid parameter: Message Structure - No default entry in JSON message body",
            ),
            (
                Draft { dedup: Some("d".into()), ..draft() },
                "Invalid parameter: MessageDeduplicationId Reason: The request includes \
                 MessageDeduplicationId parameter that is not valid for this topic type",
            ),
            (Draft { group: Some("g".into()), ..draft() }, ""),
            (Draft { subject: Some("a".repeat(100)), ..draft() }, ""),
        ] {
            assert_eq!(said(draft, &topic), message);
        }
        let mut large = Topic::default();
        large.attributes.insert("MaximumMessageSize".into(), (1 << 20).to_string());
        assert_eq!(said(Draft { text: "a".repeat(1 << 20), ..draft() }, &large), "");
    }

    #[test]
    fn messages_of_fifo_topics_have_a_group_and_a_deduplication_id() {
        let group = Some("g".to_owned());
        assert!(said(draft(), &fifo(true)).contains("The MessageGroupId parameter is required"));
        let without = said(Draft { group: group.clone(), ..draft() }, &fifo(false));
        assert!(without.contains("should either have ContentBasedDeduplication enabled"));
        let text = "Test".to_owned();
        let message = Draft { group, text, ..draft() }.check(&fifo(true)).unwrap();
        assert_eq!(
            message.dedup.as_deref(),
            Some("532eaabd9574880dbf76b9b8cc00832c20a6ec113d682299550d7a6e0f345e25")
        );
    }

    #[test]
    fn protocols_may_have_texts_of_their_own() {
        let text = r#"{"default":"d","sqs":"s","http":7,"other":"o"}"#.to_owned();
        let structure = Some("json".to_owned());
        let message = Draft { text, structure, ..draft() }.check(&Topic::default()).unwrap();
        assert_eq!((message.text_for("sqs"), message.text_for("http")), ("s", "d"));
        assert_eq!(message.texts.len(), 1);
    }

    fn value(
        kind: &str,
        text: Option<&str>,
        bytes: Option<&'static [u8]>,
    ) -> MessageAttributeValue {
        MessageAttributeValue {
            data_type: kind.to_owned(),
            string_value: text.map(str::to_owned),
            binary_value: bytes.map(Into::into),
        }
    }

    #[test]
    fn attributes_are_refused_as_aws_refuses_them() {
        let of = |name: &str, value| {
            let attributes = Values::from([(name.to_owned(), value)]);
            said(Draft { attributes, ..draft() }, &Topic::default())
        };
        let attr = "The message attribute 'a'";
        let invalid = "has an invalid message attribute type, the set of supported type prefixes is \
                       Binary, Number, and String.";
        let empty = "must contain non-empty message attribute value for message attribute type";
        for (given, message) in [
            (value("String", Some(""), None), format!("{attr} {empty} 'String'.")),
            (value("String", None, None), format!("{attr} {empty} 'String'.")),
            (value("Binary", None, Some(b"")), format!("{attr} {empty} 'Binary'.")),
            (
                value("String", None, Some(b"x")),
                format!("{attr} with type 'String' must use field 'String'."),
            ),
            (
                value("Binary", Some("x"), None),
                format!("{attr} with type 'Binary' must use field 'Binary'."),
            ),
            (value("Nonsense", Some("x"), None), format!("{attr} {invalid}")),
            (value("String.", Some("x"), None), format!("{attr} {invalid}")),
            (value("String.prefixed", Some("x"), None), String::new()),
            (value("Number", Some("99.12"), None), String::new()),
            (value("Binary", None, Some(b"x")), String::new()),
        ] {
            assert_eq!(of("a", given), message);
        }
        for (name, message) in [
            (".a", "Invalid message attribute name starting with character '.' was found."),
            ("a.", "Invalid message attribute name ending with character '.' was found."),
            ("a..b", "Message attribute name can not have successive '.' character."),
            (
                "a^b",
                "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. \
                 Can only include alphanumeric characters, hyphens, underscores, or dots.",
            ),
        ] {
            assert_eq!(of(name, value("String", Some("x"), None)), message);
        }
        let long = of(&"a".repeat(257), value("String", Some("x"), None));
        assert_eq!(long, "Length of message attribute name must be less than 256 bytes.");
    }

    #[test]
    fn ids_of_a_batch_are_one_to_ten_and_all_different() {
        let code =
            |ids: &[&str]| check_ids(ids.iter().copied()).map_err(|error| error.code().to_owned());
        assert_eq!(code(&["a", "b-_9"]), Ok(()));
        assert_eq!(code(&[]), Err("EmptyBatchRequest".into()));
        assert_eq!(code(&["a"; 11]), Err("TooManyEntriesInBatchRequest".into()));
        assert_eq!(code(&["a", "a"]), Err("BatchEntryIdsNotDistinct".into()));
        assert_eq!(code(&["a b"]), Err("InvalidBatchEntryId".into()));
    }
}
