//! Values of JSON, one after the other, and the way of the FROM clause into them. Nothing is held but
//! what becomes a row, so that a document may be of any length.

use crate::MAX_RECORD;
use crate::ast::Step;
use crate::buffer::{Buffer, Found};
use crate::refusal::{Refusal, Result, not_utf8, too_long};
use crate::value::Value;

/// How deep values lie in each other at most.
const MAX_DEPTH: usize = 100;

pub(crate) fn bad() -> Refusal {
    let message = "Error parsing JSON file. Please check the file and try again.";
    Refusal::new("JSONParsingError", message)
}

/// Reads the rows of an object.
#[derive(Debug)]
pub(crate) struct JsonReader {
    steps: Vec<Step>,
    /// The objects and lists that are gone into, by the steps.
    frames: Vec<Frame>,
    mode: Mode,
}

/// An object or list that is being gone through.
#[derive(Clone, Copy, Debug)]
struct Frame {
    is_object: bool,
    /// How many were passed.
    index: usize,
    /// What the step means was there.
    found: bool,
}

#[derive(Debug)]
enum Mode {
    /// A value is next.
    Value,
    /// Within the last frame, a member, an item or the end is next.
    Inside,
    /// A value that is no part of a row.
    Skip(Scan),
}

/// How far a value was looked through.
#[derive(Clone, Copy, Debug, Default)]
struct Scan {
    depth: usize,
    in_text: bool,
    is_escaped: bool,
    in_word: bool,
}

impl Scan {
    /// Takes a byte; says whether the value ends, and whether the byte is still of it.
    fn take(&mut self, byte: u8) -> Option<bool> {
        if self.in_text {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => {
                    self.in_text = false;
                    return (self.depth == 0).then_some(true);
                }
                _ => {}
            }
            return None;
        }
        if self.in_word {
            if !matches!(byte, b',' | b':' | b'[' | b']' | b'{' | b'}' | b'"') && byte > b' ' {
                return None;
            }
            self.in_word = false;
            if self.depth == 0 {
                return Some(false);
            }
        }
        match byte {
            b'"' => self.in_text = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return (self.depth == 0).then_some(true);
            }
            b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => {}
            _ => self.in_word = true,
        }
        None
    }

    /// The length of the value at the front, as far as it has begun.
    fn run(&mut self, bytes: &[u8], ended: bool) -> Option<usize> {
        for (at, byte) in bytes.iter().enumerate() {
            if let Some(is_of_it) = self.take(*byte) {
                return Some(at + usize::from(is_of_it));
            }
        }
        (ended && self.in_word && self.depth == 0).then_some(bytes.len())
    }
}

/// Passes over blanks, and whatever else is said; gives what is next.
fn peek(buffer: &mut Buffer, also: &[u8]) -> Option<u8> {
    let rest = buffer.rest();
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n') || also.contains(byte);
    let blanks = rest.iter().take_while(|byte| is_blank(byte)).count();
    let next = rest.get(blanks).copied();
    buffer.pass(blanks);
    next
}

impl JsonReader {
    /// One that goes this way into each value.
    pub(crate) fn new(steps: Vec<Step>) -> Self {
        Self { steps, frames: Vec::new(), mode: Mode::Value }
    }

    /// Whether the next value is one of the object's own, and begins there or behind.
    pub(crate) fn is_past(&self, end: u64, buffer: &mut Buffer) -> bool {
        let is_at_root = self.frames.is_empty() && matches!(self.mode, Mode::Value);
        is_at_root && peek(buffer, &[]).is_some() && buffer.place() >= end
    }

    /// The next row. A way that leads nowhere gives a row that is missing.
    pub(crate) fn next(&mut self, buffer: &mut Buffer) -> Result<Found<Value>> {
        loop {
            let step = match self.mode {
                Mode::Value => self.value(buffer)?,
                Mode::Inside => self.inside(buffer)?,
                Mode::Skip(scan) => self.skip(scan, buffer),
            };
            match step {
                Some(found) if found == Found::Need && buffer.ended => return Err(bad()),
                Some(found) => return Ok(found),
                None => {}
            }
        }
    }

    fn after_value(&mut self) {
        self.mode = if self.frames.is_empty() { Mode::Value } else { Mode::Inside };
    }

    fn value(&mut self, buffer: &mut Buffer) -> Result<Option<Found<Value>>> {
        let Some(first) = peek(buffer, &[]) else {
            let is_end = buffer.ended && self.frames.is_empty();
            return Ok(Some(if is_end { Found::End } else { Found::Need }));
        };
        if matches!(first, b']' | b'}' | b',' | b':') {
            return Err(bad());
        }
        let Some(step) = self.steps.get(self.frames.len()) else { return self.row(buffer) };
        let is_object = match (first, step) {
            (b'{', Step::Name(_) | Step::Members) => true,
            (b'[', Step::Index(_) | Step::Items) => false,
            _ => {
                self.mode = Mode::Skip(Scan::default());
                return Ok(Some(Found::One(Value::Missing)));
            }
        };
        buffer.pass(1);
        self.frames.push(Frame { is_object, index: 0, found: false });
        self.mode = Mode::Inside;
        Ok(None)
    }

    /// The value at the front, which is a row.
    fn row(&mut self, buffer: &mut Buffer) -> Result<Option<Found<Value>>> {
        let rest = buffer.rest();
        match Scan::default().run(rest, buffer.ended) {
            Some(length) if length > MAX_RECORD => Err(too_long()),
            Some(length) => {
                let value = parse(&rest[..length], buffer.place())?;
                buffer.pass(length);
                self.after_value();
                Ok(Some(Found::One(value)))
            }
            None if rest.len() > MAX_RECORD => Err(too_long()),
            None => Ok(Some(Found::Need)),
        }
    }

    fn inside(&mut self, buffer: &mut Buffer) -> Result<Option<Found<Value>>> {
        let depth = self.frames.len();
        let (Some(frame), Some(step)) = (self.frames.last_mut(), self.steps.get(depth - 1)) else {
            return Err(bad());
        };
        let Some(first) = peek(buffer, b",") else { return Ok(Some(Found::Need)) };
        if first == if frame.is_object { b'}' } else { b']' } {
            buffer.pass(1);
            let was_found = frame.found;
            self.frames.pop();
            self.after_value();
            return Ok((!was_found).then_some(Found::One(Value::Missing)));
        }
        let is_meant = if frame.is_object {
            let rest = buffer.rest();
            if first != b'"' {
                return Err(bad());
            }
            let Some(length) = Scan::default().run(rest, false) else {
                let is_long = rest.len() > MAX_RECORD;
                return if is_long { Err(too_long()) } else { Ok(Some(Found::Need)) };
            };
            let blanks = rest[length..].iter().take_while(|byte| byte.is_ascii_whitespace());
            let colon = length + blanks.count();
            match rest.get(colon) {
                Some(b':') => {}
                Some(_) => return Err(bad()),
                None => return Ok(Some(Found::Need)),
            }
            let Value::Text(key) = parse(&rest[..length], buffer.place())? else {
                return Err(bad());
            };
            buffer.pass(colon + 1);
            match step {
                Step::Name(name) => !frame.found && name.means(&key),
                _ => true,
            }
        } else {
            match step {
                Step::Index(index) => *index == frame.index,
                _ => true,
            }
        };
        frame.index += 1;
        frame.found |= is_meant;
        self.mode = if is_meant { Mode::Value } else { Mode::Skip(Scan::default()) };
        Ok(None)
    }

    fn skip(&mut self, mut scan: Scan, buffer: &mut Buffer) -> Option<Found<Value>> {
        let rest = buffer.rest();
        let length = rest.len();
        match scan.run(rest, buffer.ended) {
            Some(length) => {
                buffer.pass(length);
                self.after_value();
                None
            }
            None => {
                buffer.pass(length);
                self.mode = Mode::Skip(scan);
                Some(Found::Need)
            }
        }
    }
}

/// Reads a value that is all there.
pub(crate) fn parse(bytes: &[u8], place: u64) -> Result<Value> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| not_utf8(place + error.valid_up_to() as u64))?;
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(0).ok_or_else(bad)?;
    parser.blanks();
    if parser.at == text.len() { Ok(value) } else { Err(bad()) }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn takes(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.blanks();
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.string().map(Value::Text),
            _ => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let mut members = Vec::new();
        if self.takes(b'}') {
            return Some(Value::Struct(members));
        }
        loop {
            self.blanks();
            if self.peek() != Some(b'"') {
                return None;
            }
            let name = self.string()?;
            if !self.takes(b':') {
                return None;
            }
            members.push((name, self.value(depth + 1)?));
            if self.takes(b'}') {
                return Some(Value::Struct(members));
            }
            if !self.takes(b',') {
                return None;
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let mut items = Vec::new();
        if self.takes(b']') {
            return Some(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.takes(b']') {
                return Some(Value::List(items));
            }
            if !self.takes(b',') {
                return None;
            }
        }
    }

    fn word(&mut self) -> Option<Value> {
        let rest = self.text.get(self.at..)?;
        let end = rest.find([',', ']', '}', ' ', '\t', '\r', '\n', ':', '[', '{', '"']);
        let word = &rest[..end.unwrap_or(rest.len())];
        self.at += word.len();
        match word {
            "null" => Some(Value::Null),
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            _ => {
                let unsigned = word.strip_prefix('-').unwrap_or(word);
                unsigned.starts_with(|it: char| it.is_ascii_digit()).then(|| Value::number(word))?
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let end = rest.find(['"', '\\'])?;
            out.push_str(&rest[..end]);
            self.at += end + 1;
            if rest.as_bytes().get(end) == Some(&b'"') {
                return Some(out);
            }
            let letter = self.peek()?;
            self.at += 1;
            out.push(match letter {
                b'"' | b'\\' | b'/' => char::from(letter),
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.unicode()?,
                _ => return None,
            });
        }
    }

    /// Four digits, or two times four.
    fn unicode(&mut self) -> Option<char> {
        let high = self.digits()?;
        if !(0xd800..0xdc00).contains(&high) {
            return Some(char::from_u32(high).unwrap_or('\u{fffd}'));
        }
        if !self.text.get(self.at..)?.starts_with("\\u") {
            return Some('\u{fffd}');
        }
        self.at += 2;
        let low = self.digits()?;
        let both = (0xdc00..0xe000)
            .contains(&low)
            .then(|| char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)));
        Some(both.flatten().unwrap_or('\u{fffd}'))
    }

    fn digits(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parser;

    /// The rows of a text that comes in pieces of so many bytes, each as JSON.
    fn rows(from: &str, text: &str, piece: usize) -> Result<Vec<String>> {
        let select = parser::parse(&format!("SELECT * FROM {from}")).unwrap();
        let (mut reader, mut buffer) = (JsonReader::new(select.from), Buffer::default());
        let (mut pieces, mut rows) = (text.as_bytes().chunks(piece), Vec::new());
        loop {
            match reader.next(&mut buffer)? {
                Found::One(value) => rows.push(match value {
                    Value::Missing => "-".to_owned(),
                    value => value.to_text(),
                }),
                Found::End => return Ok(rows),
                Found::Need => match pieces.next() {
                    Some(piece) => buffer.tail().extend_from_slice(piece),
                    None => buffer.ended = true,
                },
            }
        }
    }

    #[test]
    fn rows_lie_where_the_from_clause_leads() {
        let rules = r#"{"Rules": [{"id": "1"}, {"expr": "y > x"}, {"id": "2", "x": {"id": [1]}}]}
            {"created": "June 27", "modified": "July 6"}"#;
        for (from, text, expected) in [
            ("S3Object", "{\"a\":1}\n{\"a\":2} 3 \"x\" null", "{\"a\":1} {\"a\":2} 3 x "),
            ("S3Object[*].Rules[*].id", rules, "1 - 2 -"),
            ("S3Object[*].rules[1].expr", rules, "y > x -"),
            ("S3Object[*].\"rules\"[*]", rules, "- -"),
            ("S3Object[*][*]", "[1, [2], {\"a\": \"]\"}] []", "1 [2] {\"a\":\"]\"} -"),
            ("S3Object[*].*", "{\"a\":1,\"b\":{}} 5", "1 {} -"),
            ("S3Object[*].a", "{\"a\":1,\"a\":2}", "1"),
        ] {
            for piece in [1, 3, 10_000] {
                let found = rows(from, text, piece).unwrap().join(" ");
                assert_eq!(found, expected, "{from} by {piece}");
            }
        }
    }

    #[test]
    fn values_are_read_as_they_are() {
        for (text, expected) in [
            ("1.50", "1.50"),
            ("-0", "0"),
            ("1e2", "100.0"),
            ("\"\\u00e4\\ud83d\\ude00\\n\\/\"", "ä😀\n/"),
            ("[true,false,null]", "[true,false,null]"),
            ("{}", "{}"),
        ] {
            assert_eq!(parse(text.as_bytes(), 0).unwrap().to_text(), expected);
        }
        let deep = "[".repeat(200) + &"]".repeat(200);
        for text in ["{", "{a:1}", "[1,]", "nul", "\"\\x\"", "{\"a\" 1}", "+1", &deep] {
            assert_eq!(parse(text.as_bytes(), 0).unwrap_err().code, "JSONParsingError", "{text}");
        }
    }

    #[test]
    fn a_document_may_be_longer_than_a_record() {
        let item = format!("{{\"a\":\"{}\"}}", "x".repeat(1000));
        let text =
            format!("{{\"skipped\":[{item}],\"items\":[{}]}}", vec![item.clone(); 2000].join(","));
        assert_eq!(rows("S3Object[*].items[*].a", &text, 4096).unwrap().len(), 2000);
        assert_eq!(rows("S3Object", &text, 4096).unwrap_err().code, "OverMaxRecordSize");
        for text in ["{\"a\":", "]", "{\"items\":[1", "{\"a\" 1}"] {
            assert_eq!(rows("S3Object[*].items[*]", text, 9).unwrap_err().code, "JSONParsingError");
        }
    }
}
