//! What is kept of a metric's values within a step of time.
//!
//! Table `cloudwatch-points`: id of the metric (16 bytes), [`Tier`] (a byte), seconds since the epoch
//! (8 bytes, big-endian), unit (a byte) → the bytes of [`Point`](crate::point::Point).

use super::metric::Id;
use store::{KeyRange, Table};

pub const POINTS: Table = Table("cloudwatch-points");

/// How finely points are kept. A value is added to the points of all tiers at once, so that rolling
/// up is no more than to let the finer ones go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Of metrics of high resolution.
    Second = 0,
    Minute = 1,
    FiveMinutes = 2,
    Hour = 3,
}

impl Tier {
    /// All, from the coarsest.
    pub const ALL: [Tier; 4] = [Tier::Hour, Tier::FiveMinutes, Tier::Minute, Tier::Second];

    /// Its step, in seconds.
    pub fn step(self) -> i64 {
        match self {
            Tier::Second => 1,
            Tier::Minute => 60,
            Tier::FiveMinutes => 300,
            Tier::Hour => 3600,
        }
    }

    /// How long its points are kept, in seconds ("Metrics retention").
    pub fn kept(self) -> i64 {
        match self {
            Tier::Second => 3 * 3600,
            Tier::Minute => 15 * 86_400,
            Tier::FiveMinutes => 63 * 86_400,
            Tier::Hour => 455 * 86_400,
        }
    }
}

/// Where a point lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub id: Id,
    pub tier: Tier,
    /// When its step begins, in seconds.
    pub at: i64,
    pub unit: u8,
}

impl Place {
    /// Its key.
    pub fn key(&self) -> Vec<u8> {
        let mut key = start(&self.id, self.tier, self.at);
        key.push(self.unit);
        key
    }
}

fn start(id: &Id, tier: Tier, at: i64) -> Vec<u8> {
    let at = u64::try_from(at).unwrap_or(0).to_be_bytes();
    [&id[..], &[tier as u8], &at].concat()
}

/// The keys of a metric's points of a tier from one second up to another.
pub fn range(id: &Id, tier: Tier, from: i64, to: i64) -> KeyRange {
    KeyRange { start: start(id, tier, from), end: Some(start(id, tier, to)) }
}

/// When and in which unit the point of a key is.
pub fn read(key: &[u8]) -> Option<(i64, u8)> {
    let (at, [unit]) = key.get(17..)?.split_first_chunk::<8>()? else { return None };
    Some((i64::try_from(u64::from_be_bytes(*at)).ok()?, *unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_1_is_read() {
        let place = Place { id: [7; 16], tier: Tier::FiveMinutes, at: 258, unit: 14 };
        let key = [&[7; 16][..], b"\x02\0\0\0\0\0\0\x01\x02\x0e"].concat();
        assert_eq!(place.key(), key);
        assert_eq!(read(&key), Some((258, 14)));
        assert_eq!(read(b"short"), None);
        let range = range(&[7; 16], Tier::FiveMinutes, 258, 259);
        assert!(range.start <= key && key < range.end.unwrap());
    }
}
