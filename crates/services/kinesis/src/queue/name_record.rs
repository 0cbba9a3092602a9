//! The names of queues, which no two of an account and region share.
//!
//! Table `kinesis-queue-names`: account, region, the queue's name ([`platform::scoped`]) → JSON of the
//! queue's id. It comes and goes with the queue's row.

use platform::Records;
use store::Table;

pub(crate) static NAMES: Records<String> = Records::new(Table("kinesis-queue-names"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        assert_eq!(NAMES.decode(b"key", br#""00aa""#).unwrap(), "00aa");
    }
}
