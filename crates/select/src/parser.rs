//! The grammar of the page "SQL reference for Amazon S3 Select", by recursive descent: what stands
//! before what is the order of `expression`, `conjunction`, `negation`, `comparison`, `sum`, `product`,
//! `unary`, `path`, `term`.

use crate::ast::{Aggregate, Expr, Name, Operator, Path, Root, Select, Step};
use crate::lexer::{Lexed, Token, lex};
use crate::refusal::{Place, Refusal, Result, too_complex};
use crate::value::Value;

/// The longest expression, in bytes.
pub(crate) const MAX_BYTES: usize = 256 * 1024;
/// How deep expressions lie in each other at most.
const MAX_DEPTH: usize = 32;
/// By how much runs of operators, each of which lies in the next, may make it deeper.
const MAX_RUNS: usize = 150;

/// Reads a query.
///
/// # Errors
/// It is none, or one that S3 does not answer.
pub(crate) fn parse(text: &str) -> Result<Select> {
    if text.len() > MAX_BYTES {
        let message = "The SQL expression is too long. The maximum byte-length for an SQL \
                       expression is 256 KB.";
        return Err(Refusal::new("ExpressionTooLong", message));
    }
    let tokens = lex(text)?;
    let aggregates = Aggregates::Refused;
    let mut parser = Parser { tokens, at: 0, depth: 0, runs: 0, found: Vec::new(), aggregates };
    parser.select()
}

/// Whether there may be aggregates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aggregates {
    Taken,
    Refused,
}

pub(crate) struct Parser {
    tokens: Vec<Lexed>,
    at: usize,
    depth: usize,
    runs: usize,
    found: Vec<(Aggregate, Option<Expr>)>,
    aggregates: Aggregates,
}

/// What S3 has no more to say of.
fn unsupported_structure() -> Refusal {
    let message = "We encountered an unsupported SQL structure. Check the SQL Reference.";
    Refusal::new("UnsupportedSqlStructure", message)
}

impl Parser {
    pub(crate) fn peek(&self) -> &Token {
        self.ahead(0)
    }

    fn ahead(&self, by: usize) -> &Token {
        self.tokens.get(self.at + by).map_or(&Token::End, |it| &it.token)
    }

    pub(crate) fn place(&self) -> Place {
        let last = self.tokens.last();
        self.tokens.get(self.at).or(last).map(|it| it.place).unwrap_or_default()
    }

    pub(crate) fn skip(&mut self) {
        self.at += 1;
    }

    /// Takes a keyword where it stands there.
    pub(crate) fn takes(&mut self, word: &str) -> bool {
        let found = self.peek().is(word);
        self.at += usize::from(found);
        found
    }

    /// Takes a sign where it stands there.
    pub(crate) fn takes_sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Token::Sign(it) if *it == sign);
        self.at += usize::from(found);
        found
    }

    /// Takes a name that means something here only, such as a function's, where it stands there.
    pub(crate) fn takes_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Token::Name(it, false) if it.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    /// A refusal of what stands here: `Unexpected token found LITERAL:5 at line 1, column 3.`
    pub(crate) fn refuse(&self, code: &'static str, message: &str) -> Refusal {
        Refusal::at(code, &format!("{message} {}", self.peek().shown()), self.place())
    }

    pub(crate) fn expect_sign(&mut self, sign: &'static str) -> Result<()> {
        match self.takes_sign(sign) {
            true => Ok(()),
            false => {
                let wanted = Token::Sign(sign).kind();
                let message = format!("Expected token of type {wanted}, found");
                Err(self.refuse("ParseExpectedTokenType", &message))
            }
        }
    }

    pub(crate) fn expect(&mut self, word: &str) -> Result<()> {
        match self.takes(word) || self.takes_word(word) {
            true => Ok(()),
            false => {
                let message = format!("Expected keyword {}, found", word.to_uppercase());
                Err(self.refuse("ParseExpectedKeyword", &message))
            }
        }
    }

    fn select(&mut self) -> Result<Select> {
        if !self.takes("select") {
            return Err(match self.peek() {
                Token::Keyword(_) => {
                    self.refuse("ParseUnExpectedKeyword", "Unexpected keyword found")
                }
                _ => self.refuse("ParseUnexpectedToken", "Unexpected token found"),
            });
        }
        if self.peek().is("distinct") {
            return Err(unsupported_structure());
        }
        self.takes("all");
        self.aggregates = Aggregates::Taken;
        let list = self.list()?;
        self.aggregates = Aggregates::Refused;
        if !self.takes("from") {
            return Err(self.refuse("ParseSelectMissingFrom", "Missing FROM after SELECT list"));
        }
        let (from, alias) = self.from()?;
        let list = list.map(named);
        let list = list.filter(|list| !is_all(list, alias.as_ref()));
        let filter = if self.takes("where") { Some(self.expression()?) } else { None };
        if self.peek().is("group") && self.ahead(1).is("by") {
            self.group_by()?;
        }
        let limit = if self.takes("limit") { Some(self.limit()?) } else { None };
        self.takes_sign(";");
        match self.peek() {
            Token::End => {}
            Token::Keyword("having") => return Err(unsupported_structure()),
            _ => return Err(self.refuse("ParseUnexpectedToken", "Unexpected token found")),
        }
        let aggregates = std::mem::take(&mut self.found);
        let select = Select { list, from, alias, filter, limit, aggregates };
        check_aggregates(&select)?;
        Ok(select)
    }

    /// S3 reads a GROUP BY to its end, so that an ORDER BY behind it is what it does not know; by itself it
    /// is refused for what it asks.
    fn group_by(&mut self) -> Result<()> {
        self.at += 2;
        loop {
            self.expression()?;
            if !self.takes_sign(",") {
                break;
            }
        }
        match self.peek() {
            Token::End | Token::Keyword("having" | "limit") => Err(unsupported_structure()),
            _ => Err(self.refuse("ParseUnexpectedToken", "Unexpected token found")),
        }
    }

    /// The SELECT list, with what each is called where that is said; `None` for `*`.
    #[allow(clippy::type_complexity)]
    fn list(&mut self) -> Result<Option<Vec<(Expr, Option<String>)>>> {
        if *self.peek() == Token::Star {
            self.at += 1;
            if matches!(self.peek(), Token::Sign(",")) {
                return Err(self.refuse_star());
            }
            return Ok(None);
        }
        if self.peek().is("from") {
            return Err(self.refuse("ParseEmptySelect", "Found empty SELECT list"));
        }
        let mut list = Vec::new();
        loop {
            if *self.peek() == Token::Star {
                return Err(self.refuse_star());
            }
            let expr = self.expression()?;
            list.push((expr, self.alias()?.map(|name| name.text)));
            if !self.takes_sign(",") {
                return Ok(Some(list));
            }
        }
    }

    fn refuse_star(&self) -> Refusal {
        Refusal::at(
            "ParseAsteriskIsNotAloneInSelectList",
            "Other expressions may not be present in the select list when '*' is used without dot \
             notation",
            self.place(),
        )
    }

    /// `AS name`, or a name by itself.
    fn alias(&mut self) -> Result<Option<Name>> {
        let is_asked = self.takes("as");
        match self.peek().clone() {
            Token::Name(text, quoted) => {
                self.at += 1;
                Ok(Some(Name { text, quoted }))
            }
            _ if is_asked => {
                Err(self.refuse("ParseExpectedIdentForAlias", "Expected identifier for alias"))
            }
            _ => Ok(None),
        }
    }

    /// The FROM clause: what follows `S3Object[*]`, and what a row is called.
    fn from(&mut self) -> Result<(Vec<Step>, Option<Name>)> {
        let place = self.place();
        match self.peek() {
            Token::Name(name, _) if name.eq_ignore_ascii_case("s3object") => self.at += 1,
            Token::Name(..) => {
                let message = "The data source is invalid. Only S3Object is supported, found";
                return Err(self.refuse("InvalidDataSource", message));
            }
            Token::Sign("(") => return Err(unsupported_structure()),
            _ => return Err(self.refuse("ParseUnexpectedToken", "Unexpected token found")),
        }
        let mut steps = self.steps(true)?;
        if !steps.is_empty() && steps.remove(0) != Step::Items {
            let message = "The path of the FROM clause must begin with S3Object[*]";
            return Err(Refusal::at("InvalidKeyPath", message, place));
        }
        let alias = match self.alias()? {
            Some(alias) => Some(alias),
            // A row is called as the last step of its path.
            None => match steps.last() {
                Some(Step::Name(name)) => Some(name.clone()),
                Some(_) => Some(Name { text: "_1".to_owned(), quoted: true }),
                None => None,
            },
        };
        let joins = ["join", "inner", "left", "right", "full", "outer", "cross"];
        if matches!(self.peek(), Token::Sign(",")) || joins.iter().any(|it| self.peek().is(it)) {
            let message = "Multiple data sources are not supported.";
            return Err(Refusal::new("MultipleDataSourcesUnsupported", message));
        }
        Ok((steps, alias))
    }

    fn limit(&mut self) -> Result<u64> {
        let negative = *self.peek() == Token::Operator("-");
        self.at += usize::from(negative);
        match self.peek() {
            Token::Literal(Value::Int(_)) if negative => {
                Err(Refusal::new("EvaluatorNegativeLimit", "LIMIT must not be negative."))
            }
            Token::Literal(Value::Int(limit)) => {
                let limit = u64::try_from(*limit).unwrap_or(0);
                self.at += 1;
                Ok(limit)
            }
            _ => Err(self.refuse("ParseExpectedNumber", "Expected number, found")),
        }
    }

    /// One deeper, as far as there is room.
    fn deeper<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= MAX_DEPTH {
            return Err(too_complex());
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    /// Counts the operators of a run behind its first.
    fn widen(&mut self, is_run: &mut bool) -> Result<()> {
        self.runs += usize::from(*is_run);
        *is_run = true;
        if self.runs > MAX_RUNS { Err(too_complex()) } else { Ok(()) }
    }

    pub(crate) fn expression(&mut self) -> Result<Expr> {
        self.deeper(|parser| {
            let mut parts = vec![parser.conjunction()?];
            while parser.takes("or") {
                parts.push(parser.conjunction()?);
            }
            Ok(one_or(parts, Expr::Any))
        })
    }

    fn conjunction(&mut self) -> Result<Expr> {
        let mut parts = vec![self.negation()?];
        while self.takes("and") {
            parts.push(self.negation()?);
        }
        Ok(one_or(parts, Expr::All))
    }

    fn negation(&mut self) -> Result<Expr> {
        if !self.takes("not") {
            return self.comparison();
        }
        self.deeper(|parser| Ok(Expr::Not(Box::new(parser.negation()?))))
    }

    fn comparison(&mut self) -> Result<Expr> {
        let mut left = self.sum()?;
        let mut is_run = false;
        loop {
            let operator = match self.peek() {
                Token::Operator("=") => Operator::Equal,
                Token::Operator("<>" | "!=") => Operator::NotEqual,
                Token::Operator("<") => Operator::Less,
                Token::Operator("<=") => Operator::LessOrEqual,
                Token::Operator(">") => Operator::Greater,
                Token::Operator(">=") => Operator::GreaterOrEqual,
                _ => match self.predicate(left)? {
                    (predicate, true) => {
                        left = predicate;
                        self.widen(&mut is_run)?;
                        continue;
                    }
                    (rest, false) => return Ok(rest),
                },
            };
            self.at += 1;
            self.widen(&mut is_run)?;
            left = Expr::Binary(operator, Box::new(left), Box::new(self.sum()?));
        }
    }

    /// `[NOT] BETWEEN`, `[NOT] IN`, `[NOT] LIKE`, `IS [NOT]`; whether there is one.
    fn predicate(&mut self, left: Expr) -> Result<(Expr, bool)> {
        let left = Box::new(left);
        if self.takes("is") {
            let negative = self.takes("not");
            let kind = self.type_name()?;
            return Ok((negated(negative, Expr::Is(left, kind)), true));
        }
        let negative = self.peek().is("not")
            && ["between", "in", "like"].iter().any(|it| self.ahead(1).is(it));
        self.at += usize::from(negative);
        let predicate = if self.takes("between") {
            let from = self.sum()?;
            self.expect("and")?;
            Expr::Between(Box::new([*left, from, self.sum()?]))
        } else if self.takes("in") {
            Expr::In(left, Box::new(self.sum()?))
        } else if self.takes("like") {
            let pattern = Box::new(self.sum()?);
            let escape = if self.takes("escape") { Some(Box::new(self.sum()?)) } else { None };
            Expr::Like(left, pattern, escape)
        } else {
            return Ok((*left, false));
        };
        Ok((negated(negative, predicate), true))
    }

    fn sum(&mut self) -> Result<Expr> {
        let mut left = self.product()?;
        let mut is_run = false;
        loop {
            let operator = match self.peek() {
                Token::Operator("+") => Operator::Add,
                Token::Operator("-") => Operator::Subtract,
                Token::Operator("||") => Operator::Join,
                _ => return Ok(left),
            };
            self.at += 1;
            self.widen(&mut is_run)?;
            left = Expr::Binary(operator, Box::new(left), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Expr> {
        let mut left = self.unary()?;
        let mut is_run = false;
        loop {
            let operator = match self.peek() {
                Token::Star => Operator::Multiply,
                Token::Operator("/") => Operator::Divide,
                Token::Operator("%") => Operator::Remainder,
                _ => return Ok(left),
            };
            self.at += 1;
            self.widen(&mut is_run)?;
            left = Expr::Binary(operator, Box::new(left), Box::new(self.unary()?));
        }
    }

    fn unary(&mut self) -> Result<Expr> {
        match self.peek() {
            Token::Operator("+") => {
                self.at += 1;
                self.deeper(Self::unary)
            }
            Token::Operator("-") => {
                self.at += 1;
                Ok(match self.deeper(Self::unary)? {
                    Expr::Literal(Value::Int(number)) if number >= 0 => {
                        Expr::Literal(Value::Int(-number))
                    }
                    Expr::Literal(Value::Decimal(number)) => {
                        Expr::Literal(Value::Decimal(number.negate()))
                    }
                    other => Expr::Negative(Box::new(other)),
                })
            }
            _ => self.term(),
        }
    }

    /// What follows a name: `.name`, `['name']`, `[0]`, and in the FROM clause `[*]` and `.*`.
    fn steps(&mut self, wild: bool) -> Result<Vec<Step>> {
        let mut steps = Vec::new();
        loop {
            if self.takes_sign(".") {
                steps.push(match self.peek().clone() {
                    Token::Name(text, quoted) => Step::Name(Name { text, quoted }),
                    Token::Star => Step::Members,
                    other => {
                        let message = format!(
                            "Invalid Path component, expecting either an IDENTIFIER or STAR, got: \
                             {},at {}.",
                            other.kind(),
                            self.place()
                        );
                        return Err(Refusal::new("ParseInvalidPathComponent", message));
                    }
                });
                self.at += 1;
            } else if self.takes_sign("[") {
                steps.push(self.bracket()?);
                self.expect_sign("]")?;
            } else {
                break;
            }
            if steps.len() > MAX_DEPTH {
                return Err(too_complex());
            }
        }
        let all_of_it = steps.len() == 1 && steps[0] == Step::Members;
        let is_wild = steps.iter().any(|it| matches!(it, Step::Items | Step::Members));
        if !wild && is_wild && !all_of_it {
            let message = "Invalid use of * in SELECT list in the SQL expression";
            let code = "ParseInvalidContextForWildcardInSelectList";
            return Err(Refusal::at(code, message, self.place()));
        }
        Ok(steps)
    }

    fn bracket(&mut self) -> Result<Step> {
        let step = match self.peek() {
            Token::Literal(Value::Text(text)) => {
                Step::Name(Name { text: text.clone(), quoted: true })
            }
            Token::Literal(Value::Int(index)) => Step::Index(usize::try_from(*index).unwrap_or(0)),
            Token::Star => Step::Items,
            _ => {
                let message = "Invalid Path component, found";
                return Err(self.refuse("ParseInvalidPathComponent", message));
            }
        };
        self.at += 1;
        Ok(step)
    }

    fn term(&mut self) -> Result<Expr> {
        match self.peek().clone() {
            Token::Literal(value) | Token::Ion(value) => {
                self.at += 1;
                Ok(Expr::Literal(value))
            }
            Token::Sign("(") => self.parenthesis(),
            Token::Sign("[") => {
                self.at += 1;
                self.deeper(|parser| parser.rest_of_list(Vec::new(), "]"))
            }
            Token::Keyword("null") => {
                self.at += 1;
                Ok(Expr::Literal(Value::Null))
            }
            Token::Keyword("missing") => {
                self.at += 1;
                Ok(Expr::Literal(Value::Missing))
            }
            Token::Keyword("case") => self.deeper(Self::case),
            Token::Keyword("cast") => self.deeper(Self::cast),
            Token::Keyword("select") => Err(unsupported_structure()),
            Token::Keyword(_) => {
                Err(self.refuse("ParseUnExpectedKeyword", "Unexpected keyword found"))
            }
            Token::Name(name, false) if matches!(self.ahead(1), Token::Sign("(")) => {
                self.deeper(|parser| parser.call(&name))
            }
            Token::Name(text, quoted) => {
                let place = self.place();
                self.at += 1;
                let steps = self.steps(false)?;
                Ok(Expr::Path(Path { root: Root::Unbound(Name { text, quoted }), steps, place }))
            }
            Token::Operator(_) | Token::Star => {
                Err(self.refuse("ParseUnexpectedOperator", "Unexpected operator"))
            }
            Token::End => Err(self.refuse("ParseExpectedExpression", "Expected expression, found")),
            Token::Sign(_) => Err(self.refuse("ParseUnexpectedTerm", "Unexpected term found")),
        }
    }

    /// An expression in parentheses, or a list of several.
    fn parenthesis(&mut self) -> Result<Expr> {
        self.at += 1;
        let first = self.expression()?;
        if !self.takes_sign(",") {
            self.expect_sign(")")?;
            return Ok(first);
        }
        self.rest_of_list(vec![first], ")")
    }

    fn rest_of_list(&mut self, mut items: Vec<Expr>, end: &'static str) -> Result<Expr> {
        if self.takes_sign(end) {
            return Ok(Expr::List(items));
        }
        loop {
            items.push(self.expression()?);
            if !self.takes_sign(",") {
                self.expect_sign(end)?;
                return Ok(Expr::List(items));
            }
        }
    }

    fn case(&mut self) -> Result<Expr> {
        self.at += 1;
        let operand = match self.peek().is("when") {
            true => None,
            false => Some(Box::new(self.expression()?)),
        };
        let mut cases = Vec::new();
        while self.takes("when") {
            let when = self.expression()?;
            self.expect("then")?;
            cases.push((when, self.expression()?));
        }
        if cases.is_empty() {
            return Err(self.refuse("ParseExpectedWhenClause", "Expected WHEN clause in CASE"));
        }
        let other = if self.takes("else") { Some(Box::new(self.expression()?)) } else { None };
        self.expect("end")?;
        Ok(Expr::Case(operand, cases, other))
    }

    /// An aggregate of this kind, whose name and parenthesis are behind.
    pub(crate) fn aggregate(&mut self, kind: Aggregate) -> Result<Expr> {
        if self.aggregates == Aggregates::Refused {
            return Err(unsupported_structure());
        }
        self.aggregates = Aggregates::Refused;
        let of = if *self.peek() == Token::Star {
            if kind != Aggregate::Count {
                let message =
                    "Function call, other than COUNT, with (*) as parameter is not supported";
                return Err(self.refuse("ParseUnsupportedCallWithStar", message));
            }
            self.skip();
            None
        } else if self.peek().is("distinct") {
            return Err(unsupported_structure());
        } else {
            self.takes("all");
            Some(self.expression()?)
        };
        if !self.takes_sign(")") {
            let message = "Aggregate function calls take 1 argument only";
            return Err(self.refuse("ParseNonUnaryAgregateFunctionCall", message));
        }
        self.aggregates = Aggregates::Taken;
        self.found.push((kind, of));
        Ok(Expr::Aggregate(self.found.len() - 1))
    }
}

fn one_or(mut parts: Vec<Expr>, all: impl FnOnce(Vec<Expr>) -> Expr) -> Expr {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            parts.extend(last);
            all(parts)
        }
    }
}

fn negated(negative: bool, expr: Expr) -> Expr {
    if negative { Expr::Not(Box::new(expr)) } else { expr }
}

/// What each is called: what was said, the last name of a path, or its number.
fn named(list: Vec<(Expr, Option<String>)>) -> Vec<(Expr, String)> {
    let name = |(index, (expr, given)): (usize, (Expr, Option<String>))| {
        let number = || format!("_{}", index + 1);
        let name = given.unwrap_or_else(|| match &expr {
            Expr::Path(path) => match (path.steps.last(), &path.root) {
                (Some(Step::Name(name)), _) | (None, Root::Unbound(name)) => name.text.clone(),
                _ => number(),
            },
            _ => number(),
        });
        (expr, name)
    };
    list.into_iter().enumerate().map(name).collect()
}

/// Whether the list is `alias.*`, which is `*`.
fn is_all(list: &[(Expr, String)], alias: Option<&Name>) -> bool {
    let [(Expr::Path(Path { root: Root::Unbound(name), steps, .. }), _)] = list else {
        return false;
    };
    let is_row = alias.is_some_and(|alias| name.means(&alias.text))
        || alias.is_none() && name.text.eq_ignore_ascii_case("s3object");
    is_row && matches!(steps[..], [Step::Members])
}

/// Beside aggregates, and in place of a row, there is nothing of a single row.
fn check_aggregates(select: &Select) -> Result<()> {
    let mut list = select.list.clone().unwrap_or_default();
    for (expr, _) in &mut list {
        expr.visit_paths(&mut |path| {
            if path.steps.contains(&Step::Members) {
                let message = "Invalid use of * in SELECT list in the SQL expression";
                let code = "ParseInvalidContextForWildcardInSelectList";
                return Err(Refusal::at(code, message, path.place));
            }
            if select.aggregates.is_empty() { Ok(()) } else { Err(unsupported_structure()) }
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
