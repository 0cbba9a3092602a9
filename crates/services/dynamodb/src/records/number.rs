//! The next number that nothing has had: tables and streams lie under theirs.
//!
//! Table `dynamodb-numbers`: `next` → JSON of a number.

use platform::Records;
use store::Table;

pub static NUMBERS: Records<u64> = Records::new(Table("dynamodb-numbers"));

/// The key of the only row.
pub const KEY: &[u8] = b"next";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        assert_eq!(NUMBERS.decode(KEY, b"17").unwrap(), 17);
        assert_eq!(NUMBERS.encode(&17).unwrap(), &b"17"[..]);
    }
}
