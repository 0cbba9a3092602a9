//! What is to happen to a key later: its deletion, its next rotation. Both follow from its record.

use crate::Kms;
use crate::keys::Found;
use crate::managed::DAY_MS;
use crate::records::key::{KEYS, Key};
use platform::{Context, Deadline, Deadlines, Principal, Result};
use shapes::Timestamp;
use std::sync::Arc;
use store::Batch;

/// The deadlines of keys. Their ids are the keys' rows.
const KIND: &str = "kms";

/// When something is to happen to a key. One that must not be used is not rotated; what was missed comes as
/// soon as it may be used again.
fn instant(key: Option<&Key>) -> Option<i64> {
    let key = key?;
    match key.deletion_ms {
        Some(deletion) => Some(deletion),
        None if key.is_disabled => None,
        None => key.rotation.as_ref().map(|rotation| rotation.next_ms),
    }
}

/// The batch that makes of one state of a key another, with its deadline.
pub fn moved(batch: Batch, row: &[u8], old: Option<&Key>, next: Option<&Key>) -> Batch {
    let (old, next) = (instant(old), instant(next));
    let of = |due: i64| Deadline::new(KIND, row, Timestamp(due));
    let batch = match old {
        Some(due) if old != next => Deadlines::clear(batch, &of(due)),
        _ => batch,
    };
    match next {
        Some(due) => Deadlines::set(batch, &of(due)),
        None => batch,
    }
}

impl Kms {
    /// Sees to it that what is due is done.
    pub(crate) fn keep_deadlines(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(KIND, move |deadline| {
            let service = service.clone();
            async move {
                match service.upgrade() {
                    Some(service) => service.due(&deadline).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn due(&self, deadline: &Deadline) -> Result<()> {
        let tables = &*self.platform.store.tables;
        loop {
            let done = Deadlines::done(Batch::new(), deadline);
            let found = KEYS.get_with_bytes(tables, &deadline.id).await?;
            let is_due = |key: &Key| instant(Some(key)) == Some(deadline.due.millis());
            let found = found.filter(|(key, _)| is_due(key));
            let (Some((key, bytes)), Some(cx)) = (found, self.place(&deadline.id)) else {
                // Another process was here, or the key changed, and what is due with it.
                self.try_commit(done).await?;
                return Ok(());
            };
            let found = Found::new(&cx, key, bytes);
            let is_settled = if found.key.deletion_ms.is_some() {
                self.try_commit(self.without(done, &cx, &found).await?).await?
            } else {
                let next = self.rotated(&cx, &found, deadline.due.millis()).await?;
                self.commit(&cx, &found, &next, done).await?
            };
            if is_settled {
                return Ok(());
            }
        }
    }

    /// The key with new material, and its next rotation after this one.
    async fn rotated(&self, cx: &Context, found: &Found, due_ms: i64) -> Result<Key> {
        let mut key = found.key.clone();
        let place = (&*found.account, &*cx.region);
        key.materials.push(self.material(place, (&key.id, &key.spec), false).await?);
        if let Some(rotation) = &mut key.rotation {
            let from_ms = due_ms.max(cx.now().millis());
            rotation.next_ms = from_ms + i64::from(rotation.days) * DAY_MS;
        }
        Ok(key)
    }

    /// The account and region that a key's row begins with.
    fn place(&self, row: &[u8]) -> Option<Context> {
        let mut parts = row.split(|byte| *byte == 0);
        let mut part = || std::str::from_utf8(parts.next()?).ok();
        let (account, region) = (part()?, part()?);
        Some(self.platform.context(Principal::service("kms.amazonaws.com"), account, region))
    }
}
