//! Names of tables and indexes, and what is said of those that are none.

use crate::errors::invalid;
use platform::{Error, Result};

/// The shortest name of a table or an index, and the longest.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=255;

fn violated(value: &str, path: &str, constraint: &str) -> Error {
    invalid(format!(
        "1 validation error detected: Value {value} at '{path}' failed to satisfy constraint: \
         Member must {constraint}"
    ))
}

/// What is said of a member that is not given.
pub(crate) fn missing(path: &str) -> Error {
    violated("null", path, "not be null")
}

/// What is said of a list that is too short.
pub(crate) fn too_short(path: &str, value: &str, least: usize) -> Error {
    let constraint = format!("have length greater than or equal to {least}");
    violated(&format!("'{value}'"), path, &constraint)
}

/// What is said of a list that is too long.
pub(crate) fn too_long_list(path: &str, length: usize, most: usize) -> Error {
    let constraint = format!("have length less than or equal to {most}");
    violated(&format!("'[{length} elements]'"), path, &constraint)
}

/// Refuses what is no name of a table.
///
/// # Errors
/// It is none.
pub(crate) fn check_table(name: &str) -> Result<()> {
    check(name, "tableName")
}

/// Refuses what is no name of a table that a list could go on after.
///
/// # Errors
/// It is none.
pub(crate) fn check_start(name: &str) -> Result<()> {
    check(name, "exclusiveStartTableName")
}

fn check(name: &str, path: &str) -> Result<()> {
    let quoted = format!("'{name}'");
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    if !name.bytes().all(is_name) {
        let constraint = "satisfy regular expression pattern: [a-zA-Z0-9_.-]+";
        return Err(violated(&quoted, path, constraint));
    }
    if name.len() < *LENGTHS.start() {
        let constraint = format!("have length greater than or equal to {}", LENGTHS.start());
        return Err(violated(&quoted, path, &constraint));
    }
    if name.len() > *LENGTHS.end() {
        let constraint = format!("have length less than or equal to {}", LENGTHS.end());
        return Err(violated(&quoted, path, &constraint));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_name_is_told_why() {
        assert!(check_table("a.B-3_").is_ok() && check_table(&"a".repeat(255)).is_ok());
        for (name, end) in [
            (
                "ab",
                "'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3",
            ),
            ("a b", "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"),
            (&"a".repeat(256), "Member must have length less than or equal to 255"),
        ] {
            let message = check_table(name).unwrap_err().message;
            assert!(message.starts_with("1 validation error detected: Value '"), "{message}");
            assert!(message.ends_with(end), "{message}");
        }
    }
}
