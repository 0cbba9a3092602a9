//! The scalars of Ion, as they stand in backticks and in S3's sentences.

use crate::timestamp::Timestamp;
use crate::value::Value;

/// Reads a scalar.
pub(crate) fn read(text: &str) -> Option<Value> {
    let text = text.trim();
    match text.to_ascii_lowercase().as_str() {
        "null" => return Some(Value::Null),
        "true" => return Some(Value::Bool(true)),
        "false" => return Some(Value::Bool(false)),
        _ => {}
    }
    let within = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(inner) = within('"').or_else(|| within('\'')) {
        let plain = !inner.contains(['"', '\'', '\\', '\n']);
        return plain.then(|| Value::Text(inner.to_owned()));
    }
    if let Some(timestamp) = Timestamp::parse(text) {
        return Some(Value::Timestamp(timestamp));
    }
    if let Some((digits, exponent)) = text.split_once(['d', 'D']) {
        let number = format!("{digits}e{exponent}");
        return crate::decimal::Decimal::parse(&number).map(Value::Decimal);
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if !unsigned.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    match text.contains(['e', 'E']) {
        true => text.parse().ok().filter(|it: &f64| it.is_finite()).map(Value::Float),
        false => Value::number(text),
    }
}

/// A symbol; in quotes unless it is a name that means nothing else.
pub(crate) fn symbol(text: &str) -> String {
    let letter = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '$');
    let begins = text.starts_with(|it: char| letter(it) && !it.is_ascii_digit());
    let taken = matches!(text, "true" | "false" | "null" | "nan");
    match begins && !taken && text.chars().all(letter) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'")),
    }
}

/// A value as Ion's text.
pub(crate) fn show(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::Decimal(decimal) => match decimal.scale() {
            0 => decimal.to_string(),
            scale => format!("{}d{}", decimal.digits(), -i64::from(scale)),
        },
        Value::Float(float) => format!("{float:e}"),
        Value::Missing | Value::Null => "null".to_owned(),
        other => other.to_text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_are_read() {
        for (text, shown) in [
            ("true", "true"),
            (" 5 ", "5"),
            ("1.5", "15d-1"),
            ("5d-1", "5d-1"),
            ("1e1", "1e1"),
            ("\"a\"", "\"a\""),
            ("2010T", "2010T"),
            ("2017-01-02T03:04:05.006Z", "2017-01-02T03:04:05.006Z"),
            ("null", "null"),
        ] {
            assert_eq!(read(text).map(|it| show(&it)).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "{", "[1]", "a b", "2010-13T", "1e999", "\"a\"b\""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
