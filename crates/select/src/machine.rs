//! A query that goes through an object.

use crate::ast::Step;
use crate::bind::{Shape, bind};
use crate::buffer::{Buffer, Found};
use crate::csv::{CsvInput, Header, pass_behind};
use crate::json::JsonReader;
use crate::output::Output;
use crate::parquet::Parquet;
use crate::refusal::{Refusal, Result};
use crate::row::Row;
use crate::rows::Rows;
use crate::timestamp::Timestamp;
use crate::unpack::{Packing, Unpacker};
use crate::{MAX_PAYLOAD, parser};
use std::collections::VecDeque;
use std::ops::Range;

/// So many rows, or pieces that are unpacked, are a turn.
const TURN: usize = 2048;

/// What an object holds.
#[derive(Clone, Debug)]
pub enum Input {
    /// Records of CSV.
    Csv(CsvInput, Packing),
    /// Values of JSON, one after the other.
    Json(Packing),
    /// A file of Parquet of so many bytes.
    Parquet(u64),
}

/// What is asked of an object.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The expression.
    pub expression: &'a str,
    /// What the object holds.
    pub input: Input,
    /// How records are written.
    pub output: Output,
    /// Where the rows that count begin; nothing of it is asked of what is packed.
    pub range: Range<u64>,
    /// The moment of the query, in milliseconds since the epoch.
    pub now_ms: i64,
}

/// What a query wants or has.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// The object's bytes from this place on are to be fed, one piece after the other.
    Seek(u64),
    /// The next piece is to be fed, or that there is none.
    More,
    /// These bytes of the object are to be fed, at once.
    Read(Range<u64>),
    /// Nothing: much was done, and whoever else waits may have a turn.
    Pause,
    /// A part of the result.
    Records(Vec<u8>),
    /// The result is whole.
    Done,
}

/// How much was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Bytes of the object that were fed.
    pub scanned: u64,
    /// What was unpacked of them.
    pub processed: u64,
    /// Bytes of the result.
    pub returned: u64,
}

/// A query that goes through an object. It is asked what it wants by [`Machine::step`], and never
/// holds more than a piece, a record and a part of the result.
pub struct Machine {
    source: Source,
    rows: Rows,
    unpacker: Unpacker,
    buffer: Buffer,
    /// Pieces that were fed.
    fed: VecDeque<(Vec<u8>, usize)>,
    /// Nothing more is fed.
    ended: bool,
    range: Range<u64>,
    state: State,
    stats: Stats,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Not where it is to begin.
    Before,
    /// At the header, which stands before what counts.
    Header,
    /// Within a record that does not count.
    Within,
    Rows,
    /// All rows were read.
    After,
    Done,
}

enum Source {
    Csv(CsvInput),
    Json(JsonReader),
    Parquet(Box<Parquet>),
}

impl Machine {
    /// A query that has read nothing yet.
    ///
    /// # Errors
    /// The expression is no query, or none of such an object.
    pub fn new(question: Question<'_>) -> Result<Self> {
        let mut select = parser::parse(question.expression)?;
        let (source, packing) = match question.input {
            Input::Csv(csv, packing) => {
                if csv.header != Header::Use {
                    bind(&mut select, Shape::Numbered)?;
                }
                (Source::Csv(csv), packing)
            }
            Input::Json(packing) => {
                bind(&mut select, Shape::Members)?;
                let steps: Vec<Step> = select.from.clone();
                (Source::Json(JsonReader::new(steps)), packing)
            }
            Input::Parquet(size) => {
                let parquet = Parquet::new(size, question.range.clone())?;
                (Source::Parquet(Box::new(parquet)), Packing::None)
            }
        };
        let now = Timestamp::of_millis(question.now_ms);
        Ok(Self {
            source,
            rows: Rows::new(select, question.output, now),
            unpacker: Unpacker::new(packing),
            buffer: Buffer::default(),
            fed: VecDeque::new(),
            ended: false,
            range: question.range,
            state: State::Before,
            stats: Stats::default(),
        })
    }

    /// The next piece of the object.
    pub fn feed(&mut self, piece: Vec<u8>) {
        self.stats.scanned += piece.len() as u64;
        match &mut self.source {
            Source::Parquet(parquet) => parquet.feed(piece),
            _ => self.fed.push_back((piece, 0)),
        }
    }

    /// The object has no more bytes.
    pub fn end(&mut self) {
        self.ended = true;
    }

    /// How much was done so far.
    pub fn stats(&self) -> Stats {
        self.stats
    }

    /// What it wants or has next. After [`Next::Done`] there is nothing else.
    ///
    /// # Errors
    /// The object is not what it is said to be, or the query is nothing of a row.
    pub fn step(&mut self) -> Result<Next> {
        for _ in 0..TURN {
            if self.rows.out.len() >= MAX_PAYLOAD / 2 || self.state == State::Done {
                return Ok(self.records());
            }
            if self.rows.is_full() && self.state != State::After {
                self.state = State::After;
            }
            let wanted = match self.state {
                State::After => {
                    self.rows.finish()?;
                    self.state = State::Done;
                    None
                }
                _ if matches!(self.source, Source::Parquet(_)) => self.columns()?,
                _ => self.text()?,
            };
            if let Some(wanted) = wanted {
                return Ok(wanted);
            }
        }
        Ok(Next::Pause)
    }

    /// As much of the result as a message holds.
    fn records(&mut self) -> Next {
        if self.rows.out.is_empty() {
            return Next::Done;
        }
        let mut records = std::mem::take(&mut self.rows.out);
        if records.len() > MAX_PAYLOAD {
            // A record may go on in the next message.
            let at = (0..=MAX_PAYLOAD).rev().find(|at| records.is_char_boundary(*at));
            self.rows.out = records.split_off(at.unwrap_or(MAX_PAYLOAD));
        }
        self.stats.returned += records.len() as u64;
        Next::Records(records.into_bytes())
    }

    /// Reads a record of text, if it is there.
    fn text(&mut self) -> Result<Option<Next>> {
        if self.state == State::Before {
            return Ok(Some(self.begin()));
        }
        let found = match (&mut self.source, self.state) {
            (Source::Csv(csv), State::Header) => match csv.next(&mut self.buffer)? {
                Found::One(names) => Found::One(self.header(names)?),
                Found::Need => Found::Need,
                Found::End => Found::End,
            },
            (Source::Csv(csv), State::Within) => {
                Found::of(csv.pass_one(&mut self.buffer)?, |()| self.state = State::Rows)
            }
            (Source::Json(_), State::Within) => {
                Found::of(pass_behind(b"\n", &mut self.buffer)?, |()| self.state = State::Rows)
            }
            (Source::Csv(_), _) if self.buffer.place() >= self.range.end => Found::End,
            (Source::Csv(csv), _) => match csv.next(&mut self.buffer)? {
                Found::One(fields) => Found::One(self.rows.take(&Row::Fields(fields))?),
                Found::Need => Found::Need,
                Found::End => Found::End,
            },
            (Source::Json(json), _) if json.is_past(self.range.end, &mut self.buffer) => Found::End,
            (Source::Json(json), _) => match json.next(&mut self.buffer)? {
                Found::One(value) => Found::One(self.rows.take(&Row::Value(value))?),
                Found::Need => Found::Need,
                Found::End => Found::End,
            },
            (Source::Parquet(_), _) => Found::End,
        };
        match found {
            Found::One(()) if self.state == State::Before => Ok(Some(self.begin())),
            Found::One(()) => Ok(None),
            Found::End => {
                self.state = State::After;
                Ok(None)
            }
            Found::Need => self.unpack(),
        }
    }

    /// Goes to where the rows that count begin, and says so.
    fn begin(&mut self) -> Next {
        let has_header = matches!(&self.source, Source::Csv(csv) if csv.header != Header::None);
        let delimiter = match &self.source {
            Source::Csv(csv) => csv.record.len() as u64,
            _ => 1,
        };
        let knows_header = !self.rows.names.is_empty();
        let at = match (has_header && !knows_header, self.range.start) {
            (true, _) => {
                self.state = State::Header;
                0
            }
            (false, 0) => {
                self.state = State::Rows;
                0
            }
            (false, start) => {
                // A delimiter that ends just before counts.
                self.state = State::Within;
                start.saturating_sub(delimiter)
            }
        };
        self.buffer = Buffer::at(at);
        self.fed.clear();
        self.ended = false;
        Next::Seek(at)
    }

    /// Takes in the first record, which names the columns.
    fn header(&mut self, names: Vec<String>) -> Result<()> {
        let uses = matches!(&self.source, Source::Csv(csv) if csv.header == Header::Use);
        if uses {
            bind(&mut self.rows.select, Shape::Named(&names))?;
            self.rows.names = names;
        }
        self.state = match self.range.start {
            0 => State::Rows,
            start if start <= self.buffer.place() => State::Rows,
            // From here on, the header is known.
            _ if uses => State::Before,
            _ => State::Within,
        };
        Ok(())
    }

    /// Unpacks some of what was fed, or asks for more.
    fn unpack(&mut self) -> Result<Option<Next>> {
        if self.buffer.ended {
            self.state = State::After;
            return Ok(None);
        }
        let tail = self.buffer.tail();
        let before = tail.len();
        match self.fed.front_mut() {
            Some((piece, at)) => {
                let taken = self.unpacker.unpack(&piece[*at..], tail)?;
                *at += taken;
                let is_stuck = taken == 0 && tail.len() == before;
                if *at >= piece.len() || is_stuck && self.fed.len() > 1 {
                    self.fed.pop_front();
                } else if is_stuck {
                    let message = "Object decompression failed. Check that the object is properly \
                                   compressed using the format specified in the request.";
                    return Err(Refusal::new("TruncatedInput", message));
                }
            }
            None if self.ended => {
                self.unpacker.finish(tail)?;
                self.stats.processed += (tail.len() - before) as u64;
                self.buffer.ended = true;
                return Ok(None);
            }
            None => return Ok(Some(Next::More)),
        }
        self.stats.processed += (tail.len() - before) as u64;
        Ok(None)
    }

    /// Reads a record of Parquet, if it is there.
    fn columns(&mut self) -> Result<Option<Next>> {
        let Source::Parquet(parquet) = &mut self.source else { return Ok(None) };
        if self.state == State::Before
            && let Some(names) = parquet.names()?
        {
            bind(&mut self.rows.select, Shape::Columns(&names))?;
            parquet.project(&mut self.rows.select);
            self.state = State::Rows;
        }
        match parquet.next()? {
            crate::parquet::Step::Read(range) => {
                self.stats.processed = self.stats.scanned;
                Ok(Some(Next::Read(range)))
            }
            crate::parquet::Step::Row(row) => {
                self.rows.take(&Row::Value(row))?;
                Ok(None)
            }
            crate::parquet::Step::End => {
                self.stats.processed = self.stats.scanned;
                self.state = State::After;
                Ok(None)
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
