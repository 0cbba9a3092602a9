//! A rate and what it leaves: a machine over the time that it is told.

use shapes::Timestamp;
use std::time::Duration;

/// How a server holds clients to what AWS lets them do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limits {
    /// As fast as the machine allows.
    #[default]
    None,
    /// As fast as AWS documents for a new account.
    Aws,
}

/// So much in a second, and so much at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    per_second: u32,
    at_once: u32,
}

impl Rate {
    /// So much in a second, all of which may come at once.
    pub const fn per_second(amount: u32) -> Self {
        Self { per_second: amount, at_once: amount }
    }

    /// The same in a second, of which so much may come at once.
    pub const fn at_once(self, amount: u32) -> Self {
        Self { at_once: amount, ..self }
    }
}

/// A bucket of tokens that fills at a rate. It is a few words of memory, and asking it allocates
/// nothing; it holds no lock, and whoever shares one puts it behind theirs.
///
/// More than it can hold is given when it is full, and paid back: it owes then, and gives nothing until
/// time has made up for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenBucket {
    rate: Rate,
    /// Thousandths of tokens, which is what a token a second brings in a millisecond. Below zero it
    /// owes.
    level: i64,
    /// When the level was this.
    at: Timestamp,
}

impl TokenBucket {
    /// A full bucket.
    pub fn full(rate: Rate, now: Timestamp) -> Self {
        Self { rate, level: i64::from(rate.at_once) * 1000, at: now }
    }

    /// What is in it, in thousandths. A clock that was set back brings nothing, and takes nothing.
    fn level(&self, now: Timestamp) -> i64 {
        let elapsed_ms = now.millis().saturating_sub(self.at.millis()).max(0);
        let filled = elapsed_ms.saturating_mul(i64::from(self.rate.per_second));
        self.level.saturating_add(filled).min(i64::from(self.rate.at_once) * 1000)
    }

    /// What has to be there before so much is given.
    fn needed(&self, amount: u64) -> i64 {
        i64::from(u32::try_from(amount).map_or(self.rate.at_once, |it| it.min(self.rate.at_once)))
            * 1000
    }

    /// Whether so much may be taken now.
    pub fn has(&self, now: Timestamp, amount: u64) -> bool {
        self.level(now) >= self.needed(amount)
    }

    /// Takes so much whether or not it is there; what is not, it owes.
    pub fn take(&mut self, now: Timestamp, amount: u64) {
        let taken = i64::try_from(amount).unwrap_or(i64::MAX).saturating_mul(1000);
        self.level = self.level(now).saturating_sub(taken);
        self.at = now;
    }

    /// Takes so much if it may be taken, and says whether it was.
    pub fn try_take(&mut self, now: Timestamp, amount: u64) -> bool {
        let has = self.has(now, amount);
        if has {
            self.take(now, amount);
        }
        has
    }

    /// How long until so much may be taken, if nobody takes any meanwhile.
    pub fn wait(&self, now: Timestamp, amount: u64) -> Duration {
        let missing = self.needed(amount).saturating_sub(self.level(now)).max(0).unsigned_abs();
        match u64::from(self.rate.per_second) {
            0 if missing > 0 => Duration::MAX,
            per_second => Duration::from_millis(missing.div_ceil(per_second.max(1))),
        }
    }

    /// Takes whatever there is. What it owes stays.
    pub fn empty(&mut self, now: Timestamp) {
        self.level = self.level(now).min(0);
        self.at = now;
    }

    /// Whether it is as a new one would be, so that it need not be kept.
    pub fn is_full(&self, now: Timestamp) -> bool {
        self.has(now, u64::from(self.rate.at_once))
    }

    /// Goes on at another rate. What it holds or owes stays, as far as it can hold it.
    pub fn set_rate(&mut self, now: Timestamp, rate: Rate) {
        let level = self.level(now);
        *self = Self { rate, level: level.min(i64::from(rate.at_once) * 1000), at: now };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_000_000;

    fn at(ms: i64) -> Timestamp {
        Timestamp(START + ms)
    }

    fn bucket(rate: Rate) -> TokenBucket {
        TokenBucket::full(rate, at(0))
    }

    #[test]
    fn it_gives_what_it_holds_and_then_what_time_brings() {
        let mut bucket = bucket(Rate::per_second(5));
        let taken =
            |bucket: &mut TokenBucket, ms| (0..9).filter(|_| bucket.try_take(at(ms), 1)).count();
        assert_eq!(taken(&mut bucket, 0), 5);
        assert_eq!(taken(&mut bucket, 199), 0);
        assert_eq!(bucket.wait(at(199), 1), Duration::from_millis(1));
        assert_eq!(taken(&mut bucket, 200), 1);
        assert_eq!(taken(&mut bucket, 1000), 4);
        assert_eq!(taken(&mut bucket, 60_000), 5, "it holds no more than a second's");
    }

    #[test]
    fn a_debt_is_paid_before_anything_is_given() {
        let mut bucket = bucket(Rate::per_second(2 << 20));
        bucket.take(at(0), 10 << 20);
        assert!(!bucket.has(at(3999), 1));
        assert_eq!(bucket.wait(at(0), 0), Duration::from_secs(4));
        assert!(bucket.has(at(4001), 1));
        assert!(!bucket.is_full(at(4999)) && bucket.is_full(at(5000)));
    }

    #[test]
    fn what_it_can_never_hold_is_given_when_it_is_full() {
        let mut bucket = bucket(Rate::per_second(10).at_once(5));
        assert!(bucket.try_take(at(0), 25));
        assert!(!bucket.try_take(at(2499), 25));
        assert_eq!(bucket.wait(at(0), 25), Duration::from_millis(2500));
        assert!(bucket.try_take(at(2500), u64::MAX));
        assert!(!bucket.has(at(i64::from(u32::MAX)), 1), "that is never paid");
    }

    #[test]
    fn a_clock_that_is_set_back_neither_gives_nor_takes() {
        let mut bucket = bucket(Rate::per_second(1));
        bucket.take(at(0), 1);
        assert!(!bucket.try_take(at(-5000), 1));
        bucket.take(at(-5000), 0);
        assert!(!bucket.has(at(-4001), 1));
        assert!(bucket.has(at(-4000), 1), "time goes on from where it was set to");
    }

    #[test]
    fn what_is_emptied_keeps_its_debt() {
        let mut bucket = bucket(Rate::per_second(5));
        bucket.empty(at(0));
        assert_eq!(bucket.wait(at(0), 1), Duration::from_millis(200));
        bucket.take(at(0), 5);
        bucket.empty(at(0));
        assert_eq!(bucket.wait(at(0), 0), Duration::from_secs(1));
    }

    #[test]
    fn another_rate_keeps_what_is_owed() {
        let mut bucket = bucket(Rate::per_second(1));
        bucket.take(at(0), 3);
        bucket.set_rate(at(0), Rate::per_second(10));
        assert_eq!(bucket.wait(at(0), 1), Duration::from_millis(300));
        let mut other = TokenBucket::full(Rate::per_second(100), at(0));
        other.set_rate(at(0), Rate::per_second(3));
        assert!(other.has(at(0), 3) && other.try_take(at(0), 3) && !other.has(at(0), 1));
    }

    #[test]
    fn a_rate_of_nothing_is_waited_for_without_end() {
        let mut bucket = bucket(Rate::per_second(0).at_once(1));
        assert!(bucket.try_take(at(0), 1));
        assert_eq!(bucket.wait(at(0), 1), Duration::MAX);
        assert_eq!(bucket.wait(at(0), 0), Duration::ZERO);
    }

    /// In no stretch of time is more given than the rate brings in it and a full bucket.
    #[test]
    fn no_stretch_gets_more_than_its_share() {
        const AT_ONCE: u32 = 30;
        for seed in 1..200_u64 {
            let mut state = seed;
            let mut below = |most: u64| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 33) % most
            };
            let per_second = 1 + below(100) as u32;
            let mut bucket = bucket(Rate::per_second(per_second).at_once(AT_ONCE));
            let (mut given, mut now) = (Vec::new(), 0);
            for _ in 0..60 {
                now += below(400) as i64;
                let amount = 1 + below(u64::from(AT_ONCE));
                assert_eq!(bucket.wait(at(now), amount).is_zero(), bucket.has(at(now), amount));
                if bucket.try_take(at(now), amount) {
                    given.push((now, amount));
                }
            }
            for (first, (from, _)) in given.iter().enumerate() {
                let mut sum = 0;
                for (to, amount) in given.iter().skip(first) {
                    sum += amount * 1000;
                    let most =
                        u64::from(AT_ONCE) * 1000 + (to - from) as u64 * u64::from(per_second);
                    assert!(sum <= most, "seed {seed}");
                }
            }
        }
    }
}
