//! When a clock was turned ahead, and how far.
//!
//! Table `clock`: `turns` → JSON of [`Turns`]. Absent where the clock was never turned.

use crate::Records;
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use store::Table;

pub(super) static TURNS: Records<Turns> = Records::new(Table("clock"));
/// The only key.
pub(super) const KEY: &[u8] = b"turns";

/// How long the instant of a turn is of interest, in milliseconds: a day more than a presigned URL
/// may last.
const KEPT_MS: i64 = 8 * 24 * 3600 * 1000;
/// How many turns are kept; of those before, only how far they went.
const MOST: usize = 1000;

/// A clock's turns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turns {
    /// How far ahead the clock was before the first of them, in milliseconds.
    before_ms: i64,
    /// In the order in which they were made.
    turns: Vec<Turn>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Turn {
    /// What the machine's clock showed, in milliseconds since the epoch.
    at_ms: i64,
    /// How far ahead of it the clock is since then, in milliseconds.
    ahead_ms: i64,
}

impl Turns {
    /// How far the clock is ahead of the machine's now, in milliseconds.
    pub fn ahead_ms(&self) -> i64 {
        self.turns.last().map_or(self.before_ms, |turn| turn.ahead_ms)
    }

    /// How far it was ahead when the machine's clock showed `machine`, in milliseconds. Clients date
    /// what they sign to the second: what bears the second of a turn counts as made after it.
    pub fn ahead_at(&self, machine: Timestamp) -> i64 {
        let second = |ms: i64| ms.div_euclid(1000);
        let before = |turn: &Turn| second(turn.at_ms) <= second(machine.millis());
        match self.turns.partition_point(before) {
            0 => self.before_ms,
            after => self.turns[after - 1].ahead_ms,
        }
    }

    /// The same with one more, which was made when the machine's clock showed `at`.
    pub(super) fn with(&self, at: Timestamp, ahead_ms: i64) -> Self {
        let mut turns = self.turns.clone();
        // A machine's clock may be set back: the turns stay in order all the same.
        let at_ms = turns.last().map_or(at.millis(), |last| last.at_ms.max(at.millis()));
        turns.push(Turn { at_ms, ahead_ms });
        let old = turns.partition_point(|turn| turn.at_ms < at_ms.saturating_sub(KEPT_MS));
        let old = old.max(turns.len().saturating_sub(MOST));
        let before_ms = turns[..old].last().map_or(self.before_ms, |turn| turn.ahead_ms);
        Self { before_ms, turns: turns.split_off(old) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"before_ms":5,"turns":[{"at_ms":10000,"ahead_ms":3605}]}"#;
        let turns = TURNS.decode(KEY, stored).unwrap();
        assert_eq!((turns.ahead_ms(), turns.ahead_at(Timestamp(9_999))), (3605, 5));
        assert_eq!(TURNS.decode(KEY, &TURNS.encode(&turns).unwrap()).unwrap(), turns);
    }

    #[test]
    fn it_is_known_how_far_the_clock_was_ahead_at_any_instant() {
        let turns = Turns::default().with(Timestamp(10_500), 100).with(Timestamp(12_999), 300);
        let at = |ms| turns.ahead_at(Timestamp(ms));
        assert_eq!([0, 9_999, 10_000, 11_999, 12_000, 99_000].map(at), [0, 0, 100, 100, 300, 300]);
        assert_eq!(turns.ahead_ms(), 300);
        assert_eq!((Turns::default().ahead_ms(), Turns::default().ahead_at(Timestamp(7))), (0, 0));
        let back = turns.with(Timestamp(5), 400);
        assert_eq!(back.ahead_at(Timestamp(12_000)), 400, "a machine's clock that was set back");
    }

    #[test]
    fn what_is_long_ago_is_one_figure() {
        let mut turns = Turns::default();
        for number in 1..=5_000 {
            turns = turns.with(Timestamp(number * 1000), number);
        }
        assert_eq!((turns.turns.len(), turns.before_ms), (MOST, 4_000));
        let later = turns.with(Timestamp(5_000_000 + KEPT_MS + 1), 6_000);
        assert_eq!((later.turns.len(), later.before_ms, later.ahead_ms()), (1, 5_000, 6_000));
    }
}
