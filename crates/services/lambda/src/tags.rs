//! Tags of functions and event source mappings ("Using tags on Lambda functions").

use crate::records::function::Function;
use crate::{Lambda, errors, names};
use platform::tags::{self, Tags};
use platform::{Arn, Context, Result};
use shapes::lambda::GetEventSourceMappingRequest;
use shapes::lambda::ops::GetEventSourceMapping;

const MOST_TAGS: usize = 50;

/// Checks that a resource may have so many tags.
///
/// # Errors
/// `InvalidParameterValueException`.
pub fn check_count(tags: &Tags) -> Result<()> {
    match tags.len() > MOST_TAGS {
        true => Err(errors::invalid("Number of tags exceeds resource tag limit.")),
        false => Ok(()),
    }
}

/// What is tagged.
pub enum Tagged<'a> {
    /// A function, by its name.
    Function(&'a str),
    /// An event source mapping, by its ARN.
    Mapping(&'a str),
}

/// What a request about tags is about.
///
/// # Errors
/// `InvalidParameterValueException` for versions and for resources that have no tags here.
async fn tagged<'a>(cx: &Context, arn: &'a str, action: &str) -> Result<Tagged<'a>> {
    let resource = Arn::parse(arn).map_or("", |arn| arn.resource);
    let (kind, id) = resource.split_once(':').unwrap_or((resource, ""));
    match kind {
        "function" => match names::split(cx, arn, None, action)? {
            (name, None) => Ok(Tagged::Function(name)),
            _ => Err(errors::invalid(
                "Tags on function aliases and versions are not supported. Please specify a \
                 function ARN.",
            )),
        },
        "event-source-mapping" => {
            let input = GetEventSourceMappingRequest { uuid: id.to_owned() };
            // It says so when there is none.
            cx.call::<GetEventSourceMapping>(input).await?;
            Ok(Tagged::Mapping(arn))
        }
        _ => Err(errors::unsupported(&format!("{action} for the resource type {kind}"))),
    }
}

impl Lambda {
    /// The tags of a resource.
    pub(crate) async fn tags_of(&self, cx: &Context, arn: &str) -> Result<Tags> {
        match tagged(cx, arn, "ListTags").await? {
            Tagged::Function(name) => Ok(self.function(cx, name).await?.tags),
            Tagged::Mapping(arn) => tags::of(cx, arn).await,
        }
    }

    /// Changes the tags of a resource, for an action such as `TagResource`. A function is the same one
    /// afterwards.
    pub(crate) async fn change_tags(
        &self,
        cx: &Context,
        (arn, action): (&str, &str),
        change: impl Fn(&mut Tags) -> Result<()> + Send + Sync,
    ) -> Result<()> {
        match tagged(cx, arn, action).await? {
            Tagged::Function(name) => {
                let missing = || errors::no_function(&names::arn(cx, name));
                let changed = |function: &mut Function| change(&mut function.tags);
                self.change_aside(cx, name, missing, changed).await.map(drop)
            }
            Tagged::Mapping(arn) => tags::change(cx, arn, change).await,
        }
    }
}
