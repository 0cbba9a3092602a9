use super::*;
use shapes::Timestamp;
use shapes::s3::{
    AbortIncompleteMultipartUpload, LifecycleRuleAndOperator, NoncurrentVersionTransition, Tag,
    Transition,
};

fn rule() -> LifecycleRule {
    LifecycleRule {
        id: Some("i".into()),
        status: "Enabled".into(),
        filter: Some(LifecycleRuleFilter::default()),
        expiration: Some(LifecycleExpiration { days: Some(1), ..Default::default() }),
        ..LifecycleRule::default()
    }
}

fn old(id: &str, prefix: &str) -> LifecycleRule {
    LifecycleRule { id: Some(id.into()), prefix: Some(prefix.into()), filter: None, ..rule() }
}

fn refused(rules: Vec<LifecycleRule>) -> (&'static str, String) {
    let error = read(rules, || "made".to_owned()).unwrap_err();
    (error.code(), error.message)
}

fn code(rule: LifecycleRule) -> &'static str {
    read(vec![rule], || "made".to_owned()).err().map(|error| error.code()).unwrap_or_default()
}

fn with(filter: LifecycleRuleFilter) -> LifecycleRule {
    LifecycleRule { filter: Some(filter), ..rule() }
}

fn prefixed() -> LifecycleRule {
    let filter = LifecycleRuleFilter { prefix: Some("p/".into()), ..Default::default() };
    LifecycleRule { expiration: None, ..with(filter) }
}

fn expiring(days: Option<i32>, date: Option<i64>) -> Option<LifecycleExpiration> {
    let date = date.map(|days| Timestamp(days * DAY_MS));
    Some(LifecycleExpiration { days, date, ..Default::default() })
}

fn to(class: &str, days: Option<i32>, date: Option<i64>) -> Transition {
    let date = date.map(|days| Timestamp(days * DAY_MS));
    Transition { days, date, storage_class: Some(class.into()) }
}

fn old_to(class: &str, days: i32) -> NoncurrentVersionTransition {
    NoncurrentVersionTransition {
        noncurrent_days: Some(days),
        storage_class: Some(class.into()),
        newer_noncurrent_versions: None,
    }
}

fn old_expiring(days: Option<i32>, newer: Option<i32>) -> Option<NoncurrentVersionExpiration> {
    Some(NoncurrentVersionExpiration { noncurrent_days: days, newer_noncurrent_versions: newer })
}

#[test]
fn what_is_set_is_shown_again() {
    let tag = || Tag { key: "a".into(), value: "1".into() };
    let and = LifecycleRuleAndOperator {
        prefix: Some("p".into()),
        tags: Some(vec![tag()]),
        object_size_less_than: Some(9),
        object_size_greater_than: None,
    };
    let plain = LifecycleRuleFilter { tag: Some(tag()), ..Default::default() };
    let abort = AbortIncompleteMultipartUpload { days_after_initiation: Some(7) };
    let marker =
        LifecycleExpiration { expired_object_delete_marker: Some(true), ..Default::default() };
    let given = vec![
        rule(),
        LifecycleRule { id: Some("b".into()), ..with(plain) },
        LifecycleRule {
            id: Some("c".into()),
            ..with(LifecycleRuleFilter { and: Some(and), ..Default::default() })
        },
        LifecycleRule {
            id: Some("e".into()),
            transitions: Some(vec![
                to("STANDARD_IA", Some(30), None),
                to("GLACIER", Some(60), None),
            ]),
            noncurrent_version_transitions: Some(vec![old_to("GLACIER_IR", 0)]),
            noncurrent_version_expiration: old_expiring(Some(3), Some(2)),
            expiration: Some(marker),
            ..rule()
        },
    ];
    assert_eq!(shown(&read(given.clone(), String::new).unwrap()), given);
    let given = vec![LifecycleRule {
        status: "Disabled".into(),
        expiration: expiring(None, Some(1)),
        abort_incomplete_multipart_upload: Some(abort),
        ..old("d", "old")
    }];
    assert_eq!(shown(&read(given.clone(), String::new).unwrap()), given);
    assert_eq!(read(vec![LifecycleRule { id: None, ..rule() }], || "m".into()).unwrap()[0].id, "m");
    let made = name("9b8c313e-a029-414c-9e00-abc1255b7831");
    assert_eq!(made, "OWI4YzMxM2UtYTAyOS00MTRjLTllMDAtYWJjMTI1NWI3ODMx");
    assert_eq!(refused(vec![rule(), rule()]).0, "InvalidArgument");
}

#[test]
fn what_cannot_be_is_refused() {
    let with_end = |expiration| LifecycleRule { expiration, ..rule() };
    assert_eq!(code(with_end(expiring(Some(0), None))), "InvalidArgument");
    let odd = LifecycleExpiration { date: Some(Timestamp(1)), ..Default::default() };
    assert_eq!(code(with_end(Some(odd))), "InvalidArgument");
    assert_eq!(code(with_end(expiring(Some(1), Some(0)))), "MalformedXML");
    assert_eq!(code(with_end(expiring(None, None))), "MalformedXML");
    let marker = |days| {
        let expired_object_delete_marker = Some(true);
        Some(LifecycleExpiration { days, date: None, expired_object_delete_marker })
    };
    assert_eq!(code(with_end(marker(Some(1)))), "MalformedXML");
    assert_eq!(code(LifecycleRule { expiration: None, ..rule() }), "InvalidRequest");
    assert_eq!(code(LifecycleRule { status: "On".into(), ..rule() }), "MalformedXML");
    assert_eq!(code(LifecycleRule { filter: None, ..rule() }), "MalformedXML");
    assert_eq!(code(LifecycleRule { prefix: Some("p".into()), ..rule() }), "MalformedXML");
    let two = LifecycleRuleFilter {
        prefix: Some("p".into()),
        object_size_less_than: Some(1),
        ..Default::default()
    };
    assert_eq!(code(with(two)), "MalformedXML");
    assert_eq!(read(vec![], String::new).unwrap_err().code(), "MalformedXML");
    let small = || LifecycleRuleFilter { object_size_less_than: Some(1), ..Default::default() };
    let tag = Tag { key: "a".into(), value: "1".into() };
    let tagged = || LifecycleRuleFilter { tag: Some(tag.clone()), ..Default::default() };
    let abort = || Some(AbortIncompleteMultipartUpload { days_after_initiation: Some(7) });
    let aborting =
        |filter| LifecycleRule { abort_incomplete_multipart_upload: abort(), ..with(filter) };
    let marking = |filter| LifecycleRule { expiration: marker(None), ..with(filter) };
    for (rule, sentence) in [
        (aborting(small()), "AbortIncompleteMultipartUpload cannot be specified with Object Size."),
        (aborting(tagged()), "AbortIncompleteMultipartUpload cannot be specified with Tags."),
        (marking(small()), "ExpiredObjectDeleteMarker cannot be specified with Object Size."),
        (marking(tagged()), "ExpiredObjectDeleteMarker cannot be specified with Tags."),
    ] {
        assert_eq!(refused(vec![rule]), ("InvalidRequest", sentence.to_owned()));
    }
}

#[test]
fn filters_are_held_against_their_limits() {
    let and = |larger, smaller, tags: &[&str]| {
        let tag = |key: &&str| Tag { key: (*key).into(), value: "1".into() };
        let and = LifecycleRuleAndOperator {
            prefix: Some(String::new()),
            object_size_greater_than: larger,
            object_size_less_than: smaller,
            tags: Some(tags.iter().map(tag).collect()),
        };
        with(LifecycleRuleFilter { and: Some(and), ..Default::default() })
    };
    assert_eq!(code(and(None, None, &["a"])), "");
    assert_eq!(code(and(None, None, &[])), "MalformedXML");
    for (rule, sentence) in [
        (and(None, Some(0), &[]), "'ObjectSizeLessThan' should be between 1 and 1099511627776000."),
        (
            and(Some(-1), None, &[]),
            "'ObjectSizeGreaterThan' should be between 0 and 1099511627776000.",
        ),
        (
            and(Some(5), Some(5), &[]),
            "'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.",
        ),
        (and(None, None, &["a", "a"]), "Duplicate Tag Keys are not allowed."),
    ] {
        assert_eq!(refused(vec![rule]), ("InvalidRequest", sentence.to_owned()));
    }
}

#[test]
fn prefixes_stand_in_filters_or_in_rules_where_they_do_not_overlap() {
    let second = || LifecycleRule { id: Some("s".into()), ..rule() };
    let newer = LifecycleRule {
        expiration: None,
        noncurrent_version_expiration: old_expiring(Some(1), Some(1)),
        ..old("n", "")
    };
    for (rules, sentence) in [
        (vec![old("a", "x"), second()], "Filter element can only be used in Lifecycle V2."),
        (
            vec![second(), old("a", "x")],
            "Base level prefix cannot be used in Lifecycle V2, prefixes are only supported in the \
             Filter.",
        ),
        (
            vec![old("a", ""), old("b", "a")],
            "Found overlapping prefixes '' and 'a' for same action type 'Expiration'",
        ),
        (vec![newer], "NewerNoncurrentVersions element can only be used in Lifecycle V2."),
    ] {
        assert_eq!(refused(rules), ("InvalidRequest", sentence.to_owned()));
    }
    assert!(read(vec![old("a", "a"), old("b", "b")], String::new).is_ok());
}

fn moving(transitions: Vec<Transition>) -> LifecycleRule {
    LifecycleRule { transitions: Some(transitions), ..prefixed() }
}

/// AWS's sentences, of a rule for the prefix `p/`.
#[test]
fn transitions_are_held_against_what_aws_says_of_them() {
    let (a, r) = ("InvalidArgument", "InvalidRequest");
    for (rule, code, sentence) in [
        (
            moving(vec![to("STANDARD_IA", Some(29), None)]),
            a,
            "'Days' in Transition action must be greater than or equal to 30 for storageClass \
             'STANDARD_IA'",
        ),
        (
            moving(vec![to("GLACIER", Some(-1), None)]),
            a,
            "'Days' in Transition action must be nonnegative",
        ),
        (
            moving(vec![to("GLACIER", None, None)]),
            a,
            "'Transition' action must specify either 'Days' or 'Date'",
        ),
        (
            moving(vec![to("GLACIER", Some(1), None), to("DEEP_ARCHIVE", None, Some(1))]),
            r,
            "Found mixed 'Date' and 'Days' based Transition actions in lifecycle rule for filter \
             '(prefix=p/)'",
        ),
        (
            moving(vec![to("GLACIER", Some(1), None), to("GLACIER", Some(2), None)]),
            r,
            "'StorageClass' must be different for 'Transition' actions in same 'Rule' with filter \
             '(prefix=p/)'",
        ),
        (
            moving(vec![to("DEEP_ARCHIVE", Some(1), None), to("GLACIER", Some(1), None)]),
            a,
            "'Days' in the Transition action for StorageClass 'DEEP_ARCHIVE' for filter \
             '(prefix=p/)' must be greater than 'Days' in the Transition action for StorageClass \
             'GLACIER' for filter '(prefix=p/)'",
        ),
        (
            moving(vec![to("STANDARD_IA", Some(30), None), to("GLACIER", Some(59), None)]),
            a,
            "'Days' in the 'Transition' action for StorageClass 'GLACIER' for filter \
             '(prefix=p/)' must be 30 days more than 'Days' in the 'Transition' action for \
             StorageClass 'STANDARD_IA' for filter '(prefix=p/)'",
        ),
    ] {
        assert_eq!(refused(vec![rule]), (code, sentence.to_owned()));
    }
}

#[test]
fn what_is_moved_is_not_gone_by_then() {
    let and_gone = |rule, expiration| LifecycleRule { expiration, ..rule };
    let (a, r) = ("InvalidArgument", "InvalidRequest");
    for (rule, code, sentence) in [
        (
            and_gone(moving(vec![to("GLACIER", None, Some(1))]), expiring(Some(9), None)),
            r,
            "Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle \
             rule for filter '(prefix=p/)'",
        ),
        (
            and_gone(moving(vec![to("GLACIER", Some(9), None)]), expiring(Some(9), None)),
            a,
            "'Days' in the Expiration action for filter '(prefix=p/)' must be greater than 'Days' \
             in the Transition action",
        ),
        (
            and_gone(moving(vec![to("GLACIER", None, Some(2))]), expiring(None, Some(2))),
            a,
            "'Date' in the Expiration action for filter '(prefix=p/)' must be greater than 'Date' \
             in the Transition action",
        ),
    ] {
        assert_eq!(refused(vec![rule]), (code, sentence.to_owned()));
    }
    assert_eq!(code(moving(vec![to("GLACIER", Some(1), Some(1))])), "MalformedXML");
    assert_eq!(code(moving(vec![to("STANDARD", Some(1), None)])), "MalformedXML");
    assert_eq!(
        code(moving(vec![Transition { days: Some(1), ..Default::default() }])),
        "MalformedXML"
    );
    assert_eq!(code(moving(vec![to("INTELLIGENT_TIERING", Some(0), None)])), "");
}

#[test]
fn so_are_those_of_versions_that_are_no_longer_current() {
    let moving = |transitions: Vec<NoncurrentVersionTransition>| LifecycleRule {
        noncurrent_version_transitions: Some(transitions),
        ..prefixed()
    };
    let gone = |days, newer| LifecycleRule {
        noncurrent_version_expiration: old_expiring(days, newer),
        ..prefixed()
    };
    let both = LifecycleRule {
        noncurrent_version_expiration: old_expiring(Some(9), None),
        ..moving(vec![old_to("GLACIER", 9)])
    };
    let and = LifecycleRuleAndOperator {
        prefix: Some("p/".into()),
        object_size_less_than: Some(120_120),
        ..Default::default()
    };
    let filter = LifecycleRuleFilter { and: Some(and), ..Default::default() };
    let sized = LifecycleRule { filter: Some(filter), ..both.clone() };
    let (a, r) = ("InvalidArgument", "InvalidRequest");
    for (rule, code, sentence) in [
        (
            moving(vec![old_to("GLACIER", -1)]),
            a,
            "'NoncurrentDays' in NoncurrentVersionTransition action must be nonnegative",
        ),
        (
            moving(vec![old_to("GLACIER", 1), old_to("GLACIER", 2)]),
            r,
            "'StorageClass' must be different for 'NoncurrentVersionTransition' actions in same \
             'Rule' with filter '(prefix=p/)'",
        ),
        (
            gone(Some(0), None),
            a,
            "'NoncurrentDays' for NoncurrentVersionExpiration action must be a positive integer",
        ),
        (gone(Some(1), Some(0)), a, "NewerNoncurrentVersions must be a positive integer"),
        (
            both,
            a,
            "'NoncurrentDays' in the NoncurrentVersionExpiration action for filter '(prefix=p/)' \
             must be greater than 'NoncurrentDays' in the NoncurrentVersionTransition action",
        ),
        (
            sized,
            a,
            "'NoncurrentDays' in the NoncurrentVersionExpiration action for filter '(prefix=p/ and \
             objectsizelessthan=120120)' must be greater than 'NoncurrentDays' in the \
             NoncurrentVersionTransition action",
        ),
    ] {
        assert_eq!(refused(vec![rule]), (code, sentence.to_owned()));
    }
    assert_eq!(code(gone(None, Some(1))), "MalformedXML");
    let without_days =
        NoncurrentVersionTransition { noncurrent_days: None, ..old_to("GLACIER", 1) };
    assert_eq!(code(moving(vec![without_days])), "MalformedXML");
    assert_eq!(code(gone(Some(1), Some(500))), "");
}

#[test]
fn the_least_size_has_two_names() {
    assert_eq!(read_minimum(None).unwrap(), Minimum::All);
    assert_eq!(read_minimum(Some("varies_by_storage_class")).unwrap(), Minimum::Varies);
    let refused = read_minimum(Some("value")).unwrap_err();
    assert_eq!(refused.message, "Invalid TransitionDefaultMinimumObjectSize found: value");
}
