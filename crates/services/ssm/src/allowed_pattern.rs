//! `AllowedPattern`: a regular expression that a parameter's values match as a whole.
//!
//! AWS takes Java's syntax (`java.util.regex.Pattern`). Whoever may put a parameter also chooses the
//! pattern, so it is matched by an engine whose time grows with the value and not with what can be
//! tried: what is written differently there is translated ([`Translation`]), and what such an engine
//! cannot do is refused by name.

use crate::errors;
use platform::Result;
use regex_automata::meta::Regex;
use regex_automata::util::syntax;
use std::iter::Peekable;
use std::str::Chars;

/// How large a pattern may become, in bytes: an item of 8 KB is then matched in a second at the very
/// worst.
const LARGEST: usize = 1 << 19;
/// What the engine may remember to be quick.
const CACHE: usize = 1 << 20;
/// How deep a pattern may be nested.
const DEEPEST: u32 = 50;

/// Whether all of these match a pattern.
///
/// # Errors
/// For a pattern that is none, and for one that is not supported.
pub fn all_match(pattern: &str, items: &[&str]) -> Result<bool> {
    let translated = translate(pattern)?;
    let config = Regex::config()
        .nfa_size_limit(Some(LARGEST))
        .onepass_size_limit(Some(LARGEST))
        .hybrid_cache_capacity(CACHE);
    let built = Regex::builder()
        .configure(config)
        .syntax(syntax::Config::new().nest_limit(DEEPEST))
        .build(&format!(r"\A(?:{translated})\z"));
    let regex = built.map_err(|error| match error.size_limit() {
        Some(_) => unsupported("an AllowedPattern of this size"),
        None => errors::strange_pattern(),
    })?;
    Ok(items.iter().all(|item| regex.is_match(item)))
}

/// What Java has, and an engine without backtracking has not.
fn unsupported(what: &str) -> platform::Error {
    errors::unsupported_pattern(what)
}

/// The pattern as the engine here reads it.
fn translate(pattern: &str) -> Result<String> {
    let mut translation = Translation {
        rest: pattern.chars().peekable(),
        out: String::with_capacity(pattern.len() + 16),
        classes: 0,
        dots: vec![false],
    };
    while let Some(letter) = translation.rest.next() {
        match translation.classes {
            0 => translation.outside(letter)?,
            _ => translation.inside(letter)?,
        }
    }
    // What it leaves open, or closes more of, would be ours.
    match (translation.classes, translation.dots.len()) {
        (0, 1) => Ok(translation.out),
        _ => Err(errors::strange_pattern()),
    }
}

struct Translation<'a> {
    rest: Peekable<Chars<'a>>,
    out: String,
    /// How many classes are open.
    classes: usize,
    /// Of each group that is open, whether a dot matches the end of a line too.
    dots: Vec<bool>,
}

/// The classes of characters that Java's letters stand for.
const DIGIT: &str = "0-9";
const WORD: &str = "a-zA-Z0-9_";
const SPACE: &str = r" \t\n\x0B\f\r";
const HORIZONTAL: &str = r" \t\x{A0}\x{1680}\x{180E}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}";
const VERTICAL: &str = r"\n\x0B\f\r\x{85}\x{2028}\x{2029}";
const NO_LINE_END: &str = r"[^\n\r\x{85}\x{2028}\x{2029}]";

impl Translation<'_> {
    fn next_is(&mut self, wanted: char) -> bool {
        self.rest.next_if_eq(&wanted).is_some()
    }

    fn outside(&mut self, letter: char) -> Result<()> {
        match letter {
            '\\' => return self.escaped(),
            '[' => self.open_class(),
            '(' => return self.open_group(),
            ')' => {
                if self.dots.len() == 1 {
                    return Err(errors::strange_pattern());
                }
                self.dots.pop();
                self.out.push(')');
            }
            '.' => match self.dots.last() {
                Some(true) => self.out.push('.'),
                _ => self.out.push_str(NO_LINE_END),
            },
            '*' | '+' | '?' | '}' => {
                self.out.push(letter);
                if self.next_is('+') {
                    return Err(unsupported("A possessive quantifier in AllowedPattern"));
                }
                if self.next_is('?') {
                    self.out.push('?');
                }
            }
            other => self.out.push(other),
        }
        Ok(())
    }

    fn open_class(&mut self) {
        self.classes += 1;
        self.out.push('[');
        if self.next_is('^') {
            self.out.push('^');
        }
        // Here it would end the class, or be one of POSIX's.
        for literal in [']', ':'] {
            if self.next_is(literal) {
                self.out.push('\\');
                self.out.push(literal);
            }
        }
    }

    fn inside(&mut self, letter: char) -> Result<()> {
        match letter {
            '\\' => return self.escaped(),
            '[' => self.open_class(),
            ']' => {
                self.classes -= 1;
                self.out.push(']');
            }
            // Twice they are operators here and none there.
            '-' | '~' if self.rest.peek() == Some(&letter) => {
                return Err(unsupported("A - or ~ that stands twice in a class of AllowedPattern"));
            }
            other => self.out.push(other),
        }
        Ok(())
    }

    fn open_group(&mut self) -> Result<()> {
        let dots = self.dots.last().copied().unwrap_or_default();
        self.out.push('(');
        if !self.next_is('?') {
            self.dots.push(dots);
            return Ok(());
        }
        self.out.push('?');
        match self.rest.peek() {
            Some('=' | '!') => return Err(unsupported("Look-ahead in AllowedPattern")),
            Some('>') => return Err(unsupported("An atomic group in AllowedPattern")),
            Some('<') => {
                self.rest.next();
                if matches!(self.rest.peek(), Some('=' | '!')) {
                    return Err(unsupported("Look-behind in AllowedPattern"));
                }
                self.out.push('<');
                self.dots.push(dots);
            }
            _ => return self.flags(dots),
        }
        Ok(())
    }

    /// The flags of a group, or those from here on in the group that is open.
    fn flags(&mut self, mut dots: bool) -> Result<()> {
        let mut on = true;
        for flag in self.rest.by_ref() {
            match flag {
                ':' => {
                    self.out.push(':');
                    self.dots.push(dots);
                    return Ok(());
                }
                ')' => {
                    self.out.push(')');
                    if let Some(open) = self.dots.last_mut() {
                        *open = dots;
                    }
                    return Ok(());
                }
                '-' => on = false,
                's' => dots = on,
                'i' | 'm' => {}
                flag @ ('d' | 'u' | 'x' | 'U') => {
                    return Err(unsupported(&format!("The flag {flag} in AllowedPattern")));
                }
                _ => return Err(errors::strange_pattern()),
            }
            self.out.push(flag);
        }
        Err(errors::strange_pattern())
    }

    /// What follows a backslash.
    fn escaped(&mut self) -> Result<()> {
        let Some(letter) = self.rest.next() else { return Err(errors::strange_pattern()) };
        match letter {
            'd' | 'D' => self.class(DIGIT, letter == 'D'),
            'w' | 'W' => self.class(WORD, letter == 'W'),
            's' | 'S' => self.class(SPACE, letter == 'S'),
            'h' | 'H' => self.class(HORIZONTAL, letter == 'H'),
            'v' | 'V' => self.class(VERTICAL, letter == 'V'),
            'R' if self.classes == 0 => {
                self.out.push_str(&format!(r"(?:\r\n|[{VERTICAL}])"));
            }
            'e' => self.out.push_str(r"\x1B"),
            // The end of the last line is the end where a value is matched as a whole.
            'Z' | 'z' if self.classes == 0 => self.out.push_str(r"\z"),
            'p' | 'P' => return self.property(letter == 'P'),
            'Q' => self.quoted(),
            'b' | 'B' if self.classes == 0 && self.rest.peek() != Some(&'{') => {
                self.out.push('\\');
                self.out.push(letter);
            }
            'A' if self.classes == 0 => self.out.push_str(r"\A"),
            'a' | 'f' | 'n' | 'r' | 't' | 'u' | 'x' => {
                self.out.push('\\');
                self.out.push(letter);
                self.number(letter);
            }
            '1'..='9' | 'k' => return Err(unsupported("A back reference in AllowedPattern")),
            '0' | 'b' | 'c' | 'G' | 'N' | 'X' => {
                return Err(unsupported(&format!("\\{letter} in AllowedPattern")));
            }
            letter if letter.is_ascii_alphabetic() => return Err(errors::strange_pattern()),
            other => self.literal(other),
        }
        Ok(())
    }

    /// Takes a character's number in braces along, which are no quantifier.
    fn number(&mut self, letter: char) {
        if letter == 'x' && self.rest.peek() == Some(&'{') {
            self.up_to_brace();
        }
    }

    fn up_to_brace(&mut self) {
        for letter in self.rest.by_ref() {
            self.out.push(letter);
            if letter == '}' {
                return;
            }
        }
    }

    /// A character that means itself.
    fn literal(&mut self, letter: char) {
        self.out.push_str(&format!(r"\x{{{:X}}}", u32::from(letter)));
    }

    fn quoted(&mut self) {
        while let Some(letter) = self.rest.next() {
            if letter == '\\' && self.next_is('E') {
                return;
            }
            self.literal(letter);
        }
    }

    fn class(&mut self, of: &str, is_negated: bool) {
        match (is_negated, self.classes > 0) {
            (true, _) => self.out.push_str(&format!("[^{of}]")),
            (false, true) => self.out.push_str(of),
            (false, false) => self.out.push_str(&format!("[{of}]")),
        }
    }

    /// A property of characters. The names that POSIX has are of ASCII.
    fn property(&mut self, is_negated: bool) -> Result<()> {
        let mut name = String::new();
        match self.rest.next() {
            Some('{') => loop {
                match self.rest.next() {
                    Some('}') => break,
                    Some(letter) => name.push(letter),
                    None => return Err(errors::strange_pattern()),
                }
            },
            Some(letter) => name.push(letter),
            None => return Err(errors::strange_pattern()),
        }
        let of_posix = match &*name {
            "Lower" | "Upper" | "ASCII" | "Alpha" | "Digit" | "Alnum" | "Punct" | "Graph"
            | "Print" | "Blank" | "Cntrl" | "XDigit" => Some(name.to_ascii_lowercase()),
            "Space" => {
                self.class(SPACE, is_negated);
                return Ok(());
            }
            name if name.starts_with("java") || name.starts_with("In") || name == "L1" => {
                return Err(unsupported(&format!("\\p{{{name}}} in AllowedPattern")));
            }
            _ => None,
        };
        let sign = if is_negated { "^" } else { "" };
        match of_posix {
            Some(posix) => self.out.push_str(&format!("[[:{sign}{posix}:]]")),
            None => {
                let letter = if is_negated { 'P' } else { 'p' };
                self.out.push_str(&format!("\\{letter}{{{name}}}"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, text: &str) -> bool {
        all_match(pattern, &[text]).unwrap_or_else(|error| panic!("{pattern}: {error}"))
    }

    #[test]
    fn what_java_writes_otherwise_means_the_same() {
        for (pattern, good, bad) in [
            (r"\d{1,4}", "2026", "٣"),
            (r"\w+", "a_1", "ä"),
            (r"[^\W_]+", "a1", "a_"),
            (r"\p{Alpha}\p{Punct}", "a!", "ä!"),
            (r"[\p{Upper}\d]+", "A1", "a1"),
            (r"\P{Digit}", "a", "1"),
            (r"\p{IsGreek}+\p{Lu}?", "αβΓ", "ab"),
            (r"\pL\p{L}", "äb", "1b"),
            (r"a.b", "a-b", "a\rb"),
            (r"(?s)a.b", "a\nb", "ab"),
            (r"(?s:.)(.)", "\na", "\n\n"),
            (r"a|bc", "bc", "abc"),
            (r"\Qa.b*\E+", "a.b**", "axb*"),
            (r"\<a\>\-\/", "<a>-/", "a"),
            (r"[]a]+", "]a", "b"),
            (r"[[:a]]+", ":a", "["),
            (r"[a-z&&[^bc]]+", "ad", "ab"),
            (r"\R\h", "\r\n\t", "ab"),
            (r"^x\v\Z$", "x\x0B", "x\n\n"),
            (r"(?<name>a)+?\x41\u0042\x{43}", "aABC", "aABD"),
            (r"(?i)ab", "AB", "AC"),
            (r"a{2}?[.]", "aa.", "aax"),
        ] {
            assert!(matches(pattern, good), "{pattern} {good:?}");
            assert!(!matches(pattern, bad), "{pattern} {bad:?}");
        }
    }

    #[test]
    fn what_needs_backtracking_is_refused_by_name() {
        for (pattern, words) in [
            ("(?=a)b", "Look-ahead in AllowedPattern is not supported"),
            ("(?!a)b", "Look-ahead"),
            ("(?<=a)b", "Look-behind"),
            ("(?<!a)b", "Look-behind"),
            (r"(a)\1", "A back reference"),
            (r"(?<n>a)\k<n>", "A back reference"),
            ("(?>a)", "An atomic group"),
            ("a*+", "A possessive quantifier"),
            ("a{2}+", "A possessive quantifier"),
            ("(?x)a b", "The flag x"),
            (r"[a--b]", "stands twice"),
            (r"\p{InGreek}", r"\p{InGreek} in AllowedPattern"),
            (r"\G", r"\G in AllowedPattern"),
            (r"((((\p{L}{99}){99}){99}){99})", "an AllowedPattern of this size"),
        ] {
            let error = all_match(pattern, &["a"]).unwrap_err();
            assert_eq!(error.code(), "InvalidAllowedPatternException", "{pattern}");
            assert!(error.message.contains(words), "{pattern}: {error}");
        }
        let nested = format!("{}a{}", "(".repeat(500), ")".repeat(500));
        for pattern in
            ["(", ")", "a)(b", "[", r"\", "a**b)", r"\y", "(?", "(?s", r"\p", r"\p{", &nested]
        {
            let error = all_match(pattern, &["a"]).unwrap_err();
            assert!(error.message.contains("regular expression requirement"), "{pattern}: {error}");
        }
    }

    /// The classic that takes a backtracking engine for ever.
    #[test]
    fn a_pattern_takes_no_longer_than_its_value_is_long() {
        let value = format!("{}!", "a".repeat(8000));
        assert!(!matches("(a|a)*(a|aa)*(a+)+", &value));
        assert!(!matches(r"(\w+\s?)*x(.*.*.*)*y", &value));
    }
}
