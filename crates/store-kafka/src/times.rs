//! Times that never go back, though several processes write them.
//!
//! Each process stamps a record with its time, raised to the newest that it knows of the lane. What
//! others put in between it does not know: so a record's time is the newest stamp at or below it.
//! That is the same for whoever asks, at whatever time, and Kafka tells it by its index of times: a
//! stamp above another lies below an offset, or it does not. Who has read or written the record
//! before knows it without asking.

use crate::batch::Numbered;
use crate::cluster::Cluster;
use crate::failure::{Attempt, Trouble};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The machine's time in milliseconds.
pub(crate) fn now_ms() -> i64 {
    #[expect(clippy::disallowed_methods, reason = "nothing that is read back tells what it was")]
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A broker forgets a producer's numbers a day after the time of its last record
/// (`producer.id.expiration.ms`), of which we leave it an hour.
const REMEMBERED_MS: i64 = 3_600_000;

/// Whether a broker that starts may take a batch with this time again: it goes by the time that a
/// record bears, not by when it came.
pub(crate) fn may_be_forgotten(time_ms: i64) -> bool {
    now_ms().saturating_sub(time_ms) > REMEMBERED_MS
}

impl Cluster {
    /// Where the record with a number is, from an offset on, if it is anywhere.
    pub async fn find(&self, topic: &str, from: Option<i64>, by: Numbered) -> Attempt<Option<i64>> {
        let mut from = from.unwrap_or(0);
        loop {
            let fetched = self.fetch(topic, from, usize::MAX).await?;
            if let Some(found) = fetched.records.iter().find(|record| record.by == by) {
                return Ok(Some(found.offset));
            }
            match fetched.records.last() {
                Some(last) => from = last.offset + 1,
                None => return Ok(None),
            }
        }
    }

    /// The newest time of a topic's records; `None` when there is none.
    pub async fn newest_time(&self, topic: &str) -> Attempt<Option<i64>> {
        let mut patience = self.patience();
        let newest = loop {
            match self.newest(topic).await? {
                // A broker names none while the newest, of another process, is not to be read yet.
                None if self.end(topic).await? > self.start(topic).await? => {
                    let why = format!("Kafka: the newest time of {topic} is not told yet");
                    patience.after(Trouble::Later(why)).await?;
                }
                newest => break newest,
            }
        };
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

    /// The newest stamp below an offset; `at_least` if none is newer. It goes in steps that double, and
    /// back by halves: the topic's newest stamp says nothing, since a broker names none while that record
    /// is not to be read yet.
    pub async fn newest_below(&self, topic: &str, at_least: i64, below: i64) -> Attempt<i64> {
        let (mut newest, mut step) = (at_least.max(0), 1_i64);
        let mut at_most = loop {
            let beyond = newest.saturating_add(step);
            match self.first_at(topic, beyond).await? {
                Some(found) if found.offset < below => newest = found.stamp,
                _ => break beyond - 1,
            }
            step = step.saturating_mul(2);
        };
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
