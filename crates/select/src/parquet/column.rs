//! A column's values, page by page.

use super::encoding::{Bytes, Runs, Values};
use super::pack::unpack;
use super::schema::Leaf;
use super::thrift::{self, Thrift, Wrong};
use super::{MAX_PAGE, bad, too_large};
use crate::refusal::{Result, too_long};
use crate::value::Value;
use std::ops::Range;

/// So much is read at once, at least.
const PIECE: u64 = 64 * 1024;
/// The longest header of a page.
const MAX_HEADER: usize = 1 << 20;

/// A value with the levels that say where it stands in the record.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub repetition: u32,
    pub definition: u32,
    /// Absent where something that it lies in is.
    pub value: Option<Value>,
}

/// What a column still needs for a record.
#[derive(Debug, PartialEq)]
pub(crate) enum Filled {
    /// The record's cells are there.
    Whole,
    /// These bytes of the file.
    Needs(Range<u64>),
}

/// A column's values in a group of rows.
#[derive(Debug)]
pub(crate) struct Column {
    pub leaf: Leaf,
    definition: u32,
    repetition: u32,
    codec: i64,
    /// Bytes that were read and are no page yet, and what is behind them.
    raw: Vec<u8>,
    unread: Range<u64>,
    /// Values whose pages were not begun yet.
    left: u64,
    dictionary: Vec<Value>,
    page: Option<Page>,
    /// The first cell of the next record.
    ahead: Option<Cell>,
    /// The cells of this record.
    pub record: Vec<Cell>,
}

/// A page's values.
#[derive(Debug)]
struct Page {
    left: u64,
    repetitions: Option<Runs>,
    definitions: Option<Runs>,
    values: Values,
}

impl Column {
    /// A column of a group of rows, by its metadata.
    ///
    /// # Errors
    /// That is not as it must be.
    pub(crate) fn new(
        leaf: &Leaf,
        (definition, repetition): (u32, u32),
        chunk: &Chunk,
    ) -> Result<Self> {
        leaf.check()?;
        Ok(Self {
            leaf: leaf.clone(),
            definition,
            repetition,
            codec: chunk.codec,
            raw: Vec::new(),
            unread: chunk.bytes.clone(),
            left: chunk.values,
            dictionary: Vec::new(),
            page: None,
            ahead: None,
            record: Vec::new(),
        })
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.unread.start = (self.unread.start + bytes.len() as u64).min(self.unread.end);
    }

    /// Collects the cells of the next record.
    ///
    /// # Errors
    /// The pages are not as they must be, or the record is too long.
    pub(crate) fn fill(&mut self, is_begun: bool) -> Result<Filled> {
        if !is_begun {
            self.record.clear();
            self.record.extend(self.ahead.take());
        }
        loop {
            if self.record.len() > 1 && self.record.len() > crate::MAX_RECORD / 8 {
                return Err(too_long());
            }
            // Where nothing repeats, a record is one cell.
            if self.repetition == 0 && self.record.len() == 1 {
                return Ok(Filled::Whole);
            }
            match &mut self.page {
                Some(page) if page.left > 0 => {
                    let cell = page.cell(self.definition, &self.leaf, &self.dictionary);
                    let cell = cell.ok_or_else(bad)?;
                    if cell.repetition == 0 && !self.record.is_empty() {
                        self.ahead = Some(cell);
                        return Ok(Filled::Whole);
                    }
                    self.record.push(cell);
                }
                _ if self.left == 0 => {
                    return if self.record.is_empty() { Err(bad()) } else { Ok(Filled::Whole) };
                }
                _ => {
                    if let Some(range) = self.next_page()? {
                        return Ok(Filled::Needs(range));
                    }
                }
            }
        }
    }

    /// Begins the next page; or says what is to be read first.
    fn next_page(&mut self) -> Result<Option<Range<u64>>> {
        let unread = self.unread.clone();
        let more = |bytes: usize| {
            let length = PIECE.max(bytes as u64).min(unread.end - unread.start);
            if length == 0 { Err(bad()) } else { Ok(Some(unread.start..unread.start + length)) }
        };
        let (header, length) = match thrift::read(&self.raw) {
            Ok(read) => read,
            Err(Wrong::Short) if self.raw.len() < MAX_HEADER => return more(0),
            Err(_) => return Err(bad()),
        };
        let size = |id| {
            let size = header.size(id).and_then(|it| usize::try_from(it).ok()).ok_or_else(bad)?;
            if size > MAX_PAGE { Err(too_large()) } else { Ok(size) }
        };
        let (unpacked, packed) = (size(2)?, size(3)?);
        if self.raw.len() - length < packed {
            let missing = packed - (self.raw.len() - length);
            return more(missing);
        }
        let body = &self.raw[length..length + packed];
        let (mut dictionary, mut page) = (None, None);
        match header.int(1) {
            Some(0) => page = Some(self.first(&header, unpack(self.codec, body, unpacked)?)?),
            Some(2) => {
                dictionary = Some(self.words(&header, unpack(self.codec, body, unpacked)?)?);
            }
            Some(3) => page = Some(self.second(&header, body, unpacked)?),
            _ => {}
        }
        self.raw.drain(..length + packed);
        if let Some(dictionary) = dictionary {
            self.dictionary = dictionary;
        }
        if let Some(page) = page {
            self.left = self.left.checked_sub(page.left).ok_or_else(bad)?;
            self.page = Some(page);
        }
        Ok(None)
    }

    fn words(&self, header: &Thrift<'_>, bytes: Vec<u8>) -> Result<Vec<Value>> {
        let header = header.field(7).ok_or_else(bad)?;
        let count = header.size(1).ok_or_else(bad)?;
        // Each has a bit at least.
        if count > 8 * bytes.len() as u64 {
            return Err(bad());
        }
        let mut values = Values::new(0, bytes, &self.leaf, 0).ok_or_else(bad)?;
        let word = |_| values.next(&self.leaf, &[]).ok_or_else(bad);
        (0..count).map(word).collect()
    }

    /// A page of the first version: levels and values are packed together.
    fn first(&self, header: &Thrift<'_>, bytes: Vec<u8>) -> Result<Page> {
        let header = header.field(5).ok_or_else(bad)?;
        let left = header.size(1).ok_or_else(bad)?;
        let mut bytes = Bytes::new(bytes);
        let mut levels = |most: u32| {
            if most == 0 {
                return Ok(None);
            }
            let runs = bytes.counted().ok_or_else(bad)?.to_vec();
            Ok(Some(Runs::new(runs, 32 - most.leading_zeros())))
        };
        let (repetitions, definitions) = (levels(self.repetition)?, levels(self.definition)?);
        let values = self.values(header.int(2), bytes.rest(), left)?;
        Ok(Page { left, repetitions, definitions, values })
    }

    /// A page of the second version: levels stand before what is packed.
    fn second(&self, header: &Thrift<'_>, body: &[u8], unpacked: usize) -> Result<Page> {
        let header = header.field(8).ok_or_else(bad)?;
        let size = |id| header.size(id).and_then(|it| usize::try_from(it).ok()).ok_or_else(bad);
        let (definitions, repetitions) = (size(5)?, size(6)?);
        let levels = repetitions.checked_add(definitions).ok_or_else(bad)?;
        let (Some(level_bytes), Some(rest)) = (body.get(..levels), body.get(levels..)) else {
            return Err(bad());
        };
        let runs = |bytes: &[u8], most: u32| {
            (most > 0).then(|| Runs::new(bytes.to_vec(), 32 - most.leading_zeros()))
        };
        let is_packed = header.field(7) != Some(&Thrift::Bool(false));
        let values = match is_packed {
            true => {
                let unpacked = unpacked.checked_sub(levels).ok_or_else(bad)?;
                match (unpacked, rest.is_empty()) {
                    (0, true) => Vec::new(),
                    _ => unpack(self.codec, rest, unpacked)?,
                }
            }
            false => rest.to_vec(),
        };
        let left = header.size(1).ok_or_else(bad)?;
        Ok(Page {
            left,
            repetitions: runs(&level_bytes[..repetitions], self.repetition),
            definitions: runs(&level_bytes[repetitions..], self.definition),
            values: self.values(header.int(4), values, left)?,
        })
    }

    fn values(&self, encoding: Option<i64>, bytes: Vec<u8>, count: u64) -> Result<Values> {
        let count = usize::try_from(count).map_err(|_| bad())?;
        if bytes.is_empty() {
            return Ok(Values::Plain(Bytes::default(), Default::default()));
        }
        // Whoever has so many lengths in a page has no page.
        let count = count.min(MAX_PAGE / 8);
        Values::new(encoding.unwrap_or(-1), bytes, &self.leaf, count).ok_or_else(bad)
    }
}

impl Page {
    fn cell(&mut self, most: u32, leaf: &Leaf, dictionary: &[Value]) -> Option<Cell> {
        self.left -= 1;
        let repetition = self.repetitions.as_mut().map_or(Some(0), Runs::next)?;
        let definition = self.definitions.as_mut().map_or(Some(most), Runs::next)?;
        let value = match definition == most {
            true => Some(self.values.next(leaf, dictionary)?),
            false => None,
        };
        Some(Cell { repetition, definition, value })
    }
}

/// Where a column's pages lie.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub codec: i64,
    pub values: u64,
    pub bytes: Range<u64>,
}

impl Chunk {
    /// A column's metadata, in a file of so many bytes.
    pub(crate) fn read(chunk: &Thrift<'_>, size: u64) -> Option<Self> {
        let of = chunk.field(3)?;
        let data = of.size(9)?;
        let dictionary = of.size(11).filter(|at| (1..data).contains(at));
        let start = dictionary.unwrap_or(data);
        let end = start.checked_add(of.size(7)?).filter(|end| *end <= size)?;
        Some(Self { codec: of.int(4)?, values: of.size(5)?, bytes: start..end })
    }
}
