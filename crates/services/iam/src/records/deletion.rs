//! Deletions of roles that are linked to services, as they are kept: they are asked after later.
//!
//! Table `iam-deletions`: account, "", `deletion`, the task's id → JSON of [`Deletion`].

use platform::{Records, scoped};
use serde::{Deserialize, Serialize};
use store::Table;

pub static DELETIONS: Records<Deletion> = Records::new(Table("iam-deletions"));

/// A deletion that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deletion {
    /// The role's name.
    pub role: String,
    /// Milliseconds since the epoch.
    pub done_ms: i64,
}

/// The key of a deletion.
pub fn deletion_key(account: &str, task: &str) -> Vec<u8> {
    scoped(account, "", &["deletion", task])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let deletion = DELETIONS.decode(b"k", br#"{"role":"R","done_ms":5}"#).unwrap();
        assert_eq!(deletion, Deletion { role: "R".into(), done_ms: 5 });
    }
}
