//! How fast an endpoint is called: at most as often each second as its throttle policy says.

use shapes::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The most endpoints of which a turn is remembered that has passed.
const MOST: usize = 1000;

/// When each subscription's next turn is, in microseconds since the epoch.
#[derive(Default)]
pub struct Pace(Mutex<BTreeMap<String, i64>>);

impl Pace {
    /// Takes the next turn of a subscription, and tells how long it is until then.
    pub fn turn(&self, subscription: &str, per_second: u32, now: Timestamp) -> Duration {
        let now = now.millis().saturating_mul(1000);
        let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if turns.len() >= MOST {
            turns.retain(|_, next| *next > now);
        }
        let next = turns.entry(subscription.to_owned()).or_insert(now);
        let turn = (*next).max(now);
        *next = turn.saturating_add(1_000_000 / i64::from(per_second.max(1)));
        Duration::from_micros((turn - now).unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_as_far_apart_as_the_rate_says() {
        let pace = Pace::default();
        let at = |ms: i64| Timestamp(1_767_323_045_678 + ms);
        let waits: Vec<_> = (0..4).map(|_| pace.turn("a", 10, at(0)).as_millis()).collect();
        assert_eq!(waits, [0, 100, 200, 300]);
        assert!(pace.turn("b", 10, at(0)).is_zero());
        assert_eq!(pace.turn("a", 10, at(350)).as_millis(), 50);
        assert!(pace.turn("a", 10, at(900)).is_zero());
    }

    #[test]
    fn who_was_called_long_ago_is_forgotten() {
        let pace = Pace::default();
        for number in 0..MOST {
            pace.turn(&number.to_string(), 1, Timestamp(0));
        }
        pace.turn("new", 1, Timestamp(60_000));
        assert_eq!(pace.0.lock().unwrap().len(), 1);
    }
}
