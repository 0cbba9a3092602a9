//! PartiQL: statements in place of operations ("PartiQL - a SQL-compatible query language for Amazon
//! DynamoDB", developer guide).
//!
//! A statement is read ([`parse`]), planned onto the same keys, conditions and updates that the
//! operations have, and run by them.

mod ast;
mod bind;
mod keys;
mod lexer;
mod literal;
mod parser;
mod reserved;
mod run;
mod select;
mod terms;
mod token;
mod write;

pub(crate) use ast::Statement;
pub(crate) use parser::parse;
pub(crate) use run::{How, Prepared, in_statement};

use crate::errors::invalid;
use platform::Error;
use std::ops::Range;

/// What is said before the reason where a statement cannot be read.
const NOT_WELL_FORMED: &str = "Statement wasn't well formed, can't be processed: ";

/// What is read of a statement, or why it cannot be.
pub(crate) type Parsed<T> = std::result::Result<T, Refusal>;

/// Why a statement is not taken, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// Which bytes of it are not as they must be.
    pub at: Range<usize>,
    /// AWS's sentence.
    pub message: String,
}

impl Refusal {
    /// It cannot be read.
    fn unread(at: Range<usize>, why: &str) -> Self {
        Self { at, message: format!("{NOT_WELL_FORMED}{why}") }
    }

    /// It can be read, and means something that DynamoDB has not.
    fn told(at: Range<usize>, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        invalid(refusal.message)
    }
}

#[cfg(test)]
mod journeys;
#[cfg(test)]
mod tests;
