//! The numbers that a mapping's settings come down to.

use platform::Limits;
use shapes::Timestamp;

/// How a machine batches, retries and gives up.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// `BatchSize`.
    pub batch_size: usize,
    /// `MaximumBatchingWindowInSeconds`, in milliseconds.
    pub window_ms: i64,
    /// The most bytes of records in one event.
    pub payload_bytes: usize,
    /// `ParallelizationFactor`.
    pub lanes: usize,
    /// `MaximumRetryAttempts`; `None` is without end.
    pub most_retries: Option<u32>,
    /// `MaximumRecordAgeInSeconds`, in milliseconds; `None` is without end.
    pub most_age_ms: Option<i64>,
    /// `BisectBatchOnFunctionError`.
    pub bisect: bool,
    /// `TumblingWindowInSeconds`, in milliseconds; only with one lane.
    pub tumbling_ms: Option<i64>,
    /// Reading pauses while this many bytes wait for the function.
    pub most_bytes: usize,
    /// A read begins no sooner than this after the one before it, in milliseconds.
    pub read_every_ms: i64,
    /// The pauses between attempts.
    pub backoff: Backoff,
}

/// "Lambda polls each shard in your Kinesis stream for records at a base rate of once per second."
const READ_EVERY_MS: i64 = 1000;

impl Rules {
    /// The same, reading as often as AWS's where its limits are kept, so that others have their share
    /// of a shard's reads.
    pub fn under(self, limits: Limits) -> Self {
        let read_every_ms = if limits == Limits::Aws { READ_EVERY_MS } else { 0 };
        Self { read_every_ms, ..self }
    }

    /// Reading pauses while this many records are neither delivered nor disposed of: enough for every
    /// lane's next batch while one is in flight.
    pub fn most_outstanding(&self) -> usize {
        (self.batch_size * self.lanes.max(1) * 2).clamp(1_000, 40_000)
    }

    /// Whether a record that arrived then has become too old.
    pub fn is_too_old(&self, arrival: Timestamp, now: Timestamp) -> bool {
        self.expiry(arrival).is_some_and(|expiry| expiry <= now)
    }

    /// When a record that arrived then becomes too old.
    pub fn expiry(&self, arrival: Timestamp) -> Option<Timestamp> {
        self.most_age_ms.map(|age| Timestamp(arrival.millis().saturating_add(age)))
    }
}

/// Pauses that double from one failure to the next.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Backoff {
    /// The first pause.
    pub first_ms: i64,
    /// The longest pause.
    pub most_ms: i64,
}

impl Backoff {
    /// The pause after this many failures in a row, counted from 1.
    pub fn pause_ms(self, failures: u32) -> i64 {
        let doublings = failures.saturating_sub(1).min(20);
        self.first_ms.saturating_mul(1 << doublings).min(self.most_ms)
    }

    /// The end of the pause after this many failures in a row.
    pub fn after(self, now: Timestamp, failures: u32) -> Timestamp {
        Timestamp(now.millis().saturating_add(self.pause_ms(failures)))
    }
}

/// 0.2 s, 0.4 s, 0.8 s … 30 s.
impl Default for Backoff {
    fn default() -> Self {
        Self { first_ms: 200, most_ms: 30_000 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest() {
        let pauses: Vec<_> = (1..=10).map(|n| Backoff::default().pause_ms(n)).collect();
        let expected = [200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000];
        assert_eq!(pauses, expected);
        assert_eq!(Backoff::default().pause_ms(u32::MAX), 30_000);
    }
}
