//! Cuts an expression into tokens, which remember where they stand.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or keyword: letters, digits and underscores, a letter first.
    Word,
    /// A name's placeholder, with its `#`.
    Name,
    /// A value's placeholder, with its `:`.
    Value,
    /// Digits.
    Index,
    /// Punctuation or an operator.
    Sign,
    /// What no expression has.
    Unknown,
    /// The end.
    End,
}

/// A token and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub kind: Kind,
    pub text: &'t str,
    start: usize,
}

impl Token<'_> {
    /// Whether it is this punctuation or operator.
    pub(super) fn is(&self, sign: &str) -> bool {
        self.kind == Kind::Sign && self.text == sign
    }

    /// Whether it is this keyword, in any case.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }
}

/// An expression's tokens, and how far they are read.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    source: &'t str,
    tokens: Vec<Token<'t>>,
    at: usize,
}

impl<'t> Tokens<'t> {
    /// All tokens of the text, and its end.
    pub(super) fn new(source: &'t str) -> Self {
        let mut tokens = Vec::new();
        let mut start = 0;
        while let Some(first) = source[start..].chars().next() {
            let rest = &source[start..];
            if matches!(first, ' ' | '\t' | '\r' | '\n') {
                start += 1;
                continue;
            }
            let (kind, length) = measure(first, rest);
            tokens.push(Token { kind, text: &rest[..length], start });
            start += length;
        }
        tokens.push(Token { kind: Kind::End, text: "<EOF>", start: source.len() });
        Self { source, tokens, at: 0 }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.tokens.len() == 1
    }

    /// The next token; behind the last one it is always the end.
    pub(super) fn peek(&self) -> Token<'t> {
        self.look(0)
    }

    /// The token as many further on.
    pub(super) fn look(&self, further: usize) -> Token<'t> {
        self.tokens[(self.at + further).min(self.tokens.len() - 1)]
    }

    /// Takes the next token.
    pub(super) fn next(&mut self) -> Token<'t> {
        let token = self.peek();
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        token
    }

    /// Takes the next token if it is this punctuation or operator.
    pub(super) fn take(&mut self, sign: &str) -> bool {
        let is = self.peek().is(sign);
        if is {
            self.next();
        }
        is
    }

    /// Takes the next token if it is this keyword.
    pub(super) fn next_if_word(&mut self, word: &str) -> bool {
        let is = self.peek().is_word(word);
        if is {
            self.next();
        }
        is
    }

    /// What AWS says where the next token cannot stand: the token, and what stands around it.
    pub(super) fn unexpected(&self) -> String {
        let token = self.peek();
        let first = self.tokens[self.at.saturating_sub(1)];
        let last = match self.look(1) {
            Token { kind: Kind::End, .. } if token.kind == Kind::End => first,
            Token { kind: Kind::End, .. } => token,
            next => next,
        };
        let near = &self.source[first.start..last.start + last.text.len()];
        format!("Syntax error; token: \"{}\", near: \"{near}\"", token.text)
    }
}

/// What a token that begins so is, and how long.
fn measure(first: char, rest: &str) -> (Kind, usize) {
    let word = |from: usize| {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        from + rest.as_bytes()[from..].iter().take_while(|byte| is_part(byte)).count()
    };
    match first {
        'a'..='z' | 'A'..='Z' => (Kind::Word, word(0)),
        '#' if word(1) > 1 => (Kind::Name, word(1)),
        ':' if word(1) > 1 => (Kind::Value, word(1)),
        '0'..='9' => (Kind::Index, rest.bytes().take_while(|byte| byte.is_ascii_digit()).count()),
        '<' | '>' if matches!(rest.as_bytes(), [b'<', b'=' | b'>', ..] | [b'>', b'=', ..]) => {
            (Kind::Sign, 2)
        }
        '<' | '>' | '=' | '(' | ')' | '[' | ']' | ',' | '.' | '+' | '-' => (Kind::Sign, 1),
        other => (Kind::Unknown, other.len_utf8()),
    }
}
