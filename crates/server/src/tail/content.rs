//! What a record's data is, for a person: text as it is, anything else told and cut short.

use crate::escape;
use serde_json::value::RawValue;
use std::fmt::Write;

/// How many bytes of what is no text are shown.
const SHOWN: usize = 24;

/// The data in one line.
pub fn line(data: &[u8]) -> String {
    if data.is_empty() {
        return "(empty)".to_owned();
    }
    if data.starts_with(&[0x1f, 0x8b]) {
        return format!("(gzip, {} bytes)", data.len());
    }
    match std::str::from_utf8(data) {
        Ok(text) if !text.contains('\0') => {
            let text = text.strip_suffix('\n').unwrap_or(text);
            let text = text.strip_suffix('\r').unwrap_or(text);
            let is_json =
                text.starts_with(['{', '[']) && serde_json::from_str::<&RawValue>(text).is_ok();
            if is_json {
                escape::json(&joined(text)).into_owned()
            } else {
                escape::lines(&text.replace('\n', "⏎"))
            }
        }
        _ => binary(data),
    }
}

fn binary(data: &[u8]) -> String {
    let mut out = format!("(binary, {} bytes) ", data.len());
    for byte in data.iter().take(SHOWN) {
        // Writing into a string does not fail.
        let _ = write!(out, "{byte:02x}");
    }
    if data.len() > SHOWN {
        out.push('…');
    }
    out
}

/// JSON on one line: what lies between its parts goes where it is more than that, and nothing within a string.
fn joined(json: &str) -> String {
    if !json.contains(['\n', '\r']) {
        return json.to_owned();
    }
    let (mut out, mut within, mut escaped) = (String::with_capacity(json.len()), false, false);
    for c in json.chars() {
        if within || !c.is_ascii_whitespace() {
            out.push(c);
        }
        within ^= c == '"' && !escaped;
        escaped = within && c == '\\' && !escaped;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_left_and_json_is_one_line() {
        assert_eq!(line(b"hello  world\r\n"), "hello  world");
        assert_eq!(line(b"a\nb"), "a⏎b");
        assert_eq!(line(b"{\"a\": 1.50}"), "{\"a\": 1.50}");
        assert_eq!(
            line(b"{\n  \"a b\": \"x\\\" y\",\n  \"c\": [1, 2]\n}\n"),
            "{\"a b\":\"x\\\" y\",\"c\":[1,2]}"
        );
        assert_eq!(line(b"{\n"), "{");
        assert_eq!(line("\u{1b}[2Jü".as_bytes()), "\\u{1b}[2Jü");
        assert_eq!(line("{\"a\":\"\u{202e}\"}".as_bytes()), "{\"a\":\"\\u202e\"}");
    }

    #[test]
    fn what_is_no_text_is_told_and_cut_short() {
        assert_eq!(line(b""), "(empty)");
        assert_eq!(line(&[0x1f, 0x8b, 8, 0]), "(gzip, 4 bytes)");
        assert_eq!(line(&[0xff, 0x00, 0x41]), "(binary, 3 bytes) ff0041");
        assert_eq!(line(b"a\0"), "(binary, 2 bytes) 6100");
        assert!(line(&[0xff; 1000]).ends_with("ff…"));
    }
}
