//! The models' regular expressions, which are in Java's dialect and match whole values.

use fancy_regex::Regex;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

type Compiled = Option<Arc<Regex>>;

/// Whether the whole of `text` matches. A pattern that cannot be compiled allows everything;
/// one that gives up on a text (too much backtracking) does not match it.
pub(super) fn matches(pattern: &'static str, text: &str) -> bool {
    compiled(pattern).is_none_or(|regex| regex.is_match(text).unwrap_or(false))
}

fn compiled(pattern: &'static str) -> Compiled {
    static CACHE: OnceLock<RwLock<HashMap<&'static str, Compiled>>> = OnceLock::new();
    let cache = CACHE.get_or_init(RwLock::default);
    let known = cache.read().unwrap_or_else(PoisonError::into_inner).get(pattern).cloned();
    if let Some(regex) = known {
        return regex;
    }
    let regex = compile(pattern);
    cache.write().unwrap_or_else(PoisonError::into_inner).insert(pattern, regex.clone());
    regex
}

pub(super) fn compile(pattern: &str) -> Compiled {
    Regex::new(&format!(r"\A(?:{})\z", translate(pattern))).ok().map(Arc::new)
}

/// Java's `\d`, `\s` and `\w` are of ASCII; here they would be of Unicode.
fn translate(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut depth = 0usize;
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => escaped(letters.next(), depth > 0, &mut out),
            '[' => {
                depth += 1;
                out.push('[');
            }
            ']' if depth > 0 => {
                depth -= 1;
                out.push(']');
            }
            other => out.push(other),
        }
    }
    out
}

fn escaped(letter: Option<char>, in_class: bool, out: &mut String) {
    let ascii = match letter {
        Some('d' | 'D') => "0-9",
        Some('w' | 'W') => "a-zA-Z0-9_",
        Some('s' | 'S') => r" \t\n\x0B\f\r",
        Some(other) => {
            out.push('\\');
            out.push(other);
            return;
        }
        None => return out.push_str(r"\\"),
    };
    let negated = letter.is_some_and(char::is_uppercase);
    match (negated, in_class) {
        (true, _) => out.push_str(&format!("[^{ascii}]")),
        (false, true) => out.push_str(ascii),
        (false, false) => out.push_str(&format!("[{ascii}]")),
    }
}
