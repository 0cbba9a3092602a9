use super::pattern::{compile, matches};
use crate::{Kind, OPERATIONS, OperationSchema, Protocol};
use std::collections::BTreeSet;

/// The patterns of everything below a structure.
fn patterns(kind: &Kind, found: &mut BTreeSet<&'static str>, seen: &mut BTreeSet<&'static str>) {
    match kind {
        Kind::String(rules) => found.extend(rules.pattern),
        Kind::List(list) => patterns(&list.item.kind, found, seen),
        Kind::Map(map) => {
            patterns(&map.key.kind, found, seen);
            patterns(&map.value.kind, found, seen);
        }
        Kind::Structure(structure) if seen.insert(structure.name) => {
            structure.members.iter().for_each(|member| patterns(&member.kind, found, seen));
        }
        _ => {}
    }
}

#[test]
fn every_pattern_of_the_models_compiles() {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    // S3's bounds are not held against its inputs, since it has errors of its own for them.
    let checked = |operation: &&&OperationSchema| operation.service.protocol != Protocol::RestXml;
    for operation in OPERATIONS.iter().filter(checked) {
        operation
            .input
            .members
            .iter()
            .for_each(|member| patterns(&member.kind, &mut found, &mut seen));
    }
    assert!(found.len() > 40, "{}", found.len());
    for pattern in found {
        assert!(compile(pattern).is_some(), "{pattern}");
    }
}

#[test]
fn patterns_match_whole_values_as_java_does() {
    assert!(matches("[a-zA-Z0-9_.-]+", "a.b-c_1"));
    assert!(!matches("[a-zA-Z0-9_.-]+", "a b"));
    assert!(!matches("[a-zA-Z0-9_.-]+", "a\n"));
    assert!(matches(r"[\w+=,.@-]+", "a+b"));
    assert!(!matches(r"[\w+=,.@-]+", "é"), "in Java, \\w is of ASCII");
    assert!(!matches(r"\d{2}", "٣٣"), "in Java, \\d is of ASCII");
    assert!(matches(r"[\s\S]*", "any\nthing é"));
    assert!(matches(r"(^(?!(system\x2e)))(^[_a-zA-Z0-9])([^$]*)", "users"));
    assert!(!matches(r"(^(?!(system\x2e)))(^[_a-zA-Z0-9])([^$]*)", "system.users"));
    assert!(matches(r"[0-9A-Za-z\.\-_]*(?<!\.)", "bucket.a"));
    assert!(!matches(r"[0-9A-Za-z\.\-_]*(?<!\.)", "bucket."));
    assert!(matches(r"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)", "/a/"));
    assert!(!matches(r"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)", "a"));
    assert!(matches(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", "é 1"));
}
