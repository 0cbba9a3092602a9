//! The pass through a bucket that removes what has expired: once when rules are set, and at each
//! midnight (UTC) from then on, as a deadline of the bucket.

use super::{DAY_MS, aborts, expires};
use crate::bucket::{self, Reached};
use crate::conditions::WriteCondition;
use crate::notify::{Deed, SENDER};
use crate::object::{self, OBJECTS};
use crate::service::{Place, S3};
use crate::upload::{self, UPLOADS};
use platform::{Deadline, Deadlines, Principal, Result, commit_if, finish};
use shapes::Timestamp;
use std::sync::{Arc, Weak};
use store::{Batch, KeyRange, Scan};

/// The kind of the deadlines. The id is a bucket's name, a zero byte and its incarnation.
const KIND: &str = "s3-lifecycle";

/// How many rows are looked at at once.
const PAGE: usize = 500;

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

impl S3 {
    async fn pass(&self, deadline: &Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let id = String::from_utf8_lossy(&deadline.id);
        let (name, incarnation) = id.split_once('\0').unwrap_or((&id, ""));
        let found = bucket::find(tables, name).await?;
        let has_rules = |it: &Arc<Reached>| {
            it.bucket.incarnation == incarnation && !it.bucket.settings.lifecycle.is_empty()
        };
        let mut batch = Deadlines::done(Batch::new(), deadline);
        if let Some(reached) = found.filter(has_rules) {
            let now = self.platform.clock.now();
            self.expire(&reached, now).await?;
            self.give_up(&reached, now).await?;
            let next = Timestamp((now.millis().div_euclid(DAY_MS) + 1) * DAY_MS);
            batch = Deadlines::set(batch, &self::deadline(name, incarnation, next));
        }
        match self.platform.deadlines.commit(batch.freeing()).await {
            // Another run has done the same.
            Ok(()) | Err(store::Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes the objects that have expired.
    async fn expire(&self, reached: &Arc<Reached>, now: Timestamp) -> Result<()> {
        let rules = &reached.bucket.settings.lifecycle;
        let (name, account, region) =
            (&reached.name, &*reached.bucket.account, &*reached.bucket.region);
        let cx = self.platform.context(Principal::service(SENDER), account, region);
        let deed = Deed { cx: &cx, event: "LifecycleExpiration:Delete" };
        let prefix = object::prefix(name);
        let mut range = KeyRange::prefix(&prefix);
        loop {
            let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
            let found = OBJECTS.scan(&*self.platform.store.tables, scan).await?;
            for (row, object) in &found {
                let key = row.get(prefix.len()..).and_then(|key| std::str::from_utf8(key).ok());
                let Some(key) = key else { continue };
                if expires(rules, key, object).is_none_or(|(at, _)| at > now.millis()) {
                    continue;
                }
                let place = Place { bucket: name, reached, key };
                let unchanged = WriteCondition::Unchanged(object.modified_ms);
                match self.replace(&deed, &place, &unchanged, None, Ok).await {
                    // It was replaced or removed meanwhile, or the bucket was.
                    Err(error) if !error.is_server_fault() => {}
                    other => {
                        other?;
                    }
                }
            }
            match found.last() {
                Some((last, _)) if found.len() == PAGE => range = range.after(last),
                _ => return Ok(()),
            }
        }
    }

    /// Gives up the uploads that were not completed in time.
    async fn give_up(&self, reached: &Arc<Reached>, now: Timestamp) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let rules = &reached.bucket.settings.lifecycle;
        let mut range = KeyRange::prefix(&upload::rows_of_prefix(&reached.name, ""));
        loop {
            let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
            let found = tables.scan(UPLOADS.table, scan).await?;
            for (row, bytes) in &found {
                let upload = UPLOADS.decode(row, bytes)?;
                let Some((key, id)) = upload::read_row(&reached.name, row) else { continue };
                let end = aborts(rules, &key, upload.initiated_ms);
                if end.is_none_or(|(at, _)| at > now.millis()) {
                    continue;
                }
                let batch = Batch::new().equals(UPLOADS.table, &row[..], bytes.clone());
                if commit_if(tables, upload::ended(batch, row, &id).freeing()).await? {
                    upload::clear_or_warn(self.ledger.clone(), id).await;
                }
            }
            match found.last() {
                Some((last, _)) if found.len() == PAGE => range = range.after(last),
                _ => return Ok(()),
            }
        }
    }
}
