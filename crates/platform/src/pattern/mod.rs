//! Event patterns: what the fields of an event have to be like, in the language of EventBridge.
//!
//! "Creating Amazon EventBridge event patterns" and "Comparison operators for use in event
//! patterns" in the EventBridge user guide; Lambda's event filters and the filter policies of SNS
//! use it too. All fields of a pattern have to match, one rule of each field's list is enough, and
//! so is one alternative of an `$or`. A field of the event that is a list matches if one of its
//! items does.

mod rule;
#[cfg(test)]
mod tests;
mod text;

use rule::Rule;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;
pub use text::in_order;

/// A pattern, and the text that it was read from. Two are equal when their texts are.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    text: String,
    fields: Fields,
}

/// What is wrong with the text of a pattern, in words for a developer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed(String);

impl Malformed {
    fn new(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Malformed {}

/// All of these have to match.
#[derive(Clone, Debug)]
struct Fields {
    named: Vec<(String, Node)>,
    /// One alternative of each has to match.
    either: Vec<Vec<Fields>>,
}

#[derive(Clone, Debug)]
enum Node {
    Inner(Fields),
    /// One of these has to match.
    Leaf(Vec<Rule>),
}

impl Pattern {
    /// Reads a pattern, a JSON object.
    ///
    /// # Errors
    /// Where it is not one.
    pub fn parse(text: impl Into<String>) -> Result<Self, Malformed> {
        let text = text.into();
        let fields = match serde_json::from_str(&text) {
            Ok(Value::Object(fields)) => Fields::parse(&fields)?,
            Ok(_) => return Err(Malformed::new("Filter is not an object")),
            Err(error) => return Err(Malformed::new(error)),
        };
        Ok(Self { text, fields })
    }

    /// The text that it was read from.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether an event is like this.
    pub fn matches(&self, event: &Value) -> bool {
        self.fields.matches(Some(event))
    }

    /// Whether it says anything of this field of the event itself, be it in an alternative.
    pub fn names(&self, field: &str) -> bool {
        self.fields.names(field, &|_| true)
    }

    /// Whether all that it says of this field of the event itself is about fields inside it.
    pub fn looks_into(&self, field: &str) -> bool {
        !self.fields.names(field, &|node| matches!(node, Node::Leaf(_)))
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Pattern {}

impl TryFrom<String> for Pattern {
    type Error = Malformed;

    fn try_from(text: String) -> Result<Self, Malformed> {
        Self::parse(text)
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.text
    }
}

impl Fields {
    fn parse(object: &Map<String, Value>) -> Result<Self, Malformed> {
        if object.is_empty() {
            return Err(Malformed::new("Empty objects are not allowed"));
        }
        let mut fields = Self { named: Vec::new(), either: Vec::new() };
        for (name, value) in object {
            match (name.as_str(), value) {
                ("$or", Value::Array(items)) if are_alternatives(items) => {
                    let objects = items.iter().filter_map(Value::as_object);
                    fields.either.push(objects.map(Self::parse).collect::<Result<_, _>>()?);
                }
                (_, Value::Object(inner)) => {
                    fields.named.push((name.clone(), Node::Inner(Self::parse(inner)?)));
                }
                (_, Value::Array(rules)) if rules.is_empty() => {
                    return Err(Malformed::new("Empty arrays are not allowed"));
                }
                (_, Value::Array(rules)) => {
                    let rules = rules.iter().map(Rule::parse).collect::<Result<_, _>>()?;
                    fields.named.push((name.clone(), Node::Leaf(rules)));
                }
                _ => {
                    let what = format_args!("\"{name}\" must be an object or an array");
                    return Err(Malformed::new(what));
                }
            }
        }
        Ok(fields)
    }

    fn matches(&self, value: Option<&Value>) -> bool {
        match value {
            Some(Value::Array(items)) if !items.is_empty() => {
                items.iter().any(|item| self.matches(Some(item)))
            }
            Some(Value::Object(object)) => self.hold(&|name| object.get(name)),
            _ => self.hold(&|_| None),
        }
    }

    fn hold<'a>(&self, get: &dyn Fn(&str) -> Option<&'a Value>) -> bool {
        let named = |(name, node): &(String, Node)| match node {
            Node::Inner(fields) => fields.matches(get(name)),
            Node::Leaf(rules) => rules.iter().any(|rule| rule.matches(get(name))),
        };
        let one_of = |them: &Vec<Fields>| them.iter().any(|it| it.hold(get));
        self.named.iter().all(named) && self.either.iter().all(one_of)
    }

    fn names(&self, field: &str, counts: &dyn Fn(&Node) -> bool) -> bool {
        self.named.iter().any(|(name, node)| name == field && counts(node))
            || self.either.iter().flatten().any(|it| it.names(field, counts))
    }
}

/// Whether the list of an `$or` holds alternatives; one that holds rules is that of a field which
/// happens to have this name.
fn are_alternatives(items: &[Value]) -> bool {
    let is_one = |item: &Value| {
        item.as_object().is_some_and(|it| it.len() != 1 || !it.keys().any(|key| rule::is_word(key)))
    };
    items.len() > 1 && items.iter().all(is_one)
}
