//! The number that a FIFO topic has given last.
//!
//! Table `sns-sequences`: topic's id → JSON number.

use platform::Records;
use store::Table;

pub static SEQUENCES: Records<u64> = Records::new(Table("sns-sequences"));

/// Where numbers begin: they have twenty digits.
pub const FIRST: u64 = 10_000_000_000_000_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        assert_eq!(SEQUENCES.decode(b"k", b"10000000000000000007").unwrap(), FIRST + 7);
        assert_eq!(&*SEQUENCES.encode(&FIRST).unwrap(), b"10000000000000000000");
    }
}
