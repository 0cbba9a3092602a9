//! Passwords of chance ("GetRandomPassword" in the API reference).

use crate::errors;
use platform::{Ids, Result};
use shapes::secretsmanager::GetRandomPasswordRequest;

/// How long one is where nothing is said.
const LENGTH: i64 = 32;

const LOWERCASE: &str = "abcdefghijklmnopqrstuvwxyz";
const UPPERCASE: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const NUMBERS: &str = "0123456789";
const PUNCTUATION: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/// A password as it is asked for.
///
/// # Errors
/// There are no characters left for it, or it is too short for one of each kind.
pub fn of(ids: &dyn Ids, input: &GetRandomPasswordRequest) -> Result<String> {
    let excluded = input.exclude_characters.as_deref().unwrap_or_default();
    let kinds = [
        (LOWERCASE, input.exclude_lowercase),
        (UPPERCASE, input.exclude_uppercase),
        (NUMBERS, input.exclude_numbers),
        (PUNCTUATION, input.exclude_punctuation),
        (" ", Some(input.include_space != Some(true))),
    ];
    let kinds = kinds.iter().filter(|(_, without)| *without != Some(true));
    let left = |(kind, _): &(&str, _)| -> Vec<char> {
        kind.chars().filter(|it| !excluded.contains(*it)).collect()
    };
    let kinds: Vec<_> = kinds.map(left).filter(|kind| !kind.is_empty()).collect();
    let all: Vec<char> = kinds.concat();
    if all.is_empty() {
        let message = "The password can't be made: all character types are excluded.";
        return Err(errors::invalid(message));
    }
    let length = usize::try_from(input.password_length.unwrap_or(LENGTH)).unwrap_or_default();
    let has_each = input.require_each_included_type != Some(false);
    if has_each && length < kinds.len() {
        let message = "Password length is too short based on the required types.";
        return Err(errors::invalid(message));
    }
    let first = kinds.iter().filter(|_| has_each).map(|kind| pick(ids, kind));
    let mut password: Vec<char> = first.collect();
    while password.len() < length {
        password.push(pick(ids, &all));
    }
    // Those of each kind stand anywhere.
    for at in (1..password.len()).rev() {
        let other = below(ids, at + 1);
        password.swap(at, other);
    }
    Ok(password.into_iter().collect())
}

fn pick(ids: &dyn Ids, from: &[char]) -> char {
    from[below(ids, from.len())]
}

/// A number below `bound`, each as likely: what would favour some is drawn again.
fn below(ids: &dyn Ids, bound: usize) -> usize {
    let bound = u32::try_from(bound).unwrap_or(u32::MAX).max(1);
    let fair = u32::MAX - u32::MAX % bound;
    loop {
        let mut bytes = [0; 4];
        ids.fill(&mut bytes);
        let drawn = u32::from_be_bytes(bytes);
        if drawn < fair {
            return (drawn % bound) as usize;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::SeededIds;

    #[test]
    fn a_password_has_what_is_asked_for() {
        let ids = SeededIds::new(1);
        for _ in 0..50 {
            let password = of(&ids, &Default::default()).unwrap();
            assert_eq!(password.len(), 32);
            for kind in [LOWERCASE, UPPERCASE, NUMBERS, PUNCTUATION] {
                assert!(password.chars().any(|it| kind.contains(it)), "{password}");
            }
            let input = GetRandomPasswordRequest {
                password_length: Some(4),
                exclude_punctuation: Some(true),
                exclude_uppercase: Some(true),
                exclude_characters: Some("abc0123456".into()),
                include_space: Some(true),
                ..Default::default()
            };
            let password = of(&ids, &input).unwrap();
            assert_eq!(password.len(), 4);
            assert!(password.contains(' ') && password.contains(['7', '8', '9']));
            assert!(!password.contains(['a', 'b', 'c', 'A', '0', '!']));
        }
        let short = GetRandomPasswordRequest { password_length: Some(3), ..Default::default() };
        let error = of(&ids, &short).unwrap_err();
        assert_eq!(error.message, "Password length is too short based on the required types.");
        let free = GetRandomPasswordRequest { require_each_included_type: Some(false), ..short };
        assert_eq!(of(&ids, &free).unwrap().len(), 3);
        let none = GetRandomPasswordRequest {
            exclude_lowercase: Some(true),
            exclude_uppercase: Some(true),
            exclude_numbers: Some(true),
            exclude_punctuation: Some(true),
            ..Default::default()
        };
        assert_eq!(of(&ids, &none).unwrap_err().code(), "InvalidParameterException");
    }
}
