//! What a function's owner wants of its asynchronous invocations: how often a failed event is tried
//! again, how old it may become, and who is told what became of it.

use crate::names::{self, LATEST, Named};
use crate::records::function::{Attached, EventInvoke, Function};
use crate::versions::Route;
use crate::{Lambda, errors};
use platform::{Arn, Context, Door, Error, Letterbox, LetterboxKind, Result};
use shapes::Timestamp;
use shapes::lambda::{DestinationConfig, FunctionEventInvokeConfig, OnFailure, OnSuccess};

/// What a caller sets.
pub struct Wanted {
    /// 0 to 2.
    pub retries: Option<i32>,
    /// 60 to 21600 seconds.
    pub age_seconds: Option<i32>,
    /// Who is told.
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
        let named = names::parse(cx, name, qualifier, action)?;
        let found = self.resolve(cx, &named, Route::First).await?;
        let function = found.ok_or_else(errors::function_missing)?;
        let arn = configured_arn(cx, &named);
        let place = (&*named.name, named.qualifier.as_deref());
        let destinations = match destinations {
            Some(wanted) => Some(self.destinations(cx, &function, &wanted).await?),
            None => None,
        };
        self.change_attached(cx, place, errors::function_missing, |attached, _| {
            let kept = attached.event_invoke.clone().filter(|_| keeps);
            if keeps && kept.is_none() {
                return Err(errors::no_event_invoke(&arn));
            }
            let kept = kept.unwrap_or_default();
            let number = |value: i32| value.unsigned_abs();
            let (on_success, on_failure) =
                destinations.clone().unwrap_or((kept.on_success, kept.on_failure));
            attached.event_invoke = Some(EventInvoke {
                retries: retries.map(number).or(kept.retries),
                age_seconds: age_seconds.map(number).or(kept.age_seconds),
                on_success,
                on_failure,
                modified_ms: cx.now().millis(),
            });
            Ok(())
        })
        .await
        .map(|attached| shown(&attached, arn.clone()).unwrap_or_default())
    }

    /// The destinations of a function, checked: on success, on failure.
    async fn destinations(
        &self,
        cx: &Context,
        function: &Function,
        wanted: &DestinationConfig,
    ) -> Result<(Option<Letterbox>, Option<Letterbox>)> {
        let named = |arn: Option<&String>| arn.filter(|arn| !arn.is_empty()).cloned();
        let on_success = named(wanted.on_success.as_ref().and_then(|it| it.destination.as_ref()));
        let on_failure = named(wanted.on_failure.as_ref().and_then(|it| it.destination.as_ref()));
        let invalid = || invalid_destinations(on_success.as_deref(), on_failure.as_deref());
        let mut read = [None, None];
        for (place, (arn, member)) in read
            .iter_mut()
            .zip([(&on_failure, "DestinationConfig.OnFailure"), (&on_success, ON_SUCCESS)])
        {
            let Some(arn) = arn else { continue };
            if Arn::parse(arn).is_some_and(|it| it.service == "events") {
                return Err(errors::unsupported(&format!("{member} of the type events")));
            }
            let letterbox = Letterbox::parse(arn).filter(|it| !it.is_fifo());
            let letterbox = letterbox.ok_or_else(invalid)?;
            match letterbox.kind() {
                LetterboxKind::Bucket if member == ON_SUCCESS => return Err(invalid()),
                LetterboxKind::Function => self.check_function(cx, &function.name, arn).await?,
                _ => {}
            }
            let role = self.prepared.role(cx, function).context().await?;
            match letterbox.door(&role).await? {
                Door::Open => {}
                Door::Shut => return Err(errors::role_may_not(letterbox.action(), arn)),
                Door::Missing => return Err(no_destination(arn)),
            }
            *place = Some(letterbox);
        }
        let [on_failure, on_success] = read;
        Ok((on_success, on_failure))
    }

    /// A function that is told must be there, and another one.
    async fn check_function(&self, cx: &Context, name: &str, arn: &str) -> Result<()> {
        let is_own = Arn::parse(arn).is_some_and(|it| it.account == &*cx.account);
        let none = || no_destination(arn);
        if !is_own {
            // Whether it lets the role in is seen when it is told.
            return Ok(());
        }
        let named = names::parse(cx, arn, None, "InvokeFunction").map_err(|_| none())?;
        if named.name == name {
            return Err(errors::invalid(
                "You can't specify the function as a destination for itself.",
            ));
        }
        self.resolve(cx, &named, Route::First).await?.map(drop).ok_or_else(none)
    }

    /// Takes the configuration away from the function that a caller names.
    pub(crate) async fn clear_event_invoke(
        &self,
        cx: &Context,
        name: &str,
        qualifier: Option<&str>,
    ) -> Result<()> {
        let action = "DeleteFunctionEventInvokeConfig";
        let named = names::parse(cx, name, qualifier, action)?;
        let none = || errors::no_event_invoke(&configured_arn(cx, &named));
        // Of a version that is not there AWS says what it says of one without a configuration.
        self.find(cx, &named.name).await?.ok_or_else(errors::function_missing)?;
        let place = (&*named.name, named.qualifier.as_deref());
        self.change_attached(cx, place, none, |attached, _| {
            attached.event_invoke.take().map(drop).ok_or_else(none)
        })
        .await
        .map(drop)
    }
}

/// The ARN that a configuration stands at: always one with a qualifier.
pub fn configured_arn(cx: &Context, named: &Named) -> String {
    names::qualified_arn(cx, &named.name, Some(named.qualifier.as_deref().unwrap_or(LATEST)))
}

/// The configuration as its callers see it, at this ARN, if there is one.
pub fn shown(attached: &Attached, function_arn: String) -> Option<FunctionEventInvokeConfig> {
    let config = attached.event_invoke.as_ref()?;
    let arn = |letterbox: &Option<Letterbox>| letterbox.as_ref().map(|it| it.arn().to_owned());
    let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    Some(FunctionEventInvokeConfig {
        last_modified: Some(Timestamp(config.modified_ms)),
        function_arn: Some(function_arn),
        maximum_retry_attempts: config.retries.map(number),
        maximum_event_age_in_seconds: config.age_seconds.map(number),
        destination_config: Some(DestinationConfig {
            on_success: Some(OnSuccess { destination: arn(&config.on_success) }),
            on_failure: Some(OnFailure { destination: arn(&config.on_failure) }),
        }),
    })
}

fn no_destination(arn: &str) -> Error {
    errors::invalid(format!("The destination ARN {arn} is invalid."))
}

const ON_SUCCESS: &str = "DestinationConfig.OnSuccess";

/// What AWS says of destinations that letters are not left at, as its own code prints them.
fn invalid_destinations(on_success: Option<&str>, on_failure: Option<&str>) -> Error {
    let print = |kind: &str, arn: Option<&str>| {
        arn.map_or("null".to_owned(), |arn| format!("{kind}(destination={arn})"))
    };
    errors::invalid(format!(
        "The provided destination config DestinationConfig(onSuccess={}, onFailure={}) is invalid.",
        print("OnSuccess", on_success),
        print("OnFailure", on_failure),
    ))
}
