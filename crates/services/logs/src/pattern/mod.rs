//! Filter patterns ("Filter pattern syntax for metric filters, subscription filters, filter log
//! events, and Live Tail" in the CloudWatch Logs user guide).
//!
//! Terms and JSON patterns are matched; space-delimited patterns and regular expressions are
//! refused by name.

mod json;
mod terms;

use crate::errors::{invalid, unsupported};
use platform::Result;

/// What events must be like.
#[derive(Debug)]
pub enum Pattern {
    /// Words that a message must have or must not have.
    Terms(terms::Terms),
    /// What a message must say as a JSON document.
    Json(json::Expression),
}

impl Pattern {
    /// Reads a pattern; an empty one matches everything.
    ///
    /// # Errors
    /// `InvalidParameterException`.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        if text.starts_with('[') {
            return Err(unsupported("A space-delimited filterPattern"));
        }
        if text.contains('%') && text.matches('%').count() > 1 && !text.contains('"') {
            return Err(unsupported("A regular expression in filterPattern"));
        }
        let pattern = match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
            Some(inside) => json::parse(inside).map(Pattern::Json),
            None => terms::parse(text).map(Pattern::Terms),
        };
        pattern.ok_or_else(|| invalid("Invalid filter pattern"))
    }

    /// Whether a message is what is wanted.
    pub fn matches(&self, message: &str) -> bool {
        match self {
            Pattern::Terms(terms) => terms.matches(message),
            Pattern::Json(expression) => {
                let document = serde_json::from_str::<serde_json::Value>(message);
                document.is_ok_and(|document| document.is_object() && expression.holds(&document))
            }
        }
    }
}
