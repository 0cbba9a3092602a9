//! Life cycles: which objects expire and which uploads are given up, and when ("Managing the lifecycle
//! of objects").

pub(crate) mod configuration;
pub(crate) mod pass;

use crate::bucket::Bucket;
use crate::listing::url_encode;
use crate::object::Object;
use crate::tags::Tags;
use serde::{Deserialize, Serialize};
use shapes::Timestamp;

pub(crate) const DAY_MS: i64 = 24 * 3600 * 1000;

/// A rule, in the form in which it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Rule {
    pub id: String,
    pub enabled: bool,
    /// The prefix of keys, where it stands in the rule itself, as it did before there were filters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiration: Option<Expiration>,
    /// After how many days an upload that is not completed is given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abort_days: Option<i32>,
}

/// Which objects a rule is about. All of it must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Filter {
    /// Whether it was given in `And`.
    pub and: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub larger_than: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smaller_than: Option<i64>,
}

/// When objects expire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Expiration {
    /// So many days after they were written, at the midnight that follows.
    Days(i32),
    /// At an instant, in milliseconds since the epoch.
    Date(i64),
}

/// So many days after an instant, rounded up to midnight.
fn days_after(ms: i64, days: i32) -> i64 {
    let end = ms.saturating_add(i64::from(days).saturating_mul(DAY_MS));
    end.div_euclid(DAY_MS)
        .saturating_add(i64::from(end.rem_euclid(DAY_MS) > 0))
        .saturating_mul(DAY_MS)
}

impl Rule {
    fn begins(&self, key: &str) -> bool {
        let of_filter = self.filter.as_ref().and_then(|filter| filter.prefix.as_ref());
        let prefix = self.prefix.as_ref().or(of_filter);
        self.enabled && prefix.is_none_or(|prefix| key.starts_with(&**prefix))
    }

    fn is_about(&self, key: &str, object: &Object) -> bool {
        let size = i64::try_from(object.size).unwrap_or(i64::MAX);
        let filtered = self.filter.as_ref().is_none_or(|filter| {
            let tags = &object.headers.tags;
            filter.tags.iter().all(|(key, value)| tags.get(key) == Some(value))
                && filter.larger_than.is_none_or(|least| size > least)
                && filter.smaller_than.is_none_or(|most| size < most)
        });
        filtered && self.begins(key)
    }

    /// When an object expires by this rule, in milliseconds since the epoch.
    fn expires_ms(&self, key: &str, object: &Object) -> Option<i64> {
        let expiration = self.expiration.filter(|_| self.is_about(key, object))?;
        Some(match expiration {
            Expiration::Days(days) => days_after(object.modified_ms, days),
            Expiration::Date(date) => date,
        })
    }

    /// When an upload is given up by this rule, in milliseconds since the epoch.
    fn aborts_ms(&self, key: &str, initiated_ms: i64) -> Option<i64> {
        let days = self.abort_days.filter(|_| self.begins(key))?;
        Some(days_after(initiated_ms, days))
    }
}

/// The earliest of some instants, with whose it is.
fn first<'a>(all: impl Iterator<Item = (Option<i64>, &'a Rule)>) -> Option<(i64, &'a Rule)> {
    all.filter_map(|(at, rule)| Some((at?, rule))).min_by_key(|(at, _)| *at)
}

/// When an object expires, and by which rule.
pub(crate) fn expires<'a>(
    rules: &'a [Rule],
    key: &str,
    object: &Object,
) -> Option<(i64, &'a Rule)> {
    first(rules.iter().map(|rule| (rule.expires_ms(key, object), rule)))
}

/// When an upload is given up, and by which rule.
pub(crate) fn aborts<'a>(rules: &'a [Rule], key: &str, since_ms: i64) -> Option<(i64, &'a Rule)> {
    first(rules.iter().map(|rule| (rule.aborts_ms(key, since_ms), rule)))
}

/// What `x-amz-expiration` says of an object, where it expires.
pub(crate) fn header(bucket: &Bucket, key: &str, object: &Object) -> Option<String> {
    let (at, rule) = expires(&bucket.settings.lifecycle, key, object)?;
    let (date, id) = (Timestamp(at).http_date(), url_encode(&rule.id));
    Some(format!("expiry-date=\"{date}\", rule-id=\"{id}\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Content, Run};
    use crate::headers::Headers;

    fn rule() -> Rule {
        Rule {
            id: "a b".into(),
            enabled: true,
            prefix: None,
            filter: Some(Filter::default()),
            expiration: Some(Expiration::Days(1)),
            abort_days: Some(2),
        }
    }

    fn object(size: u64, modified_ms: i64) -> Object {
        let content = Content::Run(Run::Inline("i".into()));
        let tags = [("a".to_owned(), "1".to_owned())].into();
        let headers = Headers { tags, ..Headers::default() };
        Object {
            size,
            etag: "e".into(),
            modified_ms,
            content,
            checksum: None,
            headers,
            version: None,
        }
    }

    #[test]
    fn the_first_layout_is_still_read() {
        let json = r#"{"id":"i","enabled":true,"filter":{"and":true,"prefix":"a/","tags":{"a":"1"},"larger_than":1,"smaller_than":9},"expiration":{"days":3},"abort_days":2}"#;
        let rule: Rule = serde_json::from_str(json).unwrap();
        assert_eq!(rule.expiration, Some(Expiration::Days(3)));
        assert_eq!(serde_json::to_string(&rule).unwrap(), json);
    }

    #[test]
    fn days_end_at_midnight() {
        let day = |days: i64| days * DAY_MS;
        assert_eq!(rule().expires_ms("k", &object(1, 5)), Some(day(2)));
        assert_eq!(rule().expires_ms("k", &object(1, day(1))), Some(day(2)));
        assert_eq!(rule().aborts_ms("k", day(1) + 1), Some(day(4)));
        let dated = Rule { expiration: Some(Expiration::Date(day(9))), ..rule() };
        assert_eq!(dated.expires_ms("k", &object(1, 5)), Some(day(9)));
        let off = Rule { enabled: false, ..rule() };
        assert_eq!((off.expires_ms("k", &object(1, 5)), off.aborts_ms("k", 5)), (None, None));
        let rules = [dated, rule()];
        assert_eq!(expires(&rules, "k", &object(1, 5)).unwrap().0, day(2));
    }

    #[test]
    fn all_of_a_filter_must_hold() {
        let with = |filter| Rule { filter: Some(filter), ..rule() };
        let about = |rule: Rule, key: &str| rule.expires_ms(key, &object(5, 0)).is_some();
        let prefix = || Filter { prefix: Some("a/".into()), ..Filter::default() };
        assert!(about(with(prefix()), "a/b") && !about(with(prefix()), "b/a"));
        let tagged =
            |value: &str| Filter { tags: [("a".to_owned(), value.to_owned())].into(), ..prefix() };
        assert!(about(with(tagged("1")), "a/b") && !about(with(tagged("2")), "a/b"));
        let sized = |larger_than, smaller_than| Filter { larger_than, smaller_than, ..prefix() };
        assert!(about(with(sized(Some(4), Some(6))), "a/b"));
        assert!(!about(with(sized(Some(5), None)), "a/b"));
        assert!(!about(with(sized(None, Some(5))), "a/b"));
        let old = Rule { prefix: Some("a/".into()), filter: None, ..rule() };
        assert!(about(old.clone(), "a/b") && !about(old, "b"));
    }
}
