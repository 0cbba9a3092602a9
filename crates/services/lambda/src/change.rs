//! Finding and changing functions.

use crate::names::{self, LATEST, Named};
use crate::records::alias::ALIASES;
use crate::records::function::{Code, FUNCTIONS, Function, VERSIONS, key};
use crate::versions::{self, Route};
use crate::{Lambda, errors};
use bytes::Bytes;
use platform::{Context, Error, Ledger, Result, Topic, commit_if};
use std::collections::BTreeMap;
use store::Batch;

impl Lambda {
    /// The function of this name, if there is one.
    pub(crate) async fn find(&self, cx: &Context, name: &str) -> Result<Option<Function>> {
        FUNCTIONS.get(&*self.platform.store.tables, &key(cx, name)).await
    }

    /// The function of this name.
    pub(crate) async fn function(&self, cx: &Context, name: &str) -> Result<Function> {
        let found = self.find(cx, name).await?;
        found.ok_or_else(|| errors::no_function(&names::arn(cx, name)))
    }

    /// The function, or the version of it, that a caller names, for an action such as `GetFunction`.
    pub(crate) async fn named(
        &self,
        cx: &Context,
        name: &str,
        qualifier: Option<&str>,
        action: &str,
    ) -> Result<(Function, Named)> {
        let named = names::parse(cx, name, qualifier, action)?;
        match self.resolve(cx, &named, Route::First).await? {
            Some(function) => Ok((function, named)),
            None => Err(errors::no_function(&named.arn(cx))),
        }
    }

    /// The function that a caller names to change it, which only `$LATEST` can be.
    pub(crate) async fn changeable(
        &self,
        cx: &Context,
        name: &str,
        action: &str,
    ) -> Result<Function> {
        let (name, qualifier) = names::split(cx, name, None, action)?;
        let function = self.function(cx, name).await?;
        match qualifier.is_none_or(|qualifier| qualifier == LATEST) {
            true => Ok(function),
            false => Err(errors::only_latest(action)),
        }
    }

    /// Adds a function with its code, durably, and publishes it if that is wanted; gives the version.
    pub(crate) async fn add(
        &self,
        cx: &Context,
        mut function: Function,
        publish: bool,
    ) -> Result<(Function, Option<Function>)> {
        let (key, tables) = (key(cx, &function.name), cx.tables());
        loop {
            let batch = Batch::new().absent(FUNCTIONS.table, key.clone());
            let (mut batch, last) = versions::last_number(cx, &function.name, batch).await?;
            function.last_version = last;
            let mut version = None;
            if publish {
                let (more, made) = self.publish_in(cx, batch, &mut function, None)?;
                (batch, version) = (more, Some(made));
            }
            let batch = batch.put(FUNCTIONS.table, key.clone(), FUNCTIONS.encode(&function)?);
            match tables.commit(self.owned(batch, &function.code)).await {
                Ok(()) => {
                    self.platform.wakeups.notify(&topic(&function));
                    return Ok((function, version));
                }
                Err(store::Error::Conflict(0)) => {
                    return Err(errors::function_exists(&function.name));
                }
                // One of its name came and went meanwhile.
                Err(store::Error::Conflict(1)) => {}
                Err(store::Error::Conflict(_)) => return Err(Ledger::swept()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Changes a function, durably, and gives it as it is now. `change` runs again when another
    /// change came between. The function must be of the revision that the caller names, if any. It is
    /// published in the same commit where that is wanted, unless its last version is the same: then
    /// the version comes too.
    pub(crate) async fn change(
        &self,
        cx: &Context,
        name: &str,
        revision: Option<&str>,
        publish: bool,
        change: impl Fn(&mut Function) -> Result<()> + Send + Sync,
    ) -> Result<(Function, Option<Function>)> {
        let key = key(cx, name);
        loop {
            let (before, bytes) = self.read(cx, name).await?;
            if revision.is_some_and(|revision| revision != before.shown_revision()) {
                return Err(errors::revision_differs());
            }
            let mut after = before.clone();
            change(&mut after)?;
            after.revision = self.platform.ids.uuid();
            after.attached.policy_revision = None;
            after.modified_ms = cx.now().millis();
            let mut batch = Batch::new().equals(FUNCTIONS.table, &key[..], bytes);
            let mut version = None;
            if publish {
                let (more, made) = self.publish_if_new(cx, batch, &mut after, None).await?;
                (batch, version) = (more, Some(made));
            }
            batch = batch.put(FUNCTIONS.table, &key[..], FUNCTIONS.encode(&after)?);
            let mut free = None;
            if after.code != before.code {
                batch = self.owned(batch, &after.code);
                if !self.is_published(cx, &before).await? {
                    batch = self.disowned(batch, &before.code)?;
                    free = Some(before.code.clone());
                }
            }
            match cx.tables().commit(batch).await {
                Ok(()) => {
                    self.left_behind(&before, free).await;
                    return Ok((after, version));
                }
                Err(store::Error::Conflict(0)) => {}
                Err(store::Error::Conflict(_)) => return Err(Ledger::swept()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The function of this name and the bytes that stand for it.
    ///
    /// # Errors
    /// `ResourceNotFoundException` where there is none.
    pub(crate) async fn read(&self, cx: &Context, name: &str) -> Result<(Function, Bytes)> {
        let found = FUNCTIONS.get_with_bytes(cx.tables(), &key(cx, name)).await?;
        found.ok_or_else(|| errors::no_function(&names::arn(cx, name)))
    }

    /// Changes what belongs to a function and to no version of it, durably: the revision stays, and
    /// so do its environments.
    pub(crate) async fn change_aside(
        &self,
        cx: &Context,
        name: &str,
        missing: impl Fn() -> Error + Send + Sync,
        change: impl Fn(&mut Function) -> Result<()> + Send + Sync,
    ) -> Result<Function> {
        let key = key(cx, name);
        FUNCTIONS
            .change(cx.tables(), &key, |found, batch| {
                let mut function = found.ok_or_else(&missing)?;
                change(&mut function)?;
                let stored = FUNCTIONS.encode(&function)?;
                Ok((batch.put(FUNCTIONS.table, &key[..], stored), function))
            })
            .await
    }

    /// Deletes a function with all its versions and aliases, durably.
    pub(crate) async fn remove(&self, cx: &Context, name: &str) -> Result<()> {
        let key = key(cx, name);
        loop {
            let (function, bytes) = self.read(cx, name).await?;
            let batch = Batch::new().equals(FUNCTIONS.table, &key[..], bytes);
            let mut batch = batch.delete(FUNCTIONS.table, &key[..]).freeing();
            if function.last_version > 0 {
                batch = versions::keep_number(cx, name, batch, function.last_version);
            }
            for (key, _) in self.aliases(cx, &function).await? {
                batch = batch.delete(ALIASES.table, key.to_vec());
            }
            let mut family = vec![function];
            for (key, version) in self.versions(cx, &family[0]).await? {
                batch = batch.delete(VERSIONS.table, key.to_vec());
                family.push(version);
            }
            let codes = family.iter().map(|it| (it.code.blob.clone(), it.code.clone()));
            let codes: BTreeMap<_, _> = codes.collect();
            for code in codes.values() {
                batch = self.disowned(batch, code)?;
            }
            if commit_if(cx.tables(), batch).await? {
                self.tallies.forget(&family[0].arn);
                for member in family {
                    self.left_behind(&member, None).await;
                }
                codes.into_values().for_each(|code| self.release(code));
                return Ok(());
            }
        }
    }

    /// Ends what belonged to a function as it was.
    pub(crate) async fn left_behind(&self, before: &Function, code: Option<Code>) {
        self.prepared.forget(&before.revision);
        self.platform.wakeups.notify(&topic(before));
        self.runner.retire(&before.revision).await;
        if let Some(code) = code {
            self.release(code);
        }
    }
}

/// Where those wait who want to know of changes to a function.
pub fn topic(function: &Function) -> Topic {
    Topic::Function(function.arn.as_str().into())
}
