//! Keys of KMS by which the filters of mappings are encrypted ("Encryption of filter criteria").
//!
//! Who sets such a key, or filters under it, must be able to make a data key; who looks at the filters of one mapping,
//! to decrypt. Lambda itself decrypts them, by the key's policy, before it filters. A list shows them to nobody.

use crate::errors;
use crate::records::mapping::Mapping;
use platform::{Context, Encrypted, KeyRefusal, Principal, Result, described_key};
use shapes::lambda::{EventSourceMappingConfiguration, FilterCriteriaError};

/// The service, as keys know it.
const SERVICE: &str = "lambda";

/// What is to be done with the filters of a mapping.
#[derive(Clone, Copy, PartialEq, Eq)]
enum To {
    Close,
    Open,
}

async fn check(cx: &Context, mapping: &Mapping, key: &str, to: To) -> Result<()> {
    let (source, function) = (&*mapping.source_arn, mapping.function_arn());
    let pairs = [("aws:lambda:EventSourceArn", source), ("aws:lambda:FunctionArn", &function)];
    let encrypted = Encrypted::new(SERVICE, key, &pairs);
    match to {
        To::Close => encrypted.check_encrypt(cx).await,
        To::Open => encrypted.check_decrypt(cx).await,
    }
}

/// Refuses the key of a mapping that is to be kept if the caller may not encrypt by it.
///
/// # Errors
/// `InvalidParameterValueException`, with what KMS says.
pub(crate) async fn check_new(cx: &Context, mapping: &Mapping) -> Result<()> {
    let Some(key) = mapping.settings.key.as_deref() else { return Ok(()) };
    let checked = match described_key(cx, SERVICE, key).await {
        Ok(_) => check(cx, mapping, key, To::Close).await,
        Err(error) => Err(error),
    };
    checked.map_err(errors::bad_key)
}

/// Refuses a change of a mapping if the caller may not encrypt by its new key, or may not open filters that go
/// on under another one.
///
/// # Errors
/// `InvalidParameterValueException`, with what KMS says.
pub(crate) async fn check_change(cx: &Context, old: &Mapping, new: &Mapping) -> Result<()> {
    let (before, after) = (&old.settings, &new.settings);
    if (&before.key, &before.filters) == (&after.key, &after.filters) {
        return Ok(());
    }
    if before.filters == after.filters
        && before.filters.criteria().is_some()
        && let Some(key) = before.key.as_deref()
    {
        let opened = check(cx, old, key, To::Open).await;
        opened.map_err(errors::bad_key)?;
    }
    check_new(cx, new).await
}

/// Refuses to filter for a mapping whose filters Lambda cannot open.
///
/// # Errors
/// What KMS says.
pub(crate) async fn check_filter(cx: &Context, mapping: &Mapping) -> Result<()> {
    let Some(key) = mapping.settings.key.as_deref() else { return Ok(()) };
    if mapping.settings.filters.criteria().is_none() {
        return Ok(());
    }
    let own = cx.acting_as(Principal::service(format!("lambda.{}.amazonaws.com", mapping.region)));
    let own = own.on_behalf_of(mapping.arn());
    check(&own, mapping, key, To::Open).await
}

/// The answer about one mapping: with its filters if the caller may open them, or why not.
///
/// # Errors
/// KMS's own, where it cannot say.
pub(crate) async fn opened(
    cx: &Context,
    mapping: &Mapping,
    answer: EventSourceMappingConfiguration,
) -> Result<EventSourceMappingConfiguration> {
    let Some(key) = mapping.settings.key.as_deref() else { return Ok(answer) };
    if answer.filter_criteria.is_none() {
        return Ok(answer);
    }
    let Err(error) = check(cx, mapping, key, To::Open).await else { return Ok(answer) };
    if KeyRefusal::of(&error).is_none() {
        return Err(error);
    }
    let why = FilterCriteriaError {
        error_code: Some(error.code().to_owned()),
        message: Some(error.message),
    };
    Ok(EventSourceMappingConfiguration {
        filter_criteria: None,
        filter_criteria_error: Some(why),
        ..answer
    })
}

/// A mapping as lists show it: without filters that are encrypted.
pub(crate) fn closed(answer: EventSourceMappingConfiguration) -> EventSourceMappingConfiguration {
    match answer.kms_key_arn {
        Some(_) => EventSourceMappingConfiguration { filter_criteria: None, ..answer },
        None => answer,
    }
}
