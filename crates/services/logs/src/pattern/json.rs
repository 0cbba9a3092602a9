//! JSON patterns: `{ $.a.b[0] = "x*" && ($.n > 5 || $.gone NOT EXISTS) }`.

use platform::pattern::in_order;
use serde_json::Value;

/// A condition on a document.
#[derive(Debug, PartialEq)]
pub enum Expression {
    /// Both must hold.
    And(Box<Expression>, Box<Expression>),
    /// One must hold.
    Or(Box<Expression>, Box<Expression>),
    /// The value at a path passes a test.
    Test(Vec<Step>, Test),
}

/// One step of a path.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// A member of an object.
    Member(String),
    /// An item of a list.
    Item(usize),
}

/// What is asked of a value.
#[derive(Debug, PartialEq)]
pub enum Test {
    /// Equal to a text with `*` for any characters; or, negated, not.
    Text(String, bool),
    /// A number compared.
    Number(Comparison, f64),
    /// `IS TRUE`, `IS FALSE`, `IS NULL`.
    Is(Value),
    /// `EXISTS`, or `NOT EXISTS`.
    Exists(bool),
}

/// How numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// Expressions nest no deeper than this.
const MAX_DEPTH: usize = 32;

impl Expression {
    /// Whether the document is as the expression says.
    pub fn holds(&self, document: &Value) -> bool {
        match self {
            Expression::And(a, b) => a.holds(document) && b.holds(document),
            Expression::Or(a, b) => a.holds(document) || b.holds(document),
            Expression::Test(path, test) => test.passes(find(document, path)),
        }
    }
}

impl Test {
    fn passes(&self, value: Option<&Value>) -> bool {
        match (self, value) {
            (Test::Exists(wanted), value) => value.is_some() == *wanted,
            (_, None) => false,
            (Test::Is(wanted), Some(value)) => value == wanted,
            (Test::Text(wanted, equal), Some(Value::String(text))) => {
                wildcard(wanted, text) == *equal
            }
            (Test::Text(wanted, equal), Some(Value::Number(number))) => {
                wildcard(wanted, &number.to_string()) == *equal
            }
            (Test::Number(comparison, wanted), Some(Value::Number(number))) => {
                number.as_f64().is_some_and(|number| comparison.holds(number, *wanted))
            }
            _ => false,
        }
    }
}

impl Comparison {
    fn holds(self, a: f64, b: f64) -> bool {
        match self {
            Comparison::Equal => a == b,
            Comparison::NotEqual => a != b,
            Comparison::Less => a < b,
            Comparison::AtMost => a <= b,
            Comparison::Greater => a > b,
            Comparison::AtLeast => a >= b,
        }
    }
}

fn find<'a>(document: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(document, |value, step| match step {
        Step::Member(name) => value.get(name),
        Step::Item(index) => value.get(index),
    })
}

/// Whether the text is the pattern's pieces in order, with anything between them.
fn wildcard(pattern: &str, text: &str) -> bool {
    in_order(&pattern.split('*').collect::<Vec<_>>(), text)
}

/// Reads what stands between the braces; `None` when it has no such form.
pub fn parse(text: &str) -> Option<Expression> {
    let mut parser = Parser { rest: text, depth: 0 };
    let expression = parser.either()?;
    parser.rest.trim_start().is_empty().then_some(expression)
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn either(&mut self) -> Option<Expression> {
        let mut left = self.both()?;
        while self.take("||") {
            left = Expression::Or(Box::new(left), Box::new(self.both()?));
        }
        Some(left)
    }

    fn both(&mut self) -> Option<Expression> {
        let mut left = self.one()?;
        while self.take("&&") {
            left = Expression::And(Box::new(left), Box::new(self.one()?));
        }
        Some(left)
    }

    fn one(&mut self) -> Option<Expression> {
        if !self.take("(") {
            return Some(Expression::Test(self.path()?, self.test()?));
        }
        self.depth += 1;
        let inside = (self.depth <= MAX_DEPTH).then(|| self.either())??;
        self.depth -= 1;
        self.take(")").then_some(inside)
    }

    fn path(&mut self) -> Option<Vec<Step>> {
        self.take("$").then_some(())?;
        let mut path = Vec::new();
        loop {
            if let Some(rest) = self.rest.strip_prefix('.') {
                let stop = |c: char| c.is_whitespace() || ".[=!<>)&|".contains(c);
                let (name, rest) = rest.split_at(rest.find(stop).unwrap_or(rest.len()));
                self.rest = rest;
                path.push(Step::Member((!name.is_empty()).then(|| name.to_owned())?));
            } else if let Some(rest) = self.rest.strip_prefix('[') {
                let (inside, rest) = rest.split_once(']')?;
                self.rest = rest;
                let quoted = |mark| inside.strip_prefix(mark)?.strip_suffix(mark);
                path.push(match quoted('\'').or_else(|| quoted('"')) {
                    Some(name) => Step::Member(name.to_owned()),
                    None => Step::Item(inside.parse().ok()?),
                });
            } else {
                return (!path.is_empty()).then_some(path);
            }
        }
    }

    fn test(&mut self) -> Option<Test> {
        if self.take("NOT") {
            return self.take("EXISTS").then_some(Test::Exists(false));
        }
        if self.take("EXISTS") {
            return Some(Test::Exists(true));
        }
        if self.take("IS") {
            let values = [("TRUE", true.into()), ("FALSE", false.into()), ("NULL", Value::Null)];
            return values.into_iter().find(|(word, _)| self.take(word)).map(|(_, v)| Test::Is(v));
        }
        let comparison = self.comparison()?;
        let value = self.value()?;
        if let (Ok(number), false) = (value.0.parse::<f64>(), value.1) {
            return Some(Test::Number(comparison, number));
        }
        match comparison {
            Comparison::Equal => Some(Test::Text(value.0, true)),
            Comparison::NotEqual => Some(Test::Text(value.0, false)),
            _ => None,
        }
    }

    fn comparison(&mut self) -> Option<Comparison> {
        let all = [
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::AtMost),
            (">=", Comparison::AtLeast),
            ("=", Comparison::Equal),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        all.into_iter().find(|(sign, _)| self.take(sign)).map(|(_, comparison)| comparison)
    }

    /// A value and whether it stood in quotes.
    fn value(&mut self) -> Option<(String, bool)> {
        self.rest = self.rest.trim_start();
        if let Some(quoted) = self.rest.strip_prefix('"') {
            let (value, rest) = quoted.split_once('"')?;
            self.rest = rest;
            return Some((value.to_owned(), true));
        }
        let stop = |c: char| c.is_whitespace() || ")&|".contains(c);
        let end = self.rest.find(stop).unwrap_or(self.rest.len());
        let (value, rest) = self.rest.split_at(end);
        self.rest = rest;
        // Per cent signs would mean a regular expression.
        (!value.is_empty() && !value.starts_with('%')).then(|| (value.to_owned(), false))
    }

    fn take(&mut self, word: &str) -> bool {
        let rest = self.rest.trim_start();
        let taken = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if taken {
            self.rest = &rest[word.len()..];
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::Pattern;

    #[test]
    fn documents_are_looked_into() {
        let message = r#"{"type":"Update","n":5,"a":[{"b":true}],"gone":null,"x-y":"1.5"}"#;
        for (pattern, expected) in [
            (r#"{ $.type = "Update" }"#, true),
            (r#"{ $.type = "Up*te" }"#, true),
            (r#"{ $.type = "*down*" }"#, false),
            (r#"{ $.type != "Delete" }"#, true),
            (r#"{$.type=Update}"#, true),
            (r#"{ $.n >= 5 }"#, true),
            (r#"{ $.n < 5 }"#, false),
            (r#"{ $.n = 5.0 && $.type = "Update" }"#, true),
            (r#"{ $.n = 6 || $.type = "Update" }"#, true),
            (r#"{ ($.n = 6 || $.n = 5) && $.type = "Delete" }"#, false),
            (r#"{ $.a[0].b IS TRUE }"#, true),
            (r#"{ $.gone IS NULL }"#, true),
            (r#"{ $.gone EXISTS }"#, true),
            (r#"{ $.never NOT EXISTS }"#, true),
            (r#"{ $.never = "x" }"#, false),
            (r#"{ $['x-y'] = "1.5" }"#, true),
        ] {
            let parsed = Pattern::parse(pattern).unwrap();
            assert_eq!(parsed.matches(message), expected, "{pattern}");
            assert!(!parsed.matches("no document"), "{pattern}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        let deep = format!("{}$.a = 1{}", "(".repeat(99), ")".repeat(99));
        for pattern in
            ["", "$", "$.a", "$.a = ", "$.a ~ 1", "$.a > \"x\"", "$.a = 1 &&", "$.a = %x%", &deep]
        {
            assert_eq!(parse(pattern), None, "{pattern}");
        }
        for pattern in ["[ip, user]", "%a+%", "{ $.a }"] {
            let error = Pattern::parse(pattern).unwrap_err();
            assert_eq!(error.code(), "InvalidParameterException", "{pattern}");
        }
    }
}
