//! How fast a subscription gives records.

use platform::{Limits, Rate, TokenBucket};
use shapes::Timestamp;
use std::time::Duration;

/// What a consumer gets of each shard in a second ("Quotas and limits", enhanced fan-out): 2 MiB.
const RATE: Rate = Rate::per_second(2 << 20);

/// The pace of one subscription. Without limits there is none.
pub(crate) struct Pace(Option<TokenBucket>);

impl Pace {
    /// The pace of a subscription that begins now.
    pub fn new(limits: Limits, now: Timestamp) -> Self {
        Self((limits == Limits::Aws).then(|| TokenBucket::full(RATE, now)))
    }

    /// How long until it may give more.
    pub fn wait(&self, now: Timestamp) -> Duration {
        self.0.as_ref().map_or(Duration::ZERO, |bucket| bucket.wait(now, 1))
    }

    /// It gives so many bytes.
    pub fn gave(&mut self, now: Timestamp, bytes: usize) {
        if let Some(bucket) = &mut self.0 {
            bucket.take(now, bytes as u64);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_mebibytes_a_second_where_limits_are_kept() {
        let mut pace = Pace::new(Limits::Aws, Timestamp(0));
        pace.gave(Timestamp(0), 1 << 20);
        assert!(pace.wait(Timestamp(0)).is_zero());
        pace.gave(Timestamp(0), 3 << 20);
        assert_eq!(pace.wait(Timestamp(0)), Duration::from_millis(1001));
        let mut pace = Pace::new(Limits::None, Timestamp(0));
        pace.gave(Timestamp(0), usize::MAX);
        assert!(pace.wait(Timestamp(0)).is_zero());
    }
}
