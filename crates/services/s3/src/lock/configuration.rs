//! What a bucket's owner says of locks, and what is said of them.

use super::{DefaultRetention, Locking, Mode, Period};
use crate::errors::{INVALID_BUCKET_STATE, invalid_argument, malformed_xml, unsupported};
use platform::{Error, Result};
use shapes::s3;

/// The longest default retention.
const MAX_DAYS: i32 = 36_500;
const MAX_YEARS: i32 = 100;

/// Reads what is to be set.
///
/// # Errors
/// `MalformedXML`, `InvalidArgument`; `NotImplemented` for event holds.
pub(crate) fn read(given: Option<s3::ObjectLockConfiguration>) -> Result<Locking> {
    let given = given.ok_or_else(malformed_xml)?;
    if given.object_lock_enabled.as_deref() != Some("Enabled") {
        return Err(malformed_xml());
    }
    let retention = given.rule.map(|rule| {
        let retention = rule.default_retention.ok_or_else(malformed_xml)?;
        read_default(&retention)
    });
    Ok(Locking { retention: retention.transpose()? })
}

fn read_default(given: &s3::DefaultRetention) -> Result<DefaultRetention> {
    if given.default_event_hold.is_some() {
        return Err(unsupported("DefaultRetention.DefaultEventHold (leave it out)"));
    }
    let mode = given.mode.as_deref().and_then(Mode::parse).ok_or_else(malformed_xml)?;
    let (period, count, most, name) = match (given.days, given.years) {
        (Some(days), None) => (Period::Days(days), days, MAX_DAYS, "Days"),
        (None, Some(years)) => (Period::Years(years), years, MAX_YEARS, "Years"),
        _ => return Err(malformed_xml()),
    };
    let refused = if count < 1 {
        "Default retention period must be a positive integer value."
    } else if count > most {
        "Default retention period too large."
    } else {
        return Ok(DefaultRetention { mode, period });
    };
    Err(invalid_argument(refused, name, count.to_string()))
}

/// The configuration as a document shows it.
pub(crate) fn shown(locking: &Locking) -> s3::ObjectLockConfiguration {
    let rule = locking.retention.map(|it| {
        let (days, years) = match it.period {
            Period::Days(days) => (Some(days), None),
            Period::Years(years) => (None, Some(years)),
        };
        let mode = Some(it.mode.name().to_owned());
        let retention = s3::DefaultRetention { mode, days, years, default_event_hold: None };
        s3::ObjectLockRule { default_retention: Some(retention) }
    });
    s3::ObjectLockConfiguration { object_lock_enabled: Some("Enabled".to_owned()), rule }
}

/// That a bucket has no versions, which locks are on.
pub(crate) fn needs_versions() -> Error {
    let message = "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration";
    Error::new(&INVALID_BUCKET_STATE, message)
}

/// That a bucket's versioning stays as it is.
pub(crate) fn keeps_versions() -> Error {
    let message = "An Object Lock configuration is present on this bucket, so the versioning state \
                   cannot be changed.";
    Error::new(&INVALID_BUCKET_STATE, message)
}
