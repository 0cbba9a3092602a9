//! What clients send, held against the rules.

use crate::attributes::Settings;
use crate::errors;
use crate::machine::SeenKey;
use crate::records::message::{Attribute, Message};
use platform::Result;
use sha2::{Digest, Sha256};
use shapes::checksum::hex;
use shapes::sqs::{
    MessageAttributeValue, MessageSystemAttributeValue, SendMessageBatchRequestEntry,
    SendMessageRequest,
};
use std::collections::BTreeMap;

type Values = BTreeMap<String, MessageAttributeValue>;

/// A message as a client gives it.
pub struct Draft {
    pub body: String,
    pub delay_seconds: Option<i32>,
    pub attributes: Values,
    pub system: BTreeMap<String, MessageSystemAttributeValue>,
    pub dedup: Option<String>,
    pub group: Option<String>,
}

impl From<SendMessageRequest> for Draft {
    fn from(it: SendMessageRequest) -> Self {
        Self {
            body: it.message_body,
            delay_seconds: it.delay_seconds,
            attributes: it.message_attributes.unwrap_or_default(),
            system: it.message_system_attributes.unwrap_or_default(),
            dedup: it.message_deduplication_id,
            group: it.message_group_id,
        }
    }
}

impl From<SendMessageBatchRequestEntry> for Draft {
    fn from(it: SendMessageBatchRequestEntry) -> Self {
        Self {
            body: it.message_body,
            delay_seconds: it.delay_seconds,
            attributes: it.message_attributes.unwrap_or_default(),
            system: it.message_system_attributes.unwrap_or_default(),
            dedup: it.message_deduplication_id,
            group: it.message_group_id,
        }
    }
}

/// A message that may be sent.
pub struct Checked {
    /// Without its id, its instants and its sender.
    pub message: Message,
    /// How long it waits.
    pub delay_ms: i64,
    /// What makes it the same as another.
    pub seen: Option<SeenKey>,
}

impl Draft {
    /// How long it is: its body and its attributes.
    pub fn bytes(&self) -> usize {
        let of = |(name, value): (&String, &MessageAttributeValue)| {
            name.len()
                + value.data_type.len()
                + value.string_value.as_ref().map_or(0, String::len)
                + value.binary_value.as_ref().map_or(0, |bytes| bytes.len())
        };
        self.body.len() + self.attributes.iter().map(of).sum::<usize>()
    }

    /// What a whole batch for a FIFO queue is refused for: an entry is not told of alone.
    ///
    /// # Errors
    /// It lacks its group, or what makes it the same as another.
    pub fn check_in_batch(&self, settings: &Settings) -> Result<()> {
        if settings.is_fifo && self.group.is_none() {
            return Err(errors::invalid(errors::missing("MessageGroupId").message));
        }
        if settings.is_fifo && self.dedup.is_none() && !settings.by_content {
            return Err(errors::invalid(NO_DEDUP));
        }
        Ok(())
    }

    /// Holds it against the rules of a queue.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(self, settings: &Settings) -> Result<Checked> {
        if self.body.is_empty() {
            return Err(errors::missing("MessageBody"));
        }
        if self.bytes() > settings.most_bytes {
            let most = settings.most_bytes;
            return Err(errors::invalid(format!(
                "One or more parameters are invalid. Reason: Message must be shorter than {most} \
                 bytes."
            )));
        }
        check_letters(&self.body)?;
        let delay_ms = self.delay_ms(settings)?;
        let dedup = self.dedup(settings)?;
        let seen = dedup.clone().map(|id| {
            let group = self.group.clone().filter(|_| settings.per_group);
            (group.unwrap_or_default(), id)
        });
        let attributes = attributes(self.attributes)?;
        let trace = trace(self.system)?;
        let (body, group) = (self.body, self.group);
        let message = Message { body, attributes, trace, group, dedup, ..Message::default() };
        Ok(Checked { message, delay_ms, seen })
    }

    fn delay_ms(&self, settings: &Settings) -> Result<i64> {
        let Some(seconds) = self.delay_seconds else { return Ok(settings.delay_ms) };
        if settings.is_fifo {
            if seconds == 0 {
                return Ok(settings.delay_ms);
            }
            return Err(errors::invalid_value(seconds, "DelaySeconds", NOT_HERE));
        }
        if !(0..=900).contains(&seconds) {
            let reason = "DelaySeconds must be >= 0 and <= 900.";
            return Err(errors::invalid_value(seconds, "DelaySeconds", reason));
        }
        Ok(i64::from(seconds) * 1000)
    }

    /// The deduplication id, which only messages of FIFO queues have.
    fn dedup(&self, settings: &Settings) -> Result<Option<String>> {
        if let Some(group) = &self.group {
            check_id("MessageGroupId", group)?;
        }
        if !settings.is_fifo {
            return match &self.dedup {
                Some(id) => Err(errors::invalid_value(id, "MessageDeduplicationId", NOT_HERE)),
                None => Ok(None),
            };
        }
        if self.group.is_none() {
            return Err(errors::missing("MessageGroupId"));
        }
        match &self.dedup {
            Some(id) => {
                check_id("MessageDeduplicationId", id)?;
                Ok(Some(id.clone()))
            }
            None if settings.by_content => Ok(Some(hex(&Sha256::digest(self.body.as_bytes())))),
            None => Err(errors::invalid(NO_DEDUP)),
        }
    }
}

const NO_DEDUP: &str = "The queue should either have ContentBasedDeduplication enabled or \
                        MessageDeduplicationId provided explicitly";
const NOT_HERE: &str = "The request include parameter that is not valid for this queue type.";

/// Ids of 1 to 128 letters, digits and punctuation.
pub fn check_id(name: &str, id: &str) -> Result<()> {
    let fits = (1..=128).contains(&id.len()) && id.bytes().all(|it| it.is_ascii_graphic());
    if fits {
        return Ok(());
    }
    let reason = format!(
        "{name} can only include alphanumeric and punctuation characters. 1 to 128 in length."
    );
    Err(errors::invalid_value(id, name, reason))
}

/// What XML 1.0 may hold.
fn check_letters(text: &str) -> Result<()> {
    let is_strange = |it: char| matches!(it, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    // Bytes first: nearly all texts have none of the letters in question.
    let is_suspect = |it: u8| it < 0x20 || it == 0xef;
    // Without an end in the middle, many of them are looked at in one step.
    let has_suspects = text.bytes().fold(false, |found, it| found | is_suspect(it));
    if has_suspects && text.chars().any(is_strange) {
        return Err(errors::invalid_letters());
    }
    Ok(())
}

fn attributes(values: Values) -> Result<BTreeMap<String, Attribute>> {
    if values.len() > 10 {
        return Err(errors::invalid(format!(
            "Number of message attributes [{}] exceeds the allowed maximum [10].",
            values.len()
        )));
    }
    let each = values.into_iter().map(|(name, value)| {
        check_name(&name)?;
        let attribute = attribute(&name, "user", value)?;
        Ok((name, attribute))
    });
    each.collect()
}

/// "Amazon SQS message metadata": names of attributes. Letters of all alphabets are taken, though the
/// page says otherwise.
fn check_name(name: &str) -> Result<()> {
    let is_letter = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-' | '.');
    let lower = name.to_ascii_lowercase();
    let is_wrong = name.is_empty()
        || name.len() > 256
        || !name.chars().all(is_letter)
        || name.starts_with('.')
        || name.ends_with('.')
        || name.contains("..")
        || lower.starts_with("aws.")
        || lower.starts_with("amazon.");
    if is_wrong {
        return Err(errors::invalid(format!(
            "The message attribute name '{name}' is invalid. Attribute name can contain A-Z, a-z, \
             0-9, underscore (_), hyphen (-), and period (.) characters."
        )));
    }
    Ok(())
}

fn attribute(name: &str, whose: &str, value: MessageAttributeValue) -> Result<Attribute> {
    let of = |rest: &str| errors::invalid(format!("Message ({whose}) attribute '{name}' {rest}"));
    let kind = value.data_type;
    if kind.is_empty() {
        return Err(of("must contain a non-empty message attribute type."));
    }
    let prefix = kind.split('.').next().unwrap_or_default();
    if !["Binary", "Number", "String"].contains(&prefix) || kind.len() > 256 {
        return Err(errors::invalid(format!(
            "The type of message ({whose}) attribute '{name}' is invalid. You must use only the \
             following supported type prefixes: Binary, Number, String."
        )));
    }
    if platform::lists_any(&value.string_list_values)
        || platform::lists_any(&value.binary_list_values)
    {
        let message = "Message attribute list values in SendMessage operation are not supported.";
        return Err(errors::unsupported_operation(message));
    }
    let empty = || of(&format!("must contain a non-empty value of type '{prefix}'."));
    if prefix == "Binary" {
        let bytes = value.binary_value.filter(|bytes| !bytes.is_empty()).ok_or_else(empty)?;
        let value = base64_simd::STANDARD.encode_to_string(&bytes);
        return Ok(Attribute { kind, value });
    }
    let text = value.string_value.filter(|text| !text.is_empty()).ok_or_else(empty)?;
    check_letters(&text).map_err(|_| errors::invalid_letters_of_attribute())?;
    if prefix == "Number" && text.parse::<f64>().is_err() {
        let message =
            format!("Can't cast the value of message ({whose}) attribute '{name}' to a number.");
        return Err(errors::invalid(message));
    }
    Ok(Attribute { kind, value: text })
}

fn trace(values: BTreeMap<String, MessageSystemAttributeValue>) -> Result<Option<Attribute>> {
    let mut trace = None;
    for (name, value) in values {
        if name != "AWSTraceHeader" {
            return Err(errors::invalid(format!(
                "Message system attribute name '{name}' is invalid."
            )));
        }
        let value = MessageAttributeValue {
            string_value: value.string_value,
            binary_value: value.binary_value,
            string_list_values: value.string_list_values,
            binary_list_values: value.binary_list_values,
            data_type: value.data_type,
        };
        if value.data_type != "String" {
            return Err(errors::invalid(format!(
                "The type of message (system) attribute '{name}' is invalid. You must use only the \
                 following supported type prefixes: String."
            )));
        }
        trace = Some(attribute(&name, "system", value)?);
    }
    Ok(trace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_xml_does_not_have_are_refused() {
        for text in ["a\u{0}", "\u{b}", "\u{ffff}", "\u{1f}"] {
            assert!(check_letters(text).is_err(), "{text:?}");
        }
        for text in ["\t\r\n", "ï", "\u{fffd}", "\u{10ffff}", "\u{7f}"] {
            assert!(check_letters(text).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn names_of_attributes_are_as_aws_has_them() {
        for name in ["", ".a", "a.", "a..b", "AWS.x", "aMazon.x", "a b", "a!", "a§"] {
            assert!(check_name(name).is_err(), "{name}");
        }
        assert!(check_name("a.b-c_9").is_ok() && check_name("attr.1øßä").is_ok());
    }
}
