//! Which policies are taken, and what is said of the others: IAM's words, in IAM's order.

use super::{Document, Malformed, Match, Principals, Statement};
use crate::{Arn, is_account};
use std::collections::BTreeSet;

/// What a policy hangs on, which decides what must stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whom it is about, such as a role: it says what may be done, and names nobody.
    Identity,
    /// A role: it says who may become it.
    Trust,
    /// A resource, such as a queue: it says who may do what with it.
    Resource,
}

type Checked = std::result::Result<(), Malformed>;

impl Document {
    /// Reads a policy that is to be kept.
    ///
    /// # Errors
    /// AWS's words for what is wrong with it, for the service to give in its own error.
    pub fn accept(text: &str, kind: Kind) -> std::result::Result<Self, String> {
        let read = Self::parse(text).and_then(|document| {
            check(&document, kind)?;
            Ok(document)
        });
        read.map_err(|malformed| words(malformed, kind))
    }
}

/// What AWS says.
fn words(malformed: Malformed, kind: Kind) -> String {
    let said = match (malformed, kind) {
        (Malformed::Said(words), _) => return words,
        (Malformed::Effect(Some(effect)), Kind::Trust) => {
            return format!("Invalid effect: {effect}");
        }
        (Malformed::NotJson, Kind::Trust) => "This policy contains invalid Json",
        (Malformed::Empty, Kind::Trust) => "Could not parse the policy: Statement is empty!",
        (Malformed::Effect(None), Kind::Trust) => "Missing required field Effect cannot be empty!",
        (Malformed::Effect(Some(effect)), Kind::Identity | Kind::Resource)
            if ["allow", "deny"].contains(&effect.to_ascii_lowercase().as_str()) =>
        {
            LEGACY
        }
        (Malformed::NotJson | Malformed::Empty | Malformed::Effect(_), _)
        | (Malformed::Syntax, _) => "Syntax errors in policy.",
    };
    said.to_owned()
}

const LEGACY: &str = "The policy failed legacy parsing";

fn said<T>(words: impl Into<String>) -> std::result::Result<T, Malformed> {
    Err(Malformed::Said(words.into()))
}

fn check(document: &Document, kind: Kind) -> Checked {
    let all = &document.statements;
    let is_strange = |it: &Statement| {
        !it.strangers.is_empty() || it.conditions.iter().any(|test| !test.is_known())
    };
    if all.iter().any(is_strange) {
        return Err(Malformed::Syntax);
    }
    if all.iter().flat_map(|it| &it.conditions).any(|test| !test.has_readable_dates()) {
        return said(LEGACY);
    }
    let mut sids = BTreeSet::new();
    for sid in all.iter().filter_map(|it| it.sid.as_ref()).filter(|sid| !sid.is_empty()) {
        if !sids.insert(sid) {
            return said("Statement IDs (SID) in a single policy must be unique.");
        }
    }
    match kind {
        Kind::Identity => identity(all),
        Kind::Trust => all.iter().try_for_each(trust),
        Kind::Resource => all.iter().try_for_each(of_resource),
    }
}

fn identity(all: &[Statement]) -> Checked {
    if all.iter().any(|it| it.principals.is_some()) {
        return said("Policy document should not specify a principal.");
    }
    for statement in all {
        for action in named(&statement.actions, "actions")? {
            if action != "*" && !action.contains(':') {
                return said(
                    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                );
            }
        }
    }
    for statement in all {
        named(&statement.resources, "resources")?.iter().try_for_each(|it| resource(it))?;
    }
    all.iter().flat_map(|it| named(&it.actions, "actions")).flatten().try_for_each(|it| action(it))
}

/// A role's trust names who may become it, and nothing else than becoming it.
fn trust(statement: &Statement) -> Checked {
    match &statement.resources {
        Some(Match::Only(_)) => return said("Has prohibited field Resource"),
        Some(Match::AllBut(_)) => return said("Has prohibited field NotResource"),
        None => {}
    }
    names_somebody(statement)?;
    for action in named(&statement.actions, "actions")? {
        let is_sts = action.get(..4).is_some_and(|vendor| vendor.eq_ignore_ascii_case("sts:"));
        if !is_sts {
            return said("AssumeRole policy may only specify STS AssumeRole actions.");
        }
    }
    Ok(())
}

/// What hangs on a resource names who may do what; what it hangs on need not be named.
fn of_resource(statement: &Statement) -> Checked {
    names_somebody(statement)?;
    named(&statement.actions, "actions").map(drop)
}

fn names_somebody(statement: &Statement) -> Checked {
    let Some(principals) = &statement.principals else {
        return said("Missing required field Principal");
    };
    match principals.named() {
        Principals::Of(named) => named.iter().try_for_each(|(kind, value)| principal(kind, value)),
        Principals::Everybody => Ok(()),
    }
}

/// What an element names, of which there must be something.
fn named<'a>(
    element: &'a Option<Match<Vec<String>>>,
    plural: &str,
) -> std::result::Result<&'a [String], Malformed> {
    match element.as_ref().map(Match::named) {
        Some(named) if !named.is_empty() => Ok(named),
        _ => said(format!("Policy statement must contain {plural}.")),
    }
}

fn action(action: &str) -> Checked {
    let Some((vendor, name)) = action.split_once(':') else { return Ok(()) };
    if name.contains(':') {
        return said("Actions/Condition can contain only one colon.");
    }
    let is_good = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if vendor != "*" && !vendor.chars().all(is_good) {
        return said(format!("Vendor {vendor} is not valid"));
    }
    Ok(())
}

/// `*`, or an ARN whose last parts may be missing.
fn resource(resource: &str) -> Checked {
    if resource == "*" {
        return Ok(());
    }
    let parts: Vec<&str> = resource.splitn(6, ':').collect();
    let Some(partition) = parts.get(1) else {
        return said(format!("Resource {resource} must be in ARN format or \"*\"."));
    };
    if !["aws", "aws-cn", "aws-us-gov", "*"].contains(partition) {
        let part = |at: usize| parts.get(at).copied().unwrap_or("*");
        let [service, region, account, name] = [2, 3, 4, 5].map(part);
        return said(format!(
            "Partition \"{partition}\" is not valid for resource \
             \"arn:{partition}:{service}:{region}:{account}:{name}\"."
        ));
    }
    let Some(service) = parts.get(2) else {
        return said("Resource vendor must be fully qualified and cannot contain regexes.");
    };
    if service.is_empty() || (parts.len() < 6 && resource.contains("::")) {
        return said(LEGACY);
    }
    match (*service, parts.get(3)) {
        ("iam", Some(region)) if !region.is_empty() => {
            said(format!("IAM resource {resource} cannot contain region information."))
        }
        ("s3", Some(region)) if !region.is_empty() => {
            said(format!("Resource {resource} can not contain region information."))
        }
        _ => Ok(()),
    }
}

/// A value that names somebody.
fn principal(kind: &str, value: &str) -> Checked {
    let is_good = match kind {
        "AWS" => is_aws_principal(value),
        "Service" => value.contains('.') && !value.contains(['*', ' ', '/']),
        _ => !value.is_empty(),
    };
    if is_good {
        return Ok(());
    }
    said(format!("Invalid principal in policy: \"{}\":\"{value}\"", kind.to_uppercase()))
}

/// `*`, an account's twelve digits, or the ARN of a user, role, session or account.
fn is_aws_principal(value: &str) -> bool {
    if value == "*" || is_account(value) {
        return true;
    }
    Arn::parse(value).is_some_and(|arn| {
        matches!((arn.service, arn.region), ("iam" | "sts", ""))
            && is_account(arn.account)
            && !arn.resource.contains('*')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a policy with this statement; nothing where it is taken.
    fn refusal(kind: Kind, statement: &str) -> String {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{statement}]}}"#);
        Document::accept(&text, kind).err().unwrap_or_default()
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
            assert_eq!(refusal(Kind::Trust, &statement), "", "{principal}");
        }
    }

    #[test]
    fn what_hangs_on_a_resource_names_who_may_do_what() {
        for (statement, words) in [
            (r#"{"Effect":"Allow","Principal":"*","Action":"sqs:*"}"#, ""),
            (r#"{"Effect":"Deny","NotPrincipal":{"AWS":"1"},"Action":"*"}"#, "Invalid principal"),
            (r#"{"Effect":"Allow","Action":"sqs:*","Resource":"*"}"#, "Missing required field"),
            (r#"{"Effect":"Allow","Principal":"*"}"#, "Policy statement must contain actions."),
        ] {
            let refusal = refusal(Kind::Resource, statement);
            assert!(refusal.starts_with(words) && refusal.is_empty() == words.is_empty());
        }
    }

    #[test]
    fn wrong_trusts_are_refused_in_iams_words() {
        assert_eq!(
            Document::accept("{", Kind::Trust).unwrap_err(),
            "This policy contains invalid Json"
        );
        assert_eq!(
            Document::accept(r#"{"Statement":[]}"#, Kind::Trust).unwrap_err(),
            "Could not parse the policy: Statement is empty!"
        );
        let lambda = r#""Principal":{"Service":"lambda.amazonaws.com"}"#;
        for (statement, words) in [
            (
                format!(r#"{{{lambda},"Action":"sts:AssumeRole"}}"#),
                "Missing required field Effect cannot be empty!",
            ),
            (
                format!(r#"{{"Effect":"allow",{lambda},"Action":"sts:AssumeRole"}}"#),
                "Invalid effect: allow",
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
            assert_eq!(refusal(Kind::Trust, &statement), words, "{statement}");
        }
    }

    #[test]
    fn usual_permissions_are_taken() {
        for rest in [
            r#""Action":"s3:*","Resource":["arn:aws:s3:::b/*","*"]"#,
            r#""NotAction":"iam:*","NotResource":"arn:aws:iam:::user/x""#,
            r#""Action":"*","Resource":"arn:aws:fdsasf""#,
            r#""Action":"*:*","Resource":"arn:*:sqs:*:*:q""#,
            r#""Action":"a:b","Resource":"*","Condition":{}"#,
            r#""Action":"a:b","Resource":"*","Condition":{"a":{}}"#,
            r#""Action":"a:b","Resource":"*","Condition":{"Bool":{"a":true}}"#,
            r#""Action":"a:b","Resource":"*","Condition":{"DateGreaterThan":{"a":[]}}"#,
            r#""Action":"a:b","Resource":"*",
                "Condition":{"DateLessThan":{"aws:CurrentTime":"2017-12-31T23:59:59Z"}}"#,
            r#""Action":"a:b","Resource":"*",
                "Condition":{"ForAllValues:StringEqualsIfExists":{"aws:TagKeys":"d"}}"#,
        ] {
            let statement = format!(r#"{{"Effect":"Allow",{rest}}}"#);
            assert_eq!(refusal(Kind::Identity, &statement), "", "{rest}");
        }
        let old = r#"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#;
        assert!(Document::accept(old, Kind::Identity).is_ok());
    }

    #[test]
    fn wrong_permissions_are_refused_in_iams_words() {
        let syntax = "Syntax errors in policy.";
        for text in ["{", r#"{"Statement":[]}"#, r#"{"Statement":{"Action":"a:b"}}"#] {
            assert_eq!(Document::accept(text, Kind::Identity).unwrap_err(), syntax, "{text}");
        }
        for (rest, words) in [
            (r#""Action":"s3:L","Resource":"*","X":1"#, syntax),
            (r#""Action":"s3:L","Resource":"*","Condition":{"x":{"a":"1"}}"#, syntax),
            (
                r#""Action":"s3:L","Resource":"*","Condition":{"DateLessThan":{"a":"234-13"}}"#,
                LEGACY,
            ),
            (
                r#""Action":"s3:L","Resource":"*","Principal":"*""#,
                "Policy document should not specify a principal.",
            ),
            (r#""Resource":"*""#, "Policy statement must contain actions."),
            (r#""Action":[],"Resource":"*""#, "Policy statement must contain actions."),
            (r#""Action":"s3:L""#, "Policy statement must contain resources."),
            (r#""Action":"s3:L","Resource":[]"#, "Policy statement must contain resources."),
            (
                r#""Action":"s3""#,
                "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
            ),
            (r#""Action":"a a:L","Resource":"*""#, "Vendor a a is not valid"),
            (
                r#""Action":"s3:L:B","Resource":"*""#,
                "Actions/Condition can contain only one colon.",
            ),
            (r#""Action":"s:3:L","Resource":"b""#, "Resource b must be in ARN format or \"*\"."),
            (
                r#""Action":"s3:L","Resource":"aws:s3:::b""#,
                "Partition \"s3\" is not valid for resource \"arn:s3:::b:*\".",
            ),
            (
                r#""Action":"s3:L","Resource":"a:b:c:d:e:f:g:h""#,
                "Partition \"b\" is not valid for resource \"arn:b:c:d:e:f:g:h\".",
            ),
            (
                r#""Action":"s3:L","Resource":"arn:aws""#,
                "Resource vendor must be fully qualified and cannot contain regexes.",
            ),
            (r#""Action":"s3:L","Resource":"arn:aws:s3::b""#, LEGACY),
            (r#""Action":"s3:L","Resource":"arn:aws::::b""#, LEGACY),
            (
                r#""Action":"s3:L","Resource":"arn:aws:iam:us-east-1::x""#,
                "IAM resource arn:aws:iam:us-east-1::x cannot contain region information.",
            ),
            (
                r#""Action":"s3:L","Resource":"arn:aws:s3:us-east-1::b""#,
                "Resource arn:aws:s3:us-east-1::b can not contain region information.",
            ),
        ] {
            let statement = format!(r#"{{"Effect":"Allow",{rest}}}"#);
            assert_eq!(refusal(Kind::Identity, &statement), words, "{rest}");
        }
        let twice = r#"{"Sid":"s","Effect":"Allow","Action":"a:b","Resource":"*"}"#;
        assert_eq!(
            refusal(Kind::Identity, &format!("{twice},{twice}")),
            "Statement IDs (SID) in a single policy must be unique."
        );
        let case = r#"{"Effect":"denY","Action":"a:b","Resource":"*"}"#;
        assert_eq!(refusal(Kind::Identity, case), LEGACY);
    }
}
