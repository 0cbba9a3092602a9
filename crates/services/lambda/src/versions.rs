//! Versions of functions ("Manage Lambda function versions"): copies of code and configuration that
//! never change, under numbers that are given once.
//!
//! Table `lambda-version-numbers`: account, region, `number`, function → the last number that a
//! function of this name had (8 bytes, big-endian), since it was deleted.
//!
//! A version shares its package with the function, and with other versions that were published of the
//! same code. Whoever publishes, or takes versions away, changes the function's row too, so that who
//! frees a package knows who has it.

use crate::names::{self, LATEST, Named};
use crate::records::alias::{self, ALIASES, Alias};
use crate::records::function::{
    Attached, FUNCTIONS, Function, Published, VERSIONS, key, version_key, versions_prefix,
};
use crate::{Lambda, errors};
use bytes::Bytes;
use platform::{Context, Error, Result, commit_if, scoped};
use store::{Batch, Scan, Table};

const NUMBERS: Table = Table("lambda-version-numbers");

/// Which of an alias's versions is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first.
    First,
    /// One of them, drawn by their weights.
    Drawn,
}

fn numbers_key(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &["number", name])
}

/// The last number that an earlier function of this name had, and the batch, on the condition that it
/// stays so.
pub async fn last_number(cx: &Context, name: &str, batch: Batch) -> Result<(Batch, u64)> {
    let key = numbers_key(cx, name);
    match cx.tables().get(NUMBERS, &key).await? {
        Some(bytes) => {
            let number = bytes.first_chunk().map(|number| u64::from_be_bytes(*number));
            let number = number.ok_or_else(|| Error::internal("a version's number is damaged"))?;
            Ok((batch.equals(NUMBERS, key, bytes), number))
        }
        None => Ok((batch.absent(NUMBERS, key), 0)),
    }
}

/// The batch, which also keeps the last number of a function that it deletes.
pub fn keep_number(cx: &Context, name: &str, batch: Batch, last: u64) -> Batch {
    batch.put(NUMBERS, numbers_key(cx, name), Bytes::copy_from_slice(&last.to_be_bytes()))
}

impl Lambda {
    /// What a name and its qualifier lead to. What hangs on an alias hangs on what it gives.
    pub(crate) async fn resolve(
        &self,
        cx: &Context,
        named: &Named,
        route: Route,
    ) -> Result<Option<Function>> {
        let Some(latest) = self.find(cx, &named.name).await? else { return Ok(None) };
        let Some(qualifier) = named.qualifier.as_deref().filter(|it| names::is_alias(it)) else {
            let version = named.qualifier.as_deref().unwrap_or(LATEST);
            return self.version_of(cx, latest, version).await;
        };
        match self.alias(cx, &named.name, qualifier).await? {
            Some(alias) => self.led_to(cx, latest, alias, route).await,
            None => Ok(None),
        }
    }

    /// What an alias leads to. A version stays while an alias leads to it: where it is gone, the alias
    /// has moved since it was read, and is read again.
    async fn led_to(
        &self,
        cx: &Context,
        latest: Function,
        mut alias: Alias,
        route: Route,
    ) -> Result<Option<Function>> {
        loop {
            let version = match route {
                Route::Drawn if alias.second.is_some() => alias.choose(self.draw()),
                _ => &alias.version,
            };
            if let Some(function) = self.version_of(cx, latest.clone(), version).await? {
                let policy_revision = function.attached.policy_revision.clone();
                let attached = Attached { policy_revision, ..alias.attached };
                return Ok(Some(Function { attached, ..function }));
            }
            match self.alias(cx, &latest.name, &alias.name).await? {
                Some(now) if now.revision != alias.revision => alias = now,
                _ => return Ok(None),
            }
        }
    }

    /// A version of a function, with what belongs to the function and to no version of it.
    pub(crate) async fn version_of(
        &self,
        cx: &Context,
        latest: Function,
        version: &str,
    ) -> Result<Option<Function>> {
        if version == LATEST {
            return Ok(Some(latest));
        }
        let Some(number) = names::number(version) else { return Ok(None) };
        let found = VERSIONS.get(cx.tables(), &version_key(cx, &latest.name, number)).await?;
        Ok(found.map(|version| Function {
            reserved: latest.reserved,
            tags: latest.tags,
            ..version
        }))
    }

    /// A number from 0 to 1, without 1.
    fn draw(&self) -> f64 {
        let mut bytes = [0; 4];
        self.platform.ids.fill(&mut bytes);
        f64::from(u32::from_le_bytes(bytes)) / (f64::from(u32::MAX) + 1.0)
    }

    /// The alias of this name, if there is one.
    pub(crate) async fn alias(
        &self,
        cx: &Context,
        function: &str,
        name: &str,
    ) -> Result<Option<Alias>> {
        ALIASES.get(cx.tables(), &alias::key(cx, function, name)).await
    }

    /// All versions of a function that were published, with their keys, oldest first.
    pub(crate) async fn versions(
        &self,
        cx: &Context,
        function: &Function,
    ) -> Result<Vec<(Bytes, Function)>> {
        if function.family_changes == 0 {
            return Ok(Vec::new());
        }
        VERSIONS.scan(cx.tables(), Scan::prefix(&versions_prefix(cx, &function.name))).await
    }

    /// All aliases of a function, with their keys, by name.
    pub(crate) async fn aliases(
        &self,
        cx: &Context,
        function: &Function,
    ) -> Result<Vec<(Bytes, Alias)>> {
        if function.family_changes == 0 {
            return Ok(Vec::new());
        }
        ALIASES.scan(cx.tables(), Scan::prefix(&alias::key(cx, &function.name, ""))).await
    }

    /// Whether one of a function's versions has its code as it is now.
    pub(crate) async fn is_published(&self, cx: &Context, function: &Function) -> Result<bool> {
        let versions = self.versions(cx, function).await?;
        Ok(versions.iter().any(|(_, version)| version.code.blob == function.code.blob))
    }

    /// The batch, which also publishes a function, and the version. Whoever commits it writes the
    /// function.
    pub(crate) fn publish_in(
        &self,
        cx: &Context,
        batch: Batch,
        function: &mut Function,
        description: Option<String>,
    ) -> Result<(Batch, Function)> {
        function.last_version += 1;
        function.family_changes += 1;
        let number = function.last_version;
        let version = Function {
            revision: self.platform.ids.uuid(),
            attached: Attached::default(),
            last_version: 0,
            family_changes: 0,
            published: Some(Published { number, description }),
            ..function.clone()
        };
        let key = version_key(cx, &function.name, number);
        Ok((batch.put(VERSIONS.table, key, VERSIONS.encode(&version)?), version))
    }

    /// As [`publish_in`](Self::publish_in), unless the last version is of the same code and
    /// configuration: then it is that one.
    pub(crate) async fn publish_if_new(
        &self,
        cx: &Context,
        batch: Batch,
        function: &mut Function,
        description: Option<String>,
    ) -> Result<(Batch, Function)> {
        let last = version_key(cx, &function.name, function.last_version);
        let last = VERSIONS.get(cx.tables(), &last).await?.filter(|last| {
            last.settings == function.settings
                && last.code.sha256 == function.code.sha256
                && last.architecture == function.architecture
        });
        match last {
            Some(last) => Ok((batch, last)),
            None => self.publish_in(cx, batch, function, description),
        }
    }

    /// Publishes a function, durably, if it is still as its caller knows it: of this revision and this
    /// digest, where they are named.
    pub(crate) async fn publish(
        &self,
        cx: &Context,
        name: &str,
        (revision, sha256): (Option<&str>, Option<&str>),
        description: Option<String>,
    ) -> Result<Function> {
        let key = key(cx, name);
        loop {
            let (mut function, bytes) = self.read(cx, name).await?;
            if revision.is_some_and(|revision| revision != function.shown_revision()) {
                return Err(errors::revision_differs());
            }
            if let Some(wanted) = sha256.filter(|wanted| *wanted != function.code.sha256) {
                return Err(errors::code_differs(wanted, &function.code.sha256));
            }
            let before = function.last_version;
            let batch = Batch::new().equals(FUNCTIONS.table, &key[..], bytes);
            let description = description.clone();
            let (batch, version) =
                self.publish_if_new(cx, batch, &mut function, description).await?;
            if function.last_version == before {
                return Ok(version);
            }
            let batch = batch.put(FUNCTIONS.table, &key[..], FUNCTIONS.encode(&function)?);
            if commit_if(cx.tables(), batch).await? {
                return Ok(version);
            }
        }
    }

    /// Deletes a version, durably, unless an alias leads to it. One that is not there is as gone as its
    /// caller wants it.
    pub(crate) async fn remove_version(
        &self,
        cx: &Context,
        name: &str,
        number: &str,
    ) -> Result<()> {
        let key = key(cx, name);
        loop {
            let (mut function, bytes) = self.read(cx, name).await?;
            let aliases = self.aliases(cx, &function).await?.into_iter().map(|(_, alias)| alias);
            let leading = aliases.filter(|alias| alias.leads_to(number)).map(|alias| alias.name);
            let leading = leading.collect::<Vec<_>>();
            if !leading.is_empty() {
                return Err(errors::version_has_aliases(&leading));
            }
            let versions = self.versions(cx, &function).await?;
            let found = versions.iter().find(|(_, version)| version.version() == number);
            let Some((row, version)) = found else { return Ok(()) };
            let has_code = |it: &Function| it.code.blob == version.code.blob;
            let is_last = !has_code(&function)
                && versions.iter().filter(|(_, other)| has_code(other)).count() == 1;
            function.family_changes += 1;
            let batch = Batch::new().equals(FUNCTIONS.table, &key[..], bytes);
            let batch = batch.put(FUNCTIONS.table, &key[..], FUNCTIONS.encode(&function)?);
            let mut batch = batch.delete(VERSIONS.table, row.to_vec());
            if is_last {
                batch = self.disowned(batch, &version.code)?;
            }
            if commit_if(cx.tables(), batch).await? {
                self.left_behind(version, is_last.then(|| version.code.clone())).await;
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting};
    use shapes::lambda::ops::*;
    use shapes::lambda::*;

    /// Whoever invokes by the alias has read it before it moved, and looks for the version after that
    /// was deleted.
    #[tokio::test]
    async fn an_alias_that_moved_meanwhile_leads_to_what_it_names_now() {
        let at = setting().await;
        let made = CreateFunctionRequest { publish: Some(true), ..create("f") };
        at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        let alias = CreateAliasRequest {
            function_name: "f".into(),
            name: "A".into(),
            function_version: "1".into(),
            ..Default::default()
        };
        at.cx.run::<CreateAlias, _>(&*at.service, alias).await.unwrap();
        let before = at.service.alias(&at.cx, "f", "A").await.unwrap().unwrap();
        let latest = at.service.find(&at.cx, "f").await.unwrap().unwrap();
        let moved = UpdateAliasRequest {
            function_name: "f".into(),
            name: "A".into(),
            function_version: Some(LATEST.into()),
            ..Default::default()
        };
        at.cx.run::<UpdateAlias, _>(&*at.service, moved).await.unwrap();
        at.service.remove_version(&at.cx, "f", "1").await.unwrap();
        let led = async |alias| {
            let found = at.service.led_to(&at.cx, latest.clone(), alias, Route::Drawn).await;
            found.unwrap().map(|function| function.version())
        };
        assert_eq!(led(before.clone()).await.as_deref(), Some(LATEST));
        let delete = DeleteAliasRequest { function_name: "f".into(), name: "A".into() };
        at.cx.run::<DeleteAlias, _>(&*at.service, delete).await.unwrap();
        assert_eq!(led(before).await, None);
    }
}
