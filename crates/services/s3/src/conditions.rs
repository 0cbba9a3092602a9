//! Conditions of reads and writes, decided without touching anything.

use crate::bucket::whole_seconds;
use crate::errors;
use crate::lifecycle;
use crate::object::Object;
use platform::{Error, Result};
use shapes::Timestamp;

/// The conditions of a read, in RFC 9110's order of precedence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ReadConditions<'a> {
    pub if_match: Option<&'a str>,
    pub if_none_match: Option<&'a str>,
    pub if_modified_since: Option<Timestamp>,
    pub if_unmodified_since: Option<Timestamp>,
}

/// What the conditions of a read come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Proceed,
    /// `If-None-Match` does not hold.
    Matches,
    /// `If-Modified-Since` does not hold.
    NotModified,
    /// `If-Match` does not hold.
    Differs,
    /// `If-Unmodified-Since` does not hold.
    Modified,
}

impl ReadConditions<'_> {
    /// Decides. A condition on an ETag overrides the one on a date beside it, and a date in the
    /// future is no date to compare with.
    pub(crate) fn decide(&self, etag: &str, modified_ms: i64, now: Timestamp) -> Verdict {
        let modified = whole_seconds(modified_ms);
        match (self.if_match, self.if_unmodified_since) {
            (Some(tags), _) if !matches(tags, etag) => return Verdict::Differs,
            (None, Some(date)) if modified > date => return Verdict::Modified,
            _ => {}
        }
        match (self.if_none_match, self.if_modified_since) {
            (Some(tags), _) if matches(tags, etag) => Verdict::Matches,
            (None, Some(date)) if date <= now && modified <= date => Verdict::NotModified,
            _ => Verdict::Proceed,
        }
    }

    /// The same for a copy's source, where whatever does not hold is a failure.
    pub(crate) fn decide_for_copy(&self, source: &Object, now: Timestamp) -> Result<()> {
        let name = match self.decide(&source.etag, source.modified_ms, now) {
            Verdict::Proceed => return Ok(()),
            Verdict::Matches => "x-amz-copy-source-If-None-Match",
            Verdict::NotModified => "x-amz-copy-source-If-Modified-Since",
            Verdict::Differs => "x-amz-copy-source-If-Match",
            Verdict::Modified => "x-amz-copy-source-If-Unmodified-Since",
        };
        Err(errors::precondition_failed(name))
    }
}

/// Whether one of a header's entity tags is this one, quoted or not.
pub(crate) fn matches(tags: &str, etag: &str) -> bool {
    tags.split(',').any(|tag| {
        let tag = tag.trim();
        let tag = tag.strip_prefix("W/").unwrap_or(tag);
        tag == "*" || tag.trim_matches('"') == etag
    })
}

/// The condition of a write, judged at the instant of its commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum WriteCondition {
    #[default]
    None,
    /// `If-None-Match: *`.
    Absent,
    /// `If-Match` with an ETag.
    Match(String),
    /// The same for an upload that becomes an object, where this content stood under the key when it
    /// began; none where it is empty.
    SinceUpload(Box<Self>, String),
    /// That by then the object has expired, as the bucket's life cycle stands.
    Expired(Timestamp),
}

impl WriteCondition {
    /// From a request's headers, as the page "How to prevent object overwrites with conditional
    /// writes" allows them.
    pub(crate) fn read(if_match: Option<&str>, if_none_match: Option<&str>) -> Result<Self> {
        match (if_match, if_none_match) {
            (None, None) => Ok(Self::None),
            (None, Some("*")) => Ok(Self::Absent),
            (Some(tag), None) if tag != "*" => Ok(Self::Match(tag.to_owned())),
            (Some(_), None) => Err(refused("If-Match")),
            (None, Some(_)) => Err(refused("If-None-Match")),
            (Some(_), Some(_)) => {
                Err(not_implemented("If-Match,If-None-Match", MULTIPLE.to_owned()))
            }
        }
    }

    /// Judges what stands under the key now, in a bucket with this life cycle.
    pub(crate) fn judge(
        &self,
        key: &str,
        now: Option<&Object>,
        life_cycle: &[lifecycle::Rule],
    ) -> Result<()> {
        match (self, now) {
            (Self::SinceUpload(condition, began), now) => {
                condition.judge(key, now, life_cycle)?;
                match (&**condition, now) {
                    (Self::Absent, None) if !began.is_empty() => {
                        Err(errors::conditional_conflict("If-None-Match", key))
                    }
                    (Self::Match(_), Some(object)) if object.content.id() != began => {
                        Err(errors::conditional_conflict("If-Match", key))
                    }
                    _ => Ok(()),
                }
            }
            (Self::Absent, Some(_)) => Err(errors::precondition_failed("If-None-Match")),
            (Self::Match(_) | Self::Expired(_), None) => Err(errors::no_such_key(key)),
            (Self::Expired(by), Some(object)) => {
                match lifecycle::expires(life_cycle, key, object) {
                    Some((at, _)) if at <= by.millis() => Ok(()),
                    _ => Err(errors::operation_aborted()),
                }
            }
            (Self::Match(tag), Some(object)) if !matches(tag, &object.etag) => {
                Err(errors::precondition_failed("If-Match"))
            }
            _ => Ok(()),
        }
    }
}

const MULTIPLE: &str = "Multiple conditional request headers present in the request";

fn refused(header: &'static str) -> Error {
    let why = format!("We don't accept the provided value of {header} header for this API");
    not_implemented(header, why)
}

/// What AWS does not do either, in its words.
fn not_implemented(header: &'static str, why: String) -> Error {
    let message = "A header you provided implies functionality that is not implemented";
    Error::new(&errors::NOT_IMPLEMENTED, message)
        .with("Header", header)
        .with("additionalMessage", why)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: i64 = 10_500;
    const NOW: Timestamp = Timestamp(60_000);

    fn decide(conditions: ReadConditions) -> Verdict {
        conditions.decide("abc", AT, NOW)
    }

    #[test]
    fn reads_follow_the_table_of_rfc_9110() {
        let none = ReadConditions::default();
        let at = |ms| Some(Timestamp(ms));
        let table = [
            (none, Verdict::Proceed),
            (ReadConditions { if_match: Some("\"abc\""), ..none }, Verdict::Proceed),
            (ReadConditions { if_match: Some("abc"), ..none }, Verdict::Proceed),
            (ReadConditions { if_match: Some("*"), ..none }, Verdict::Proceed),
            (ReadConditions { if_match: Some("\"x\", \"abc\""), ..none }, Verdict::Proceed),
            (ReadConditions { if_match: Some("\"x\""), ..none }, Verdict::Differs),
            (ReadConditions { if_none_match: Some("\"abc\""), ..none }, Verdict::Matches),
            (ReadConditions { if_none_match: Some("\"x\""), ..none }, Verdict::Proceed),
            (ReadConditions { if_unmodified_since: at(9000), ..none }, Verdict::Modified),
            (ReadConditions { if_unmodified_since: at(10_000), ..none }, Verdict::Proceed),
            (ReadConditions { if_modified_since: at(10_000), ..none }, Verdict::NotModified),
            (ReadConditions { if_modified_since: at(9000), ..none }, Verdict::Proceed),
            (ReadConditions { if_modified_since: at(61_000), ..none }, Verdict::Proceed),
            (
                ReadConditions { if_match: Some("abc"), if_unmodified_since: at(0), ..none },
                Verdict::Proceed,
            ),
            (
                ReadConditions { if_none_match: Some("x"), if_modified_since: at(10_000), ..none },
                Verdict::Proceed,
            ),
        ];
        for (conditions, verdict) in table {
            assert_eq!(decide(conditions), verdict, "{conditions:?}");
        }
    }

    #[test]
    fn writes_take_a_star_or_an_etag_but_not_both() {
        let read = |if_match, if_none| WriteCondition::read(if_match, if_none);
        assert_eq!(read(None, Some("*")).unwrap(), WriteCondition::Absent);
        assert_eq!(read(Some("\"a\""), None).unwrap(), WriteCondition::Match("\"a\"".into()));
        for (a, b) in [(Some("*"), None), (None, Some("\"a\"")), (Some("a"), Some("*"))] {
            assert_eq!(read(a, b).unwrap_err().code(), "NotImplemented");
        }
    }
}
