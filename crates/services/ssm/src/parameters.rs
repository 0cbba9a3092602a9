//! Parameters, found by their names, and how they change.

use crate::records::parameter::{self, PARAMETERS, Parameter};
use crate::records::version::{self, VERSIONS, Version};
use crate::{Ssm, errors, names, policies};
use platform::{Context, Error, Result};
use store::Batch;

/// A version of a parameter that was asked for.
pub struct Chosen {
    /// The parameter.
    pub parameter: Parameter,
    /// The version.
    pub version: Version,
    /// How it was chosen: `:3` or `:label`; nothing where it is the current one.
    pub selector: Option<String>,
}

impl Ssm {
    /// The parameter of this name in this account and region.
    ///
    /// # Errors
    /// There is none.
    pub async fn parameter(&self, cx: &Context, name: &str) -> Result<Parameter> {
        let found = PARAMETERS.get(cx.tables(), &parameter::key(cx, name)).await?;
        found.ok_or_else(errors::not_found)
    }

    /// The parameter that a name or an ARN stands for.
    ///
    /// # Errors
    /// There is none, or the name is no parameter's.
    pub async fn resolve(&self, cx: &Context, text: &str) -> Result<Parameter> {
        for name in names::candidates(cx, text)? {
            if let Some(found) = PARAMETERS.get(cx.tables(), &parameter::key(cx, &name)).await? {
                return Ok(found);
            }
        }
        Err(errors::not_found())
    }

    /// The version that a name stands for: `name`, `name:3` or `name:label`, each with an ARN in
    /// place of the name too.
    ///
    /// # Errors
    /// There is no such parameter, or no such version of it.
    pub async fn choose(&self, cx: &Context, text: &str) -> Result<Chosen> {
        let (name, selector) = names::split(text);
        let Some(selector) = selector else {
            let parameter = self.resolve(cx, name).await?;
            let version = parameter.current.clone();
            return Ok(Chosen { parameter, version, selector: None });
        };
        // A version that is not there any more may have gone since the parameter was read.
        let mut before = None;
        loop {
            let parameter = self.resolve(cx, name).await?;
            let missing = || errors::no_version(&parameter.name, selector);
            let is_number = !selector.is_empty() && selector.bytes().all(|it| it.is_ascii_digit());
            let number = match is_number {
                true => selector.parse().map_err(|_| missing())?,
                false => *parameter.labels.get(selector).ok_or_else(missing)?,
            };
            if !parameter.has(number) {
                return Err(missing());
            }
            if let Some(version) = self.version(cx, &parameter, number).await? {
                return Ok(Chosen { parameter, version, selector: Some(format!(":{selector}")) });
            }
            if before.as_ref() == Some(&parameter) {
                let name = &parameter.name;
                return Err(Error::internal(format_args!("version {number} of {name} is missing")));
            }
            before = Some(parameter);
        }
    }

    /// A version of a parameter, unless it is gone since the parameter was read.
    pub async fn version(
        &self,
        cx: &Context,
        parameter: &Parameter,
        number: i64,
    ) -> Result<Option<Version>> {
        if number == parameter.current.number {
            return Ok(Some(parameter.current.clone()));
        }
        VERSIONS.get(cx.tables(), &version::key(cx, &parameter.name, number)).await
    }

    /// Changes what a parameter's record says besides its versions.
    ///
    /// # Errors
    /// There is no such parameter; `change`'s own.
    pub async fn change<R>(
        &self,
        cx: &Context,
        name: &str,
        mut change: impl FnMut(&mut Parameter) -> Result<R>,
    ) -> Result<R> {
        let key = parameter::key(cx, name);
        let changed = PARAMETERS.change(cx.tables(), &key, |found, batch| {
            let mut parameter = found.ok_or_else(errors::not_found)?;
            let result = change(&mut parameter)?;
            let bytes = PARAMETERS.encode(&parameter)?;
            Ok((batch.put(PARAMETERS.table, key.clone(), bytes), result))
        });
        changed.await
    }

    /// Deletes a parameter with all its versions, and says whether it was there.
    ///
    /// # Errors
    /// The storage's.
    pub async fn remove(&self, cx: &Context, name: &str) -> Result<bool> {
        let key = parameter::key(cx, name);
        let removed = PARAMETERS.change(cx.tables(), &key, |found, batch| {
            let Some(parameter) = found else { return Ok((batch, false)) };
            Ok((without(cx, batch, &parameter), true))
        });
        removed.await
    }
}

/// The batch, which also deletes a parameter with all that is kept of it.
pub fn without(cx: &Context, batch: Batch, parameter: &Parameter) -> Batch {
    let name = &parameter.name;
    let batch = policies::forgotten(batch, cx, parameter);
    let batch = batch.delete(PARAMETERS.table, parameter::key(cx, name));
    let old = parameter.oldest..parameter.current.number;
    old.fold(batch, |batch, number| batch.delete(VERSIONS.table, version::key(cx, name, number)))
}
