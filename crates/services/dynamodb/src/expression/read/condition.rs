//! Reads conditions. Parentheses may be around an operand or a condition, which only what follows
//! tells, so that what is open is kept on a stack; nothing here calls itself for them.

use super::lexer::Kind;
use super::{Rank, Read, Reader, misused, needs_path, wrong_count, wrong_type};
use crate::expression::condition::{Comparator, Operand, Test};
use crate::expression::path::Path;
use crate::value::compare;
use shapes::AttributeValue;
use std::cmp::Ordering;

/// How many values may be behind an `IN`.
const MOST_IN: usize = 100;
/// The names of types.
const TYPES: [&str; 10] = ["B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M"];

/// What is open.
enum Open {
    Parenthesis,
    Not,
    All(Vec<Test>),
    Any(Vec<Test>),
}

/// What was read and may be an operand, or a condition by itself.
enum Term<'t> {
    /// An operand; nothing if something in it is not defined.
    Operand(Option<Operand>),
    /// A path; nothing if something in it is not defined.
    Path(Option<Path>),
    /// The function `size`.
    Size(Option<Operand>),
    /// Another function, which is a condition.
    Function(&'t str, Option<Test>),
}

/// What stands for a test that something is wrong with; it is never asked.
fn broken() -> Test {
    Test::All(Vec::new())
}

impl Term<'_> {
    /// It as an operand.
    fn operand(self) -> Option<Operand> {
        match self {
            Self::Operand(operand) | Self::Size(operand) => operand,
            Self::Path(path) => path.map(Operand::Path),
            Self::Function(..) => None,
        }
    }
}

/// The type of what is known before any item is.
fn known_type(operand: &Operand) -> Option<&'static str> {
    match operand {
        Operand::Value(value) => Some(value.type_name()),
        Operand::Size(_) => Some("N"),
        Operand::Path(_) => None,
    }
}

impl<'t> Reader<'t, '_> {
    pub(super) fn whole_condition(&mut self) -> Read<Test> {
        let mut open = Vec::new();
        loop {
            let mut wrapped = false;
            let test = self.start(&mut open, &mut wrapped)?;
            if let Some(test) = self.go_on(&mut open, test, wrapped)? {
                return Ok(test);
            }
        }
    }

    /// Reads up to the end of the next condition that is no combination of others.
    fn start(&mut self, open: &mut Vec<Open>, wrapped: &mut bool) -> Read<Test> {
        loop {
            if self.tokens.peek().is_word("NOT") {
                self.count()?;
                open.push(Open::Not);
            } else if self.tokens.peek().is("(") {
                open.push(Open::Parenthesis);
            } else {
                break;
            }
            self.tokens.next();
        }
        let mut term = self.term()?;
        while matches!(open.last(), Some(Open::Parenthesis)) && self.tokens.take(")") {
            open.pop();
            term = self.close(term, wrapped)?;
        }
        match self.comparison(term, wrapped)? {
            Some(test) => Ok(test),
            None => Err(self.tokens.unexpected()),
        }
    }

    /// Goes on behind a condition. The whole one, if that is its end.
    fn go_on(
        &mut self,
        open: &mut Vec<Open>,
        mut test: Test,
        mut wrapped: bool,
    ) -> Read<Option<Test>> {
        loop {
            while matches!(open.last(), Some(Open::Not)) {
                open.pop();
                (test, wrapped) = (Test::Not(Box::new(test)), false);
            }
            let token = self.tokens.peek();
            let (is_and, is_or) = (token.is_word("AND"), token.is_word("OR"));
            if is_and || is_or {
                self.count()?;
                self.tokens.next();
                if is_or {
                    test = join_all(open, test, &mut wrapped);
                }
                join_next(open, test, is_or);
                return Ok(None);
            }
            test = join_all(open, test, &mut wrapped);
            test = join_any(open, test, &mut wrapped);
            match open.last() {
                None if token.kind == Kind::End => return Ok(Some(test)),
                Some(Open::Parenthesis) if token.is(")") => {
                    self.tokens.next();
                    open.pop();
                    self.wrap(&mut wrapped);
                }
                _ => return Err(self.tokens.unexpected()),
            }
        }
    }

    /// Notes that parentheses are around what may be in some already.
    fn wrap(&mut self, wrapped: &mut bool) {
        if *wrapped {
            self.note(Rank::Parentheses, || "The expression has redundant parentheses;".to_owned());
        }
        *wrapped = true;
    }

    /// Behind the parenthesis that ends an operand. A path may go on.
    fn close(&mut self, term: Term<'t>, wrapped: &mut bool) -> Read<Term<'t>> {
        self.wrap(wrapped);
        match term {
            Term::Path(path) if self.goes_on() => {
                *wrapped = false;
                Ok(Term::Path(self.path_behind(path)?))
            }
            term => Ok(term),
        }
    }

    /// An operand, in any parentheses.
    fn wrapped_term(&mut self) -> Read<Term<'t>> {
        let mut opened = 0;
        while self.tokens.take("(") {
            opened += 1;
        }
        let mut term = self.term()?;
        let mut wrapped = false;
        for _ in 0..opened {
            self.expect(")")?;
            term = self.close(term, &mut wrapped)?;
        }
        Ok(term)
    }

    /// An operand of an operator: no function but `size` may be one.
    fn operand(&mut self) -> Read<Option<Operand>> {
        let term = self.wrapped_term()?;
        Ok(self.as_operand(term))
    }

    fn as_operand(&mut self, term: Term<'t>) -> Option<Operand> {
        if let Term::Function(name, _) = term {
            self.note(Rank::MisusedFunction, || misused(name));
        }
        term.operand()
    }

    fn term(&mut self) -> Read<Term<'t>> {
        match self.tokens.peek().kind {
            Kind::Value => Ok(Term::Operand(self.value().map(Operand::Value))),
            Kind::Word if self.is_call() => self.function(),
            _ => Ok(Term::Path(self.path()?)),
        }
    }

    /// The condition that begins with this operand, or is this function; nothing if it is neither.
    fn comparison(&mut self, first: Term<'t>, wrapped: &mut bool) -> Read<Option<Test>> {
        let token = self.tokens.peek();
        let comparator = match token.text {
            "=" => Some(Comparator::Eq),
            "<>" => Some(Comparator::Ne),
            "<" => Some(Comparator::Lt),
            "<=" => Some(Comparator::Le),
            ">" => Some(Comparator::Gt),
            ">=" => Some(Comparator::Ge),
            _ => None,
        };
        let test = if let Some(comparator) = comparator {
            self.compared(first, comparator)?
        } else if token.is_word("BETWEEN") {
            self.between(first)?
        } else if token.is_word("IN") {
            self.among(first)?
        } else {
            match first {
                Term::Function(_, test) => return Ok(Some(self.leaf_done(test))),
                Term::Size(_) => {
                    self.note(Rank::MisusedFunction, || misused("size"));
                    return Ok(Some(self.leaf_done(None)));
                }
                Term::Operand(_) | Term::Path(_) => return Ok(None),
            }
        };
        *wrapped = false;
        Ok(Some(self.leaf_done(test)))
    }

    /// What was found in one comparison counts only if nothing was in an earlier one.
    fn leaf_done(&mut self, test: Option<Test>) -> Test {
        let mut leaf = std::mem::take(&mut self.leaf);
        if let Some(message) = leaf.worst() {
            self.findings.note(Rank::Leaf, || message);
        }
        test.unwrap_or_else(broken)
    }

    fn compared(&mut self, first: Term<'t>, comparator: Comparator) -> Read<Option<Test>> {
        self.tokens.next();
        self.count()?;
        let first = self.as_operand(first);
        let second = self.operand()?;
        let (Some(first), Some(second)) = (first, second) else { return Ok(None) };
        self.check_distinct(comparator.sign(), &first, &second);
        if !matches!(comparator, Comparator::Eq | Comparator::Ne) {
            self.check_ordered(comparator.sign(), [&first, &second]);
        }
        Ok(Some(Test::Compare(first, comparator, second)))
    }

    fn between(&mut self, first: Term<'t>) -> Read<Option<Test>> {
        self.tokens.next();
        self.count()?;
        let first = self.as_operand(first);
        let low = self.operand()?;
        if !self.tokens.next_if_word("AND") {
            return Err(self.tokens.unexpected());
        }
        let high = self.operand()?;
        let (Some(first), Some(low), Some(high)) = (first, low, high) else { return Ok(None) };
        self.check_ordered("BETWEEN", [&first, &low, &high]);
        self.check_bounds(&low, &high);
        Ok(Some(Test::Between(first, low, high)))
    }

    fn among(&mut self, first: Term<'t>) -> Read<Option<Test>> {
        self.tokens.next();
        self.count()?;
        let first = self.as_operand(first);
        self.expect("(")?;
        let others = self.list(Self::operand)?;
        self.expect(")")?;
        let count = others.len();
        if count > MOST_IN {
            self.note(Rank::Operands, || {
                format!(
                    "The IN operator is provided with too many operands; number of operands: \
                     {count}"
                )
            });
        }
        let others: Option<Vec<Operand>> = others.into_iter().collect();
        let (Some(first), Some(others)) = (first, others) else { return Ok(None) };
        Ok(Some(Test::In(first, others)))
    }

    fn check_distinct(&mut self, sign: &str, first: &Operand, second: &Operand) {
        if let (Operand::Path(first), Operand::Path(second)) = (first, second)
            && first == second
        {
            self.note(Rank::Distinct, || {
                format!(
                    "The first operand must be distinct from the remaining operands for this \
                     operator or function; operator: {sign}, first operand: {first}"
                )
            });
        }
    }

    /// Only strings, numbers and byte strings have an order.
    fn check_ordered<const N: usize>(&mut self, sign: &str, operands: [&Operand; N]) {
        let kinds = operands.into_iter().filter_map(known_type);
        for kind in kinds.filter(|kind| !matches!(*kind, "S" | "N" | "B")) {
            self.note(Rank::OperandType, || wrong_type(sign, kind));
        }
    }

    fn check_bounds(&mut self, low: &Operand, high: &Operand) {
        let (Operand::Value(low), Operand::Value(high)) = (low, high) else { return };
        let bounds = || {
            format!(
                "lower bound operand: AttributeValue: {}, upper bound operand: AttributeValue: {}",
                shown(low),
                shown(high)
            )
        };
        if low.type_name() != high.type_name() {
            self.note(Rank::OperandType, || {
                format!(
                    "The BETWEEN operator requires same data type for lower and upper bounds; {}",
                    bounds()
                )
            });
        } else if compare(low, high) == Some(Ordering::Greater) {
            self.note(Rank::OperandType, || {
                format!(
                    "The BETWEEN operator requires upper bound to be greater than or equal to \
                     lower bound; {}",
                    bounds()
                )
            });
        }
    }

    fn function(&mut self) -> Read<Term<'t>> {
        let name = self.enter()?;
        let arguments = self.list(Self::wrapped_term)?;
        self.expect(")")?;
        self.calls -= 1;
        for argument in &arguments {
            if let Term::Function(inner, _) = argument {
                self.note(Rank::MisusedFunction, || misused(inner));
            }
        }
        let needed = match name {
            "attribute_exists" | "attribute_not_exists" | "size" => 1,
            "attribute_type" | "begins_with" | "contains" => 2,
            _ => {
                let known = matches!(name, "if_not_exists" | "list_append");
                self.note(Rank::UnknownFunction, || match known {
                    true => format!(
                        "The function is not allowed in a condition expression; function: {name}"
                    ),
                    false => format!("Invalid function name; function: {name}"),
                });
                return Ok(Term::Function(name, None));
            }
        };
        let count = arguments.len();
        if count != needed {
            self.note(Rank::Operands, || wrong_count(name, count));
        }
        let arguments: Option<Vec<Operand>> = arguments.into_iter().map(Term::operand).collect();
        let arguments = arguments.filter(|arguments| arguments.len() == needed);
        let mut arguments = arguments.unwrap_or_default().into_iter();
        let first = arguments.next();
        if name == "size" {
            return Ok(Term::Size(first.map(|first| self.size(first))));
        }
        let test = first.and_then(|first| self.test(name, first, arguments.next()));
        Ok(Term::Function(name, test))
    }

    fn size(&mut self, of: Operand) -> Operand {
        if let Some(kind @ ("N" | "BOOL" | "NULL")) = known_type(&of) {
            self.note(Rank::OperandType, || wrong_type("size", kind));
        }
        Operand::Size(Box::new(of))
    }

    /// What a function other than `size` asks.
    fn test(&mut self, name: &str, first: Operand, second: Option<Operand>) -> Option<Test> {
        if let Some(second) = &second {
            self.check_distinct(name, &first, second);
        }
        match (name, first, second) {
            ("attribute_exists", Operand::Path(path), None) => Some(Test::Exists(path)),
            ("attribute_not_exists", Operand::Path(path), None) => Some(Test::NotExists(path)),
            ("attribute_type", first, Some(second)) => {
                let kind = self.type_named(name, &second)?;
                Some(Test::HasType(first, kind))
            }
            ("begins_with", first, Some(second)) => {
                let kinds = [&first, &second].into_iter().filter_map(known_type);
                for kind in kinds.filter(|kind| !matches!(*kind, "S" | "B")) {
                    self.note(Rank::OperandType, || wrong_type(name, kind));
                }
                Some(Test::BeginsWith(first, second))
            }
            (_, first, Some(second)) => Some(Test::Contains(first, second)),
            _ => {
                self.note(Rank::OperandType, || needs_path(name));
                None
            }
        }
    }

    /// The name of a type, which must be given as a value.
    fn type_named(&mut self, function: &str, operand: &Operand) -> Option<String> {
        match operand {
            Operand::Value(AttributeValue::S(name)) if TYPES.contains(&name.as_str()) => {
                return Some(name.clone());
            }
            Operand::Value(AttributeValue::S(name)) => self.note(Rank::OperandType, || {
                let types = TYPES.join(",");
                format!("Invalid attribute type name found; type: {name}, valid types: {{{types}}}")
            }),
            other => self.note(Rank::OperandType, || {
                let any = "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";
                wrong_type(function, known_type(other).unwrap_or(any))
            }),
        }
        None
    }
}

/// A value as AWS's errors show it.
fn shown(value: &AttributeValue) -> String {
    let text = match value {
        AttributeValue::S(text) | AttributeValue::N(text) => text.clone(),
        AttributeValue::B(bytes) => base64_simd::STANDARD.encode_to_string(bytes),
        _ => String::new(),
    };
    format!("{{{}:{text}}}", value.type_name())
}

/// Ends what is joined by AND on top of what is open.
fn join_all(open: &mut Vec<Open>, test: Test, wrapped: &mut bool) -> Test {
    match open.pop() {
        Some(Open::All(mut tests)) => {
            tests.push(test);
            *wrapped = false;
            Test::All(tests)
        }
        other => {
            open.extend(other);
            test
        }
    }
}

/// Ends what is joined by OR on top of what is open.
fn join_any(open: &mut Vec<Open>, test: Test, wrapped: &mut bool) -> Test {
    match open.pop() {
        Some(Open::Any(mut tests)) => {
            tests.push(test);
            *wrapped = false;
            Test::Any(tests)
        }
        other => {
            open.extend(other);
            test
        }
    }
}

/// Adds a condition to what is joined on top of what is open, or begins that.
fn join_next(open: &mut Vec<Open>, test: Test, is_or: bool) {
    match (open.last_mut(), is_or) {
        (Some(Open::All(tests)), false) | (Some(Open::Any(tests)), true) => tests.push(test),
        (_, true) => open.push(Open::Any(vec![test])),
        (_, false) => open.push(Open::All(vec![test])),
    }
}
