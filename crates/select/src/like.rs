//! LIKE: `%` is any text, `_` any letter.

use crate::refusal::{Refusal, Result};

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Letter(char),
    Any,
    Rest,
}

/// Whether a text is as the pattern says.
///
/// # Errors
/// The letter that takes the meaning of the next is none, or stands before one that has no meaning.
pub(crate) fn like(text: &str, pattern: &str, escape: Option<&str>) -> Result<bool> {
    let escape = match escape.map(|it| (it.chars().next(), it.chars().count())) {
        None => None,
        Some((Some(letter), 1)) => Some(letter),
        Some(_) => return Err(bad_escape()),
    };
    let mut parts = Vec::new();
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        parts.push(match letter {
            _ if Some(letter) == escape => match letters.next() {
                Some(next) if matches!(next, '%' | '_') || Some(next) == escape => {
                    Part::Letter(next)
                }
                _ => return Err(bad_escape()),
            },
            '%' => Part::Rest,
            '_' => Part::Any,
            letter => Part::Letter(letter),
        });
    }
    Ok(matches(text, &parts))
}

/// Goes through the text once, back only to behind the last `%`.
fn matches(text: &str, parts: &[Part]) -> bool {
    let (mut rest, mut at) = (text.chars(), 0);
    // Behind the last `%`: what is left of the text there, and of the pattern.
    let mut again: Option<(std::str::Chars<'_>, usize)> = None;
    loop {
        match parts.get(at) {
            Some(Part::Rest) => {
                at += 1;
                if at == parts.len() {
                    return true;
                }
                again = Some((rest.clone(), at));
                continue;
            }
            part => {
                let mut ahead = rest.clone();
                let letter = ahead.next();
                let fits = match (part, letter) {
                    (None, None) => return true,
                    (Some(Part::Any), Some(_)) => true,
                    (Some(Part::Letter(wanted)), Some(letter)) => *wanted == letter,
                    _ => false,
                };
                if fits {
                    (rest, at) = (ahead, at + 1);
                    continue;
                }
            }
        }
        let Some((from, behind)) = &mut again else { return false };
        if from.next().is_none() {
            return false;
        }
        (rest, at) = (from.clone(), *behind);
    }
}

fn bad_escape() -> Refusal {
    Refusal::new(
        "EvaluatorLikePatternInvalidEscapeSequence",
        "An argument given to the LIKE expression was not valid.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_held_against_patterns() {
        for (text, pattern, escape, expected) in [
            ("abc", "abc", None, true),
            ("abc", "a%", None, true),
            ("abc", "%c", None, true),
            ("abc", "%b%", None, true),
            ("abc", "a_c", None, true),
            ("abc", "_", None, false),
            ("", "%", None, true),
            ("", "_", None, false),
            ("aXbXc", "a%X_", None, true),
            ("aab", "%ab", None, true),
            ("äöü", "_ö_", None, true),
            ("100%", "100\\%", Some("\\"), true),
            ("1000", "100\\%", Some("\\"), false),
            ("a\\b", "a\\\\b", Some("\\"), true),
            ("ABC", "abc", None, false),
        ] {
            assert_eq!(like(text, pattern, escape).unwrap(), expected, "{text} {pattern}");
        }
        for (pattern, escape) in [("a\\", "\\"), ("\\a", "\\"), ("a", ""), ("a", "ab")] {
            assert!(like("a", pattern, Some(escape)).is_err(), "{pattern}");
        }
    }
}
