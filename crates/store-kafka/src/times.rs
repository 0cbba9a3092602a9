//! Times that never go back, though several processes write them.
//!
//! Each process stamps a record with its time, raised to the newest that it knows of the lane. What
//! others put in between it does not know: so a record's time is the newest stamp at or below it.
//! That is the same for whoever asks, at whatever time, and Kafka tells it by its index of times: a
//! stamp above another lies below an offset, or it does not. Who has read or written the record
//! before knows it without asking.

use crate::cluster::Cluster;
use crate::failure::Attempt;

/// After so many steps from one newer stamp to the next, the difference is halved instead.
const STEPS: usize = 3;

impl Cluster {
    /// The newest time of a topic's records; `None` when there is none.
    pub async fn newest_time(&self, topic: &str) -> Attempt<Option<i64>> {
        let newest = self.newest(topic).await?;
        if newest != Some(0) {
            return Ok(newest);
        }
        // Times before 1970 share a stamp.
        let (mut from, mut newest) = (0, None);
        loop {
            let fetched = self.fetch(topic, from, usize::MAX).await?;
            let Some(last) = fetched.records.last() else { return Ok(newest) };
            from = last.offset + 1;
            newest = newest.max(fetched.records.iter().map(|record| record.time_ms).max());
        }
    }

    /// The newest stamp below an offset; `at_least` if none is newer.
    pub async fn newest_below(&self, topic: &str, at_least: i64, below: i64) -> Attempt<i64> {
        let mut newest = at_least.max(0);
        for _ in 0..STEPS {
            match self.first_at(topic, newest.saturating_add(1)).await? {
                Some(found) if found.offset < below => newest = found.stamp,
                _ => return Ok(newest),
            }
        }
        let mut at_most = self.newest(topic).await?.unwrap_or(newest);
        while newest < at_most {
            let middle = newest + (at_most - newest).div_euclid(2) + 1;
            match self.first_at(topic, middle).await? {
                Some(found) if found.offset < below => newest = found.stamp,
                _ => at_most = middle - 1,
            }
        }
        Ok(newest)
    }
}
