//! Finding and changing functions.

use crate::names::{self, Named};
use crate::records::function::{Code, FUNCTIONS, Function, key};
use crate::{Lambda, errors};
use platform::{Context, Error, Ledger, Result, Topic};
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

    /// The function that a caller names, for an action such as `GetFunction`.
    pub(crate) async fn named(
        &self,
        cx: &Context,
        name: &str,
        qualifier: Option<&str>,
        action: &str,
    ) -> Result<(Function, Named)> {
        let named = names::parse(cx, name, qualifier, action)?;
        match self.find(cx, &named.name).await? {
            Some(function) => Ok((function, named)),
            None if named.qualified => {
                Err(errors::no_function(&names::latest_arn(cx, &named.name)))
            }
            None => Err(errors::no_function(&names::arn(cx, &named.name))),
        }
    }

    /// Adds a function with its code, durably.
    pub(crate) async fn add(&self, cx: &Context, function: &Function) -> Result<()> {
        let key = key(cx, &function.name);
        let batch = Batch::new().absent(FUNCTIONS.table, key.clone());
        let batch = batch.put(FUNCTIONS.table, key, FUNCTIONS.encode(function)?);
        match cx.tables().commit(self.owned(batch, &function.code)).await {
            Ok(()) => {}
            Err(store::Error::Conflict(0)) => return Err(errors::function_exists(&function.name)),
            Err(store::Error::Conflict(_)) => return Err(Ledger::swept()),
            Err(error) => return Err(error.into()),
        }
        self.platform.wakeups.notify(&topic(function));
        Ok(())
    }

    /// Changes a function, durably, and gives it as it is now. `change` runs again when another
    /// change came between. The function must be of the revision that the caller names, if any.
    pub(crate) async fn change(
        &self,
        cx: &Context,
        name: &str,
        revision: Option<&str>,
        change: impl Fn(&mut Function) -> Result<()> + Send + Sync,
    ) -> Result<Function> {
        let key = key(cx, name);
        let changed = FUNCTIONS.change(cx.tables(), &key, |found, batch| {
            let before = found.ok_or_else(|| errors::no_function(&names::arn(cx, name)))?;
            if revision.is_some_and(|revision| revision != before.shown_revision()) {
                return Err(errors::revision_differs());
            }
            let mut after = before.clone();
            change(&mut after)?;
            after.revision = self.platform.ids.uuid();
            after.policy_revision = None;
            after.modified_ms = cx.now().millis();
            let mut batch = batch.put(FUNCTIONS.table, &key[..], FUNCTIONS.encode(&after)?);
            if after.code != before.code {
                batch = self.disowned(self.owned(batch, &after.code), &before.code)?;
            }
            Ok((batch, (before, after)))
        });
        let (before, after) = changed.await?;
        let old = (after.code != before.code).then_some(before.code.clone());
        self.left_behind(&before, old).await;
        Ok(after)
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

    /// Deletes a function, durably.
    pub(crate) async fn remove(&self, cx: &Context, name: &str) -> Result<()> {
        let key = key(cx, name);
        let removed = FUNCTIONS.change(cx.tables(), &key, |found, batch| {
            let function = found.ok_or_else(|| errors::no_function(&names::arn(cx, name)))?;
            let batch = batch.delete(FUNCTIONS.table, &key[..]).freeing();
            Ok((self.disowned(batch, &function.code)?, function))
        });
        let function = removed.await?;
        let code = Some(function.code.clone());
        self.left_behind(&function, code).await;
        Ok(())
    }

    /// Ends what belonged to a function as it was.
    async fn left_behind(&self, before: &Function, code: Option<Code>) {
        self.prepared.forget(&before.revision);
        self.platform.wakeups.notify(&topic(before));
        self.runner.retire(&before.revision).await;
        if let Some(code) = code {
            self.release(code);
        }
    }
}

/// Where those wait who want to know of changes to a function.
fn topic(function: &Function) -> Topic {
    Topic::Function(function.arn.as_str().into())
}
