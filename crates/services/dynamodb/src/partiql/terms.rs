//! Expressions of a statement.

use super::ast::{Expr, Kind};
use super::lexer::Token;
use super::literal::Place;
use super::parser::{Parser, TOO_DEEP};
use super::reserved::is_reserved;
use super::{Parsed, Refusal};
use crate::expression::{Comparator, Path, Step};

/// The keywords that stand between or behind terms.
const OPERATORS: [&str; 6] = ["IS", "LIKE", "IN", "AND", "OR", "BETWEEN"];
/// The types that PartiQL knows, in the order in which the longer names come first.
const TYPES: [&str; 27] = [
    "DOUBLE PRECISION",
    "CHARACTER VARYING",
    "MISSING",
    "NULL",
    "BOOLEAN",
    "BOOL",
    "BLOB",
    "STRING",
    "NUMERIC",
    "STRUCT",
    "TUPLE",
    "LIST",
    "INT4",
    "INT8",
    "INT",
    "INTEGER",
    "SMALLINT",
    "FLOAT",
    "REAL",
    "DECIMAL",
    "SYMBOL",
    "CLOB",
    "SEXP",
    "BAG",
    "CHAR",
    "VARCHAR",
    "ANY",
];
/// How deep expressions may stand in one another.
const DEEPEST: usize = 100;
/// How many operators may follow one another without parentheses, in all of a statement: each stands
/// around those before it.
const MOST_CHAINED: usize = 300;

type Each<'a> = for<'b> fn(&'b mut Parser<'a>) -> Parsed<Expr>;

impl<'a> Parser<'a> {
    /// An expression.
    pub(super) fn expr(&mut self) -> Parsed<Expr> {
        if self.depth >= DEEPEST {
            return self.refused(TOO_DEEP);
        }
        self.depth += 1;
        let found = self.joined("OR", Self::all, Kind::Or);
        self.depth -= 1;
        found
    }

    fn all(&mut self) -> Parsed<Expr> {
        self.joined("AND", Self::negated, Kind::And)
    }

    /// Terms with this keyword between them.
    fn joined(
        &mut self,
        keyword: &str,
        each: Each<'a>,
        kind: fn(Vec<Expr>) -> Kind,
    ) -> Parsed<Expr> {
        let first = each(self)?;
        if !self.is(keyword) {
            return Ok(first);
        }
        let from = first.at.start;
        let mut all = vec![first];
        while self.takes(keyword) {
            all.push(self.right_hand(each)?);
        }
        Ok(Expr { at: from..self.last().end, kind: kind(all) })
    }

    /// What must come behind an operator.
    fn right_hand(&mut self, each: Each<'a>) -> Parsed<Expr> {
        match self.peek() {
            None => self.refused("Missing right-hand side expression of infix operator"),
            _ => each(self),
        }
    }

    fn negated(&mut self) -> Parsed<Expr> {
        let from = self.here().start;
        let mut times = 0;
        while self.takes("NOT") {
            times += 1;
        }
        let mut found = self.predicate()?;
        // What is denied twice holds, and so it may be denied as often as there is room.
        if times % 2 == 1 {
            found = Expr { at: from..self.last().end, kind: Kind::Not(Box::new(found)) };
        }
        Ok(found)
    }

    /// A term, and what is said of it.
    fn predicate(&mut self) -> Parsed<Expr> {
        let mut left = self.sum()?;
        let mut is_chained = false;
        loop {
            let from = left.at.start;
            let is_denied =
                self.is("NOT") && ["IN", "BETWEEN", "LIKE"].iter().any(|it| self.is_then(it));
            if is_denied {
                self.next();
            }
            let kind = if let Some(comparator) = self.comparator() {
                self.next();
                let right = self.right_hand(Self::sum)?;
                Kind::Compare(Box::new(left), comparator, Box::new(right))
            } else if self.takes("BETWEEN") {
                let low = self.right_hand(Self::sum)?;
                if !self.takes("AND") {
                    return self.refused("Expected AND after BETWEEN");
                }
                let high = self.right_hand(Self::sum)?;
                Kind::Between(Box::new([left, low, high]))
            } else if self.takes("IN") {
                Kind::In(Box::new(left), self.members()?)
            } else if self.takes("IS") {
                self.kind_of(left)?
            } else if self.takes("LIKE") {
                return Err(Refusal::told(self.last(), "Unsupported operation: Like"));
            } else {
                return Ok(left);
            };
            self.chain(is_chained)?;
            is_chained = true;
            let at = from..self.last().end;
            let is_not =
                is_denied || matches!(&kind, Kind::Is(_, name) if name.starts_with("NOT "));
            left = Expr { at: at.clone(), kind: positive(kind) };
            if is_not {
                left = Expr { at, kind: Kind::Not(Box::new(left)) };
            }
        }
    }

    /// Counts an operator that stands around others.
    fn chain(&mut self, is_chained: bool) -> Parsed<()> {
        self.chained += usize::from(is_chained);
        if self.chained > MOST_CHAINED { self.refused(TOO_DEEP) } else { Ok(()) }
    }

    fn comparator(&self) -> Option<Comparator> {
        let Some(Token::Sign(sign)) = self.peek() else { return None };
        Some(match *sign {
            "=" => Comparator::Eq,
            "<>" | "!=" => Comparator::Ne,
            "<" => Comparator::Lt,
            "<=" => Comparator::Le,
            ">" => Comparator::Gt,
            ">=" => Comparator::Ge,
            _ => return None,
        })
    }

    /// What stands behind `IS`.
    fn kind_of(&mut self, left: Expr) -> Parsed<Kind> {
        let not = if self.takes("NOT") { "NOT " } else { "" };
        let name = TYPES.iter().find(|name| {
            let mut words = name.split(' ');
            let first = words.next().is_some_and(|word| self.is(word));
            first && words.next().is_none_or(|word| self.is_then(word))
        });
        let Some(name) = name else { return self.refused("Expected type name") };
        name.split(' ').for_each(|_| self.next());
        Ok(Kind::Is(Box::new(left), format!("{not}{name}")))
    }

    /// What stands behind `IN`.
    fn members(&mut self) -> Parsed<Vec<Expr>> {
        let close = match self.peek() {
            Some(Token::Sign("(")) => ")",
            Some(Token::Sign("[")) => "]",
            Some(Token::Sign("<<")) => ">>",
            None => return self.refused("Missing right-hand side expression of infix operator"),
            _ => return Err(Refusal::told(self.here(), BAD_IN)),
        };
        self.next();
        let members = self.listed(close)?;
        if members.is_empty() {
            return Err(Refusal::told(self.last(), BAD_IN));
        }
        Ok(members)
    }

    /// Terms with commas between them, up to this sign.
    fn listed(&mut self, close: &'static str) -> Parsed<Vec<Expr>> {
        let mut all = Vec::new();
        while !self.takes_sign(close) {
            if !all.is_empty() {
                self.expect_sign(",")?;
            }
            all.push(self.expr()?);
        }
        Ok(all)
    }

    fn sum(&mut self) -> Parsed<Expr> {
        let mut left = self.term()?;
        while let Some(Token::Sign(sign @ ("+" | "-" | "*" | "/" | "%" | "||"))) = self.peek() {
            let sign = *sign;
            self.next();
            self.chain(true)?;
            let right = self.right_hand(Self::term)?;
            let at = left.at.start..right.at.end;
            left = Expr { at, kind: Kind::Infix(Box::new(left), sign, Box::new(right)) };
        }
        Ok(left)
    }

    fn term(&mut self) -> Parsed<Expr> {
        let from = self.here().start;
        let kind = match self.peek() {
            None => return self.refused("Unexpected term"),
            Some(Token::Sign("(")) => {
                self.next();
                let inner = self.expr()?;
                self.expect_sign(")")?;
                inner.kind
            }
            Some(Token::Sign("=" | "<>" | "!=" | "<" | "<=" | ">" | ">=")) => {
                return self.refused("Unexpected operator");
            }
            Some(Token::Quoted(_)) => Kind::Path(self.path()?),
            Some(Token::Word(_)) if self.is_then_sign("(") => self.call()?,
            Some(Token::Word(word)) if is_reserved(word) => self.keyword()?,
            Some(Token::Word(_)) => Kind::Path(self.path()?),
            _ => match self.takes_parameter() {
                Some(kind) => kind,
                None => Kind::Value(self.literal(&mut Place::default())?),
            },
        };
        Ok(Expr { at: from..self.last().end, kind })
    }

    /// A keyword where a term must be.
    fn keyword(&mut self) -> Parsed<Kind> {
        if self.takes("MISSING") {
            return Ok(Kind::Missing);
        }
        if ["TRUE", "FALSE", "NULL"].iter().any(|word| self.is(word)) {
            return Ok(Kind::Value(self.literal(&mut Place::default())?));
        }
        match OPERATORS.iter().any(|word| self.is(word)) {
            true => self.refused("Unexpected operator"),
            false => self.refused("Unexpected keyword"),
        }
    }

    fn call(&mut self) -> Parsed<Kind> {
        let name = match self.peek() {
            Some(Token::Word(word)) => word.to_ascii_lowercase(),
            _ => return self.refused("Unexpected term"),
        };
        self.next();
        self.next();
        Ok(Kind::Call(name, self.listed(")")?))
    }

    /// A path into an item.
    pub(super) fn path(&mut self) -> Parsed<Path> {
        let head = self.name("Unexpected term")?;
        let mut steps = Vec::new();
        loop {
            if self.takes_sign(".") {
                if self.takes_sign("*") {
                    let words = "Unpivot path component like a.*.b are not supported";
                    return Err(Refusal::told(self.last(), words));
                }
                steps.push(Step::Name(self.component()?));
            } else if self.takes_sign("[") {
                steps.push(self.index()?);
                self.expect_sign("]")?;
            } else {
                return Ok(Path::attribute(head).with(steps));
            }
        }
    }

    /// A name within a path, where keywords are names too.
    fn component(&mut self) -> Parsed<String> {
        match self.peek().cloned() {
            Some(Token::Word(name) | Token::Quoted(name)) => {
                self.next();
                Ok(name)
            }
            _ => self.refused("Expected identifier for simple path"),
        }
    }

    /// What stands in brackets within a path.
    fn index(&mut self) -> Parsed<Step> {
        let at = self.here();
        let step = match self.peek() {
            Some(Token::Sign("*")) => {
                let words = "Wildcard path component like a[*].b are not supported";
                return Err(Refusal::told(at, words));
            }
            Some(Token::Text(name)) => Step::Name(name.clone()),
            Some(Token::Number(digits)) => match digits.parse() {
                Ok(index) => Step::Index(index),
                Err(_) => {
                    let words = "List index is not within the allowable range; index: ";
                    return Err(Refusal::told(at, format!("{words}[{digits}]")));
                }
            },
            _ => return Err(Refusal::told(at, "Unexpected path component")),
        };
        self.next();
        Ok(step)
    }
}

/// The same without its denial, which is told around it.
fn positive(kind: Kind) -> Kind {
    match kind {
        Kind::Is(of, name) => {
            let name = name.strip_prefix("NOT ").map(str::to_owned).unwrap_or(name);
            Kind::Is(of, name)
        }
        other => other,
    }
}

/// What is said of an `IN` that DynamoDB has not.
pub(super) const BAD_IN: &str = "IN operator must have a left hand argument of type Variable \
                                 Reference and right hand argument of type Seq with at least one \
                                 member";
