//! Text from outside, as it may stand in a line: without what ends lines, moves a terminal's
//! cursor, turns the direction of reading or is not seen.

use std::borrow::Cow;
use std::fmt;
use std::io;

/// Whether a character could make a line look like something else.
fn misleads(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Writes text with escapes as Rust has them, such as `\n` and `\u{2028}`.
pub struct Escaping<W>(pub W);

impl<W: fmt::Write> fmt::Write for Escaping<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| misleads(*c)) {
            self.0.write_str(&rest[..at])?;
            write!(self.0, "{}", c.escape_default())?;
            rest = &rest[at + c.len_utf8()..];
        }
        self.0.write_str(rest)
    }
}

/// Writes lines of JSON, each in one piece, with escapes as JSON has them. Outside of its strings
/// JSON has none of these characters but the end of the line.
pub struct EscapingJson<W>(pub W);

impl<W: io::Write> io::Write for EscapingJson<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        self.0.write_all(json(&text).as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// JSON without characters that mislead; it stays the same JSON.
pub fn json(text: &str) -> Cow<'_, str> {
    let is_escaped = |c: char| misleads(c) && c != '\n';
    if !text.contains(is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_escaped(c) {
            let units = c.encode_utf16(&mut [0; 2]).to_vec();
            out.extend(units.iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Several lines, each with escapes.
pub fn lines(text: &str) -> String {
    let escaped = |line: &str| {
        let mut out = String::new();
        // Writing into a string does not fail.
        let _ = fmt::Write::write_str(&mut Escaping(&mut out), line);
        out
    };
    text.lines().map(escaped).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::io::Write;

    const BAD: &str = "a\r\n\u{1b}[31m\u{85}\u{2028}\u{2029}\u{202e}\u{2066}\u{7f}\u{e0041}ü";

    #[test]
    fn what_misleads_is_escaped_and_nothing_else() {
        let mut out = String::new();
        fmt::Write::write_str(&mut Escaping(&mut out), BAD).unwrap();
        let escapes = r"a\r\n\u{1b}[31m\u{85}\u{2028}\u{2029}\u{202e}\u{2066}\u{7f}\u{e0041}ü";
        assert_eq!(out, escapes);
        assert_eq!(lines("a\rb\nc\u{1b}"), "a\\rb\nc\\u{1b}");
    }

    #[test]
    fn json_stays_json() {
        let mut out = Vec::new();
        let line = serde_json::to_string(BAD).unwrap() + "\n";
        EscapingJson(&mut out).write_all(line.as_bytes()).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(!text.trim_end_matches('\n').contains(misleads), "{text:?}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), BAD);
    }
}
