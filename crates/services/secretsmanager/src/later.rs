//! What is to happen to a secret later: its deletion, its next rotation, the next attempt of one. All
//! follow from its record.

use crate::records::secret::{SECRETS, Secret};
use crate::{SecretsManager, secrets};
use platform::{Context, Deadline, Deadlines, Principal, Result};
use shapes::Timestamp;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::Batch;

/// The deadlines of secrets. Their ids are the secrets' keys.
const KIND: &str = "secretsmanager";

/// When something is to happen to a secret. One that is marked for deletion is not rotated.
fn instants(secret: Option<&Secret>) -> BTreeSet<i64> {
    let Some(secret) = secret else { return BTreeSet::new() };
    if let Some(deletion) = secret.deletion_ms {
        return BTreeSet::from([deletion]);
    }
    let rotation = secret.rotation.as_ref().filter(|it| it.enabled);
    let next = rotation.and_then(|it| it.next_ms);
    let attempt = secret.run.as_ref().and_then(|it| it.due_ms);
    next.into_iter().chain(attempt).collect()
}

/// The batch that makes of one state of a secret another, with its deadlines. Those of the next state
/// are set even if they are there: what is due may be due again at the same instant.
pub fn moved(batch: Batch, key: &[u8], old: Option<&Secret>, next: Option<&Secret>) -> Batch {
    let (old, next) = (instants(old), instants(next));
    let of = |due: &i64| Deadline::new(KIND, key, Timestamp(*due));
    let batch = old.difference(&next).fold(batch, |it, due| Deadlines::clear(it, &of(due)));
    next.iter().fold(batch, |it, due| Deadlines::set(it, &of(due)))
}

impl SecretsManager {
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
        let due = deadline.due.millis();
        loop {
            let found = SECRETS.get_with_bytes(tables, &deadline.id).await?;
            let (Some((secret, bytes)), Some(cx)) = (found, self.place(&deadline.id)) else {
                self.try_commit(Deadlines::done(Batch::new(), deadline)).await?;
                return Ok(());
            };
            let cx = cx.clone().on_behalf_of(secret.arn(&cx));
            let is_attempt = secret.run.as_ref().is_some_and(|it| it.due_ms == Some(due));
            let is_settled = if !instants(Some(&secret)).contains(&due) {
                self.try_commit(Deadlines::done(Batch::new(), deadline)).await?;
                true
            } else if secret.deletion_ms.is_some() {
                let batch = Deadlines::done(Batch::new(), deadline);
                self.try_commit(secrets::without(batch, &cx, &secret, bytes)).await?
            } else if is_attempt {
                self.attempt(&cx, deadline, &secret).await?;
                true
            } else {
                self.begin_by_schedule(&cx, deadline, (&secret, bytes)).await?
            };
            // Another process was here, or the secret changed, and what is due with it.
            if is_settled || !self.is_there(deadline).await? {
                return Ok(());
            }
        }
    }

    /// Whether a deadline is still to be kept.
    pub(crate) async fn is_there(&self, deadline: &Deadline) -> Result<bool> {
        let tables = &*self.platform.store.tables;
        let found = SECRETS.get(tables, &deadline.id).await?;
        Ok(instants(found.as_ref()).contains(&deadline.due.millis()))
    }

    /// The account and region that a secret's key begins with.
    fn place(&self, key: &[u8]) -> Option<Context> {
        let mut parts = key.split(|byte| *byte == 0);
        let mut part = || std::str::from_utf8(parts.next()?).ok();
        let (account, region) = (part()?, part()?);
        let service = Principal::service("secretsmanager.amazonaws.com");
        Some(self.platform.context(service, account, region))
    }
}
