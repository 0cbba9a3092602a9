//! The pass through a bucket that removes what has expired: once when rules are set, and at each
//! midnight (UTC) from then on, as a deadline of the bucket.
//!
//! A pass is made in slices, each a deadline of its own, which knows where the one before it stopped:
//! so a pass through millions of objects holds up no other deadline, and goes on where it was when
//! its process dies. Each slice goes by the bucket's rules as they are then, and so does each commit.

use super::{DAY_MS, aborts, expires};
use crate::bucket::{self, BUCKETS, Reached};
use crate::conditions::WriteCondition;
use crate::notify::{Deed, SENDER};
use crate::object::{self, OBJECTS};
use crate::remove::Removal;
use crate::service::{Place, S3};
use crate::upload::{self, UPLOADS};
use platform::{Deadline, Deadlines, Principal, Result, commit_if, finish};
use shapes::Timestamp;
use std::sync::{Arc, Weak};
use store::{Batch, KeyRange, Scan};

/// The kind of the deadlines. The id is a bucket's name, a zero byte and its incarnation; where a pass
/// goes on, a zero byte follows, what is looked at, and the row behind which it goes on.
const KIND: &str = "s3-lifecycle";

/// How many rows are looked at at once.
const PAGE: usize = 500;
/// After how many rows, and after how many of them that go, a slice ends.
const LOOKED: usize = 10_000;
const REMOVED: usize = 100;

/// The deadline of a bucket's next pass.
pub(crate) fn deadline(name: &str, incarnation: &str, due: Timestamp) -> Deadline {
    Deadline::new(KIND, format!("{name}\0{incarnation}"), due)
}

/// Makes passes from here on.
pub(crate) fn keep(service: &Arc<S3>) {
    let weak: Weak<S3> = Arc::downgrade(service);
    service.platform.deadlines.register(KIND, move |deadline| {
        let service = weak.upgrade();
        async move {
            match service {
                Some(service) => finish(async move { service.pass(&deadline).await }).await,
                None => Ok(()),
            }
        }
    });
}

/// What a slice looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Objects,
    Uploads,
}

/// Where a pass goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct At {
    of: Of,
    /// Behind this row.
    after: Vec<u8>,
}

/// Which bucket a deadline is about, of which incarnation, and where its pass goes on.
fn read(id: &[u8]) -> (&str, &str, At) {
    let mut parts = id.splitn(3, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let (name, incarnation, at) = (part(), part(), part());
    let at = match at.split_first() {
        Some((b'u', after)) => At { of: Of::Uploads, after: after.to_vec() },
        Some((_, after)) => At { of: Of::Objects, after: after.to_vec() },
        None => At { of: Of::Objects, after: Vec::new() },
    };
    let text = |bytes| std::str::from_utf8(bytes).unwrap_or_default();
    (text(name), text(incarnation), at)
}

impl At {
    /// The deadline of the slice that goes on here.
    fn deadline(&self, reached: &Reached, due: Timestamp) -> Deadline {
        let of = match self.of {
            Of::Objects => b'o',
            Of::Uploads => b'u',
        };
        let mut id = format!("{}\0{}\0", reached.name, reached.bucket.incarnation).into_bytes();
        id.push(of);
        id.extend_from_slice(&self.after);
        Deadline::new(KIND, id, due)
    }

    fn range(&self, prefix: &[u8]) -> KeyRange {
        let range = KeyRange::prefix(prefix);
        if self.after.is_empty() { range } else { range.after(&self.after) }
    }
}

/// How far a slice has come.
struct Slice {
    at: At,
    looked: usize,
    removed: usize,
}

impl Slice {
    fn is_over(&self) -> bool {
        self.looked >= LOOKED || self.removed >= REMOVED
    }

    /// Another row is done with.
    fn passed(&mut self, row: &[u8], is_removed: bool) {
        self.at.after = row.to_vec();
        self.looked += 1;
        self.removed += usize::from(is_removed);
    }
}

impl S3 {
    async fn pass(&self, deadline: &Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let (name, incarnation, at) = read(&deadline.id);
        let found = bucket::find(tables, name).await?;
        let has_rules = |it: &Arc<Reached>| {
            it.bucket.incarnation == incarnation && !it.bucket.settings.lifecycle.is_empty()
        };
        let mut batch = Deadlines::done(Batch::new(), deadline);
        if let Some(reached) = found.filter(has_rules) {
            let now = self.platform.clock.now();
            let next = match self.slice(&reached, at, now).await? {
                Some(at) => at.deadline(&reached, now),
                None => {
                    let midnight = (now.millis().div_euclid(DAY_MS) + 1) * DAY_MS;
                    self::deadline(name, incarnation, Timestamp(midnight))
                }
            };
            batch = Deadlines::set(batch, &next);
        }
        match self.platform.deadlines.commit(batch.freeing()).await {
            // Another run has done the same.
            Ok(()) | Err(store::Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Goes on with a pass from here, and says where the next slice does, unless all is done.
    async fn slice(&self, reached: &Arc<Reached>, at: At, now: Timestamp) -> Result<Option<At>> {
        let mut slice = Slice { at, looked: 0, removed: 0 };
        if slice.at.of == Of::Objects {
            if !self.expire(reached, &mut slice, now).await? {
                return Ok(Some(slice.at));
            }
            slice.at = At { of: Of::Uploads, after: Vec::new() };
        }
        let is_done = self.give_up(reached, &mut slice, now).await?;
        Ok((!is_done).then_some(slice.at))
    }

    /// Removes objects that have expired, and says whether none is left.
    async fn expire(
        &self,
        reached: &Arc<Reached>,
        slice: &mut Slice,
        now: Timestamp,
    ) -> Result<bool> {
        let rules = &reached.bucket.settings.lifecycle;
        let (name, account, region) =
            (&reached.name, &*reached.bucket.account, &*reached.bucket.region);
        let cx = self.platform.context(Principal::service(SENDER), account, region);
        let deed = Deed { cx: &cx, event: "LifecycleExpiration:Delete" };
        let prefix = object::prefix(name);
        loop {
            let scan = Scan { range: slice.at.range(&prefix), limit: PAGE, reverse: false };
            let found = OBJECTS.scan(&*self.platform.store.tables, scan).await?;
            for (row, object) in &found {
                if slice.is_over() {
                    return Ok(false);
                }
                let key = row.get(prefix.len()..).and_then(|key| std::str::from_utf8(key).ok());
                let has_expired = |key: &&str| {
                    expires(rules, key, object).is_some_and(|(at, _)| at <= now.millis())
                };
                let Some(key) = key.filter(has_expired) else {
                    slice.passed(row, false);
                    continue;
                };
                let place = Place { bucket: name, reached, key };
                let condition = WriteCondition::Expired(now);
                let removal = Removal { condition, ..Removal::default() };
                match self.remove(&deed, &place, &removal).await {
                    // It does not expire any more, or the bucket is gone.
                    Err(error) if !error.is_server_fault() => {}
                    other => {
                        other?;
                    }
                }
                slice.passed(row, true);
            }
            if found.len() < PAGE {
                return Ok(true);
            }
        }
    }

    /// Gives up uploads that were not completed in time, and says whether none is left.
    async fn give_up(
        &self,
        reached: &Arc<Reached>,
        slice: &mut Slice,
        now: Timestamp,
    ) -> Result<bool> {
        let tables = &*self.platform.store.tables;
        let rules = &reached.bucket.settings.lifecycle;
        let prefix = upload::rows_of_prefix(&reached.name, "");
        loop {
            let scan = Scan { range: slice.at.range(&prefix), limit: PAGE, reverse: false };
            let found = tables.scan(UPLOADS.table, scan).await?;
            for (row, bytes) in &found {
                if slice.is_over() {
                    return Ok(false);
                }
                let upload = UPLOADS.decode(row, bytes)?;
                let read = upload::read_row(&reached.name, row);
                let is_due = |(key, _): &(String, String)| {
                    let end = aborts(rules, key, upload.initiated_ms);
                    end.is_some_and(|(at, _)| at <= now.millis())
                };
                let Some((_, id)) = read.filter(is_due) else {
                    slice.passed(row, false);
                    continue;
                };
                let batch = Batch::new().equals(UPLOADS.table, &row[..], bytes.clone());
                let stands = reached.bytes.clone();
                let batch = batch.equals(BUCKETS.table, reached.name.as_bytes(), stands);
                if commit_if(tables, upload::ended(batch, row, &id).freeing()).await? {
                    upload::clear_or_warn(self.ledger.clone(), id).await;
                } else if !self.stands(reached).await? {
                    // The next slice goes by what is set now.
                    return Ok(false);
                }
                slice.passed(row, true);
            }
            if found.len() < PAGE {
                return Ok(true);
            }
        }
    }

    /// Whether a bucket is as it was read.
    async fn stands(&self, reached: &Reached) -> Result<bool> {
        let tables = &*self.platform.store.tables;
        let found = bucket::find(tables, &reached.name).await?;
        Ok(found.is_some_and(|it| it.bytes == reached.bytes))
    }
}

#[cfg(test)]
mod tests;
