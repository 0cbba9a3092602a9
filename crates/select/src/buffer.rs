//! Bytes that have come and are not read yet.

/// Bytes of the object, unpacked, from a place on.
#[derive(Debug, Default)]
pub(crate) struct Buffer {
    bytes: Vec<u8>,
    at: usize,
    /// Where the first of all of them lies in the object.
    begin: u64,
    /// Nothing more comes.
    pub ended: bool,
}

impl Buffer {
    /// One whose first byte lies here.
    pub(crate) fn at(begin: u64) -> Self {
        Self { begin, ..Self::default() }
    }

    /// What is not read yet.
    pub(crate) fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Where that begins in the object.
    pub(crate) fn place(&self) -> u64 {
        self.begin + self.at as u64
    }

    /// So many bytes are read.
    pub(crate) fn pass(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.bytes.len());
    }

    /// Where more is put. What was read goes first.
    pub(crate) fn tail(&mut self) -> &mut Vec<u8> {
        if self.at > 0 {
            self.bytes.drain(..self.at);
            self.begin += self.at as u64;
            self.at = 0;
        }
        &mut self.bytes
    }
}

/// What a reader finds at the front of a buffer.
#[derive(Debug, PartialEq)]
pub(crate) enum Found<T> {
    One(T),
    /// More must come first.
    Need,
    End,
}

impl<T> Found<T> {
    /// The same of what `with` makes of it.
    pub(crate) fn of<U>(self, with: impl FnOnce(T) -> U) -> Found<U> {
        match self {
            Found::One(one) => Found::One(with(one)),
            Found::Need => Found::Need,
            Found::End => Found::End,
        }
    }
}
