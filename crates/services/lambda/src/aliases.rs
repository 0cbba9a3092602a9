//! Aliases: names for versions of functions ("Create an alias for a Lambda function"), and what hangs on
//! functions, versions and aliases alike.

use crate::change::topic;
use crate::names::{self, LATEST};
use crate::records::alias::{self, ALIASES, Alias, Share};
use crate::records::function::{Attached, FUNCTIONS, Function, VERSIONS, key, version_key};
use crate::{Lambda, errors};
use platform::{Context, Error, Result, commit_if};
use shapes::lambda::{AliasConfiguration, AliasRoutingConfiguration};
use store::Batch;

/// The only version that is none yet and that capacity providers publish.
const LATEST_PUBLISHED: &str = "$LATEST.PUBLISHED";

impl Lambda {
    /// Changes an alias of a function, durably. `decide` is told what there is of it, and says what
    /// shall be; nothing for none.
    pub(crate) async fn change_alias(
        &self,
        cx: &Context,
        (function, name): (&str, &str),
        decide: impl Fn(&Function, Option<Alias>) -> Result<Option<Alias>> + Send + Sync,
    ) -> Result<Option<Alias>> {
        let (own, row) = (key(cx, function), alias::key(cx, function, name));
        loop {
            let (mut found, bytes) = self.read(cx, function).await?;
            let batch = Batch::new().equals(FUNCTIONS.table, &own[..], bytes);
            let (before, batch) = match ALIASES.get_with_bytes(cx.tables(), &row).await? {
                Some((alias, bytes)) => (Some(alias), batch.equals(ALIASES.table, &row[..], bytes)),
                None => (None, batch.absent(ALIASES.table, &row[..])),
            };
            let after = decide(&found, before)?;
            if let Some(alias) = &after {
                self.check_versions(cx, &found, alias).await?;
            }
            found.family_changes += 1;
            let batch = batch.put(FUNCTIONS.table, &own[..], FUNCTIONS.encode(&found)?);
            let batch = match &after {
                Some(alias) => batch.put(ALIASES.table, &row[..], ALIASES.encode(alias)?),
                None => batch.delete(ALIASES.table, &row[..]),
            };
            if commit_if(cx.tables(), batch).await? {
                // Who invokes it by the alias may have another version now.
                self.platform.wakeups.notify(&topic(&found));
                return Ok(after);
            }
        }
    }

    /// The versions that an alias leads to must be there, and two of them differ.
    async fn check_versions(&self, cx: &Context, function: &Function, alias: &Alias) -> Result<()> {
        let second = alias.second.as_ref().map(|second| &*second.version);
        if second.is_some() && alias.version == LATEST {
            return Err(errors::invalid(
                "$LATEST is not supported for an alias pointing to more than 1 version",
            ));
        }
        if second == Some(&*alias.version) {
            return Err(errors::invalid(format!(
                "Invalid function version {0}. Function version {0} is already included in routing \
                 configuration.",
                alias.version
            )));
        }
        for version in std::iter::once(&*alias.version).chain(second) {
            if self.version_of(cx, function.clone(), version).await?.is_none() {
                let arn = names::qualified_arn(cx, &function.name, Some(version));
                return Err(errors::no_function(&arn));
            }
        }
        Ok(())
    }

    /// Changes what hangs on a function, a version or an alias, durably. `change` is told the revision
    /// of what it hangs on, too.
    ///
    /// # Errors
    /// What `missing` says where there is no such function, version or alias; those of `change`.
    pub(crate) async fn change_attached(
        &self,
        cx: &Context,
        (name, qualifier): (&str, Option<&str>),
        missing: impl Fn() -> Error + Send + Sync,
        change: impl Fn(&mut Attached, &str) -> Result<()> + Send + Sync,
    ) -> Result<Attached> {
        let qualifier = qualifier.unwrap_or(LATEST);
        if names::is_alias(qualifier) {
            let row = alias::key(cx, name, qualifier);
            let changed = ALIASES.change(cx.tables(), &row, |found, batch| {
                let mut alias = found.ok_or_else(&missing)?;
                change(&mut alias.attached, &alias.revision)?;
                let stored = ALIASES.encode(&alias)?;
                Ok((batch.put(ALIASES.table, &row[..], stored), alias.attached))
            });
            return changed.await;
        }
        let (records, row) = match names::number(qualifier) {
            Some(number) => (&VERSIONS, version_key(cx, name, number)),
            None if qualifier == LATEST => (&FUNCTIONS, key(cx, name)),
            None => return Err(missing()),
        };
        let changed = records.change(cx.tables(), &row, |found, batch| {
            let mut function = found.ok_or_else(&missing)?;
            change(&mut function.attached, &function.revision)?;
            let stored = records.encode(&function)?;
            Ok((batch.put(records.table, &row[..], stored), function.attached))
        });
        changed.await
    }
}

/// The second version that a request wants.
///
/// # Errors
/// `InvalidParameterValueException` for more than one.
pub fn second(routing: Option<&AliasRoutingConfiguration>) -> Result<Option<Share>> {
    let weights = routing.and_then(|routing| routing.additional_version_weights.as_ref());
    let Some(weights) = weights else { return Ok(None) };
    if weights.len() > 1 {
        return Err(errors::invalid(
            "Number of items in AdditionalVersionWeights cannot be greater than 1",
        ));
    }
    if !weights.values().all(|weight| (0.0..=1.0).contains(weight)) {
        return Err(errors::invalid("The weight of a version must be between 0.0 and 1.0"));
    }
    let share =
        |(version, weight): (&String, &f64)| Share { version: version.clone(), weight: *weight };
    Ok(weights.iter().next().map(share))
}

/// Refuses the version that only capacity providers have.
pub fn check_version(version: Option<&str>) -> Result<()> {
    match version {
        Some(LATEST_PUBLISHED) => {
            Err(errors::unsupported(&format!("FunctionVersion {LATEST_PUBLISHED}")))
        }
        _ => Ok(()),
    }
}

/// An alias as its callers see it.
pub fn shown(cx: &Context, function: &str, alias: &Alias) -> AliasConfiguration {
    AliasConfiguration {
        alias_arn: Some(names::qualified_arn(cx, function, Some(&alias.name))),
        name: Some(alias.name.clone()),
        function_version: Some(alias.version.clone()),
        description: Some(alias.description.clone()),
        routing_config: alias.second.as_ref().map(|second| AliasRoutingConfiguration {
            additional_version_weights: Some([(second.version.clone(), second.weight)].into()),
        }),
        revision_id: Some(alias.shown_revision().to_owned()),
    }
}
