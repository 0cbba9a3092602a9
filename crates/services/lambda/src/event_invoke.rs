//! What a function's owner wants of its asynchronous invocations: how often a failed event is tried
//! again, and how old it may become.

use crate::names::{self, LATEST};
use crate::records::function::{EventInvoke, Function};
use crate::{Lambda, errors};
use platform::{Context, Result, refuse};
use shapes::Timestamp;
use shapes::lambda::{DestinationConfig, FunctionEventInvokeConfig, OnFailure, OnSuccess};

/// What a caller sets.
pub struct Wanted {
    /// 0 to 2.
    pub retries: Option<i32>,
    /// 60 to 21600 seconds.
    pub age_seconds: Option<i32>,
    /// Only its absence is acted on.
    pub destinations: Option<DestinationConfig>,
}

impl Lambda {
    /// Sets the configuration of the function that a caller names. `keeps` what there was of it and is
    /// not set anew, as an update does.
    pub(crate) async fn set_event_invoke(
        &self,
        cx: &Context,
        (name, qualifier, action): (&str, Option<&str>, &str),
        wanted: Wanted,
        keeps: bool,
    ) -> Result<FunctionEventInvokeConfig> {
        let Wanted { retries, age_seconds, destinations } = wanted;
        if retries.is_none() && age_seconds.is_none() && destinations.is_none() {
            return Err(errors::invalid(
                "You must specify at least one of error handling or destination setting.",
            ));
        }
        refuse_destinations(destinations)?;
        let (name, qualifier) = names::split(cx, name, qualifier, action)?;
        if qualifier.is_some_and(|qualifier| qualifier != LATEST) {
            return Err(errors::function_missing());
        }
        self.change_aside(cx, name, errors::function_missing, |function| {
            let kept = function.event_invoke.filter(|_| keeps);
            if keeps && kept.is_none() {
                return Err(errors::no_event_invoke(&names::latest_arn(cx, name)));
            }
            let kept = kept.unwrap_or_default();
            let number = |value: i32| value.unsigned_abs();
            function.event_invoke = Some(EventInvoke {
                retries: retries.map(number).or(kept.retries),
                age_seconds: age_seconds.map(number).or(kept.age_seconds),
                modified_ms: cx.now().millis(),
            });
            Ok(())
        })
        .await
        .map(|function| shown(&function).unwrap_or_default())
    }

    /// Takes the configuration away from the function that a caller names.
    pub(crate) async fn clear_event_invoke(
        &self,
        cx: &Context,
        name: &str,
        qualifier: Option<&str>,
    ) -> Result<()> {
        let action = "DeleteFunctionEventInvokeConfig";
        let (name, qualifier) = names::split(cx, name, qualifier, action)?;
        let qualifier = qualifier.unwrap_or(LATEST);
        self.change_aside(cx, name, errors::function_missing, |function| {
            match function.event_invoke.take().filter(|_| qualifier == LATEST) {
                Some(_) => Ok(()),
                None => Err(errors::no_event_invoke(&format!("{}:{qualifier}", function.arn))),
            }
        })
        .await
        .map(drop)
    }
}

/// The configuration as its callers see it, if there is one.
pub fn shown(function: &Function) -> Option<FunctionEventInvokeConfig> {
    let config = function.event_invoke?;
    let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    Some(FunctionEventInvokeConfig {
        last_modified: Some(Timestamp(config.modified_ms)),
        function_arn: Some(format!("{}:{LATEST}", function.arn)),
        maximum_retry_attempts: config.retries.map(number),
        maximum_event_age_in_seconds: config.age_seconds.map(number),
        destination_config: Some(DestinationConfig {
            on_success: Some(OnSuccess::default()),
            on_failure: Some(OnFailure::default()),
        }),
    })
}

fn refuse_destinations(destinations: Option<DestinationConfig>) -> Result<()> {
    let DestinationConfig { on_success, on_failure } = destinations.unwrap_or_default();
    let named = |destination: Option<String>| destination.is_some_and(|arn| !arn.is_empty());
    let given = [
        ("DestinationConfig.OnSuccess", named(on_success.and_then(|it| it.destination))),
        ("DestinationConfig.OnFailure", named(on_failure.and_then(|it| it.destination))),
    ];
    refuse(errors::unsupported, given)
}
