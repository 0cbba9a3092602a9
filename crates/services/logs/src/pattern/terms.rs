//! Patterns of terms: `word`, `"a phrase"`, `?either`, `-not`. Upper and lower case differ.

/// What a message must contain.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Terms {
    all: Vec<String>,
    any: Vec<String>,
    none: Vec<String>,
}

impl Terms {
    /// Whether the message contains what it must. `?` terms count only where nothing else is
    /// asked for.
    pub fn matches(&self, message: &str) -> bool {
        let has = |term: &String| message.contains(term.as_str());
        if self.all.is_empty() && self.none.is_empty() {
            return self.any.is_empty() || self.any.iter().any(has);
        }
        self.all.iter().all(has) && !self.none.iter().any(has)
    }
}

/// Reads a pattern; `None` when it has no such form.
pub fn parse(text: &str) -> Option<Terms> {
    let mut terms = Terms::default();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let into = match first {
            '?' => &mut terms.any,
            '-' => &mut terms.none,
            _ => &mut terms.all,
        };
        let body = if matches!(first, '?' | '-') { &rest[1..] } else { rest };
        let (term, after) = match body.strip_prefix('"') {
            Some(quoted) => quoted_term(quoted)?,
            None => plain_term(body)?,
        };
        into.push(term);
        rest = after.trim_start();
    }
    Some(terms)
}

/// Everything up to the closing quote; a backslash keeps the next character.
fn quoted_term(text: &str) -> Option<(String, &str)> {
    let mut term = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (!term.is_empty()).then(|| (term, &text[at + 1..])),
            '\\' => term.push(chars.next()?.1),
            _ => term.push(c),
        }
    }
    None
}

/// A word. Terms with other characters than letters, digits and underscores must be quoted; the
/// service is lenient with the marks that words of logs have.
fn plain_term(text: &str) -> Option<(String, &str)> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (term, rest) = text.split_at(end);
    let allowed = |c: char| c.is_alphanumeric() || "_-.:/@#=+,;&".contains(c);
    (!term.is_empty() && term.chars().all(allowed)).then(|| (term.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_looked_for() {
        for (pattern, message, expected) in [
            ("", "anything", true),
            ("ERROR", "[ERROR] x", true),
            ("ERROR", "error", false),
            ("ERROR timeout", "ERROR: timeout", true),
            ("ERROR timeout", "ERROR", false),
            ("\"Internal Server\"", "500 Internal Server Error", true),
            ("\"Internal Server\"", "Server Internal", false),
            ("?ERROR ?WARN", "WARN x", true),
            ("?ERROR ?WARN", "INFO x", false),
            ("ERROR -EXITING", "ERROR EXITING", false),
            ("-\"a b\"", "a c b", true),
            ("\"say \\\"x\\\"\"", "say \"x\"", true),
        ] {
            let terms = parse(pattern).unwrap();
            assert_eq!(terms.matches(message), expected, "{pattern} / {message}");
        }
        for pattern in ["\"open", "a|b", "?", "\"\"", "a\\"] {
            assert_eq!(parse(pattern), None, "{pattern}");
        }
    }
}
