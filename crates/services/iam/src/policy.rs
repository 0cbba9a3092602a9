//! Which policy documents IAM takes ("IAM JSON policy elements reference" in the IAM user guide).
//!
//! Only the form is judged here; what a policy allows is decided where it is used.

use crate::errors::malformed;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use platform::{Arn, Result};
use serde_json::{Map, Value};

/// RFC 3986's unreserved characters stay.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A document as IAM answers with it: percent-encoded.
pub fn encoded(document: &str) -> String {
    utf8_percent_encode(document, RESERVED).to_string()
}

/// Checks a role's trust policy.
pub fn check_trust(document: &str) -> Result<()> {
    let policy = serde_json::from_str::<Value>(document)
        .map_err(|_| malformed("This policy contains invalid Json"))?;
    for statement in statements(&policy)? {
        check_effect(statement)?;
        refuse(statement, &["Resource", "NotResource"])?;
        check_principal(statement)?;
        for action in words(statement, "Action", "NotAction", "actions")? {
            let is_sts = action.get(..4).is_some_and(|vendor| vendor.eq_ignore_ascii_case("sts:"));
            if !is_sts {
                let words = "AssumeRole policy may only specify STS AssumeRole actions.";
                return Err(malformed(words));
            }
        }
        check_condition(statement)?;
    }
    Ok(())
}

/// Checks a policy that says what a role may do.
pub fn check_permissions(document: &str) -> Result<()> {
    let policy = serde_json::from_str::<Value>(document)
        .map_err(|_| malformed("Syntax errors in policy."))?;
    for statement in statements(&policy)? {
        check_effect(statement)?;
        if statement.contains_key("Principal") || statement.contains_key("NotPrincipal") {
            return Err(malformed("Policy document should not specify a principal."));
        }
        for action in words(statement, "Action", "NotAction", "actions")? {
            if action != "*" && !action.contains(':') {
                return Err(malformed(
                    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                ));
            }
        }
        for resource in words(statement, "Resource", "NotResource", "resources")? {
            if resource != "*" && !resource.starts_with("arn:") {
                let words = format!("Resource {resource} must be in ARN format or \"*\".");
                return Err(malformed(words));
            }
        }
        check_condition(statement)?;
    }
    Ok(())
}

/// The statements of a policy: one object or a list of them.
fn statements(policy: &Value) -> Result<Vec<&Map<String, Value>>> {
    let syntax = || malformed("Syntax errors in policy.");
    let policy = policy.as_object().ok_or_else(syntax)?;
    for name in policy.keys() {
        if !["Version", "Id", "Statement"].contains(&name.as_str()) {
            return Err(syntax());
        }
    }
    match policy.get("Version").map(Value::as_str) {
        None | Some(Some("2012-10-17" | "2008-10-17")) => {}
        Some(Some(_)) => {
            let words = "Policy document must be version 2012-10-17 or greater.";
            return Err(malformed(words));
        }
        Some(None) => return Err(syntax()),
    }
    let statements = match policy.get("Statement") {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one) => vec![one],
        None => return Err(syntax()),
    };
    if statements.is_empty() {
        return Err(malformed("Could not parse the policy: Statement is empty!"));
    }
    statements.into_iter().map(|statement| statement.as_object().ok_or_else(syntax)).collect()
}

fn check_effect(statement: &Map<String, Value>) -> Result<()> {
    match statement.get("Effect") {
        None => Err(malformed("Missing required field Effect cannot be empty!")),
        Some(Value::String(effect)) if effect == "Allow" || effect == "Deny" => Ok(()),
        Some(effect) => Err(malformed(format!(
            "Invalid effect: {}",
            effect.as_str().map_or_else(|| effect.to_string(), str::to_owned)
        ))),
    }
}

fn refuse(statement: &Map<String, Value>, fields: &[&str]) -> Result<()> {
    match fields.iter().find(|field| statement.contains_key(**field)) {
        Some(field) => Err(malformed(format!("Has prohibited field {field}"))),
        None => Ok(()),
    }
}

/// A principal is `"*"` or an object of kinds with one value or several.
fn check_principal(statement: &Map<String, Value>) -> Result<()> {
    let Some(principal) = statement.get("Principal").or_else(|| statement.get("NotPrincipal"))
    else {
        return Err(malformed("Missing required field Principal"));
    };
    let kinds = match principal {
        Value::String(any) if any == "*" => return Ok(()),
        Value::Object(kinds) if !kinds.is_empty() => kinds,
        other => return Err(invalid_principal(other)),
    };
    for (kind, value) in kinds {
        let known = ["AWS", "Service", "Federated", "CanonicalUser"].contains(&kind.as_str());
        let values = texts(value).filter(|values| known && !values.is_empty());
        let Some(values) = values else { return Err(invalid_principal(principal)) };
        for value in values {
            let good = match kind.as_str() {
                "AWS" => is_aws_principal(value),
                "Service" => value.contains('.') && !value.contains(['*', ' ', '/']),
                _ => !value.is_empty(),
            };
            if !good {
                let kind = kind.to_uppercase();
                let words = format!("Invalid principal in policy: \"{kind}\":\"{value}\"");
                return Err(malformed(words));
            }
        }
    }
    Ok(())
}

fn invalid_principal(principal: &Value) -> platform::Error {
    malformed(format!("Invalid principal in policy: {principal}"))
}

/// `*`, an account's twelve digits, or the ARN of a user, role, session or account.
fn is_aws_principal(value: &str) -> bool {
    let is_account = |text: &str| text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit());
    if value == "*" || is_account(value) {
        return true;
    }
    Arn::parse(value).is_some_and(|arn| {
        matches!((arn.service, arn.region), ("iam" | "sts", ""))
            && is_account(arn.account)
            && !arn.resource.contains('*')
    })
}

/// The words of a field that stands in one of two forms, exactly one of which must be there.
fn words<'a>(
    statement: &'a Map<String, Value>,
    field: &str,
    opposite: &str,
    plural: &str,
) -> Result<Vec<&'a str>> {
    let value = match (statement.get(field), statement.get(opposite)) {
        (Some(value), None) | (None, Some(value)) => value,
        (Some(_), Some(_)) => return Err(malformed("Syntax errors in policy.")),
        (None, None) => {
            return Err(malformed(format!("Policy statement must contain {plural}.")));
        }
    };
    let words = texts(value).ok_or_else(|| malformed("Syntax errors in policy."))?;
    if words.is_empty() {
        return Err(malformed(format!("Policy statement must contain {plural}.")));
    }
    Ok(words)
}

/// One text or a list of texts.
fn texts(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(text) => Some(vec![text]),
        Value::Array(list) => list.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

/// Conditions are objects of objects: operator, key, values.
fn check_condition(statement: &Map<String, Value>) -> Result<()> {
    let Some(condition) = statement.get("Condition") else { return Ok(()) };
    let syntax = || malformed("Syntax errors in policy.");
    for tests in condition.as_object().ok_or_else(syntax)?.values() {
        for values in tests.as_object().ok_or_else(syntax)?.values() {
            if values.is_object() || values.is_null() {
                return Err(syntax());
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trust(statement: &str) -> String {
        let document = format!(r#"{{"Version":"2012-10-17","Statement":[{statement}]}}"#);
        check_trust(&document).err().map(|error| error.message).unwrap_or_default()
    }

    #[test]
    fn the_usual_trusts_are_taken() {
        for principal in [
            r#"{"Service":"lambda.amazonaws.com"}"#,
            r#"{"Service":["lambda.amazonaws.com","edgelambda.amazonaws.com"]}"#,
            r#"{"AWS":"arn:aws:iam::123456789012:root"}"#,
            r#"{"AWS":["123456789012","*"]}"#,
            r#""*""#,
        ] {
            let statement = format!(
                r#"{{"Sid":"a","Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole"}}"#
            );
            assert_eq!(trust(&statement), "", "{principal}");
        }
    }

    #[test]
    fn wrong_trusts_are_refused_in_iams_words() {
        assert_eq!(
            check_trust("{").unwrap_err().to_string(),
            "MalformedPolicyDocument: This policy contains invalid Json"
        );
        let lambda = r#""Principal":{"Service":"lambda.amazonaws.com"}"#;
        for (statement, words) in [
            (
                format!(r#"{{{lambda},"Action":"sts:AssumeRole"}}"#),
                "Missing required field Effect cannot be empty!",
            ),
            (
                format!(r#"{{"Effect":"Allow",{lambda},"Action":"s3:GetObject"}}"#),
                "AssumeRole policy may only specify STS AssumeRole actions.",
            ),
            (
                format!(r#"{{"Effect":"Allow",{lambda},"Action":"sts:A","Resource":"*"}}"#),
                "Has prohibited field Resource",
            ),
            (
                r#"{"Effect":"Allow","Principal":{"Service":"lambda"},"Action":"sts:A"}"#.into(),
                "Invalid principal in policy: \"SERVICE\":\"lambda\"",
            ),
            (
                r#"{"Effect":"Allow","Action":"sts:AssumeRole"}"#.into(),
                "Missing required field Principal",
            ),
            (format!(r#"{{"Effect":"Allow",{lambda}}}"#), "Policy statement must contain actions."),
        ] {
            assert_eq!(trust(&statement), words, "{statement}");
        }
    }

    #[test]
    fn permissions_name_actions_and_resources() {
        let good = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*",
            "Resource":["arn:aws:s3:::b/*"]}}"#;
        check_permissions(good).unwrap();
        for (from, to, words) in [
            (
                "s3:*",
                "s3",
                "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
            ),
            ("arn:aws:s3:::b/*", "b", "Resource b must be in ARN format or \"*\"."),
            ("2012-10-17", "2020-01-01", "Policy document must be version 2012-10-17 or greater."),
        ] {
            assert_eq!(check_permissions(&good.replace(from, to)).unwrap_err().message, words);
        }
    }

    #[test]
    fn documents_are_answered_percent_encoded() {
        assert_eq!(encoded("{\"a\": \"~\"}"), "%7B%22a%22%3A%20%22~%22%7D");
    }
}
