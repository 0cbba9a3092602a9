//! What a text has to be like.

use super::Malformed;
use serde_json::Value;

/// One comparison of a text.
#[derive(Clone, Debug)]
pub(super) enum Text {
    Prefix(Folded),
    Suffix(Folded),
    /// `equals-ignore-case`, in small letters.
    Equal(String),
    Wildcard(Wildcard),
}

/// A part of a text, and whether its case matters.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    /// In small letters where the case does not matter.
    part: String,
    any_case: bool,
}

/// Texts between which there may be anything; never empty.
#[derive(Clone, Debug)]
pub(super) struct Wildcard(Vec<String>);

impl Text {
    /// Whether this is the name of such a comparison.
    pub fn is_word(name: &str) -> bool {
        ["prefix", "suffix", "equals-ignore-case", "wildcard"].contains(&name)
    }

    /// The comparison of this name with this value.
    pub fn parse(word: &str, value: &Value) -> Result<Self, Malformed> {
        match (word, value) {
            ("prefix", value) => Folded::parse(word, value).map(Self::Prefix),
            ("suffix", value) => Folded::parse(word, value).map(Self::Suffix),
            ("equals-ignore-case", Value::String(text)) => Ok(Self::Equal(text.to_lowercase())),
            ("wildcard", Value::String(text)) => Wildcard::parse(text).map(Self::Wildcard),
            (word, _) if super::rule::is_word(word) => wrong_value(word),
            _ => Err(Malformed::new(format_args!("Unrecognized match type {word}"))),
        }
    }

    /// Whether a text is like this.
    pub fn admits(&self, text: &str) -> bool {
        match self {
            Self::Prefix(Folded { part, any_case: false }) => text.starts_with(part),
            Self::Prefix(Folded { part, .. }) => text.to_lowercase().starts_with(part),
            Self::Suffix(Folded { part, any_case: false }) => text.ends_with(part),
            Self::Suffix(Folded { part, .. }) => text.to_lowercase().ends_with(part),
            Self::Equal(folded) => text.to_lowercase() == *folded,
            Self::Wildcard(wildcard) => wildcard.admits(text),
        }
    }
}

fn wrong_value<T>(word: &str) -> Result<T, Malformed> {
    Err(Malformed::new(format_args!("{word} has a value of the wrong type")))
}

impl Folded {
    /// A string, or `{"equals-ignore-case": string}`.
    fn parse(word: &str, value: &Value) -> Result<Self, Malformed> {
        if let Value::String(text) = value {
            return Ok(Self { part: text.clone(), any_case: false });
        }
        match value.as_object().map(|it| (it.len(), it.get("equals-ignore-case"))) {
            Some((1, Some(Value::String(text)))) => {
                Ok(Self { part: text.to_lowercase(), any_case: true })
            }
            _ => wrong_value(word),
        }
    }
}

impl Wildcard {
    /// `*` is any text, `\*` an asterisk and `\\` a backslash.
    fn parse(text: &str) -> Result<Self, Malformed> {
        let mut parts = vec![String::new()];
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            let literal = match c {
                '*' if characters.peek() == Some(&'*') => {
                    return Err(Malformed::new("Consecutive wildcard characters"));
                }
                '*' => {
                    parts.push(String::new());
                    continue;
                }
                '\\' => characters
                    .next_if(|next| matches!(next, '*' | '\\'))
                    .ok_or_else(|| Malformed::new("Invalid escape character"))?,
                other => other,
            };
            if let Some(part) = parts.last_mut() {
                part.push(literal);
            }
        }
        Ok(Self(parts))
    }

    fn admits(&self, text: &str) -> bool {
        in_order(&self.0, text)
    }
}

/// Whether a text is made of these parts, in their order, with anything between two of them.
pub fn in_order(parts: &[impl AsRef<str>], text: &str) -> bool {
    let [first, between @ .., last] = parts else {
        return parts.first().is_some_and(|only| text == only.as_ref());
    };
    let inside = text.strip_prefix(first.as_ref()).and_then(|it| it.strip_suffix(last.as_ref()));
    let Some(mut rest) = inside else { return false };
    for part in between {
        match rest.split_once(part.as_ref()) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}
