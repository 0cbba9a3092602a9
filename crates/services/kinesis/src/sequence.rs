//! Sequence numbers, in the layout that Kinesis calls version 2.
//!
//! A number of 186 bits, written as 56 decimal digits. In hexadecimal it has 47 digits:
//!
//! | digits | what |
//! |---|---|
//! | 1 | `2` |
//! | 9 | second in which the shard was created |
//! | 1 | lowest digit of the shard's index |
//! | 16 | index of the record, below 2^63 |
//! | 2 | `00`, or `01` where the number is of no record but of the place behind it |
//! | 9 | second in which the record arrived |
//! | 8 | the shard's index, below 2^31 |
//! | 1 | `2`, the version |
//!
//! The index is the record's offset in its lane plus one: so numbers rise strictly within a shard,
//! the number tells the offset without a search, and the shard's starting sequence number (index
//! 0) is below all of its records.
//!
//! The place behind a record is what a subscription goes on with. It lies between the record's number
//! and the next one's, so AT and AFTER mean the same there: nothing is read twice, and nothing is
//! passed over.

use crate::shard_map::{Shard, ShardIndex};
use std::fmt;

const MAX_INDEX: u64 = i64::MAX as u64;
const NINE_DIGITS: u64 = (1 << 36) - 1;

/// The parts of a sequence number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SequenceNumber {
    /// The second in which the shard was created, since the epoch.
    pub created_s: u64,
    /// The shard.
    pub shard: ShardIndex,
    /// The record's offset plus one; 0 is where the shard begins.
    pub index: u64,
    /// The second in which the record arrived, since the epoch.
    pub time_s: u64,
    /// Whether the place behind the record is meant.
    pub is_behind: bool,
}

/// Where the two digits stand that say so.
const BEHIND_AT: u32 = 72;
const BEHIND: u128 = 1;

/// Seconds of a time in milliseconds, within what nine digits hold.
fn seconds(time_ms: i64) -> u64 {
    u64::try_from(time_ms / 1000).unwrap_or(0).min(NINE_DIGITS)
}

impl SequenceNumber {
    /// The number of the record at an offset of a shard's lane.
    pub fn of_record(shard: ShardIndex, created_ms: i64, offset: u64, time_ms: i64) -> Self {
        let index = offset.saturating_add(1).min(MAX_INDEX);
        Self {
            created_s: seconds(created_ms),
            shard,
            index,
            time_s: seconds(time_ms),
            is_behind: false,
        }
    }

    /// Where a shard begins: below all of its records.
    pub fn start_of(shard: ShardIndex, created_ms: i64) -> Self {
        let created_s = seconds(created_ms);
        Self { created_s, shard, index: 0, time_s: created_s, is_behind: false }
    }

    /// Where a closed shard ends: above all of its records.
    pub fn end_of(shard: ShardIndex, created_ms: i64, closed_ms: i64) -> Self {
        let time_s = seconds(closed_ms);
        let created_s = seconds(created_ms);
        Self { created_s, shard, index: MAX_INDEX, time_s, is_behind: false }
    }

    /// Where reading goes on that has come to this offset by then.
    pub fn before(shard: ShardIndex, created_ms: i64, offset: u64, time_ms: i64) -> Self {
        let index = offset.min(MAX_INDEX);
        let (created_s, time_s) = (seconds(created_ms), seconds(time_ms));
        Self { created_s, shard, index, time_s, is_behind: true }
    }

    /// Whether it may have come from this shard.
    pub fn came_from(&self, index: ShardIndex, shard: &Shard) -> bool {
        self.shard == index && self.created_s == seconds(shard.created_ms)
    }

    /// The offset of the record that it names; the lane's first for the shard's start, and the next
    /// one's where the place behind a record is meant.
    pub fn offset(&self) -> u64 {
        match self.is_behind {
            true => self.index,
            false => self.index.saturating_sub(1),
        }
    }

    /// The offset after the record that it names.
    pub fn offset_after(&self) -> u64 {
        self.index
    }

    /// Reads a sequence number; `None` where it is none of version 2.
    pub fn parse(text: &str) -> Option<Self> {
        let number = Number::parse(text)?;
        let (high, low) = (number.high(), number.low());
        let version_2 = high >> 56 == 2 && low & 0xf == 2;
        let shard = u32::try_from(low >> 4 & 0xffff_ffff).ok()?;
        let index = (high & 0xffff) << 48 | u64::try_from(low >> 80).ok()?;
        let valid = version_2 && shard <= i32::MAX as u32 && index <= MAX_INDEX;
        let created_s = high >> 20 & NINE_DIGITS;
        let time_s = u64::try_from(low >> 36 & u128::from(NINE_DIGITS)).ok()?;
        let is_behind = low >> BEHIND_AT & 0xff == BEHIND;
        valid.then_some(Self { created_s, shard, index, time_s, is_behind })
    }
}

impl fmt::Display for SequenceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let high = 2 << 56
            | (self.created_s & NINE_DIGITS) << 20
            | u64::from(self.shard & 0xf) << 16
            | self.index >> 48;
        let low = u128::from(self.index & 0xffff_ffff_ffff) << 80
            | u128::from(self.is_behind) << BEHIND_AT
            | u128::from(self.time_s & NINE_DIGITS) << 36
            | u128::from(self.shard) << 4
            | 2;
        Number::new(high, low).fmt(f)
    }
}

/// An unsigned number of 192 bits, its least significant part first.
struct Number([u64; 3]);

impl Number {
    fn new(high: u64, low: u128) -> Self {
        Self([low as u64, (low >> 64) as u64, high])
    }

    fn high(&self) -> u64 {
        self.0[2]
    }

    fn low(&self) -> u128 {
        u128::from(self.0[1]) << 64 | u128::from(self.0[0])
    }

    /// Reads decimal digits without leading zeros; `None` where they do not fit.
    fn parse(text: &str) -> Option<Self> {
        if text.is_empty() || text.starts_with('0') && text != "0" {
            return None;
        }
        text.bytes().try_fold(Self([0; 3]), |number, byte| {
            let digit = char::from(byte).to_digit(10)?;
            number.times_ten_plus(digit)
        })
    }

    fn times_ten_plus(mut self, digit: u32) -> Option<Self> {
        let mut carry = u128::from(digit);
        for part in &mut self.0 {
            let value = u128::from(*part) * 10 + carry;
            *part = value as u64;
            carry = value >> 64;
        }
        (carry == 0).then_some(self)
    }

    /// Divides by `divisor` and gives the remainder.
    fn divide(&mut self, divisor: u64) -> u64 {
        let mut remainder = 0u128;
        for part in self.0.iter_mut().rev() {
            let value = remainder << 64 | u128::from(*part);
            *part = (value / u128::from(divisor)) as u64;
            remainder = value % u128::from(divisor);
        }
        remainder as u64
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const GROUP: u64 = 10_000_000_000_000_000_000;
        let mut rest = Number(self.0);
        let groups = [rest.divide(GROUP), rest.divide(GROUP), rest.divide(GROUP), rest.0[0]];
        let first = groups.iter().rposition(|group| *group != 0).unwrap_or(0);
        write!(f, "{}", groups[first])?;
        groups[..first].iter().rev().try_for_each(|group| write!(f, "{group:019}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_layout_is_that_of_a_number_seen_on_aws() {
        // Published in the wiki of crccheck/kinesis-streams.
        let text = "49570154343577991434159135485984484941013864243265536002";
        let number = SequenceNumber::parse(text).unwrap();
        assert_eq!(number.to_string(), text);
        assert_eq!(number.shard, 0);
        // The shard and its record are of early 2017.
        assert!((1_483_228_800..1_500_000_000).contains(&number.created_s), "{number:?}");
        assert!((number.created_s..1_500_000_000).contains(&number.time_s), "{number:?}");
    }

    #[test]
    fn what_is_no_number_of_version_2_is_refused() {
        let start = SequenceNumber::start_of(0, 0).to_string();
        assert!(SequenceNumber::parse(&start).is_some());
        let version_1 = start[..55].to_owned() + "1";
        let refused =
            ["", "0", "5", "007", "x", "-1", &version_1, &"9".repeat(129), &"9".repeat(56)];
        for text in refused {
            assert_eq!(SequenceNumber::parse(text), None, "{text}");
        }
        // 0x20000000000800000000000000000000000000000000002: the index is too large.
        let large = Number::new(2 << 56 | 0x8000, 2).to_string();
        assert_eq!(SequenceNumber::parse(&large), None);
    }

    proptest! {
        #[test]
        fn a_number_is_56_digits_and_reads_back(
            shard in 0..=i32::MAX as u32,
            created_ms in 0i64..40_000_000_000_000,
            offset in 0..MAX_INDEX,
            time_ms in 0i64..40_000_000_000_000,
        ) {
            let number = SequenceNumber::of_record(shard, created_ms, offset, time_ms);
            let text = number.to_string();
            prop_assert_eq!(text.len(), 56);
            prop_assert_eq!(SequenceNumber::parse(&text), Some(number));
            prop_assert_eq!(number.offset(), offset.min(MAX_INDEX - 1));
        }

        #[test]
        fn numbers_rise_within_a_shard(
            shard in 0..=i32::MAX as u32,
            created_s in 0i64..30_000_000_000,
            offset in 0..MAX_INDEX - 2,
            later in 1u64..1000,
            times in (0i64..30_000_000_000_000, 0i64..30_000_000_000_000),
        ) {
            let created_ms = created_s * 1000;
            let text = |offset, time| SequenceNumber::of_record(shard, created_ms, offset, time).to_string();
            let second = (offset + later).min(MAX_INDEX - 2).max(offset + 1);
            // Numbers of equal length compare as their digits do.
            prop_assert!(text(offset, times.0) < text(second, times.1));
            prop_assert!(SequenceNumber::start_of(shard, created_ms).to_string() < text(0, times.0));
            let end = SequenceNumber::end_of(shard, created_ms, times.1).to_string();
            prop_assert!(text(second, times.0) < end);
            // Between a record and the next.
            let behind = SequenceNumber::before(shard, created_ms, offset + 1, times.1);
            prop_assert!(text(offset, times.0) < behind.to_string());
            prop_assert!(behind.to_string() < text(offset + 1, times.0));
            prop_assert_eq!((behind.offset(), behind.offset_after()), (offset + 1, offset + 1));
            prop_assert_eq!(SequenceNumber::parse(&behind.to_string()), Some(behind));
            let child = SequenceNumber::start_of(shard + 1, created_ms + 1000).to_string();
            prop_assert!(end < child);
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9]{0,140}") {
            if let Some(number) = SequenceNumber::parse(&text) {
                // The two digits that we write as 00 or 01 may differ.
                prop_assert_eq!(SequenceNumber::parse(&number.to_string()), Some(number));
            }
        }
    }
}
