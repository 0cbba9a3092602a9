//! How many batches run side by side.
//!
//! "Configuring scaling behavior for SQS event source mappings" in the Lambda developer guide: five
//! at first, 300 more in each minute as long as messages are there, fewer where the function fails.

use shapes::Timestamp;

/// How many there are at first, and while there is little to do.
const BASE: usize = 5;
/// How few are left where all fail.
const LEAST: usize = 2;
/// How long it takes until there may be one more.
const GROWTH_MS: i64 = 200;

/// The number of batches that may run side by side.
#[derive(Debug)]
pub(crate) struct Pace {
    allowed: usize,
    most: usize,
    grows_at: Option<Timestamp>,
}

impl Pace {
    /// A pace that never exceeds `most`.
    pub fn new(most: usize) -> Self {
        let most = most.max(1);
        Self { allowed: BASE.min(most), most, grows_at: None }
    }

    /// How many there may be.
    pub fn allowed(&self) -> usize {
        self.allowed
    }

    /// When there may be one more.
    pub fn grows_at(&self) -> Option<Timestamp> {
        self.grows_at
    }

    /// Looks whether all that may run does run.
    pub fn look(&mut self, now: Timestamp, is_full: bool) {
        if !is_full || self.allowed >= self.most {
            self.grows_at = None;
            return;
        }
        let next = Timestamp(now.millis() + GROWTH_MS);
        if *self.grows_at.get_or_insert(next) <= now {
            self.allowed += 1;
            self.grows_at = None;
        }
    }

    /// The function has taken a batch.
    pub fn delivered(&mut self) {
        if self.allowed < BASE.min(self.most) {
            self.allowed += 1;
        }
    }

    /// The function has failed, or could not be reached.
    pub fn failed(&mut self) {
        self.allowed = self.allowed.saturating_sub(1).max(LEAST.min(self.most));
    }

    /// The queue has nothing more while so many are in flight.
    pub fn emptied(&mut self, in_flight: usize) {
        self.allowed = self.allowed.min(BASE.max(in_flight)).min(self.most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_five_more_in_a_second_while_all_are_busy_and_never_too_many() {
        let mut pace = Pace::new(12);
        assert_eq!(pace.allowed(), 5);
        for ms in 0..=1000 {
            pace.look(Timestamp(ms), true);
        }
        assert_eq!(pace.allowed(), 9);
        for ms in 1000..10_000 {
            pace.look(Timestamp(ms), true);
        }
        assert_eq!((pace.allowed(), pace.grows_at()), (12, None));
        pace.emptied(7);
        assert_eq!(pace.allowed(), 7);
    }

    #[test]
    fn failures_leave_two_and_success_brings_back_the_five() {
        let mut pace = Pace::new(1000);
        (0..10).for_each(|_| pace.failed());
        assert_eq!(pace.allowed(), 2);
        (0..10).for_each(|_| pace.delivered());
        assert_eq!(pace.allowed(), 5);
        assert_eq!(Pace::new(3).allowed(), 3);
    }
}
