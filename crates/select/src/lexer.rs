//! An expression's words and signs, with S3's names for their kinds, which its sentences show.

use crate::ion;
use crate::refusal::{Place, Refusal, Result};
use crate::value::Value;

/// What a word or sign is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A reserved word, in lower case.
    Keyword(&'static str),
    /// A name, and whether it stood in double quotes.
    Name(String, bool),
    /// A text or number.
    Literal(Value),
    /// A value of Ion in backticks.
    Ion(Value),
    /// An operator.
    Operator(&'static str),
    /// A sign that is no operator: parentheses, brackets, dots, commas.
    Sign(&'static str),
    /// `*`, which is an operator too.
    Star,
    /// The end.
    End,
}

/// A token and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lexed {
    pub token: Token,
    pub place: Place,
}

/// The words that are no names. Functions and types are names of which the parser knows.
const KEYWORDS: [&str; 41] = [
    "all",
    "and",
    "as",
    "asc",
    "at",
    "between",
    "by",
    "case",
    "cast",
    "cross",
    "desc",
    "distinct",
    "else",
    "end",
    "escape",
    "except",
    "from",
    "full",
    "group",
    "having",
    "in",
    "inner",
    "intersect",
    "is",
    "join",
    "left",
    "like",
    "limit",
    "missing",
    "not",
    "null",
    "on",
    "or",
    "order",
    "outer",
    "right",
    "select",
    "then",
    "union",
    "when",
    "where",
];

/// Operators, the longer ones first.
const OPERATORS: [&str; 13] =
    ["<=", ">=", "<>", "!=", "||", "<", ">", "=", "+", "-", "/", "%", "@"];
const SIGNS: [&str; 9] = ["(", ")", "[", "]", "{", "}", ",", ".", ";"];

impl Token {
    /// The kind, as S3 calls it.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Token::Keyword("null") => "NULL",
            Token::Keyword("missing") => "MISSING",
            Token::Keyword("as") => "AS",
            Token::Keyword("at") => "AT",
            Token::Keyword("by") => "BY",
            Token::Keyword(_) => "KEYWORD",
            Token::Name(_, true) => "QUOTED_IDENTIFIER",
            Token::Name(_, false) => "IDENTIFIER",
            Token::Literal(_) => "LITERAL",
            Token::Ion(_) => "ION_LITERAL",
            Token::Operator(_) => "OPERATOR",
            Token::Star => "STAR",
            Token::End => "EOF",
            Token::Sign(sign) => match *sign {
                "(" => "LEFT_PAREN",
                ")" => "RIGHT_PAREN",
                "[" => "LEFT_BRACKET",
                "]" => "RIGHT_BRACKET",
                "{" => "LEFT_CURLY",
                "}" => "RIGHT_CURLY",
                "," => "COMMA",
                "." => "DOT",
                _ => "SEMICOLON",
            },
        }
    }

    /// Kind and value as S3 shows them: `LITERAL:5d-1`, `OPERATOR:'%'`, `KEYWORD:UNKNOWN`.
    pub(crate) fn shown(&self) -> String {
        let value = match self {
            Token::Keyword(_) | Token::End => "UNKNOWN".to_owned(),
            Token::Name(name, _) => ion::symbol(name),
            Token::Literal(value) | Token::Ion(value) => ion::show(value),
            Token::Operator(sign) | Token::Sign(sign) => ion::symbol(sign),
            Token::Star => ion::symbol("*"),
        };
        format!("{}:{value}", self.kind())
    }

    /// Whether it is this keyword.
    pub(crate) fn is(&self, word: &str) -> bool {
        matches!(self, Token::Keyword(keyword) if *keyword == word)
    }
}

/// The words and signs of an expression; the last is [`Token::End`].
///
/// # Errors
/// There are letters that are neither, or a text or number that does not end well.
pub(crate) fn lex(text: &str) -> Result<Vec<Lexed>> {
    let mut lexer = Lexer { text, at: 0, place: Place { line: 1, column: 1 } };
    let mut found = Vec::new();
    loop {
        lexer.skip_blanks()?;
        let place = lexer.place;
        let token = lexer.token()?;
        let is_end = token == Token::End;
        found.push(Lexed { token, place });
        if is_end {
            return Ok(found);
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    place: Place,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes on by so many bytes, which end between characters.
    fn pass(&mut self, bytes: usize) -> &'a str {
        let rest = self.rest();
        let passed = rest.get(..bytes).unwrap_or(rest);
        for letter in passed.chars() {
            if letter == '\n' {
                self.place = Place { line: self.place.line + 1, column: 1 };
            } else {
                self.place.column += 1;
            }
        }
        self.at += passed.len();
        passed
    }

    fn skip_blanks(&mut self) -> Result<()> {
        loop {
            let rest = self.rest();
            let blanks = rest.len() - rest.trim_start().len();
            if blanks > 0 {
                self.pass(blanks);
            } else if rest.starts_with("--") {
                self.pass(rest.find('\n').unwrap_or(rest.len()));
            } else if rest.starts_with("/*") {
                let Some(end) = rest.find("*/") else { return Err(self.bad_char()) };
                self.pass(end + 2);
            } else {
                return Ok(());
            }
        }
    }

    fn bad_char(&self) -> Refusal {
        Refusal::at("LexerInvalidChar", "Invalid character", self.place)
    }

    fn bad_literal(&self) -> Refusal {
        Refusal::at("LexerInvalidLiteral", "Invalid literal", self.place)
    }

    fn token(&mut self) -> Result<Token> {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return Ok(Token::End) };
        let mut letters = rest.chars();
        letters.next();
        let second = letters.next();
        match first {
            '\'' => Ok(Token::Literal(Value::Text(self.quoted('\'')?))),
            '"' => Ok(Token::Name(self.quoted('"')?, true)),
            '`' => {
                let place = self.place;
                let end = rest[1..].find('`').ok_or_else(|| self.bad_literal())?;
                let value = ion::read(&rest[1..=end]).ok_or_else(|| {
                    Refusal::at("LexerInvalidIONLiteral", "Invalid ION literal", place)
                })?;
                self.pass(end + 2);
                Ok(Token::Ion(value))
            }
            '0'..='9' => self.number(),
            '.' if second.is_some_and(|it| it.is_ascii_digit()) => self.number(),
            '*' => {
                self.pass(1);
                Ok(Token::Star)
            }
            _ if first.is_alphabetic() || first == '_' || first == '$' => Ok(self.word()),
            _ => self.sign(),
        }
    }

    /// A text in quotes; a doubled quote stands for one.
    fn quoted(&mut self, quote: char) -> Result<String> {
        let rest = self.rest();
        let mut out = String::new();
        let mut letters = rest.char_indices().skip(1).peekable();
        while let Some((at, letter)) = letters.next() {
            if letter != quote {
                out.push(letter);
            } else if letters.peek().is_some_and(|(_, next)| *next == quote) {
                letters.next();
                out.push(quote);
            } else {
                self.pass(at + 1);
                return Ok(out);
            }
        }
        Err(self.bad_literal())
    }

    fn number(&mut self) -> Result<Token> {
        let bytes = self.rest().as_bytes();
        let digits = |from: usize| {
            let run = bytes[from..].iter().take_while(|byte| byte.is_ascii_digit());
            from + run.count()
        };
        let mut end = digits(0);
        if bytes.get(end) == Some(&b'.') {
            end = digits(end + 1);
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let signed = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let exponent = digits(end + 1 + signed);
            if exponent == end + 1 + signed {
                return Err(self.bad_literal());
            }
            end = exponent;
        }
        let value = Value::number(&self.rest()[..end]).ok_or_else(|| self.bad_literal())?;
        self.pass(end);
        Ok(Token::Literal(value))
    }

    fn word(&mut self) -> Token {
        let rest = self.rest();
        let is_in_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
        let end = rest.find(|letter| !is_in_word(letter)).unwrap_or(rest.len());
        let word = self.pass(end);
        match KEYWORDS.iter().find(|keyword| keyword.eq_ignore_ascii_case(word)) {
            Some(keyword) => Token::Keyword(keyword),
            None if word.eq_ignore_ascii_case("true") => Token::Literal(Value::Bool(true)),
            None if word.eq_ignore_ascii_case("false") => Token::Literal(Value::Bool(false)),
            None => Token::Name(word.to_owned(), false),
        }
    }

    fn sign(&mut self) -> Result<Token> {
        let rest = self.rest();
        let begins = |sign: &&&str| rest.starts_with(**sign);
        if let Some(operator) = OPERATORS.iter().find(begins) {
            self.pass(operator.len());
            return Ok(Token::Operator(operator));
        }
        let sign = SIGNS.iter().find(begins).ok_or_else(|| self.bad_char())?;
        self.pass(sign.len());
        Ok(Token::Sign(sign))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        lex(text).unwrap().iter().map(|it| it.token.shown()).collect()
    }

    #[test]
    fn tokens_are_shown_as_s3_shows_them() {
        assert_eq!(
            shown("ORDER \"true\" s.5 % 'it''s' x `1e0` * ("),
            [
                "KEYWORD:UNKNOWN",
                "QUOTED_IDENTIFIER:'true'",
                "IDENTIFIER:s",
                "LITERAL:5d-1",
                "OPERATOR:'%'",
                "LITERAL:\"it's\"",
                "IDENTIFIER:x",
                "ION_LITERAL:1e0",
                "STAR:'*'",
                "LEFT_PAREN:'('",
                "EOF:UNKNOWN",
            ]
        );
    }

    #[test]
    fn what_does_not_end_or_is_no_sign_is_refused_where_it_stands() {
        for (text, code, message) in [
            ("SELECT 'a", "LexerInvalidLiteral", "Invalid literal at line 1, column 8."),
            ("SELECT\n ?", "LexerInvalidChar", "Invalid character at line 2, column 2."),
            ("/* a", "LexerInvalidChar", "Invalid character at line 1, column 1."),
            ("`{`", "LexerInvalidIONLiteral", "Invalid ION literal at line 1, column 1."),
            ("`1", "LexerInvalidLiteral", "Invalid literal at line 1, column 1."),
            ("1e+", "LexerInvalidLiteral", "Invalid literal at line 1, column 1."),
        ] {
            let refusal = lex(text).unwrap_err();
            assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
        }
    }

    #[test]
    fn comments_are_blanks() {
        assert_eq!(shown("a -- b\n /* c */ d"), ["IDENTIFIER:a", "IDENTIFIER:d", "EOF:UNKNOWN"]);
    }
}
