//! For how long groups keep their events ("PutRetentionPolicy" in the API reference).
//!
//! What is older is not read any more, from the very millisecond on. Its rows go when the group's
//! deadline comes: not before one of them can have become too old, and once an hour at most. Many
//! rows go in slices, each a deadline of its own, so that no other deadline waits for them.

use crate::Logs;
use crate::events::edge;
use crate::records::event::{self, EVENTS, Position};
use crate::records::group::{self, GROUPS, Group, Retention};
use platform::{Context, Deadline, Deadlines, Platform, Result};
use shapes::Timestamp;
use std::sync::{Arc, Weak};
use store::{Batch, KeyRange};

/// The kind of the deadlines; the id is the group's key.
const KIND: &str = "log-retention";
/// How long there is between two removals at least, and while a group has no events.
const LEAST_MS: i64 = 3_600_000;
const WITHOUT_EVENTS_MS: i64 = group::DAY_MS;
/// How many rows go in a slice.
const SLICE: usize = 20_000;

fn deadline(key: &[u8], due_ms: i64) -> Deadline {
    Deadline::new(KIND, key, Timestamp(due_ms))
}

/// The batch that takes a group's retention, which also clears its deadline.
pub fn cleared(batch: Batch, key: &[u8], group: &Group) -> Batch {
    match &group.retention {
        Some(retention) => Deadlines::clear(batch, &deadline(key, retention.sweep_ms)),
        None => batch,
    }
}

/// Removes what is due from now on.
pub fn keep_deadlines(platform: &Platform, service: &Arc<Logs>) {
    let service: Weak<Logs> = Arc::downgrade(service);
    platform.deadlines.register(KIND, move |deadline| {
        let service = service.upgrade();
        async move {
            match service {
                Some(service) => service.remove_expired(deadline).await,
                None => Ok(()),
            }
        }
    });
}

impl Logs {
    /// Sets for how many days a group keeps events, or that it keeps them for ever.
    pub(crate) async fn set_retention(
        &self,
        cx: &Context,
        name: &str,
        days: Option<u32>,
    ) -> Result<()> {
        let sweep_ms = cx.now().millis();
        self.change_group(cx, name, |key, group, batch| {
            let batch = cleared(batch, key, group);
            group.retention = days.map(|days| Retention { days, sweep_ms });
            Ok(match days {
                Some(_) => Deadlines::set(batch, &deadline(key, sweep_ms)),
                None => batch,
            })
        })
        .await
    }

    async fn remove_expired(&self, due: Deadline) -> Result<()> {
        let (tables, key) = (self.tables(), &due.id[..]);
        loop {
            let done = Deadlines::done(Batch::new(), &due);
            let found = GROUPS.get_with_bytes(tables, key).await?;
            let of_deadline = found.and_then(|(group, bytes)| {
                let retention = group.retention.clone()?;
                (retention.sweep_ms == due.due.millis()).then_some((group, retention, bytes))
            });
            let batch = match of_deadline {
                Some((group, retention, bytes)) => {
                    let next = self.remove_older(&group, &retention, SLICE).await?;
                    // A slice that follows has a deadline of its own.
                    let soon = self.platform.clock.now().millis().max(due.due.millis() + 1);
                    let sweep_ms = next.unwrap_or(soon);
                    let retention = Some(Retention { sweep_ms, ..retention });
                    let stored = GROUPS.encode(&Group { retention, ..group })?;
                    let batch = done.equals(GROUPS.table, key, bytes);
                    let batch = batch.put(GROUPS.table, key, stored);
                    Deadlines::set(batch, &deadline(key, sweep_ms))
                }
                None => done,
            };
            match self.platform.deadlines.commit(batch).await {
                // It was cleared meanwhile.
                Ok(()) | Err(store::Error::Conflict(0)) => return Ok(()),
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Removes rows of what a group keeps no more, `most` of them at most, and gives when to look again;
    /// nothing where it is to be gone on.
    async fn remove_older(
        &self,
        group: &Group,
        retention: &Retention,
        most: usize,
    ) -> Result<Option<i64>> {
        let now = self.platform.clock.now().millis();
        let first = Position::before(group.keeps_from_ms(now));
        let (mut left, mut oldest): (usize, Option<i64>) = (most, None);
        for stream in self.streams(group, "").await? {
            let prefix = event::prefix(&group.id, &stream.id);
            let range = KeyRange {
                start: event::key(&prefix, Position::START),
                end: Some(event::key(&prefix, first)),
            };
            left -= store::remove_some(self.tables(), EVENTS, range, left).await?;
            if left == 0 {
                return Ok(None);
            }
            if let Some(event) = edge(self.tables(), &prefix, first, false).await? {
                let time = event.position.time_ms.cast_signed();
                oldest = Some(oldest.map_or(time, |oldest| oldest.min(time)));
            }
        }
        let kept_ms = i64::from(retention.days) * group::DAY_MS;
        let next = oldest.map_or(now + WITHOUT_EVENTS_MS, |oldest| oldest + kept_ms + 1);
        Ok(Some(next.max(now + LEAST_MS)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use platform::testing::until;
    use shapes::logs::ops::{
        DeleteLogGroup, DeleteRetentionPolicy, GetLogEvents, PutRetentionPolicy,
    };
    use shapes::logs::*;
    use std::time::Duration;
    use store::Scan;

    const DAY: Duration = Duration::from_secs(86_400);

    #[tokio::test]
    async fn what_is_older_is_not_read_and_then_removed() {
        let at = setting().await;
        at.cx.platform().deadlines.start();
        at.put("a", &[(0, "old")]).await.unwrap();
        let retain = PutRetentionPolicyRequest { log_group_name: "g".into(), retention_in_days: 1 };
        at.cx.run::<PutRetentionPolicy, _>(&*at.service, retain).await.unwrap();
        at.clock.advance(DAY / 2);
        at.put("b", &[(0, "new")]).await.unwrap();
        let read = async |stream: &str| {
            let input = GetLogEventsRequest {
                log_group_name: Some("g".into()),
                log_stream_name: stream.into(),
                start_from_head: Some(true),
                ..Default::default()
            };
            let got = at.cx.run::<GetLogEvents, _>(&*at.service, input).await.unwrap();
            got.events.unwrap().len()
        };
        let rows = async || at.cx.tables().scan(EVENTS, Scan::prefix(b"")).await.unwrap().len();
        assert_eq!((read("a").await, read("b").await, rows().await), (1, 1, 2));
        at.clock.advance(DAY / 2 + Duration::from_millis(1));
        assert_eq!((read("a").await, read("b").await), (0, 1));
        until(async || {
            at.clock.advance(Duration::from_secs(60));
            rows().await == 1
        })
        .await;
        let late = at.put("a", &[(-25 * 3_600_000, "late"), (-3_600_000, "taken")]).await.unwrap();
        let rejected = late.rejected_log_events_info.unwrap();
        assert_eq!(rejected.expired_log_event_end_index, Some(1));
        assert_eq!(rejected.too_old_log_event_end_index, None);
        assert_eq!(read("a").await, 1);
        let forever = DeleteRetentionPolicyRequest { log_group_name: "g".into() };
        at.cx.run::<DeleteRetentionPolicy, _>(&*at.service, forever).await.unwrap();
        at.clock.advance(30 * DAY);
        assert_eq!((read("a").await, read("b").await), (1, 1));
    }

    #[tokio::test]
    async fn many_rows_go_in_slices() {
        let at = setting().await;
        for stream in ["a", "b"] {
            at.put(stream, &[(0, "1"), (0, "2"), (0, "3")]).await.unwrap();
        }
        at.clock.advance(2 * DAY);
        let (group, _) = at.service.group(&at.cx, "g").await.unwrap();
        let retention = Retention { days: 1, sweep_ms: 0 };
        let group = Group { retention: Some(retention.clone()), ..group };
        let rows = async || at.cx.tables().scan(EVENTS, Scan::prefix(b"")).await.unwrap().len();
        for left in [2, 0] {
            let next = at.service.remove_older(&group, &retention, 4).await.unwrap();
            assert_eq!((rows().await, next.is_some()), (left, left == 0));
        }
    }

    #[tokio::test]
    async fn a_deadline_goes_with_its_group() {
        let at = setting().await;
        let retain = PutRetentionPolicyRequest { log_group_name: "g".into(), retention_in_days: 3 };
        for _ in 0..2 {
            at.clock.advance(DAY);
            at.cx.run::<PutRetentionPolicy, _>(&*at.service, retain.clone()).await.unwrap();
        }
        let delete = DeleteLogGroupRequest { log_group_name: "g".into() };
        at.cx.run::<DeleteLogGroup, _>(&*at.service, delete).await.unwrap();
        let left = at.cx.tables().scan(store::Table("deadlines"), Scan::prefix(b"")).await.unwrap();
        assert_eq!(left, []);
    }
}
