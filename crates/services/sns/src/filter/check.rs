//! Which filter policies are taken, and what AWS says of the others ("Filter policy constraints").

use super::Scope;
use crate::topic_attributes::By;
use platform::Result;
use platform::pattern::Pattern;
use serde_json::{Map, Value};

/// The most names at the top of a policy.
const MOST_KEYS: usize = 5;
/// The most combinations of values.
const MOST_COMBINATIONS: usize = 150;
/// The longest policy.
const MOST_BYTES: usize = 256 << 10;

/// Holds a filter policy against the rules.
///
/// # Errors
/// What is wrong with it, in AWS's words.
pub fn check(text: &str, scope: Scope, by: By) -> Result<()> {
    let refuse = |what: String| by.refuse(format_args!("FilterPolicy: {what}"));
    if text.len() > MOST_BYTES {
        return Err(refuse(format!("Filter policy can not be longer than {MOST_BYTES} bytes")));
    }
    let object = match serde_json::from_str(text) {
        Ok(Value::Object(object)) => object,
        Ok(_) => return Err(refuse("Filter is not an object".to_owned())),
        Err(error) => return Err(refuse(format!("failed to parse JSON. {error}"))),
    };
    if scope == Scope::Attributes && is_nested(&object) {
        let what = "Filter policy scope MessageAttributes does not support nested filter policy";
        return Err(by.refuse(what));
    }
    fields(&object).map_err(refuse)?;
    if object.len() > MOST_KEYS {
        return Err(refuse(format!("Filter policy can not have more than {MOST_KEYS} keys")));
    }
    if combinations(&object, 1, 1) > MOST_COMBINATIONS {
        return Err(refuse("Filter policy is too complex".to_owned()));
    }
    Pattern::parse(text).map_err(|malformed| refuse(malformed.to_string())).map(drop)
}

fn is_nested(object: &Map<String, Value>) -> bool {
    object.iter().any(|(name, value)| match value {
        Value::Object(_) => true,
        Value::Array(items) if name == "$or" => items
            .iter()
            .filter_map(Value::as_object)
            .any(|it| it.iter().any(|(name, value)| value.is_object() && !is_word(name))),
        _ => false,
    })
}

fn is_word(name: &str) -> bool {
    ["anything-but", "prefix", "suffix"].contains(&name)
}

type Said = std::result::Result<(), String>;

fn fields(object: &Map<String, Value>) -> Said {
    for (name, value) in object {
        match value {
            Value::Object(inner) => fields(inner)?,
            Value::Array(items) if name == "$or" && items.len() > 1 => {
                for item in items.iter().filter_map(Value::as_object) {
                    fields(item)?;
                }
            }
            Value::Array(rules) if rules.is_empty() => {
                return Err("Empty arrays are not allowed".to_owned());
            }
            Value::Array(rules) => rules.iter().try_for_each(rule)?,
            _ => return Err(format!("\"{name}\" must be an object or an array")),
        }
    }
    Ok(())
}

fn rule(rule: &Value) -> Said {
    let object = match rule {
        Value::Array(_) => {
            return Err("Match value must be String, number, true, false, or null".to_owned());
        }
        Value::Object(object) => object,
        _ => return Ok(()),
    };
    let mut members = object.iter();
    let (Some((word, value)), None) = (members.next(), members.next()) else {
        return Err("Only one key allowed in match expression".to_owned());
    };
    match (word.as_str(), value) {
        ("prefix" | "suffix", Value::String(_) | Value::Object(_))
        | ("equals-ignore-case" | "wildcard" | "cidr", Value::String(_)) => Ok(()),
        ("prefix" | "suffix" | "equals-ignore-case" | "wildcard" | "cidr", _) => {
            Err(format!("{word} match pattern must be a string"))
        }
        ("exists", Value::Bool(_)) | ("anything-but", _) => Ok(()),
        ("exists", _) => Err("exists match pattern must be either true or false.".to_owned()),
        ("numeric", Value::Array(items)) => numeric(items),
        ("numeric", _) => Err("Value of numeric must be an array.".to_owned()),
        (word, _) => Err(format!("Unrecognized match type {word}")),
    }
}

fn numeric(items: &[Value]) -> Said {
    let shown = |item: Option<&Value>| match item {
        None => "]".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let mut rest = items.iter();
    let first = rest.next();
    let Some(order) = first.and_then(Value::as_str) else {
        return Err(format!("Invalid member in numeric match: {}", shown(first)));
    };
    if !["=", "<", "<=", ">", ">="].contains(&order) {
        return Err(format!("Unrecognized numeric range operator: {order}"));
    }
    let named = if order == "=" { "equals" } else { order };
    let number = |item: Option<&Value>, named: &str| {
        let number = item.and_then(Value::as_f64);
        number.ok_or_else(|| format!("Value of {named} must be numeric"))
    };
    let bottom = number(rest.next(), named)?;
    let Some(second) = rest.next() else { return Ok(()) };
    if !order.starts_with('>') {
        return Err("Too many elements in numeric expression".to_owned());
    }
    let Some(order) = second.as_str() else {
        return Err(format!("Bad value in numeric range: {second}"));
    };
    if !order.starts_with('<') {
        return Err(format!("Bad numeric range operator: {order}"));
    }
    let top = number(rest.next(), order)?;
    match (bottom < top, rest.next()) {
        (false, _) => Err("Bottom must be less than top".to_owned()),
        (true, Some(_)) => Err("Too many terms in numeric range expression".to_owned()),
        (true, None) => Ok(()),
    }
}

/// How many combinations of values there are; the values of a field count once for each level above it.
fn combinations(object: &Map<String, Value>, depth: usize, so_far: usize) -> usize {
    object.iter().fold(so_far, |so_far, (name, value)| match value {
        Value::Object(inner) => combinations(inner, depth + 1, so_far),
        Value::Array(items) if name == "$or" && items.len() > 1 => {
            let each = items.iter().filter_map(Value::as_object);
            each.fold(0, |sum: usize, it| sum.saturating_add(combinations(it, depth, so_far)))
        }
        Value::Array(items) => so_far.saturating_mul(items.len()).saturating_mul(depth),
        _ => so_far,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(policy: &str, scope: Scope) -> String {
        match check(policy, scope, By::Making) {
            Ok(()) => String::new(),
            Err(error) => {
                let head = "Invalid parameter: Attributes Reason: ";
                let said = error.message.strip_prefix(head).unwrap();
                said.strip_prefix("FilterPolicy: ").unwrap_or(said).to_owned()
            }
        }
    }

    #[test]
    fn what_is_wrong_is_said_as_aws_says_it() {
        for (policy, words) in [
            (r#"{"key":[["value"]]}"#, "Match value must be String, number, true, false, or null"),
            (r#"{"key":[{"wrong-operator":true}]}"#, "Unrecognized match type wrong-operator"),
            (
                r#"{"key":[{"suffix":"a","prefix":"b"}]}"#,
                "Only one key allowed in match expression",
            ),
            (r#"{"key":[{"suffix":100}]}"#, "suffix match pattern must be a string"),
            (r#"{"key":"value"}"#, r#""key" must be an object or an array"#),
            (r#"{"key":[{"numeric":[]}]}"#, "Invalid member in numeric match: ]"),
            (
                r#"{"key":[{"numeric":["operator"]}]}"#,
                "Unrecognized numeric range operator: operator",
            ),
            (r#"{"key":[{"numeric":[1,"<="]}]}"#, "Invalid member in numeric match: 1"),
            (r#"{"key":[{"numeric":["=","000"]}]}"#, "Value of equals must be numeric"),
            (r#"{"key":[{"numeric":[">="]}]}"#, "Value of >= must be numeric"),
            (
                r#"{"key":[{"numeric":["<",100,">",10]}]}"#,
                "Too many elements in numeric expression",
            ),
            (r#"{"key":[{"numeric":[">=",1,">",2]}]}"#, "Bad numeric range operator: >"),
            (r#"{"key":[{"numeric":[">",3,"<",1]}]}"#, "Bottom must be less than top"),
            (r#"{"key":[{"numeric":[">",20,"<="]}]}"#, "Value of <= must be numeric"),
            (r#"{"key":[{"numeric":[">",20,30]}]}"#, "Bad value in numeric range: 30"),
            (r#"{"key":[{"numeric":[">",20,"test"]}]}"#, "Bad numeric range operator: test"),
            (
                r#"{"key":[{"numeric":[">",20,"<",30,"<",50]}]}"#,
                "Too many terms in numeric range expression",
            ),
            (r#"{"key":[{"exists":null}]}"#, "exists match pattern must be either true or false."),
            (r#"{"key":[]}"#, "Empty arrays are not allowed"),
            (
                r#"{"key":{"inner":["x"]}}"#,
                "Filter policy scope MessageAttributes does not support nested filter policy",
            ),
            (
                r#"{"a":["x"],"b":["x"],"c":["x"],"d":["x"],"e":["x"],"f":["x"]}"#,
                "Filter policy can not have more than 5 keys",
            ),
            (r#"{"key":["x",1,true,null,{"anything-but":["a"]},{"cidr":"10.0.0.0/8"}]}"#, ""),
        ] {
            assert_eq!(said(policy, Scope::Attributes), words, "{policy}");
        }
        let nested = r#"{"key":{"suffix":"value"}}"#;
        assert_eq!(said(nested, Scope::Body), r#""suffix" must be an object or an array"#);
    }

    #[test]
    fn combinations_are_at_most_150() {
        // "Filter policy constraints" reckons 72 for the first: 3 x 4 x 2 x 3.
        let policy = r#"{"a":{"b":{"c":["1","2","3","4"]}},"d":{"e":["1","2","3"]}}"#;
        let Ok(Value::Object(object)) = serde_json::from_str(policy) else { panic!("{policy}") };
        assert_eq!(combinations(&object, 1, 1), 72);
        assert_eq!(said(policy, Scope::Body), "");
        let many: Vec<_> = (0..151).map(|n| n.to_string()).collect();
        let many = serde_json::json!({ "a": many }).to_string();
        assert_eq!(said(&many, Scope::Attributes), "Filter policy is too complex");
    }
}
