//! Object lock: which versions cannot be removed, and until when ("Locking objects with Object Lock").
//!
//! What is set for a bucket lies in its record, as [`Locking`], and what holds for a version in its own,
//! as [`Lock`]. Whether something may be removed or changed is decided here, without touching anything.

pub(crate) mod configuration;

use crate::bucket::Bucket;
use crate::errors::{self, INVALID_ARGUMENT, invalid_argument};
use crate::lifecycle::DAY_MS;
use crate::object::Object;
use platform::{Error, Result};
use serde::{Deserialize, Serialize};
use shapes::s3::errors::ACCESS_DENIED;
use shapes::s3::{ObjectLockLegalHold, ObjectLockRetention};
use shapes::{ErrorShape, Timestamp};

static NO_LOCK: ErrorShape = ErrorShape::client("NoSuchObjectLockConfiguration", 404);

const MODE: &str = "x-amz-object-lock-mode";
const UNTIL: &str = "x-amz-object-lock-retain-until-date";
const HOLD: &str = "x-amz-object-lock-legal-hold";
const BYPASS: &str = "x-amz-bypass-governance-retention";

/// Who can take a retention away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Mode {
    /// Whoever may bypass it, and says so.
    Governance,
    /// Nobody, the root user included.
    Compliance,
}

/// Until when a version stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Retention {
    pub mode: Mode,
    /// In milliseconds since the epoch.
    pub until_ms: i64,
}

/// What keeps a version from being removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Lock {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention: Option<Retention>,
    /// Whether a legal hold is on; nothing where none was ever set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_hold: Option<bool>,
}

/// What is set for a bucket whose objects can be locked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Locking {
    /// What new versions get that name nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention: Option<DefaultRetention>,
}

/// How long new versions stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DefaultRetention {
    pub mode: Mode,
    pub period: Period,
}

/// A span as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Period {
    Days(i32),
    Years(i32),
}

/// What a request's headers say of the lock of a version that is to be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked<'a> {
    pub mode: Option<&'a str>,
    pub until: Option<Timestamp>,
    pub hold: Option<&'a str>,
}

/// The headers of a request that makes a version; event holds are refused by name.
macro_rules! asked {
    ($input:expr) => {{
        $crate::refuse::refuse!($input;
            object_lock_event_hold => "x-amz-object-lock-event-hold",
            object_lock_event_hold_duration_days => "x-amz-object-lock-event-hold-duration-days",
            object_lock_event_hold_duration_years => "x-amz-object-lock-event-hold-duration-years",
        );
        $crate::lock::Asked {
            mode: $input.object_lock_mode.as_deref(),
            until: $input.object_lock_retain_until_date,
            hold: $input.object_lock_legal_hold_status.as_deref(),
        }
    }};
}

/// Shows a lock in an answer's headers.
macro_rules! show {
    ($output:expr, $lock:expr) => {
        if let Some(lock) = $lock {
            let retention = lock.retention.as_ref();
            $output.object_lock_mode = retention.map(|it| it.mode.name().to_owned());
            $output.object_lock_retain_until_date = retention.map(|it| it.until());
            $output.object_lock_legal_hold_status =
                lock.legal_hold.map(|is_on| $crate::lock::on_off(is_on).to_owned());
        }
    };
}

pub(crate) use {asked, show};

impl Mode {
    /// Its name on the wire.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Governance => "GOVERNANCE",
            Self::Compliance => "COMPLIANCE",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        [Self::Governance, Self::Compliance].into_iter().find(|mode| mode.name() == name)
    }
}

impl Retention {
    /// The end.
    pub(crate) fn until(&self) -> Timestamp {
        Timestamp(self.until_ms)
    }

    fn holds(&self, now: Timestamp) -> bool {
        self.until_ms > now.millis()
    }

    /// Whether what follows keeps at least as much.
    fn is_kept_by(&self, next: Option<&Self>) -> bool {
        next.is_some_and(|next| next.mode == self.mode && next.until_ms >= self.until_ms)
    }
}

impl Lock {
    /// The same, if it says anything.
    pub(crate) fn kept(self) -> Option<Self> {
        Some(self).filter(|it| it.retention.is_some() || it.legal_hold.is_some())
    }

    /// The same with another retention.
    ///
    /// # Errors
    /// `AccessDenied` where that would take something away from one that holds.
    pub(crate) fn retained(
        &self,
        next: Option<Retention>,
        now: Timestamp,
        bypass: bool,
    ) -> Result<Self> {
        let held = self.retention.filter(|it| it.holds(now));
        let is_free = held.is_none_or(|it| {
            it.is_kept_by(next.as_ref()) || (it.mode == Mode::Governance && bypass)
        });
        if is_free { Ok(Self { retention: next, ..self.clone() }) } else { Err(protected()) }
    }

    /// What a replica has when its source has this: what holds there stays.
    pub(crate) fn following(
        there: Option<&Self>,
        source: Option<&Self>,
        now: Timestamp,
    ) -> Option<Self> {
        let mut lock = there.cloned().unwrap_or_default();
        let source = source.cloned().unwrap_or_default();
        if source.retention.is_some() {
            lock = lock.retained(source.retention, now, true).unwrap_or(lock);
        }
        lock.legal_hold = source.legal_hold.or(lock.legal_hold);
        lock.kept()
    }
}

impl DefaultRetention {
    /// What a version gets that is made now. A year has 365 days.
    fn of(self, now: Timestamp) -> Retention {
        let days = match self.period {
            Period::Days(days) => i64::from(days),
            Period::Years(years) => i64::from(years) * 365,
        };
        let until_ms = now.millis().saturating_add(days.saturating_mul(DAY_MS));
        Retention { mode: self.mode, until_ms: until_ms.div_euclid(1000) * 1000 }
    }
}

impl Asked<'_> {
    /// What is asked, whatever the bucket.
    ///
    /// # Errors
    /// `InvalidArgument`.
    fn read(&self, now: Timestamp) -> Result<Lock> {
        let both = |missing| {
            let error = Error::new(
                &INVALID_ARGUMENT,
                "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be \
                 supplied",
            );
            error.with("ArgumentName", missing)
        };
        let retention = match (self.mode, self.until) {
            (None, None) => None,
            (Some(_), None) => return Err(both(UNTIL)),
            (None, Some(_)) => return Err(both(MODE)),
            (Some(mode), Some(until)) => {
                let mode = Mode::parse(mode)
                    .ok_or_else(|| invalid_argument("Unknown wormMode directive.", MODE, mode))?;
                Some(Retention { mode, until_ms: future(until, UNTIL, now)? })
            }
        };
        let legal_hold = self.hold.map(|status| {
            parse_hold(status).ok_or_else(|| {
                invalid_argument("Legal Hold must be either of 'ON' or 'OFF'", HOLD, status)
            })
        });
        Ok(Lock { retention, legal_hold: legal_hold.transpose()? })
    }

    /// The lock that a version is to have in this bucket, but for what it has by default.
    ///
    /// # Errors
    /// `InvalidArgument`; `InvalidRequest` for a bucket without object lock.
    pub(crate) fn lock(&self, bucket: &Bucket, now: Timestamp) -> Result<Option<Lock>> {
        let lock = self.read(now)?.kept();
        if lock.is_some() {
            check(bucket)?;
        }
        Ok(lock)
    }
}

impl Locking {
    /// Gives a version that is made now what it has by default: a retention, unless one was asked for.
    pub(crate) fn dress(&self, object: &mut Object, now: Timestamp) {
        let Some(retention) = self.retention else { return };
        let lock = object.lock.get_or_insert_default();
        lock.retention.get_or_insert_with(|| retention.of(now));
    }
}

/// A version with a lock must come with a digest of its content: in `Content-MD5`, or a checksum.
///
/// # Errors
/// `InvalidRequest`.
pub(crate) fn needs_digest(bucket: &Bucket, lock: Option<&Lock>, is_given: bool) -> Result<()> {
    let by_default = bucket.settings.locking.as_ref().and_then(|it| it.retention);
    if is_given || (lock.is_none() && by_default.is_none()) {
        return Ok(());
    }
    Err(errors::invalid_request(
        "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object \
         Lock parameters",
    ))
}

/// Whether a version may be removed.
///
/// # Errors
/// `AccessDenied`.
pub(crate) fn may_remove(object: &Object, now: Timestamp, bypass: bool) -> Result<()> {
    let Some(lock) = &object.lock else { return Ok(()) };
    let is_free = lock.retained(None, now, bypass).is_ok();
    if is_free && lock.legal_hold != Some(true) { Ok(()) } else { Err(protected()) }
}

/// Refuses to bypass what no object of a bucket can have.
///
/// # Errors
/// `InvalidArgument`.
pub(crate) fn check_bypass(bucket: &Bucket, bypass: Option<bool>) -> Result<()> {
    if bypass.is_none() || bucket.settings.locking.is_some() {
        return Ok(());
    }
    let message = format!("{BYPASS} is only applicable to Object Lock enabled buckets.");
    Err(Error::new(&INVALID_ARGUMENT, message).with("ArgumentName", BYPASS))
}

/// Refuses a bucket whose objects have no locks.
///
/// # Errors
/// `InvalidRequest`.
pub(crate) fn check(bucket: &Bucket) -> Result<()> {
    if bucket.settings.locking.is_some() { Ok(()) } else { Err(not_locking()) }
}

/// A retention as `PutObjectRetention` gives it; an empty one takes it away.
///
/// # Errors
/// `MalformedXML`, `InvalidArgument`; `NotImplemented` for event holds.
pub(crate) fn read_retention(
    given: Option<ObjectLockRetention>,
    now: Timestamp,
) -> Result<Option<Retention>> {
    let given = given.ok_or_else(errors::malformed_xml)?;
    if given.event_hold.is_some() || given.event_hold_duration.is_some() {
        return Err(errors::unsupported("Retention.EventHold (leave it out)"));
    }
    match (given.mode.as_deref(), given.retain_until_date) {
        (None, None) => Ok(None),
        (Some(mode), Some(until)) => {
            let mode = Mode::parse(mode).ok_or_else(errors::malformed_xml)?;
            Ok(Some(Retention { mode, until_ms: future(until, "RetainUntilDate", now)? }))
        }
        _ => Err(errors::malformed_xml()),
    }
}

/// A legal hold as `PutObjectLegalHold` gives it.
///
/// # Errors
/// `MalformedXML`.
pub(crate) fn read_hold(given: Option<ObjectLockLegalHold>) -> Result<bool> {
    let status = given.and_then(|it| it.status);
    status.as_deref().and_then(parse_hold).ok_or_else(errors::malformed_xml)
}

/// What is not set for an object.
pub(crate) fn absent() -> Error {
    Error::new(&NO_LOCK, "The specified object does not have a ObjectLock configuration")
}

/// How a legal hold is written.
pub(crate) fn on_off(is_on: bool) -> &'static str {
    if is_on { "ON" } else { "OFF" }
}

fn parse_hold(status: &str) -> Option<bool> {
    [true, false].into_iter().find(|is_on| on_off(*is_on) == status)
}

fn future(until: Timestamp, name: &str, now: Timestamp) -> Result<i64> {
    if until > now {
        return Ok(until.millis());
    }
    let message = "The retain until date must be in the future!";
    Err(invalid_argument(message, name, until.iso8601()))
}

fn not_locking() -> Error {
    errors::invalid_request("Bucket is missing Object Lock Configuration")
}

fn protected() -> Error {
    Error::new(&ACCESS_DENIED, "Access Denied because object protected by object lock.")
}

#[cfg(test)]
mod tests;
