//! What an expression says.

use crate::refusal::Place;
use crate::timestamp::Part;
use crate::value::Value;

/// A name. One in quotes means just these letters, another also what differs in case only.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    pub text: String,
    pub quoted: bool,
}

impl Name {
    /// Whether it means a member that is called so.
    pub(crate) fn means(&self, other: &str) -> bool {
        match self.quoted {
            true => self.text == other,
            false => self.text == other || self.text.to_lowercase() == other.to_lowercase(),
        }
    }
}

/// A step from a value into it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    Name(Name),
    Index(usize),
    /// `[*]`, in the FROM clause only.
    Items,
    /// `.*`, in the FROM clause only.
    Members,
}

/// Where a path begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Root {
    /// Not known yet: the name that was written.
    Unbound(Name),
    /// The row itself.
    Row,
    /// A column, from 0.
    Column(usize),
    /// A member of the row.
    Member(Name),
}

/// A path into the row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Path {
    pub root: Root,
    pub steps: Vec<Step>,
    pub place: Place,
}

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Join,
}

/// A type that values are converted to or looked at for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Missing,
    Null,
    Bool,
    Int,
    Float,
    Decimal,
    Text,
    Timestamp,
    List,
    Struct,
}

/// A function of one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Function {
    Coalesce,
    NullIf,
    CharLength,
    Lower,
    Upper,
    Substring,
    Trim(Side),
    DateAdd(Part),
    DateDiff(Part),
    Extract(Part),
    ToText,
    ToTimestamp,
    UtcNow,
}

/// The side that a text is trimmed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Leading,
    Trailing,
    Both,
}

/// A function of all rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aggregate {
    Count,
    Sum,
    Avg,
    Min,
    Max,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Literal(Value),
    Path(Path),
    /// All of these hold.
    All(Vec<Expr>),
    /// One of these holds.
    Any(Vec<Expr>),
    Not(Box<Expr>),
    Negative(Box<Expr>),
    Binary(Operator, Box<Expr>, Box<Expr>),
    Between(Box<[Expr; 3]>),
    In(Box<Expr>, Box<Expr>),
    /// A text, its pattern, and the letter that takes a letter's meaning away.
    Like(Box<Expr>, Box<Expr>, Option<Box<Expr>>),
    Is(Box<Expr>, Type),
    /// What is compared, if anything; each case; what else.
    Case(Option<Box<Expr>>, Vec<(Expr, Expr)>, Option<Box<Expr>>),
    Cast(Box<Expr>, Type),
    Call(Function, Vec<Expr>),
    /// The aggregate of this number.
    Aggregate(usize),
    List(Vec<Expr>),
}

/// A query.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Select {
    /// What is selected, and what it is called; `None` for all.
    pub list: Option<Vec<(Expr, String)>>,
    /// The way from the object's values to the rows: what follows `S3Object[*]`.
    pub from: Vec<Step>,
    /// What a row is called.
    pub alias: Option<Name>,
    pub filter: Option<Expr>,
    pub limit: Option<u64>,
    /// Aggregates, which the list names by number: of what, if not of rows.
    pub aggregates: Vec<(Aggregate, Option<Expr>)>,
}

impl Expr {
    /// Shows every path in it to `visit`, which may change it.
    pub(crate) fn visit_paths<E>(
        &mut self,
        visit: &mut impl FnMut(&mut Path) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Expr::Path(path) => visit(path),
            Expr::Literal(_) | Expr::Aggregate(_) => Ok(()),
            Expr::All(parts) | Expr::Any(parts) | Expr::List(parts) | Expr::Call(_, parts) => {
                parts.iter_mut().try_for_each(|it| it.visit_paths(visit))
            }
            Expr::Not(it) | Expr::Negative(it) | Expr::Is(it, _) | Expr::Cast(it, _) => {
                it.visit_paths(visit)
            }
            Expr::Binary(_, left, right) | Expr::In(left, right) => {
                left.visit_paths(visit)?;
                right.visit_paths(visit)
            }
            Expr::Between(parts) => parts.iter_mut().try_for_each(|it| it.visit_paths(visit)),
            Expr::Like(text, pattern, escape) => {
                text.visit_paths(visit)?;
                pattern.visit_paths(visit)?;
                escape.iter_mut().try_for_each(|it| it.visit_paths(visit))
            }
            Expr::Case(operand, cases, other) => {
                operand.iter_mut().try_for_each(|it| it.visit_paths(visit))?;
                for (when, then) in cases {
                    when.visit_paths(visit)?;
                    then.visit_paths(visit)?;
                }
                other.iter_mut().try_for_each(|it| it.visit_paths(visit))
            }
        }
    }
}
