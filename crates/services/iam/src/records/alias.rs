//! Aliases of accounts as they are kept.
//!
//! Table `iam-aliases`: account, "", `alias` and "", "", `alias`, the alias → JSON of [`Alias`]. The
//! second row is there because no two accounts can have the same.

use platform::{Records, scoped};
use serde::{Deserialize, Serialize};
use store::Table;

pub static ALIASES: Records<Alias> = Records::new(Table("iam-aliases"));

/// An account and its alias.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// Twelve digits.
    pub account: String,
    /// The alias.
    pub name: String,
}

/// The key of an account's alias.
pub fn by_account(account: &str) -> Vec<u8> {
    scoped(account, "", &["alias"])
}

/// The key of an alias.
pub fn by_name(name: &str) -> Vec<u8> {
    scoped("", "", &["alias", name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let alias = ALIASES.decode(b"k", br#"{"account":"1","name":"a"}"#).unwrap();
        assert_eq!(alias, Alias { account: "1".into(), name: "a".into() });
    }
}
