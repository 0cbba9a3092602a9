//! Secrets, found by their names, and how they change.

use crate::names::Named;
use crate::records::secret::{self, SECRETS, Secret};
use crate::{SecretsManager, errors, later, names, values};
use bytes::Bytes;
use platform::{Context, Result};
use store::Batch;

impl Secret {
    /// Its ARN.
    pub fn arn(&self, cx: &Context) -> String {
        names::arn(cx, &self.name, &self.suffix)
    }

    /// Refuses a secret that is marked for deletion.
    ///
    /// # Errors
    /// AWS's sentence.
    pub fn check_active(&self) -> Result<()> {
        if self.deletion_ms.is_some() { Err(errors::deleted()) } else { Ok(()) }
    }
}

impl SecretsManager {
    /// The secret that a request names, and the bytes that stand for it.
    ///
    /// # Errors
    /// There is none.
    pub async fn find(&self, cx: &Context, id: &str) -> Result<(Secret, Bytes)> {
        let named = names::parse(cx, id)?;
        self.find_named(cx, &named).await?.ok_or_else(errors::no_secret)
    }

    /// The same of a secret whose name was read.
    ///
    /// # Errors
    /// The storage's.
    pub async fn find_named(&self, cx: &Context, named: &Named) -> Result<Option<(Secret, Bytes)>> {
        let key = secret::key(cx, &named.name);
        let found = SECRETS.get_with_bytes(cx.tables(), &key).await?;
        let is_it = |it: &(Secret, Bytes)| named.suffix.as_ref().is_none_or(|s| *s == it.0.suffix);
        Ok(found.filter(is_it))
    }

    /// The secret that a request names, which is not marked for deletion.
    ///
    /// # Errors
    /// There is none, or it is marked.
    pub async fn active(&self, cx: &Context, id: &str) -> Result<(Secret, Bytes)> {
        let found = self.find(cx, id).await?;
        found.0.check_active()?;
        Ok(found)
    }

    /// Changes a secret that is not marked for deletion.
    ///
    /// # Errors
    /// There is none; `change`'s own.
    pub async fn change<R>(
        &self,
        cx: &Context,
        id: &str,
        mut change: impl FnMut(&mut Secret) -> Result<R>,
    ) -> Result<(Secret, R)> {
        loop {
            let (old, bytes) = self.active(cx, id).await?;
            let mut next = old.clone();
            let result = change(&mut next)?;
            if self.commit(cx, (&old, bytes), &next, Batch::new()).await? {
                return Ok((next, result));
            }
        }
    }

    /// Commits what a secret has become, if it is still as it was read, with what else belongs to
    /// it; with its deadlines. Says whether it was.
    ///
    /// # Errors
    /// The storage's.
    pub async fn commit(
        &self,
        cx: &Context,
        (old, bytes): (&Secret, Bytes),
        next: &Secret,
        batch: Batch,
    ) -> Result<bool> {
        if old == next && batch.writes.is_empty() {
            return Ok(true);
        }
        let key = secret::key(cx, &old.name);
        let batch = batch.equals(SECRETS.table, &key[..], bytes);
        let batch = batch.put(SECRETS.table, &key[..], SECRETS.encode(next)?);
        self.try_commit(later::moved(batch, &key, Some(old), Some(next))).await
    }

    /// Commits a batch that may set deadlines, and says whether its conditions held.
    ///
    /// # Errors
    /// The storage's.
    pub async fn try_commit(&self, batch: Batch) -> Result<bool> {
        match self.platform.deadlines.commit(batch).await {
            Ok(()) => Ok(true),
            Err(store::Error::Conflict(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

/// The batch, which deletes a secret with all that is kept of it, if it is still as it was read.
pub fn without(batch: Batch, cx: &Context, secret: &Secret, bytes: Bytes) -> Batch {
    let key = secret::key(cx, &secret.name);
    let batch = batch.equals(SECRETS.table, &key[..], bytes).delete(SECRETS.table, &key[..]);
    let batch = later::moved(batch, &key, Some(secret), None);
    let each = secret.versions.iter();
    each.fold(batch, |batch, version| values::forgotten(batch, cx, (&secret.name, &version.id)))
}
