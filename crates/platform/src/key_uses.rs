//! When lasting access keys were used last, for `GetAccessKeyLastUsed`.
//!
//! Table `credential-uses`: access key id → JSON of [`KeyUse`]. It is written once a minute for each
//! key at most, since a key may sign thousands of requests in a second; what came after lies in the
//! memory of the process that saw it.

use crate::{Records, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
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

/// What this process knows of uses.
#[derive(Default)]
pub(crate) struct KeyUses {
    /// The last use of each key, and when one was written.
    seen: Mutex<BTreeMap<String, (KeyUse, i64)>>,
}

impl KeyUses {
    /// Notes a use.
    pub(crate) async fn note(&self, tables: &dyn Tables, id: &str, now: KeyUse) {
        {
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            let before = seen.get(id).map(|(_, written_ms)| *written_ms);
            let is_fresh = before.is_some_and(|at| now.at_ms - at < WRITTEN_EVERY_MS);
            let written_ms = before.filter(|_| is_fresh).unwrap_or(now.at_ms);
            seen.insert(id.to_owned(), (now.clone(), written_ms));
            if is_fresh {
                return;
            }
        }
        let written = async {
            let batch = Batch::new().put(USES.table, id.as_bytes(), USES.encode(&now)?);
            Ok::<_, crate::Error>(tables.commit(batch).await?)
        };
        if let Err(error) = written.await {
            tracing::debug!(%error, id, "the use of an access key was not written down");
        }
    }

    /// The last use of a key that is known.
    pub(crate) async fn last(&self, tables: &dyn Tables, id: &str) -> Result<Option<KeyUse>> {
        let written = USES.get(tables, id.as_bytes()).await?;
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.get(id).map(|(last, _)| last.clone());
        Ok(written.into_iter().chain(seen).max_by_key(|it| it.at_ms))
    }

    /// The batch that deletes a key, which also takes what is written of it.
    pub(crate) fn forgotten(&self, batch: Batch, id: &str) -> Batch {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
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
            at_once(uses.note(tables, "K", used(at_ms, service)));
            assert_eq!(at_once(uses.last(tables, "K")).unwrap(), Some(used(at_ms, service)));
            let other = KeyUses::default();
            assert_eq!(at_once(other.last(tables, "K")).unwrap().unwrap().at_ms, written);
        }
        let batch = uses.forgotten(Batch::new(), "K");
        at_once(tables.commit(batch)).unwrap();
        assert_eq!(at_once(uses.last(tables, "K")).unwrap(), None);
    }
}
