//! Sequence numbers of change records: they grow within a stream's lane, and tell the time.
//!
//! A number is the millisecond at which its record was committed, at least, and a count within it. So
//! where a time begins in a shard is known without looking.

use shapes::Timestamp;

/// How many bits count within a millisecond.
const COUNT_BITS: u32 = 20;
/// What begins each number as text: AWS's have at least 21 digits, without zeros before them.
const FIRST_DIGIT: &str = "4";
/// How many digits follow it.
const DIGITS: usize = 27;

/// Where a record stands in its lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sequence(pub u64);

impl Sequence {
    /// The first number of an instant.
    pub fn first_at(at: Timestamp) -> Self {
        let ms = u64::try_from(at.millis()).unwrap_or(0);
        Self(ms.min(u64::MAX >> COUNT_BITS) << COUNT_BITS)
    }

    /// The number after this one, at an instant: it grows though the clock may step back.
    pub fn next(self, now: Timestamp) -> Self {
        Self::first_at(now).max(self.after())
    }

    /// The first number behind this one.
    pub fn after(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The last number before this one.
    pub fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// When it was given.
    pub fn time(self) -> Timestamp {
        Timestamp(i64::try_from(self.0 >> COUNT_BITS).unwrap_or(i64::MAX))
    }

    /// As clients see it.
    pub fn text(self) -> String {
        format!("{FIRST_DIGIT}{:0DIGITS$}", self.0)
    }

    /// The number that a client hands back; `None` where it is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(FIRST_DIGIT)?;
        if digits.len() != DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_grow_with_time_and_within_it() {
        let at = Timestamp(1_767_323_045_678);
        let first = Sequence(7).next(at);
        assert_eq!(first.time(), at);
        let second = first.next(at);
        assert!(second > first && second.time() == at);
        assert!(second.next(Timestamp(5)) > second, "the clock may step back");
        assert!(second < Sequence::first_at(Timestamp(at.millis() + 1)));
        assert_eq!(second.before(), first);
    }

    #[test]
    fn the_text_sorts_as_the_numbers_do() {
        let (low, high) = (Sequence(9), Sequence(10));
        assert!(low.text() < high.text() && low.text().len() == 28);
        assert_eq!(Sequence::parse(&high.text()), Some(high));
        assert_eq!(Sequence::parse(&Sequence(u64::MAX).text()), Some(Sequence(u64::MAX)));
        for none in ["", "4", "5000", "x", "40000000000000000000000000x", &"4".repeat(28)] {
            assert_eq!(Sequence::parse(none), None, "{none}");
        }
    }
}
