//! The parameters of `Content-Disposition` and `Content-Type`, as browsers and libraries write them.

use percent_encoding::percent_decode_str;

/// The value of a parameter. A name that ends in `*` brings its encoding with it (RFC 5987).
pub(super) fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header.split_once(';')?.1;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ';']);
        let (key, after) = rest.split_once('=')?;
        let (value, next) = value(after.trim_start());
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(if name.ends_with('*') { extended(&value) } else { value });
        }
        rest = next;
    }
}

/// A value and what follows it. Within quotes only a quote is escaped: browsers write a path's
/// backslashes as they are.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        return (text[..end].trim().to_owned(), &text[end..]);
    };
    let mut out = String::new();
    let mut letters = quoted.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if letters.peek().is_some_and(|(_, next)| *next == '"') => {
                out.push('"');
                letters.next();
            }
            '"' => return (out, &quoted[at + 1..]),
            other => out.push(other),
        }
    }
    (out, "")
}

/// `UTF-8''percent-encoded`.
fn extended(value: &str) -> String {
    let encoded = value.splitn(3, '\'').nth(2).unwrap_or(value);
    percent_decode_str(encoded).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found_however_they_are_written() {
        let of = |header: &str, name: &str| parameter(header, name);
        let header = r#"form-data; name="a;b\"c"; filename="C:\dir\f.txt""#;
        assert_eq!(of(header, "name").as_deref(), Some("a;b\"c"));
        assert_eq!(of(header, "filename").as_deref(), Some(r"C:\dir\f.txt"));
        assert_eq!(of("form-data;name=plain ; x=y", "NAME").as_deref(), Some("plain"));
        let extended = "form-data; name=f; filename*=utf-8''%E2%82%AC%20x";
        assert_eq!(of(extended, "filename*").as_deref(), Some("€ x"));
        for bad in ["", "form-data", "form-data;", "form-data; name", "; =", ";;;", "; a=\"x"] {
            assert_eq!(of(bad, "name"), None, "{bad}");
        }
        assert_eq!(of("x; name=\"open", "name").as_deref(), Some("open"));
    }
}
