//! Reads updates.

use super::lexer::Kind;
use super::{Rank, Read, Reader, misused, needs_path, same_operands, wrong_count, wrong_type};
use crate::expression::path::Path;
use crate::expression::update::{Action, Term};
use shapes::AttributeValue;

/// How deep parentheses may stand in one another around what is put.
const DEEPEST_PARENTHESIS: usize = 16;

/// What is put somewhere; nothing if something in it is wrong.
type Put = Option<Term>;

impl Reader<'_, '_> {
    pub(super) fn whole_update(&mut self) -> Read<Vec<(Path, Action)>> {
        let mut seen: Vec<&str> = Vec::new();
        let mut actions = Vec::new();
        while self.tokens.peek().kind != Kind::End {
            let token = self.tokens.peek();
            let section = self.keywords.iter().find(|word| token.is_word(word)).copied();
            let Some(section) = section else { return Err(self.tokens.unexpected()) };
            self.tokens.next();
            if seen.contains(&section) {
                self.note(Rank::Section, || {
                    format!(
                        "The \"{section}\" section can only be used once in an update expression;"
                    )
                });
            }
            seen.push(section);
            actions.extend(self.list(|reader| match section {
                "SET" => reader.set(),
                "REMOVE" => Ok(reader.path()?.map(|path| (path, Action::Remove))),
                "ADD" => reader.elements(section, Action::Add),
                _ => reader.elements(section, Action::Delete),
            })?);
        }
        let actions: Vec<(Path, Action)> = actions.into_iter().flatten().collect();
        self.check_paths(actions.iter().map(|(path, _)| path));
        Ok(actions)
    }

    fn set(&mut self) -> Read<Option<(Path, Action)>> {
        let path = self.path()?;
        self.expect("=")?;
        let (term, _) = self.sum(0)?;
        // A path is kept though what is put there is wrong, since it may clash with another.
        let term = term.unwrap_or(Term::Value(AttributeValue::default()));
        Ok(path.map(|path| (path, Action::Set(term))))
    }

    /// What `ADD` and `DELETE` take: a value that stands for a set, or for `ADD` a number.
    fn elements(
        &mut self,
        section: &'static str,
        action: fn(AttributeValue) -> Action,
    ) -> Read<Option<(Path, Action)>> {
        let path = self.path()?;
        if self.tokens.peek().kind != Kind::Value {
            return Err(self.tokens.unexpected());
        }
        let value = self.value();
        let wrong = value.as_ref().and_then(|value| match value {
            AttributeValue::S(_) => Some("STRING"),
            AttributeValue::N(_) if section == "DELETE" => Some("NUMBER"),
            AttributeValue::B(_) => Some("BINARY"),
            AttributeValue::Null(_) => Some("NULL"),
            AttributeValue::Bool(_) => Some("BOOL"),
            AttributeValue::L(_) => Some("LIST"),
            AttributeValue::M(_) => Some("MAP"),
            _ => None,
        });
        if let Some(kind) = wrong {
            self.note(Rank::ActionType, || {
                format!(
                    "Incorrect operand type for operator or function; operator: {section}, operand \
                     type: {kind}, typeSet: ALLOWED_FOR_ADD_OPERAND"
                )
            });
        }
        let value = value.unwrap_or_default();
        Ok(path.map(|path| (path, action(value))))
    }

    /// An operand, or two with a sign between them; and whether there are two.
    fn sum(&mut self, depth: usize) -> Read<(Put, bool)> {
        let (first, is_sum) = self.summand(depth, true)?;
        let sign = self.tokens.peek();
        if is_sum || !(sign.is("+") || sign.is("-")) {
            return Ok((first, is_sum));
        }
        self.tokens.next();
        self.count()?;
        let (second, _) = self.summand(depth, false)?;
        for term in [&first, &second].into_iter().flatten() {
            if let Term::Value(value) = term
                && !matches!(value, AttributeValue::N(_))
            {
                self.note(Rank::Operands, || wrong_type(sign.text, value.type_name()));
            }
        }
        let (Some(first), Some(second)) = (first, second) else { return Ok((None, true)) };
        let (first, second) = (Box::new(first), Box::new(second));
        let sum = if sign.is("+") { Term::Plus(first, second) } else { Term::Minus(first, second) };
        Ok((Some(sum), true))
    }

    /// An operand in any parentheses, or a sum in some if it may be one; and whether it is.
    fn summand(&mut self, depth: usize, may_be_sum: bool) -> Read<(Put, bool)> {
        if !self.tokens.peek().is("(") {
            return Ok((self.put()?, false));
        }
        if depth == DEEPEST_PARENTHESIS {
            return Err(self.tokens.unexpected());
        }
        self.tokens.next();
        let inner = match may_be_sum {
            true => self.sum(depth + 1)?,
            false => self.summand(depth + 1, false)?,
        };
        self.expect(")")?;
        Ok(inner)
    }

    /// An operand.
    fn put(&mut self) -> Read<Put> {
        match self.tokens.peek().kind {
            Kind::Value => Ok(self.value().map(Term::Value)),
            Kind::Word if self.is_call() => self.put_function(),
            _ => Ok(self.path()?.map(Term::Path)),
        }
    }

    fn put_function(&mut self) -> Read<Put> {
        let name = self.enter()?;
        let arguments = self.list(|reader| Ok(reader.summand(0, false)?.0))?;
        for argument in arguments.iter().flatten() {
            if name == "list_append" && matches!(argument, Term::ListAppend(..)) {
                self.note(Rank::MisusedFunction, || misused(name));
            }
        }
        self.expect(")")?;
        self.calls -= 1;
        if !matches!(name, "if_not_exists" | "list_append") {
            self.note(Rank::UnknownFunction, || unknown(name));
            return Ok(None);
        }
        let count = arguments.len();
        if count != 2 {
            self.note(Rank::Operands, || wrong_count(name, count));
            return Ok(None);
        }
        let Some(arguments) = arguments.into_iter().collect::<Option<Vec<Term>>>() else {
            return Ok(None);
        };
        let Ok([first, second]) = <[Term; 2]>::try_from(arguments) else { return Ok(None) };
        match (name, first) {
            ("if_not_exists", Term::Path(path)) => {
                if matches!(&second, Term::Path(second) if *second == path) {
                    self.note(Rank::Operands, || same_operands(name, &path));
                }
                Ok(Some(Term::IfNotExists(path, Box::new(second))))
            }
            ("if_not_exists", _) => {
                self.note(Rank::Operands, || needs_path(name));
                Ok(None)
            }
            (_, first) => {
                for term in [&first, &second] {
                    if let Term::Value(value) = term
                        && !matches!(value, AttributeValue::L(_))
                    {
                        self.note(Rank::Operands, || wrong_type(name, value.type_name()));
                    }
                }
                Ok(Some(Term::ListAppend(Box::new(first), Box::new(second))))
            }
        }
    }
}

/// What is said of a function that updates have not.
fn unknown(name: &str) -> String {
    match name {
        "attribute_exists"
        | "attribute_not_exists"
        | "attribute_type"
        | "begins_with"
        | "contains"
        | "size" => {
            format!("The function is not allowed in an update expression; function: {name}")
        }
        _ => format!("Invalid function name; function: {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::Placeholders;
    use crate::value::samples::*;
    use std::collections::BTreeMap;

    fn placeholders() -> Placeholders {
        let names = [("#a", "a"), ("#b", "b"), ("#c", "c"), ("#d", "[3]")];
        let names = names.map(|(key, name)| (key.to_owned(), name.to_owned()));
        let values = item([
            (":s", s("a")),
            (":n", n("1")),
            (":b", b("a")),
            (":bool", Bool(true)),
            (":null", Null(true)),
            (":ss", ss(["a"])),
            (":l", l([])),
            (":m", m([])),
        ]);
        Placeholders::new(Some(BTreeMap::from(names)), Some(values)).unwrap()
    }

    fn read(text: &str) -> Result<Vec<(Path, Action)>, String> {
        super::super::update(text, &mut placeholders()).map_err(|error| error.message)
    }

    #[track_caller]
    fn check(text: &str, message: &str) {
        assert_eq!(read(text), Err(format!("Invalid UpdateExpression: {message}")), "{text}");
    }

    #[test]
    fn updates_are_read() {
        for text in [
            "SET a = :s",
            "set a = b, #c.d[1] = if_not_exists(e, :n) + :n remove f, g[0] add h :ss, i :n delete j :ss",
            "SET a = (b + c)",
            "SET a = ((b.c.d)+(e))",
            "SET a = (b) - c",
            "SET a = list_append(if_not_exists(a, :l), :l)",
            "SET a = if_not_exists(b, if_not_exists(c, :n))",
            "ADD a :n",
            "SET a=:n - :n",
        ] {
            assert!(read(text).is_ok(), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn what_no_update_is_is_a_syntax_error() {
        let facts = [
            ("whatever", "whatever", "whatever"),
            ("set a", "<EOF>", "a"),
            ("SET", "<EOF>", "SET"),
            ("add a", "<EOF>", "a"),
            ("set a=set", "set", "=set"),
            ("remove a = b", "=", "a = b"),
            ("add a = b", "=", "a = b"),
            ("delete a b", "b", "a b"),
            ("add a if_not_exist(b)", "if_not_exist", "a if_not_exist("),
            ("remove a b", "b", "a b"),
            ("set :a = b", ":a", "set :a ="),
            ("remove :a", ":a", "remove :a"),
            ("set a = b / c", "/", "b / c"),
            ("set a = b *", "*", "b *"),
            ("set a[1] = 1", "1", "= 1"),
            ("SET if_not_exist(a, b) = a", "(", "if_not_exist(a"),
            ("set (a = b)", "(", "set (a"),
            ("set a = (b.c).d + e", ".", ").d"),
            ("set a = b + c + d", "+", "c + d"),
            ("set a = (b + c) + d", "+", ") + d"),
            ("set a = if_not_exists(c, b+d)", "+", "b+d"),
            ("SET _123 = :n", "_", "SET _123"),
            ("SET a = :s,", "<EOF>", ","),
            ("SET a = :n REMOVE", "<EOF>", "REMOVE"),
        ];
        for (text, token, near) in facts {
            check(text, &format!("Syntax error; token: \"{token}\", near: \"{near}\""));
        }
    }

    #[test]
    fn what_is_read_and_wrong_is_refused_in_the_order_of_aws() {
        let facts = [
            (
                " set #z = :z set abOrt = true ",
                "Attribute name is a reserved keyword; reserved keyword: abOrt",
            ),
            (
                "set #z = if_not_exist(:z) set c = d",
                "Invalid function name; function: if_not_exist",
            ),
            (
                "set a = size(b)",
                "The function is not allowed in an update expression; function: size",
            ),
            (
                "set a = #z set c = :z",
                "The \"SET\" section can only be used once in an update expression;",
            ),
            (
                "delete #d :z set a = b delete #e :z",
                "The \"DELETE\" section can only be used once in an update expression;",
            ),
            (
                "SET #z = if_not_exists(:z)",
                "An expression attribute name used in the document path is not defined; attribute \
                 name: #z",
            ),
            (
                "SET #a = if_not_exists(:z)",
                "An expression attribute value used in expression is not defined; attribute value: :z",
            ),
            (
                "set d[1] = a, d.b = a, c[1].a = a, #c = if_not_exists(a)",
                "Two document paths overlap with each other; must remove or rewrite one of these \
                 paths; path one: [c, [1], a], path two: [c]",
            ),
            (
                "remove a.#c set a[1] = #d",
                "Two document paths conflict with each other; must remove or rewrite one of these \
                 paths; path one: [a, c], path two: [a, [1]]",
            ),
            (
                "set b = if_not_exists(a.c, #a.#c)",
                "The first operand must be distinct from the remaining operands for this operator or \
                 function; operator: if_not_exists, first operand: [a, c]",
            ),
            (
                "set a = list_append(list_append(:l, :l), :l)",
                "The function is not allowed to be used this way in an expression; function: \
                 list_append",
            ),
        ];
        for (text, message) in facts {
            check(text, message);
        }
    }

    #[test]
    fn add_and_delete_take_numbers_and_sets() {
        let facts = [
            (
                "set b = list_append(:s, a), c = if_not_exists(a) add a.b :s",
                "Incorrect operand type for operator or function; operator: ADD, operand type: \
                 STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
            ),
            (
                "delete a.b :n",
                "Incorrect operand type for operator or function; operator: DELETE, operand type: \
                 NUMBER, typeSet: ALLOWED_FOR_ADD_OPERAND",
            ),
            (
                "add a.b :l",
                "Incorrect operand type for operator or function; operator: ADD, operand type: \
                 LIST, typeSet: ALLOWED_FOR_ADD_OPERAND",
            ),
            (
                "set q = :n add a.b :bool",
                "Incorrect operand type for operator or function; operator: ADD, operand type: BOOL, \
                 typeSet: ALLOWED_FOR_ADD_OPERAND",
            ),
        ];
        for (text, message) in facts {
            check(text, message);
        }
    }

    #[test]
    fn functions_and_operators_have_their_operands() {
        check("set a = if_not_exists(c)", &wrong_count("if_not_exists", 1));
        check("set a = list_append(c, b, c)", &wrong_count("list_append", 3));
        check("set a = if_not_exists(:s, c)", &needs_path("if_not_exists"));
        check("set a = if_not_exists(if_not_exists(a, b), c)", &needs_path("if_not_exists"));
        for (text, operator, kind) in [
            ("set a = list_append(:s, a)", "list_append", "S"),
            ("set a = list_append(a, :n)", "list_append", "N"),
            ("set a = list_append(:m, a)", "list_append", "M"),
            ("set a = a + :s", "+", "S"),
            ("set a = :s + :b", "+", "S"),
            ("set a = :b - a", "-", "B"),
            ("set a = a - :l", "-", "L"),
        ] {
            check(text, &wrong_type(operator, kind));
        }
    }

    #[test]
    fn there_is_a_limit_to_operators() {
        let sums = |count: usize| {
            let sums: Vec<String> = (0..count).map(|at| format!("a{at}=b+c")).collect();
            format!("SET {}", sums.join(","))
        };
        assert!(read(&sums(300)).is_ok());
        check(&sums(301), "The expression contains too many operators; operator count: 301");
    }
}
