//! How a function is asked: whether it is there, and to take a batch.

use crate::letter::Said;
use crate::machine::{Outcome, Record, Slice};
use crate::names::FunctionName;
use crate::records::mapping::Mapping;
use crate::source::Source;
use crate::{answer, errors, event};
use platform::{Context, Error, Platform, Principal, Reason, Result};
use shapes::lambda::ops::{GetFunctionConfiguration, Invoke};
use shapes::lambda::{
    FunctionConfiguration, GetFunctionConfigurationRequest, InvocationRequest, InvocationResponse,
};
use std::sync::Arc;

/// The service that moves the records.
pub(crate) const PRINCIPAL: &str = "lambda.amazonaws.com";
/// `LastProcessingResult` before the first batch.
pub(crate) const NOTHING_YET: &str = "No records processed";
/// `LastProcessingResult` after a batch that went well.
pub(crate) const OK: &str = "OK";
/// `LastProcessingResult` after a batch that the function failed with.
pub(crate) const CALL_FAILED: &str = "PROBLEM: Function call failed";

/// A context of the service in the mapping's account and region.
pub(crate) fn context(platform: &Arc<Platform>, mapping: &Mapping) -> Context {
    let principal = Principal::service(PRINCIPAL);
    platform.context(principal, mapping.account.as_str(), mapping.region.as_str())
}

/// Checks that a function is there.
///
/// # Errors
/// `InvalidParameterValueException` when it is not.
pub(crate) async fn check(cx: &Context, function: &FunctionName) -> Result<FunctionConfiguration> {
    let cx = cx.acting_as(Principal::service(PRINCIPAL));
    let found = configuration(&cx, &function.name, function.qualifier.as_ref()).await;
    match found {
        Ok(found) => Ok(found),
        Err(error) if error.is(&shapes::lambda::errors::RESOURCE_NOT_FOUND_EXCEPTION) => {
            Err(errors::no_function())
        }
        Err(error) => Err(error),
    }
}

async fn configuration(
    cx: &Context,
    name: &str,
    qualifier: Option<&String>,
) -> Result<FunctionConfiguration> {
    let (function_name, qualifier) = (name.to_owned(), qualifier.cloned());
    let input = GetFunctionConfigurationRequest { function_name, qualifier };
    cx.call::<GetFunctionConfiguration>(input).await
}

/// The role that a mapping's function runs as. Asked anew each time, since the function may get
/// another one at any time.
///
/// # Errors
/// The function's own, such as that it is not there.
pub(crate) async fn role(cx: &Context, mapping: &Mapping) -> Result<String> {
    let found = configuration(cx, &mapping.function, mapping.qualifier.as_ref()).await?;
    Ok(found.role.unwrap_or_default())
}

/// What the function answered for a batch.
pub(crate) struct Answered {
    /// For the machine.
    pub outcome: Outcome,
    /// What the tumbling window gets, as JSON.
    pub state: Option<Arc<str>>,
    /// For `LastProcessingResult`.
    pub result: String,
    /// For the letter about it, where the function was reached.
    pub said: Option<Said>,
    /// Why it did not take all of it.
    pub reason: Option<Reason>,
}

impl Answered {
    fn without_response(outcome: Outcome, result: String, reason: Reason) -> Self {
        Self { outcome, state: None, result, said: None, reason: Some(reason) }
    }
}

/// Offers a batch of one shard's records to the mapping's function and waits for its answer.
pub(crate) async fn offer(
    platform: &Arc<Platform>,
    mapping: &Mapping,
    shard_id: &str,
    batch: &[Arc<Record>],
    window: Option<&Slice>,
) -> Answered {
    let cx = context(platform, mapping);
    match take(&cx, mapping, shard_id, batch, window).await {
        Ok(Some(response)) => judge(&cx, mapping, response, batch, window),
        Ok(None) => {
            let reason = Reason::new("", "the batch makes a larger event than a function takes");
            Answered::without_response(Outcome::TooLarge, CALL_FAILED.to_owned(), reason)
        }
        Err(error) => {
            tracing::debug!(mapping = mapping.uuid, shard_id, %error, "a batch was not taken");
            let reason = Reason::from(&error);
            Answered::without_response(not_taken(&error), problem(&error, &cx), reason)
        }
    }
}

/// Nothing when the batch makes too large an event.
async fn take(
    cx: &Context,
    mapping: &Mapping,
    shard_id: &str,
    batch: &[Arc<Record>],
    window: Option<&Slice>,
) -> Result<Option<InvocationResponse>> {
    let role_arn = role(cx, mapping).await?;
    let source = event::Source {
        shard_id,
        role_arn: &role_arn,
        region: &mapping.region,
        stream_arn: &mapping.source_arn,
        is_of_table: mapping.source() == Source::Changes,
    };
    let event = event::write(&source, batch, window);
    if event.len() > event::MOST_BYTES {
        return Ok(None);
    }
    invoke(cx, mapping, event).await.map(Some)
}

/// Asks a mapping's function to take an event.
///
/// # Errors
/// The function's own, such as that it is not there or throttled.
pub(crate) async fn invoke(
    cx: &Context,
    mapping: &Mapping,
    event: Vec<u8>,
) -> Result<InvocationResponse> {
    let input = InvocationRequest {
        function_name: mapping.function.clone(),
        qualifier: mapping.qualifier.clone(),
        invocation_type: Some("RequestResponse".to_owned()),
        payload: Some(event.into()),
        ..Default::default()
    };
    cx.call::<Invoke>(input).await
}

fn judge(
    cx: &Context,
    mapping: &Mapping,
    response: InvocationResponse,
    batch: &[Arc<Record>],
    window: Option<&Slice>,
) -> Answered {
    let payload = response.payload.as_deref().unwrap_or_default();
    let failed = response.function_error.is_some();
    let state = window.and_then(|_| answer::state(payload));
    let outcome = if failed {
        Outcome::Failed
    } else if window.is_some_and(|it| !it.last) && state.is_none() {
        // The next batch of the window would begin without what came before it.
        Outcome::Failed
    } else if mapping.settings.partial_answers {
        answer::read(payload, batch)
    } else {
        Outcome::Delivered
    };
    let result = if outcome == Outcome::Delivered { OK } else { CALL_FAILED };
    let said = (outcome != Outcome::Delivered).then(|| Said {
        request_id: cx.request_id.clone(),
        status: response.status_code.unwrap_or(200),
        version: response.executed_version,
        function_error: response.function_error,
    });
    let reason = (outcome != Outcome::Delivered).then(|| why(failed, payload));
    Answered { outcome, state, result: result.to_owned(), said, reason }
}

/// Why a function did not take all of a batch, by what it answered.
pub(crate) fn why(failed: bool, payload: &[u8]) -> Reason {
    match failed {
        true => Reason::of_payload(payload),
        false => Reason::new("", "the function says that it has not taken all of its batch"),
    }
}

/// "The maximum number of retries does not apply to service errors or throttles where the batch
/// did not reach the function"; an event that is refused as such would be refused for ever.
fn not_taken(error: &Error) -> Outcome {
    if refuses_event(error) { Outcome::Failed } else { Outcome::NotReached }
}

/// Whether the function's service takes no such event, and never will.
pub(crate) fn refuses_event(error: &Error) -> bool {
    use shapes::lambda::errors::{INVALID_REQUEST_CONTENT_EXCEPTION, REQUEST_TOO_LARGE_EXCEPTION};
    error.is(&INVALID_REQUEST_CONTENT_EXCEPTION) || error.is(&REQUEST_TOO_LARGE_EXCEPTION)
}

/// `LastProcessingResult` after an error of a service.
pub(crate) fn problem(error: &Error, cx: &Context) -> String {
    format!(
        "PROBLEM: {} (Service: AWSLambda; Status Code: {}; Error Code: {}; Request ID: {})",
        error.message,
        error.shape.status,
        error.code(),
        cx.request_id
    )
}
