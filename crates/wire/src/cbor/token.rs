//! The data items of RFC 8949, pulled from a body.

use bytes::Bytes;
use shapes::DecodeError;

/// How deep a value that is skipped may nest.
const MAX_SKIP_DEPTH: usize = 128;

/// What an item is, from its first bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Item {
    /// A whole number.
    Integer(i128),
    /// Bytes of this length; `None` for pieces up to a break.
    Bytes(Option<usize>),
    /// Text of this length in bytes; `None` for pieces up to a break.
    Text(Option<usize>),
    /// A list of this many items; `None` up to a break.
    Array(Option<usize>),
    /// A map of this many pairs; `None` up to a break.
    Map(Option<usize>),
    /// A truth value.
    Boolean(bool),
    /// Null or undefined.
    Null,
    /// A floating-point number.
    Float(f64),
}

/// A body and a place in it.
pub(super) struct Tokens {
    body: Bytes,
    at: usize,
}

/// A body that is not CBOR. AWS says no more than the exception's name.
pub(super) fn malformed() -> DecodeError {
    DecodeError::new("")
}

impl Tokens {
    pub(super) fn new(body: Bytes) -> Self {
        Self { body, at: 0 }
    }

    /// Nothing is left.
    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.body.len()
    }

    fn take(&mut self, length: usize) -> Result<&[u8], DecodeError> {
        let end = self.at.checked_add(length).ok_or_else(malformed)?;
        let taken = self.body.get(self.at..end).ok_or_else(malformed)?;
        self.at = end;
        Ok(taken)
    }

    /// The number in the next `N` bytes, and for `N` = 0 what `info` says.
    fn unsigned(&mut self, length: usize) -> Result<u64, DecodeError> {
        Ok(self.take(length)?.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
    }

    /// The argument of an item's head; `None` for an indefinite length.
    fn argument(&mut self, info: u8) -> Result<Option<u64>, DecodeError> {
        match info {
            0..=23 => Ok(Some(u64::from(info))),
            24..=27 => self.unsigned(1 << (info - 24)).map(Some),
            31 => Ok(None),
            _ => Err(malformed()),
        }
    }

    /// Takes a break, if it is next.
    pub(super) fn take_break(&mut self) -> bool {
        let is_next = self.body.get(self.at) == Some(&0xff);
        self.at += usize::from(is_next);
        is_next
    }

    /// Looks at the next item without taking it.
    pub(super) fn peek(&mut self) -> Result<Item, DecodeError> {
        let at = self.at;
        let item = self.head();
        self.at = at;
        item
    }

    /// Takes the head of the next item; tags before it are passed over.
    pub(super) fn head(&mut self) -> Result<Item, DecodeError> {
        loop {
            let first = *self.take(1)?.first().ok_or_else(malformed)?;
            let (major, info) = (first >> 5, first & 0x1f);
            if major == 7 {
                return self.simple(info);
            }
            let argument = self.argument(info)?;
            let length = || argument.map(usize::try_from).transpose().map_err(|_| malformed());
            let number = || argument.map(i128::from).ok_or_else(malformed);
            return Ok(match major {
                0 => Item::Integer(number()?),
                1 => Item::Integer(-1 - number()?),
                2 => Item::Bytes(length()?),
                3 => Item::Text(length()?),
                4 => Item::Array(length()?),
                5 => Item::Map(length()?),
                _ => {
                    argument.ok_or_else(malformed)?;
                    continue;
                }
            });
        }
    }

    fn simple(&mut self, info: u8) -> Result<Item, DecodeError> {
        Ok(match info {
            20 => Item::Boolean(false),
            21 => Item::Boolean(true),
            22 | 23 => Item::Null,
            25 => Item::Float(half(self.unsigned(2)? as u16)),
            26 => Item::Float(f64::from(f32::from_bits(self.unsigned(4)? as u32))),
            27 => Item::Float(f64::from_bits(self.unsigned(8)?)),
            _ => return Err(malformed()),
        })
    }

    /// The content of a byte or text string whose head is taken. `is_text` says which pieces an
    /// indefinite one may have. A definite one shares the body's memory.
    pub(super) fn content(
        &mut self,
        length: Option<usize>,
        is_text: bool,
    ) -> Result<Bytes, DecodeError> {
        let Some(length) = length else { return self.pieces(is_text) };
        let start = self.at;
        self.take(length)?;
        Ok(self.body.slice(start..self.at))
    }

    fn pieces(&mut self, is_text: bool) -> Result<Bytes, DecodeError> {
        let mut whole = Vec::new();
        while !self.take_break() {
            match (self.head()?, is_text) {
                (Item::Text(Some(length)), true) | (Item::Bytes(Some(length)), false) => {
                    whole.extend_from_slice(self.take(length)?);
                }
                _ => return Err(malformed()),
            }
        }
        Ok(whole.into())
    }

    /// Takes a text.
    pub(super) fn text(&mut self) -> Result<String, DecodeError> {
        self.with_text(str::to_owned)
    }

    /// Takes a text that is only looked at; it is not copied unless it comes in pieces.
    pub(super) fn with_text<T>(&mut self, look: impl FnOnce(&str) -> T) -> Result<T, DecodeError> {
        match self.head()? {
            Item::Text(Some(length)) => {
                let text = std::str::from_utf8(self.take(length)?).map_err(|_| malformed())?;
                Ok(look(text))
            }
            Item::Text(None) => {
                let whole = self.pieces(true)?;
                Ok(look(std::str::from_utf8(&whole).map_err(|_| malformed())?))
            }
            _ => Err(malformed()),
        }
    }

    /// Passes over an item of any kind, without building it.
    pub(super) fn skip(&mut self) -> Result<(), DecodeError> {
        // How many items are still to come at each level; `None` up to a break. A body may have
        // millions of small items: nothing is allocated for what has nothing inside.
        let mut open: Vec<Option<usize>> = Vec::new();
        loop {
            match self.head()? {
                Item::Bytes(length) => self.skip_content(length, false)?,
                Item::Text(length) => self.skip_content(length, true)?,
                Item::Array(count) => open.push(count),
                Item::Map(count) => {
                    let items = count.map(|it| it.checked_mul(2).ok_or_else(malformed));
                    open.push(items.transpose()?);
                }
                _ => {}
            }
            if open.len() > MAX_SKIP_DEPTH {
                return Err(malformed());
            }
            while !self.has_more(open.last_mut()) {
                if open.pop().is_none() {
                    return Ok(());
                }
            }
        }
    }

    /// Whether the innermost list or map goes on; takes the break that ends it.
    fn has_more(&mut self, left: Option<&mut Option<usize>>) -> bool {
        match left {
            None | Some(Some(0)) => false,
            Some(Some(count)) => {
                *count -= 1;
                true
            }
            Some(None) => !self.take_break(),
        }
    }

    fn skip_content(&mut self, length: Option<usize>, is_text: bool) -> Result<(), DecodeError> {
        if let Some(length) = length {
            return self.take(length).map(drop);
        }
        while !self.take_break() {
            match (self.head()?, is_text) {
                (Item::Text(Some(length)), true) | (Item::Bytes(Some(length)), false) => {
                    self.take(length)?;
                }
                _ => return Err(malformed()),
            }
        }
        Ok(())
    }
}

/// A number of 16 bits (RFC 8949, appendix D).
fn half(bits: u16) -> f64 {
    let exponent = i32::from(bits >> 10 & 0x1f);
    let mantissa = f64::from(bits & 0x3ff);
    let magnitude = match exponent {
        0 => mantissa * 2f64.powi(-24),
        31 if mantissa == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (mantissa + 1024.0) * 2f64.powi(exponent - 25),
    };
    if bits & 0x8000 == 0 { magnitude } else { -magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_read() {
        assert_eq!(half(0x3c00), 1.0);
        assert_eq!(half(0xc400), -4.0);
        assert_eq!(half(0x0001), 5.960_464_477_539_063e-8);
        assert_eq!(half(0x7bff), 65504.0);
        assert_eq!(half(0x7c00), f64::INFINITY);
        assert!(half(0x7e00).is_nan());
    }
}
