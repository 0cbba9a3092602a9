//! The tokens of names and of what is searched for ("CloudWatch search expressions: Tokenization", "Partial
//! matches" and "Non-alphanumeric characters").
//!
//! A name falls into tokens where the capitalization of camel case, a number or a character that is no
//! letter and no digit divides it; and the whole of it, without such characters, is one more. A term of
//! one token is found whatever its case is. Of a term of several, the tokens must follow one another in a
//! name; those that nothing but their case divides must have it there too.

/// A token of a term or a name, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Token {
    text: String,
    /// Whether a character stands between it and the one before that is no letter and no digit, or none
    /// is before.
    is_apart: bool,
}

/// A term that names are searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial(Vec<Token>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Upper,
    Lower,
    Digit,
    Other,
}

fn kind(letter: char) -> Kind {
    match letter {
        it if it.is_numeric() => Kind::Digit,
        it if it.is_uppercase() => Kind::Upper,
        it if it.is_alphabetic() => Kind::Lower,
        _ => Kind::Other,
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<_> = text.chars().map(|it| (it, kind(it))).collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = Kind::Other;
    for (at, (letter, own)) in letters.iter().enumerate() {
        let next = letters.get(at + 1).map(|it| it.1);
        let begins = match (before, own) {
            (_, Kind::Other) => false,
            (Kind::Other, _) | (Kind::Lower, Kind::Upper) => true,
            // The last capital before small letters is the first of their word.
            (Kind::Upper, Kind::Upper) => next == Some(Kind::Lower),
            _ => (before == Kind::Digit) != (*own == Kind::Digit),
        };
        if begins {
            tokens.push(Token { text: String::new(), is_apart: before == Kind::Other });
        }
        if *own != Kind::Other
            && let Some(token) = tokens.last_mut()
        {
            token.text.push(*letter);
        }
        before = *own;
    }
    tokens
}

fn is_same(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

impl Partial {
    /// A term.
    pub fn of(term: &str) -> Self {
        Self(tokens(term))
    }

    /// Whether it is found in a name.
    pub fn is_in(&self, name: &str) -> bool {
        let own = tokens(name);
        match &self.0[..] {
            [] => false,
            [term] => {
                let whole: String = own.iter().map(|it| &*it.text).collect();
                own.iter().any(|it| is_same(&it.text, &term.text)) || is_same(&whole, &term.text)
            }
            terms => own.windows(terms.len()).any(|them| self.is_at(them)),
        }
    }

    /// Whether its tokens are these.
    fn is_at(&self, them: &[Token]) -> bool {
        self.0.iter().zip(them).enumerate().all(|(at, (term, own))| {
            let is_divided = self.0.get(at + 1).is_none_or(|next| next.is_apart);
            match term.is_apart && is_divided {
                true => is_same(&term.text, &own.text),
                false => term.text == own.text,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_fall_into_tokens() {
        for (name, expected) in [
            ("CustomCount1", &["Custom", "Count", "1"][..]),
            ("SDBFailure", &["SDB", "Failure"]),
            ("Project2-trial333", &["Project", "2", "trial", "333"]),
            ("Network-Errors_2", &["Network", "Errors", "2"]),
            ("couNT", &["cou", "NT"]),
            ("t2.micro", &["t", "2", "micro"]),
            ("--", &[]),
        ] {
            let found: Vec<_> = tokens(name).into_iter().map(|it| it.text).collect();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn terms_are_found_as_awss_page_has_it() {
        for (name, found, missed) in [
            (
                "CustomCount1",
                &["count", "Count", "COUNT", "custom", "1", "CustomCount", "Count1"][..],
                &["couNT", "customcount", "count1", "Cust", "ount"][..],
            ),
            ("SDBFailure", &["sdbfailure", "SDB", "failure", "SDBFailure"], &["SDBF", "fail"]),
            (
                "Network-Errors-2",
                &["network/errors", "network+errors", "network-errors", "Network_Errors"],
                &["errors-network", "network-2"],
            ),
            ("NetworkErrors2", &["network/errors", "Network_Errors", "NetworkErrors"], &["rors2"]),
            ("AWS/EC2", &["AWS", "aws", "EC2", "AWS/EC2"], &["ec2"]),
            ("i-1234567890123456", &["i-1234567890123456", "I-1234567890123456"], &["i-123"]),
        ] {
            for term in found {
                assert!(Partial::of(term).is_in(name), "{term} in {name}");
            }
            for term in missed {
                assert!(!Partial::of(term).is_in(name), "{term} in {name}");
            }
        }
        assert!(!Partial::of("-").is_in("-"));
    }

    proptest! {
        #[test]
        fn a_name_is_found_by_itself(name in "[a-zA-Z0-9É_. /-]{1,20}") {
            let term = Partial::of(&name);
            prop_assert_eq!(term.is_in(&name), !term.0.is_empty());
        }
    }
}
