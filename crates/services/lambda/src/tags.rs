//! Tags of functions ("Using tags on Lambda functions").

use crate::records::function::Function;
use crate::{Lambda, errors, names};
use platform::{Arn, Context, Result};
use std::collections::BTreeMap;

const MOST_TAGS: usize = 50;

/// Checks that a function may have so many tags.
///
/// # Errors
/// `InvalidParameterValueException`.
pub fn check_count(tags: &BTreeMap<String, String>) -> Result<()> {
    match tags.len() > MOST_TAGS {
        true => Err(errors::invalid("Number of tags exceeds resource tag limit.")),
        false => Ok(()),
    }
}

/// The name of the function whose tags are meant.
///
/// # Errors
/// `InvalidParameterValueException` for versions and for resources that have no tags here.
pub fn tagged<'a>(cx: &Context, arn: &'a str, action: &str) -> Result<&'a str> {
    let resource = Arn::parse(arn).map_or("", |arn| arn.resource);
    let kind = resource.split(':').next().unwrap_or_default();
    if kind != "function" {
        return Err(errors::unsupported(&format!("{action} for the resource type {kind}")));
    }
    match names::split(cx, arn, None, action)? {
        (name, None) => Ok(name),
        _ => Err(errors::invalid(
            "Tags on function aliases and versions are not supported. Please specify a function \
             ARN.",
        )),
    }
}

impl Lambda {
    /// Changes the tags of a function, which is the same one afterwards.
    pub(crate) async fn change_tags(
        &self,
        cx: &Context,
        name: &str,
        change: impl Fn(&mut BTreeMap<String, String>) -> Result<()> + Send + Sync,
    ) -> Result<()> {
        let missing = || errors::no_function(&names::arn(cx, name));
        let changed = |function: &mut Function| change(&mut function.tags);
        self.change_aside(cx, name, missing, changed).await.map(drop)
    }
}
