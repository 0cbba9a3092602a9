//! Queries over the rows of one object: SQL as S3 Select has it, over CSV, JSON and Parquet.
//!
//! Knows: the grammar, what expressions are of a row, how rows lie in objects and how results are
//! written, and S3's codes and sentences for what is wrong. Must not know: requests, event streams,
//! where the object's bytes come from, the clock.
//!
//! [`Machine`] is the whole of it: it says which bytes it wants and gives what it has.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod aggregate;
mod ast;
mod bind;
mod buffer;
mod calls;
mod cast;
mod csv;
mod decimal;
mod eval;
mod functions;
mod ion;
mod json;
mod lexer;
mod like;
mod machine;
mod output;
mod parquet;
mod parser;
mod pattern;
mod refusal;
mod row;
mod rows;
mod timestamp;
mod unpack;
mod value;

pub use csv::{CsvInput, Header};
pub use machine::{Input, Machine, Next, Question, Stats};
pub use output::{CsvOutput, Output};
pub use refusal::{CODES, Place, Refusal, Result};
pub use unpack::Packing;

/// The longest record, of the input and of the result.
pub const MAX_RECORD: usize = 1 << 20;
/// The most of a result that is given at once.
pub const MAX_PAYLOAD: usize = 256 * 1024;
