//! What a trust policy says of a caller: a pure evaluator ("Policy evaluation logic" in the IAM
//! user guide). A deny wins over every allow; silence is a no.

use platform::{Arn, Principal};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Who wants to do what.
pub struct Request<'a> {
    /// The caller.
    pub principal: &'a Principal,
    /// Such as `sts:AssumeRole`.
    pub action: &'a str,
    /// The values of condition keys, named in lower case.
    pub keys: BTreeMap<&'static str, String>,
}

/// Whether the document allows the request.
pub fn allows(document: &str, request: &Request) -> bool {
    let Ok(policy) = serde_json::from_str::<Value>(document) else { return false };
    let statements = match policy.get("Statement") {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_object).collect(),
        Some(Value::Object(one)) => vec![one],
        _ => Vec::new(),
    };
    let mut allowed = false;
    for statement in statements {
        let denies = statement.get("Effect").and_then(Value::as_str) != Some("Allow");
        if !applies_to(statement, request) {
            continue;
        }
        match meets(statement.get("Condition"), request) {
            // A condition that cannot be judged must not widen what is allowed.
            Verdict::Yes | Verdict::Unknown if denies => return false,
            Verdict::Yes => allowed = true,
            Verdict::No | Verdict::Unknown => {}
        }
    }
    allowed
}

/// Whether the statement is about this caller and action.
fn applies_to(statement: &Map<String, Value>, request: &Request) -> bool {
    let principal = match (statement.get("Principal"), statement.get("NotPrincipal")) {
        (Some(principal), _) => is_named(principal, request.principal),
        (None, Some(principal)) => !is_named(principal, request.principal),
        (None, None) => false,
    };
    let action = request.action.to_ascii_lowercase();
    let matches = |value: &Value| {
        texts(value).iter().any(|pattern| glob(&pattern.to_ascii_lowercase(), &action))
    };
    principal
        && match (statement.get("Action"), statement.get("NotAction")) {
            (Some(actions), _) => matches(actions),
            (None, Some(actions)) => !matches(actions),
            (None, None) => false,
        }
}

/// Whether the policy's `Principal` names the caller.
fn is_named(named: &Value, principal: &Principal) -> bool {
    if named.as_str() == Some("*") {
        return true;
    }
    let of = |kind: &str| named.get(kind).map(texts).unwrap_or_default();
    match principal {
        Principal::Service { name } => of("Service").contains(&name.as_str()),
        Principal::Root { account } | Principal::AssumedRole { account, .. } => {
            of("AWS").into_iter().any(|named| is_aws_principal(named, account, principal))
        }
    }
}

/// `*`, the caller's account in either spelling, its role or its session.
fn is_aws_principal(named: &str, account: &str, principal: &Principal) -> bool {
    if named == "*" || named == account {
        return true;
    }
    let arn = Arn::parse(named).filter(|arn| (arn.region, arn.account) == ("", account));
    let Some(arn) = arn else { return false };
    match (arn.service, principal) {
        ("iam", _) if arn.resource == "root" => true,
        ("iam", Principal::AssumedRole { role, .. }) => {
            let path = arn.resource.strip_prefix("role/");
            path.and_then(|path| path.rsplit('/').next()) == Some(role.as_str())
        }
        ("sts", Principal::AssumedRole { role, session, .. }) => {
            arn.resource == format!("assumed-role/{role}/{session}")
        }
        _ => false,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Yes,
    No,
    Unknown,
}

/// All tests of all operators must hold.
fn meets(condition: Option<&Value>, request: &Request) -> Verdict {
    let Some(operators) = condition.and_then(Value::as_object) else { return Verdict::Yes };
    let mut verdict = Verdict::Yes;
    for (operator, tests) in operators {
        for (key, values) in tests.as_object().into_iter().flatten() {
            let value = request.keys.get(key.to_ascii_lowercase().as_str());
            match holds(operator, value.map(String::as_str), &texts(values)) {
                Verdict::No => return Verdict::No,
                Verdict::Unknown => verdict = Verdict::Unknown,
                Verdict::Yes => {}
            }
        }
    }
    verdict
}

/// One test. A key without a value fails it, unless the operator is negated or `…IfExists`.
fn holds(operator: &str, value: Option<&str>, wanted: &[&str]) -> Verdict {
    let truth = |holds: bool| if holds { Verdict::Yes } else { Verdict::No };
    let (operator, if_exists) = match operator.strip_suffix("IfExists") {
        Some(operator) => (operator, true),
        None => (operator, false),
    };
    let (test, negated): (fn(&str, &str) -> bool, bool) = match operator {
        "Null" => return truth(wanted.contains(&"true") == value.is_none()),
        "StringEquals" => (|w, v| w == v, false),
        "StringNotEquals" => (|w, v| w == v, true),
        "StringEqualsIgnoreCase" | "Bool" => (|w, v| w.eq_ignore_ascii_case(v), false),
        "StringNotEqualsIgnoreCase" => (|w, v| w.eq_ignore_ascii_case(v), true),
        "StringLike" | "ArnLike" | "ArnEquals" => (glob, false),
        "StringNotLike" | "ArnNotLike" | "ArnNotEquals" => (glob, true),
        _ => return Verdict::Unknown,
    };
    match value {
        None => truth(negated || if_exists),
        Some(value) => truth(wanted.iter().any(|wanted| test(wanted, value)) != negated),
    }
}

/// The text of a value; truth values as they are written.
fn text(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Bool(true) => Some("true"),
        Value::Bool(false) => Some("false"),
        _ => None,
    }
}

/// The texts of one value or a list.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(list) => list.iter().filter_map(text).collect(),
        one => text(one).into_iter().collect(),
    }
}

/// Whether `text` matches `pattern`, in which `*` is any text and `?` any character.
fn glob(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t) = (0, 0);
    let mut retry = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(b'*') => {
                retry = Some((p, t));
                p += 1;
            }
            Some(b'?') => (p, t) = (p + 1, t + 1),
            Some(byte) if *byte == text[t] => (p, t) = (p + 1, t + 1),
            _ => {
                let Some((star, from)) = retry else { return false };
                retry = Some((star, from + 1));
                (p, t) = (star + 1, from + 1);
            }
        }
    }
    pattern[p..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(principal: &Principal, document: &str) -> bool {
        let keys = BTreeMap::from([("sts:externalid", "42".to_owned())]);
        allows(document, &Request { principal, action: "sts:AssumeRole", keys })
    }

    fn statement(rest: &str) -> String {
        format!(r#"{{"Statement":{{"Effect":"Allow","Action":"sts:AssumeRole",{rest}}}}}"#)
    }

    #[test]
    fn a_caller_must_be_named() {
        let root = Principal::root("111111111111");
        let lambda = Principal::service("lambda.amazonaws.com");
        let session = Principal::AssumedRole {
            account: "111111111111".into(),
            role: "R".into(),
            role_id: "AROAX".into(),
            session: "s".into(),
        };
        for (principal, named, expected) in [
            (&lambda, r#"{"Service":"lambda.amazonaws.com"}"#, true),
            (&lambda, r#"{"Service":"ec2.amazonaws.com"}"#, false),
            (&lambda, r#"{"AWS":"*"}"#, false),
            (&root, r#"{"Service":"lambda.amazonaws.com"}"#, false),
            (&root, r#"{"AWS":["222222222222","111111111111"]}"#, true),
            (&root, r#"{"AWS":"arn:aws:iam::222222222222:root"}"#, false),
            (&session, r#"{"AWS":"arn:aws:iam::111111111111:role/p/R"}"#, true),
            (&session, r#"{"AWS":"arn:aws:iam::111111111111:role/Q"}"#, false),
            (&session, r#"{"AWS":"arn:aws:sts::111111111111:assumed-role/R/s"}"#, true),
            (&session, r#""*""#, true),
        ] {
            let document = statement(&format!(r#""Principal":{named}"#));
            assert_eq!(ask(principal, &document), expected, "{principal:?} {named}");
        }
    }

    #[test]
    fn conditions_must_hold() {
        let root = Principal::root("111111111111");
        for (condition, expected) in [
            (r#"{"StringEquals":{"sts:ExternalId":"42"}}"#, true),
            (r#"{"StringEquals":{"sts:ExternalId":["41","43"]}}"#, false),
            (r#"{"StringLike":{"sts:ExternalId":"4*"}}"#, true),
            (r#"{"StringNotEquals":{"sts:ExternalId":"42"}}"#, false),
            (r#"{"StringEquals":{"aws:SourceArn":"x"}}"#, false),
            (r#"{"StringEqualsIfExists":{"aws:SourceArn":"x"}}"#, true),
            (r#"{"Null":{"aws:SourceArn":"true"}}"#, true),
            (r#"{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#, false),
        ] {
            let rest = format!(r#""Principal":"*","Condition":{condition}"#);
            assert_eq!(ask(&root, &statement(&rest)), expected, "{condition}");
        }
    }

    #[test]
    fn a_deny_wins() {
        let root = Principal::root("111111111111");
        let document = r#"{"Statement":[
            {"Effect":"Allow","Principal":"*","Action":"sts:*"},
            {"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}]}"#;
        assert!(!ask(&root, document));
        assert!(ask(&root, &document.replace("sts:AssumeRole", "sts:TagSession")));
        assert!(!ask(&root, "no json"));
    }

    #[test]
    fn globs() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("a*c*", "abcbcd", true),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*b", "abab", true),
            ("*b", "aba", false),
        ] {
            assert_eq!(glob(pattern, text), expected, "{pattern} {text}");
        }
    }
}
