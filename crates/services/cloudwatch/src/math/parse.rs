//! Texts of expressions into trees.

/// How deep an expression may nest.
const DEEPEST: usize = 50;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    Number(f64),
    Text(String),
    /// The id of a query, or a word that a function knows.
    Name(String),
    Negative(Box<Expression>),
    Binary(Operator, Box<Expression>, Box<Expression>),
    Call(String, Vec<Expression>),
    List(Vec<Expression>),
}

/// What stands between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Or,
    And,
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
    Power,
}

impl Operator {
    /// How closely it binds.
    fn rank(self) -> u8 {
        match self {
            Operator::Or => 1,
            Operator::And => 2,
            Operator::Equal | Operator::NotEqual => 3,
            Operator::Less
            | Operator::LessOrEqual
            | Operator::Greater
            | Operator::GreaterOrEqual => 4,
            Operator::Add | Operator::Subtract => 5,
            Operator::Multiply | Operator::Divide => 6,
            Operator::Power => 8,
        }
    }

    /// How it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::Or => "OR",
            Operator::And => "AND",
            Operator::Equal => "==",
            Operator::NotEqual => "!=",
            Operator::Less => "<",
            Operator::LessOrEqual => "<=",
            Operator::Greater => ">",
            Operator::GreaterOrEqual => ">=",
            Operator::Add => "+",
            Operator::Subtract => "-",
            Operator::Multiply => "*",
            Operator::Divide => "/",
            Operator::Power => "^",
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Text(String),
    Word(String),
    Sign(Operator),
    Other(char),
}

/// Reads an expression.
///
/// # Errors
/// What is wrong with it.
pub fn parse(text: &str) -> Result<Expression, String> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0 };
    let expression = parser.binary(0)?;
    match parser.peek() {
        None => Ok(expression),
        Some(_) => Err(unexpected()),
    }
}

fn unexpected() -> String {
    "Invalid syntax".to_owned()
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            first if first.is_whitespace() => {
                rest = &rest[first.len_utf8()..];
                continue;
            }
            '0'..='9' | '.' => number(rest)?,
            '\'' | '"' => {
                let inside = &rest[1..];
                let end = inside.find(first).ok_or_else(unexpected)?;
                (Token::Text(inside[..end].to_owned()), end + 2)
            }
            first if first.is_ascii_alphabetic() || first == '_' => word(rest),
            _ => sign(rest, first),
        };
        tokens.push(token);
        rest = &rest[length..];
    }
    Ok(tokens)
}

fn number(text: &str) -> Result<(Token, usize), String> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(text);
    if text[length..].starts_with('.') {
        length += 1 + digits(&text[length + 1..]);
    }
    if let Some(rest) = text[length..].strip_prefix(['e', 'E']) {
        let sign = usize::from(rest.starts_with(['+', '-']));
        let exponent = digits(&rest[sign..]);
        if exponent > 0 {
            length += 1 + sign + exponent;
        }
    }
    let number = text[..length].parse().map_err(|_| unexpected())?;
    Ok((Token::Number(number), length))
}

fn word(text: &str) -> (Token, usize) {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let length = text.bytes().take_while(is_part).count();
    let word = &text[..length];
    let token = match word {
        "AND" => Token::Sign(Operator::And),
        "OR" => Token::Sign(Operator::Or),
        _ => Token::Word(word.to_owned()),
    };
    (token, length)
}

fn sign(text: &str, first: char) -> (Token, usize) {
    const SIGNS: [(&str, Operator); 13] = [
        ("&&", Operator::And),
        ("||", Operator::Or),
        ("==", Operator::Equal),
        ("!=", Operator::NotEqual),
        ("<=", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
        ("<", Operator::Less),
        (">", Operator::Greater),
        ("+", Operator::Add),
        ("-", Operator::Subtract),
        ("*", Operator::Multiply),
        ("/", Operator::Divide),
        ("^", Operator::Power),
    ];
    match SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
        Some((sign, operator)) => (Token::Sign(*operator), sign.len()),
        None => (Token::Other(first), first.len_utf8()),
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        self.at += 1;
        self.tokens.get(self.at - 1).cloned()
    }

    fn takes(&mut self, letter: char) -> bool {
        let is_next = self.peek() == Some(&Token::Other(letter));
        self.at += usize::from(is_next);
        is_next
    }

    /// Operands and the operators between them that bind more closely than `rank`.
    fn binary(&mut self, rank: u8) -> Result<Expression, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("The expression is nested too deeply".to_owned());
        }
        let mut left = self.operand()?;
        while let Some(Token::Sign(operator)) = self.peek() {
            let operator = *operator;
            if operator.rank() <= rank {
                break;
            }
            self.at += 1;
            // Powers bind to the right.
            let own = operator.rank() - u8::from(operator == Operator::Power);
            let right = self.binary(own)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operand(&mut self) -> Result<Expression, String> {
        match self.next().ok_or_else(unexpected)? {
            Token::Number(number) => Ok(Expression::Number(number)),
            Token::Text(text) => Ok(Expression::Text(text)),
            Token::Word(word) if self.takes('(') => Ok(Expression::Call(word, self.until(')')?)),
            Token::Word(word) => Ok(Expression::Name(word)),
            // It binds more closely than what is between, and less than powers.
            Token::Sign(Operator::Subtract) => Ok(Expression::Negative(Box::new(self.binary(7)?))),
            Token::Sign(Operator::Add) => self.binary(7),
            Token::Other('(') => {
                let inside = self.binary(0)?;
                if self.takes(')') { Ok(inside) } else { Err(unexpected()) }
            }
            Token::Other('[') => Ok(Expression::List(self.until(']')?)),
            _ => Err(unexpected()),
        }
    }

    /// Expressions between commas up to a bracket.
    fn until(&mut self, end: char) -> Result<Vec<Expression>, String> {
        let mut all = Vec::new();
        if self.takes(end) {
            return Ok(all);
        }
        loop {
            all.push(self.binary(0)?);
            if self.takes(end) {
                return Ok(all);
            }
            if !self.takes(',') {
                return Err(unexpected());
            }
        }
    }
}

impl Expression {
    /// Its parts.
    fn parts(&self) -> Vec<&Expression> {
        match self {
            Expression::Number(_) | Expression::Text(_) | Expression::Name(_) => Vec::new(),
            Expression::Negative(inside) => vec![inside],
            Expression::Binary(_, left, right) => vec![left, right],
            Expression::Call(_, all) | Expression::List(all) => all.iter().collect(),
        }
    }

    /// Itself and all that it is made of.
    pub fn each<'a>(&'a self, look: &mut impl FnMut(&'a Expression)) {
        look(self);
        for part in self.parts() {
            part.each(look);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(expression: &Expression) -> String {
        match expression {
            Expression::Number(number) => number.to_string(),
            Expression::Text(text) => format!("'{text}'"),
            Expression::Name(name) => name.clone(),
            Expression::Negative(inside) => format!("(-{})", shown(inside)),
            Expression::Binary(operator, left, right) => {
                format!("({} {} {})", shown(left), operator.sign(), shown(right))
            }
            Expression::Call(name, all) => {
                format!("{name}({})", all.iter().map(shown).collect::<Vec<_>>().join(", "))
            }
            Expression::List(all) => {
                format!("[{}]", all.iter().map(shown).collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[test]
    fn operators_bind_as_they_do() {
        for (text, expected) in [
            ("m1+m2*3", "(m1 + (m2 * 3))"),
            ("(m1+m2)*3", "((m1 + m2) * 3)"),
            ("m1-m2-m3", "((m1 - m2) - m3)"),
            ("2^3^2", "(2 ^ (3 ^ 2))"),
            ("-m1^2", "(-(m1 ^ 2))"),
            ("-m1*2", "((-m1) * 2)"),
            ("m1 > 5 AND m2 <= 1.5e1 OR m3 == 0", "(((m1 > 5) AND (m2 <= 15)) OR (m3 == 0))"),
            ("m1>5 && m2", "((m1 > 5) AND m2)"),
            ("SUM([m1, m2])/METRICS(\"x\")", "(SUM([m1, m2]) / METRICS('x'))"),
            ("METRICS()", "METRICS()"),
            ("100*(m1/m2)", "(100 * (m1 / m2))"),
        ] {
            assert_eq!(parse(text).map(|it| shown(&it)).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        for text in ["", "m1 +", "(m1", "m1 m2", "F(", "F(,)", "'x", "m1 $ 2", "1..2", "."] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse(&"(".repeat(10_000)).is_err());
        assert!(parse(&"-".repeat(10_000)).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[a-zA-Z0-9_+\\-*/^()\\[\\]<>=!&|,.'\" é]{0,60}") {
            let _ = parse(&text);
        }
    }
}
