//! Statements, read word by word. What is wrong with them is told in AWS's words, which are those of
//! the PartiQL parser that it uses.

use super::ast::{Delete, Expr, Insert, Kind, Returning, Select, Source, Statement, Update};
use super::lexer::{Lexed, Token, lex};
use super::literal::SEVERAL_ITEMS;
use super::reserved::is_reserved;
use super::{Parsed, Refusal};
use crate::expression::Path;
use std::ops::Range;

const LEFT_OVER: &str = "Unexpected token after expression";
const NO_NAME: &str = "Expected identifier for simple path";
/// AWS has no word for it, as for all that it cannot read at all.
pub(super) const TOO_DEEP: &str = "";

/// Reads a statement.
///
/// # Errors
/// It is none, or one that DynamoDB has not.
pub(crate) fn parse(text: &str) -> Parsed<(Statement, usize)> {
    let mut tokens = lex(text)?;
    if matches!(tokens.last(), Some(Lexed { token: Token::Sign(";"), .. })) {
        tokens.pop();
    }
    let mut parser = Parser { text, tokens, next: 0, parameters: 0, depth: 0, chained: 0 };
    let statement = parser.statement()?;
    match parser.peek() {
        None => Ok((statement, parser.parameters)),
        Some(_) => parser.refused(LEFT_OVER),
    }
}

/// A statement as far as it is read.
pub(super) struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Lexed>,
    next: usize,
    parameters: usize,
    /// How many expressions stand around this one.
    pub depth: usize,
    /// How many operators stand around others of their term.
    pub chained: usize,
}

impl Parser<'_> {
    /// The next token.
    pub fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|lexed| &lexed.token)
    }

    /// Goes on behind it.
    pub fn next(&mut self) {
        self.next += 1;
    }

    /// Where the next token stands.
    pub fn here(&self) -> Range<usize> {
        let end = self.text.len();
        self.tokens.get(self.next).map_or(end..end, |lexed| lexed.at.clone())
    }

    /// Where the last token stood.
    pub fn last(&self) -> Range<usize> {
        let last = self.next.checked_sub(1).and_then(|last| self.tokens.get(last));
        last.map_or(0..0, |lexed| lexed.at.clone())
    }

    /// A place as AWS shows it: line, column, and length.
    pub fn shown(&self, at: &Range<usize>) -> String {
        let before = self.text.get(..at.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        format!("{line}:{column}:{}", at.len())
    }

    fn word_at(&self, at: usize, keyword: &str) -> bool {
        let token = self.tokens.get(at).map(|lexed| &lexed.token);
        matches!(token, Some(Token::Word(word)) if word.eq_ignore_ascii_case(keyword))
    }

    /// Whether the next token is this keyword.
    pub fn is(&self, keyword: &str) -> bool {
        self.word_at(self.next, keyword)
    }

    /// Whether the one behind it is this keyword.
    pub fn is_then(&self, keyword: &str) -> bool {
        self.word_at(self.next + 1, keyword)
    }

    /// Whether the one behind it is this sign.
    pub fn is_then_sign(&self, sign: &str) -> bool {
        let token = self.tokens.get(self.next + 1).map(|lexed| &lexed.token);
        matches!(token, Some(Token::Sign(found)) if *found == sign)
    }

    /// Takes a keyword, if it is there.
    pub fn takes(&mut self, keyword: &str) -> bool {
        let found = self.is(keyword);
        self.next += usize::from(found);
        found
    }

    /// Takes a sign, if it is there.
    pub fn takes_sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Sign(found)) if *found == sign);
        self.next += usize::from(found);
        found
    }

    /// Takes a sign that must be there.
    pub fn expect_sign(&mut self, sign: &str) -> Parsed<()> {
        match self.takes_sign(sign) {
            true => Ok(()),
            false => self.refused("Unexpected term"),
        }
    }

    /// The number of the parameter that was just taken.
    pub fn parameter(&mut self) -> usize {
        self.parameters += 1;
        self.parameters - 1
    }

    /// Takes a parameter, if it is there.
    pub fn takes_parameter(&mut self) -> Option<Kind> {
        if self.peek() != Some(&Token::Parameter) {
            return None;
        }
        self.next();
        Some(Kind::Parameter(self.parameter()))
    }

    /// It cannot be read from here on.
    pub fn refused<T>(&self, why: &str) -> Parsed<T> {
        Err(Refusal::unread(self.here(), why))
    }

    /// A name that is no keyword.
    pub fn name(&mut self, otherwise: &str) -> Parsed<String> {
        match self.peek().cloned() {
            Some(Token::Quoted(name)) => {
                self.next();
                Ok(name)
            }
            Some(Token::Word(name)) if !is_reserved(&name) => {
                self.next();
                Ok(name)
            }
            Some(Token::Word(_)) if otherwise != NO_NAME => self.refused("Unexpected keyword"),
            _ => self.refused(otherwise),
        }
    }

    fn statement(&mut self) -> Parsed<Statement> {
        if self.takes("SELECT") {
            self.select().map(Statement::Select)
        } else if self.takes("INSERT") {
            self.insert().map(Statement::Insert)
        } else if self.takes("UPDATE") {
            self.update().map(Statement::Update)
        } else if self.takes("DELETE") {
            self.delete().map(Statement::Delete)
        } else if self.takes("FROM") {
            self.update_from().map(Statement::Update)
        } else if self.is("EXISTS") && self.is_then_sign("(") {
            self.exists().map(Statement::Exists)
        } else {
            self.no_statement()
        }
    }

    /// What is said of what begins like no statement. AWS reads it as an expression, within which
    /// `FROM` begins an update.
    fn no_statement<T>(&mut self) -> Parsed<T> {
        if let Some(from) = (1..self.tokens.len()).find(|at| self.word_at(*at, "FROM")) {
            self.next = from;
            return self.refused("Expected data manipulation");
        }
        let found = self.expr()?;
        if self.peek().is_some() {
            return self.refused(LEFT_OVER);
        }
        let name = match found.kind {
            Kind::Path(_) => "VariableReference",
            Kind::Value(_) => "Literal",
            Kind::Missing => "LiteralMissing",
            Kind::Parameter(_) => "Parameter",
            Kind::Is(..) => "IsType",
            _ => "NAry",
        };
        Err(Refusal::told(found.at, format!("Unsupported operation: {name}")))
    }

    fn select(&mut self) -> Parsed<Select> {
        let paths = self.projection()?;
        if !self.takes("FROM") {
            return self.refused("Expected FROM");
        }
        let source = self.source("Unexpected term")?;
        if self.takes_sign(",") || self.is("JOIN") || self.is_then("JOIN") {
            let words = "Only select from a single table or index is supported.";
            return Err(Refusal::told(self.last(), words));
        }
        self.no_alias()?;
        let condition = self.condition()?;
        for clause in ["GROUP", "HAVING", "LIMIT", "OFFSET"] {
            if self.is(clause) {
                let by = if self.is_then("BY") { " BY" } else { "" };
                return Err(Refusal::told(
                    self.here(),
                    format!("Unsupported clause: {clause}{by}"),
                ));
            }
        }
        let order = if self.is("ORDER") && self.is_then("BY") { self.order()? } else { Vec::new() };
        Ok(Select { paths, source, condition, order })
    }

    /// What is given of each item: nothing for all of it.
    fn projection(&mut self) -> Parsed<Vec<Path>> {
        if self.is("VALUE") || self.is("PIVOT") {
            let words = "Select projection doesn't support value or pivot keywords";
            return Err(Refusal::told(self.here(), words));
        }
        if self.is("DISTINCT") {
            return Err(Refusal::told(self.here(), "Unsupported clause: DISTINCT"));
        }
        let mixed = "Other attributes should not be present in the projection when '*' is used.";
        if self.takes_sign("*") {
            let is_alone = !self.takes_sign(",");
            return is_alone.then(Vec::new).ok_or_else(|| Refusal::told(self.last(), mixed));
        }
        let mut paths = Vec::new();
        loop {
            if self.takes_sign("*") {
                return Err(Refusal::told(self.last(), mixed));
            }
            let term = self.expr()?;
            match term.kind {
                Kind::Path(path) => paths.push(path),
                Kind::Call(name, _) => {
                    return Err(Refusal::told(term.at, format!("Unrecognized function: {name}")));
                }
                _ => {
                    let words = "Changing item's hierarchy while reading isn't supported";
                    return Err(Refusal::told(term.at, words));
                }
            }
            self.no_alias()?;
            if !self.takes_sign(",") {
                return Ok(paths);
            }
        }
    }

    /// A table, or an index of one.
    fn source(&mut self, otherwise: &str) -> Parsed<Source> {
        let from = self.here();
        let table = self.name(otherwise)?;
        let index = if self.takes_sign(".") { Some(self.name(NO_NAME)?) } else { None };
        if self.takes_sign(".") {
            let words = "A path may contain at most 2 components in the FROM clause";
            return Err(Refusal::told(self.last(), words));
        }
        if matches!(self.peek(), Some(Token::Sign("["))) {
            return Err(Refusal::told(self.here(), "Invalid list expression in source."));
        }
        if table.is_empty() || index.as_deref() == Some("") {
            return Err(Refusal::told(from, "Path component cannot be an empty string"));
        }
        Ok(Source { table, index })
    }

    fn no_alias(&self) -> Parsed<()> {
        let is_alias = match self.peek() {
            Some(Token::Word(word)) => self.is("AS") || self.is("AT") || !is_reserved(word),
            Some(Token::Quoted(_)) => true,
            _ => false,
        };
        let follows = ["RETURNING", "OFFSET"].iter().any(|word| self.is(word));
        match is_alias && !follows {
            true => Err(Refusal::told(self.here(), "Aliasing is not supported")),
            false => Ok(()),
        }
    }

    fn condition(&mut self) -> Parsed<Option<Expr>> {
        if self.takes("WHERE") { self.expr().map(Some) } else { Ok(None) }
    }

    fn order(&mut self) -> Parsed<Vec<(String, bool)>> {
        self.next();
        self.next();
        let mut order = Vec::new();
        loop {
            let term = self.expr()?;
            let Kind::Path(path) = &term.kind else {
                let words = "Argument to ORDER BY must be of type VariableReference. Type: Literal";
                return Err(Refusal::told(term.at, words));
            };
            if !path.steps().is_empty() {
                let words = "Argument to ORDER BY must be of type VariableReference. Type: Path";
                return Err(Refusal::told(term.at, words));
            }
            let is_down = self.takes("DESC");
            if !is_down {
                self.takes("ASC");
            }
            order.push((path.head().to_owned(), is_down));
            if !self.takes_sign(",") {
                return Ok(order);
            }
        }
    }

    fn insert(&mut self) -> Parsed<Insert> {
        if !self.takes("INTO") {
            return self.refused("Expected INTO");
        }
        let source = self.source(NO_NAME)?;
        if self.is("VALUES") || self.is("SELECT") || matches!(self.peek(), Some(Token::Sign("("))) {
            return Err(Refusal::told(self.here(), SEVERAL_ITEMS));
        }
        if self.is("VALUE") {
            self.next();
        } else if self.peek() != Some(&Token::Sign("<<")) {
            return match self.peek() {
                None => self.refused("Unexpected term"),
                Some(_) => self.refused(LEFT_OVER),
            };
        }
        let item = self.tuple()?;
        for (word, sentence) in [
            ("RETURNING", "RETURNING is not supported in INSERT"),
            ("AT", "AT is not supported in insert statements."),
            ("WHERE", "Unsupported FROM ... WHERE ... clause in INSERT statement."),
            ("ON", "Invalid conflict action. Only \"DO NOTHING\" action is supported."),
        ] {
            if self.is(word) {
                return Err(Refusal::told(self.here(), sentence));
            }
        }
        Ok(Insert { source, item })
    }

    fn update(&mut self) -> Parsed<Update> {
        let source = self.source(NO_NAME)?;
        if !self.is("SET") && !self.is("REMOVE") {
            self.no_alias()?;
        }
        let changes = self.changes()?;
        let condition = self.condition()?;
        let returning = self.returning()?;
        Ok(Update { source, changes, condition, returning })
    }

    /// An update that begins with `FROM`, whose condition comes before its changes.
    fn update_from(&mut self) -> Parsed<Update> {
        let source = self.source("Unexpected term")?;
        let condition = self.condition()?;
        let changes = self.changes()?;
        let returning = self.returning()?;
        Ok(Update { source, changes, condition, returning })
    }

    fn changes(&mut self) -> Parsed<Vec<(Path, Option<Expr>)>> {
        let mut changes = Vec::new();
        loop {
            let sets = self.takes("SET");
            if !sets && !self.takes("REMOVE") {
                break;
            }
            loop {
                let path = self.path()?;
                let value = match sets {
                    true => {
                        if !self.takes_sign("=") {
                            return self.refused("Expected '=' after path in SET");
                        }
                        Some(self.expr()?)
                    }
                    false => None,
                };
                changes.push((path, value));
                if !self.takes_sign(",") {
                    break;
                }
            }
        }
        if ["INSERT", "DELETE", "UPDATE"].iter().any(|word| self.is(word)) {
            let words = "Only SET and REMOVE are supported in update expressions at this time";
            return Err(Refusal::told(self.here(), words));
        }
        match changes.is_empty() {
            true => self.refused("Expected data manipulation"),
            false => Ok(changes),
        }
    }

    fn delete(&mut self) -> Parsed<Delete> {
        if !self.takes("FROM") {
            return self.refused("Expected FROM");
        }
        let source = self.source(NO_NAME)?;
        self.no_alias()?;
        let condition = self.condition()?;
        let at = self.here();
        let returning = self.returning()?;
        if let Some(other) = returning.filter(|it| it.modified || it.new) {
            let words = "Only RETURNING ALL OLD * is allowed in DELETE statements.";
            let text = other.text();
            let message = format!("Invalid returning clause: RETURNING {text}. {words}");
            return Err(Refusal::told(at, message));
        }
        Ok(Delete { source, condition, returning })
    }

    fn returning(&mut self) -> Parsed<Option<Returning>> {
        if !self.takes("RETURNING") {
            return Ok(None);
        }
        let modified = self.takes("MODIFIED");
        if !modified && !self.takes("ALL") {
            return self.refused("Expected returning element");
        }
        let new = self.takes("NEW");
        if !new && !self.takes("OLD") {
            return self.refused("Expected returning element");
        }
        if !self.takes_sign("*") {
            let words = "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause";
            return Err(Refusal::told(self.here(), words));
        }
        if self.takes_sign(",") {
            let words = "Invalid syntax with multiple returning elements in RETURNING clause";
            return Err(Refusal::told(self.last(), words));
        }
        Ok(Some(Returning { modified, new }))
    }

    fn exists(&mut self) -> Parsed<Select> {
        self.next();
        self.next();
        if !self.takes("SELECT") {
            return Err(Refusal::told(self.here(), "Unsupported operation in transaction."));
        }
        let select = self.select()?;
        self.expect_sign(")")?;
        Ok(select)
    }
}
