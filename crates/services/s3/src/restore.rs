//! Storage classes from which an object must be restored before it is read, and its restored copy
//! ("Restoring an archived object").
//!
//! The bytes stay where they are: an archive is what an object's class says, and a copy is a span of
//! time in its record. How it stands follows from the clock; a deadline tells it
//! ([`copies`]).

pub(crate) mod copies;

use crate::errors::{self, INVALID_ARGUMENT, malformed_xml, unsupported};
use crate::lifecycle::days_after;
use crate::object::Object;
use platform::{Error, Result};
use serde::{Deserialize, Serialize};
use shapes::s3::errors::INVALID_OBJECT_STATE;
use shapes::s3::{RestoreRequest, RestoreStatus};
use shapes::{ErrorShape, Timestamp};

static IN_PROGRESS: ErrorShape = ErrorShape::client("RestoreAlreadyInProgress", 409);

const MINUTE_MS: i64 = 60 * 1000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

/// A storage class that is an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Archive {
    Glacier,
    Deep,
}

/// How fast a copy is made. The faster is the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Tier {
    Expedited,
    Standard,
    Bulk,
}

/// A copy of an archived object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Restore {
    pub tier: Tier,
    /// For how many days it was asked.
    pub days: i32,
    /// From when on it is there, in milliseconds since the epoch.
    pub ready_ms: i64,
    /// Until when, in milliseconds since the epoch.
    pub expires_ms: i64,
    /// Whether it was told that it is there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
}

/// How a copy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It is being made.
    Ongoing,
    /// It is there until then.
    Ready(i64),
    /// It is there no more.
    Expired,
}

/// What a request for a copy comes to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub restore: Restore,
    /// Whether the copy was there before, so that it only stays for another time.
    pub was_ready: bool,
}

impl Archive {
    fn of(class: &str) -> Option<Self> {
        match class {
            "GLACIER" => Some(Self::Glacier),
            "DEEP_ARCHIVE" => Some(Self::Deep),
            _ => None,
        }
    }

    /// How long it takes to make a copy: the least that AWS says of each. Nothing where this archive has
    /// no such tier.
    fn takes_ms(self, tier: Tier) -> Option<i64> {
        match (self, tier) {
            (Self::Glacier, Tier::Expedited) => Some(MINUTE_MS),
            (Self::Glacier, Tier::Standard) => Some(3 * HOUR_MS),
            (Self::Glacier, Tier::Bulk) => Some(5 * HOUR_MS),
            (Self::Deep, Tier::Expedited) => None,
            (Self::Deep, Tier::Standard) => Some(12 * HOUR_MS),
            (Self::Deep, Tier::Bulk) => Some(48 * HOUR_MS),
        }
    }
}

impl Tier {
    fn parse(name: &str) -> Result<Self> {
        match name {
            "Expedited" => Ok(Self::Expedited),
            "Standard" => Ok(Self::Standard),
            "Bulk" => Ok(Self::Bulk),
            _ => Err(malformed_xml()),
        }
    }
}

impl Restore {
    /// How it stands.
    pub(crate) fn state(&self, now: Timestamp) -> State {
        match now.millis() {
            now if now < self.ready_ms => State::Ongoing,
            now if now < self.expires_ms => State::Ready(self.expires_ms),
            _ => State::Expired,
        }
    }
}

/// How the copy of an object stands, if there is one or is to be one.
fn state(object: &Object, now: Timestamp) -> Option<State> {
    let restore = object.restore.as_ref().filter(|_| is_archived(object))?;
    Some(restore.state(now)).filter(|state| *state != State::Expired)
}

/// Whether an object's class is an archive.
pub(crate) fn is_archived(object: &Object) -> bool {
    Archive::of(object.headers.class()).is_some()
}

/// Refuses to read an archived object that has no copy.
///
/// # Errors
/// `InvalidObjectState`.
pub(crate) fn check_readable(object: &Object, now: Timestamp) -> Result<()> {
    check(object, now, "The operation is not valid for the object's storage class")
}

/// The same of what is to be copied.
///
/// # Errors
/// `InvalidObjectState`.
pub(crate) fn check_source(object: &Object, now: Timestamp) -> Result<()> {
    check(object, now, "Operation is not valid for the source object's storage class")
}

fn check(object: &Object, now: Timestamp, message: &str) -> Result<()> {
    if !is_archived(object) || matches!(state(object, now), Some(State::Ready(_))) {
        return Ok(());
    }
    let error = Error::new(&INVALID_OBJECT_STATE, message);
    Err(error.with("StorageClass", object.headers.class()))
}

/// What `x-amz-restore` says.
pub(crate) fn header(object: &Object, now: Timestamp) -> Option<String> {
    Some(match state(object, now)? {
        State::Ready(until) => {
            let date = Timestamp(until).http_date();
            format!("ongoing-request=\"false\", expiry-date=\"{date}\"")
        }
        _ => "ongoing-request=\"true\"".to_owned(),
    })
}

/// The same in a listing.
pub(crate) fn status(object: &Object, now: Timestamp) -> Option<RestoreStatus> {
    let (is_ongoing, until) = match state(object, now)? {
        State::Ready(until) => (false, Some(Timestamp(until))),
        _ => (true, None),
    };
    Some(RestoreStatus { is_restore_in_progress: Some(is_ongoing), restore_expiry_date: until })
}

/// What a request says, whatever the object: for how many days, and how fast.
///
/// # Errors
/// `MalformedXML`, `InvalidArgument`; `NotImplemented` for restores that select.
pub(crate) fn read(given: Option<RestoreRequest>) -> Result<(i32, Tier)> {
    let given = given.ok_or_else(malformed_xml)?;
    let selects = given.r#type.is_some()
        || given.select_parameters.is_some()
        || given.output_location.is_some()
        || given.description.is_some();
    if selects {
        return Err(unsupported("RestoreRequest of Type SELECT (leave out Type)"));
    }
    let tier = given.glacier_job_parameters.map(|it| it.tier).or(given.tier);
    let tier = tier.map_or(Ok(Tier::Standard), |tier| Tier::parse(&tier))?;
    let days = given.days.ok_or_else(malformed_xml)?;
    if days < 1 {
        let message = "restoration days should be at least 1";
        return Err(errors::invalid_argument(message, "Days", days.to_string()));
    }
    Ok((days, tier))
}

/// What a request for a copy comes to. Of one that is being made the speed can be changed, to a faster
/// one; of one that is there, until when it stays.
///
/// # Errors
/// `InvalidObjectState`, `RestoreAlreadyInProgress`, `InvalidArgument`.
pub(crate) fn ask(object: &Object, (days, tier): (i32, Tier), now: Timestamp) -> Result<Asked> {
    let Some(archive) = Archive::of(object.headers.class()) else {
        let message = "Restore is not allowed for the object's current storage class";
        return Err(Error::new(&INVALID_OBJECT_STATE, message));
    };
    let takes_ms = archive.takes_ms(tier).ok_or_else(|| {
        let message = "Retrieval option is not supported by this storage class";
        Error::new(&INVALID_ARGUMENT, message)
    })?;
    let made = |days, ready_ms| Restore {
        tier,
        days,
        ready_ms,
        expires_ms: days_after(ready_ms, days),
        told: false,
    };
    let ready_ms = now.millis().saturating_add(takes_ms);
    let old = object.restore.as_ref();
    let restore = match (state(object, now), old) {
        (Some(State::Ready(_)), Some(old)) => {
            let expires_ms = days_after(now.millis(), days);
            let restore = Restore { days, expires_ms, ..old.clone() };
            return Ok(Asked { restore, was_ready: true });
        }
        (Some(_), Some(old)) if tier >= old.tier => {
            return Err(Error::new(&IN_PROGRESS, "Object restore is already in progress"));
        }
        (Some(_), Some(old)) => made(old.days, ready_ms.min(old.ready_ms)),
        _ => made(days, ready_ms),
    };
    Ok(Asked { restore, was_ready: false })
}

#[cfg(test)]
mod tests;
