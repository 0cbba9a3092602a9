//! Which partition key a line has.

use platform::{Ids, RandomIds};
use serde_json::Value;

/// Where keys come from.
#[derive(Debug)]
pub enum Keys {
    /// The same for all.
    Fixed(String),
    /// A member of each line.
    Field(String),
    /// Any.
    Random,
}

impl Keys {
    /// The keys that the options ask for. The error is a sentence for the user.
    pub fn new(fixed: Option<String>, field: Option<String>) -> Result<Self, String> {
        match (fixed, field) {
            (Some(key), _) if key.is_empty() => Err("a partition key is not empty".to_owned()),
            (Some(key), _) => Ok(Self::Fixed(key)),
            (None, Some(field)) => Ok(Self::Field(field)),
            (None, None) => Ok(Self::Random),
        }
    }

    /// The key of a line. The error is a sentence for the user.
    pub fn of(&self, line: u64, data: &[u8]) -> Result<String, String> {
        match self {
            Self::Fixed(key) => Ok(key.clone()),
            Self::Random => Ok(RandomIds.hex(8)),
            Self::Field(field) => {
                let said: Value = serde_json::from_slice(data)
                    .map_err(|error| format!("line {line} is no JSON: {error}"))?;
                match said.get(field) {
                    Some(Value::String(key)) if !key.is_empty() => Ok(key.clone()),
                    Some(key @ (Value::Number(_) | Value::Bool(_))) => Ok(key.to_string()),
                    Some(_) => Err(format!("{field} of line {line} is no partition key")),
                    None => Err(format!("line {line} has no {field}")),
                }
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_fixed_of_a_member_or_any() {
        let fixed = Keys::new(Some("k".to_owned()), None).unwrap();
        assert_eq!(fixed.of(1, b"x").as_deref(), Ok("k"));
        let field = Keys::new(None, Some("user".to_owned())).unwrap();
        assert_eq!(field.of(1, br#"{"user": "ann", "n": 1}"#).as_deref(), Ok("ann"));
        assert_eq!(field.of(1, br#"{"user": 7}"#).as_deref(), Ok("7"));
        for wrong in [&b"x"[..], b"{}", b"[1]", br#"{"user": null}"#, br#"{"user": ""}"#] {
            assert!(field.of(3, wrong).is_err_and(|problem| problem.contains("line 3")));
        }
        let any = Keys::new(None, None).unwrap();
        assert_ne!(any.of(1, b"x"), any.of(1, b"x"));
        assert!(Keys::new(Some(String::new()), None).is_err());
    }
}
