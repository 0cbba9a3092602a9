//! An alias as it is kept.
//!
//! Table `kms.aliases`: account, region, name with `alias/` → JSON of [`Alias`].

use platform::{Records, scoped};
use serde::{Deserialize, Serialize};
use store::Table;

pub static ALIASES: Records<Alias> = Records::new(Table("kms.aliases"));

/// Another name of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The key's id.
    pub key: String,
    /// When it was made, in milliseconds since the epoch.
    pub created_ms: i64,
    /// When it came to this key.
    pub updated_ms: i64,
}

/// The key of an alias's row; with an empty name, the prefix of all.
pub fn row((account, region): (&str, &str), name: &str) -> Vec<u8> {
    scoped(account, region, &[name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"key":"k","created_ms":1,"updated_ms":2}"#;
        let alias = ALIASES.decode(b"k", stored).unwrap();
        assert_eq!(ALIASES.encode(&alias).unwrap(), &stored[..]);
    }
}
