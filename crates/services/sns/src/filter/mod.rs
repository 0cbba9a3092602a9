//! Filter policies: which messages a subscription wants ("Amazon SNS subscription filter policies").
//!
//! The language is that of [`platform::pattern`]. It is held against the attributes of a message, or
//! against its body, which then must be a JSON object.

mod check;
mod flat;

pub use check::check;

use crate::records::message::{Attribute, Message};
use crate::records::subscription::Subscription;
use platform::pattern::{Malformed, Pattern};
use platform::{Error, Result};
use serde_json::{Map, Value};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The longest that the paths of a body may be together; one with more is taken as it stands.
const MOST_PATH_BYTES: usize = 4 << 20;

/// What a filter policy is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The attributes.
    Attributes,
    /// The body.
    Body,
}

impl Scope {
    /// The scope of this name, or of nothing said.
    pub fn of(name: Option<&String>) -> Self {
        match name.map(String::as_str) {
            Some("MessageBody") => Scope::Body,
            _ => Scope::Attributes,
        }
    }
}

/// What a subscription wants.
#[derive(Clone, Debug)]
pub struct Filter {
    pattern: Pattern,
    scope: Scope,
    /// The same with paths for names, where a name may be one.
    flat: Option<Pattern>,
    is_dotted: bool,
}

impl Filter {
    /// A subscription's filter, if it has one.
    ///
    /// # Errors
    /// Its record is damaged.
    pub fn of(subscription: &Subscription) -> Result<Option<Self>> {
        let Some(text) = subscription.attributes.get("FilterPolicy") else { return Ok(None) };
        let scope = Scope::of(subscription.attributes.get("FilterPolicyScope"));
        Self::parse(text, scope).map(Some).map_err(Error::internal)
    }

    /// What of a message it is about.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    fn parse(text: &str, scope: Scope) -> std::result::Result<Self, Malformed> {
        let pattern = Pattern::parse(text)?;
        let policy: Value = serde_json::from_str(text).unwrap_or_default();
        let flat = match (scope, policy.as_object().and_then(flat::policy)) {
            (Scope::Body, Some(flat)) => Pattern::parse(Value::Object(flat).to_string()).ok(),
            _ => None,
        };
        Ok(Self { pattern, scope, flat, is_dotted: flat::is_dotted(&policy) })
    }
}

/// A message's body, and the same with paths for names if it has names that may be such.
struct Body {
    value: Value,
    /// Once it was asked for.
    flat: OnceCell<Value>,
    is_dotted: bool,
    /// Its paths fit into memory: each leaf has one, as long as all names above it.
    is_short: bool,
}

impl Body {
    fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok().filter(Value::is_object)?;
        let is_dotted = flat::is_dotted(&value);
        let is_short = flat::path_bytes(&value) <= MOST_PATH_BYTES;
        Some(Self { value, flat: OnceCell::new(), is_dotted, is_short })
    }

    fn passes(&self, filter: &Filter) -> bool {
        match &filter.flat {
            Some(flat) if self.is_short && (self.is_dotted || filter.is_dotted) => {
                flat.matches(self.flat.get_or_init(|| flat::body(&self.value)))
            }
            _ => filter.pattern.matches(&self.value),
        }
    }
}

/// A message as filters see it. It is read once for all subscriptions, where one asks.
pub struct Event<'a> {
    message: &'a Message,
    attributes: Option<Value>,
    bodies: BTreeMap<&'a str, Option<Body>>,
}

impl<'a> Event<'a> {
    /// The event of a message.
    pub fn of(message: &'a Message) -> Self {
        Self { message, attributes: None, bodies: BTreeMap::new() }
    }

    /// Whether a subscription that is served by a protocol gets the message.
    pub fn passes(&mut self, filter: &Filter, protocol: &str) -> bool {
        let message = self.message;
        match filter.scope {
            Scope::Attributes => {
                let event = self.attributes.get_or_insert_with(|| read_all(&message.attributes));
                filter.pattern.matches(event)
            }
            Scope::Body => {
                let text = message.text_for(protocol);
                let body = self.bodies.entry(text).or_insert_with(|| Body::read(text));
                body.as_ref().is_some_and(|body| body.passes(filter))
            }
        }
    }
}

fn read_all(attributes: &BTreeMap<String, Attribute>) -> Value {
    let each = attributes.iter().filter_map(|(name, it)| Some((name.clone(), value(it)?)));
    Value::Object(each.collect::<Map<_, _>>())
}

/// What an attribute says to a filter. Binary ones say nothing.
fn value(attribute: &Attribute) -> Option<Value> {
    let text = &attribute.value;
    match attribute.kind.split('.').next() {
        Some("Number") => Some(number(text).unwrap_or_else(|| text.clone().into())),
        Some("String") if attribute.kind == "String.Array" => {
            let list = serde_json::from_str(text).ok().filter(Value::is_array);
            Some(list.unwrap_or_else(|| text.clone().into()))
        }
        Some("String") => Some(text.clone().into()),
        _ => None,
    }
}

/// A number as JSON writes it: `100.0` and `100` are the same to SNS.
fn number(text: &str) -> Option<Value> {
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    let number: f64 = text.parse().ok()?;
    let whole = number.trunc();
    #[allow(clippy::float_cmp, clippy::cast_possible_truncation)] // Looked at just before.
    if whole == number && number.abs() < 9.0e15 {
        return Some((whole as i64).into());
    }
    serde_json::Number::from_f64(number).map(Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn filter(policy: &str, scope: Scope) -> Filter {
        Filter::parse(policy, scope).unwrap()
    }

    fn message(attributes: &[(&str, &str, &str)], text: &str) -> Message {
        let each = attributes.iter().map(|(name, kind, value)| {
            let (kind, value) = ((*kind).to_owned(), (*value).to_owned());
            ((*name).to_owned(), Attribute { kind, value })
        });
        Message { attributes: each.collect(), text: text.to_owned(), ..Message::default() }
    }

    fn passes(policy: &str, attributes: &[(&str, &str, &str)]) -> bool {
        let message = message(attributes, "");
        Event::of(&message).passes(&filter(policy, Scope::Attributes), "sqs")
    }

    #[test]
    fn attributes_are_matched_by_their_kind() {
        for (policy, kind, value, expected) in [
            (r#"{"a":["x","y"]}"#, "String", "y", true),
            (r#"{"a":["x"]}"#, "String", "z", false),
            (r#"{"a":["x"]}"#, "String.Array", r#"["w","x"]"#, true),
            (r#"{"a":[true]}"#, "String.Array", r"[true,null]", true),
            (r#"{"a":["x"]}"#, "Binary", "x", false),
            (r#"{"a":[100]}"#, "Number", "100.0", true),
            (r#"{"a":[100]}"#, "Number", "100", true),
            (r#"{"a":["100"]}"#, "Number", "100", false),
            (r#"{"a":[{"numeric":[">",0,"<=",100]}]}"#, "Number", "99.12", true),
            (r#"{"a":[{"numeric":[">",0,"<=",100]}]}"#, "Number", "111", false),
            (r#"{"a":[{"numeric":[">",0]}]}"#, "String", "5", false),
            (r#"{"a":[{"anything-but":["x"]}]}"#, "String", "y", true),
            (r#"{"a":[{"anything-but":{"prefix":"x"}}]}"#, "String", "xy", false),
            (r#"{"a":[{"prefix":"x"}]}"#, "String", "xy", true),
            (r#"{"a":[{"suffix":"y"}]}"#, "String", "xy", true),
            (r#"{"a":[{"equals-ignore-case":"XY"}]}"#, "String", "xy", true),
            (r#"{"a":[{"wildcard":"x*z"}]}"#, "String", "xyz", true),
            (r#"{"a":[{"cidr":"10.0.0.0/24"}]}"#, "String", "10.0.0.9", true),
            (r#"{"a":[{"exists":true}]}"#, "String", "x", true),
            (r#"{"a":[{"exists":false}]}"#, "String", "x", false),
            (r#"{"$or":[{"a":["x"]},{"b":["y"]}]}"#, "String", "x", true),
        ] {
            assert_eq!(passes(policy, &[("a", kind, value)]), expected, "{policy} {value}");
        }
        assert!(passes(r#"{"a":[{"exists":false}]}"#, &[]));
        assert!(!passes(r#"{"a":["x"]}"#, &[]));
        assert!(!passes(r#"{"a":["x"],"b":["y"]}"#, &[("a", "String", "x")]));
    }

    #[test]
    fn a_body_is_matched_where_it_is_a_json_object() {
        let wants = filter(r#"{"object":{"key":[{"prefix":"auto-"}]}}"#, Scope::Body);
        for (text, expected) in [
            (r#"{"object":{"key":"auto-x"}}"#, true),
            (r#"{"object":{"key":"manual"}}"#, false),
            (r#"[{"object":{"key":"auto-x"}}]"#, false),
            ("text", false),
        ] {
            let message = message(&[], text);
            assert_eq!(Event::of(&message).passes(&wants, "sqs"), expected, "{text}");
        }
        let mut message = message(&[], "text");
        message.texts.insert("sqs".into(), r#"{"object":{"key":"auto-x"}}"#.into());
        assert!(Event::of(&message).passes(&wants, "sqs"));
        assert!(!Event::of(&message).passes(&wants, "http"));
    }

    #[test]
    fn what_is_taken_is_read_again() {
        for policy in
            [r#"{"a":{"$or":[{"exists":true}]}}"#, r#"{"$or":[{"exists":true}],"b.c":["x"]}"#]
        {
            for scope in [Scope::Attributes, Scope::Body] {
                let is_taken = check(policy, scope, crate::topic_attributes::By::Making).is_ok();
                assert!(!is_taken || Filter::parse(policy, scope).is_ok(), "{policy}");
            }
        }
    }

    #[test]
    fn a_body_with_paths_without_end_is_taken_as_it_stands() {
        let leaves: Vec<_> = (0..2000).map(|n| format!(r#""{n}.":0"#)).collect();
        let text = format!(r#"{{"{}":{{{}}},"a":"x"}}"#, "x".repeat(100_000), leaves.join(","));
        let body = Body::read(&text).unwrap();
        assert!(body.passes(&filter(r#"{"a":["x"]}"#, Scope::Body)));
        assert!(body.flat.get().is_none());
    }

    #[test]
    fn a_name_with_a_dot_is_a_path() {
        for (policy, text, expected) in [
            (r#"{"a.b":["x"]}"#, r#"{"a":{"b":"x"}}"#, true),
            (r#"{"a.b":["x"]}"#, r#"{"a.b":"x"}"#, true),
            (r#"{"a":{"b":["x"]}}"#, r#"{"a.b":"x"}"#, true),
            (r#"{"a.b":["x"]}"#, r#"{"a":[{"b":"y"},{"b":"x"}]}"#, true),
            (r#"{"a.b":["x"]}"#, r#"{"a":{"b":"y"}}"#, false),
            (r#"{"a.b":[{"exists":false}]}"#, r#"{"a":{"b":"y"}}"#, false),
        ] {
            let message = message(&[], text);
            let passed = Event::of(&message).passes(&filter(policy, Scope::Body), "sqs");
            assert_eq!(passed, expected, "{policy} {text}");
        }
    }

    proptest! {
        /// A message passes a list of plain values exactly if its value is in it.
        #[test]
        fn a_value_passes_if_it_is_listed(
            listed in proptest::collection::vec("[a-c]{1,2}", 1..4),
            value in "[a-c]{1,2}",
        ) {
            let policy = serde_json::json!({ "a": listed }).to_string();
            let passed = passes(&policy, &[("a", "String", &value)]);
            prop_assert_eq!(passed, listed.contains(&value));
        }

        /// Any attribute is read, whatever it holds.
        #[test]
        fn any_attribute_can_be_asked(kind in "(String|String.Array|Number|Binary)", value in ".*") {
            passes(r#"{"a":[{"numeric":["=",1]}]}"#, &[("a", &kind, &value)]);
        }
    }
}
