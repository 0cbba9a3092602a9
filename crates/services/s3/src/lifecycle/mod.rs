//! Life cycles: which objects and versions expire, change their storage class, and which uploads are
//! given up, and when ("Managing the lifecycle of objects").

pub(crate) mod configuration;
pub(crate) mod pass;
pub(crate) mod versions;

use crate::bucket::Bucket;
use crate::listing::url_encode;
use crate::object::Object;
use crate::tags::Tags;
use serde::{Deserialize, Serialize};
use shapes::Timestamp;

pub(crate) const DAY_MS: i64 = 24 * 3600 * 1000;

/// Smaller objects keep their storage class, unless a rule says how large they must be.
const LEAST_MOVED: u64 = 128 * 1024;

/// A rule, in the form in which it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// When objects get another storage class.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transitions: Vec<Transition>,
    /// When versions that are no longer current get another storage class.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub noncurrent_transitions: Vec<NoncurrentTransition>,
    /// When versions that are no longer current go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noncurrent_expiration: Option<Noncurrent>,
}

/// When objects get which storage class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Transition {
    pub class: String,
    /// Never a marker's.
    pub at: Expiration,
}

/// Which versions something is about that are no longer current.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Noncurrent {
    /// For how many days they must have been that.
    pub days: i32,
    /// How many newer ones there must be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<i32>,
}

/// When versions that are no longer current get which storage class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NoncurrentTransition {
    pub class: String,
    #[serde(flatten)]
    pub when: Noncurrent,
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
    /// Delete markers of which nothing else is left, or with `false` nothing.
    Marker(bool),
}

/// Which objects are too small to change their storage class, where no rule says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Minimum {
    /// Those under 128 KiB.
    #[default]
    All,
    /// The same, except for archives.
    Varies,
}

/// So many days after an instant, rounded up to midnight.
pub(crate) fn days_after(ms: i64, days: i32) -> i64 {
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
        self.covers(key, object.size, &object.headers.tags)
    }

    /// Whether it is about what has this size and these tags. A delete marker has neither.
    fn covers(&self, key: &str, size: u64, tags: &Tags) -> bool {
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        let filtered = self.filter.as_ref().is_none_or(|filter| {
            filter.tags.iter().all(|(key, value)| tags.get(key) == Some(value))
                && filter.larger_than.is_none_or(|least| size > least)
                && filter.smaller_than.is_none_or(|most| size < most)
        });
        filtered && self.begins(key)
    }

    /// Whether objects may be moved into a class that are so large.
    fn moves(&self, minimum: Minimum, size: u64, class: &str) -> bool {
        let says = |filter: &Filter| filter.larger_than.or(filter.smaller_than).is_some();
        size >= LEAST_MOVED
            || self.filter.as_ref().is_some_and(says)
            || (minimum == Minimum::Varies && matches!(class, "GLACIER" | "DEEP_ARCHIVE"))
    }

    /// When an object expires by this rule, in milliseconds since the epoch.
    fn expires_ms(&self, key: &str, object: &Object) -> Option<i64> {
        let expiration = self.expiration.filter(|_| self.is_about(key, object))?;
        expiration.of(object.modified_ms)
    }

    /// When an upload is given up by this rule, in milliseconds since the epoch.
    fn aborts_ms(&self, key: &str, initiated_ms: i64) -> Option<i64> {
        let days = self.abort_days.filter(|_| self.begins(key))?;
        Some(days_after(initiated_ms, days))
    }
}

impl Expiration {
    /// When it is due for what was written then.
    fn of(self, modified_ms: i64) -> Option<i64> {
        match self {
            Self::Days(days) => Some(days_after(modified_ms, days)),
            Self::Date(date) => Some(date),
            Self::Marker(_) => None,
        }
    }
}

/// The storage classes into which objects are moved. None is moved into one before its own.
pub(crate) const CLASSES: [&str; 6] =
    ["STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"];

/// The place of a class among them.
fn rank(class: &str) -> Option<usize> {
    CLASSES.iter().position(|it| *it == class)
}

/// Whether a life cycle moves objects from one class to the other ("Supported lifecycle
/// transitions").
fn leads(from: &str, to: &str) -> bool {
    match from {
        "STANDARD" | "REDUCED_REDUNDANCY" => true,
        "ONEZONE_IA" | "GLACIER_IR" => matches!(to, "GLACIER" | "DEEP_ARCHIVE"),
        _ => rank(from).is_some_and(|from| rank(to) > Some(from)),
    }
}

/// The class that an object should be in by now, where that is another. Of several that are due it is
/// the last.
pub(crate) fn moves_to<'a>(
    (rules, minimum): (&'a [Rule], Minimum),
    key: &str,
    object: &Object,
    now: Timestamp,
) -> Option<&'a str> {
    let due = rules.iter().filter(|rule| rule.is_about(key, object)).flat_map(|rule| {
        let is_due = |it: &&Transition| {
            it.at.of(object.modified_ms).is_some_and(|at| at <= now.millis())
                && rule.moves(minimum, object.size, &it.class)
        };
        rule.transitions.iter().filter(is_due)
    });
    last_class(object, due.map(|it| &*it.class))
}

/// The last of some classes that an object can be moved to.
fn last_class<'a>(object: &Object, due: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    due.filter(|class| leads(object.headers.class(), class)).max_by_key(|class| rank(class))
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

/// What `x-amz-expiration` says of an object, where it expires. A rule's id stands there as it is, unless
/// no header can carry it.
pub(crate) fn header(bucket: &Bucket, key: &str, object: &Object) -> Option<String> {
    let (at, rule) = expires(&bucket.settings.lifecycle, key, object)?;
    let date = Timestamp(at).http_date();
    let is_plain = rule.id.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"');
    let id = if is_plain { rule.id.clone() } else { url_encode(&rule.id) };
    Some(format!("expiry-date=\"{date}\", rule-id=\"{id}\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::OBJECTS;

    fn rule() -> Rule {
        Rule {
            id: "a b".into(),
            enabled: true,
            prefix: None,
            filter: Some(Filter::default()),
            expiration: Some(Expiration::Days(1)),
            abort_days: Some(2),
            ..Rule::default()
        }
    }

    fn object(size: u64, modified_ms: i64) -> Object {
        let json = br#"{"size":0,"etag":"e","modified_ms":0,"content":{"run":{"inline":"i"}},"headers":{"tags":{"a":"1"}}}"#;
        Object { size, modified_ms, ..OBJECTS.decode(b"k", json).unwrap() }
    }

    fn of_class(size: u64, class: &str) -> Object {
        let mut object = object(size, 0);
        object.headers.storage_class = Some(class.to_owned()).filter(|it| it != "STANDARD");
        object
    }

    #[test]
    fn the_first_layout_is_still_read() {
        let json = r#"{"id":"i","enabled":true,"filter":{"and":true,"prefix":"a/","tags":{"a":"1"},"larger_than":1,"smaller_than":9},"expiration":{"days":3},"abort_days":2}"#;
        let rule: Rule = serde_json::from_str(json).unwrap();
        assert_eq!(rule.expiration, Some(Expiration::Days(3)));
        assert_eq!(serde_json::to_string(&rule).unwrap(), json);
        let json = r#"{"id":"i","enabled":true,"transitions":[{"class":"GLACIER","at":{"days":0}}],"noncurrent_transitions":[{"class":"GLACIER","days":1,"newer":2}],"noncurrent_expiration":{"days":3}}"#;
        let rule: Rule = serde_json::from_str(json).unwrap();
        assert_eq!(rule.noncurrent_transitions[0].when.newer, Some(2));
        assert_eq!(serde_json::to_string(&rule).unwrap(), json);
    }

    #[test]
    fn classes_follow_the_waterfall() {
        let to = |from: &str| {
            let to: Vec<_> = CLASSES.iter().filter(|to| leads(from, to)).copied().collect();
            to.join(" ")
        };
        let all = "STANDARD_IA INTELLIGENT_TIERING ONEZONE_IA GLACIER_IR GLACIER DEEP_ARCHIVE";
        assert_eq!(to("STANDARD"), all);
        assert_eq!(to("STANDARD_IA"), all.strip_prefix("STANDARD_IA ").unwrap());
        assert_eq!(to("INTELLIGENT_TIERING"), "ONEZONE_IA GLACIER_IR GLACIER DEEP_ARCHIVE");
        assert_eq!(to("ONEZONE_IA"), "GLACIER DEEP_ARCHIVE");
        assert_eq!(to("GLACIER_IR"), "GLACIER DEEP_ARCHIVE");
        assert_eq!(to("GLACIER"), "DEEP_ARCHIVE");
        assert_eq!(to("DEEP_ARCHIVE"), "");
    }

    #[test]
    fn an_object_is_moved_to_the_last_class_that_is_due() {
        let to = |class: &str, days| Transition { class: class.into(), at: Expiration::Days(days) };
        let transitions = vec![to("STANDARD_IA", 30), to("GLACIER", 60), to("DEEP_ARCHIVE", 90)];
        let rules = [Rule { transitions, ..rule() }];
        let large = LEAST_MOVED;
        let moved = |rules: &[Rule], minimum, object: &Object, day: i64| {
            let now = Timestamp(day * DAY_MS);
            moves_to((rules, minimum), "k", object, now).map(str::to_owned).unwrap_or_default()
        };
        let all = Minimum::All;
        for (class, day, to) in [
            ("STANDARD", 29, ""),
            ("STANDARD", 30, "STANDARD_IA"),
            ("STANDARD_IA", 30, ""),
            ("STANDARD_IA", 60, "GLACIER"),
            ("STANDARD", 100, "DEEP_ARCHIVE"),
            ("DEEP_ARCHIVE", 100, ""),
        ] {
            assert_eq!(moved(&rules, all, &of_class(large, class), day), to, "{class} {day}");
        }
        let small = of_class(large - 1, "STANDARD");
        assert_eq!(moved(&rules, all, &small, 100), "");
        assert_eq!(moved(&rules, Minimum::Varies, &small, 31), "");
        assert_eq!(moved(&rules, Minimum::Varies, &small, 61), "GLACIER");
        let filter = Filter { larger_than: Some(1), ..Filter::default() };
        let sized = [Rule { filter: Some(filter), ..rules[0].clone() }];
        assert_eq!(moved(&sized, all, &small, 31), "STANDARD_IA");
    }

    #[test]
    fn a_rules_id_stands_in_the_header_as_it_is() {
        let named = |id: &str| {
            let lifecycle = vec![Rule { id: id.into(), ..rule() }];
            let settings = crate::settings::Settings { lifecycle, ..Default::default() };
            let json = br#"{"account":"0","region":"r","created_ms":0,"incarnation":"i"}"#;
            let bucket = Bucket { settings, ..crate::bucket::BUCKETS.decode(b"k", json).unwrap() };
            header(&bucket, "k", &object(1, 0)).unwrap()
        };
        let date = "expiry-date=\"Fri, 02 Jan 1970 00:00:00 GMT\"";
        assert_eq!(named("a b/c"), format!("{date}, rule-id=\"a b/c\""));
        assert_eq!(named("\u{fc}"), format!("{date}, rule-id=\"%C3%BC\""));
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
