//! What rules say of versions that are no longer current, and of delete markers.

use super::{Minimum, Noncurrent, Rule, days_after, last_class};
use crate::object::Object;
use crate::replication::Replicated;
use crate::tags::Tags;
use shapes::Timestamp;

/// A version that is no longer current.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Old<'a> {
    pub key: &'a str,
    /// The object; nothing for a delete marker.
    pub object: Option<&'a Object>,
    /// Since when it is no longer current: since the next one was written.
    pub since_ms: i64,
    /// How many newer ones there are that are no longer current either.
    pub newer: i32,
}

impl Noncurrent {
    fn is_due(self, old: &Old<'_>, now: Timestamp) -> bool {
        days_after(old.since_ms, self.days) <= now.millis()
            && self.newer.is_none_or(|newer| old.newer >= newer)
    }
}

impl Old<'_> {
    fn is_covered_by(&self, rule: &Rule) -> bool {
        match self.object {
            Some(object) => rule.is_about(self.key, object),
            None => rule.covers(self.key, 0, &Tags::new()),
        }
    }

    /// Whether it must be brought elsewhere before anything is done with it.
    fn is_held_back(&self) -> bool {
        let replicated = self.object.and_then(|object| object.replication.as_ref());
        replicated.is_some_and(Replicated::holds_back)
    }

    /// Whether it goes by now.
    pub(crate) fn goes(&self, rules: &[Rule], now: Timestamp) -> bool {
        if self.is_held_back() {
            return false;
        }
        let says = |rule: &Rule| {
            rule.noncurrent_expiration.is_some_and(|when| when.is_due(self, now))
                && self.is_covered_by(rule)
        };
        rules.iter().any(says)
    }

    /// The storage class that it should be in by now, where that is another.
    pub(crate) fn moves_to<'r>(
        &self,
        (rules, minimum): (&'r [Rule], Minimum),
        now: Timestamp,
    ) -> Option<&'r str> {
        let object = self.object.filter(|_| !self.is_held_back())?;
        let due = rules.iter().filter(|rule| self.is_covered_by(rule)).flat_map(|rule| {
            let all = rule.noncurrent_transitions.iter();
            all.filter(|it| {
                it.when.is_due(self, now) && rule.moves(minimum, object.size, &it.class)
            })
        });
        last_class(object, due.map(|it| &*it.class))
    }
}

/// Whether a delete marker goes that was written then, and of whose key nothing else is left.
pub(crate) fn marker_goes(rules: &[Rule], key: &str, modified_ms: i64, now: Timestamp) -> bool {
    use super::Expiration::Marker;
    rules.iter().any(|rule| {
        let is_due = match rule.expiration {
            Some(Marker(goes)) => goes,
            Some(other) => other.of(modified_ms).is_some_and(|at| at <= now.millis()),
            None => false,
        };
        is_due && rule.covers(key, 0, &Tags::new())
    })
}

/// Whether any rule is about versions or delete markers, so that a pass must look at them.
pub(crate) fn asks(rules: &[Rule]) -> bool {
    let says = |rule: &Rule| {
        rule.enabled
            && (rule.noncurrent_expiration.is_some() || !rule.noncurrent_transitions.is_empty())
    };
    rules.iter().any(says)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lifecycle::{DAY_MS, Expiration, Filter, NoncurrentTransition};
    use crate::object::OBJECTS;
    use crate::replication::Status;

    fn object(size: u64) -> Object {
        let json = br#"{"size":0,"etag":"e","modified_ms":0,"content":{"run":{"inline":"i"}}}"#;
        Object { size, ..OBJECTS.decode(b"k", json).unwrap() }
    }

    fn rule(days: i32, newer: Option<i32>) -> Rule {
        let noncurrent_expiration = Some(Noncurrent { days, newer });
        Rule { enabled: true, noncurrent_expiration, ..Rule::default() }
    }

    fn day(days: i64) -> Timestamp {
        Timestamp(days * DAY_MS)
    }

    #[test]
    fn versions_go_after_their_days_but_for_the_newest() {
        let object = object(1);
        let old = |since: i64, newer| Old {
            key: "a/k",
            object: Some(&object),
            since_ms: since * DAY_MS,
            newer,
        };
        let goes = |rule: Rule, old: Old, now| old.goes(&[rule], day(now));
        assert!(!goes(rule(2, None), old(5, 0), 6));
        assert!(goes(rule(2, None), old(5, 0), 7));
        assert!(!goes(rule(2, Some(3)), old(5, 2), 7));
        let waiting = Some(Replicated::To([("b".to_owned(), Status::Pending)].into()));
        let waiting = Object { replication: waiting, ..object.clone() };
        let old_waiting = Old { object: Some(&waiting), ..old(5, 0) };
        assert!(!goes(rule(2, None), old_waiting, 7), "it is nowhere else yet");
        assert!(goes(rule(2, Some(3)), old(5, 3), 7));
        assert!(!goes(Rule { enabled: false, ..rule(1, None) }, old(0, 0), 9));
        let filter = |filter| Rule { filter: Some(filter), ..rule(1, None) };
        let elsewhere = Filter { prefix: Some("b/".into()), ..Filter::default() };
        assert!(!goes(filter(elsewhere), old(0, 0), 9));
        let empty = Filter { smaller_than: Some(1), ..Filter::default() };
        assert!(!goes(filter(empty.clone()), old(0, 0), 9));
        let marker = Old { object: None, ..old(0, 0) };
        assert!(goes(filter(empty), marker, 9));
        let tags = [("a".to_owned(), "1".to_owned())].into();
        let tagged = Filter { tags, ..Filter::default() };
        assert!(!goes(filter(tagged), marker, 9));
    }

    #[test]
    fn versions_are_moved_as_objects_are() {
        let to = |class: &str, days, newer| NoncurrentTransition {
            class: class.into(),
            when: Noncurrent { days, newer },
        };
        let noncurrent_transitions = vec![to("STANDARD_IA", 30, None), to("GLACIER", 60, Some(1))];
        let rules = [Rule { enabled: true, noncurrent_transitions, ..Rule::default() }];
        assert!(asks(&rules) && !asks(&[Rule { enabled: true, ..Rule::default() }]));
        let object = object(200_000);
        let moved = |newer, now| {
            let old = Old { key: "k", object: Some(&object), since_ms: 0, newer };
            old.moves_to((&rules, Minimum::All), day(now)).unwrap_or_default().to_owned()
        };
        assert_eq!(moved(0, 29), "");
        assert_eq!(moved(0, 90), "STANDARD_IA");
        assert_eq!(moved(1, 90), "GLACIER");
    }

    #[test]
    fn a_marker_of_which_nothing_is_left_goes() {
        let with =
            |expiration| [Rule { enabled: true, expiration: Some(expiration), ..Rule::default() }];
        let goes = |expiration, now| marker_goes(&with(expiration), "k", 3 * DAY_MS, day(now));
        assert!(goes(Expiration::Marker(true), 3));
        assert!(!goes(Expiration::Marker(false), 9));
        assert!(!goes(Expiration::Days(2), 4));
        assert!(goes(Expiration::Days(2), 5));
        assert!(goes(Expiration::Date(0), 3));
        assert!(!marker_goes(&[rule(1, None)], "k", 0, day(9)));
    }
}
