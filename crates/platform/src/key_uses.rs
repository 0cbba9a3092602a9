//! When lasting access keys were used last, for `GetAccessKeyLastUsed`.
//!
//! Table `credential-uses`: access key id → JSON of [`KeyUse`]. It is written once a minute for each
//! key at most, since a key may sign thousands of requests in a second; what came after lies in the
//! memory of the process that saw it.

use crate::{Records, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{PoisonError, RwLock};
use store::{Batch, Table, Tables};

static USES: Records<KeyUse> = Records::new(Table("credential-uses"));

/// How old what is written of a key may be, in milliseconds.
const WRITTEN_EVERY_MS: i64 = 60_000;

/// A use of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyUse {
    /// Milliseconds since the epoch.
    pub at_ms: i64,
    /// The name that the service is signed for with, such as `kinesis`.
    pub service: String,
    /// The region that was signed for.
    pub region: String,
}

/// How many keys a process remembers. Of others what is written is known, which is a minute old at
/// most.
const MOST: usize = 1000;

/// What this process knows of uses.
#[derive(Default)]
pub(crate) struct KeyUses {
    /// By the keys' ids.
    seen: RwLock<BTreeMap<String, Seen>>,
}

/// The last use of a key.
struct Seen {
    /// Moved on without another lock while the key is used for the same.
    at_ms: AtomicI64,
    service: String,
    region: String,
    /// When a use was written.
    written_ms: i64,
}

impl Seen {
    fn is_fresh(&self, now_ms: i64) -> bool {
        now_ms - self.written_ms < WRITTEN_EVERY_MS
    }

    fn last(&self) -> KeyUse {
        let (service, region) = (self.service.clone(), self.region.clone());
        KeyUse { at_ms: self.at_ms.load(Ordering::Relaxed), service, region }
    }
}

impl KeyUses {
    /// Notes a use, which is one of thousands in a second: nothing but a time is written then.
    pub(crate) async fn note(
        &self,
        tables: &dyn Tables,
        id: &str,
        at_ms: i64,
        (service, region): (&str, &str),
    ) {
        {
            let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
            let same = |it: &&Seen| it.service == service && it.region == region;
            if let Some(seen) = seen.get(id).filter(same).filter(|it| it.is_fresh(at_ms)) {
                seen.at_ms.fetch_max(at_ms, Ordering::Relaxed);
                return;
            }
        }
        let now = KeyUse { at_ms, service: service.to_owned(), region: region.to_owned() };
        if self.remember(id, &now) {
            return;
        }
        let written = async {
            let batch = Batch::new().put(USES.table, id.as_bytes(), USES.encode(&now)?);
            Ok::<_, crate::Error>(tables.commit(batch).await?)
        };
        if let Err(error) = written.await {
            tracing::debug!(%error, id, "the use of an access key was not written down");
        }
    }

    /// Remembers a use, and says whether one was written lately.
    fn remember(&self, id: &str, now: &KeyUse) -> bool {
        let mut seen = self.seen.write().unwrap_or_else(PoisonError::into_inner);
        let before = seen.get(id).filter(|it| it.is_fresh(now.at_ms)).map(|it| it.written_ms);
        if before.is_none() && seen.len() >= MOST && !seen.contains_key(id) {
            seen.retain(|_, it| it.is_fresh(now.at_ms));
            let at_ms = |it: &Seen| it.at_ms.load(Ordering::Relaxed);
            let oldest = seen.iter().min_by_key(|(_, it)| at_ms(it)).map(|(id, _)| id.clone());
            oldest.filter(|_| seen.len() >= MOST).and_then(|oldest| seen.remove(&oldest));
        }
        let next = Seen {
            at_ms: AtomicI64::new(now.at_ms),
            service: now.service.clone(),
            region: now.region.clone(),
            written_ms: before.unwrap_or(now.at_ms),
        };
        seen.insert(id.to_owned(), next);
        before.is_some()
    }

    /// The last use of a key that is known.
    pub(crate) async fn last(&self, tables: &dyn Tables, id: &str) -> Result<Option<KeyUse>> {
        let written = USES.get(tables, id.as_bytes()).await?;
        let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.get(id).map(Seen::last);
        Ok(written.into_iter().chain(seen).max_by_key(|it| it.at_ms))
    }

    /// The batch that deletes a key, which also takes what is written of it.
    pub(crate) fn forgotten(&self, batch: Batch, id: &str) -> Batch {
        self.seen.write().unwrap_or_else(PoisonError::into_inner).remove(id);
        batch.delete(USES.table, id.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{at_once, context, platform};

    fn used(at_ms: i64, service: &str) -> KeyUse {
        KeyUse { at_ms, service: service.into(), region: "us-east-1".into() }
    }

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"at_ms":5,"service":"s3","region":"us-east-1"}"#;
        assert_eq!(USES.decode(b"AKIA1", stored).unwrap(), used(5, "s3"));
    }

    #[test]
    fn the_last_use_is_known_at_once_and_written_once_a_minute() {
        let cx = context(&platform().0);
        let (uses, tables) = (KeyUses::default(), cx.tables());
        assert_eq!(at_once(uses.last(tables, "K")).unwrap(), None);
        for (at_ms, service, written) in
            [(1, "s3", 1), (59_999, "iam", 1), (60_001, "sqs", 60_001), (60_002, "sns", 60_001)]
        {
            at_once(uses.note(tables, "K", at_ms, (service, "us-east-1")));
            assert_eq!(at_once(uses.last(tables, "K")).unwrap(), Some(used(at_ms, service)));
            let other = KeyUses::default();
            assert_eq!(at_once(other.last(tables, "K")).unwrap().unwrap().at_ms, written);
        }
        let batch = uses.forgotten(Batch::new(), "K");
        at_once(tables.commit(batch)).unwrap();
        assert_eq!(at_once(uses.last(tables, "K")).unwrap(), None);
    }

    #[test]
    fn of_many_keys_the_last_ones_are_remembered_and_the_others_written() {
        let cx = context(&platform().0);
        let (uses, tables) = (KeyUses::default(), cx.tables());
        let many = i64::try_from(MOST).unwrap() + 10;
        for at_ms in 0..many {
            at_once(uses.note(tables, &format!("K{at_ms}"), at_ms, ("s3", "us-east-1")));
        }
        assert_eq!(uses.seen.read().unwrap().len(), MOST);
        // The same use again is remembered without being written.
        at_once(uses.note(tables, "K500", many, ("s3", "us-east-1")));
        assert_eq!(at_once(uses.last(tables, "K500")).unwrap().unwrap().at_ms, many);
        assert_eq!(at_once(uses.last(tables, "K0")).unwrap().unwrap().at_ms, 0);
        // After a minute all but what is used then is let go.
        at_once(uses.note(tables, "other", many + WRITTEN_EVERY_MS, ("s3", "us-east-1")));
        assert_eq!(uses.seen.read().unwrap().len(), 1);
        assert_eq!(at_once(uses.last(tables, "K500")).unwrap().unwrap().at_ms, 500);
    }
}
