//! The tokens of RFC 8259, pulled from a body that is known to be UTF-8.

use memchr::{memchr, memchr2};
use shapes::DecodeError;
use std::borrow::Cow;

/// How deep a value that is skipped may nest.
const MAX_SKIP_DEPTH: usize = 256;

/// What a value is, from its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// A body and a place in it.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

/// A body that is not JSON. AWS says no more than the exception's name.
pub(super) fn malformed() -> DecodeError {
    DecodeError::new("")
}

impl<'a> Tokens<'a> {
    pub(super) fn new(body: &'a [u8]) -> Result<Self, DecodeError> {
        let text = std::str::from_utf8(body).map_err(|_| malformed())?;
        Ok(Self { text, at: 0 })
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// What the next value is.
    pub(super) fn peek(&mut self) -> Result<Value, DecodeError> {
        self.skip_space();
        match self.byte() {
            Some(b'"') => Ok(Value::String),
            Some(b'{') => Ok(Value::Object),
            Some(b'[') => Ok(Value::Array),
            Some(b'-' | b'0'..=b'9') => Ok(Value::Number),
            Some(b't' | b'f') => Ok(Value::Boolean),
            Some(b'n') => Ok(Value::Null),
            _ => Err(malformed()),
        }
    }

    /// Takes one punctuation mark, if it is next.
    pub(super) fn take(&mut self, mark: u8) -> bool {
        self.skip_space();
        let next = self.byte() == Some(mark);
        self.at += usize::from(next);
        next
    }

    /// Takes one punctuation mark that must be next.
    pub(super) fn expect(&mut self, mark: u8) -> Result<(), DecodeError> {
        if self.take(mark) { Ok(()) } else { Err(malformed()) }
    }

    /// Nothing but space is left.
    pub(super) fn finish(&mut self) -> Result<(), DecodeError> {
        self.skip_space();
        if self.at == self.text.len() { Ok(()) } else { Err(malformed()) }
    }

    fn word(&mut self, word: &str) -> Result<(), DecodeError> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if !rest.starts_with(word.as_bytes()) {
            return Err(malformed());
        }
        self.at += word.len();
        match self.byte() {
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_') => Err(malformed()),
            _ => Ok(()),
        }
    }

    /// Takes `null`.
    pub(super) fn null(&mut self) -> Result<(), DecodeError> {
        self.word("null")
    }

    /// Takes `true` or `false`.
    pub(super) fn boolean(&mut self) -> Result<bool, DecodeError> {
        if self.byte() == Some(b't') {
            self.word("true").map(|()| true)
        } else {
            self.word("false").map(|()| false)
        }
    }

    fn digits(&mut self) -> Result<(), DecodeError> {
        let start = self.at;
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(malformed()) } else { Ok(()) }
    }

    /// Takes a number and gives its text.
    pub(super) fn number(&mut self) -> Result<&'a str, DecodeError> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        match self.byte() {
            Some(b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'.' | b'_') => Err(malformed()),
            _ => Ok(&self.text[start..self.at]),
        }
    }

    /// Takes a string. It is borrowed unless it has escapes.
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.expect(b'"')?;
        let start = self.at;
        let bytes = self.text.as_bytes();
        let rest = bytes.get(start..).unwrap_or_default();
        let end = start + memchr2(b'"', b'\\', rest).ok_or_else(malformed)?;
        if bytes[start..end].iter().fold(false, |bad, byte| bad | (*byte < 0x20)) {
            return Err(malformed());
        }
        self.at = end;
        if bytes[end] == b'"' {
            self.at += 1;
            return Ok(Cow::Borrowed(&self.text[start..end]));
        }
        self.escaped(start).map(Cow::Owned)
    }

    /// The rest of a string that has escapes; stands at the first of them.
    fn escaped(&mut self, start: usize) -> Result<String, DecodeError> {
        let bytes = self.text.as_bytes();
        let mut whole = self.text[start..self.at].to_owned();
        loop {
            match self.byte().ok_or_else(malformed)? {
                b'"' => {
                    self.at += 1;
                    return Ok(whole);
                }
                b'\\' => {
                    self.at += 1;
                    whole.push(self.escape()?);
                }
                0..=0x1f => return Err(malformed()),
                _ => {
                    let from = self.at;
                    let plain = |byte: &u8| *byte == b'"' || *byte == b'\\' || *byte < 0x20;
                    let length = bytes[from..].iter().position(plain).ok_or_else(malformed)?;
                    self.at += length;
                    whole.push_str(&self.text[from..self.at]);
                }
            }
        }
    }

    /// The character of an escape; stands after the backslash.
    fn escape(&mut self) -> Result<char, DecodeError> {
        let letter = self.byte().ok_or_else(malformed)?;
        self.at += 1;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return Err(malformed()),
        })
    }

    /// `XXXX` or a pair of surrogates `XXXX\uXXXX`. A lone surrogate has no UTF-8 and becomes
    /// U+FFFD.
    fn unicode(&mut self) -> Result<char, DecodeError> {
        const LOST: char = char::REPLACEMENT_CHARACTER;
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return Ok(char::from_u32(first).unwrap_or(LOST));
        }
        let after = self.at;
        let rest = self.text.as_bytes().get(after..).unwrap_or_default();
        if !rest.starts_with(b"\\u") {
            return Ok(LOST);
        }
        self.at += 2;
        let second = self.hex()?;
        if !(0xdc00..0xe000).contains(&second) {
            self.at = after;
            return Ok(LOST);
        }
        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        Ok(char::from_u32(code).unwrap_or(LOST))
    }

    fn hex(&mut self) -> Result<u32, DecodeError> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4).ok_or_else(malformed)?;
        let mut code = 0;
        for digit in digits {
            let value = char::from(*digit).to_digit(16).ok_or_else(malformed)?;
            code = code * 16 + value;
        }
        self.at += 4;
        Ok(code)
    }

    /// Takes a string that should have no escapes, and gives its bytes without looking at them;
    /// `None`, with nothing taken, when it has some.
    pub(super) fn raw_string(&mut self) -> Option<&'a [u8]> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let end = start + memchr(b'"', bytes.get(start..)?)?;
        let raw = &bytes[start..end];
        if memchr(b'\\', raw).is_some() {
            return None;
        }
        self.at = end + 1;
        Some(raw)
    }

    /// Passes over a string, without building what its escapes stand for.
    fn skip_string(&mut self) -> Result<(), DecodeError> {
        self.expect(b'"')?;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let plain = memchr2(b'"', b'\\', rest).ok_or_else(malformed)?;
            if rest[..plain].iter().fold(false, |bad, byte| bad | (*byte < 0x20)) {
                return Err(malformed());
            }
            let ends = rest[plain] == b'"';
            self.at += plain + 1;
            if ends {
                return Ok(());
            }
            self.escape()?;
        }
    }

    fn skip_key(&mut self) -> Result<(), DecodeError> {
        self.skip_string()?;
        self.expect(b':')
    }

    /// Passes over a value of any kind, without building it.
    pub(super) fn skip(&mut self) -> Result<(), DecodeError> {
        let mut open: Vec<u8> = Vec::new();
        loop {
            match self.peek()? {
                Value::Null => self.null()?,
                Value::Boolean => drop(self.boolean()?),
                Value::Number => drop(self.number()?),
                Value::String => self.skip_string()?,
                Value::Array => {
                    self.expect(b'[')?;
                    if !self.take(b']') {
                        open.push(b']');
                        self.check_depth(&open)?;
                        continue;
                    }
                }
                Value::Object => {
                    self.expect(b'{')?;
                    if !self.take(b'}') {
                        open.push(b'}');
                        self.check_depth(&open)?;
                        self.skip_key()?;
                        continue;
                    }
                }
            }
            if self.close(&mut open)? {
                return Ok(());
            }
        }
    }

    fn check_depth(&self, open: &[u8]) -> Result<(), DecodeError> {
        if open.len() > MAX_SKIP_DEPTH { Err(malformed()) } else { Ok(()) }
    }

    /// After a value: closes what ends here. True when nothing is left open.
    fn close(&mut self, open: &mut Vec<u8>) -> Result<bool, DecodeError> {
        while let Some(mark) = open.last().copied() {
            if self.take(mark) {
                open.pop();
                continue;
            }
            self.expect(b',')?;
            if mark == b'}' {
                self.skip_key()?;
            }
            return Ok(false);
        }
        Ok(true)
    }

    /// Takes a key and its colon.
    pub(super) fn key(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.skip_space();
        let key = self.string()?;
        self.expect(b':')?;
        Ok(key)
    }
}
