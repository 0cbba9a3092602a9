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

/// The text of an XML element, where it first stands and has no elements of its own.
pub fn element<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("<{name}>"))?;
    rest.split_once('<').map(|(value, _)| value)
}

/// The same as a value in a query string.
pub fn percent(text: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    let shown = |byte: u8| match is_plain(&byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(shown).collect()
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

    #[test]
    fn elements_are_found_and_made_fit_for_a_query() {
        assert_eq!(element("<a><b>x=</b><b>y</b></a>", "b"), Some("x="));
        assert_eq!(element("<a><b>x</b></a>", "c"), None);
        assert_eq!(percent("a-1+/=ü"), "a-1%2B%2F%3D%C3%BC");
    }
}
