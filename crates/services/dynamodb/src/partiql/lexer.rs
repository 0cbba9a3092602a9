//! A statement's words and signs, and where each stands.

use super::{Parsed, Refusal};
use std::ops::Range;

/// One word or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or keyword as it was written.
    Word(String),
    /// A name in double quotes.
    Quoted(String),
    /// A text in single quotes.
    Text(String),
    /// A number without a sign before it.
    Number(String),
    /// `?`
    Parameter,
    /// Anything else.
    Sign(&'static str),
}

/// A token and the bytes of the statement that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexed {
    pub token: Token,
    pub at: Range<usize>,
}

/// The signs, the longer ones first.
const SIGNS: [&str; 25] = [
    "<<", ">>", "<>", "<=", ">=", "!=", "||", "(", ")", "[", "]", "{", "}", ",", ".", ":", ";",
    "*", "=", "<", ">", "+", "-", "/", "%",
];

/// The words and signs of a statement.
///
/// # Errors
/// It has letters that are neither, or a text, name, comment or number that does not end well: of
/// these AWS tells nothing more.
pub(super) fn lex(text: &str) -> Parsed<Vec<Lexed>> {
    let mut lexer = Lexer { text, at: 0, found: Vec::new() };
    while lexer.skip_blanks()? {
        let from = lexer.at;
        let token = lexer.token()?;
        lexer.found.push(Lexed { token, at: from..lexer.at });
    }
    Ok(lexer.found)
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    found: Vec<Lexed>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn refused<T>(&self) -> Parsed<T> {
        Err(Refusal::unread(self.at..self.text.len(), ""))
    }

    /// Passes over blanks and comments; says whether anything is left.
    fn skip_blanks(&mut self) -> Parsed<bool> {
        loop {
            let rest = self.rest();
            let blanks = rest.len() - rest.trim_start().len();
            self.at += blanks;
            let rest = self.rest();
            if rest.starts_with("--") {
                self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
            } else if rest.starts_with("/*") {
                let Some(end) = rest.find("*/") else { return self.refused() };
                self.at += end + 2;
            } else {
                return Ok(!rest.is_empty());
            }
        }
    }

    fn token(&mut self) -> Parsed<Token> {
        let rest = self.rest();
        let mut letters = rest.chars();
        let (first, second) = (letters.next().unwrap_or_default(), letters.next());
        let second_is_digit = second.is_some_and(|letter| letter.is_ascii_digit());
        match first {
            '\'' => self.enclosed('\'').map(Token::Text),
            '"' => self.enclosed('"').map(Token::Quoted),
            '0'..='9' => self.number(),
            '.' if second_is_digit && !self.follows_a_path() => self.number(),
            '?' => {
                self.at += 1;
                Ok(Token::Parameter)
            }
            _ if is_of_name(first) => {
                let length = rest.find(|letter| !is_of_name(letter)).unwrap_or(rest.len());
                self.at += length;
                Ok(Token::Word(rest.get(..length).unwrap_or_default().to_owned()))
            }
            _ => match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                Some(sign) => {
                    self.at += sign.len();
                    Ok(Token::Sign(sign))
                }
                None => self.refused(),
            },
        }
    }

    /// Whether a dot here belongs to a path.
    fn follows_a_path(&self) -> bool {
        match self.found.last() {
            Some(last) => {
                last.at.end == self.at
                    && matches!(&last.token, Token::Word(_) | Token::Quoted(_) | Token::Sign("]"))
            }
            None => false,
        }
    }

    /// What stands between two of these; within it, two of them are one.
    fn enclosed(&mut self, quote: char) -> Parsed<String> {
        let mut text = String::new();
        let mut letters = self.rest().char_indices().skip(1).peekable();
        while let Some((at, letter)) = letters.next() {
            if letter != quote {
                text.push(letter);
            } else if letters.next_if(|(_, next)| *next == quote).is_some() {
                text.push(quote);
            } else {
                self.at += at + 1;
                return Ok(text);
            }
        }
        self.refused()
    }

    /// A number, whose exponent and number of places must each fit into 32 bits.
    fn number(&mut self) -> Parsed<Token> {
        let rest = self.rest();
        let digits_from = |at: usize| {
            let part = rest.get(at..).unwrap_or_default();
            part.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(part.len())
        };
        let mut end = digits_from(0);
        let mut places = 0;
        if rest.get(end..).is_some_and(|rest| rest.starts_with('.')) {
            places = digits_from(end + 1);
            end += 1 + places;
        }
        if rest.get(end..).is_some_and(|rest| rest.starts_with(['e', 'E'])) {
            let signed = rest.get(end + 1..).is_some_and(|rest| rest.starts_with(['+', '-']));
            let from = end + 1 + usize::from(signed);
            let length = digits_from(from);
            let exponent = rest.get(end + 1..from + length).and_then(|it| it.parse::<i32>().ok());
            let scale = exponent.and_then(|it| i32::try_from(places).ok()?.checked_sub(it));
            if scale.is_none() {
                return self.refused();
            }
            end = from + length;
        }
        if rest.get(end..).is_some_and(|rest| rest.starts_with(is_of_name)) {
            return self.refused();
        }
        self.at += end;
        Ok(Token::Number(rest.get(..end).unwrap_or_default().to_owned()))
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$' | '@')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        lex(text).unwrap().into_iter().map(|lexed| lexed.token).collect()
    }

    #[test]
    fn statements_fall_into_words_and_signs() {
        let word = |text: &str| Token::Word(text.to_owned());
        let number = |text: &str| Token::Number(text.to_owned());
        assert_eq!(
            tokens("a.b[0] <> 'it''s' -- note\n<<1,.5e-1>> /* c */ \"x\"\"y\" >= ?"),
            [
                word("a"),
                Token::Sign("."),
                word("b"),
                Token::Sign("["),
                number("0"),
                Token::Sign("]"),
                Token::Sign("<>"),
                Token::Text("it's".to_owned()),
                Token::Sign("<<"),
                number("1"),
                Token::Sign(","),
                number(".5e-1"),
                Token::Sign(">>"),
                Token::Quoted("x\"y".to_owned()),
                Token::Sign(">="),
                Token::Parameter,
            ]
        );
        let lexed = lex("a  bc").unwrap();
        assert_eq!(lexed.iter().map(|it| it.at.clone()).collect::<Vec<_>>(), [0..1, 3..5]);
    }

    #[test]
    fn what_does_not_end_is_refused() {
        let all = ["'a", "\"a", "/* a", "#", "1e2147483648", "1.5e-2147483647", "1e", "1a", "`1`"];
        for text in all {
            assert_eq!(
                lex(text).unwrap_err().message,
                "Statement wasn't well formed, can't be processed: ",
                "{text}"
            );
        }
        assert_eq!(tokens("1e2147483647").len(), 1);
    }
}
