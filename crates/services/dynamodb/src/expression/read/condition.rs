//! Reads conditions. Parentheses may be around an operand or a condition, which only what follows
//! tells, so that what is open is kept on a stack; nothing here calls itself for them.

use super::lexer::Kind;
use super::{Rank, Read, Reader, misused, needs_path, same_operands, wrong_count, wrong_type};
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
            self.note(Rank::Distinct, || same_operands(sign, first));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::Placeholders;
    use crate::value::samples::*;
    use std::collections::BTreeMap;

    fn placeholders() -> Placeholders {
        let names = [("#a", "a"), ("#b", "b")];
        let names = names.map(|(key, name)| (key.to_owned(), name.to_owned()));
        let values = item([
            (":s", s("x")),
            (":s2", s("y")),
            (":n", n("1")),
            (":b", b("x")),
            (":bool", Bool(true)),
            (":null", Null(true)),
            (":ss", ss(["a"])),
            (":ns", ns(["1"])),
            (":bs", bs(["a"])),
            (":l", l([])),
            (":m", m([])),
            (":type", s("SS")),
        ]);
        Placeholders::new(Some(BTreeMap::from(names)), Some(values)).unwrap()
    }

    fn read(text: &str) -> Result<Test, String> {
        super::super::condition("ConditionExpression", text, &mut placeholders())
            .map_err(|error| error.message)
    }

    #[track_caller]
    fn check(text: &str, message: &str) {
        assert_eq!(read(text), Err(format!("Invalid ConditionExpression: {message}")), "{text}");
    }

    /// A condition as a tree in words.
    fn shape(test: &Test) -> String {
        let all = |tests: &[Test]| tests.iter().map(shape).collect::<Vec<_>>().join(" ");
        match test {
            Test::All(tests) => format!("(and {})", all(tests)),
            Test::Any(tests) => format!("(or {})", all(tests)),
            Test::Not(test) => format!("(not {})", shape(test)),
            Test::Compare(Operand::Path(path), comparator, _) => {
                format!("{}{}", path.head(), comparator.sign())
            }
            Test::Exists(path) => format!("{}?", path.head()),
            Test::Between(..) => "between".to_owned(),
            Test::In(_, others) => format!("in{}", others.len()),
            _ => "other".to_owned(),
        }
    }

    #[test]
    fn conditions_are_read_with_their_precedence() {
        let facts = [
            ("a = :s", "a="),
            ("a=:s and b<:n", "(and a= b<)"),
            ("a=:s OR b=:s AND c=:s", "(or a= (and b= c=))"),
            ("a=:s AND b=:s OR c=:s", "(or (and a= b=) c=)"),
            ("(a=:s OR b=:s) AND c=:s", "(and (or a= b=) c=)"),
            ("NOT a=:s AND b=:s", "(and (not a=) b=)"),
            ("NOT (a=:s AND b=:s)", "(not (and a= b=))"),
            ("NOT NOT a=:s", "(not (not a=))"),
            ("a BETWEEN :n AND :n AND b=:s", "(and between b=)"),
            ("(a) between (:n) and (:n) or b=:s", "(or between b=)"),
            ("a IN (:s, :n, b)", "in3"),
            ("attribute_exists(a) AND (attribute_exists(b))", "(and a? b?)"),
            ("((a=:s) OR (b=:s))", "(or a= b=)"),
            ("((a) = :s) AND (b) = (:s)", "(and a= b=)"),
            ("(a.b).c = :s", "a="),
            ("(a)[1] = :s", "a="),
            ("a=:s AND (b=:s AND c=:s)", "(and a= (and b= c=))"),
        ];
        for (text, tree) in facts {
            assert_eq!(read(text).map(|test| shape(&test)), Ok(tree.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_no_condition_is_is_a_syntax_error() {
        let facts = [
            ("foo", "<EOF>", "foo"),
            ("attribute_not_exists(", "<EOF>", "("),
            ("a = :s AND b", "<EOF>", "b"),
            ("a AND b = :s", "AND", "a AND b"),
            ("a > 4", "4", "> 4"),
            ("a in b", "b", "in b"),
            ("a in (b,)", ")", ",)"),
            ("a in ()", ")", "()"),
            ("a > between", "between", "> between"),
            ("a = :s)", ")", ":s)"),
            ("(a = :s", "<EOF>", ":s"),
            ("(a)between(b)and((b)", "<EOF>", ")"),
            ("a between b or b", "or", "b or b"),
            ("size(a).b > a", ".", ").b"),
            ("(size(a))[0] > a", "[", ")[0"),
            ("a > :n.b", ".", ":n.b"),
            ("attribute_exists(Pictures-Rear)", "-", "Pictures-Rear"),
            ("attribute_exists(a) = ", "<EOF>", "="),
            ("(a = :s) = :n", "=", ") = :n"),
            ("(NOT attribute_exists(a)) = :n", "=", ") = :n"),
            ("a = :s AND", "<EOF>", "AND"),
            ("a <> = :s", "=", "<> = :s"),
        ];
        for (text, token, near) in facts {
            check(text, &format!("Syntax error; token: \"{token}\", near: \"{near}\""));
        }
    }

    #[test]
    fn parentheses_and_functions_are_as_aws_takes_them() {
        for text in [
            "a = ((b))",
            "((a = :s))",
            "((attribute_exists(a)))",
            "(a)between(((b.c)).d)and(c)",
            "a > whatever((:things), ((a)))",
            "a=:s AND ((a=:s AND b=:s)) AND a=:s",
            "a=:s OR ((a=:s OR (b=:s OR a=:s)))",
        ] {
            check(text, "The expression has redundant parentheses;");
        }
        check("a=a and whatever((:things)) > a", "Invalid function name; function: whatever");
        check("Attribute_Exists(views)", "Invalid function name; function: Attribute_Exists");
        let not_here = "The function is not allowed in a condition expression; function: ";
        check("if_not_exists(a, :s) = :s", &format!("{not_here}if_not_exists"));
        for (text, function) in [
            ("a=a and attribute_exists((views), (#z)) > b", "attribute_exists"),
            ("size(contains(a, b)) > a", "contains"),
            ("size(things)", "size"),
            ("NOT (size(a))", "size"),
            ("a between b and attribute_exists(things)", "attribute_exists"),
            ("a in (b, attribute_exists(things))", "attribute_exists"),
        ] {
            let misused = "The function is not allowed to be used this way in an expression";
            check(text, &format!("{misused}; function: {function}"));
        }
        for (text, word) in [("attribute_exists(views, #z)", "views"), (":z < abOrT", "abOrT")] {
            check(text, &format!("Attribute name is a reserved keyword; reserved keyword: {word}"));
        }
    }

    #[test]
    fn what_is_not_defined_is_refused_by_name() {
        for (text, name) in [
            ("attribute_exists(#Pictures.RearView, :z) and a=a", "#Pictures"),
            ("begins_with(Pictures.#Rear)", "#Rear"),
            ("(#P between :lo and :hi) and (#PC in (:cat1))", "#P"),
            ("(a)between(b.c[45].#d)and(:z)", "#d"),
        ] {
            check(
                text,
                &format!(
                    "An expression attribute name used in the document path is not defined; \
                     attribute name: {name}"
                ),
            );
        }
        for (text, name) in [("begins_with(:hello, #z, #y)", ":hello"), (":z < :y", ":z")] {
            check(
                text,
                &format!(
                    "An expression attribute value used in expression is not defined; attribute \
                     value: {name}"
                ),
            );
        }
    }

    #[test]
    fn functions_and_operators_have_their_operands() {
        for (text, function, count) in [
            ("attribute_exists(things, a) and a=a", "attribute_exists", 2),
            ("attribute_type(things)", "attribute_type", 1),
            ("begins_with(things, size(a), b)", "begins_with", 3),
            ("contains(things)", "contains", 1),
            ("size(things, a) > b", "size", 2),
        ] {
            check(text, &wrong_count(function, count));
        }
        for (text, function, kind) in [
            ("attribute_type(a, size(a)) and a=a", "attribute_type", "N"),
            ("attribute_type(a, :ss)", "attribute_type", "SS"),
            ("attribute_type(a, b)", "attribute_type", "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"),
            ("begins_with(a, :n)", "begins_with", "N"),
            ("begins_with(:m, a)", "begins_with", "M"),
            ("begins_with(a, size(a))", "begins_with", "N"),
            ("size(size(a)) > :n", "size", "N"),
            ("attribute_not_exists(size(:n))", "size", "N"),
            ("size(:bool) > a", "size", "BOOL"),
            ("a < :bool", "<", "BOOL"),
            (":l >= a", ">=", "L"),
            ("a BETWEEN :l AND :l", "BETWEEN", "L"),
        ] {
            check(text, &wrong_type(function, kind));
        }
        check(
            "attribute_type(a, :s)",
            "Invalid attribute type name found; type: x, valid types: \
             {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        );
        check("attribute_exists(:s) and a=a", &needs_path("attribute_exists"));
        check("attribute_not_exists(size(:s))", &needs_path("attribute_not_exists"));
        for (text, operator, path) in [
            ("a = a AND #a = b AND :s > a", "=", "[a]"),
            ("((a=a) OR (a=a))", "=", "[a]"),
            ("contains(ab.bc[1].a, ab.bc[1].#a)", "contains", "[ab, bc, [1], a]"),
            ("attribute_type(a, #a)", "attribute_type", "[a]"),
        ] {
            check(
                text,
                &format!(
                    "The first operand must be distinct from the remaining operands for this \
                     operator or function; operator: {operator}, first operand: {path}"
                ),
            );
        }
        assert!(read(":s > :s AND a IN (a) AND contains(a, :ss)").is_ok());
    }

    #[test]
    fn bounds_are_of_one_type_and_in_order() {
        check(
            "a BETWEEN :s AND :n",
            "The BETWEEN operator requires same data type for lower and upper bounds; lower bound \
             operand: AttributeValue: {S:x}, upper bound operand: AttributeValue: {N:1}",
        );
        check(
            "a BETWEEN :s2 AND :s",
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; \
             lower bound operand: AttributeValue: {S:y}, upper bound operand: AttributeValue: {S:x}",
        );
        assert!(read("a BETWEEN :s AND :s2 AND b BETWEEN c AND :s").is_ok());
    }

    #[test]
    fn there_is_a_limit_to_operators_and_values() {
        let joined = |count| vec!["a=:s"; count].join(" AND ");
        assert!(read(&joined(150)).is_ok());
        check(&joined(151), "The expression contains too many operators; operator count: 301");
        let among = |count| format!("a IN ({})", vec![":s"; count].join(","));
        assert!(read(&among(100)).is_ok());
        check(
            &among(101),
            "The IN operator is provided with too many operands; number of operands: 101",
        );
    }
}
