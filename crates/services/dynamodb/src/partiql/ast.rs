//! What a statement says.

use crate::expression::{Comparator, Path};
use shapes::AttributeValue;
use std::ops::Range;

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Statement {
    /// Items are read.
    Select(Select),
    /// An item is put where there is none.
    Insert(Insert),
    /// An item is changed.
    Update(Update),
    /// An item is deleted.
    Delete(Delete),
    /// A transaction is made only if this finds something.
    Exists(Select),
}

impl Statement {
    /// Where it reads or writes.
    pub fn source(&self) -> &Source {
        match self {
            Self::Select(it) | Self::Exists(it) => &it.source,
            Self::Insert(it) => &it.source,
            Self::Update(it) => &it.source,
            Self::Delete(it) => &it.source,
        }
    }
}

/// Where a statement reads or writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// The table.
    pub table: String,
    /// The index.
    pub index: Option<String>,
}

/// `SELECT`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Select {
    /// What is given of each item; all of it where there is nothing.
    pub paths: Vec<Path>,
    /// From where.
    pub source: Source,
    /// Which items.
    pub condition: Option<Expr>,
    /// In which order: attributes, and whether from the greatest down.
    pub order: Vec<(String, bool)>,
}

/// `INSERT`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Insert {
    /// Whereto.
    pub source: Source,
    /// The attributes, of which each is a literal or a parameter; or one parameter for all of it.
    pub item: Tuple,
}

/// The item of an `INSERT`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tuple {
    /// Attributes.
    Attributes(Vec<(String, Expr)>),
    /// The parameter of this number is the item.
    Parameter(usize),
}

/// `UPDATE`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Update {
    /// Where.
    pub source: Source,
    /// What is done: something is set, or, without an expression, removed.
    pub changes: Vec<(Path, Option<Expr>)>,
    /// Which item.
    pub condition: Option<Expr>,
    /// What is answered.
    pub returning: Option<Returning>,
}

/// `DELETE`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Delete {
    /// From where.
    pub source: Source,
    /// Which item.
    pub condition: Option<Expr>,
    /// What is answered.
    pub returning: Option<Returning>,
}

/// What a write answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Returning {
    /// Only what was changed.
    pub modified: bool,
    /// As it is after the change.
    pub new: bool,
}

impl Returning {
    /// As it is written.
    pub fn text(self) -> &'static str {
        match (self.modified, self.new) {
            (false, false) => "ALL OLD *",
            (false, true) => "ALL NEW *",
            (true, false) => "MODIFIED OLD *",
            (true, true) => "MODIFIED NEW *",
        }
    }
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expr {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub at: Range<usize>,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// What lies there.
    Path(Path),
    /// This.
    Value(AttributeValue),
    /// `MISSING`.
    Missing,
    /// The parameter of this number.
    Parameter(usize),
    /// All of them hold.
    And(Vec<Expr>),
    /// One of them holds.
    Or(Vec<Expr>),
    /// It does not hold.
    Not(Box<Expr>),
    /// The first stands so to the second.
    Compare(Box<Expr>, Comparator, Box<Expr>),
    /// The first is neither below the second nor above the third.
    Between(Box<[Expr; 3]>),
    /// The first is one of the others.
    In(Box<Expr>, Vec<Expr>),
    /// It is of this type, named as it was written in capitals.
    Is(Box<Expr>, String),
    /// A function of this name in small letters.
    Call(String, Vec<Expr>),
    /// A sum (`+`), a difference (`-`), or what DynamoDB has not.
    Infix(Box<Expr>, &'static str, Box<Expr>),
}
