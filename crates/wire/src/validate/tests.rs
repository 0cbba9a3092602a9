use super::pattern::{compile, matches};
use shapes::Kind;
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

/// The schemas of these operations.
macro_rules! inputs {
    ($($service:ident: $($operation:ident)*;)*) => {
        [$($(shapes::$service::ops::$operation::SCHEMA,)*)*]
    };
}

#[test]
fn every_pattern_of_the_models_compiles() {
    use shapes::Operation;
    let inputs = inputs! {
        kinesis: AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeLimits DescribeStream DescribeStreamSummary GetRecords GetShardIterator IncreaseStreamRetentionPeriod ListShards ListStreams ListTagsForResource ListTagsForStream PutRecord PutRecords RemoveTagsFromStream TagResource UntagResource UpdateMaxRecordSize;
        lambda: CreateEventSourceMapping CreateFunction DeleteEventSourceMapping DeleteFunction GetEventSourceMapping GetFunction GetFunctionConfiguration Invoke ListEventSourceMappings ListFunctions UpdateEventSourceMapping UpdateFunctionCode UpdateFunctionConfiguration;
        iam: AttachRolePolicy CreateRole DeleteRole DeleteRolePolicy DetachRolePolicy GetRole GetRolePolicy ListAttachedRolePolicies ListRolePolicies ListRoles PutRolePolicy;
        sts: AssumeRole GetCallerIdentity;
        logs: CreateLogGroup CreateLogStream DeleteLogGroup DeleteLogStream DescribeLogGroups DescribeLogStreams FilterLogEvents GetLogEvents PutLogEvents;
    };
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for operation in inputs {
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
