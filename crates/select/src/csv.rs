//! Records of CSV.

use crate::MAX_RECORD;
use crate::buffer::{Buffer, Found};
use crate::refusal::{Refusal, Result, not_utf8, too_long};
use memchr::memmem;

/// What the first record is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// A record as all others.
    #[default]
    None,
    /// The columns' names.
    Use,
    /// Left out.
    Ignore,
}

/// How an object's records lie in it.
#[derive(Clone, Debug)]
pub struct CsvInput {
    /// What the first record is.
    pub header: Header,
    /// Between records; not empty.
    pub record: String,
    /// Between fields; not empty.
    pub field: String,
    /// Around fields.
    pub quote: Option<char>,
    /// Before a quote within quotes.
    pub escape: Option<char>,
    /// At the beginning of what is no record.
    pub comments: Option<char>,
    /// Within quotes, what stands between records does not.
    pub quoted_records: bool,
}

impl Default for CsvInput {
    fn default() -> Self {
        Self {
            header: Header::None,
            record: "\n".to_owned(),
            field: ",".to_owned(),
            quote: Some('"'),
            escape: Some('"'),
            comments: Some('#'),
            quoted_records: false,
        }
    }
}

/// Whether the letters of a text begin with this one.
fn begins(text: &str, letter: Option<char>) -> bool {
    letter.is_some_and(|letter| text.starts_with(letter))
}

impl CsvInput {
    /// The next record's fields. Empty lines and comments are no records.
    pub(crate) fn next(&self, buffer: &mut Buffer) -> Result<Found<Vec<String>>> {
        loop {
            let rest = buffer.rest();
            let (record, passed) = match self.end(rest) {
                Some(end) => (&rest[..end], end + self.record.len()),
                None if !buffer.ended && rest.len() > MAX_RECORD => return Err(too_long()),
                None if !buffer.ended => return Ok(Found::Need),
                None if rest.is_empty() => return Ok(Found::End),
                None => (rest, rest.len()),
            };
            if record.len() > MAX_RECORD {
                return Err(too_long());
            }
            // XML makes one letter of the two that a request may have named.
            let record = match (self.record.as_str(), record) {
                ("\n", [line @ .., b'\r']) => line,
                _ => record,
            };
            let text = std::str::from_utf8(record)
                .map_err(|error| not_utf8(buffer.place() + error.valid_up_to() as u64))?;
            let is_last = passed == rest.len() && buffer.ended;
            let fields = match text.is_empty() || begins(text, self.comments) {
                true => None,
                false => Some(self.fields(text, is_last)?),
            };
            buffer.pass(passed);
            if let Some(fields) = fields {
                return Ok(Found::One(fields));
            }
        }
    }

    /// Passes over what is left of a record whose beginning is not here.
    pub(crate) fn pass_one(&self, buffer: &mut Buffer) -> Result<Found<()>> {
        pass_behind(self.record.as_bytes(), buffer)
    }

    /// Where the first record ends.
    fn end(&self, bytes: &[u8]) -> Option<usize> {
        let delimiter = self.record.as_bytes();
        let (Some(quote), true) = (self.quote, self.quoted_records) else {
            return memmem::find(bytes, delimiter);
        };
        let (mut quote_bytes, mut escape_bytes) = ([0; 4], [0; 4]);
        let quote: &[u8] = quote.encode_utf8(&mut quote_bytes).as_bytes();
        let escape: &[u8] = match self.escape {
            Some(escape) => escape.encode_utf8(&mut escape_bytes).as_bytes(),
            None => quote,
        };
        let (mut at, mut quoted) = (0, false);
        while at < bytes.len() {
            let rest = &bytes[at..];
            if quoted && escape != quote && rest.starts_with(escape) {
                at += escape.len() + 1;
            } else if rest.starts_with(quote) {
                // A doubled quote opens what it has closed.
                quoted = !quoted;
                at += quote.len();
            } else if !quoted && rest.starts_with(delimiter) {
                return Some(at);
            } else {
                at += 1;
            }
        }
        None
    }

    fn fields(&self, record: &str, is_last: bool) -> Result<Vec<String>> {
        let mut fields = Vec::new();
        let mut rest = record;
        loop {
            let mut field = String::new();
            if begins(rest, self.quote) {
                rest = self.quoted(rest, &mut field, is_last)?;
            }
            match rest.find(&self.field) {
                Some(end) => {
                    field.push_str(&rest[..end]);
                    fields.push(field);
                    rest = &rest[end + self.field.len()..];
                }
                None => {
                    field.push_str(rest);
                    fields.push(field);
                    return Ok(fields);
                }
            }
        }
    }

    /// What stands in quotes at the front; gives what is behind.
    fn quoted<'a>(&self, text: &'a str, field: &mut String, is_last: bool) -> Result<&'a str> {
        let mut letters = text.char_indices().skip(1).peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let is_meant = next.is_some() && (next == self.quote || next == self.escape);
            if Some(letter) == self.escape && Some(letter) != self.quote && is_meant
                || Some(letter) == self.quote && self.escape == self.quote && next == self.quote
            {
                field.extend(next);
                letters.next();
            } else if Some(letter) == self.quote {
                return Ok(&text[at + letter.len_utf8()..]);
            } else {
                field.push(letter);
            }
        }
        let (code, what) = match is_last || self.quoted_records {
            true => {
                ("CSVUnescapedQuote", "An unescaped quote was found while parsing the CSV file.")
            }
            false => {
                ("CSVEscapingRecordDelimiter", "A quoted record delimiter was found in the file.")
            }
        };
        let remedy = "To allow quoted record delimiters, set AllowQuotedRecordDelimiter to 'TRUE'.";
        Err(Refusal::new(code, format!("{what} {remedy}")))
    }
}

/// Passes over everything up to a delimiter, and over that.
pub(crate) fn pass_behind(delimiter: &[u8], buffer: &mut Buffer) -> Result<Found<()>> {
    let rest = buffer.rest();
    match memmem::find(rest, delimiter) {
        Some(end) => {
            buffer.pass(end + delimiter.len());
            Ok(Found::One(()))
        }
        None if buffer.ended => Ok(Found::End),
        None => {
            // All but what may be the delimiter's beginning.
            buffer.pass(rest.len().saturating_sub(delimiter.len() - 1));
            Ok(Found::Need)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All records of a text that comes in pieces of so many bytes.
    fn read(input: &CsvInput, text: &[u8], piece: usize) -> Result<Vec<Vec<String>>> {
        let (mut buffer, mut records) = (Buffer::default(), Vec::new());
        let mut pieces = text.chunks(piece);
        loop {
            match input.next(&mut buffer)? {
                Found::One(record) => records.push(record),
                Found::End => return Ok(records),
                Found::Need => match pieces.next() {
                    Some(piece) => buffer.tail().extend_from_slice(piece),
                    None => buffer.ended = true,
                },
            }
        }
    }

    #[test]
    fn records_are_the_same_however_they_come() {
        let quoted = CsvInput { quoted_records: true, ..CsvInput::default() };
        let escaped = CsvInput { escape: Some('\\'), ..CsvInput::default() };
        let crlf = CsvInput { record: "\r\n".into(), field: ";".into(), ..CsvInput::default() };
        for (input, text, expected) in [
            (&quoted, "a,b\n1,2\n", "a|b/1|2"),
            (&quoted, "a,\"b\nc\"\n1,\"x \"\"y\"\" z\"", "a|b\nc/1|x \"y\" z"),
            (&quoted, "# no\n\n,\n", "|"),
            (&CsvInput::default(), "\"a,b\",c\nd", "a,b|c/d"),
            (&escaped, "\"a\\\"b\",\"c\\d\"\n", "a\"b|c\\d"),
            (&crlf, "a;b,c\r\nd\n;e", "a|b,c/d\n|e"),
            (&CsvInput::default(), "a,\"b\"\r\n\r\nc\r\n", "a|b/c"),
            (&CsvInput { quote: None, ..CsvInput::default() }, "\"a,b\"", "\"a|b\""),
        ] {
            for piece in [1, 2, 1000] {
                let records = read(input, text.as_bytes(), piece).unwrap();
                let shown: Vec<_> = records.iter().map(|it| it.join("|")).collect();
                assert_eq!(shown.join("/"), expected, "{text:?} by {piece}");
            }
        }
    }

    #[test]
    fn what_is_no_record_is_refused() {
        let long = vec![b'a'; MAX_RECORD + 1];
        let csv = CsvInput::default();
        let code = |text: &[u8]| read(&csv, text, 4096).unwrap_err();
        assert_eq!(code(b"\"a\nb\"\n").code, "CSVEscapingRecordDelimiter");
        assert_eq!(code(b"a,\"b").code, "CSVUnescapedQuote");
        assert_eq!(code(&long).code, "OverMaxRecordSize");
        assert_eq!(
            code(b"ok\nab\xff").message,
            "UTF-8 encoding is required. The text encoding error was found near byte 5."
        );
    }
}
