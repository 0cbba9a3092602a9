//! A delivery that is tried again at an instant, of which there is a deadline.
//!
//! Table `sns-later`: UUID → JSON of [`Outgoing`], to one subscription.

use super::message::Outgoing;
use platform::Records;
use store::Table;

pub static LATER: Records<Outgoing> = Records::new(Table("sns-later"));

/// The kind of their deadlines; the id is the row's.
pub const KIND: &str = "sns-delivery";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"message":{"id":"i","topic":"arn","kind":"Notification","text":"d","published_ms":5},"to":["u"],"failures":2}"#;
        let outgoing = LATER.decode(b"k", stored).unwrap();
        assert_eq!(LATER.encode(&outgoing).unwrap(), &stored[..]);
    }
}
