//! Texts in which `*` is any text, `?` any character, and `${…}` a value of the request.

use super::Keys;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Literal(char),
    /// `?`
    One,
    /// `*`
    Any,
}

/// A text to compare others with.
pub(super) struct Pattern(Vec<Token>);

impl Pattern {
    /// A pattern whose variables have been given their values, where it may have any (`keys`).
    /// There is none where a value is missing: what names it is about nothing.
    pub(super) fn new(text: &str, keys: Option<&Keys>) -> Option<Self> {
        let mut tokens = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let variable = keys.and_then(|keys| Some((keys, inside(rest)?)));
            if let Some((keys, name)) = variable {
                tokens.extend(value(name, keys)?.chars().map(Token::Literal));
                rest = &rest["${}".len() + name.len()..];
                continue;
            }
            tokens.push(match first {
                '*' => Token::Any,
                '?' => Token::One,
                other => Token::Literal(other),
            });
            rest = &rest[first.len_utf8()..];
        }
        Some(Self(tokens))
    }

    /// Whether a text is the pattern, with wildcards that stand for themselves.
    pub(super) fn equals(&self, text: &str) -> bool {
        let plain = |token: &Token| match token {
            Token::Literal(letter) => *letter,
            Token::One => '?',
            Token::Any => '*',
        };
        self.0.iter().map(plain).eq(text.chars())
    }

    /// The same, whatever the case.
    pub(super) fn equals_ignoring_case(&self, text: &str) -> bool {
        self.folded().equals(&text.to_lowercase())
    }

    fn folded(&self) -> Self {
        let fold = |token: &Token| match token {
            Token::Literal(letter) => letter.to_lowercase().map(Token::Literal).collect(),
            other => vec![*other],
        };
        Self(self.0.iter().flat_map(fold).collect())
    }

    /// Whether a text matches.
    pub(super) fn matches(&self, text: &str) -> bool {
        glob(&self.0, &text.chars().collect::<Vec<_>>())
    }

    /// The same, whatever the case.
    pub(super) fn matches_ignoring_case(&self, text: &str) -> bool {
        self.folded().matches(&text.to_lowercase())
    }

    /// Whether an ARN matches, part by part: wildcards do not reach over the five colons.
    pub(super) fn matches_arn(&self, arn: &str) -> bool {
        let text: Vec<char> = arn.chars().collect();
        let mut patterns = self.0.splitn(6, |token| *token == Token::Literal(':'));
        let mut texts = text.splitn(6, |letter| *letter == ':');
        loop {
            match (patterns.next(), texts.next()) {
                (Some(pattern), Some(text)) if glob(pattern, text) => {}
                (None, None) => return true,
                _ => return false,
            }
        }
    }

    /// Whether a statement's resource matches. One with less than six parts is any in those that
    /// are missing ("IAM JSON policy elements: Resource").
    pub(super) fn matches_resource(mut self, resource: &str) -> bool {
        let colons = self.0.iter().filter(|token| **token == Token::Literal(':')).count();
        if (1..5).contains(&colons) {
            self.0.extend([Token::Literal(':'), Token::Any]);
        }
        self.matches(resource)
    }
}

/// What stands in the `${…}` that a text begins with.
fn inside(text: &str) -> Option<&str> {
    Some(text.strip_prefix("${")?.split_once('}')?.0)
}

/// The value of a variable: `aws:username`, `aws:username, 'default'`, or one of the three
/// characters that would mean something else by themselves.
fn value<'a>(variable: &'a str, keys: &'a Keys) -> Option<&'a str> {
    if ["*", "?", "$"].contains(&variable) {
        return Some(variable);
    }
    let (name, default) = match variable.split_once(',') {
        Some((name, default)) => (name, Some(default.trim())),
        None => (variable, None),
    };
    let quoted = |text: &'a str| text.strip_prefix('\'')?.strip_suffix('\'');
    match keys.get(name.trim()) {
        Some([one]) => Some(one),
        _ => default.and_then(quoted),
    }
}

/// Whether a text matches. At a mismatch the last `*` takes one character more.
fn glob(pattern: &[Token], text: &[char]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut retry = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(Token::Any) => {
                retry = Some((p, t));
                p += 1;
            }
            Some(Token::One) => (p, t) = (p + 1, t + 1),
            Some(Token::Literal(letter)) if *letter == text[t] => (p, t) = (p + 1, t + 1),
            _ => {
                let Some((star, from)) = retry else { return false };
                retry = Some((star, from + 1));
                (p, t) = (star + 1, from + 1);
            }
        }
    }
    pattern[p..].iter().all(|token| *token == Token::Any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stand_for_texts() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("a*c*", "abcbcd", true),
            ("a?c", "aéc", true),
            ("a?c", "ac", false),
            ("*b", "abab", true),
            ("*b", "aba", false),
            ("", "", true),
        ] {
            let pattern = Pattern::new(pattern, None).unwrap();
            assert_eq!(pattern.matches(text), expected, "{text}");
        }
        let pattern = Pattern::new("S3:*", None).unwrap();
        assert!(pattern.matches_ignoring_case("s3:GetObject") && !pattern.matches("s3:GetObject"));
    }

    #[test]
    fn arns_are_compared_part_by_part() {
        let arn = "arn:aws:sns:us-east-1:111111111111:a:b";
        for (pattern, in_parts, as_resource) in [
            ("arn:aws:sns:*:*:a:b", true, true),
            ("arn:aws:sns:*:a:b", false, true),
            ("arn:aws:sns:us-east-1:111111111111:*", true, true),
            ("arn:aws:sns:us-east-1", false, true),
            ("arn:aws:sqs", false, false),
            ("*", false, true),
        ] {
            let of = || Pattern::new(pattern, None).unwrap();
            assert_eq!(of().matches_arn(arn), in_parts, "{pattern}");
            assert_eq!(of().matches_resource(arn), as_resource, "{pattern}");
        }
    }

    #[test]
    fn variables_have_the_values_of_the_request() {
        let mut keys = Keys::default();
        keys.set("aws:username", "a*");
        keys.set_all("aws:TagKeys", ["x".to_owned(), "y".to_owned()]);
        for (pattern, text, expected) in [
            ("u/${aws:username}/*", "u/a*/b", Some(true)),
            ("u/${aws:username}/*", "u/ab/b", Some(false)),
            ("${AWS:UserName}", "a*", Some(true)),
            ("${*}${?}${$}{", "*?${", Some(true)),
            ("${*}", "x", Some(false)),
            ("${aws:other}", "", None),
            ("${aws:TagKeys}", "x", None),
            ("${aws:other, 'd'}", "d", Some(true)),
            ("${aws:username, 'd'}", "a*", Some(true)),
            ("${open", "${open", Some(true)),
        ] {
            let made = Pattern::new(pattern, Some(&keys));
            assert_eq!(made.map(|it| it.matches(text)), expected, "{pattern}");
        }
        let literal = Pattern::new("${aws:username}", None).unwrap();
        assert!(literal.equals("${aws:username}"));
    }
}
