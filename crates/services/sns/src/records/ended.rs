//! A subscription that somebody ended who did not own it, as it may be restored.
//!
//! Table `sns-ended`: subscription's id → JSON of [`Subscription`], with the token that restores it.

use super::subscription::Subscription;
use platform::Records;
use store::Table;

pub static ENDED: Records<Subscription> = Records::new(Table("sns-ended"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"id":"u","topic":"arn","owner":"000000000000","protocol":"http","endpoint":"http://h/","created_ms":5,"attributes":{},"pending":{"token":"t","ends_ms":9},"principal":"arn","was_authenticated":false,"guarded":false}"#;
        let subscription = ENDED.decode(b"k", stored).unwrap();
        assert_eq!(ENDED.encode(&subscription).unwrap(), &stored[..]);
    }
}
