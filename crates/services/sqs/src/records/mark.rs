//! Up to where the numbers of a queue's messages may have been given: after a restart they begin
//! behind it, so that none is given twice whatever the clock says.
//!
//! Table `sqs-marks`: a queue's id → JSON number.

use platform::Records;
use store::Table;

pub static MARKS: Records<u64> = Records::new(Table("sqs-marks"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        assert_eq!(MARKS.decode(b"k", b"1853119488000000000").unwrap(), 1_853_119_488_000_000_000);
        assert_eq!(&*MARKS.encode(&7).unwrap(), b"7");
    }
}
