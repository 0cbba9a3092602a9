//! Keys, found by whatever names them, and how they change.

use crate::names::{self, Named, Reference};
use crate::records::alias::{self, ALIASES};
use crate::records::grant::{self, GRANTS};
use crate::records::key::{self, KEYS, Key};
use crate::{Kms, errors, later};
use bytes::Bytes;
use platform::{Arn, Context, Result};
use std::sync::Arc;
use store::{Batch, Scan};

/// The one specification of keys that encrypt.
pub const SYMMETRIC: &str = "SYMMETRIC_DEFAULT";
/// What they are for.
pub const ENCRYPTS: &str = "ENCRYPT_DECRYPT";
/// What keys of HMACs are for.
pub const AUTHENTICATES: &str = "GENERATE_VERIFY_MAC";

/// A key that was found, with the bytes that stand for it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The account that it is of.
    pub account: String,
    /// Its ARN.
    pub arn: String,
    /// Its record.
    pub key: Key,
    bytes: Bytes,
}

impl Found {
    /// A key of the context's account.
    pub fn new(cx: &Context, key: Key, bytes: Bytes) -> Self {
        let (account, arn) = (cx.account.to_string(), names::key_arn(cx, &key.id));
        Self { account, arn, key, bytes }
    }

    /// Refuses a key that is to be deleted.
    ///
    /// # Errors
    /// AWS's sentence.
    pub fn check_stays(&self) -> Result<()> {
        match self.key.deletion_ms {
            Some(_) => Err(errors::pending_deletion(&self.arn)),
            None => Ok(()),
        }
    }

    /// Refuses a key that must not be used.
    ///
    /// # Errors
    /// AWS's sentences.
    pub fn check_enabled(&self) -> Result<()> {
        self.check_stays()?;
        if self.key.is_disabled { Err(errors::disabled(&self.arn)) } else { Ok(()) }
    }

    /// Refuses to let callers manage a key that is AWS's own.
    ///
    /// # Errors
    /// As the policies of such keys do.
    pub fn check_own(&self, cx: &Context, operation: &str) -> Result<()> {
        if self.key.service.is_none() { Ok(()) } else { Err(self.refuse(cx, operation)) }
    }

    /// Refuses a key for another use than its own, in a state in which it has none, or one of AWS's
    /// own that another than its service would use.
    ///
    /// # Errors
    /// AWS's sentences.
    pub fn check_use(&self, cx: &Context, operation: &str, usage: &str) -> Result<()> {
        if let Some(service) = &self.key.service {
            let via = cx.service_on_the_way().and_then(|via| via.split('.').next());
            if via != Some(service) {
                return Err(self.refuse(cx, operation));
            }
        }
        if self.key.usage != usage {
            return Err(errors::usage(format!(
                "{} key usage is {} which is not valid for {operation}.",
                self.arn, self.key.usage
            )));
        }
        self.check_enabled()
    }

    fn refuse(&self, cx: &Context, operation: &str) -> platform::Error {
        errors::denied(format!(
            "User: {} is not authorized to perform: kms:{operation} on resource: {} because no \
             resource-based policy allows the kms:{operation} action",
            cx.caller_arn(),
            self.arn
        ))
    }

    /// Refuses an algorithm that keys of its specification do not know.
    ///
    /// # Errors
    /// AWS's sentence.
    pub fn check_algorithm(&self, asked: Option<&str>, own: &str) -> Result<()> {
        match asked {
            Some(algorithm) if algorithm != own => Err(errors::usage(format!(
                "Algorithm {algorithm} is incompatible with key spec {}.",
                self.key.spec
            ))),
            _ => Ok(()),
        }
    }
}

impl Kms {
    /// The key that a request names, as it is now. AWS's own are made when they are first named.
    ///
    /// # Errors
    /// There is none.
    pub async fn find(&self, cx: &Context, text: &str) -> Result<Found> {
        let reference = names::parse(cx, text)?;
        let missing = || {
            let arn = reference.arn(cx);
            match reference.named {
                Named::Key(_) => errors::no_key(arn),
                Named::Alias(_) => errors::no_alias(arn),
            }
        };
        self.resolve(cx, &reference).await?.ok_or_else(missing)
    }

    /// The key that is named so, if there is one or can be one of AWS's own.
    pub async fn resolve(&self, cx: &Context, reference: &Reference) -> Result<Option<Found>> {
        match (self.look_up(cx, reference).await?, &reference.named) {
            (None, Named::Alias(name)) => {
                let mut there = cx.clone();
                there.account = reference.account.as_str().into();
                self.managed(&there, name).await
            }
            (found, _) => Ok(found),
        }
    }

    /// The same, if it was read already to see whether the caller may.
    pub async fn known(&self, cx: &Context, text: &str) -> Result<Arc<Found>> {
        let arn = names::asked(cx, text);
        match cx.known::<Looked>().filter(|it| it.asked == arn) {
            Some(known) => Ok(known.found.clone()),
            None => self.find(cx, text).await.map(Arc::new),
        }
    }

    /// The key that is named so, if there is one.
    pub async fn look_up(&self, cx: &Context, reference: &Reference) -> Result<Option<Found>> {
        let mut there = cx.clone();
        there.account = reference.account.as_str().into();
        let place = (&*there.account, &*there.region);
        let id = match &reference.named {
            Named::Key(id) => id.clone(),
            Named::Alias(name) => match ALIASES.get(cx.tables(), &alias::row(place, name)).await? {
                Some(alias) => alias.key,
                None => return Ok(None),
            },
        };
        let row = key::row(place, &id);
        let found = KEYS.get_with_bytes(cx.tables(), &row).await?;
        Ok(found.map(|(key, bytes)| Found::new(&there, key, bytes)))
    }

    /// Changes a key.
    ///
    /// # Errors
    /// There is none; `change`'s own.
    pub async fn change<R>(
        &self,
        cx: &Context,
        text: &str,
        mut change: impl FnMut(&Found, &mut Key) -> Result<R>,
    ) -> Result<(Found, R)> {
        loop {
            let found = self.find(cx, text).await?;
            let mut next = found.key.clone();
            let result = change(&found, &mut next)?;
            if self.commit(cx, &found, &next, Batch::new()).await? {
                return Ok((Found { key: next, ..found }, result));
            }
        }
    }

    /// Commits what a key has become, if it is still as it was read, with what else belongs to it, and its
    /// deadlines. Says whether it was.
    ///
    /// # Errors
    /// The storage's.
    pub async fn commit(
        &self,
        cx: &Context,
        found: &Found,
        next: &Key,
        batch: Batch,
    ) -> Result<bool> {
        if found.key == *next && batch.writes.is_empty() {
            return Ok(true);
        }
        let row = key::row((&found.account, &cx.region), &next.id);
        let batch = found.stands(cx, batch).put(KEYS.table, &row[..], KEYS.encode(next)?);
        self.try_commit(later::moved(batch, &row, Some(&found.key), Some(next))).await
    }

    /// Commits a batch that may set deadlines, and says whether its conditions held.
    ///
    /// # Errors
    /// The storage's.
    pub async fn try_commit(&self, batch: Batch) -> Result<bool> {
        let done = self.platform.deadlines.commit(batch).await;
        // Also where it is not known whether it was done.
        self.platform.encryption_keys.changed();
        match done {
            Ok(()) => Ok(true),
            Err(store::Error::Conflict(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// The batch, which deletes a key with its aliases and grants, if it is still as it was read.
    pub async fn without(&self, batch: Batch, cx: &Context, found: &Found) -> Result<Batch> {
        let place = (&*found.account, &*cx.region);
        let row = key::row(place, &found.key.id);
        let mut batch = found.stands(cx, batch).delete(KEYS.table, &row[..]);
        let aliases = ALIASES.scan(cx.tables(), Scan::prefix(&alias::row(place, ""))).await?;
        for (row, _) in aliases.iter().filter(|(_, alias)| alias.key == found.key.id) {
            batch = batch.delete(ALIASES.table, row.clone());
        }
        let grants = grant::row(place, &found.key.id, "");
        for (row, _) in GRANTS.scan(cx.tables(), Scan::prefix(&grants)).await? {
            batch = batch.delete(GRANTS.table, row);
        }
        Ok(later::moved(batch, &row, Some(&found.key), None))
    }
}

impl Found {
    /// The batch, on the condition that the key is as it was read.
    pub fn stands(&self, cx: &Context, batch: Batch) -> Batch {
        let row = key::row((&self.account, &cx.region), &self.key.id);
        batch.equals(KEYS.table, row, self.bytes.clone())
    }
}

/// What was read of the key that a call is about.
pub struct Looked {
    /// The ARN by which it was asked for.
    pub asked: String,
    /// The key.
    pub found: Arc<Found>,
}

/// What an ARN of this service names.
pub fn reference(cx: &Context, arn: &Arn) -> Option<Reference> {
    names::parse(cx, &arn.text()).ok()
}
