//! Reads updates.

use super::lexer::Kind;
use super::{Rank, Read, Reader, misused, needs_path, wrong_count, wrong_type};
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
            AttributeValue::Bool(_) => Some("BOOLEAN"),
            AttributeValue::L(_) => Some("LIST"),
            AttributeValue::M(_) => Some("MAP"),
            _ => None,
        });
        if let Some(kind) = wrong {
            self.note(Rank::ActionType, || {
                format!(
                    "Incorrect operand type for operator or function; operator: {section}, operand \
                     type: {kind}"
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
