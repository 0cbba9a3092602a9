//! What a pass does to delete markers, and to versions that are no longer current.

use super::super::versions::{Old, asks, marker_goes};
use super::{At, PAGE, Slice, Step};
use crate::bucket::Reached;
use crate::changes::Changes;
use crate::lock;
use crate::notify::Deed;
use crate::object;
use crate::remove::Removed;
use crate::service::{Place, S3};
use crate::version::{self, Kept, MARKERS, Past, VERSIONS};
use bytes::Bytes;
use platform::{Context, Result};
use shapes::Timestamp;
use std::sync::Arc;
use store::{Batch, Scan};

/// The deed of a version that goes.
const GONE: &str = "LifecycleExpiration:Delete";

/// How much of a version's row is behind its key: two zero bytes and its order.
const BEHIND_KEY: usize = 10;

impl S3 {
    /// Removes delete markers of whose keys nothing else is left, and says whether none is left.
    pub(super) async fn expire_markers(
        &self,
        reached: &Arc<Reached>,
        slice: &mut Slice,
        now: Timestamp,
    ) -> Result<bool> {
        let settings = &reached.bucket.settings;
        let rules = &settings.lifecycle;
        if settings.versioning.is_none() || rules.iter().all(|rule| rule.expiration.is_none()) {
            return Ok(true);
        }
        let tables = &*self.platform.store.tables;
        let cx = self.lifecycle_context(reached);
        let prefix = object::prefix(&reached.name);
        loop {
            let scan = Scan { range: slice.at.range(&prefix), limit: PAGE, reverse: false };
            let found = tables.scan(MARKERS.table, scan).await?;
            for (row, bytes) in &found {
                if slice.is_over() {
                    return Ok(false);
                }
                let marker = MARKERS.decode(row, bytes)?;
                let key = row.get(prefix.len()..).and_then(|key| std::str::from_utf8(key).ok());
                let goes = |key: &&str| marker_goes(rules, key, marker.modified_ms, now);
                let mut step = Step::Kept;
                if let Some(key) = key.filter(goes) {
                    let versions = version::rows_of_key(&reached.name, key);
                    let versions = Scan::prefix(&versions).limit(1);
                    if tables.scan(VERSIONS.table, versions).await?.is_empty() {
                        // None comes below a marker as long as it is current.
                        let mut changes = Changes::new(tables, reached);
                        changes.demand(MARKERS.table, row, bytes.clone());
                        changes.delete(MARKERS.table, row);
                        let gone = Removed::Gone(Kept::Marker(marker));
                        step = self.let_go(changes, &cx, (reached, key), &gone).await?;
                    }
                }
                if step == Step::BucketChanged {
                    return Ok(false);
                }
                slice.passed(row, step == Step::Done);
            }
            if found.len() < PAGE {
                return Ok(true);
            }
        }
    }

    /// Removes or moves versions of which that is due, and says whether none is left.
    pub(super) async fn expire_versions(
        &self,
        reached: &Arc<Reached>,
        slice: &mut Slice,
        now: Timestamp,
    ) -> Result<bool> {
        let settings = &reached.bucket.settings;
        if settings.versioning.is_none() || !asks(&settings.lifecycle) {
            return Ok(true);
        }
        let tables = &*self.platform.store.tables;
        let cx = self.lifecycle_context(reached);
        let prefix = version::rows_of_prefix(&reached.name, "");
        loop {
            let scan = Scan { range: slice.at.range(&prefix), limit: PAGE, reverse: false };
            let found = tables.scan(VERSIONS.table, scan).await?;
            for (row, bytes) in &found {
                if slice.is_over() {
                    return Ok(false);
                }
                let newer = newer_than(row, &slice.at);
                let past = VERSIONS.decode(row, bytes)?;
                let step = self.version_step(&cx, reached, (row, bytes, past, newer), now).await?;
                if step == (Step::BucketChanged, false) {
                    return Ok(false);
                }
                let (step, is_gone) = step;
                slice.passed(row, step == Step::Done);
                slice.at.count = newer.saturating_add(i32::from(!is_gone));
            }
            if found.len() < PAGE {
                return Ok(true);
            }
        }
    }

    /// Does with a version what is due, and says whether it is gone.
    async fn version_step(
        &self,
        cx: &Context,
        reached: &Arc<Reached>,
        (row, bytes, past, newer): (&Bytes, &Bytes, Past, i32),
        now: Timestamp,
    ) -> Result<(Step, bool)> {
        let settings = &reached.bucket.settings;
        let rules = &settings.lifecycle;
        let Some(key) = version::key_of_row(&reached.name, row) else {
            return Ok((Step::Kept, false));
        };
        let (object, since_ms) = (past.kept.object(), past.since_ms);
        let old = Old { key: &key, object, since_ms, newer };
        let goes = old.goes(rules, now);
        let class = old.moves_to((rules, settings.least_moved), now).map(str::to_owned);
        let mut changes = Changes::new(cx.tables(), reached);
        changes.demand(VERSIONS.table, row, bytes.clone());
        if goes {
            if let Some(object) = past.kept.object() {
                if lock::may_remove(object, now, false).is_err() {
                    return Ok((Step::Kept, false));
                }
                if changes.leave(&object.content).await?.is_err() {
                    return Ok((Step::Kept, false));
                }
            }
            changes.delete(VERSIONS.table, row);
            let gone = Removed::Gone(past.kept);
            let step = self.let_go(changes, cx, (reached, &key), &gone).await?;
            return Ok((step, step == Step::Done));
        }
        let (Some(class), Kept::Object(mut object)) = (class, past.kept) else {
            return Ok((Step::Kept, false));
        };
        object.headers.storage_class = Some(class);
        let value = VERSIONS.encode(&Past { since_ms, kept: Kept::Object(object.clone()) })?;
        changes.put(VERSIONS.table, row, value);
        let place = Place { bucket: &reached.name, reached, key: &key };
        let step = self.tell_moved(changes, cx, &place, &object).await?;
        Ok((step, false))
    }

    /// Commits that something is gone.
    async fn let_go(
        &self,
        changes: Changes<'_>,
        cx: &Context,
        (reached, key): (&Arc<Reached>, &str),
        gone: &Removed,
    ) -> Result<Step> {
        let deed = Deed { cx, event: GONE };
        let tell = |batch: Batch| {
            self.tell_removed(batch, &deed, reached, (key, gone)).map(Batch::freeing)
        };
        self.commit(changes, tell).await.map(Step::of)
    }
}

/// How many versions of its key are newer than this row's, and no longer current either.
fn newer_than(row: &[u8], at: &At) -> i32 {
    let of_key = |row: &[u8]| row.len().checked_sub(BEHIND_KEY).map(|end| row[..end].to_vec());
    if of_key(row) == of_key(&at.after) { at.count } else { 0 }
}
