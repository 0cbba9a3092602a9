//! Finding what matters in an answer without parsing all of it.

use memchr::memmem;

/// How often `needle` occurs.
pub fn count(body: &[u8], needle: &str) -> u64 {
    memmem::find_iter(body, needle.as_bytes()).count() as u64
}

/// The text or number of a member of a JSON object, wherever in the body it first stands.
pub fn member<'a>(body: &'a [u8], name: &str) -> Option<&'a str> {
    let quoted = format!("\"{name}\"");
    let after = &body[memmem::find(body, quoted.as_bytes())? + quoted.len()..];
    let colon = after.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let value = after.get(colon + 1..)?;
    let value = &value[value.iter().position(|byte| !byte.is_ascii_whitespace())?..];
    let (value, end) = match value.first()? {
        b'"' => (&value[1..], memchr::memchr(b'"', &value[1..])?),
        _ => (value, value.iter().position(|byte| b",}] \n\r".contains(byte))?),
    };
    std::str::from_utf8(&value[..end]).ok()
}

/// A header's value.
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_with_and_without_spaces() {
        let body = br#"{"A": "x y", "B":7,"C":null}"#;
        assert_eq!(member(body, "A"), Some("x y"));
        assert_eq!(member(body, "B"), Some("7"));
        assert_eq!(member(body, "C"), Some("null"));
        assert_eq!(member(body, "D"), None);
        assert_eq!(member(b"\"A\"", "A"), None);
        assert_eq!(count(body, "\"A\""), 1);
    }
}
